package intake

import (
	"regexp"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

// pairs describes tables in which columns stand side by side for the values of
// a key: a year each, an indicator each. Such a table is turned into one with a
// row for each value before anything else looks at it.
type pairs struct {
	keys []string // the columns that the key fills, joined in it by '/'
	find func(im *importer, folded string) (measure, key string, ok bool)
}

// pairMark stands between measure and key in the name of such a column.
const pairMark = "@"

// indexWords are what people call the column of the index.
const indexWords = "nilai indeks|indeks spbe|nilai indeks spbe|nilai|nilai spbe|skor|hasil|nilai akhir|indeks akhir|hasil akhir|indeks kematangan|nilai indeks akhir|index"

var (
	yearInHeader = regexp.MustCompile(`(?:19|20)\d\d`)
	yearFiller   = strings.NewReplacer("tahun", "", "thn", "", "th", "")
)

// yearAndRest takes the one year out of a folded header.
func yearAndRest(key string) (year, rest string, ok bool) {
	all := yearInHeader.FindAllStringIndex(key, -1)
	if len(all) != 1 {
		return "", "", false
	}
	at := all[0]
	return key[at[0]:at[1]], yearFiller.Replace(key[:at[0]] + key[at[1]:]), true
}

// resultPairs: "2022", "Indeks 2023", "Predikat 2023".
var resultPairs = pairs{[]string{"tahun"}, func(_ *importer, key string) (string, string, bool) {
	year, rest, ok := yearAndRest(key)
	switch {
	case !ok:
		return "", "", false
	case rest == "" || rest == "spbe" || (column{name: "indeks", also: indexWords}).knows(rest):
		return "indeks", year, true
	case rest == "predikat" || rest == "kategori":
		return "predikat", year, true
	}
	return "", "", false
}}

// levelPairs: one column for each indicator.
var levelPairs = pairs{[]string{"indikator"}, func(im *importer, key string) (string, string, bool) {
	for _, in := range im.library.instruments() {
		for i := range in.Indicators {
			if folded(in.Indicators[i].ID) == key {
				return "tingkat", in.Indicators[i].ID, true
			}
		}
	}
	for _, in := range im.library.instruments() {
		if id := indicatorLike(in, key); id != "" {
			return "tingkat", id, true
		}
	}
	return "", "", false
}}

// evaluationPairs: "2022", "Nilai 2023", "Mandiri 2023".
var evaluationPairs = pairs{[]string{"tahun", "tahap"}, func(im *importer, key string) (string, string, bool) {
	year, rest, ok := yearAndRest(key)
	if !ok && im.opt.Common["tahun"] != "" {
		year, rest = im.opt.Common["tahun"], key // one year; a column for each stage
	} else if !ok {
		return "", "", false
	}
	stage, rest := stageIn(rest)
	for _, word := range []string{"nilaiindeks", "nilai", "indeks", "index", "tingkatkematangan", "tingkat", "level", "hasil", "skor", "capaian", "evaluasi", "penilaian", "spbe", "capaian"} {
		rest = strings.ReplaceAll(rest, word, "")
	}
	if rest != "" {
		return "", "", false
	}
	if stage == "" {
		stage = im.opt.Common["tahap"]
	}
	return "nilai", year + "/" + stage, true
}}

// stageIn takes the word for a stage out of a folded header.
func stageIn(key string) (stage, rest string) {
	for _, s := range []struct {
		word  string
		stage maturity.Stage
	}{
		{"penilaianmandiri", maturity.StageSelf}, {"mandiri", maturity.StageSelf}, {"penilaiandokumen", maturity.StageDocument}, {"dokumen", maturity.StageDocument},
		{"penilaianinterviu", maturity.StageInterview}, {"interviu", maturity.StageInterview}, {"wawancara", maturity.StageInterview}, {"visitasi", maturity.StageVisit},
		{"penilaianakhir", maturity.StageFinal}, {"eksternal", maturity.StageFinal}, {"akhir", maturity.StageFinal}, {"final", maturity.StageFinal},
	} {
		if before, after, ok := strings.Cut(key, s.word); ok {
			return string(s.stage), before + after
		}
	}
	return "", key
}

// blankWords stand where there is no value.
var blankWords = map[string]bool{"": true, "-": true, "–": true, "—": true, "n/a": true, "na": true, "tidak dinilai": true}

// melt turns columns side by side into rows. It is true where a key stands both
// in a column of its own and in headers, which cannot be told apart.
func (t *table) melt(im *importer, f form) (twice bool) {
	if f.pairs == nil {
		return false
	}
	values, keys := t.paired()
	if len(keys) == 0 {
		return false
	}
	for _, key := range f.pairs.keys {
		if i, there := t.columns[key]; there {
			im.list.Errorf(t.pos(t.header[i]), "intake-both-ways", t.header[i].text)
			return true
		}
	}
	width := len(t.header)
	for i, key := range f.pairs.keys {
		t.columns[key] = width + i
	}
	measures := t.measures(width + len(f.pairs.keys))
	var rows [][]cell
	for _, row := range t.rows {
		before := len(rows)
		for _, key := range keys {
			if melted, ok := meltedRow(row, key, len(f.pairs.keys), values[key], measures); ok {
				rows = append(rows, melted)
			}
		}
		if len(rows) == before && !blank(row) {
			rows = append(rows, t.unfilledRow(row, len(f.pairs.keys)+len(measures)))
		}
	}
	t.rows = rows
	return false
}

// paired lists the columns that hold values of keys, and the keys in order.
func (t *table) paired() (values map[string]map[string]int, keys []string) {
	values = map[string]map[string]int{}
	for i := range t.header {
		for name, at := range t.columns {
			measure, key, pair := strings.Cut(name, pairMark)
			if !pair || at != i {
				continue
			}
			if values[key] == nil {
				values[key] = map[string]int{}
				keys = append(keys, key)
			}
			values[key][measure] = i
		}
	}
	return values, keys
}

// measures gives each measure its new column and forgets the old ones.
func (t *table) measures(next int) map[string]int {
	out := map[string]int{}
	for i := range t.header {
		for name, at := range t.columns {
			measure, _, pair := strings.Cut(name, pairMark)
			if !pair || at != i {
				continue
			}
			if _, known := out[measure]; !known {
				out[measure] = next
				next++
			}
			delete(t.columns, name)
		}
	}
	for measure, at := range out {
		t.columns[measure] = at
	}
	return out
}

// meltedRow is one key's part of a row; false where no value stands in it.
func meltedRow(row []cell, key string, keys int, at, measures map[string]int) ([]cell, bool) {
	out := make([]cell, len(row)+keys+len(measures))
	copy(out, row)
	filled := false
	for measure, i := range at {
		c := row[i]
		if blankWords[strings.ToLower(c.text)] && !c.bad && !c.noValue {
			c.text = ""
		} else {
			filled = true
		}
		out[measures[measure]] = c
		for n, part := range strings.SplitN(key, "/", keys) {
			out[len(row)+n] = cell{text: part, line: c.line, col: c.col}
		}
	}
	for i := range out {
		if out[i].line == 0 {
			out[i].line, out[i].col = row[0].line, row[0].col
		}
	}
	return out, filled
}

// unfilledRow keeps a row without any value, so that it can be told.
func (t *table) unfilledRow(row []cell, more int) []cell {
	out := append(make([]cell, 0, len(row)+more), row...)
	for range more {
		out = append(out, cell{line: row[0].line, col: row[0].col})
	}
	return out
}
