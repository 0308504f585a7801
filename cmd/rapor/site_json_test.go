//go:build !race

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What a value of the published JSON looks like, byte for byte: numbers are
// compared as they are written, because 3.7 is not a figure with two decimals.
const (
	figureJSON = `-?\d\.\d\d`
	exactJSON  = `-?\d\.\d{2,6}` // index points, exact
	fourJSON   = `\d\.\d{4}`
	countJSON  = `\d+`
	yearJSON   = `20\d\d`
	levelJSON  = `[0-5](\.\d\d)?`
	textJSON   = `"[^"]+(\\"[^"]*)*"`
	slugJSON   = `"[a-z0-9]+(-[a-z0-9]+)*"`
	codeJSON   = `"[A-Z]\d+"`
	trueJSON   = `true`
	boolJSON   = `true|false`
	noneJSON   = `null`
	originJSON = `"terbit"|"hitung"`
	fromJSON   = `"tingkat"|"domain"|"pembulatan"`
	verdicts   = `"cocok"|"beda-pembulatan"|"selisih"|"tidak-dapat-dihitung"|"tidak-mungkin"`
	statuses   = `"tercapai"|"tidak-tercapai"|"belum-dapat-dihitung"|"menurun"|"stagnan"|"sesuai-jalur"|"perlu-percepatan"|"tolok-ukur-berganti"`
	partsJSON  = `"indeks"|"predikat"|"domain\.D\d+"|"aspek\.A\d+"`
)

// A shape lists every path that a file may hold. A path that is not listed is a
// fault: it is a change of what is published and has to be documented. [] is an
// item of a list, * any key.
type shape map[string]string

var sourceShape = shape{
	"judul": textJSON, "rujukan": textJSON + "|" + noneJSON, "url": textJSON + "|" + noneJSON,
	"salinan": textJSON + "|" + noneJSON, "dicocokkan": boolJSON + "|" + noneJSON,
}

var publishedShape = shape{
	"indeks": figureJSON, "predikat": slugJSON + "|" + noneJSON, "predikat_tercetak": textJSON,
	"domain.*": figureJSON, "aspek.*": figureJSON, "keyakinan": slugJSON + "|" + noneJSON,
	"sebaran.total": countJSON, "sebaran.per_predikat.*": countJSON, "sebaran.baik_ke_atas": countJSON + "|" + noneJSON,
}

var assessmentShape = shape{
	"instansi": slugJSON, "nama": textJSON, "tahun": yearJSON, "instrumen": slugJSON, "tanggal": textJSON, "catatan": textJSON,
	"draf": trueJSON, "belum_lengkap": trueJSON,
	"hitung.dari": fromJSON, "hitung.tahap": slugJSON, "hitung.indeks": figureJSON, "hitung.indeks_tepat": `"\d+(/\d+)?"`,
	"hitung.indeks_rentang.[]": fourJSON, "hitung.predikat": slugJSON, "hitung.domain.*": figureJSON, "hitung.aspek.*": figureJSON,
	"rekonsiliasi.[].bagian": partsJSON, "rekonsiliasi.[].terbit": figureJSON + "|" + slugJSON,
	"rekonsiliasi.[].hitung": figureJSON + "|" + slugJSON + "|" + noneJSON, "rekonsiliasi.[].selisih": figureJSON + "|" + noneJSON,
	"rekonsiliasi.[].putusan": verdicts,
	"tingkat.*.*":             levelJSON,
	"indikator.*.catatan":     textJSON + "|" + noneJSON, "indikator.*.rekomendasi": textJSON + "|" + noneJSON,
	"indikator.*.bukti.[].judul": textJSON, "indikator.*.bukti.[].ada": boolJSON, "indikator.*.bukti.[].url": textJSON + "|" + noneJSON,
	"program": textJSON, "masukan_sha256": `"[0-9a-f]{64}"`,
}.with("terbit.", publishedShape).with("terbit_lain.[].", publishedShape).with("terbit_lain.[].", shape{
	"indeks": figureJSON + "|" + noneJSON, "judul": textJSON, "url": textJSON + "|" + noneJSON,
}).with("sumber.[].", sourceShape)

