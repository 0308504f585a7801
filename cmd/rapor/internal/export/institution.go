package export

import (
	"maps"
	"slices"
	"strconv"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
)

// institutionJSON is /instansi/<slug>.json.
type institutionJSON struct {
	Institution string        `json:"instansi"`
	Name        string        `json:"nama"`
	ShortName   string        `json:"pendek,omitempty"`
	Kind        string        `json:"jenis"`
	KindByYear  object        `json:"jenis_tahun,omitempty"`
	Subkind     any           `json:"subjenis"`
	FirstYear   int           `json:"mulai,omitempty"`
	LastYear    int           `json:"berakhir,omitempty"`
	Region      any           `json:"wilayah"`
	Parent      any           `json:"induk"`
	Average     bool          `json:"rata_rata,omitempty"`
	Series      []pointJSON   `json:"seri"`
	Breaks      []breakJSON   `json:"ganti_instrumen,omitempty"` // between neighbouring results
	Targets     []targetJSON  `json:"target"`
	Priorities  []leverJSON   `json:"prioritas"`
	Next        *nextBandJSON `json:"ke_predikat_berikut"`
	Change      *changeJSON   `json:"perubahan"`
	Program     string        `json:"program"`
}

type pointJSON struct {
	Year       int    `json:"tahun"`
	Instrument string `json:"instrumen"`
	Index      number `json:"indeks"`
	Band       any    `json:"predikat"`
	Origin     string `json:"asal"`
	Confidence any    `json:"keyakinan"`
}

// targetJSON holds paces and a projection only while the target is open, and a
// projection only from three editions on.
type targetJSON struct {
	Year       int             `json:"tahun"`
	Index      number          `json:"indeks"`
	Instrument any             `json:"instrumen"`
	Status     analysis.Status `json:"status"`
	Reached    *int            `json:"tercapai_pada"`
	Required   *number         `json:"laju_perlu"`
	Pace       *number         `json:"laju_nyata"`
	Projection *number         `json:"proyeksi"`
	Range      []number        `json:"proyeksi_rentang,omitempty"`
	Source     *sourceJSON     `json:"sumber"`
	Others     []targetJSON    `json:"lain,omitempty"` // the same year's target as other sources print it
}

// breakJSON is a change of instrument between two neighbouring results: they are
// not comparable, and no figure crosses it.
type breakJSON struct {
	From       int    `json:"dari"`
	To         int    `json:"ke"`
	Before     string `json:"instrumen_lama"`
	After      string `json:"instrumen_baru"`
	Comparable bool   `json:"sebanding"` // always false
}

// leverJSON is what one indicator can add: index points, exact.
type leverJSON struct {
	Indicator string `json:"indikator"`
	Level     number `json:"tingkat"`
	Gain      number `json:"nilai_per_tingkat"`
	Room      number `json:"ruang"`
}

type nextBandJSON struct {
	Band  string `json:"predikat"`
	Short number `json:"kurang"`
	Steps *int   `json:"langkah"`
}

type changeJSON struct {
	From  int        `json:"dari"`
	To    int        `json:"ke"`
	Value number     `json:"selisih"`
	Terms []termJSON `json:"urai,omitzero"` // nil: not known; empty: no level changed
	Rest  *number    `json:"selisih_terbit_dan_hitung,omitempty"`
}

type termJSON struct {
	ID    string `json:"kode"`
	Value number `json:"selisih"`
}

// Institution returns the JSON of an institution.
func Institution(inst *maturity.Institution, facts analysis.Findings, program string) ([]byte, error) {
	out := institutionJSON{Institution: inst.Slug, Name: inst.Name, ShortName: inst.ShortName, Kind: inst.Kind, Subkind: optional(inst.Subkind),
		Region: optional(inst.Region), Parent: optional(inst.Parent), Average: inst.Average, Program: program,
		Series: []pointJSON{}, Targets: []targetJSON{}, Priorities: []leverJSON{}}
	out.FirstYear, out.LastYear = inst.FirstYear, inst.LastYear
	for _, year := range slices.Sorted(maps.Keys(inst.KindByYear)) {
		out.KindByYear = append(out.KindByYear, member{strconv.Itoa(year), inst.KindByYear[year]})
	}
	for i := range facts.Series.Points {
		out.Series = append(out.Series, point(&facts.Series.Points[i]))
	}
	runs := facts.Series.Runs()
	for i := 1; i < len(runs); i++ {
		before, after := &runs[i-1][len(runs[i-1])-1], &runs[i][0]
		out.Breaks = append(out.Breaks, breakJSON{From: before.Year, To: after.Year, Before: before.Instrument.ID, After: after.Instrument.ID})
	}
	for i := range facts.Paths {
		out.Targets = append(out.Targets, target(&facts.Paths[i]))
	}
	if latest := facts.Series.Latest(); latest != nil {
		var way *analysis.Way
		if facts.Priorities.Final {
			out.Priorities, way = levers(latest.Instrument, facts.Priorities.Rows), facts.Priorities.Next
		}
		out.Next = next(latest, way)
		out.Change = change(latest.Instrument, &facts.Change)
	}
	return file(out)
}

