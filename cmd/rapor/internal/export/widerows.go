package export

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
)

// resultColumns lead every table with one row for each result.
var resultColumns = columns("instansi", "nama", "jenis", "wilayah", "induk", "rata_rata", "tahun", "instrumen", "tahap", "tanggal",
	"indeks", "asal", "keyakinan", "predikat", "asal_predikat", "asal_domain", "asal_aspek", "sumber", "dicocokkan")

// part is a column for a domain, an aspect or an indicator of one instrument.
type part struct {
	in    *maturity.Instrument
	layer string // partDomain, partAspect, partIndicator
	place int
}

// wideTable lists the results of some editions, one row each, with a column for
// every part that is known of any of them. Codes of two instruments never share a
// column: where there is more than one, or prefix is set, a column is named after
// its instrument too.
func wideTable(study *analysis.Study, editions []edition, levels, prefix bool) Table {
	parts := knownParts(study, editions, levels)
	for _, p := range parts {
		prefix = prefix || p.in != parts[0].in
	}
	cols := slices.Clone(resultColumns)
	for _, p := range parts {
		cols = append(cols, p.column(prefix))
	}
	rows := func(yield func([]Cell) bool) {
		row := make([]Cell, len(cols))
		for _, e := range editions {
			r := resultOfEdition(study, e)
			leadCells(row, e, &r)
			for i, p := range parts {
				row[len(resultColumns)+i] = p.cell(e.a.Instrument, &r)
			}
			if !yield(row) {
				return
			}
		}
	}
	return Table{Columns: cols, Rows: rows, Count: len(editions), editions: editions}
}

func leadCells(row []Cell, e edition, r *result) {
	in := e.a.Instrument
	row[0], row[1], row[2] = words(e.inst.Slug), words(e.inst.Name), words(e.inst.KindIn(e.a.Year))
	row[3], row[4], row[5] = words(e.inst.Region), words(e.inst.Parent), yes(e.inst.Average)
	row[6], row[7], row[8], row[9] = whole(e.a.Year), words(in.ID), words(string(r.stage)), words(e.a.Date)
	row[10], row[11], row[12] = figureCell(r.index), words(r.index.Origin.String()), words(string(r.confidence))
	row[13], row[14] = bandCells(in, r)
	row[15], row[16] = originOf(r.domains), originOf(r.aspects)
	row[17], row[18] = words(e.source), e.seen
}

// knownParts are the parts that any of the editions has a value of: by
// instrument, domains first.
func knownParts(study *analysis.Study, editions []edition, levels bool) []part {
	known := map[part]bool{}
	var instruments []*maturity.Instrument
	for _, e := range editions {
		in, r := e.a.Instrument, resultOfEdition(study, e)
		if !slices.Contains(instruments, in) {
			instruments = append(instruments, in)
		}
		for i := range r.domains {
			known[part{in, partDomain, i}] = known[part{in, partDomain, i}] || r.domains[i].Exists()
		}
		for i := range r.aspects {
			known[part{in, partAspect, i}] = known[part{in, partAspect, i}] || r.aspects[i].Exists()
		}
		for i := range r.levels {
			if levels && r.levels[i].Assessed() {
				known[part{in, partIndicator, i}] = true
			}
		}
	}
	var out []part
	for _, in := range study.Set.Instruments {
		if !slices.Contains(instruments, in) {
			continue
		}
		for _, layer := range []struct {
			name string
			size int
		}{{partDomain, len(in.Domains)}, {partAspect, len(in.Aspects)}, {partIndicator, len(in.Indicators)}} {
			for i := range layer.size {
				if p := (part{in, layer.name, i}); known[p] {
					out = append(out, p)
				}
			}
		}
	}
	return out
}

func (p part) column(prefix bool) Column {
	var id string
	var name maturity.Text
	kind := TypeNumber
	switch p.layer {
	case partDomain:
		id, name = p.in.Domains[p.place].ID, p.in.Domains[p.place].Name
	case partAspect:
		id, name = p.in.Aspects[p.place].ID, p.in.Aspects[p.place].Name
	default:
		id, name = p.in.Indicators[p.place].ID, p.in.Indicators[p.place].Name
		if p.in.Scale.Whole() {
			kind = TypeInteger
		}
	}
	if prefix {
		id = p.in.ID + "." + id
	}
	return Column{id, kind, name}
}

// cell is the part's value in a result; nothing where the result is of another
// instrument.
func (p part) cell(in *maturity.Instrument, r *result) Cell {
	if in != p.in {
		return Cell{}
	}
	switch {
	case p.layer == partDomain && p.place < len(r.domains):
		return figureCell(r.domains[p.place])
	case p.layer == partAspect && p.place < len(r.aspects):
		return figureCell(r.aspects[p.place])
	case p.layer == partIndicator && p.place < len(r.levels):
		return levelCell(r.levels[p.place])
	}
	return Cell{}
}
