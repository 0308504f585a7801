package changes

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// Take returns what a portal with these data states. The data set must be what
// is to be published, without drafts that stay inside.
func Take(study *analysis.Study, program string) *Edition {
	e := frame(study, program)
	for _, inst := range study.Set.Institutions {
		e.Institutions = append(e.Institutions, stated(study, inst))
	}
	return e
}

// Cut is the file that a site publishes of itself, cut at its institutions: Head,
// the pieces with a comma among them, and End.
type Cut struct {
	Head, End []byte
	Piece     func(*maturity.Institution) []byte // hangs on the institution's own files alone; any number at a time
}

// NewCut cuts the file of a portal with these data; it is what Take(...).JSON()
// returns as one.
func NewCut(study *analysis.Study, program string) Cut {
	e := frame(study, program)
	first := &writer{}
	e.begin(first)
	last := &writer{indent: first.indent}
	last.block(func() { last.started = len(study.Set.Institutions) > 0 }, "}")
	e.finish(last, true)
	return Cut{first.Bytes(), last.Bytes(), func(inst *maturity.Institution) []byte {
		w := &writer{indent: first.indent + 1}
		said := stated(study, inst)
		w.institution(&said)
		return w.Bytes()
	}}
}

// stated is what is stated of one institution.
func stated(study *analysis.Study, inst *maturity.Institution) Institution {
	out := Institution{Slug: inst.Slug, Name: inst.Name, Values: described(inst)}
	for _, a := range inst.Assessments {
		out.Years = append(out.Years, year(a, study.Result(a)))
	}
	return out
}

// frame is an edition without its institutions.
func frame(study *analysis.Study, program string) *Edition {
	set := study.Set
	e := &Edition{Title: set.Portal.Title.Base, Address: set.Portal.BaseURL, Program: program}
	for _, in := range set.Instruments {
		e.Methods = append(e.Methods, method(in))
	}
	for _, k := range set.Corrections {
		e.Corrections = append(e.Corrections, plain(set, k))
	}
	for _, p := range set.Publications {
		e.History = append(e.History, Recorded{p.Date, p.To})
	}
	return e
}

// plain is a correction with bands under their ids, as figures have them.
func plain(set *maturity.Dataset, k *maturity.Correction) *maturity.Correction {
	inst := set.Institution(k.Institution)
	if inst == nil || inst.In(k.Year) == nil {
		return k
	}
	in, out := inst.In(k.Year).Instrument, *k
	for i := range in.Bands {
		for _, word := range []*string{&out.Before, &out.After} {
			if strings.EqualFold(*word, in.Bands[i].Name.Base) {
				*word = in.Bands[i].ID
			}
		}
	}
	return &out
}

func year(a *maturity.Assessment, result *score.Result) Year {
	y := Year{Year: a.Year, Instrument: a.Instrument.ID, Incomplete: a.Incomplete, Computed: computed(a, result)}
	for _, f := range a.Figures() {
		y.Figures = append(y.Figures, Value{f.Part, f.Value})
	}
	for _, s := range a.Sources {
		y.Sources = append(y.Sources, source(s))
	}
	return y
}

// source is a source in one line, so that two of them can be compared.
func source(s maturity.Source) string {
	line := s.Title
	if s.Reference != "" {
		line += ", " + s.Reference
	}
	if s.URL != "" {
		line += ", " + s.URL
	}
	return line
}

// computed is what a page states beside the printed figures; see export.
func computed(a *maturity.Assessment, result *score.Result) []Value {
	card := result.Computed()
	if card == nil || !card.Index.Exists() {
		if r := result.Range; r.Exists() {
			return []Value{{"hitung.rentang", places(r.Min, 4) + " " + places(r.Max, 4)}}
		}
		return nil
	}
	out := []Value{{"hitung.indeks", places(card.Index, 2)}}
	if card.Band >= 0 {
		out = append(out, Value{"hitung.predikat", a.Instrument.Bands[card.Band].ID})
	}
	return out
}

// places prints an exact value, rounded half up.
func places(x maturity.Index, n int) string { return decimals(x.Decimal(n), n) }

func decimals(v int64, places int) string {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	digits := fmt.Sprintf("%0*d", places+1, v)
	return sign + digits[:len(digits)-places] + "." + digits[len(digits)-places:]
}

func described(inst *maturity.Institution) []Value {
	out := []Value{{"instansi.jenis", inst.Kind}}
	if inst.Parent != "" {
		out = append(out, Value{"instansi.induk", inst.Parent})
	}
	if inst.LastYear != 0 {
		out = append(out, Value{"instansi.berakhir", strconv.Itoa(inst.LastYear)})
	}
	if inst.Average {
		out = append(out, Value{"instansi.rata_rata", "true"})
	}
	for _, y := range slices.Sorted(maps.Keys(inst.KindByYear)) {
		out = append(out, Value{"jenis_tahun." + strconv.Itoa(y), inst.KindByYear[y]})
	}
	for _, t := range inst.Targets {
		out = append(out, Value{"target." + strconv.Itoa(t.Year), decimals(int64(t.Index), 2)})
	}
	return out
}

// method is everything that decides how figures of an instrument are computed
// and judged.
func method(in *maturity.Instrument) Method {
	m := Method{ID: in.ID, Name: in.Name.Base}
	add := func(part, text string) {
		if text != "" {
			m.Values = append(m.Values, Value{part, text})
		}
	}
	add("skala.min", decimals(int64(in.Scale.Min), 2))
	add("skala.max", decimals(int64(in.Scale.Max), 2))
	add("skala.langkah", decimals(int64(in.Scale.Step), 2))
	if in.Normalises {
		add("metode.normalisasi", "true")
	}
	add("metode.predikat_dari", basis(in.Basis))
	for _, y := range slices.Sorted(maps.Keys(in.BasisByYear)) {
		add("predikat_dari_tahun."+strconv.Itoa(y), basis(in.BasisByYear[y]))
	}
	for _, b := range in.Bands {
		add("predikat."+b.ID, decimals(int64(b.Min), 2))
	}
	for _, a := range in.Aspects {
		if a.Domain >= 0 {
			add("domain_aspek."+a.ID, in.Domains[a.Domain].ID)
		}
	}
	for _, i := range in.Indicators {
		prefix := "indikator." + i.ID + "."
		add(prefix+"nama", i.Name.Base)
		add(prefix+"aspek", in.Aspects[i.Aspect].ID)
		add(prefix+"bobot", weight(i.Weight))
		for _, l := range slices.Sorted(maps.Keys(i.Criteria)) {
			add(prefix+"kriteria-"+strconv.Itoa(l), i.Criteria[l].Base)
		}
	}
	return m
}

func basis(b maturity.Basis) string {
	if b == maturity.BasisRounded {
		return "bulat"
	}
	return "tepat"
}

// weight prints percent with as many decimals as it has, at least two.
func weight(w maturity.Weight) string {
	text := decimals(int64(w), 4)
	for range 2 {
		text = strings.TrimSuffix(text, "0")
	}
	return text
}
