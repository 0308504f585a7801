package check

import (
	"regexp"

	"rapor/cmd/rapor/internal/maturity"
)

// corrections: a correction concerns a figure that this portal published, so
// the part must stand in the data, and what it was changed to must be what the
// data now say, unless a later correction changed it again.
func corrections(c *checker) {
	for i, k := range c.set.Corrections {
		inst := c.set.Institution(k.Institution)
		if inst == nil {
			c.unknownInstitution(k.Places.Of("instansi", k.Pos), k.Institution)
			continue
		}
		a := inst.In(k.Year)
		if a == nil {
			c.problems.Errorf(k.Places.Of("tahun", k.Pos), "check-correction-nothing", k.Institution, k.Year)
			continue
		}
		now := a.Figure(k.Part)
		switch {
		case !correctable(k.Part):
			c.problems.Errorf(k.Places.Of("bagian", k.Pos), "check-correction-part", k.Part)
		case now == nil:
			c.problems.Errorf(k.Places.Of("bagian", k.Pos), "check-correction-nothing", k.Part+", "+k.Institution, k.Year)
		case a.Instrument.SameFigure(k.Before, k.After):
			c.problems.Errorf(k.Places.Of("menjadi", k.Pos), "check-correction-same", k.Before)
		case !a.Instrument.SameFigure(now.Value, k.After) && !correctedLater(c.set.Corrections[i+1:], k):
			c.problems.Errorf(k.Places.Of("menjadi", k.Pos), "check-correction-differs", k.After, now.Value)
		}
	}
}

// correctable reports whether a part can be a result that was published: a
// printed figure, this or another source's, or a level of the final stage.
var correctable = regexp.MustCompile(`^((terbit|terbit_lain\.[^.]+)\.(indeks|predikat|(domain|aspek|sebaran)\.[^.]+)|tingkat\.akhir\.[^.]+)$`).MatchString

func correctedLater(later []*maturity.Correction, k *maturity.Correction) bool {
	for _, other := range later {
		if other.Institution == k.Institution && other.Year == k.Year && other.Part == k.Part {
			return true
		}
	}
	return false
}
