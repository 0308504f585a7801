package load

import (
	"path"
	"strconv"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

// translator puts translated texts beside the Indonesian ones. A key that the
// file it translates does not have is an error: it would be shown nowhere.
type translator struct {
	l    *loader
	lang string
}

func (t translator) text(target *maturity.Text, s toml.Str) {
	if !s.Given {
		return
	}
	if target.Other == nil {
		target.Other = map[string]string{}
	}
	target.Other[t.lang] = s.Value
}

// each applies a translated entry to the part that has its id.
func each[T any](t translator, e toml.Entry[T], n int, id func(int) string, apply func(int)) {
	for i := range n {
		if id(i) == e.Key {
			apply(i)
			return
		}
	}
	t.l.problems.Errorf(e.KeyPos, "load-translates-nothing", e.Key)
}

func shareKey(s maturity.ShareTarget) string { return strconv.Itoa(s.Year) + "." + s.ID }

// translatePortal reads portal.<lang>.toml.
func (l *loader) translatePortal(name, lang string) error {
	var file portalText
	if text, err := l.files.decode(name, &file, &l.problems); err != nil || text == nil {
		return err
	}
	p, t := &l.set.Portal, translator{l, lang}
	t.text(&p.Title, file.Judul)
	t.text(&p.Summary, file.Ringkas)
	t.text(&p.Owner, file.Pemilik)
	for _, e := range file.Tautan.Entries {
		each(t, e, len(p.Links), func(i int) string { return p.Links[i].ID }, func(i int) { t.text(&p.Links[i].Title, e.Value.Judul) })
	}
	for _, e := range file.Jenis.Entries {
		each(t, e, len(p.Kinds), func(i int) string { return p.Kinds[i].ID }, func(i int) {
			same := p.Kinds[i].Family.Base == p.Kinds[i].Name.Base
			t.text(&p.Kinds[i].Name, e.Value.Nama)
			if t.text(&p.Kinds[i].Plural, e.Value.Jamak); !e.Value.Jamak.Given {
				t.text(&p.Kinds[i].Plural, e.Value.Nama)
			}
			if t.text(&p.Kinds[i].Family, e.Value.Rumpun); same && !e.Value.Rumpun.Given {
				t.text(&p.Kinds[i].Family, e.Value.Nama)
			}
		})
	}
	for _, y := range file.Target.Entries {
		for _, e := range y.Value.Entries {
			e.Key = y.Key + "." + e.Key
			each(t, e, len(p.ShareTargets), func(i int) string { return shareKey(p.ShareTargets[i]) },
				func(i int) { t.text(&p.ShareTargets[i].Name, e.Value.Nama) })
		}
	}
	return nil
}

// translateInstrument reads <id>.<lang>.toml.
func (l *loader) translateInstrument(name string) error {
	m := translation.FindStringSubmatch(name)
	name = path.Join("instrumen", name)
	loaded := l.instruments[m[1]]
	if loaded == nil {
		if !l.set.Faulty["instrumen/"+m[1]] {
			l.problems.Errorf(l.files.pos(name), "load-translates-no-file", m[1])
		}
		return nil
	}
	var file instrumentText
	if text, err := l.files.decode(name, &file, &l.problems); err != nil || text == nil {
		return err
	}
	t, in := translator{l, m[2]}, loaded.Instrument
	t.text(&in.Name, file.Nama)
	t.text(&in.Short, file.Singkatan)
	t.text(&in.Regulation, file.Peraturan)
	t.text(&in.IndexName, file.Indeks)
	t.bands(in, file.Predikat)
	t.parts(in, &file)
	return nil
}

func (t translator) bands(in *maturity.Instrument, bands toml.Keyed[bandText]) {
	for _, e := range bands.Entries {
		each(t, e, len(in.Bands), func(i int) string { return in.Bands[i].ID }, func(i int) {
			t.text(&in.Bands[i].Name, e.Value.Nama)
			t.text(&in.Bands[i].Label, e.Value.Sebutan)
			t.text(&in.Bands[i].Incentive, e.Value.Insentif)
		})
	}
}

func (t translator) parts(in *maturity.Instrument, file *instrumentText) {
	for _, e := range file.Kapabilitas.Entries {
		each(t, e, len(in.Capability), func(i int) string { return in.Capability[i].ID },
			func(i int) { t.byLevel(in.Capability[i].Levels, e.Value.Tingkat) })
	}
	for _, e := range file.Domain.Entries {
		each(t, e, len(in.Domains), func(i int) string { return in.Domains[i].ID }, func(i int) { t.text(&in.Domains[i].Name, e.Value.Nama) })
	}
	for _, e := range file.Aspek.Entries {
		each(t, e, len(in.Aspects), func(i int) string { return in.Aspects[i].ID }, func(i int) { t.text(&in.Aspects[i].Name, e.Value.Nama) })
	}
	for _, e := range file.Indikator.Entries {
		each(t, e, len(in.Indicators), func(i int) string { return in.Indicators[i].ID }, func(i int) {
			t.text(&in.Indicators[i].Name, e.Value.Nama)
			t.byLevel(in.Indicators[i].Criteria, e.Value.Kriteria)
		})
	}
	for _, e := range file.Padanan.Entries {
		each(t, e, len(in.Equivalents), func(i int) string { return in.Equivalents[i].Indicator },
			func(i int) { t.text(&in.Equivalents[i].Reason, e.Value.Alasan) })
	}
}

func (t translator) byLevel(target map[int]maturity.Text, texts toml.Keyed[toml.Str]) {
	for _, e := range texts.Entries {
		level, err := strconv.Atoi(e.Key)
		text, known := target[level]
		if err != nil || !known {
			t.l.problems.Errorf(e.KeyPos, "load-translates-nothing", e.Key)
			continue
		}
		t.text(&text, e.Value)
		target[level] = text
	}
}