func point(p *analysis.Point) pointJSON {
	out := pointJSON{Year: p.Year, Instrument: p.Instrument.ID, Index: hundredths(p.Printed), Origin: p.Origin.String(),
		Confidence: optional(string(p.Confidence))}
	if p.Band >= 0 {
		out.Band = p.Instrument.Bands[p.Band].ID
	}
	return out
}

func target(p *analysis.Path) targetJSON {
	out := targetJSON{Year: p.Target.Year, Index: hundredths(p.Target.Index), Status: p.Status,
		Required: given(p.Required), Pace: given(p.Pace)}
	if p.Instrument != nil {
		out.Instrument = p.Instrument.ID
	}
	if p.Reached != nil {
		out.Reached = &p.Reached.Year
	}
	if j := p.Projection; j.Exists() && j.Value.Off == analysis.OnScale {
		out.Projection = given(j.Value.Value)
		if j.Low.Off == analysis.OnScale && j.High.Off == analysis.OnScale {
			out.Range = []number{rounded(j.Low.Value), rounded(j.High.Value)}
		}
	}
	if s := p.Target.Source; s != nil {
		out.Source = &sourceJSON{s.Title, optional(s.Reference), optional(s.URL), optional(s.Copy), s.Compared}
	}
	for i := range p.Versions {
		out.Others = append(out.Others, target(&p.Versions[i]))
	}
	return out
}

// given rounds a value that there is; nil where there is none.
func given(x maturity.Index) *number {
	if !x.Exists() {
		return nil
	}
	n := rounded(x)
	return &n
}

// points is an exact number of index points: eight decimals are enough, as
// weights have four in percent and levels two. Only where an instrument
// normalises may it be rounded there.
func points(x maturity.Index) number { return number{x.Decimal(8), 8}.trimmed() }

func levers(in *maturity.Instrument, rows []analysis.Priority) []leverJSON {
	out := make([]leverJSON, len(rows))
	for i, r := range rows {
		out[i] = leverJSON{in.Indicators[r.Indicator].ID, level(r.Level), points(r.Gain), points(r.RoomGain)}
	}
	return out
}

// next is the distance to the next band, as pages state it. Steps are counted only
// where the levels give the index and band that seri states: they would lead from
// another figure.
func next(latest *analysis.Point, way *analysis.Way) *nextBandJSON {
	edges := analysis.EdgesOf(latest)
	if !edges.ToNext.Exists() {
		return nil
	}
	out := &nextBandJSON{Band: latest.Instrument.Bands[edges.Next].ID, Short: rounded(edges.ToNext)}
	if way != nil && way.Band == edges.Next && latest.Exact.Exists() && way.Reachable && way.Steps > 0 {
		out.Steps = &way.Steps
	}
	return out
}

// change is the decomposition by indicator where levels are known; from domains
// alone it is the change and nothing more.
func change(in *maturity.Instrument, d *analysis.Decomposition) *changeJSON {
	if d.From == nil || d.To == nil || !d.Change.Exists() {
		return nil
	}
	out := &changeJSON{From: d.From.Year, To: d.To.Year, Value: rounded(d.Change)}
	if d.Exact {
		out.Terms = []termJSON{}
		for _, t := range d.Indicators {
			out.Terms = append(out.Terms, termJSON{in.Indicators[t.Place].ID, points(t.Change.Value)})
		}
		rest := points(d.Rest.Value)
		out.Rest = &rest
	}
	return out
}
