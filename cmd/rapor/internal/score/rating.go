package score

import "rapor/cmd/rapor/internal/maturity"

// Rating returns the place in in.Bands of an index, judged on the exact or on
// the rounded index as the instrument says for that year. A band holds its
// lower bound, the lowest band also takes all below it. It is -1 where there is
// no index or no band.
func Rating(in *maturity.Instrument, year int, index maturity.Index) int {
	return RatingBy(in, in.BasisIn(year), index)
}

// RatingBy is Rating by a given basis, for what would be by the other one.
func RatingBy(in *maturity.Instrument, basis maturity.Basis, index maturity.Index) int {
	if !index.Exists() {
		return -1
	}
	if basis == maturity.BasisRounded {
		index = index.Rounded().Index()
	}
	for i := len(in.Bands) - 1; i > 0; i-- {
		if index.Cmp(in.Bands[i].Min.Index()) >= 0 {
			return i
		}
	}
	return min(0, len(in.Bands)-1)
}

// Bands is a run of neighbouring places in Instrument.Bands, each of which
// holds at least one of the indices in question. Low is -1 where there is none.
type Bands struct {
	Low, High int
}

var noBands = Bands{-1, -1}

// Holds reports whether a place is in the run.
func (b Bands) Holds(band int) bool { return b.Low >= 0 && band >= b.Low && band <= b.High }

// One returns the only place of the run, or -1 where there are several or none.
func (b Bands) One() int {
	if b.Low == b.High {
		return b.Low
	}
	return -1
}

// nearest returns the place of the run that is nearest to a band.
func (b Bands) nearest(band int) int { return min(max(band, b.Low), b.High) }

// other returns the basis that is not the given one.
func other(basis maturity.Basis) maturity.Basis {
	if basis == maturity.BasisExact {
		return maturity.BasisRounded
	}
	return maturity.BasisExact
}
