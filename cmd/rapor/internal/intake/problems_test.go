package intake

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/toml"
)

// told imports a table into a small portal and returns the problems as they
// are printed, hints left out, in English.
func told(t *testing.T, form Form, csv string, data fstest.MapFS) string {
	t.Helper()
	plan, problems, err := Import(Options{Form: form, File: "t.csv", Reader: strings.NewReader(csv), Data: data})
	if err != nil {
		t.Fatal(err)
	}
	if problems.HasErrors() && len(plan.Files) > 0 {
		t.Error("files planned in spite of errors")
	}
	var b strings.Builder
	for _, p := range problems.Sorted() {
		for _, code := range []string{"id", "en"} {
			message, hint := lang.Wording{Code: code}.Problem(p.Key, p.Args)
			if strings.HasPrefix(message, p.Key) || hint == "" || strings.Contains(message+hint, "%!") {
				t.Errorf("%s is badly worded in %s: %q, %q", p.Key, code, message, hint)
			}
		}
		message, _ := lang.Wording{Code: "en"}.Problem(p.Key, p.Args)
		b.WriteString(p.Pos.String() + ": " + message + "\n")
	}
	return b.String()
}

const resultHeader = "slug,tahun,instrumen,indeks,predikat,D1,sumber,keyakinan\n"

// good is a row without fault; tables end in it to show that reading goes on.
const good = "kota-contoh,2023,norma-1,3.00,Baik,3.00,A,tinggi\n"

func TestFaultsOfTheFile(t *testing.T) {
	for _, c := range []struct{ name, csv, want string }{
		{"empty", "", "t.csv:1:1: the table is empty\n"},
		{"blank lines", "\n\r\n\n", "t.csv:1:1: the table is empty\n"},
		{"two million blank lines", strings.Repeat("\n", 2<<20), "t.csv:1:1: the table is empty\n"},
		{"header alone", resultHeader, "t.csv:1:1: the table holds nothing but the column names\n"},
		{"rows of separators alone", resultHeader + ",,,,,,,\n,,,,,,,\n", "t.csv:1:1: the table holds nothing but the column names\n"},
		{"xlsx cut off", "PK\x03\x04...", "t.csv: the workbook is damaged or cut off\n"},
		{"old xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "t.csv: this is an old Excel file (.xls)\n"},
		{"utf-16", "\xff\xfes\x00l\x00", "t.csv:1:1: file is saved as UTF-16\n"},
		{"zero byte", resultHeader + "a\x00b\n", "t.csv:2:2: file holds a zero byte: it is no text\n"},
		{"CR alone", "slug,tahun\rx,2024\r", "t.csv:1:11: lines end in CR alone\n"},
		{"over 20 MB", strings.Repeat("x", maxBytes+1), "t.csv: file over 20 MB\n"},
		{"too many columns", strings.Repeat(",", maxColumns) + "\n", "t.csv:1:501: more than 500 columns\n"},
		{"cell over 100 kB", resultHeader + "kota-contoh,2023,norma-1,3.00,Baik,3.00," + strings.Repeat("x", maxField+1) + ",\n", "t.csv:2:41: cell in column sumber over 100000 bytes\n"},
	} {
		if got := told(t, FormResults, c.csv, portal()); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, clip(got), c.want)
		}
	}
}

func TestReadingEndsAtTheLastRowAllowed(t *testing.T) {
	for _, row := range []string{"x,1\n", "x\n"} { // ragged ones count too
		var problems diag.List
		readText("t.csv", "a,b\n"+strings.Repeat(row, maxRows+10), &problems, func([][]string) heading { return heading{rows: 1} })
		all := problems.Sorted()
		if last := all[len(all)-1]; last.Key != "intake-too-many-rows" || last.Pos.Line != maxRows+2 {
			t.Errorf("%q: %v", row, last)
		}
	}
}

