package export

import (
	"strconv"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/jsontext"
	"rapor/cmd/rapor/internal/maturity"
)

// instrument reads what figures are computed with; names are left out, but for
// those that a message may need.
func (r *reading) instrument(root *jsontext.Node, id string) *maturity.Instrument {
	r.same(root, "id", id)
	span := root.Get("tahun")
	in := &maturity.Instrument{ID: id, FirstYear: r.year(span, "mulai"), LastYear: r.year(span, "sampai"),
		Predecessor: r.str(root, "pendahulu"), Normalises: r.flag(root, "normalisasi"), Basis: r.basis(root, "predikat_dari"), Pos: root.Pos}
	if years := root.Get("predikat_dari_tahun"); years != nil {
		in.BasisByYear = map[int]maturity.Basis{}
		for _, key := range years.Keys {
			if year, err := strconv.Atoi(key); err == nil {
				in.BasisByYear[year] = r.basis(years, key)
			}
		}
	}
	if scale := root.Get("tingkat"); scale != nil {
		in.Scale = maturity.Scale{Min: r.hundredths(scale, "min"), Max: r.hundredths(scale, "max"), Step: r.hundredths(scale, "langkah")}
	} else {
		r.bad(root, "tingkat")
	}
	for _, b := range r.list(root, "predikat") {
		in.Bands = append(in.Bands, maturity.RatingBand{ID: r.str(b, "id"), Min: r.hundredths(b, "min"), Pos: b.Pos})
	}
	r.structure(root, in)
	return in
}

func (r *reading) basis(n *jsontext.Node, key string) maturity.Basis {
	switch r.str(n, key) {
	case "tepat":
		return maturity.BasisExact
	case "bulat":
		return maturity.BasisRounded
	}
	r.bad(n, key)
	return maturity.BasisExact
}

// structure reads domains, aspects and indicators with their weights.
func (r *reading) structure(root *jsontext.Node, in *maturity.Instrument) {
	for _, d := range r.list(root, "domain") {
		in.Domains = append(in.Domains, maturity.Domain{ID: r.str(d, "id"), Weight: r.weight(d), Pos: d.Pos})
	}
	for _, n := range r.list(root, "aspek") {
		a := maturity.Aspect{ID: r.str(n, "id"), Weight: r.weight(n), Domain: -1, Pos: n.Pos}
		if len(in.Domains) > 0 {
			a.Domain = in.Domain(r.str(n, "domain"))
			r.knows(n, r.str(n, "domain"), a.Domain)
		}
		in.Aspects = append(in.Aspects, a)
	}
	total := maturity.Weight(0)
	for _, n := range r.list(root, "indikator") {
		i := maturity.Indicator{ID: r.str(n, "id"), Weight: r.weight(n), Aspect: in.Aspect(r.str(n, "aspek")), Pos: n.Pos}
		r.knows(n, r.str(n, "aspek"), i.Aspect)
		if i.Weight <= 0 || i.Weight > maturity.WholeWeight {
			r.bad(n, "bobot")
			i.Weight = 0
		}
		total += i.Weight
		in.Indicators = append(in.Indicators, i)
	}
	if total != maturity.WholeWeight && !r.failed {
		r.failed = true
		r.problems.Errorf(root.Pos, "export-weights")
	}
	if !r.failed {
		r.sums(in)
	}
}

// sums holds the weight of every aspect and domain against what it is made of.
func (r *reading) sums(in *maturity.Instrument) {
	aspects, domains := make([]maturity.Weight, len(in.Aspects)), make([]maturity.Weight, len(in.Domains))
	for _, i := range in.Indicators {
		aspects[i.Aspect] += i.Weight
	}
	compare := func(pos diag.Pos, id string, given, sum maturity.Weight) {
		if given != sum {
			r.problems.Errorf(pos, "export-number", id+" bobot", string(percent(given).append(nil)), string(percent(sum).append(nil)))
		}
	}
	for i, a := range in.Aspects {
		compare(a.Pos, a.ID, a.Weight, aspects[i])
		if a.Domain >= 0 {
			domains[a.Domain] += aspects[i]
		}
	}
	for i, d := range in.Domains {
		compare(d.Pos, d.ID, d.Weight, domains[i])
	}
}
