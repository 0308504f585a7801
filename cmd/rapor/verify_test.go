package main

import (
	"context"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/score"
)

// fullPortal is the portal that uses every key of the format.
func fullPortal(t *testing.T) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile("internal/load/testdata/full/format.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[filepath.Join("data", f.Name)] = string(f.Data)
	}
	return files
}

// seriesPortal is a city with levels, printed parts and a target over the years,
// and one with an index and domains alone.
func seriesPortal() map[string]string {
	files := map[string]string{
		"data/instansi/kota-contoh/instansi.toml": "nama = \"Kota Contoh\"\njenis = \"kota\"\n[target]\n2025 = 4.50\n[sumber_target.2025]\njudul = \"RPJMD\"\n",
		"data/instansi/kota-lain/instansi.toml":   "nama = \"Kota Lain\"\njenis = \"kota\"\n",
		"data/instansi/kota-lain/2024.toml":       "instrumen = \"contoh\"\n[terbit]\nindeks = 3.40\npredikat = \"baik\"\n[terbit.domain]\nD1 = 3.40\n[sumber.x]\njudul = \"x\"\n",
	}
	for year, levels := range map[string]string{"2022": "I01 = 2\nI02 = 2\n", "2023": "I01 = 2\nI02 = 3\n", "2024": "I01 = 3\nI02 = 4\n"} {
		files["data/instansi/kota-contoh/"+year+".toml"] = "instrumen = \"contoh\"\n[terbit]\nindeks = 2.41\n[terbit.aspek]\nA1 = 2.40\n[tingkat.akhir]\n" + levels + "[sumber.x]\njudul = \"x\"\n"
	}
	return files
}

// Whatever computed value of a published file is changed, recomputation names
// it. The manifest is left out of it.
func TestEveryComputedValueThatIsChangedIsFound(t *testing.T) {
	for name, files := range map[string]map[string]string{"every key": fullPortal(t), "a series": seriesPortal()} {
		t.Run(name, func(t *testing.T) {
			buildSmall(t, files, "--drafts")
			site := fstest.MapFS{}
			for address, content := range treeOf(t, "public") {
				if strings.HasSuffix(address, ".json") || strings.HasSuffix(address, ".csv") {
					site[address] = &fstest.MapFile{Data: content}
				}
			}
			if found := recomputed(t, site); found != "" {
				t.Fatalf("as built:\n%s", found)
			}
			tried := 0
			for address, file := range site {
				for _, m := range computedValues(string(file.Data)) {
					tried++
					site[address] = &fstest.MapFile{Data: []byte(m.text)}
					if found := recomputed(t, site); !strings.Contains(found, "public/"+address+":") {
						t.Errorf("%s: %q is not missed as %q\n%s", address, m.line, m.became, found)
					}
				}
				site[address] = file
			}
			if tried < 20 {
				t.Errorf("only %d values were tried", tried)
			}
			t.Logf("%d values", tried)
		})
	}
}

// TestEveryFigureOfATableThatIsChangedIsFound changes each cell of each table of
// figures, in its CSV and in its JSON, that is no word and no other source's; and
// takes each row away.
func TestEveryFigureOfATableThatIsChangedIsFound(t *testing.T) {
	buildSmall(t, seriesPortal())
	site := fstest.MapFS{}
	for address, content := range treeOf(t, "public") {
		if strings.HasSuffix(address, ".json") || strings.HasSuffix(address, ".csv") {
			site[address] = &fstest.MapFile{Data: content}
		}
	}
	published, problems, err := export.Read(site, "public")
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	tables, tried := published.Tables(analysis.NewStudy(published.Set, score.NewModels(published.Set.Instruments))), 0
	for _, f := range tables {
		file := site[f.Address]
		for _, m := range changedCells(f.Address, string(file.Data)) {
			tried++
			site[f.Address] = &fstest.MapFile{Data: []byte(m.text)}
			if found, err := published.CompareTable(&f); err != nil || !found.HasErrors() {
				t.Errorf("%s: %q is not missed as %q, %v", f.Address, m.line, m.became, err)
			}
		}
		site[f.Address] = file
	}
	if len(tables) < 10 || tried < 500 {
		t.Errorf("only %d values of %d tables were tried", tried, len(tables))
	}
	delete(site, "tahun/2024.csv")
	if found := recomputed(t, site); !strings.Contains(found, "public/tahun/2024.csv:") {
		t.Errorf("a table that is gone is not missed:\n%s", found)
	}
}

