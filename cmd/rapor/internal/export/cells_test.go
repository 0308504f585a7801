package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

func TestNumbersAreWrittenWithTheirDecimals(t *testing.T) {
	for want, n := range map[string]number{
		"3.70": {370, 2}, "0.00": {0, 2}, "-0.42": {-42, 2}, "0.05": {5, 2}, "12": {12, 0}, "-3": {-3, 0},
		"0.0275": {275, 4}, "1.0000": {10000, 4}, "100.00": {10000, 2}, "-0.01500000": {-1500000, 8},
	} {
		if got := string(n.append(nil)); got != want {
			t.Errorf("%+v is written %s, want %s", n, got, want)
		}
		if got, err := n.MarshalJSON(); err != nil || string(got) != want {
			t.Errorf("%+v is %s in JSON, want %s", n, got, want)
		}
	}
}

func TestTextsThatASpreadsheetWouldRunGetAnApostrophe(t *testing.T) {
	for _, s := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"} {
		if got := harmless(s); got != "'"+s {
			t.Errorf("%q stays %q", s, got)
		}
	}
	for s, want := range map[string]string{"Kota;=1+1": "Kota;'=1+1", "a\n-b\n\n+c": "a\n'-b\n\n'+c", "x\t＝1": "x\t'＝1", ";@a": ";'@a"} {
		if got := harmless(s); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
	for _, s := range []string{"", "Kota Contoh", "a=b", " =1", "3.70", "\u2212 0,42", "Tabel 3; -5", "satu\n\ndua;", ";"} {
		if got := harmless(s); got != s {
			t.Errorf("%q becomes %q", s, got)
		}
	}
}

// A table of every sort of value: what CSV and JSON hold must be what was put in.
func TestTablesComeBackAsTheyWereWritten(t *testing.T) {
	texts := []string{"biasa", "koma, dan \"kutip\"", "dua\nbaris", "=cmd()", " tepi ", "</script>", "\u2028", "naïve ✓"}
	table := Table{
		Columns: []Column{{Name: "a", Type: TypeText}, {Name: "b", Type: TypeNumber}, {Name: "c", Type: TypeFlag}, {Name: "=d", Type: TypeText}},
		Rows: func(yield func([]Cell) bool) {
			for i, s := range texts {
				if !yield([]Cell{words(s), decimal(number{int64(-5 + i), 2}), yes(i%2 == 0), {}}) {
					return
				}
			}
		},
		Count: len(texts),
	}
	var out bytes.Buffer
	if err := csvForm(&table).write(&out, &table); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(records) != len(texts)+1 || records[0][3] != "'=d" {
		t.Fatalf("%q %v", records, err)
	}
	out.Reset()
	if err := jsonForm(&table, object{{"judul", "x"}}).write(&out, &table); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(out.String(), "<>\u2028") {
		t.Errorf("not escaped: %s", out.String())
	}
	var document struct {
		Rows []map[string]any `json:"baris"`
	}
	if err := json.Unmarshal(out.Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	for i, s := range texts {
		if got := records[i+1][0]; got != harmless(s) {
			t.Errorf("CSV holds %q for %q", got, s)
		}
		if got := document.Rows[i]["a"]; got != s {
			t.Errorf("JSON holds %q for %q", got, s)
		}
		if _, there := document.Rows[i]["=d"]; there {
			t.Error("an empty cell is in the JSON")
		}
	}
}

func TestAYearIsComparedOnlyWhereEverySourceIs(t *testing.T) {
	yesNo := func(b bool) *bool { return &b }
	for _, c := range []struct {
		sources []maturity.Source
		want    string
	}{
		{nil, ""},
		{[]maturity.Source{{Title: "x"}}, ""},
		{[]maturity.Source{{Title: "x", Compared: yesNo(true)}}, "true"},
		{[]maturity.Source{{Title: "x", Compared: yesNo(true)}, {Title: "y"}}, ""},
		{[]maturity.Source{{Title: "x", Compared: yesNo(true)}, {Title: "y", Copy: "salinan"}}, "false"},
		{[]maturity.Source{{Title: "x", Compared: yesNo(false)}}, "false"},
	} {
		if got := compared(c.sources).machine(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.sources, got, c.want)
		}
	}
}
