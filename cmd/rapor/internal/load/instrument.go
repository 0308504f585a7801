package load

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

// loadedInstrument keeps an instrument's text for the digests of the
// assessments that use it.
type loadedInstrument struct {
	*maturity.Instrument
	text []byte
}

func (l *loader) loadInstruments() error {
	entries, err := l.files.list("instrumen")
	if err != nil {
		return err
	}
	l.instruments = map[string]*loadedInstrument{}
	var translations []string
	for _, e := range entries {
		name := e.Name()
		file := path.Join("instrumen", name)
		id, isTOML := strings.CutSuffix(name, ".toml")
		switch {
		case e.IsDir() || !isTOML:
			l.problems.Errorf(l.files.pos(file), "load-unexpected-instrument", name)
		case translation.MatchString(name):
			translations = append(translations, name)
		case l.goodSlug(l.files.pos(file), id):
			l.instrumentIDs = append(l.instrumentIDs, id)
			if err := l.instrument(file, id); err != nil {
				return err
			}
		}
	}
	for _, name := range translations {
		if err := l.translateInstrument(name); err != nil {
			return err
		}
	}
	slices.SortStableFunc(l.set.Instruments, func(a, b *maturity.Instrument) int {
		return cmp.Or(cmp.Compare(a.FirstYear, b.FirstYear), strings.Compare(a.ID, b.ID))
	})
	return nil
}

func (l *loader) instrument(name, id string) error {
	var file instrumentFile
	text, err := l.files.decode(name, &file, &l.problems)
	if err != nil || text == nil {
		l.set.Faulty["instrumen/"+id] = true
		return err
	}
	b := instrumentBuilder{file: &file, problems: &l.problems}
	in := &b.in
	in.ID, in.Pos = id, l.files.pos(name)
	in.Name, in.Short, in.Regulation, in.IndexName = base(file.Nama), base(file.Singkatan), base(file.Peraturan), base(file.Indeks)
	in.FirstYear, in.LastYear = file.Tahun.Mulai.Value, file.Tahun.Sampai.Value
	in.Predecessor, in.Normalises = file.Pendahulu.Value, file.Normalisasi.Value
	at := places{}
	at.str("pendahulu", file.Pendahulu)
	in.Places = maturity.Places(at)
	lifetime(file.Tahun.Mulai, file.Tahun.Sampai, &l.problems)
	b.basis()
	b.scale()
	b.bands()
	b.capabilities()
	b.domains()
	b.aspects()
	b.indicators()
	b.equivalents()
	l.set.Instruments = append(l.set.Instruments, in)
	l.instruments[id] = &loadedInstrument{in, text}
	return nil
}

// instrumentBuilder fills an instrument part by part.
type instrumentBuilder struct {
	file     *instrumentFile
	in       maturity.Instrument
	problems *diag.List
}

func (b *instrumentBuilder) basis() {
	words := []string{"tepat", "bulat"}
	read := func(s toml.Str) maturity.Basis {
		if oneOf(s, words, b.problems) == "bulat" {
			return maturity.BasisRounded
		}
		return maturity.BasisExact
	}
	b.in.Basis = read(b.file.PredikatDari)
	for _, e := range b.file.PredikatDariTahun.Entries {
		if year, ok := yearKey(e.KeyPos, e.Key, b.problems); ok {
			if b.in.BasisByYear == nil {
				b.in.BasisByYear = map[int]maturity.Basis{}
			}
			b.in.BasisByYear[year] = read(e.Value)
		}
	}
}

func (b *instrumentBuilder) scale() {
	t := b.file.Tingkat
	s := maturity.Scale{Min: hundredths(t.Min, b.problems), Max: hundredths(t.Max, b.problems), Step: 100}
	if t.Langkah.Given {
		s.Step = hundredths(t.Langkah, b.problems)
	}
	switch {
	case s.Min < 0 || s.Min > 10_000:
		b.problems.Errorf(t.Min.Pos, "load-scale-range")
	case s.Max < 0 || s.Max > 10_000:
		b.problems.Errorf(t.Max.Pos, "load-scale-range")
	case t.Max.Given && s.Max <= s.Min:
		b.problems.Errorf(t.Max.Pos, "load-scale-empty")
	case s.Step <= 0 || (s.Max-s.Min)%s.Step != 0:
		b.problems.Errorf(t.Langkah.Pos, "load-scale-step", t.Langkah.Text)
	}
	b.in.Scale = s
}

func (b *instrumentBuilder) bands() {
	for _, e := range b.file.Predikat.Entries {
		if !slugPattern.MatchString(e.Key) {
			b.problems.Errorf(e.KeyPos, "load-slug", e.Key)
		}
		b.in.Bands = append(b.in.Bands, maturity.RatingBand{ID: e.Key, Name: base(e.Value.Nama), Min: hundredths(e.Value.Min, b.problems),
			Label: base(e.Value.Sebutan), Incentive: base(e.Value.Insentif), Pos: e.Pos, MinPos: e.Value.Min.Pos})
	}
	if b.file.Predikat.Given && len(b.in.Bands) == 0 {
		b.problems.Errorf(b.file.Predikat.Pos, "load-no-band")
	}
	b.bandNames()
	slices.SortStableFunc(b.in.Bands, func(x, y maturity.RatingBand) int { return cmp.Compare(x.Min, y.Min) })
	for i := 1; i < len(b.in.Bands); i++ {
		if low, high := b.in.Bands[i-1], b.in.Bands[i]; low.Min == high.Min {
			b.problems.Errorf(high.Pos, "load-bands-alike", low.ID, high.ID)
		}
	}
}