var institutionShape = shape{
	"instansi": slugJSON, "nama": textJSON, "pendek": textJSON, "jenis": slugJSON, "subjenis": textJSON + "|" + noneJSON,
	"wilayah": textJSON + "|" + noneJSON, "induk": slugJSON + "|" + noneJSON, "rata_rata": trueJSON, "berakhir": yearJSON,
	"seri.[].tahun": yearJSON, "seri.[].instrumen": slugJSON, "seri.[].indeks": figureJSON, "seri.[].predikat": slugJSON + "|" + noneJSON,
	"seri.[].asal": originJSON, "seri.[].keyakinan": slugJSON + "|" + noneJSON,
	"ganti_instrumen.[].dari": yearJSON, "ganti_instrumen.[].ke": yearJSON, "ganti_instrumen.[].instrumen_lama": slugJSON,
	"ganti_instrumen.[].instrumen_baru": slugJSON, "ganti_instrumen.[].sebanding": `false`,
	"target.[].tahun": yearJSON, "target.[].indeks": figureJSON, "target.[].instrumen": slugJSON + "|" + noneJSON,
	"target.[].status": statuses, "target.[].tercapai_pada": yearJSON + "|" + noneJSON, "target.[].laju_perlu": figureJSON + "|" + noneJSON,
	"target.[].laju_nyata": figureJSON + "|" + noneJSON, "target.[].proyeksi": figureJSON + "|" + noneJSON,
	"target.[].proyeksi_rentang.[]": figureJSON, "target.[].sumber": noneJSON,
	"prioritas.[].indikator": codeJSON, "prioritas.[].tingkat": levelJSON, "prioritas.[].nilai_per_tingkat": exactJSON, "prioritas.[].ruang": exactJSON,
	"ke_predikat_berikut": noneJSON, "ke_predikat_berikut.predikat": slugJSON, "ke_predikat_berikut.kurang": figureJSON,
	"ke_predikat_berikut.langkah": countJSON + "|" + noneJSON,
	"perubahan":                   noneJSON, "perubahan.dari": yearJSON, "perubahan.ke": yearJSON, "perubahan.selisih": figureJSON,
	"perubahan.urai.[].kode": codeJSON, "perubahan.urai.[].selisih": exactJSON, "perubahan.selisih_terbit_dan_hitung": exactJSON,
	"program": textJSON,
}.with("target.[].sumber.", sourceShape)

func (s shape) with(prefix string, more shape) shape {
	for key, value := range more {
		s[prefix+key] = value
	}
	return s
}

// shaped checks files against a shape and remembers compiled patterns.
type shaped struct {
	shape    shape
	compiled map[string]*regexp.Regexp
}

// faults lists what in a document has no place in the shape or another form.
func (s *shaped) faults(document any) (faults []string) {
	eachLeaf(nil, document, func(at []string, literal string) {
		key := s.key(at)
		pattern := s.compiled[key]
		if pattern == nil && s.shape[key] != "" {
			pattern = regexp.MustCompile("^(?s:" + s.shape[key] + ")$")
			s.compiled[key] = pattern
		}
		switch {
		case pattern == nil:
			faults = append(faults, fmt.Sprintf("%s is not documented", strings.Join(at, ".")))
		case !pattern.MatchString(literal):
			faults = append(faults, fmt.Sprintf("%s is %s, want %s", strings.Join(at, "."), literal, s.shape[key]))
		}
	})
	return faults
}

// key finds a path in the shape: as it is, or with * for one or two of its keys.
func (s *shaped) key(at []string) string {
	if full := strings.Join(at, "."); s.shape[full] != "" || len(at) < 2 {
		return full
	}
	for i := len(at) - 1; i > 0; i-- {
		one := slices.Clone(at)
		one[i] = "*"
		if full := strings.Join(one, "."); s.shape[full] != "" {
			return full
		}
		for k := range i {
			two := slices.Clone(one)
			two[k+1] = "*"
			if full := strings.Join(two, "."); s.shape[full] != "" {
				return full
			}
		}
	}
	return strings.Join(at, ".")
}

