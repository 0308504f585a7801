package load

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

type entry = fs.DirEntry

// assessment reads one year of one institution. What it says of indicators and
// bands can only be read with its instrument at hand; where that is unknown or
// faulty, the rest is still checked.
func (l *loader) assessment(name, slug string, year int, institutionText []byte, problems *diag.List) (*maturity.Assessment, error) {
	var file assessmentFile
	text, err := l.files.decode(name, &file, problems)
	if err != nil || text == nil {
		return nil, err
	}
	in, known := l.instruments[file.Instrumen.Value]
	if !known {
		if file.Instrumen.Given && !slices.Contains(l.instrumentIDs, file.Instrumen.Value) {
			problems.Unknown(file.Instrumen.Pos, "load-unknown-instrument", file.Instrumen.Value, l.instrumentIDs)
		}
		return nil, nil
	}
	switch {
	case in.CoversYear(year):
	case in.LastYear == 0:
		problems.Errorf(file.Instrumen.Pos, "load-instrument-year-open", in.ID, year, in.FirstYear)
	default:
		problems.Errorf(file.Instrumen.Pos, "load-instrument-year", in.ID, year, in.FirstYear, in.LastYear)
	}
	b := assessmentBuilder{file: &file, in: in.Instrument, problems: problems}
	pos := l.files.pos(name)
	b.a = &maturity.Assessment{
		Institution: slug, Year: year, Instrument: in.Instrument, File: pos.File[len(pos.File)-len(name):], Pos: pos,
		Date: file.Tanggal.Value, Draft: file.Draf.Value, Incomplete: file.BelumLengkap.Value, Deadline: file.Batas.Value,
		Note: file.Catatan.Value, Digest: digest(text, institutionText, in.text),
	}
	b.notApplicable()
	b.published()
	b.others()
	b.stages()
	b.notes()
	for _, e := range file.Sumber.Entries {
		b.a.Sources = append(b.a.Sources, source(e, problems))
	}
	if !file.saysResult() && !b.a.Incomplete {
		problems.Errorf(file.Instrumen.Pos, "load-empty-year")
	}
	return b.a, nil
}

// saysResult reports whether an index or levels are written, be they faulty: then
// they are to be mended, not added.
func (f *assessmentFile) saysResult() bool {
	return f.Terbit != nil && f.Terbit.Indeks.Pos.Line > 0 || len(f.Tingkat.Entries) > 0
}

// digest is the SHA-256 of the three files in a row, as
// `cat 2024.toml instansi.toml <instrument>.toml | sha256sum` gives it.
func digest(texts ...[]byte) string {
	h := sha256.New()
	for _, t := range texts {
		h.Write(t)
	}
	return hex.EncodeToString(h.Sum(nil))
}

type assessmentBuilder struct {
	file     *assessmentFile
	in       *maturity.Instrument
	a        *maturity.Assessment
	ids      []string // of the indicators, once one was unknown
	problems *diag.List
}

// indicator finds an indicator and reports an unknown one; -1 then.
func (b *assessmentBuilder) indicator(pos diag.Pos, id string) int {
	i := b.in.Indicator(id)
	if i < 0 {
		if b.ids == nil {
			b.ids = indicatorIDs(b.in)
		}
		b.problems.Unknown(pos, "load-unknown-indicator", id, b.ids)
	}
	return i
}

func (b *assessmentBuilder) notApplicable() {
	if list := b.file.TidakBerlaku; list.Given && !b.in.Normalises {
		b.problems.Errorf(list.Pos, "load-not-normalised", b.in.ID)
		return
	}
	for _, s := range b.file.TidakBerlaku.Items {
		if i := b.indicator(s.Pos, s.Value); i >= 0 && !slices.Contains(b.a.NotApplicable, i) {
			b.a.NotApplicable = append(b.a.NotApplicable, i)
		}
	}
	if n := len(b.in.Indicators); n > 0 && len(b.a.NotApplicable) == n {
		b.problems.Errorf(b.file.TidakBerlaku.Pos, "load-nothing-applies")
	}
}

func (b *assessmentBuilder) published() {
	if b.file.Terbit != nil {
		p := b.figures(b.file.Terbit)
		b.a.Published = &p
	}
}

func (b *assessmentBuilder) others() {
	for _, e := range b.file.TerbitLain.Entries {
		v := e.Value
		figures := b.figures(&publishedTable{v.Indeks, v.Predikat, v.PredikatTercetak, v.Keyakinan, v.Domain, v.Aspek, v.Sebaran})
		figures.Pos = e.Pos
		b.a.Others = append(b.a.Others, maturity.Other{ID: e.Key, Published: figures, Title: v.Judul.Value, URL: webAddress(v.URL, b.problems)})
	}
}

// figures reads a published result.
func (b *assessmentBuilder) figures(t *publishedTable) maturity.Published {
	p := maturity.Published{Pos: b.a.Pos, IndexPos: t.Indeks.Pos, BandPos: t.Predikat.Pos, PrintedBand: t.PredikatTercetak.Value, PrintedPos: t.PredikatTercetak.Pos,
		Confidence: maturity.Confidence(oneOf(t.Keyakinan, []string{"tinggi", "sedang", "rendah"}, b.problems)),
		PartPos:    map[string]diag.Pos{}}
	if t.Indeks.Given {
		v := hundredths(t.Indeks, b.problems)
		p.Index = &v
	}
	if t.Predikat.Given {
		p.Band = b.band(t.Predikat.Pos, t.Predikat.Value)
	}
	p.Domains = b.parts(t.Domain, &p, "load-unknown-domain", b.in.Domain, domainIDs(b.in))
	p.Aspects = b.parts(t.Aspek, &p, "load-unknown-aspect", b.in.Aspect, aspectIDs(b.in))
	if t.Sebaran != nil {
		p.Spread = b.spread(t.Sebaran)
	}
	return p
}