// bandNames reports two bands of one name, between which a printed word could not
// choose, and a band that no level reaches: 26 was 2.6.
func (b *instrumentBuilder) bandNames() {
	first := map[string]string{}
	for _, e := range b.file.Predikat.Entries {
		name := e.Value.Nama.Value
		if other, taken := first[name]; taken && name != "" {
			b.problems.Errorf(e.Value.Nama.Pos, "load-bands-one-name", other, e.Key, name)
		} else {
			first[name] = e.Key
		}
		if min, _ := e.Value.Min.TwoDecimals(); b.in.Scale.Sound() && maturity.Hundredths(min) > b.in.Scale.Max {
			b.problems.Warnf(e.Value.Min.Pos, "load-band-too-high", e.Key, e.Value.Min.Text, figure(b.in.Scale.Max))
		}
	}
}

func (b *instrumentBuilder) capabilities() {
	for _, e := range b.file.Kapabilitas.Entries {
		b.in.Capability = append(b.in.Capability, maturity.Capability{ID: e.Key, Levels: b.byLevel(e.Value.Tingkat)})
	}
}

// byLevel reads a table of texts by whole level.
func (b *instrumentBuilder) byLevel(t toml.Keyed[toml.Str]) map[int]maturity.Text {
	if len(t.Entries) == 0 {
		return nil
	}
	if !b.in.Scale.Sound() {
		return nil
	}
	out := make(map[int]maturity.Text, len(t.Entries))
	for _, e := range t.Entries {
		level, err := strconv.Atoi(e.Key)
		if err != nil || level > 100 || !b.in.Scale.Holds(maturity.Hundredths(level*100)) {
			b.problems.Errorf(e.KeyPos, "load-level-key", e.Key)
			continue
		}
		out[level] = base(e.Value)
	}
	return out
}

// weight reads a share of the index, over 0 and at most 100 percent.
func (b *instrumentBuilder) weight(d toml.Dec) maturity.Weight {
	if d.Given && (d.Value <= 0 || d.Value > 100*toml.Whole) {
		b.problems.Errorf(d.Pos, "load-weight", d.Text)
		return 0
	}
	return maturity.Weight(d.Value)
}

func (b *instrumentBuilder) domains() {
	ids := partIDs{}
	for _, e := range b.file.Domain.Entries {
		ids.add(e.KeyPos, e.Key, b.problems)
		b.in.Domains = append(b.in.Domains, maturity.Domain{ID: e.Key, Name: base(e.Value.Nama), Weight: b.weight(e.Value.Bobot), Pos: e.Value.Bobot.Pos})
	}
}

func (b *instrumentBuilder) aspects() {
	ids := partIDs{}
	for _, e := range b.file.Aspek.Entries {
		ids.add(e.KeyPos, e.Key, b.problems)
		a := maturity.Aspect{ID: e.Key, Name: base(e.Value.Nama), Weight: b.weight(e.Value.Bobot), Domain: -1, Pos: e.Value.Bobot.Pos}
		switch {
		case e.Value.Domain.Given:
			if a.Domain = b.in.Domain(e.Value.Domain.Value); a.Domain < 0 {
				b.problems.Errorf(e.Value.Domain.Pos, "load-unknown-domain", e.Value.Domain.Value, diag.Some(keysOf(b.file.Domain)))
			}
		case len(b.in.Domains) > 0:
			b.problems.Errorf(e.Pos, "toml-missing-key", "domain")
		}
		b.in.Aspects = append(b.in.Aspects, a)
	}
}

func (b *instrumentBuilder) indicators() {
	ids := partIDs{}
	for _, e := range b.file.Indikator.Entries {
		ids.add(e.KeyPos, e.Key, b.problems)
		v := e.Value
		i := maturity.Indicator{ID: e.Key, Name: base(v.Nama), Weight: b.weight(v.Bobot), Capability: v.Kapabilitas.Value,
			Criteria: b.byLevel(v.Kriteria), Pos: v.Bobot.Pos, Aspect: b.in.Aspect(v.Aspek.Value)}
		if i.Aspect < 0 && v.Aspek.Given {
			b.problems.Errorf(v.Aspek.Pos, "load-unknown-aspect", v.Aspek.Value, diag.Some(keysOf(b.file.Aspek)))
		}
		if v.Kapabilitas.Given && !slices.ContainsFunc(b.in.Capability, func(c maturity.Capability) bool { return c.ID == i.Capability }) {
			b.problems.Errorf(v.Kapabilitas.Pos, "load-unknown-capability", i.Capability, diag.Some(keysOf(b.file.Kapabilitas)))
		}
		b.in.Indicators = append(b.in.Indicators, i)
	}
	if b.file.Indikator.Given && len(b.in.Indicators) == 0 {
		b.problems.Errorf(b.file.Indikator.Pos, "load-no-indicator")
	}
}

func (b *instrumentBuilder) equivalents() {
	for _, e := range b.file.Padanan.Entries {
		if b.in.Indicator(e.Key) < 0 {
			b.problems.Unknown(e.KeyPos, "load-unknown-indicator", e.Key, keysOf(b.file.Indikator))
		}
		b.in.Equivalents = append(b.in.Equivalents, maturity.Equivalent{Indicator: e.Key, From: e.Value.Dari.Value,
			Comparable: e.Value.Sebanding.Value, Reason: base(e.Value.Alasan), Pos: e.Value.Dari.Pos})
	}
}

func keysOf[T any](t toml.Keyed[T]) []string {
	out := make([]string, len(t.Entries))
	for i, e := range t.Entries {
		out[i] = e.Key
	}
	return out
}
