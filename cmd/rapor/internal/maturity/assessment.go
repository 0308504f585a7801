package maturity

import "rapor/cmd/rapor/internal/diag"

// Stage is a step of the evaluation. Only the final one is a result; the
// others are shown, never ranked.
type Stage string

// The stages, in their order.
const (
	StageSelf      Stage = "mandiri"
	StageDocument  Stage = "dokumen"
	StageInterview Stage = "interviu"
	StageVisit     Stage = "visitasi"
	StageFinal     Stage = "akhir"
)

// Stages lists the stages in the order in which an evaluation takes them.
var Stages = []Stage{StageSelf, StageDocument, StageInterview, StageVisit, StageFinal}

// StageLevels holds the levels of one stage, one for each indicator of the
// instrument and in its order.
type StageLevels struct {
	Stage  Stage
	Levels []Level
	Lines  []int32 // of each level in the file; 0 where it has none. Nil where they are not known
	Pos    diag.Pos
}

// Confidence says how sure a transcription is.
type Confidence string

// The three degrees of confidence.
const (
	ConfidenceHigh   Confidence = "tinggi"
	ConfidenceMedium Confidence = "sedang"
	ConfidenceLow    Confidence = "rendah"
)

// Assessment is what is known of one institution in one year. A year can hold
// the published index alone, index and domains, or all levels.
type Assessment struct {
	Institution   string // slug
	Year          int
	Instrument    *Instrument
	Date          string // ISO date of the result, or ""
	Draft         bool
	Incomplete    bool   // still being filled: shows progress, no index
	Deadline      string // ISO date, or ""
	Note          string // to readers
	NotApplicable []int  // places in Instrument.Indicators
	Published     *Published
	Others        []Other       // another source that prints another figure, in the file's order
	Stages        []StageLevels // in the order of Stages
	Notes         []IndicatorNote
	Sources       []Source
	Digest        string // SHA-256, hex, of this file, the institution's and the instrument's in a row
	File          string
	Pos           diag.Pos
}

// Result returns the levels that the computed result stands on: those of
// stage akhir, else of the last stage given. Nil where no levels are known.
func (a *Assessment) Result() *StageLevels {
	if len(a.Stages) == 0 {
		return nil
	}
	return &a.Stages[len(a.Stages)-1]
}

// Final reports whether the year has a result that may enter series, ranks,
// medians and targets: a published index or the levels of the final stage.
func (a *Assessment) Final() bool {
	if a.Published != nil && a.Published.Index != nil {
		return true
	}
	r := a.Result()
	return r != nil && r.Stage == StageFinal && !a.Incomplete
}

// Published is a result as it was printed. Nothing in it is ever recomputed;
// nil pointers and missing keys were not printed.
type Published struct {
	Index       *Hundredths
	Band        string // id of the instrument's band, or ""
	PrintedBand string // the printed word where it is no band of the instrument
	Confidence  Confidence
	Domains     map[string]Hundredths
	Aspects     map[string]Hundredths
	Spread      *Spread
	Pos         diag.Pos
	IndexPos    diag.Pos
	BandPos     diag.Pos
	PrintedPos  diag.Pos
	PartPos     map[string]diag.Pos // of each domain and aspect, by id
}

// Spread is a published distribution over the bands.
type Spread struct {
	Total    int
	ByBand   map[string]int      // by band id; missing where not printed
	GoodOrUp *int                // baik_ke_atas: "Baik" or better
	PartPos  map[string]diag.Pos // of each count by its key in the file
}

// Other is a further source that prints another figure (terbit_lain).
type Other struct {
	ID string
	Published
	Title string
	URL   string
}

// Source tells where figures were read.
type Source struct {
	ID        string
	Title     string
	Reference string // table and number
	URL       string
	Copy      string // what was read where it was a copy, else ""
	Compared  *bool  // with the page itself; nil: not said
}

// Unchecked reports whether a copy was read and nobody compared it with the
// page itself. Pages and data say so.
func (s Source) Unchecked() bool {
	return s.Copy != "" && (s.Compared == nil || !*s.Compared) || s.Compared != nil && !*s.Compared
}

// IndicatorNote is what the editors say of one indicator in one year. Note and
// Recommendation are Markdown.
type IndicatorNote struct {
	Indicator      int // place in Instrument.Indicators
	Note           string
	Recommendation string
	Open           bool // false: note, recommendation and evidence are not published
	Evidence       []Evidence
	Pos            diag.Pos
}

// Evidence is a bukti dukung: what shows that a level was reached.
type Evidence struct {
	ID      string
	Title   string
	Present bool
	URL     string
}