// Texts that would be formulas, markup or rows of their own change no figure.
func TestNothingIsFoundInAHostilePortal(t *testing.T) {
	s, _ := hostileSite(t)
	site := fstest.MapFS{}
	for address, content := range s.files {
		site[address] = &fstest.MapFile{Data: content}
	}
	if found := recomputed(t, site); found != "" {
		t.Error(found)
	}
}

var (
	wordCells = []string{"nama", "wilayah", "induk", "tanggal", "sumber", "dicocokkan", "keyakinan"}
	jsonCell  = regexp.MustCompile(`"([A-Za-z0-9_.-]+)":("[^"]*"|[0-9.]+)`)
)

// changedCells are tables with one figure changed, or one row gone.
func changedCells(address, text string) []mutation {
	lines := strings.Split(text, "\n")
	with := func(i int, became string) mutation {
		changed := slices.Clone(lines)
		changed[i] = became
		return mutation{lines[i], became, strings.Join(changed, "\n")}
	}
	another := func(value string) string {
		end := len(strings.TrimSuffix(value, `"`)) - 1
		last := byte('x')
		if c := value[end]; c >= '0' && c <= '9' {
			last = '0' + (c-'0'+1)%10
		}
		return value[:end] + string(last) + value[end+1:]
	}
	var out []mutation
	if strings.HasSuffix(address, ".csv") {
		head := strings.Split(lines[0], ",")
		for i, line := range lines[1:] {
			fields := strings.Split(line, ",")
			if line == "" {
				continue
			}
			out = append(out, mutation{line, "", strings.Join(slices.Delete(slices.Clone(lines), i+1, i+2), "\n")})
			for k, value := range fields {
				if value != "" && !slices.Contains(wordCells, head[k]) {
					changed := slices.Clone(fields)
					changed[k] = another(value)
					out = append(out, with(i+1, strings.Join(changed, ",")))
				}
			}
		}
		return out
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, "  {") {
			continue
		}
		for _, m := range jsonCell.FindAllStringSubmatchIndex(line, -1) {
			if !slices.Contains(wordCells, line[m[2]:m[3]]) {
				out = append(out, with(i, line[:m[4]]+another(line[m[4]:m[5]])+line[m[5]:]))
			}
		}
	}
	return out
}

// recomputed is what verify says of a site apart from its manifest.
func recomputed(t *testing.T, site fstest.MapFS) string {
	t.Helper()
	var out strings.Builder
	a := newApp(context.Background(), nil, nil, &out, &out)
	published, problems, err := export.Read(site, "public")
	if err != nil {
		t.Fatal(err)
	}
	_, found, err := a.recompute(published)
	if err != nil {
		t.Fatal(err)
	}
	problems.Merge(found)
	if err := problems.Print(&out, a.wording); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// mutation is a file with one value changed.
type mutation struct{ line, became, text string }

var (
	topKey  = regexp.MustCompile(`^ "([a-z_]+)":`)
	oneLine = regexp.MustCompile(`^\s+(?:"([A-Za-z0-9_]+)": )?("[^"]*"|-?[0-9.]+)(,?)$`)
)

// computedValues changes each computed value of a file, one at a time. Year,
// index and instrument of a target are not computed, nor is where it was read.
func computedValues(text string) []mutation {
	computed := []string{"hitung", "rekonsiliasi", "seri", "target", "prioritas", "ke_predikat_berikut", "perubahan"}
	lines := strings.Split(text, "\n")
	var out []mutation
	key, source := "", ""
	for i, line := range lines {
		if m := topKey.FindStringSubmatch(line); m != nil {
			key = m[1]
		}
		if strings.HasSuffix(line, `"sumber": {`) {
			source = line[:strings.Index(line, `"`)] + "}"
		}
		if source != "" {
			if strings.TrimSuffix(line, ",") == source {
				source = ""
			}
			continue
		}
		m := oneLine.FindStringSubmatch(line)
		if m == nil || !slices.Contains(computed, key) || key == "target" && slices.Contains([]string{"tahun", "indeks", "instrumen"}, m[1]) {
			continue
		}
		value, became := m[2], ""
		if last := value[len(value)-1]; last == '"' {
			became = value[:len(value)-1] + `x"`
		} else {
			became = value[:len(value)-1] + string('0'+(last-'0'+1)%10)
		}
		changed := slices.Clone(lines)
		changed[i] = strings.TrimSuffix(strings.TrimSuffix(line, ","), value) + became + m[3]
		out = append(out, mutation{line, changed[i], strings.Join(changed, "\n")})
	}
	return out
}
