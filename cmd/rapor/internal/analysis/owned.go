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
func (s *Study) Owned(slug string) []Owned { return s.owned[slug] }

// owners are what every unit answers for, by its slug.
func owners(all []*Series) map[string][]Owned {
	owned := map[string][]Owned{}
	for _, series := range all {
		ids := map[string][]string{}
		for _, id := range slices.Sorted(maps.Keys(series.Institution.Responsible)) {
			unit := series.Institution.Responsible[id]
			ids[unit] = append(ids[unit], id)
		}
		for unit, of := range ids {
			o := Owned{Of: series, Point: series.Latest(), IDs: of}
			if o.Point != nil {
				o.Indicators = placesOf(o.Point.Instrument, of)
			}
			owned[unit] = append(owned[unit], o)
		}
	}
	return owned
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
