package changes

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

// editionFormat opens the file of every edition.
const editionFormat = "rapor-terbitan-1"

// JSON returns the file that a site publishes of itself: one line for each year
// of each institution, so that two of them can be compared with any tool.
// Numbers are JSON numbers with the digits of the data files.
func (e *Edition) JSON() []byte { return e.json(true) }

// Digest is the SHA-256, hex, of the edition without its history: an entry of the
// history names the edition that it led to.
func (e *Edition) Digest() string {
	sum := sha256.Sum256(e.json(false))
	return hex.EncodeToString(sum[:])
}

func (e *Edition) json(history bool) []byte {
	w := &writer{}
	e.begin(w)
	w.block(func() {
		for i := range e.Institutions {
			w.institution(&e.Institutions[i])
		}
	}, "}")
	e.finish(w, history)
	return w.Bytes()
}

// begin writes what stands before the institutions.
func (e *Edition) begin(w *writer) {
	w.open("{")
	w.line(`"format": `, editionFormat)
	w.line(`"judul": `, e.Title)
	w.line(`"alamat": `, e.Address)
	w.line(`"program": `, e.Program)
	w.next().raw(`"instrumen": {`)
	w.block(func() {
		for i := range e.Methods {
			m := &e.Methods[i]
			w.next().text(m.ID).raw(`: {"nama": `).text(m.Name)
			w.groups(m.Values)
			w.raw("}")
		}
	}, "}")
	w.next().raw(`"instansi": {`)
}

// finish writes what stands behind them.
func (e *Edition) finish(w *writer, history bool) {
	w.next().raw(`"koreksi": [`)
	w.block(func() {
		for _, k := range e.Corrections {
			w.correction(k)
		}
	}, "]")
	if history {
		w.next().raw(`"perubahan": [`)
		w.block(func() {
			for _, r := range e.History {
				w.next().raw(`{"tanggal": `).text(r.Date).raw(`, "ke": `).text(r.To).raw("}")
			}
		}, "]")
	}
	w.raw("\n}\n")
}

// writer writes JSON by hand: the file of 25,000 institutions has millions of
// figures, and a general encoder would sort each small table anew.
type writer struct {
	bytes.Buffer
	indent  int
	started bool // a member stands before in this block
}

func (w *writer) raw(s string) *writer { w.WriteString(s); return w }

func (w *writer) open(s string) { w.raw(s); w.indent, w.started = w.indent+1, false }

// next begins a new line of the block.
func (w *writer) next() *writer {
	if w.started {
		w.WriteByte(',')
	}
	w.started = true
	w.WriteByte('\n')
	for range w.indent {
		w.WriteByte(' ')
	}
	return w
}

func (w *writer) line(key, value string) { w.next().raw(key).text(value) }

// block writes the lines of a table or a list that was opened.
func (w *writer) block(lines func(), end string) {
	w.indent, w.started = w.indent+1, false
	lines()
	w.indent--
	if w.started {
		w.WriteByte('\n')
		for range w.indent {
			w.WriteByte(' ')
		}
	}
	w.started = true
	w.raw(end)
}

// text writes a JSON string.
func (w *writer) text(s string) *writer {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			quoted, _ := json.Marshal(s) // a string cannot fail
			w.Write(quoted)
			return w
		}
	}
	w.WriteByte('"')
	w.WriteString(s)
	w.WriteByte('"')
	return w
}

// value writes a number as it stands, any other text as a string.
func (w *writer) value(s string) {
	if isNumber(s) {
		w.raw(s)
	} else {
		w.text(s)
	}
}

// isNumber reports whether a text is a plain JSON number.
func isNumber(s string) bool {
	whole, part, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (whole == "0" || whole[0] != '0') && (!point || digits(part)) && len(s) < 20
}

// groups writes values as further members of an object, those of one prefix as
// an object of their own: "terbit.domain": {"D1": 4.70}.
func (w *writer) groups(values []Value) {
	for i := 0; i < len(values); {
		prefix, _ := group(values[i].Part)
		end := i
		for ; end < len(values); end++ {
			if p, _ := group(values[end].Part); p != prefix {
				break
			}
		}
		w.raw(", ").text(prefix).raw(": {")
		for k, v := range values[i:end] {
			if k > 0 {
				w.raw(", ")
			}
			_, key := group(v.Part)
			w.text(key).raw(": ")
			w.value(v.Text)
		}
		w.raw("}")
		i = end
	}
}

func (w *writer) institution(inst *Institution) {
	w.next().text(inst.Slug).raw(`: {"nama": `).text(inst.Name)
	w.groups(inst.Values)
	w.raw(`, "tahun": {`)
	w.block(func() {
		for i := range inst.Years {
			y := &inst.Years[i]
			w.next().text(strconv.Itoa(y.Year)).raw(`: {"instrumen": `).text(y.Instrument)
			if y.Incomplete {
				w.raw(`, "belum_lengkap": true`)
			}
			w.groups(slices.Concat(y.Figures, y.Computed))
			w.raw(`, "sumber": [`)
			for k, s := range y.Sources {
				if k > 0 {
					w.raw(", ")
				}
				w.text(s)
			}
			w.raw("]}")
		}
	}, "}}")
}

func (w *writer) correction(k *maturity.Correction) {
	w.next().raw(`{"id": `).text(k.ID).raw(`, "instansi": `).text(k.Institution).raw(`, "tahun": `).raw(strconv.Itoa(k.Year)).
		raw(`, "bagian": `).text(k.Part).raw(`, "semula": `).text(k.Before).raw(`, "menjadi": `).text(k.After).raw(`, "alasan": `).text(k.Reason).raw("}")
}
