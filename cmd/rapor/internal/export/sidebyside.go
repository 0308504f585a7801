package export

import (
	"bytes"
	"encoding/json"
	"fmt"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
)

// The files that the page of comparisons reads. They are scripts that call a
// function with data, not JSON, so that they also load where a page was opened
// from a disk, which may not fetch. Their form belongs to the script
// bandingkan.js of the theme and may change with it; the results for others are
// the JSON files of institutions.
const (
	compareNames = "bandingkan/daftar.js"
	compareShard = "bandingkan/hasil-%03d.js"
	// compareSize is how many institutions stand in one file of results.
	compareSize = 100
)

// SideFile is one of these files; Make returns its content.
type SideFile struct {
	Address string
	Make    func() ([]byte, error)
}

// SideBySide lists the files for the page of comparisons: the names of all
// institutions, and their results, a hundred institutions a file.
func SideBySide(study *analysis.Study) []SideFile {
	files := []SideFile{{compareNames, func() ([]byte, error) { return sideNames(study.Series) }}}
	place := map[*maturity.Instrument]int{}
	for i, in := range study.Set.Instruments {
		place[in] = i
	}
	for i := 0; i*compareSize < len(study.Series); i++ {
		part := study.Series[i*compareSize : min(len(study.Series), (i+1)*compareSize)]
		files = append(files, SideFile{fmt.Sprintf(compareShard, i), func() ([]byte, error) { return sideResults(i, part, place) }})
	}
	return files
}

// sideNames is the slug, the short name and the English name of every
// institution.
func sideNames(all []*analysis.Series) ([]byte, error) {
	rows := make([][3]string, len(all))
	for i, s := range all {
		rows[i] = [3]string{s.Institution.Slug, s.Institution.Short(), s.Institution.NameEN}
	}
	return sideCall("daftar", compareSize, rows)
}

// sideResults are the final results of some institutions by slug.
func sideResults(number int, part []*analysis.Series, place map[*maturity.Instrument]int) ([]byte, error) {
	out := map[string][][]any{}
	for _, s := range part {
		rows := [][]any{}
		for i := range s.Points {
			rows = append(rows, sideResult(&s.Points[i], place))
		}
		out[s.Institution.Slug] = rows
	}
	return sideCall("isi", number, out)
}

// sideResult is year, place of the instrument, index, place of the band, what is
// to be said of the band, domains, aspects and levels. Figures are hundredths;
// null is not known. Of the band is said "t" (derived), "h" (computed), "" (as
// printed), or the words of a print that is no band, after a "=".
func sideResult(p *analysis.Point, place map[*maturity.Instrument]int) []any {
	mark := ""
	switch pub := p.Assessment.Published; {
	case pub != nil && pub.PrintedBand != "" && p.Origin == analysis.OriginPublished:
		mark = "=" + pub.PrintedBand
	case p.Origin == analysis.OriginComputed:
		mark = "h"
	case !p.BandPrinted:
		mark = "t"
	}
	return []any{p.Year, place[p.Instrument], p.Printed, p.Band, mark, sideFigures(p.Domains), sideFigures(p.Aspects), sideLevels(p.Levels)}
}

func sideFigures(figures []analysis.Figure) []any {
	var out []any
	for _, f := range figures {
		if f.Exists() {
			out = append(out, f.Printed)
		} else {
			out = append(out, nil)
		}
	}
	return out
}

func sideLevels(levels []maturity.Level) []any {
	var out []any
	for _, l := range levels {
		if l.Assessed() {
			out = append(out, l.Hundredths())
		} else {
			out = append(out, nil)
		}
	}
	return out
}

// sideCall is a call of one of the script's functions.
func sideCall(name string, number int, data any) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "raporBandingkan.%s(%d,", name, number)
	raw, err := json.Marshal(data)
	if err != nil {
		return nil, err
	}
	b.Write(raw)
	b.WriteString(");\n")
	return b.Bytes(), nil
}
