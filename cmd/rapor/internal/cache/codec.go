package cache

import (
	"encoding/binary"
	"io/fs"
)

// The form of a memory: numbers of varying length and texts after their length,
// in the order of the fields. Reflection took a third of a build that changes
// nothing. What is read has its digest, so it is as it was written; where it is
// cut short all the same, the reader says so.

type writer struct {
	out  []byte
	full func([]byte) // takes what was written so far, now and then; nil: it is all kept
}

// spillAt is how much is written at a time, in bytes: the memory of a large portal has
// hundreds of megabytes.
const spillAt = 1 << 20

// spill hands on what was written, where somebody takes it.
func (w *writer) spill(least int) {
	if w.full != nil && len(w.out) >= least {
		w.full(w.out)
		w.out = w.out[:0]
	}
}

func (w *writer) number(n int64)  { w.out = binary.AppendVarint(w.out, n) }
func (w *writer) count(n int)     { w.out = binary.AppendUvarint(w.out, uint64(n)) }
func (w *writer) sum(s Sum)       { w.out = append(w.out, s[:]...) }
func (w *writer) text(s string)   { w.count(len(s)); w.out = append(w.out, s...) }
func (w *writer) inode(n uint64)  { w.out = binary.AppendUvarint(w.out, n) }
func (w *writer) moment(ns int64) { w.out = binary.LittleEndian.AppendUint64(w.out, uint64(ns)) }

func (w *writer) places(all []int32) {
	w.count(len(all))
	for _, place := range all {
		w.count(int(place))
	}
}

func (w *writer) stat(s Stat) {
	w.number(s.Size)
	w.number(int64(s.Mode))
	w.moment(s.Modified)
	w.moment(s.Changed)
	w.inode(s.Inode)
}

// written writes a map; nil is told from empty.
func written[V any](w *writer, all map[string]V, value func(V)) {
	if all == nil {
		w.count(0)
		return
	}
	w.count(len(all) + 1)
	for key, v := range all {
		w.text(key)
		value(v)
		w.spill(spillAt)
	}
}

// reader takes what writer wrote. After an end that comes too early it gives
// zeroes.
type reader struct {
	rest string
	cut  bool
}

func (r *reader) take(n int) string {
	if n < 0 || n > len(r.rest) {
		r.rest, r.cut = "", true
		return ""
	}
	out := r.rest[:n]
	r.rest = r.rest[n:]
	return out
}

func (r *reader) inode() uint64 {
	var n uint64
	for i := range min(len(r.rest), binary.MaxVarintLen64) {
		b := r.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			r.rest = r.rest[i+1:]
			return n
		}
	}
	r.rest, r.cut = "", true
	return 0
}

func (r *reader) number() int64 {
	n := r.inode()
	return int64(n>>1) ^ -int64(n&1)
}

func (r *reader) count() int   { return int(min(r.inode(), uint64(len(r.rest)+1))) } // everything takes a byte at least
func (r *reader) text() string { return r.take(r.count()) }

func (r *reader) sum() (s Sum) {
	copy(s[:], r.take(len(s)))
	return s
}

func (r *reader) moment() int64 {
	var b [8]byte
	copy(b[:], r.take(len(b)))
	return int64(binary.LittleEndian.Uint64(b[:]))
}

func (r *reader) places() []int32 {
	n := r.count()
	if n == 0 {
		return nil
	}
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(r.inode())
	}
	return all
}

func (r *reader) stat() Stat {
	return Stat{Size: r.number(), Mode: fs.FileMode(r.number()), Modified: r.moment(), Changed: r.moment(), Inode: r.inode()}
}

func read[V any](r *reader, value func() V) map[string]V {
	n := r.count()
	if n == 0 {
		return nil
	}
	out := make(map[string]V, n-1)
	for range n - 1 {
		key := r.text()
		out[key] = value()
	}
	return out
}

func (m *Memory) write(w *writer) {
	w.out = append(w.out, memoryFormat...)
	w.sum(m.Stamp)
	w.number(m.Taken)
	written(w, m.Inputs, func(s Seen) { w.stat(s.Stat); w.sum(s.Sum) })
	p := &m.Published
	w.sum(p.Manifest)
	w.number(p.At)
	w.number(int64(p.User))
	written(w, p.Files, w.stat)
	written(w, p.Folders, w.stat)
	written(w, p.Spare.Folders, w.stat)
	written(w, p.Spare.Behind, func(there bool) { w.count(map[bool]int{true: 1}[there]) })
	written(w, m.Made, func(made Made) {
		w.places(made.Reads)
		w.sum(made.Sum)
		w.number(made.Bytes)
	})
	written(w, m.Forms, func(form Form) {
		w.sum(form.From)
		w.sum(form.Sum)
		w.number(form.Bytes)
	})
	written(w, m.Pieces, func(all []Piece) {
		w.count(len(all))
		for _, piece := range all {
			w.text(piece.Name)
			w.places(piece.Reads)
			w.number(piece.At)
			w.number(piece.Bytes)
		}
	})
	w.count(len(m.Readings))
	for _, reading := range m.Readings {
		w.text(reading.Name)
		w.sum(reading.Sum)
		w.spill(spillAt)
	}
	w.text(string(m.Notes))
}

// decode reads what write wrote after the format; false where it is cut short.
func decode(body string) (m *Memory, whole bool) {
	r := &reader{rest: body}
	m = &Memory{Stamp: r.sum(), Taken: r.number()}
	m.Inputs = read(r, func() Seen { return Seen{r.stat(), r.sum()} })
	p := &m.Published
	p.Manifest, p.At, p.User = r.sum(), r.number(), int(r.number())
	p.Files, p.Folders = read(r, r.stat), read(r, r.stat)
	p.Spare.Folders, p.Spare.Behind = read(r, r.stat), read(r, func() bool { return r.count() == 1 })
	m.Made = read(r, func() Made {
		return Made{r.places(), r.sum(), r.number()}
	})
	m.Forms = read(r, func() Form { return Form{r.sum(), r.sum(), r.number()} })
	m.Pieces = read(r, func() []Piece {
		all := make([]Piece, r.count())
		for i := range all {
			all[i] = Piece{r.text(), r.places(), r.number(), r.number()}
		}
		return all
	})
	if n := r.count(); n > 0 {
		m.Readings = make([]Reading, n)
	}
	for i := range m.Readings {
		m.Readings[i] = Reading{r.text(), r.sum()}
	}
	if notes := r.text(); notes != "" {
		m.Notes = []byte(notes)
	}
	return m, !r.cut && r.rest == ""
}
