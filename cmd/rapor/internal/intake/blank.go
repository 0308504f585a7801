package intake

import (
	"fmt"
	"strings"

	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
)

// NewInstitution is the file of a new institution: what was given, and every
// other key as a comment, so that its editor sees what can be said.
func NewInstitution(slug, name, kind, parent string) File {
	var b strings.Builder
	fmt.Fprintf(&b, "nama     = %s\n", quote(name))
	fmt.Fprintf(&b, "jenis    = %s\n", quote(kind))
	if parent != "" {
		fmt.Fprintf(&b, "induk    = %s\n", quote(parent))
	}
	b.WriteString(`
# Bila perlu, hapus tanda # di depan baris dan isi.
# nama_en  = "..."                # nama dalam bahasa Inggris
# pendek   = "..."                # nama pendek
# alias    = ["..."]              # nama lain, dikenali pencarian dan impor
# wilayah  = "76.04"              # kode wilayah Kemendagri
`)
	if parent == "" {
		b.WriteString("# induk    = \"...\"                # slug provinsi sebuah kabupaten, atau pemerintah sebuah unit\n")
	}
	b.WriteString(`# situs    = "https://..."

# [target]                        # indeks yang harus dicapai
# 2026 = 3.50
# [sumber_target.2026]
# judul = "..."
`)
	return File{Path: "instansi/" + slug + "/instansi.toml", New: []byte(b.String())}
}

// Blank says which assessment is to be filled in.
type Blank struct {
	Institution *maturity.Institution
	Instrument  *maturity.Instrument
	Year        int
	Stage       maturity.Stage
}

// NewAssessment is the file of an assessment to be filled in: every indicator
// with its name, weight and criteria as comments, and the levels of the year
// before beside it. It can be published at once: it shows progress, no index.
func NewAssessment(b Blank) File {
	w := &blankWriter{Blank: b}
	w.line("# Penilaian %s tahun %d menurut %s.", b.Institution.Name, b.Year, b.Instrument.Short.Base)
	w.line("# Isi tingkat setiap indikator di bawah: hapus tanda # di depannya dan tulis tingkatnya, %s sampai %s.",
		shortFigure(b.Instrument.Scale.Min), shortFigure(b.Instrument.Scale.Max))
	w.line("# Selama belum semua terisi, portal menunjukkan kemajuan pengisian, bukan indeks.")
	w.line("")
	w.line("instrumen     = %s", quote(b.Instrument.ID))
	w.line("belum_lengkap = true   # hapus baris ini bila semua indikator sudah terisi")
	w.line("# batas       = %d-10-01   # batas pengisian", b.Year)
	w.line("# tanggal     = %d-12-31   # tanggal hasil", b.Year)
	w.line("")
	w.line("[tingkat.%s]", b.Stage)
	last := -1
	for i := range b.Instrument.Indicators {
		if a := b.Instrument.Indicators[i].Aspect; a != last {
			w.aspect(a)
			last = a
		}
		w.indicator(i)
	}
	w.line("")
	w.line("# Setelah hasil resmi terbit:")
	w.line("# [terbit]")
	w.line("# indeks   = 0.00")
	w.line("# predikat = \"...\"")
	w.line("# [sumber.laporan]")
	w.line("# judul = \"...\"")
	return File{Path: fmt.Sprintf("instansi/%s/%d.toml", b.Institution.Slug, b.Year), New: []byte(w.text.String())}
}

type blankWriter struct {
	Blank
	text strings.Builder
}

func (w *blankWriter) line(format string, args ...any) {
	fmt.Fprintf(&w.text, format+"\n", args...)
}

func (w *blankWriter) aspect(i int) {
	a := w.Instrument.Aspects[i]
	w.line("")
	if a.Domain >= 0 {
		w.line("# ==== %s · %s (%s %%)", remark(w.Instrument.Domains[a.Domain].Name.Base), remark(a.Name.Base), percent(a.Weight))
		return
	}
	w.line("# ==== %s (%s %%)", remark(a.Name.Base), percent(a.Weight))
}

func (w *blankWriter) indicator(i int) {
	in := w.Instrument.Indicators[i]
	w.line("")
	w.line("# %s %s (%s %%)", in.ID, remark(in.Name.Base), percent(in.Weight))
	for _, text := range levelTexts(w.Instrument, i) {
		w.line("#   %s", text)
	}
	if before := w.before(i); before != "" {
		w.line("#   %s", before)
	}
	w.line("# %s =", keyText(in.ID))
}

// before words the levels of the last year that has any of this indicator.
func (b Blank) before(i int) string {
	id := b.Instrument.Indicators[i].ID
	for n := len(b.Institution.Assessments) - 1; n >= 0; n-- {
		a := b.Institution.Assessments[n]
		if a.Year >= b.Year || a.Instrument.ID != b.Instrument.ID {
			continue
		}
		var levels []string
		for _, s := range a.Stages {
			if at := a.Instrument.Indicator(id); at >= 0 && s.Levels[at].Assessed() {
				levels = append(levels, fmt.Sprintf("%s %s", s.Stage, shortFigure(s.Levels[at].Hundredths())))
			}
		}
		if len(levels) > 0 {
			return fmt.Sprintf("%d: %s", a.Year, strings.Join(levels, ", "))
		}
	}
	return ""
}

// levelTexts words the levels of an indicator: the criterion, or the level's
// name where the instrument has no criterion.
func levelTexts(in *maturity.Instrument, indicator int) (out []string) {
	if !in.Scale.Whole() {
		return nil
	}
	for v := in.Scale.Min; v <= in.Scale.Max; v += in.Scale.Step {
		n := int(v / 100)
		text := in.Indicators[indicator].Criteria[n].Base
		if text == "" {
			text = in.LevelName(indicator, maturity.LevelOf(v)).Base
		}
		if text != "" {
			out = append(out, fmt.Sprintf("%d %s", n, remark(text)))
		}
	}
	return out
}

// remark keeps a text on the line of its comment.
func remark(text string) string { return strings.Join(strings.Fields(text), " ") }

func percent(w maturity.Weight) string {
	if w%100 == 0 {
		return lang.Indonesian.Fixed(int64(w)/100, 2)
	}
	return lang.Indonesian.Fixed(int64(w), 4)
}
