package intake

import (
	"regexp"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

// evaluationColumns are those of an evaluation report (LHE): a row for the
// index, each domain, aspect and indicator, a column for each year.
var evaluationColumns = []column{
	{name: "slug", needed: true, also: "instansi|nama instansi"}, {name: "instrumen"}, {name: "tahun", needed: true}, {name: "tahap"},
	{name: "uraian", needed: true, also: "nama|nama indeks|indikator|nama indikator|komponen|penilaian|aspek|domain|domain/aspek|domain/aspek/indikator|domain, aspek, dan indikator|variabel|parameter|unsur|nama domain/aspek/indikator"},
	{name: "kode", also: "kode indikator"}, {name: "nilai", needed: true}, {name: "sumber"},
}

// evaluations puts published figures into [terbit] and levels into the stage.
func (im *importer) evaluations() {
	for _, row := range im.table.rows {
		slug, ok := im.institution(row)
		year, okYear := im.mustYear(row, "tahun")
		instrument, norm, okNorm := im.norm(row, year)
		stage, okStage := im.stage(row)
		part, okPart := im.part(row, norm)
		if !ok || !okYear || !okNorm || !okStage || !okPart || !im.first(row, "uraian", slug, number(year), stage, part.kind+part.id) {
			continue
		}
		if d := im.library.year(slug, year); d != nil {
			im.evaluation(d, row, norm, stage, part)
			d.set(im.list, im.cellPos(row, "nilai"), nil, "instrumen", textValue(instrument))
			im.cite(d, row)
		}
	}
}

// evaluation writes one value.
func (im *importer) evaluation(d *document, row []cell, norm *maturity.Instrument, stage string, p reportPart) {
	pos := im.cellPos(row, "nilai")
	least, most := norm.Scale.Min, norm.Scale.Max
	if p.kind == "indikator" {
		if v, ok := im.figure(row, "nilai", least, most); ok && !norm.Scale.Holds(v) {
			im.fault(row, "nilai", "intake-level-step", shortFigure(norm.Scale.Step))
		} else if ok {
			im.setLevel(d, pos, norm, stage, p.id, v)
		}
		return
	}
	if stage != string(maturity.StageFinal) {
		im.tell("intake-note-stage-figure", stage)
		return // what is not the final stage is no published figure
	}
	switch p.kind {
	case "predikat":
		word, ok := im.text(row, "nilai")
		if name, known := bandName(norm, word); ok && known {
			d.setBand(im.list, pos, at("terbit"), "predikat", textValue(name))
		} else if ok {
			im.fault(row, "nilai", "intake-unknown-band", strings.Join(bandNames(norm), ", "))
		}
	case "indeks":
		if v, ok := im.figure(row, "nilai", least, most); ok {
			d.set(im.list, pos, at("terbit"), "indeks", figureValue(v))
		}
	default:
		if v, ok := im.figure(row, "nilai", scaleMin, most); ok {
			d.set(im.list, pos, at("terbit", p.kind), p.id, figureValue(v))
		}
	}
}

// reportPart is what a row of a report is about.
type reportPart struct {
	kind string // indeks, predikat, domain, aspek, indikator
	id   string
}

var (
	partPrefix  = regexp.MustCompile(`(?i)^\s*(domain|aspek|indikator)\b\s*(\d{1,3})?\s*[.:)–-]*\s*`)
	partNumber  = regexp.MustCompile(`^\s*(?:[IVX]+|[A-Z]|\d{1,3})[.)]\s+`)
	indexRow    = regexp.MustCompile(`(?i)^(nilai )?(indeks|index)( (spbe|pemdi|kematangan|akhir|hasil evaluasi|total|keseluruhan).*)?$|^(indeks|nilai) (akhir )?(spbe|pemdi)$|^nilai akhir$`)
	bandRow     = regexp.MustCompile(`(?i)^(predikat|kategori)( (spbe|indeks).*)?$`)
	nameFillers = strings.NewReplacer("tingkat kematangan ", "", " instansi pusat/pemerintah daerah", "", " instansi pusat dan pemerintah daerah", "", " instansi pusat/ pemerintah daerah", "")
)

// plainPart is the name of a part without what reports leave out or add.
func plainPart(name string) string {
	return folded(strings.NewReplacer(",", "", "\"", "", "'", "").Replace(nameFillers.Replace(strings.ToLower(strings.Join(strings.Fields(name), " ")))))
}

// part finds the part that a row is about: by its code, or by its name.
func (im *importer) part(row []cell, norm *maturity.Instrument) (reportPart, bool) {
	if norm == nil {
		return reportPart{}, false
	}
	if code, ok := im.text(row, "kode"); ok {
		if p, found := partByID(norm, code); found {
			return p, true
		}
	}
	text, ok := im.must(row, "uraian")
	if !ok {
		return reportPart{}, false
	}
	if p, found := partNamed(norm, text); found {
		return p, true
	}
	var known []string
	for _, p := range namedParts(norm) {
		known = append(known, p.name)
	}
	im.unknown(row, "uraian", "intake-unknown-part-name", known)
	return reportPart{}, false
}

func partByID(norm *maturity.Instrument, code string) (reportPart, bool) {
	for _, p := range namedParts(norm) {
		if strings.EqualFold(p.id, code) {
			return p.reportPart, true
		}
	}
	return reportPart{}, false
}

func partNamed(norm *maturity.Instrument, text string) (reportPart, bool) {
	if p, ok := partByID(norm, text); ok {
		return p, true
	}
	kind, rest := "", text
	if m := partPrefix.FindStringSubmatch(text); m != nil {
		kind, rest = strings.ToLower(m[1]), text[len(m[0]):]
		if p, ok := numberedPart(norm, kind, m[2]); ok {
			return p, true
		}
	}
	rest = partNumber.ReplaceAllString(rest, "")
	switch {
	case kind == "" && bandRow.MatchString(strings.TrimSpace(rest)):
		return reportPart{kind: "predikat"}, true
	case kind == "" && (indexRow.MatchString(strings.TrimSpace(rest)) || plainPart(rest) == plainPart(norm.IndexName.Base)):
		return reportPart{kind: "indeks"}, true
	}
	var found []reportPart
	for _, p := range namedParts(norm) {
		if (kind == "" || kind == p.kind) && plainPart(p.name) == plainPart(rest) {
			found = append(found, p.reportPart)
		}
	}
	if len(found) != 1 {
		return reportPart{}, false
	}
	return found[0], true
}

// numberedPart is "Indikator 7", "Domain 2": the part with that number in its id.
func numberedPart(norm *maturity.Instrument, kind, digits string) (reportPart, bool) {
	if digits == "" {
		return reportPart{}, false
	}
	for _, p := range namedParts(norm) {
		if p.kind == kind && strings.TrimLeft(p.id, "DAI0") == strings.TrimLeft(digits, "0") {
			return p.reportPart, true
		}
	}
	return reportPart{}, false
}

type namedPart struct {
	reportPart
	name string
}

func namedParts(norm *maturity.Instrument) (out []namedPart) {
	for i := range norm.Domains {
		out = append(out, namedPart{reportPart{"domain", norm.Domains[i].ID}, norm.Domains[i].Name.Base})
	}
	for i := range norm.Aspects {
		out = append(out, namedPart{reportPart{"aspek", norm.Aspects[i].ID}, norm.Aspects[i].Name.Base})
	}
	for i := range norm.Indicators {
		out = append(out, namedPart{reportPart{"indikator", norm.Indicators[i].ID}, norm.Indicators[i].Name.Base})
	}
	return out
}
