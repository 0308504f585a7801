package export

import (
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// assessmentJSON is /instansi/<slug>/<tahun>.json.
type assessmentJSON struct {
	Institution string         `json:"instansi"`
	Name        string         `json:"nama"`
	Year        int            `json:"tahun"`
	Instrument  string         `json:"instrumen"`
	Date        string         `json:"tanggal,omitempty"`
	Draft       bool           `json:"draf,omitempty"`
	Incomplete  bool           `json:"belum_lengkap,omitempty"`
	Note        string         `json:"catatan,omitempty"`
	NotApplied  []string       `json:"tidak_berlaku,omitempty"`
	Published   *publishedJSON `json:"terbit,omitempty"`
	Others      []otherJSON    `json:"terbit_lain,omitempty"`
	Computed    *computedJSON  `json:"hitung,omitempty"`
	Rows        []rowJSON      `json:"rekonsiliasi"`
	Levels      object         `json:"tingkat,omitempty"`
	Notes       object         `json:"indikator,omitempty"`
	Sources     []sourceJSON   `json:"sumber"`
	Program     string         `json:"program"`
	Digest      string         `json:"masukan_sha256"`
}

type publishedJSON struct {
	Index       *number     `json:"indeks"`
	Band        any         `json:"predikat"`
	PrintedBand string      `json:"predikat_tercetak,omitempty"`
	Domains     object      `json:"domain"`
	Aspects     object      `json:"aspek"`
	Confidence  any         `json:"keyakinan"`
	Spread      *spreadJSON `json:"sebaran,omitempty"`
}

type spreadJSON struct {
	Total    *int   `json:"total"`
	ByBand   object `json:"per_predikat"`
	GoodOrUp *int   `json:"baik_ke_atas"`
}

type otherJSON struct {
	publishedJSON
	Title string `json:"judul"`
	URL   any    `json:"url"`
}

// computedJSON holds either an index from levels or the range that published
// domains allow. From says which: tingkat, domain, or pembulatan for the figures
// of an average, whose range ends before its second number.
type computedJSON struct {
	From    string         `json:"dari"`
	Stage   maturity.Stage `json:"tahap,omitempty"`
	Index   *number        `json:"indeks,omitempty"`
	Exact   string         `json:"indeks_tepat,omitempty"`
	Range   []number       `json:"indeks_rentang,omitempty"`
	Band    string         `json:"predikat,omitempty"`
	Domains object         `json:"domain,omitempty"`
	Aspects object         `json:"aspek,omitempty"`
}

type rowJSON struct {
	Part       string        `json:"bagian"`
	Published  any           `json:"terbit"`
	Computed   any           `json:"hitung"`
	Difference any           `json:"selisih"`
	Verdict    score.Verdict `json:"putusan"`
}

type sourceJSON struct {
	Title     string `json:"judul"`
	Reference any    `json:"rujukan"`
	URL       any    `json:"url"`
	Copy      any    `json:"salinan"`
	Compared  *bool  `json:"dicocokkan"`
}

// Assessment returns the JSON of one year of one institution. program is the
// name and version of the program.
func Assessment(inst *maturity.Institution, a *maturity.Assessment, result *score.Result, program string) ([]byte, error) {
	out := assessmentJSON{
		Institution: inst.Slug, Name: inst.Name, Year: a.Year, Instrument: a.Instrument.ID, Date: a.Date, Draft: a.Draft,
		Incomplete: a.Incomplete, Note: a.Note, Computed: computed(a, result), Rows: rows(a.Instrument, result),
		Levels: levels(a), Notes: notes(a), Sources: []sourceJSON{}, Program: program, Digest: a.Digest,
	}
	for _, place := range a.NotApplicable {
		out.NotApplied = append(out.NotApplied, a.Instrument.Indicators[place].ID)
	}
	if a.Published != nil {
		p := published(a.Instrument, a.Published)
		out.Published = &p
	}
	for i := range a.Others {
		o := &a.Others[i]
		out.Others = append(out.Others, otherJSON{published(a.Instrument, &o.Published), o.Title, optional(o.URL)})
	}
	for _, s := range a.Sources {
		out.Sources = append(out.Sources, sourceJSON{s.Title, optional(s.Reference), optional(s.URL), optional(s.Copy), s.Compared})
	}
	return file(out)
}

func published(in *maturity.Instrument, p *maturity.Published) publishedJSON {
	out := publishedJSON{Band: optional(p.Band), PrintedBand: p.PrintedBand, Domains: object{}, Aspects: object{},
		Confidence: optional(string(p.Confidence))}
	if p.Index != nil {
		n := hundredths(*p.Index)
		out.Index = &n
	}
	for i := range in.Domains {
		if v, ok := p.Domains[in.Domains[i].ID]; ok {
			out.Domains = append(out.Domains, member{in.Domains[i].ID, hundredths(v)})
		}
	}
	for i := range in.Aspects {
		if v, ok := p.Aspects[in.Aspects[i].ID]; ok {
			out.Aspects = append(out.Aspects, member{in.Aspects[i].ID, hundredths(v)})
		}
	}
	if s := p.Spread; s != nil {
		out.Spread = &spreadJSON{ByBand: object{}, GoodOrUp: s.GoodOrUp}
		if s.Total > 0 {
			out.Spread.Total = &s.Total
		}
		for i := len(in.Bands) - 1; i >= 0; i-- {
			if n, ok := s.ByBand[in.Bands[i].ID]; ok {
				out.Spread.ByBand = append(out.Spread.ByBand, member{in.Bands[i].ID, n})
			}
		}
	}
	return out
}

// computed prefers levels; where there are none it is the range that published
// parts allow; nil where there is nothing to compute from.
func computed(a *maturity.Assessment, result *score.Result) *computedJSON {
	in := a.Instrument
	if card := result.Computed(); card != nil && card.Index.Exists() {
		n := rounded(card.Index)
		out := &computedJSON{From: "tingkat", Stage: card.Stage, Index: &n, Exact: card.Index.String()}
		if card.Band >= 0 {
			out.Band = in.Bands[card.Band].ID
		}
		for i, x := range card.Domains {
			if x.Exists() {
				out.Domains = append(out.Domains, member{in.Domains[i].ID, rounded(x)})
			}
		}
		for i, x := range card.Aspects {
			if x.Exists() {
				out.Aspects = append(out.Aspects, member{in.Aspects[i].ID, rounded(x)})
			}
		}
		return out
	}
	r := result.Range
	if !r.Exists() {
		return nil
	}
	out := &computedJSON{From: "domain", Range: []number{{r.Min.Decimal(4), 4}, {r.Max.Decimal(4), 4}}}
	if r.Origin == score.FromRounding {
		out.From = "pembulatan"
	}
	if band := r.Bands.One(); band >= 0 {
		out.Band = in.Bands[band].ID
	}
	return out
}

func rows(in *maturity.Instrument, result *score.Result) []rowJSON {
	out := []rowJSON{}
	for _, r := range result.Rows {
		row := rowJSON{Part: r.Part, Verdict: r.Verdict}
		switch {
		case r.Part == score.PartBand:
			row.Published = in.Bands[r.PublishedBand].ID
			if r.ComputedBand >= 0 {
				row.Computed = in.Bands[r.ComputedBand].ID
			}
		case r.From == score.FromNothing:
			row.Published = hundredths(r.Published)
		default:
			row.Published, row.Computed, row.Difference = hundredths(r.Published), hundredths(r.Computed), hundredths(r.Difference)
		}
		out = append(out, row)
	}
	return out
}

func levels(a *maturity.Assessment) object {
	var out object
	for i := len(a.Stages) - 1; i >= 0; i-- {
		values := object{}
		for k, l := range a.Stages[i].Levels {
			if l.Assessed() {
				values = append(values, member{a.Instrument.Indicators[k].ID, level(l)})
			}
		}
		out = append(out, member{string(a.Stages[i].Stage), values})
	}
	return out
}

func notes(a *maturity.Assessment) object {
	var out object
	for _, n := range a.Notes {
		evidence := []object{}
		for _, e := range n.Evidence {
			evidence = append(evidence, object{{"judul", e.Title}, {"ada", e.Present}, {"url", optional(e.URL)}})
		}
		out = append(out, member{a.Instrument.Indicators[n.Indicator].ID,
			object{{"catatan", optional(n.Note)}, {"rekomendasi", optional(n.Recommendation)}, {"bukti", evidence}}})
	}
	return out
}
