package maturity

import (
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/diag"
)

// Figure is one figure of a year under the name that corrections use:
// terbit.indeks, terbit.domain.D1, terbit_lain.lakip.indeks, tingkat.akhir.I01.
type Figure struct {
	Part  string
	Value string // as the files write it: 3.70, 4, the id of a band or a printed word
	Pos   diag.Pos
}

// Final reports whether the figure is a result, which may only change together
// with a correction. Levels of an earlier stage are work in progress.
func (f Figure) Final() bool { return FinalPart(f.Part) }

// FinalPart reports whether a part of a year is a result; see Figure.Final.
func FinalPart(part string) bool {
	return !strings.HasPrefix(part, "tingkat.") || strings.HasPrefix(part, "tingkat."+string(StageFinal)+".")
}

// Figures lists every figure of the year, in the order of its file and of the
// instrument.
func (a *Assessment) Figures() []Figure {
	room := 2 + len(a.Instrument.Domains) + len(a.Instrument.Aspects) + len(a.Stages)*len(a.Instrument.Indicators)
	out := make([]Figure, 0, room)
	if a.Published != nil {
		out = append(out, a.Published.figures("terbit", a.Instrument)...)
	}
	for i := range a.Others {
		out = append(out, a.Others[i].figures("terbit_lain."+a.Others[i].ID, a.Instrument)...)
	}
	for _, s := range a.Stages {
		for i, l := range s.Levels {
			if l.Assessed() {
				out = append(out, Figure{"tingkat." + string(s.Stage) + "." + a.Instrument.Indicators[i].ID, levelText(l), s.at(i)})
			}
		}
	}
	return out
}

// at is the place of a level, or that of its stage.
func (s *StageLevels) at(i int) diag.Pos {
	if i < len(s.Lines) && s.Lines[i] > 0 {
		return diag.Pos{File: s.Pos.File, Line: int(s.Lines[i])}
	}
	return s.Pos
}

// Figure finds a figure by its part; nil where the year has none.
func (a *Assessment) Figure(part string) *Figure {
	for _, f := range a.Figures() {
		if f.Part == part {
			return &f
		}
	}
	return nil
}

func (p *Published) figures(prefix string, in *Instrument) []Figure {
	var out []Figure
	add := func(part, value string, pos diag.Pos) {
		if pos == (diag.Pos{}) {
			pos = p.Pos
		}
		out = append(out, Figure{prefix + "." + part, value, pos})
	}
	if p.Index != nil {
		add("indeks", p.Index.Plain(), p.IndexPos)
	}
	if p.Band != "" {
		add("predikat", p.Band, p.BandPos)
	} else if p.PrintedBand != "" {
		add("predikat", p.PrintedBand, p.PrintedPos)
	}
	for i := range in.Domains {
		if v, ok := p.Domains[in.Domains[i].ID]; ok {
			add("domain."+in.Domains[i].ID, v.Plain(), p.PartPos[in.Domains[i].ID])
		}
	}
	for i := range in.Aspects {
		if v, ok := p.Aspects[in.Aspects[i].ID]; ok {
			add("aspek."+in.Aspects[i].ID, v.Plain(), p.PartPos[in.Aspects[i].ID])
		}
	}
	if s := p.Spread; s != nil {
		if s.Total > 0 {
			add("sebaran.total", strconv.Itoa(s.Total), s.PartPos["total"])
		}
		for i := len(in.Bands) - 1; i >= 0; i-- {
			if n, ok := s.ByBand[in.Bands[i].ID]; ok {
				add("sebaran."+in.Bands[i].ID, strconv.Itoa(n), s.PartPos[in.Bands[i].ID])
			}
		}
		if s.GoodOrUp != nil {
			add("sebaran.baik_ke_atas", strconv.Itoa(*s.GoodOrUp), s.PartPos["baik_ke_atas"])
		}
	}
	return out
}

// levelText prints a level: 3, or 2.75 on a scale with decimals.
func levelText(l Level) string {
	if v := l.Hundredths(); v%100 == 0 {
		return strconv.Itoa(int(v / 100))
	}
	return l.Hundredths().Plain()
}

// SameFigure compares two values of one part: 1.9 and 1.90 are one number, a
// band's name and its id one band; other words are compared as they stand.
func (in *Instrument) SameFigure(a, b string) bool {
	if x, ok := plainNumber(a); ok {
		if y, ok := plainNumber(b); ok {
			return x == y
		}
	}
	return strings.EqualFold(in.bandName(a), in.bandName(b))
}

// plainNumber is a decimal number without empty decimals, so that equal numbers
// are equal texts.
func plainNumber(s string) (string, bool) {
	if s == "" || strings.Trim(s, "0123456789.-") != "" || strings.LastIndexByte(s, '-') > 0 || strings.Count(s, ".") > 1 {
		return "", false
	}
	if strings.Contains(s, ".") {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return s, true
}

func (in *Instrument) bandName(word string) string {
	if b := in.Band(word); b >= 0 {
		return in.Bands[b].Name.Base
	}
	return word
}
