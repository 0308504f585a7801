// Package analysis says what the results of institutions mean side by side and
// over the years: series, the path to a target, what lifts an index most, what
// changed, and how a result stands among its peers. It is pure and exact: a
// function of its arguments, integers and fractions only, no words for readers.
//
// # Which value is judged
//
// A result has up to two values, kept apart in Figure. The stated one is what
// the portal says: the published figure as it was printed, else the exact
// computed one. The exact one is the value before rounding, known where the
// levels of the final stage are and where it rounds to what was published; an
// exact value that prints otherwise is a discrepancy (package score reports it)
// and never takes the published figure's place.
//
//   - Targets, paces and projections are judged on the exact value where it is
//     known, else on the printed one (Figure.Judged).
//   - Changes, and so movers, are differences of stated values: a reader who
//     subtracts the two published figures gets the same.
//   - Ranks compare printed figures; results that print alike are told apart by
//     their exact values where all of them are known, and share a rank otherwise.
//   - Median and quartiles are taken of exact values where all of a group are
//     known, else of printed figures, so that no list mixes two precisions.
//
// # Who counts
//
// Only final results do (maturity.Assessment.Final): a published index or the
// levels of the final stage. Published averages have series and targets and are
// never anyone's peer. Two instruments are never set against each other: there
// is no change, pace, rank, median or share across them, and a Reason says so.
// Shares, medians, ranks and movers hold only where the results known cover 90
// percent of the institutions that existed (Coverage).
package analysis

// Reason says why something is not given; "" where it is.
type Reason string

// The reasons.
const (
	ReasonOtherInstrument   Reason = "tolok-ukur-berganti"        // the two years, or the target and its year, have different instruments
	ReasonNoEarlier         Reason = "tanpa-edisi-sebelumnya"     // there is no earlier final result
	ReasonNoResult          Reason = "tanpa-hasil"                // no final result in the terms asked for
	ReasonYearNotAssessed   Reason = "tahun-tidak-dinilai"        // others have results for that year, this institution has none
	ReasonFewEditions       Reason = "edisi-kurang"               // too few editions of one instrument
	ReasonPastInstrument    Reason = "melewati-masa-instrumen"    // after the instrument's last year
	ReasonNoInstrument      Reason = "instrumen-tidak-dikenal"    // no instrument to judge by
	ReasonNoParts           Reason = "rincian-tidak-diketahui"    // neither levels nor all domains (or aspects) are known
	ReasonOtherIndicators   Reason = "indikator-berbeda"          // a normalised index over different indicators
	ReasonNoLevels          Reason = "tingkat-tidak-diketahui"    // no complete set of levels
	ReasonUnknownBand       Reason = "predikat-tidak-dikenal"     // the instrument of that year has no such band
	ReasonCoverage          Reason = "cakupan-kurang"             // fewer than 90 percent known: say "n diketahui dari N"
	ReasonNotOpen           Reason = "tidak-berlaku"              // nothing to project: reached, or the year is over
	ReasonNormalisedWeights Reason = "bobot-berubah-per-instansi" // the weights of a normalised index are not those of the instrument
)
