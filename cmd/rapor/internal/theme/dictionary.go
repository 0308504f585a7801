package theme

import (
	"path"
	"slices"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/toml"
)

// wordFile is i18n/<code>.toml: the language's form, and its words in sections.
type wordFile struct {
	Form     formTable                        `toml:"bahasa"`
	Sections toml.Keyed[toml.Keyed[toml.Str]] `toml:",rest"`
}

type formTable struct {
	Name    toml.Str            `toml:"nama"`
	Decimal toml.Str            `toml:"desimal"`
	Group   toml.Str            `toml:"ribuan"`
	Date    toml.Str            `toml:"tanggal"`
	Months  toml.List[toml.Str] `toml:"bulan"`
}

// entry is one word with the place it was read from.
type entry struct {
	sentence
	pos diag.Pos
}

// reference is the language that every other must match word for word: that of
// the data.
const reference = "id"

// readWords reads the languages of a theme. Every language must have the words
// of the reference, with the same places to fill, and no others.
func readWords(f files, languages []Choice, problems *diag.List) []*Language {
	want := readDictionary(f, Choice{Code: reference}, nil, problems)
	if want == nil {
		return nil
	}
	var out []*Language
	for _, choice := range languages {
		got := want
		if choice.Code != reference {
			if got = readDictionary(f, choice, want, problems); got == nil {
				continue
			}
			got.compare(want, problems)
		}
		l := &Language{Form: got.form, Name: got.name, words: map[string]sentence{}}
		for key, e := range got.words {
			l.words[key] = e.sentence
		}
		out = append(out, l)
	}
	return out
}

// dictionary is the words of one language, all layers together.
type dictionary struct {
	name  string
	form  lang.Form
	words map[string]entry
	keys  []string // in the order of the files
	file  string   // the lowest layer's file
}

func readDictionary(f files, choice Choice, want *dictionary, problems *diag.List) *dictionary {
	name := "i18n/" + choice.Code + ".toml"
	sources := f.words[name]
	if len(sources) == 0 {
		file := path.Join(f.base, name)
		problems.Errorf(orFile(choice.Pos, diag.Pos{File: file}), "theme-language-missing", choice.Code, file)
		return nil
	}
	d := &dictionary{form: lang.Form{Code: choice.Code}, words: map[string]entry{}, file: sources[0].name}
	for i, src := range sources {
		root, found := toml.Parse(src.name, src.data)
		problems.Merge(found)
		if root == nil {
			continue
		}
		var w wordFile
		toml.Decode(root, &w, problems)
		d.addForm(w.Form, i == 0, diag.Pos{File: src.name}, problems)
		d.addWords(w.Sections, i > 0 && want == nil, problems)
	}
	return d
}

// addForm takes over what a layer says; the lowest one must say everything.
func (d *dictionary) addForm(t formTable, first bool, pos diag.Pos, problems *diag.List) {
	for _, s := range []struct {
		from toml.Str
		to   *string
		key  string
	}{{t.Name, &d.name, "nama"}, {t.Decimal, &d.form.Decimal, "desimal"}, {t.Group, &d.form.Group, "ribuan"}, {t.Date, &d.form.Date, "tanggal"}} {
		switch {
		case s.from.Given:
			*s.to = s.from.Value
		case first:
			problems.Errorf(pos, "theme-form-missing", s.key)
		}
	}
	if !t.Months.Given && !first {
		return
	}
	if len(t.Months.Items) != len(d.form.Months) {
		problems.Errorf(orFile(t.Months.Pos, pos), "theme-months", len(t.Months.Items))
		return
	}
	for i, m := range t.Months.Items {
		d.form.Months[i] = m.Value
	}
}

func orFile(pos, file diag.Pos) diag.Pos {
	if pos.File == "" {
		return file
	}
	return pos
}

// addWords adds a layer's words. An upper layer of the reference may only
// change words: one that no lower layer has is used nowhere.
func (d *dictionary) addWords(sections toml.Keyed[toml.Keyed[toml.Str]], over bool, problems *diag.List) {
	for _, section := range sections.Entries {
		for _, word := range section.Value.Entries {
			key := section.Key + "." + word.Key
			e := entry{newSentence(word.Value.Value), word.KeyPos}
			below, known := d.words[key]
			switch {
			case over && !known:
				d.unknown(key, word.KeyPos, problems)
				continue
			case over && !slices.Equal(below.places(), e.places()):
				problems.Errorf(e.pos, "theme-word-places", key, listed(below.places()), listed(e.places()))
				continue
			case !e.balanced():
				problems.Errorf(e.pos, "theme-word-mark", key)
				continue
			}
			if !known {
				d.keys = append(d.keys, key)
			}
			d.words[key] = e
		}
	}
}

func (d *dictionary) unknown(key string, pos diag.Pos, problems *diag.List) {
	problems.Errorf(pos, "theme-word-unused", key, diag.Nearest(key, d.keys))
}

// compare reports what the words of a language lack against the reference,
// what they have too much, and places to fill that differ.
func (d *dictionary) compare(want *dictionary, problems *diag.List) {
	for _, key := range want.keys {
		got, ok := d.words[key]
		if !ok {
			problems.Errorf(diag.Pos{File: d.file}, "theme-word-missing", key)
			continue
		}
		if !slices.Equal(want.words[key].places(), got.places()) {
			problems.Errorf(got.pos, "theme-word-places", key, listed(want.words[key].places()), listed(got.places()))
		}
	}
	for _, key := range d.keys {
		if _, ok := want.words[key]; !ok {
			want.unknown(key, d.words[key].pos, problems)
		}
	}
}

func listed(places []string) string {
	if len(places) == 0 {
		return "-"
	}
	out := ""
	for _, p := range places {
		out += "{" + p + "} "
	}
	return out[:len(out)-1]
}
