package view

import (
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// horizons are the three parts of a road map with their words.
var horizons = []struct {
	id  maturity.Horizon
	key string
}{{maturity.ShortTerm, "rencana.pendek"}, {maturity.MediumTerm, "rencana.menengah"}, {maturity.LongTerm, "rencana.panjang"}}

// planKeys are the words of a plan's status.
var planKeys = map[string]string{"rencana": "rencana.status-rencana", "berjalan": "rencana.status-berjalan", "selesai": "rencana.status-selesai", "batal": "rencana.status-batal"}

// roadmap is an institution's plans by horizon, with what became of them; nil
// where it has none.
func (w *writer) roadmap(inst *maturity.Institution) *Section {
	if len(inst.Plans) == 0 {
		return nil
	}
	t := w.table(w.Say("rencana.tabel"), "", table.Words(w.Say("rencana.rencana"), w.Say("rencana.status"), w.Say("rencana.tenggat"), w.Say("tabel.indikator")))
	t.Wide, t.Names = true, true
	count := map[string]int{}
	for _, horizon := range horizons {
		begun := false
		for i := range inst.Plans {
			p := &inst.Plans[i]
			if p.Horizon != horizon.id {
				continue
			}
			if !begun {
				t.Begin(table.Text(w.Say(horizon.key)))
				begun = true
			}
			count[p.Status]++
			t.Add(table.Plain, w.planCells(p)...)
		}
	}
	lead := w.Say("rencana.jumlah", "n", w.Int(len(inst.Plans)), "selesai", w.Int(count["selesai"]), "berjalan", w.Int(count["berjalan"]),
		"rencana", w.Int(count["rencana"]), "batal", w.Int(count["batal"]))
	return &Section{ID: "peta-jalan", Title: w.Say("rencana.judul"), Lead: []theme.HTML{text(lead)}, Tables: []*table.Table{t}}
}

func (w *writer) planCells(p *maturity.Plan) []table.Cell {
	title := w.data(p.Title)
	due := table.Missing(w.Say("rencana.tanpa-tenggat"))
	if p.Due != "" {
		due = table.Text(w.Day(p.Due))
	}
	indicators := table.Missing(w.Say("rencana.tanpa-indikator"))
	if len(p.Indicators) > 0 {
		indicators = table.Text(strings.Join(p.Indicators, ", "))
	}
	return []table.Cell{{Text: title.Words, Lang: title.Lang}, table.Text(w.Say(planKeys[p.Status])), due, indicators}
}

// owned are the indicators of others that an institution answers for, each with
// its level and what the next one asks for; nil where there are none.
func (w *writer) owned(inst *maturity.Institution) *Section {
	all := w.site.set.Study.Owned(inst.Slug)
	if len(all) == 0 {
		return nil
	}
	s := &Section{ID: "diampu", Title: w.Say("diampu.judul"), Lead: []theme.HTML{text(w.Say("diampu.uraian"))}}
	for i := range all {
		o := &all[i]
		if o.Point == nil || len(o.Indicators) == 0 {
			s.Notes = append(s.Notes, w.Tell("diampu.tanpa-hasil", "nama", w.short(o.Of.Institution), "indikator", strings.Join(o.IDs, ", ")))
			continue
		}
		s.Tables = append(s.Tables, w.ownedTable(o.Of.Institution, o.Point.Year, o.Point.Instrument, o.Point.Levels, o.Indicators))
	}
	return s
}

func (w *writer) ownedTable(of *maturity.Institution, y int, in *maturity.Instrument, levels []maturity.Level, places []int) *table.Table {
	t := w.table(w.Say("diampu.tabel", "nama", w.short(of)), year(y), table.Words(w.Say("tabel.indikator-satu")), table.Figures(w.Say("tabel.bobot"), w.Say("prioritas.tingkat")),
		[]table.Column{{Name: w.Say("prioritas.kriteria"), Prose: true}})
	t.Wide, t.Names = true, true
	for _, i := range places {
		name := w.brief(in, i)
		level, next := table.Missing(w.Say("tabel.tidak-diketahui")), table.Missing(w.Say("tabel.tidak-diketahui"))
		if levels != nil && levels[i].Assessed() {
			level = w.levelCell(in, levels[i], true)
			next = w.nextCell(in, i, levels[i])
		}
		t.Add(table.Plain, table.Cell{Code: in.Indicators[i].ID, Text: name.Words, Lang: name.Lang, Href: w.to(indicatorDir(in.ID, in.Indicators[i].ID))},
			table.Text(w.weight(in.Indicators[i].Weight)), level, next)
	}
	return t
}

// nextCell is what the level after one asks for, where the instrument says.
func (w *writer) nextCell(in *maturity.Instrument, i int, now maturity.Level) table.Cell {
	next := (now.Hundredths()/100 + 1) * 100
	if next > in.Scale.Max {
		return table.Muted(w.Say("diampu.tertinggi"))
	}
	words, ok := in.Indicators[i].Criteria[int(next/100)]
	if !ok {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	t := w.text(words)
	return table.Cell{Text: t.Words, Lang: t.Lang}
}

// incentiveFact is what the band of an edition earns; none where the instrument
// says nothing, or where the band is not that of a final result.
func (w *writer) incentiveFact(e *edition) []Fact {
	place, _ := e.band()
	if !e.final || place < 0 || e.Instrument.Bands[place].Incentive.Base == "" {
		return nil
	}
	return []Fact{{text(w.Say("fakta.insentif")), w.text(e.Instrument.Bands[place].Incentive).HTML()}}
}