// eachLeaf calls a function with every value that is no object and no list, as it
// is written in the file. An empty list or object has no leaves.
func eachLeaf(at []string, v any, leaf func(at []string, literal string)) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			eachLeaf(append(slices.Clone(at), key), value, leaf)
		}
	case []any:
		for _, value := range v {
			eachLeaf(append(slices.Clone(at), "[]"), value, leaf)
		}
	case json.Number:
		leaf(at, v.String())
	case string:
		leaf(at, strconv.Quote(v))
	default:
		leaf(at, fmt.Sprint(map[bool]any{true: "null", false: v}[v == nil]))
	}
}

// parseJSON reads one document and nothing after it, numbers as written.
func parseJSON(content []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	var v any
	if err := decoder.Decode(&v); err != nil {
		return nil, err
	}
	if rest := bytes.TrimSpace(content[decoder.InputOffset():]); len(rest) > 0 {
		return nil, fmt.Errorf("something follows the document: %.20q", rest)
	}
	return v, nil
}

func TestPublishedJSONSaysWhatItsDocumentationSays(t *testing.T) {
	s := portalSite(t)
	institutions, editions := &shaped{institutionShape, map[string]*regexp.Regexp{}}, &shaped{assessmentShape, map[string]*regexp.Regexp{}}
	var faults []string
	for address, content := range s.files {
		if path.Ext(address) != ".json" {
			continue
		}
		document, err := parseJSON(content)
		if err != nil {
			faults = append(faults, address+": "+err.Error())
			continue
		}
		checker, required := editions, []string{"instansi", "nama", "tahun", "instrumen", "rekonsiliasi", "sumber", "program", "masukan_sha256"}
		switch {
		case !strings.HasPrefix(address, "instansi/"):
			continue
		case strings.Count(address, "/") == 1:
			checker, required = institutions, []string{"instansi", "nama", "jenis", "wilayah", "induk", "seri", "target", "prioritas", "ke_predikat_berikut", "perubahan", "program"}
		}
		object := document.(map[string]any)
		for _, key := range required {
			if _, ok := object[key]; !ok {
				faults = append(faults, address+": no "+key)
			}
		}
		for _, key := range []string{"rekonsiliasi", "sumber", "seri", "target", "prioritas"} {
			if _, list := object[key].([]any); !list && slices.Contains(required, key) {
				faults = append(faults, address+": "+key+" is no list")
			}
		}
		for _, fault := range checker.faults(document) {
			faults = append(faults, address+": "+fault)
		}
	}
	slices.Sort(faults)
	report(t, faults)
}

// What the check above trusts.
func TestWrongJSONIsFound(t *testing.T) {
	for _, c := range []struct {
		shape shape
		text  string
	}{
		{assessmentShape, `{"terbit": {"indeks": 3.7}}`}, {assessmentShape, `{"terbit": {"indeks": null}}`}, {assessmentShape, `{"terbit": {"indeks": "3.70"}}`},
		{assessmentShape, `{"terbit": {"domain": {"D1": 4}}}`}, {assessmentShape, `{"baru": 1}`}, {institutionShape, `{"seri": [{"indeks": null}]}`},
		{assessmentShape, `{"rekonsiliasi": [{"selisih": 0}]}`}, {assessmentShape, `{"rekonsiliasi": [{"putusan": "baik"}]}`}, {assessmentShape, `{"rekonsiliasi": null}`},
		{assessmentShape, `{"tingkat": {"akhir": {"I01": 6}}}`}, {institutionShape, `{"prioritas": [{"ruang": 0.1}]}`},
	} {
		document, err := parseJSON([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if len((&shaped{c.shape, map[string]*regexp.Regexp{}}).faults(document)) == 0 {
			t.Errorf("no fault found in %s", c.text)
		}
	}
	if _, err := parseJSON([]byte(`{} {}`)); err == nil {
		t.Error("a second document was not seen")
	}
}