// band finds a band by its name or id.
func (b *assessmentBuilder) band(pos diag.Pos, word string) string {
	names := make([]string, len(b.in.Bands))
	for i := range b.in.Bands {
		if band := &b.in.Bands[i]; band.Name.Base == word || band.ID == word {
			return band.ID
		}
		names[len(names)-1-i] = b.in.Bands[i].Name.Base
	}
	b.problems.Errorf(pos, "load-unknown-band", word, diag.Some(names))
	return ""
}

func (b *assessmentBuilder) parts(t toml.Keyed[toml.Dec], p *maturity.Published, unknown string, find func(string) int, all []string) map[string]maturity.Hundredths {
	if len(t.Entries) == 0 {
		return nil
	}
	out := make(map[string]maturity.Hundredths, len(t.Entries))
	for _, e := range t.Entries {
		if find(e.Key) < 0 {
			b.problems.Errorf(e.KeyPos, unknown, e.Key, diag.Some(all))
			continue
		}
		if e.Value.Given {
			out[e.Key], p.PartPos[e.Key] = hundredths(e.Value, b.problems), e.Pos
		}
	}
	return out
}

func indicatorIDs(in *maturity.Instrument) (out []string) {
	for i := range in.Indicators {
		out = append(out, in.Indicators[i].ID)
	}
	return out
}

func domainIDs(in *maturity.Instrument) (out []string) {
	for i := range in.Domains {
		out = append(out, in.Domains[i].ID)
	}
	return out
}

func aspectIDs(in *maturity.Instrument) (out []string) {
	for i := range in.Aspects {
		out = append(out, in.Aspects[i].ID)
	}
	return out
}

// stages reads the levels of every stage, in the stages' order.
func (b *assessmentBuilder) stages() {
	for _, e := range b.file.Tingkat.Entries {
		if !slices.Contains(maturity.Stages, maturity.Stage(e.Key)) {
			b.problems.Errorf(e.KeyPos, "load-unknown-stage", e.Key)
		}
	}
	for _, stage := range maturity.Stages {
		for _, e := range b.file.Tingkat.Entries {
			if e.Key == string(stage) {
				b.stage(stage, e)
			}
		}
	}
}

func (b *assessmentBuilder) stage(stage maturity.Stage, e toml.Entry[toml.Keyed[toml.Dec]]) {
	levels, lines := make([]maturity.Level, len(b.in.Indicators)), make([]int32, len(b.in.Indicators))
	for _, row := range e.Value.Entries {
		i := b.indicator(row.KeyPos, row.Key)
		if i < 0 || !row.Value.Given {
			continue
		}
		v, ok := row.Value.TwoDecimals()
		value := maturity.Hundredths(max(min(v, 1<<20), -1<<20))
		switch scale := b.in.Scale; {
		case !scale.Sound(): // said of the instrument
		case value < scale.Min || value > scale.Max:
			b.problems.Errorf(row.Pos, "load-level-range", row.Value.Text, figure(scale.Min), figure(scale.Max))
		case !ok || !scale.Holds(value):
			b.problems.Errorf(row.Pos, "load-level-step", row.Value.Text, figure(scale.Step))
		case slices.Contains(b.a.NotApplicable, i):
			b.problems.Errorf(row.KeyPos, "load-level-not-applicable", row.Key)
		default:
			levels[i], lines[i] = maturity.LevelOf(value), int32(row.Pos.Line)
		}
	}
	b.missing(stage, e)
	b.a.Stages = append(b.a.Stages, maturity.StageLevels{Stage: stage, Levels: levels, Lines: lines, Pos: e.Pos})
}

// missing reports the indicators that a stage leaves out.
func (b *assessmentBuilder) missing(stage maturity.Stage, e toml.Entry[toml.Keyed[toml.Dec]]) {
	if b.a.Incomplete {
		return
	}
	given := make(map[string]bool, len(e.Value.Entries))
	for _, row := range e.Value.Entries {
		given[row.Key] = true
	}
	var out []string
	for i := range b.in.Indicators {
		if id := b.in.Indicators[i].ID; !given[id] && !slices.Contains(b.a.NotApplicable, i) {
			out = append(out, id)
		}
	}
	if len(out) > 0 {
		b.problems.Errorf(e.Pos, "load-stage-incomplete", string(stage), len(out), len(b.in.Indicators), strings.Join(out, ", "))
	}
}

func (b *assessmentBuilder) notes() {
	for _, e := range b.file.Indikator.Entries {
		i := b.indicator(e.KeyPos, e.Key)
		if i < 0 {
			continue
		}
		n := maturity.IndicatorNote{Indicator: i, Note: e.Value.Catatan.Value, Recommendation: e.Value.Rekomendasi.Value,
			Open: !e.Value.Terbuka.Given || e.Value.Terbuka.Value, Pos: e.Pos}
		for _, ev := range e.Value.Bukti.Entries {
			n.Evidence = append(n.Evidence, maturity.Evidence{ID: ev.Key, Title: ev.Value.Judul.Value, Present: ev.Value.Ada.Value,
				URL: webAddress(ev.Value.URL, b.problems)})
		}
		b.a.Notes = append(b.a.Notes, n)
	}
	slices.SortStableFunc(b.a.Notes, func(x, y maturity.IndicatorNote) int { return x.Indicator - y.Indicator })
}
