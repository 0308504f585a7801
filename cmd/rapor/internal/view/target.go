package view

import (
	"rapor/cmd/rapor/internal/analysis"
)

// The words of an open target's pace within a sentence, and alone.
var (
	paceKeys = map[analysis.Status]string{
		analysis.StatusFalling: "laju.menurun", analysis.StatusFlat: "laju.stagnan",
		analysis.StatusOnTrack: "laju.sesuai-jalur", analysis.StatusNeedsFaster: "laju.perlu-percepatan",
	}
	statusKeys = map[analysis.Status]string{
		analysis.StatusUnknown: "status.belum-dapat-dihitung",
		analysis.StatusFalling: "status.menurun", analysis.StatusFlat: "status.stagnan",
		analysis.StatusOnTrack: "status.sesuai-jalur", analysis.StatusNeedsFaster: "status.perlu-percepatan",
	}
)

// fate says what became of a target: "tidak tercapai, kurang 0,30".
func (w *writer) fate(p *analysis.Path) string {
	switch {
	case p.Status == analysis.StatusReached:
		return w.Say("target.tercapai", "tahun", year(p.Reached.Year))
	case p.Status == analysis.StatusMissed && p.Reached != nil:
		return w.Say("target.terlambat", "kurang", w.shortfall(p), "tahun", year(p.Reached.Year))
	case p.Status == analysis.StatusMissed:
		return w.Say("target.tidak-tercapai", "kurang", w.shortfall(p))
	case !p.Distance.Exists():
		return w.Say("target.tidak-dapat-dinilai", "sebab", w.because(p))
	case p.InstrumentChanges:
		return w.Say("target.berganti", "kurang", w.missing(p.Distance))
	}
	return w.Say("target.belum", "kurang", w.missing(p.Distance))
}

// shortfall is what was short in a target's year, or in the last edition before
// it where that year is not known.
func (w *writer) shortfall(p *analysis.Path) string {
	short := w.missing(p.Missed)
	if p.MissedIn.Year != p.Target.Year {
		return w.Say("target.kurang-pada", "kurang", short, "tahun", year(p.MissedIn.Year))
	}
	return short
}

// because says why nothing can be said of a target yet.
func (w *writer) because(p *analysis.Path) string {
	switch p.Reason {
	case analysis.ReasonYearNotAssessed:
		return w.Say("sebab.tahun-tidak-dinilai", "tahun", year(p.Target.Year))
	case analysis.ReasonOtherInstrument:
		return w.Say("sebab.tolok-ukur-berganti")
	case analysis.ReasonFewEditions:
		return w.Say("sebab.edisi-kurang")
	}
	return w.Say("sebab.tanpa-hasil")
}
