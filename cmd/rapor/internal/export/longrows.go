package export

import (
	"iter"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
)

// The values of the column bagian.
const (
	partIndex     = "indeks"
	partBand      = "predikat"
	partDomain    = "domain"
	partAspect    = "aspek"
	partIndicator = "indikator"
	partSpread    = "sebaran"
)

// longColumns are those of /data/skor.csv: one figure a row.
var longColumns = columns("instansi", "tahun", "instrumen", "tahap", "bagian", "kode", "nilai", "asal", "sumber", "keyakinan", "dicocokkan")

// longTable lists every figure of some editions, in their order, which is that of
// institutions.
func longTable(study *analysis.Study, editions []edition) Table {
	t := Table{Columns: longColumns, editions: editions}
	for rest := editions; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].inst == rest[0].inst {
			n++
		}
		t.cut = append(t.cut, piece{rest[0].inst.Slug, longRowsOf(study, rest[:n])})
		rest = rest[n:]
	}
	for i := range editions {
		t.Count += editions[i].figures
	}
	t.Rows = func(yield func([]Cell) bool) {
		for _, p := range t.cut {
			for row := range p.rows {
				if !yield(row) {
					return
				}
			}
		}
	}
	return t
}

func longRowsOf(study *analysis.Study, editions []edition) iter.Seq[[]Cell] {
	return func(yield func([]Cell) bool) {
		row := make([]Cell, len(longColumns))
		for i := range editions {
			rows := &longRows{edition: editions[i], study: study, row: row, yield: yield}
			if rows.all(); rows.ended {
				return
			}
		}
	}
}

// figuresOf counts the figures of an edition: its rows in a table of all.
func figuresOf(study *analysis.Study, e edition) int {
	count := 0
	(&longRows{edition: e, study: study, yield: func([]Cell) bool { count++; return true }}).all()
	return count
}

// longRows writes the figures of one edition. Without a row it only counts.
type longRows struct {
	edition
	study *analysis.Study
	row   []Cell
	yield func([]Cell) bool
	ended bool
}

// all writes what was printed, what other sources print, the levels by stage from
// the final one back, and what they give.
func (l *longRows) all() {
	if p := l.a.Published; p != nil {
		l.published(p, said{maturity.StageFinal, analysis.OriginPublished.String(), l.source, l.seen})
	}
	for i := range l.a.Others {
		o := &l.a.Others[i]
		source := o.Title
		if source == "" {
			source = o.ID
		}
		l.published(&o.Published, said{origin: originOther, source: source})
	}
	for i := len(l.a.Stages) - 1; i >= 0; i-- {
		s := &l.a.Stages[i]
		for k, v := range s.Levels {
			if v.Assessed() {
				l.put(said{s.Stage, originLevels, l.source, l.seen}, partIndicator, l.a.Instrument.Indicators[k].ID, levelCell(v), "")
			}
		}
	}
	l.computed()
}

// said is who says a figure, of which stage.
type said struct {
	stage  maturity.Stage
	origin string
	source string
	seen   Cell
}

func (l *longRows) published(p *maturity.Published, by said) {
	in, sure := l.a.Instrument, p.Confidence
	if p.Index != nil {
		l.put(by, partIndex, "", decimal(hundredths(*p.Index)), sure)
	}
	if p.Band != "" {
		l.put(by, partBand, p.Band, Cell{}, sure)
	}
	for i := range in.Domains {
		if v, ok := p.Domains[in.Domains[i].ID]; ok {
			l.put(by, partDomain, in.Domains[i].ID, decimal(hundredths(v)), sure)
		}
	}
	for i := range in.Aspects {
		if v, ok := p.Aspects[in.Aspects[i].ID]; ok {
			l.put(by, partAspect, in.Aspects[i].ID, decimal(hundredths(v)), sure)
		}
	}
	l.spread(p, by)
}

// spread is a printed distribution: institutions counted by band.
func (l *longRows) spread(p *maturity.Published, by said) {
	s := p.Spread
	if s == nil {
		return
	}
	for i := len(l.a.Instrument.Bands) - 1; i >= 0; i-- {
		id := l.a.Instrument.Bands[i].ID
		if n, ok := s.ByBand[id]; ok {
			l.put(by, partSpread, id, whole(n), p.Confidence)
		}
	}
	if s.GoodOrUp != nil {
		l.put(by, partSpread, "baik_ke_atas", whole(*s.GoodOrUp), p.Confidence)
	}
	if s.Total > 0 {
		l.put(by, partSpread, "total", whole(s.Total), p.Confidence)
	}
}

// computed is what the levels of the last stage give.
func (l *longRows) computed() {
	card, in := l.study.Result(l.a).Computed(), l.a.Instrument
	if card == nil || !card.Index.Exists() {
		return
	}
	by := said{card.Stage, analysis.OriginComputed.String(), l.source, l.seen}
	l.put(by, partIndex, "", decimal(rounded(card.Index)), "")
	if card.Band >= 0 {
		l.put(by, partBand, in.Bands[card.Band].ID, Cell{}, "")
	}
	for i, x := range card.Domains {
		if x.Exists() {
			l.put(by, partDomain, in.Domains[i].ID, decimal(rounded(x)), "")
		}
	}
	for i, x := range card.Aspects {
		if x.Exists() {
			l.put(by, partAspect, in.Aspects[i].ID, decimal(rounded(x)), "")
		}
	}
}

func (l *longRows) put(by said, part, code string, value Cell, sure maturity.Confidence) {
	if l.ended {
		return
	}
	if l.row != nil {
		r := l.row
		r[0], r[1], r[2], r[3] = words(l.inst.Slug), whole(l.a.Year), words(l.a.Instrument.ID), words(string(by.stage))
		r[4], r[5], r[6], r[7] = words(part), words(code), value, words(by.origin)
		r[8], r[9], r[10] = words(by.source), words(string(sure)), by.seen
	}
	l.ended = !l.yield(l.row)
}

// indicatorColumns are those of a table of one indicator.
var indicatorColumns = columns("instansi", "nama", "jenis", "tahun", "tahap", "tingkat", "sumber", "keyakinan", "dicocokkan")

// indicatorTable lists every level of one indicator, by institution and year,
// stages from the final one back.
func indicatorTable(editions []edition, in *maturity.Instrument, place int) Table {
	rows := func(yield func([]Cell) bool) {
		row := make([]Cell, len(indicatorColumns))
		for _, e := range editions {
			if e.a.Instrument != in {
				continue
			}
			for i := len(e.a.Stages) - 1; i >= 0; i-- {
				s := &e.a.Stages[i]
				if !s.Levels[place].Assessed() {
					continue
				}
				row[0], row[1], row[2], row[3] = words(e.inst.Slug), words(e.inst.Name), words(e.inst.KindIn(e.a.Year)), whole(e.a.Year)
				row[4], row[5], row[6], row[7], row[8] = words(string(s.Stage)), levelCell(s.Levels[place]), words(e.source), Cell{}, e.seen
				if !yield(row) {
					return
				}
			}
		}
	}
	return Table{Columns: indicatorColumns, Rows: rows, Count: countRows(rows)}
}

func countRows(rows iter.Seq[[]Cell]) int {
	n := 0
	for range rows {
		n++
	}
	return n
}
