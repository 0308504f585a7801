package analysis

import (
	"maps"
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// Owned is the indicators of one institution that a unit answers for
// (penanggung_jawab).
type Owned struct {
	Of         *Series
	Point      *Point // its newest result; nil where it has none
	Indicators []int  // places in Point.Instrument.Indicators, in its order
	IDs        []string
}

// Owned returns what a unit answers for, by the slug of those whose indicators
// they are. IDs that the newest result's instrument does not have are left in
// IDs alone.
func (s *Study) Owned(slug string) []Owned {
	var all []Owned
	for _, series := range s.Series {
		o := Owned{Of: series, Point: series.Latest()}
		for _, id := range slices.Sorted(maps.Keys(series.Institution.Responsible)) {
			if series.Institution.Responsible[id] == slug {
				o.IDs = append(o.IDs, id)
			}
		}
		if o.IDs == nil {
			continue
		}
		if o.Point != nil {
			o.Indicators = placesOf(o.Point.Instrument, o.IDs)
		}
		all = append(all, o)
	}
	return all
}

func placesOf(in *maturity.Instrument, ids []string) []int {
	var places []int
	for i := range in.Indicators {
		if slices.Contains(ids, in.Indicators[i].ID) {
			places = append(places, i)
		}
	}
	return places
}
