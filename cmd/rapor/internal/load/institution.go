package load

import (
	"cmp"
	"path"
	"slices"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

// institution reads one folder: instansi.toml and a file for each year.
func (l *loader) institution(dir, slug string, problems *diag.List) (*maturity.Institution, error) {
	entries, err := l.files.list(dir)
	if err != nil {
		return nil, err
	}
	file := path.Join(dir, "instansi.toml")
	if !slices.ContainsFunc(entries, func(e entry) bool { return e.Name() == "instansi.toml" }) {
		problems.Errorf(l.files.pos(file), "load-no-institution", slug)
		return nil, nil
	}
	inst, text, err := l.institutionFile(file, slug, problems)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		m := yearFile.FindStringSubmatch(e.Name())
		switch {
		case e.Name() == "instansi.toml" && !e.IsDir():
		case e.Name() == "instansi.toml": // said by institutionFile
		case m == nil || e.IsDir():
			problems.Errorf(l.files.pos(name), "load-unexpected-year", e.Name())
		default:
			year, ok := yearKey(l.files.pos(name), m[1], problems)
			if !ok {
				continue
			}
			a, err := l.assessment(name, slug, year, text, problems)
			if err != nil {
				return nil, err
			}
			if a != nil && inst != nil {
				inst.Assessments = append(inst.Assessments, a)
			}
		}
	}
	return inst, nil
}

// institutionFile reads instansi.toml; text is its normal text, for digests.
func (l *loader) institutionFile(name, slug string, problems *diag.List) (*maturity.Institution, []byte, error) {
	var file institutionFile
	text, err := l.files.decode(name, &file, problems)
	if err != nil || text == nil {
		return nil, nil, err
	}
	inst := &maturity.Institution{
		Slug: slug, Pos: l.files.pos(name),
		Name: file.Nama.Value, NameEN: file.NamaEn.Value, ShortName: file.Pendek.Value, Aliases: values(file.Alias),
		Kind: file.Jenis.Value, Subkind: file.Subjenis.Value, Region: file.Wilayah.Value, Parent: file.Induk.Value,
		Site: webAddress(file.Situs, problems), FirstYear: file.Mulai.Value, LastYear: file.Berakhir.Value,
		Successors: values(file.Pengganti), Average: file.RataRata.Value, Represents: values(file.Mewakili),
	}
	lifetime(file.Mulai, file.Berakhir, problems)
	at := places{}
	at.str("jenis", file.Jenis)
	at.str("induk", file.Induk)
	at.list("pengganti", file.Pengganti)
	at.list("mewakili", file.Mewakili)
	at.keyed("jenis_tahun", file.JenisTahun)
	at.keyed("penanggung_jawab", file.PenanggungJawab)
	inst.Places = maturity.Places(at)
	inst.KindByYear = byYear(file.JenisTahun, problems)
	if t := file.Petak; t != nil {
		inst.Tile = &maturity.Tile{Column: t.Kolom.Value, Row: t.Baris.Value, Label: t.Singkat.Value}
		for _, n := range []toml.Int{t.Kolom, t.Baris} {
			if n.Value < 0 || n.Value > 40 {
				problems.Errorf(n.Pos, "load-tile", n.Value)
			}
		}
	}
	inst.Targets = targets(&file, problems)
	inst.Plans = plans(file.Rencana, problems)
	for _, e := range file.PenanggungJawab.Entries {
		if inst.Responsible == nil {
			inst.Responsible = map[string]string{}
		}
		inst.Responsible[e.Key] = e.Value.Value
	}
	return inst, text, nil
}

func byYear(t toml.Keyed[toml.Str], problems *diag.List) map[int]string {
	if len(t.Entries) == 0 {
		return nil
	}
	out := map[int]string{}
	for _, e := range t.Entries {
		if year, ok := yearKey(e.KeyPos, e.Key, problems); ok {
			out[year] = e.Value.Value
		}
	}
	return out
}

func targets(file *institutionFile, problems *diag.List) []maturity.Target {
	instruments := byYear(file.InstrumenTarget, problems)
	var out []maturity.Target
	for _, e := range file.Target.Entries {
		year, ok := yearKey(e.KeyPos, e.Key, problems)
		if !ok {
			continue
		}
		t := maturity.Target{Year: year, Index: hundredths(e.Value, problems), Instrument: instruments[year], Pos: e.Pos}
		out = append(out, t)
	}
	find := func(pos diag.Pos, key string) *maturity.Target {
		for i := range out {
			if year, _ := yearKey(pos, key, &diag.List{}); out[i].Year == year {
				return &out[i]
			}
		}
		problems.Errorf(pos, "load-no-such-target", key)
		return nil
	}
	for _, e := range file.SumberTarget.Entries {
		if t := find(e.KeyPos, e.Key); t != nil {
			s := source(e, problems)
			t.Source = &s
		}
	}
	for _, e := range file.InstrumenTarget.Entries {
		find(e.KeyPos, e.Key)
	}
	for _, y := range file.TargetLain.Entries {
		if t := find(y.KeyPos, y.Key); t != nil {
			t.Others = targetsSaid(y.Value, problems)
		}
	}
	slices.SortStableFunc(out, func(a, b maturity.Target) int { return cmp.Compare(a.Year, b.Year) })
	return out
}

// targetsSaid reads a year's target as other sources print it.
func targetsSaid(table toml.Keyed[otherTargetTable], problems *diag.List) []maturity.TargetSaid {
	var out []maturity.TargetSaid
	for _, e := range table.Entries {
		v := e.Value
		from := sourceTable{Judul: v.Judul, Rujukan: v.Rujukan, URL: v.URL, Salinan: v.Salinan, Dicocokkan: v.Dicocokkan}
		out = append(out, maturity.TargetSaid{Index: hundredths(v.Indeks, problems), Pos: v.Indeks.Pos,
			Source: source(toml.Entry[sourceTable]{Key: e.Key, Value: from}, problems)})
	}
	return out
}

func source(e toml.Entry[sourceTable], problems *diag.List) maturity.Source {
	s := maturity.Source{ID: e.Key, Title: e.Value.Judul.Value, Reference: e.Value.Rujukan.Value,
		URL: webAddress(e.Value.URL, problems), Copy: e.Value.Salinan.Value}
	if e.Value.Dicocokkan.Given {
		s.Compared = &e.Value.Dicocokkan.Value
	}
	return s
}

func plans(table toml.Keyed[planTable], problems *diag.List) []maturity.Plan {
	var out []maturity.Plan
	for _, e := range table.Entries {
		at := places{}
		at.list("indikator", e.Value.Indikator)
		horizon := oneOf(e.Value.Tahap, []string{string(maturity.ShortTerm), string(maturity.MediumTerm), string(maturity.LongTerm)}, problems)
		out = append(out, maturity.Plan{ID: e.Key, Title: e.Value.Judul.Value, Horizon: maturity.Horizon(horizon), Due: e.Value.Tenggat.Value,
			Status: oneOf(e.Value.Status, []string{"rencana", "berjalan", "selesai", "batal"}, problems), Indicators: values(e.Value.Indikator), Pos: e.Pos, Places: maturity.Places(at)})
	}
	return out
}
