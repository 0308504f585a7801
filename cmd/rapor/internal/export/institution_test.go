package export

import (
	"encoding/json"
	"math/big"
	"testing"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// The terms of a change add up to it exactly, also with the finest weights and
// with levels that have decimals.
func TestTermsOfAChangeAddUpExactly(t *testing.T) {
	in := &maturity.Instrument{ID: "halus", FirstYear: 2020, Scale: maturity.Scale{Min: 0, Max: 500, Step: 25},
		Bands:      []maturity.RatingBand{{ID: "kurang"}},
		Aspects:    []maturity.Aspect{{ID: "A1", Domain: -1, Weight: maturity.WholeWeight}},
		Indicators: []maturity.Indicator{{ID: "I01", Weight: 333_333}, {ID: "I02", Weight: 333_331}, {ID: "I03", Weight: 333_336}}}
	year := func(year int, levels ...maturity.Hundredths) *maturity.Assessment {
		a := &maturity.Assessment{Institution: "a", Year: year, Instrument: in, Stages: []maturity.StageLevels{{Stage: maturity.StageFinal}}}
		for _, l := range levels {
			a.Stages[0].Levels = append(a.Stages[0].Levels, maturity.LevelOf(l))
		}
		return a
	}
	inst := &maturity.Institution{Slug: "a", Name: "A", Assessments: []*maturity.Assessment{year(2023, 25, 50, 75), year(2024, 150, 25, 500)}}
	set := &maturity.Dataset{Instruments: []*maturity.Instrument{in}, Institutions: []*maturity.Institution{inst}}
	study := analysis.NewStudy(set, score.NewModels(set.Instruments))
	content, err := Institution(inst, study.Findings(inst), "rapor")
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Change struct {
			Terms []struct {
				Value json.Number `json:"selisih"`
			} `json:"urai"`
			Rest json.Number `json:"selisih_terbit_dan_hitung"`
		} `json:"perubahan"`
	}
	if err := json.Unmarshal(content, &got); err != nil {
		t.Fatal(err)
	}
	sum, _ := new(big.Rat).SetString(string(got.Change.Rest))
	for _, term := range got.Change.Terms {
		x, _ := new(big.Rat).SetString(string(term.Value))
		sum.Add(sum, x)
	}
	want := new(big.Rat).Add(big.NewRat(125*333_333, 100_000_000), big.NewRat(-25*333_331+425*333_336, 100_000_000))
	if len(got.Change.Terms) != 3 || sum.Cmp(want) != 0 {
		t.Errorf("%d terms add up to %s, want %s", len(got.Change.Terms), sum.FloatString(10), want.FloatString(10))
	}
}
