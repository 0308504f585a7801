package check

import (
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

// corrections: a correction concerns a figure that this portal published, so
// the year must stand in the data, and what it was changed to must be what the
// data now say, unless a later correction changed it again.
func corrections(c *checker) {
	for i, k := range c.set.Corrections {
		inst := c.set.Institution(k.Institution)
		if inst == nil {
			c.unknownInstitution(k.Places.Of("instansi", k.Pos), k.Institution)
			continue
		}
		a := inst.In(k.Year)
		if a == nil || a.Published == nil {
			c.problems.Errorf(k.Places.Of("tahun", k.Pos), "check-correction-nothing", k.Institution, k.Year)
			continue
		}
		now, ok := publishedPart(a, k.Part)
		switch {
		case !ok:
			c.problems.Errorf(k.Places.Of("bagian", k.Pos), "check-correction-part", k.Part)
		case now == "":
			c.problems.Errorf(k.Places.Of("bagian", k.Pos), "check-correction-nothing", k.Part, k.Year)
		case sameFigure(a.Instrument, k.Before, k.After):
			c.problems.Errorf(k.Places.Of("menjadi", k.Pos), "check-correction-same", k.Before)
		case !sameFigure(a.Instrument, now, k.After) && !correctedLater(c.set.Corrections[i+1:], k):
			c.problems.Errorf(k.Places.Of("menjadi", k.Pos), "check-correction-differs", k.After, now)
		}
	}
}

func correctedLater(later []*maturity.Correction, k *maturity.Correction) bool {
	for _, other := range later {
		if other.Institution == k.Institution && other.Year == k.Year && other.Part == k.Part {
			return true
		}
	}
	return false
}

// publishedPart returns the present value of a part as the files write it; ok
// is false for a part that cannot be corrected.
func publishedPart(a *maturity.Assessment, part string) (value string, ok bool) {
	p := a.Published
	var values map[string]maturity.Hundredths
	var id string
	switch rest, found := strings.CutPrefix(part, "terbit."); {
	case !found:
		return "", false
	case rest == "indeks":
		if p.Index != nil {
			return figure(*p.Index), true
		}
		return "", true
	case rest == "predikat":
		if b := a.Instrument.Band(p.Band); b >= 0 {
			return a.Instrument.Bands[b].Name.Base, true
		}
		return "", true
	case strings.HasPrefix(rest, "domain."):
		values, id = p.Domains, strings.TrimPrefix(rest, "domain.")
	case strings.HasPrefix(rest, "aspek."):
		values, id = p.Aspects, strings.TrimPrefix(rest, "aspek.")
	default:
		return "", false
	}
	if v, known := values[id]; known {
		return figure(v), true
	}
	return "", true
}

// sameFigure compares 1.9 and 1.90 as numbers, a band's name and its id as one
// band, other words as they stand.
func sameFigure(in *maturity.Instrument, a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX == nil && errY == nil {
		return x == y
	}
	return strings.EqualFold(bandName(in, a), bandName(in, b))
}

func bandName(in *maturity.Instrument, word string) string {
	if b := in.Band(word); b >= 0 {
		return in.Bands[b].Name.Base
	}
	return word
}