func TestFaultsOfTheHeader(t *testing.T) {
	for _, c := range []struct{ header, want string }{
		{"slug,tahun,instrumen,indek", "t.csv:1:1: column \"indeks\" is missing\nt.csv:1:22: unknown column \"indek\"\n"},
		{"slug,tahun,instrumen,indeks,warna kucing", "t.csv:1:29: unknown column \"warna kucing\"\n"},
		{"slug,tahun,instrumen,indeks,Indeks", "t.csv:1:29: column \"Indeks\" stands there already, as column 4\n"},
		{"slug,instansi,tahun,instrumen,indeks", "t.csv:1:6: column \"instansi\" stands there already, as column 1\n"},
		{"slug,tahun,instrumen,indeks,", "t.csv:1:29: column 5 has no name\n"},
		{"slug;tahun,instrumen,indeks", "t.csv:1:1: column \"slug\" is missing\nt.csv:1:1: column \"tahun\" is missing\nt.csv:1:1: unknown column \"slug;tahun\"\n"},
	} {
		row := strings.Repeat(",", strings.Count(c.header, ","))
		if got := told(t, FormResults, c.header+"\nx"+row+"\n", portal()); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.header, got, c.want)
		}
	}
}

func TestFaultsOfRowsDoNotHideOthers(t *testing.T) {
	for _, c := range []struct{ name, row, want string }{
		{"too short", "kota-contoh,2024,norma-1\n", "t.csv:2:25: row ends after 3 of 8 columns\n"},
		{"too long", "kota-contoh,2024,norma-1,3.00,,,,,x,y\n", "t.csv:2:35: row longer than the table's 8 columns\n"},
		{"unquoted comma in a title", "kota-contoh,2024,norma-1,3.70,,,KemenPANRB, Laporan,\n", "t.csv:2:53: row longer than the table's 8 columns\n"},
		{"stray quote", "kota-contoh,2024,norma-1,3.70,,,Kota \"X\",\n", "t.csv:2:38: quote in the middle of a cell in column sumber\n"},
		{"text after a quote", "kota-contoh,2024,norma-1,3.70,,,\"Kota\" X,\n", "t.csv:2:39: text after the closing quote in column sumber\n"},
		{"not UTF-8", "kota-contoh,2024,norma-1,3.70,,,Caf\xe9,\n", "t.csv:2:33: cell in column sumber holds byte 0xe9, which is not UTF-8\n"},
		{"control character", "kota-contoh,2024,norma-1,3.70,,,a\x1b[31m,\n", "t.csv:2:33: cell in column sumber holds an invisible character, U+001B\n"},
		{"right-to-left mark in a slug", "kota\u202e-contoh,2024,norma-1,3.70,,,,\n", "t.csv:2:1: cell in column slug holds an invisible character, U+202E\n"},
		{"line break in a slug", "\"kota-\ncontoh\",2024,norma-1,3.70,,,,\n", "t.csv:2:1: cell in column slug holds a line break\n"},
		{"place after a character of three bytes", "kota-contoh,2024,norma-1,3.70,,,—,apa\n", "t.csv:2:35: unknown word \"apa\" in column keyakinan\n"},
		{"a needed cell is empty", ",2024,norma-1,3.70,,,,\n", "t.csv:2:1: cell in column slug is empty\n"},
		{"unknown institution", "kota-contah,2024,norma-1,3.70,,,,\n", "t.csv:2:1: no institution \"kota-contah\", in column slug\n"},
		{"slug with a way out", "../kota,2024,norma-1,3.70,,,,\n", "t.csv:2:1: no institution \"../kota\", in column slug\n"},
		{"unknown instrument", "kota-contoh,2024,norma-9,3.70,,,,\n", "t.csv:2:18: no instrument \"norma-9\", in column instrumen\n"},
		{"instrument of another time", "kota-contoh,2019,norma-1,3.70,,,,\n", "t.csv:2:18: instrument \"norma-1\" is not for the year 2019\n"},
		{"year of two digits", "kota-contoh,24,norma-1,3.70,,,,\n", "t.csv:2:13: \"24\" in column tahun is not a year\n"},
		{"year with a leading zero", "kota-contoh,02024,norma-1,3.70,,,,\n", "t.csv:2:13: \"02024\" in column tahun is not a year\n"},
		{"unknown band", "kota-contoh,2024,norma-1,3.70,Bagus,,,\n", "t.csv:2:31: band \"Bagus\" in column predikat is not of this instrument\n"},
		{"a domain off the scale", "kota-contoh,2024,norma-1,3.70,,6,,\n", "t.csv:2:32: 6 in column D1 is outside 0 to 5\n"},
		{"two faults in one row", "kota-contoh,24,norma-1,x,,,,\n", "t.csv:2:13: \"24\" in column tahun is not a year\nt.csv:2:24: \"x\" in column indeks is not a number\n"},
	} {
		after := "kota-contoh,2022,norma-1,tiga,,,,\n"
		line := 3 + strings.Count(strings.TrimSuffix(c.row, "\n"), "\n")
		want := c.want + "t.csv:" + number(line) + ":26: \"tiga\" in column indeks is not a number\n"
		if got := told(t, FormResults, resultHeader+c.row+after, portal()); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

func TestAnOpenQuoteIsToldWhereItOpens(t *testing.T) {
	got := told(t, FormResults, resultHeader+"kota-contoh,2022,norma-1,tiga,,,,\nkota-contoh,2023,norma-1,3.00,\"Baik,3.00,A,tinggi\n"+good+good, portal())
	want := "t.csv:2:26: \"tiga\" in column indeks is not a number\nt.csv:3:31: quote in column predikat is never closed\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFiguresThatAreNone(t *testing.T) {
	for _, c := range []struct{ figure, want string }{
		{"3.70", ""},
		{"3,7", ""},
		{"5", ""},
		{"188", "188 in column indeks is outside 1 to 5 (maybe 1.88)"},
		{"37", "37 in column indeks is outside 1 to 5 (maybe 3.70)"},
		{"612", "612 in column indeks is outside 1 to 5"},
		{"0.99", "0.99 in column indeks is outside 1 to 5"},
		{"-1", "-1 in column indeks is outside 1 to 5"},
		{"−1,5", "−1,5 in column indeks is outside 1 to 5"},
		{"99999999999999999999", "99999999999999999999 in column indeks is outside 1 to 5"},
		{"03.70", "number \"03.70\" in column indeks has a leading zero"},
		{"007", "number \"007\" in column indeks has a leading zero"},
		{"3.705", "number \"3.705\" in column indeks has more than two decimals"},
		{"3.700", "number \"3.700\" in column indeks has more than two decimals"},
		{"1.234,50", "number \"1.234,50\" in column indeks has a thousands mark"},
		{"1 234", "number \"1 234\" in column indeks has a thousands mark"},
		{"12.345", "number \"12.345\" in column indeks has a thousands mark"},
		{"3.7.0", "\"3.7.0\" in column indeks is not a number"},
		{"tiga", "\"tiga\" in column indeks is not a number"},
		{"3.70*", "\"3.70*\" in column indeks is not a number"},
		{"=3+1", "\"=3+1\" in column indeks is not a number"},
		{"3e0", "\"3e0\" in column indeks is not a number"},
		{"NaN", "\"NaN\" in column indeks is not a number"},
		{".5", "\".5\" in column indeks is not a number"},
		{"5.", "\"5.\" in column indeks is not a number"},
		{"３", "\"３\" in column indeks is not a number"}, // a full-width digit
		{"+3.7", "\"+3.7\" in column indeks is not a number"},
	} {
		csv := "slug\ttahun\tinstrumen\tindeks\nkota-contoh\t2023\tnorma-1\t" + c.figure + "\n"
		_, problems, err := Import(Options{Form: FormResults, File: "t.csv", Reader: strings.NewReader(csv), Data: portal()})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range problems.Sorted() {
			message, hint := lang.Wording{Code: "en"}.Problem(p.Key, p.Args)
			if got = message; strings.HasPrefix(hint, "maybe") {
				got += " (" + strings.TrimSuffix(strings.SplitN(hint, "?", 2)[0], "?") + ")"
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.figure, got, c.want)
		}
	}
}

func TestFaultsOfEachForm(t *testing.T) {
	for _, c := range []struct {
		form      Form
		csv, want string
	}{
		{FormInstitutions, "slug,nama,jenis\nKota,A,kota\n", "t.csv:2:1: \"Kota\" in column slug cannot be an address\n"},
		{FormInstitutions, "slug,nama,jenis\nnul,A,kota\n", "t.csv:2:1: \"nul\" in column slug cannot be an address\n"},
		{FormInstitutions, "slug,nama,jenis\na,A,kota\na,A,kota\n", "t.csv:3:1: duplicate row: a stands in line 2 already\n"},
		{FormInstitutions, "slug,nama,jenis\na,,kab\n", "t.csv:2:3: cell in column nama is empty\nt.csv:2:4: kind \"kab\" in column jenis is not in portal.toml\n"},
		{FormInstitutions, "slug,nama,jenis,wilayah\na,A,kota,\"76,1\"\nb,B,kota,Riau\n", "t.csv:2:10: \"76,1\" in column wilayah is no area code\nt.csv:3:10: \"Riau\" in column wilayah is no area code\n"},
		{FormInstitutions, "slug,nama,jenis,induk,pengganti\na,A,kota,tiada,b kota-contoh\n", "t.csv:2:10: no institution \"tiada\", in column induk\nt.csv:2:16: no institution \"b\", in column pengganti\n"},
		{FormInstitutions, "slug,nama,jenis,situs,rata_rata\na,A,kota,contoh.go.id,mungkin\n", "t.csv:2:10: \"contoh.go.id\" in column situs is no web address\nt.csv:2:23: unknown word \"mungkin\" in column rata_rata\n"},
		{FormInstitutions, "slug,nama,jenis\nkota-contoh,Kota Lain,kota\n", "t.csv:2:13: nama = Kota Lain contradicts Kota Contoh at data/instansi/kota-contoh/instansi.toml:1:8\n"},
		{FormResults, resultHeader + good + good, "t.csv:3:1: duplicate row: kota-contoh 2023 stands in line 2 already\n"},
		{FormResults, resultHeader + good + strings.Replace(good, ",A,", ",,", 1), "t.csv:3:1: duplicate row: kota-contoh 2023 stands in line 2 already\n"},
		{FormResults, resultHeader + good + "kota-contoh,2023,norma-1,3.10,,,,\n", "t.csv:3:33: this row prints another figure than line 2 and names no source\n"},
		{FormResults, resultHeader + good + "kota-contoh,2023,norma-1,3.10,,,B,\nkota-contoh,2023,norma-1,3.20,,,B,\n", "t.csv:4:26: terbit_lain.b.indeks = 3.20 contradicts 3.10 of line 3\n"},
		{FormResults, "slug,tahun,instrumen,indeks,predikat_tercetak,D9\nkota-contoh,2023,norma-1,3.00,baik,2\n", "t.csv:2:31: \"baik\" in column predikat_tercetak is a band of this instrument\nt.csv:2:36: instrument norma-1 has no D9\n"},
		{FormResults, "slug,tahun,instrumen,indeks,target,target_tahun\nkota-contoh,2023,norma-1,3,,2025\nkota-contoh,2022,norma-1,3,3.1,2025\nkota-contoh,2021,norma-1,3,3.2,2025\n", "t.csv:2:29: target year 2025 without a target\nt.csv:4:28: target 3.20 for 2025 is left out: line 3 sets 3.10\n"},
		{FormLevels, "slug,tahun,instrumen,indikator,tingkat\nkota-contoh,2023,norma-1,I01,3\n", "t.csv:2:30: stage akhir in data/instansi/kota-contoh/2023.toml would lack 1 of 2 indicators: I02\n"},
		{FormLevels, "slug,tahun,instrumen,indikator,tingkat\nkota-contoh,2024,norma-1,I1,3\nkota-contoh,2024,norma-1,I02,6\nkota-contoh,2024,norma-1,I01,2.5\n", "t.csv:2:26: indicator \"I1\" in column indikator is not of its instrument\nt.csv:3:30: 6 in column tingkat is outside 1 to 5\nt.csv:4:30: level 2.5 in column tingkat is no multiple of 1\n"},
		{FormLevels, "slug,tahun,instrumen,indikator,tingkat,tahap\nkota-contoh,2024,norma-1,I01,3,\nkota-contoh,2024,norma-1,I01,3,akhir\nkota-contoh,2024,norma-1,I02,3,final\n", "t.csv:3:26: duplicate row: kota-contoh 2024 akhir I01 stands in line 2 already\nt.csv:4:32: unknown word \"final\" in column tahap\n"},
		{FormTiles, "slug,kolom,baris,singkat\nkota-contoh,99,1.5,A\n", "t.csv:2:13: 99 in column kolom is outside 0 to 40\nt.csv:2:16: \"1.5\" in column baris is not a whole number\n"},
		{FormTargets, "tahun,id,nama,jenis,predikat,persen\n2024,a,A,kota desa,bagus,101\n", "t.csv:2:10: kind \"desa\" in column jenis is not in portal.toml\nt.csv:2:20: band \"bagus\" in column predikat is not of this instrument\nt.csv:2:26: 101 in column persen is outside 0 to 100\n"},
		{FormSpread, "slug,tahun,total,baik\nkota-contoh,2024,10,11\nkota-contoh,2020,10,1\nkota-contoh,2021,1.000,1\n", "t.csv:2:18: counts per band add up to 11, over the total of 10\nt.csv:3:13: there is no data/instansi/kota-contoh/2020.toml yet\nt.csv:4:18: number \"1.000\" in column total has a thousands mark\n"},
		{FormSpread, "slug,tahun,total,cukup\nkota-contoh,2024,10,1\n", "t.csv:2:21: instrument norma-1 has no cukup\n"},
	} {
		if got := told(t, c.form, c.csv, portal()); got != c.want {
			t.Errorf("%s %q: got\n%s\nwant\n%s", c.form, c.csv, got, c.want)
		}
	}
}

func TestTwoTilesOnOnePlace(t *testing.T) {
	data := portal()
	data["instansi/kota-lain/instansi.toml"] = &fstest.MapFile{Data: []byte("nama = \"Kota Lain\"\njenis = \"kota\"\n")}
	got := told(t, FormTiles, "slug,kolom,baris,singkat\nkota-contoh,1,2,A\nkota-lain,1,2,B\n", data)
	if want := "t.csv:3:11: tile in column 1, row 2 is taken by line 2 of this table\n"; got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

func TestFaultyFilesOfThePortalAreTold(t *testing.T) {
	data := portal()
	data["instansi/kota-contoh/2023.toml"] = &fstest.MapFile{Data: []byte("instrumen = \n")}
	data["instrumen/norma-2.toml"] = &fstest.MapFile{Data: []byte("x = = 1\n")}
	got := told(t, FormResults, resultHeader+good+strings.Replace(good, "norma-1", "norma-2", 1), data)
	for _, want := range []string{"data/instansi/kota-contoh/2023.toml:1:", "data/instrumen/norma-2.toml:1:5"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing in\n%s", want, got)
		}
	}
	if strings.Contains(got, "no instrument") {
		t.Errorf("an instrument whose file is faulty is not an unknown one:\n%s", got)
	}
}

func TestWithoutAPortalNoShareTargets(t *testing.T) {
	got := told(t, FormTargets, "tahun,id,nama,jenis,predikat,persen\n2024,a,A,kota,baik,60\n", nil)
	if want := "t.csv:1:1: there is no data/portal.toml yet\n"; got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

func TestNamesFindInstitutions(t *testing.T) {
	data := portal()
	data["instansi/kota-lain/instansi.toml"] = &fstest.MapFile{Data: []byte("nama = \"Kota Lain\"\npendek = \"Lain\"\nalias = [\"Kota  contoh\"]\njenis = \"kota\"\n")}
	for _, c := range []struct{ name, want string }{
		{"kota-lain", ""},
		{"KOTA LAIN", ""},
		{"lain", ""},
		{"kota contoh", "t.csv:2:1: name \"kota contoh\" in column instansi belongs to several institutions\n"},
		{"Kota Lian", "t.csv:2:1: no institution \"Kota Lian\", in column instansi\n"},
	} {
		if got := told(t, FormTiles, "instansi,kolom,baris,singkat\n"+c.name+",1,2,A\n", data); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// broken is a table on a disk that fails.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("disk gone") }

func TestAFailingDiskIsNoProblemOfTheTable(t *testing.T) {
	if _, problems, err := Import(Options{Form: FormTiles, File: "t.csv", Reader: broken{}}); err == nil || problems.HasErrors() {
		t.Errorf("got %v, %s", err, messages(problems, nil))
	}
	if _, _, err := Import(Options{Form: "lain", File: "t.csv", Reader: strings.NewReader("")}); err == nil {
		t.Error("an unknown form must be an error")
	}
}

func TestWhatSpreadsheetsDoIsPutRight(t *testing.T) {
	for name, csv := range map[string]string{
		"byte order mark, CRLF":    "\ufeffslug,kolom,baris,singkat\r\nkota-contoh,1,2,KC\r\n",
		"a line that says sep":     "sep=;\r\nslug;kolom;baris;singkat\r\nkota-contoh;1;2;KC\r\n",
		"tabs":                     "slug\tkolom\tbaris\tsingkat\nkota-contoh\t1\t2\tKC",
		"no line end at the end":   "slug,kolom,baris,singkat\nkota-contoh,1,2,KC",
		"rows of separators":       "slug,kolom,baris,singkat\nkota-contoh,1,2,KC\n,,,\n,,,\n",
		"blanks around":            " slug , kolom,baris,singkat \nkota-contoh , 1, 2, \"KC\" \n",
		"everything in quotes":     "\"slug\",\"kolom\",\"baris\",\"singkat\"\n\"kota-contoh\",\"1\",\"2\",\"KC\"\n",
		"names written otherwise":  "SLUG,Ko lom,_baris_,Sing-kat\nkota-contoh,1,2,KC\n",
		"columns in another order": "singkat,baris,kolom,slug\nKC,2,1,kota-contoh\n",
	} {
		plan, problems, err := Import(Options{Form: FormTiles, File: "t.csv", Reader: strings.NewReader(csv), Data: portal()})
		if err != nil || problems.HasErrors() || len(plan.Files) != 1 || !strings.Contains(string(plan.Files[0].New), `petak = { kolom = 1, baris = 2, singkat = "KC" }`) {
			t.Errorf("%s: %v %s %v", name, err, messages(problems, nil), plan.Files)
		}
	}
}

// FuzzImport feeds any bytes to each form: no panic, every problem stands on a
// line that the table has, and nothing is planned beside an error.
func FuzzImport(f *testing.F) {
	for i, s := range []string{
		"slug,nama,jenis,alias,pengganti\na,\"A \"\"x\"\"\",kota,b; c,kota-contoh\n",
		resultHeader + good + "kota-contoh,2023,norma-1,3.10,,,\"B ; https://c.id/2024/01/02\",\n",
		"slug;tahun;instrumen;indikator;tingkat;tahap\r\nkota-contoh;2024;norma-1;I01;3;\r\n",
		"slug\tkolom\tbaris\tsingkat\nkota-contoh\t1\t2\t\"K\nC\"\n",
		"tahun,id,nama,jenis,predikat,persen\n2024,a,A,kota,baik,\"60,5\"\n",
		"slug,tahun,total,baik\nkota-contoh,2024,10,9",
		"\n\n \n;;\nslug;nama;jenis\nkota-x;\"Kota; \"\"X\"\" \\ = ' # \u061c\";kota\n",
	} {
		f.Add(i, s)
	}
	f.Fuzz(func(t *testing.T, i int, csv string) {
		form := Forms[uint(i)%uint(len(Forms))]
		data := portal()
		data["portal.toml"] = &fstest.MapFile{Data: []byte("[jenis.kota]\n")}
		plan, problems, err := Import(Options{Form: form, File: "t.csv", Reader: strings.NewReader(csv), Data: data})
		if err != nil {
			t.Fatal(err)
		}
		if problems.HasErrors() && len(plan.Files) > 0 {
			t.Fatal("files planned in spite of errors")
		}
		lines := strings.Split(csv, "\n")
		for _, p := range problems.Sorted() {
			if p.Pos.File == "t.csv" && p.Pos.Line > 0 && (p.Pos.Line > len(lines) || p.Pos.Col > len(lines[p.Pos.Line-1])+2) {
				t.Fatalf("%s: there is no such place", p.Pos)
			}
		}
		for _, file := range plan.Files {
			if _, problems := toml.Parse(file.Path, file.New); problems.HasErrors() {
				t.Fatalf("what is to be written cannot be read: %v\n%s", problems.Sorted(), file.New)
			}
		}
		var b strings.Builder
		if err := plan.Diff(&b); err != nil {
			t.Fatal(err)
		}
	})
}
