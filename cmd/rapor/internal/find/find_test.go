package find

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func sample() *Index {
	x := &Index{Lang: "id", Common: []string{"kota"}, Ignored: []string{"pemerintah"}, Short: map[string]string{"kab": "kabupaten"},
		Groups: []Group{{Name: "Kota", Split: true}, {Name: "Halaman"}}}
	for _, name := range []string{"Kota Aman", "Kota Besar Aman", "Kota", "Éfrata", "Kota 99"} {
		x.Entries = append(x.Entries, Entry{Label: name, Path: "instansi/" + Slug(name) + "/"})
	}
	x.Entries = append(x.Entries, Entry{Label: "Metode", Path: "metode/", Group: 1})
	return x
}

// decoded takes the object out of a file.
func decoded(t *testing.T, f File) (object struct {
	Part  string         `json:"huruf"`
	Rows  [][]any        `json:"isi"`
	Parts map[string]int `json:"bagian"`
}) {
	t.Helper()
	text := strings.TrimSuffix(strings.TrimPrefix(string(f.Content), "raporCari("), ")\n")
	if err := json.Unmarshal([]byte(text), &object); err != nil {
		t.Fatalf("%s: %v", f.Content, err)
	}
	return object
}

func labels(rows [][]any) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r[0].(string))
	}
	return out
}

func TestASmallIndexIsOneFile(t *testing.T) {
	files := sample().Files()
	if len(files) != 1 || files[0].Part != "" || len(decoded(t, files[0]).Rows) != 6 {
		t.Errorf("%d files: %s", len(files), files[0].Content)
	}
}

func TestALargeIndexIsSplitByTheInitialsOfTellingWords(t *testing.T) {
	x := sample()
	x.Bound = 3
	got := map[string][]string{}
	for _, f := range x.Files() {
		got[f.Part] = labels(decoded(t, f).Rows)
	}
	want := map[string][]string{
		"": {"Metode"}, "a": {"Kota Aman", "Kota Besar Aman"}, "b": {"Kota Besar Aman"},
		"k": {"Kota"}, // nothing else tells it apart
		"0": {"Éfrata", "Kota 99"},
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	head := decoded(t, x.Files()[0])
	if head.Parts["a"] != 2 || len(head.Parts) != 4 {
		t.Errorf("the leading file says %v", head.Parts)
	}
}

func TestAPathThatFollowsFromTheLabelIsLeftOut(t *testing.T) {
	x := &Index{Groups: []Group{{Name: "Kota"}}, Entries: []Entry{
		{Label: "Kota Aman", Path: "instansi/kota-aman/"}, {Label: "Kab. Aman", Path: "instansi/kabupaten-aman/"},
		{Label: "Kota Ini & Itu", Path: "instansi/kota-ini-itu/", Codes: []string{"32.73", "INI"}, Terms: []string{"Itu"}}}}
	want := `[["Kota Aman",0],["Kab. Aman",0,"instansi/kabupaten-aman/"],["Kota Ini \u0026 Itu",0,"","32.73|INI","Itu"]]`
	if got := string(x.Files()[0].Content); !strings.Contains(got, want) {
		t.Errorf("%s has not %s", got, want)
	}
}

func TestNamesThatSayNothingNewAreLeftOut(t *testing.T) {
	x := sample()
	got := x.New("Kabupaten Sinjai", "Pemerintah Kabupaten Sinjai", "Pemerintah Kab. Sinjai", "", "Sinjai Bersatu", "SINJAI bersatu", "Pemerintah")
	if want := []string{"Sinjai Bersatu"}; !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

// TestNothingInAnIndexEndsItsScript: names come from data, and the file is code.
func TestNothingInAnIndexEndsItsScript(t *testing.T) {
	evil := "</script>\u2028\u2029);alert(1)//\"\\`"
	x := &Index{Groups: []Group{{Name: evil}}, Entries: []Entry{{Label: evil, Path: evil, Terms: []string{evil}}}}
	content := x.Files()[0].Content
	if bytes.ContainsAny(content, "<>\u2028\u2029") || decoded(t, File{Content: content}).Rows[0][0] != evil {
		t.Errorf("%s", content)
	}
}
