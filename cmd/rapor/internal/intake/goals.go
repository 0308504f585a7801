package intake

import (
	"cmp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
)

// targetCells reads the target that a row sets beside its result.
func (im *importer) targetCells(r *reading) {
	v, set := im.figure(r.row, "target", scaleMin, scaleMax)
	year, dated := im.year(r.row, "target_tahun")
	year0 := im.at(r.row, "target_tahun")
	switch {
	case set && dated:
		r.target, r.targetYear = &v, year
	case set && !year0.bad && year0.text == "":
		im.list.Warnf(im.cellPos(r.row, "target"), "intake-target-without-year", im.at(r.row, "target").text)
	case dated && im.at(r.row, "target").text == "":
		im.fault(r.row, "target_tahun", "intake-year-without-target")
	}
	if len(r.targetFrom) == 0 {
		r.targetFrom = r.sources
	}
}

// targets writes [target] of the institutions. The first row that sets one for
// a year counts; another value for that year stands beside it as target_lain,
// under its source. One without a source is told and left out.
func (im *importer) targets(groups map[string][]*reading, order []string) {
	var rows []*reading
	for _, key := range order {
		for _, r := range groups[key] {
			if r.target != nil {
				rows = append(rows, r)
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b *reading) int { return cmp.Compare(a.row[0].line, b.row[0].line) })
	kept := map[string]*reading{}
	for _, r := range rows {
		key := joined([]string{r.slug, number(r.targetYear)})
		if first := kept[key]; first != nil {
			if *first.target != *r.target && len(r.targetFrom) > 0 {
				im.otherTarget(r)
			} else if *first.target != *r.target {
				im.list.Warnf(im.cellPos(r.row, "target"), "intake-target-twice", figureText(*r.target), r.targetYear, figureText(*first.target), int(first.row[0].line))
			}
			continue
		}
		kept[key] = r
		if d := im.library.institution(r.slug); d != nil {
			im.target(d, r, im.cellPos(r.row, "target"))
		}
	}
}

// otherTarget writes a year's target as another source prints it.
func (im *importer) otherTarget(r *reading) {
	d := im.library.institution(r.slug)
	if d == nil {
		return
	}
	for _, s := range r.targetFrom {
		table := at("target_lain", number(r.targetYear), s.id())
		d.set(im.list, im.cellPos(r.row, "target"), table, "indeks", figureValue(*r.target))
		im.sourceKeys(d, im.cellPos(r.row, "sumber"), table, s)
	}
}

func (im *importer) target(d *document, r *reading, pos diag.Pos) {
	year := number(r.targetYear)
	d.set(im.list, pos, at("target"), year, figureValue(*r.target))
	if len(r.targetFrom) == 0 {
		return
	}
	s := r.targetFrom[0]
	titles := make([]string, len(r.targetFrom))
	for i, t := range r.targetFrom {
		titles[i] = t.full()
	}
	if len(titles) > 1 {
		s.title, s.reference = strings.Join(titles, "; "), ""
	}
	im.sourceKeys(d, im.cellPos(r.row, "sumber"), at("sumber_target", year), s)
}
