package main

import (
	"context"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
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
				if strings.HasSuffix(address, ".json") {
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

// A figure in a table is made again as well: in the tables of years, kinds,
// indicators and institutions and in that of all figures, as CSV and as JSON.
func TestEveryFigureOfATableThatIsChangedIsFound(t *testing.T) {
	table := regexp.MustCompile(`^(data/skor|tahun/.*|jenis/.*|indikator/.*|instansi/[^/]*)\.(csv|json)$`)
	figure := regexp.MustCompile(`(,|:)[1-5](\.[0-9][0-9])?(,|}|$)`)
	for name, files := range map[string]map[string]string{"every key": fullPortal(t), "a series": seriesPortal()} {
		t.Run(name, func(t *testing.T) {
			buildSmall(t, files, "--drafts")
			site := fstest.MapFS{}
			for address, content := range treeOf(t, "public") {
				site[address] = &fstest.MapFile{Data: content}
			}
			if found := recomputed(t, site); found != "" {
				t.Fatalf("as built:\n%s", found)
			}
			tried := map[string]int{}
			for address, file := range site {
				if !table.MatchString(address) {
					continue
				}
				lines := strings.Split(string(file.Data), "\n")
				for i, line := range lines {
					at := figure.FindStringIndex(line)
					if at == nil || strings.Contains(line, "terbit-lain") || strings.Contains(line, "sebaran") {
						continue
					}
					changed := slices.Clone(lines)
					changed[i] = line[:at[0]+1] + string('1'+(line[at[0]+1]-'0')%5) + line[at[0]+2:]
					site[address] = &fstest.MapFile{Data: []byte(strings.Join(changed, "\n"))}
					if found := recomputed(t, site); !strings.Contains(found, "public/"+address+":") {
						t.Errorf("%s: %q is not missed as %q\n%s", address, line, changed[i], found)
					}
					tried[path.Ext(address)]++
				}
				site[address] = file
			}
			if tried[".csv"] < 10 || tried[".json"] < 10 {
				t.Errorf("only %v figures were tried", tried)
			}
			t.Logf("%v figures", tried)
		})
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

// recomputed is what verify says of a site apart from its manifest.
func recomputed(t *testing.T, site fstest.MapFS) string {
	t.Helper()
	var out strings.Builder
	a := newApp(context.Background(), nil, nil, &out, &out)
	_, problems, err := a.figures(site, "public")
	if err != nil {
		t.Fatal(err)
	}
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
