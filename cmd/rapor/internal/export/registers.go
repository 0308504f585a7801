package export

import (
	"strconv"

	"rapor/cmd/rapor/internal/maturity"
)

var institutionColumns = columns("instansi", "nama", "nama_en", "pendek", "jenis", "nama_jenis", "rumpun", "subjenis", "wilayah", "induk",
	"mulai", "berakhir", "rata_rata", "situs", "tahun_pertama", "tahun_terakhir")

// institutionTable lists all institutions.
func institutionTable(set *maturity.Dataset) Table {
	return Table{Columns: institutionColumns, Rows: func(yield func([]Cell) bool) {
		for _, i := range set.Institutions {
			kind := set.Portal.Kind(i.Kind)
			first, last := 0, 0
			if n := len(i.Assessments); n > 0 {
				first, last = i.Assessments[0].Year, i.Assessments[n-1].Year
			}
			row := []Cell{words(i.Slug), words(i.Name), words(i.NameEN), words(i.ShortName), words(i.Kind), words(kind.Name.Base), words(kind.Family.Base),
				words(i.Subkind), words(i.Region), words(i.Parent), yearCell(i.FirstYear), yearCell(i.LastYear), yes(i.Average), words(i.Site),
				yearCell(first), yearCell(last)}
			if !yield(row) {
				return
			}
		}
	}, Count: len(set.Institutions)}
}

var sourceColumns = columns("instansi", "tahun", "sumber", "judul", "rujukan", "url", "salinan", "dicocokkan")

// sourceTable lists every source of every year in full.
func sourceTable(editions []edition) Table {
	rows := func(yield func([]Cell) bool) {
		for _, e := range editions {
			for _, s := range e.a.Sources {
				if !yield([]Cell{words(e.inst.Slug), whole(e.a.Year), words(s.ID), words(s.Title), words(s.Reference), words(s.URL), words(s.Copy), perhaps(s.Compared)}) {
					return
				}
			}
			for i := range e.a.Others {
				o := &e.a.Others[i]
				if !yield([]Cell{words(e.inst.Slug), whole(e.a.Year), words(o.ID), words(o.Title), {}, words(o.URL), {}, {}}) {
					return
				}
			}
		}
	}
	return Table{Columns: sourceColumns, Rows: rows, Count: countRows(rows)}
}

// instrumentTable lists bands, domains, aspects and indicators with their weights
// and, where the instrument has them, the criteria of every level.
func instrumentTable(in *maturity.Instrument) Table {
	cols := columns("bagian", "kode", "induk", "nama", "nama_en", "bobot", "min")
	first, last := int(in.Scale.Min/100), int(in.Scale.Max/100)
	criteria := hasCriteria(in)
	if criteria {
		for l := first; l <= last; l++ {
			cols = append(cols, Column{"kriteria_" + strconv.Itoa(l), TypeText, bilingual("Kriteria tingkat "+strconv.Itoa(l), "Criterion of level "+strconv.Itoa(l))})
		}
	}
	rows := func(yield func([]Cell) bool) {
		put := func(part, code, parent string, name maturity.Text, weight, least Cell, levels map[int]maturity.Text) bool {
			row := []Cell{words(part), words(code), words(parent), words(name.Base), words(name.Other["en"]), weight, least}
			for l := first; criteria && l <= last; l++ {
				row = append(row, words(levels[l].Base))
			}
			return yield(row)
		}
		for _, b := range in.Bands {
			if !put(partBand, b.ID, "", b.Name, Cell{}, decimal(hundredths(b.Min)), nil) {
				return
			}
		}
		for _, d := range in.Domains {
			if !put(partDomain, d.ID, "", d.Name, decimal(percent(d.Weight)), Cell{}, nil) {
				return
			}
		}
		for _, a := range in.Aspects {
			parent := ""
			if a.Domain >= 0 {
				parent = in.Domains[a.Domain].ID
			}
			if !put(partAspect, a.ID, parent, a.Name, decimal(percent(a.Weight)), Cell{}, nil) {
				return
			}
		}
		for _, i := range in.Indicators {
			if !put(partIndicator, i.ID, in.Aspects[i.Aspect].ID, i.Name, decimal(percent(i.Weight)), Cell{}, i.Criteria) {
				return
			}
		}
	}
	return Table{Columns: cols, Rows: rows, Count: len(in.Bands) + len(in.Domains) + len(in.Aspects) + len(in.Indicators)}
}

func hasCriteria(in *maturity.Instrument) bool {
	for _, i := range in.Indicators {
		if len(i.Criteria) > 0 {
			return true
		}
	}
	return false
}
