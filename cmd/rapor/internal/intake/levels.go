package intake

import (
	"regexp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// shortID is I7 for I07: in a cell it may be a slip, or another instrument's
// way, so that it is left to the editor.
var shortID = regexp.MustCompile(`^[Ii]\d+$`)

var indicatorNumber = regexp.MustCompile(`^(?:indikator|ind|i)?0*([1-9]\d{0,2})$`)

var levelColumns = []column{
	{name: "slug", needed: true, also: institutionWords}, {name: "tahun", needed: true, also: yearWords}, {name: "instrumen", needed: true},
	{name: "indikator", needed: true, also: "kode|kode indikator|nomor indikator|no indikator"},
	{name: "tingkat", needed: true, also: "level|tingkat kematangan|capaian|nilai|skor"}, {name: "tahap", also: "tahapan"}, {name: "sumber"},
}

// levels puts one row per indicator into [tingkat.<stage>] of the year's file.
func (im *importer) levels() {
	for _, row := range im.table.rows {
		slug, ok := im.institution(row)
		year, okYear := im.mustYear(row, "tahun")
		instrument, norm, okNorm := im.norm(row, year)
		indicator, okIndicator := im.indicator(row, norm, "indikator")
		level, okLevel := im.level(row, norm)
		stage, okStage := im.stage(row)
		if !ok || !okYear || !okNorm || !okIndicator || !okLevel || !okStage {
			continue
		}
		if !im.first(row, "indikator", slug, number(year), stage, indicator) {
			continue
		}
		if d := im.library.year(slug, year); d != nil {
			d.set(im.list, im.cellPos(row, "instrumen"), nil, "instrumen", textValue(instrument))
			im.setLevel(d, im.cellPos(row, "tingkat"), norm, stage, indicator, level)
			im.cite(d, row)
		}
	}
}

// fillingStage is a stage of a year's file that gets levels.
type fillingStage struct {
	d     *document
	norm  *maturity.Instrument
	stage string
	pos   diag.Pos // of its first cell
}

// setLevel gives an indicator its level and remembers which stage it fills.
func (im *importer) setLevel(d *document, pos diag.Pos, norm *maturity.Instrument, stage, id string, v maturity.Hundredths) {
	d.set(im.list, pos, at("tingkat", stage), id, levelValue(v))
	same := func(f fillingStage) bool { return f.d == d && f.stage == stage }
	if norm != nil && !slices.ContainsFunc(im.filling, same) {
		im.filling = append(im.filling, fillingStage{d, norm, stage, pos})
	}
}

// wholeStages reports the stages that lack levels, in the table and in the file
// together: such a file would be refused by the next build.
func (im *importer) wholeStages() {
	if im.list.HasErrors() {
		return // of a faulty row the level is not missing
	}
	for _, f := range im.filling {
		if marked := f.d.standing("belum_lengkap"); marked != nil && marked.Text == "true" {
			continue
		}
		if missing := f.missing(); len(missing) > 0 {
			im.list.Errorf(f.pos, "intake-stage-incomplete", f.stage, f.d.name, len(missing), len(f.norm.Indicators), strings.Join(missing, ", "))
		}
	}
}

func (f *fillingStage) missing() []string {
	excused := map[string]bool{}
	if list := f.d.standing("tidak_berlaku"); list != nil {
		for _, item := range list.Items {
			excused[item.Text] = true
		}
	}
	var out []string
	for i := range f.norm.Indicators {
		id := f.norm.Indicators[i].ID
		_, added := f.d.added[joined(at("tingkat", f.stage, id))]
		if !added && !excused[id] && f.d.standing("tingkat", f.stage, id) == nil {
			out = append(out, id)
		}
	}
	return out
}

func (im *importer) indicator(row []cell, norm *maturity.Instrument, column string) (string, bool) {
	id, ok := im.must(row, column)
	if !ok || norm == nil {
		return id, ok && im.plainID(row, column, id)
	}
	if norm.Indicator(id) < 0 {
		if same := indicatorLike(norm, id); same != "" && !shortID.MatchString(id) {
			return same, true
		}
		all := make([]string, len(norm.Indicators))
		for i := range norm.Indicators {
			all[i] = norm.Indicators[i].ID
		}
		im.unknown(row, column, "intake-unknown-indicator", all)
		return "", false
	}
	return id, true
}

// plainID accepts what can be an id of a part where no instrument is at hand.
func (im *importer) plainID(row []cell, column, id string) bool {
	if !bareKey.MatchString(id) || len(id) > 100 {
		im.fault(row, column, "intake-not-an-id")
		return false
	}
	return true
}

// level reads a level on the scale of its instrument.
func (im *importer) level(row []cell, norm *maturity.Instrument) (maturity.Hundredths, bool) {
	least, most := scaleMin, scaleMax
	if norm != nil {
		least, most = norm.Scale.Min, norm.Scale.Max
	}
	if _, ok := im.must(row, "tingkat"); !ok {
		return 0, false
	}
	v, ok := im.figure(row, "tingkat", least, most)
	if ok && norm != nil && !norm.Scale.Holds(v) {
		im.fault(row, "tingkat", "intake-level-step", shortFigure(norm.Scale.Step))
		return 0, false
	}
	return v, ok
}

// stage reads the stage of the evaluation, the final one where none is given.
func (im *importer) stage(row []cell) (string, bool) {
	c := im.at(row, "tahap")
	if c.text == "" && !c.bad {
		return string(maturity.StageFinal), true
	}
	words := make([]string, len(maturity.Stages))
	for i, s := range maturity.Stages {
		words[i] = string(s)
	}
	return im.choice(row, "tahap", words...)
}

// indicatorLike finds the indicator that people write as "Indikator 7" or "7":
// the only one whose id has that number.
func indicatorLike(norm *maturity.Instrument, text string) string {
	m := indicatorNumber.FindStringSubmatch(folded(text))
	if m == nil {
		return ""
	}
	found := ""
	for i := range norm.Indicators {
		if id := norm.Indicators[i].ID; strings.TrimLeft(strings.TrimLeft(id, "I"), "0") == m[1] {
			if found != "" {
				return ""
			}
			found = id
		}
	}
	return found
}

// cite writes the sources that a row names.
func (im *importer) cite(d *document, row []cell) {
	text, ok := im.text(row, "sumber")
	if !ok {
		return
	}
	sources, _ := sourcesOf(text)
	for _, s := range sources {
		im.sourceKeys(d, im.cellPos(row, "sumber"), at("sumber", d.sourceID("sumber", s)), s)
	}
}
