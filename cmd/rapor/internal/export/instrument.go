package export

import (
	"maps"
	"slices"
	"strconv"

	"rapor/cmd/rapor/internal/maturity"
)

// InstrumentFile is the address of an instrument's JSON.
func InstrumentFile(id string) string { return "data/instrumen/" + id + ".json" }

// Instrument returns /data/instrumen/<id>.json: everything that the figures of
// its assessments are computed with, and the words. Lists keep the instrument's
// order, bands stand from low to high. Weights are percent. What is translated
// stands beside the Indonesian under the key with _en, _<code>.
func Instrument(in *maturity.Instrument, program string) ([]byte, error) {
	out := object{{"id", in.ID}}
	out = append(out, texts("nama", in.Name)...)
	out = append(out, texts("singkatan", in.Short)...)
	out = append(out, texts("peraturan", in.Regulation)...)
	out = append(out, texts("indeks", in.IndexName)...)
	out = append(out,
		member{"tahun", object{{"mulai", in.FirstYear}, {"sampai", given0(in.LastYear)}}},
		member{"pendahulu", optional(in.Predecessor)},
		member{"predikat_dari", basisWord(in.Basis)},
		member{"predikat_dari_tahun", basisByYear(in)},
		member{"normalisasi", in.Normalises},
		member{"tingkat", object{{"min", short(in.Scale.Min)}, {"max", short(in.Scale.Max)}, {"langkah", short(in.Scale.Step)}}},
		member{"predikat", bands(in)},
		member{"kapabilitas", capabilities(in)},
		member{"domain", domains(in)},
		member{"aspek", aspects(in)},
		member{"indikator", indicators(in)},
		member{"padanan", equivalents(in)},
		member{"program", program})
	return file(out)
}

// texts is a text under its key, and each translation under the key with its
// language: nama, nama_en. A text that was not given is left out.
func texts(key string, t maturity.Text) object {
	var out object
	if t.Base != "" {
		out = append(out, member{key, t.Base})
	}
	for _, code := range slices.Sorted(maps.Keys(t.Other)) {
		out = append(out, member{key + "_" + code, t.Other[code]})
	}
	return out
}

func basisWord(b maturity.Basis) string {
	if b == maturity.BasisRounded {
		return "bulat"
	}
	return "tepat"
}

func basisByYear(in *maturity.Instrument) object {
	out := object{}
	for _, year := range slices.Sorted(maps.Keys(in.BasisByYear)) {
		out = append(out, member{strconv.Itoa(year), basisWord(in.BasisByYear[year])})
	}
	return out
}

func bands(in *maturity.Instrument) []object {
	out := []object{}
	for i := range in.Bands {
		b := &in.Bands[i]
		o := append(object{{"id", b.ID}}, texts("nama", b.Name)...)
		o = append(o, member{"min", hundredths(b.Min)})
		o = append(o, texts("sebutan", b.Label)...)
		out = append(out, append(o, texts("insentif", b.Incentive)...))
	}
	return out
}

func capabilities(in *maturity.Instrument) []object {
	out := []object{}
	for _, c := range in.Capability {
		out = append(out, append(object{{"id", c.ID}}, byLevel("tingkat", c.Levels)...))
	}
	return out
}

// byLevel is a table of texts by level, and one for each language that
// translates some of them.
func byLevel(key string, levels map[int]maturity.Text) object {
	tables := map[string]object{}
	for _, l := range slices.Sorted(maps.Keys(levels)) {
		for _, m := range texts(key, levels[l]) {
			tables[m.key] = append(tables[m.key], member{strconv.Itoa(l), m.value})
		}
	}
	var out object
	for _, k := range slices.Sorted(maps.Keys(tables)) {
		out = append(out, member{k, tables[k]})
	}
	return out
}

func domains(in *maturity.Instrument) []object {
	out := []object{}
	for _, d := range in.Domains {
		o := append(object{{"id", d.ID}}, texts("nama", d.Name)...)
		out = append(out, append(o, member{"bobot", percent(d.Weight)}))
	}
	return out
}

func aspects(in *maturity.Instrument) []object {
	out := []object{}
	for _, a := range in.Aspects {
		o := object{{"id", a.ID}}
		if a.Domain >= 0 {
			o = append(o, member{"domain", in.Domains[a.Domain].ID})
		}
		o = append(o, texts("nama", a.Name)...)
		out = append(out, append(o, member{"bobot", percent(a.Weight)}))
	}
	return out
}

func indicators(in *maturity.Instrument) []object {
	out := []object{}
	for _, i := range in.Indicators {
		o := append(object{{"id", i.ID}, {"aspek", in.Aspects[i.Aspect].ID}}, texts("nama", i.Name)...)
		o = append(o, member{"bobot", percent(i.Weight)})
		if i.Capability != "" {
			o = append(o, member{"kapabilitas", i.Capability})
		}
		out = append(out, append(o, byLevel("kriteria", i.Criteria)...))
	}
	return out
}

func equivalents(in *maturity.Instrument) []object {
	out := []object{}
	for _, e := range in.Equivalents {
		o := object{{"indikator", e.Indicator}, {"dari", e.From}, {"sebanding", e.Comparable}}
		out = append(out, append(o, texts("alasan", e.Reason)...))
	}
	return out
}

// percent is a weight in percent, with as many decimals as it needs and at
// least two.
func percent(w maturity.Weight) number { return number{int64(w), 4}.trimmed() }

// given0 is null for a year that was not given.
func given0(year int) any {
	if year == 0 {
		return nil
	}
	return year
}
