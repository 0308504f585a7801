package check

import (
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// agreement: a published figure that its parts or levels cannot give is worth
// another look at the source. Nothing is changed; pages state both figures.
func agreement(c *checker) {
	for _, inst := range c.set.Institutions {
		for _, a := range inst.Assessments {
			if a.Published == nil {
				continue
			}
			result := score.Assess(c.models[a.Instrument], inst, a)
			for _, row := range result.Rows {
				c.disagreement(a, row)
			}
		}
	}
}

func (c *checker) disagreement(a *maturity.Assessment, row score.Row) {
	if row.Verdict == score.Agrees || row.Verdict == score.NotComputed || row.Verdict == score.OffByCent {
		return
	}
	in := a.Instrument
	switch row.Part {
	case score.PartIndex:
		c.problems.Warnf(a.Published.IndexPos, "check-index-differs", row.Published.Plain(), row.Computed.Plain(), basisOf(row))
	case score.PartBand:
		c.problems.Warnf(a.Published.BandPos, "check-band-differs", in.Bands[row.PublishedBand].Name.Base, in.Bands[max(row.ComputedBand, 0)].Name.Base)
	default:
		pos, id := c.partPos(a, row)
		if !within(in.Scale, row.Published) {
			return // said by publishedScale
		}
		if row.Verdict == score.Unattainable {
			c.problems.Warnf(pos, "check-part-impossible", id, row.Published.Plain(), in.Scale.Min.Plain(), in.Scale.Max.Plain())
			return
		}
		c.problems.Warnf(pos, "check-part-differs", id, row.Published.Plain(), row.Computed.Plain())
	}
}

func (c *checker) partPos(a *maturity.Assessment, row score.Row) (diag.Pos, string) {
	in := a.Instrument
	id := ""
	if row.Part == "domain."+domainID(in, row.Place) {
		id = domainID(in, row.Place)
	} else {
		id = in.Aspects[row.Place].ID
	}
	return a.Published.PartPos[id], id
}

func domainID(in *maturity.Instrument, place int) string {
	if place < len(in.Domains) {
		return in.Domains[place].ID
	}
	return ""
}

// basisOf names what a computed figure stands on, in a word of the data format.
func basisOf(row score.Row) string {
	if row.From == score.FromLevels {
		return "tingkat"
	}
	return "terbit.domain"
}
