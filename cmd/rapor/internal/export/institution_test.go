package export

import (
	"encoding/json"
	"math/big"
	"strings"
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

// The distance to the next band needs no levels, steps do: a printed index has
// the one without the other, also where its levels give another figure.
func TestDistanceToTheNextBand(t *testing.T) {
	in := &maturity.Instrument{ID: "dua", FirstYear: 2020, Scale: maturity.Scale{Min: 100, Max: 500, Step: 100},
		Bands:      []maturity.RatingBand{{ID: "kurang", Min: 100}, {ID: "baik", Min: 260}},
		Aspects:    []maturity.Aspect{{ID: "A1", Domain: -1, Weight: maturity.WholeWeight}},
		Indicators: []maturity.Indicator{{ID: "I01", Weight: 600_000}, {ID: "I02", Weight: 400_000}}}
	printed := func(index maturity.Hundredths) *maturity.Published { return &maturity.Published{Index: &index} }
	levels := []maturity.StageLevels{{Stage: maturity.StageFinal, Levels: []maturity.Level{maturity.LevelOf(200), maturity.LevelOf(200)}}}
	for _, c := range []struct {
		published *maturity.Published
		stages    []maturity.StageLevels
		want      string
	}{
		{printed(210), nil, `{"predikat":"baik","kurang":0.50,"langkah":null}`},
		{printed(230), levels, `{"predikat":"baik","kurang":0.30,"langkah":null}`}, // the levels give 2.00
		{nil, levels, `{"predikat":"baik","kurang":0.60,"langkah":1}`},
		{printed(260), nil, `null`}, // from 2.595 on it prints so: the band is not known
		{printed(300), nil, `null`},
	} {
		a := &maturity.Assessment{Institution: "a", Year: 2023, Instrument: in, Published: c.published, Stages: c.stages}
		inst := &maturity.Institution{Slug: "a", Name: "A", Assessments: []*maturity.Assessment{a}}
		set := &maturity.Dataset{Instruments: []*maturity.Instrument{in}, Institutions: []*maturity.Institution{inst}}
		content, err := Institution(inst, analysis.NewStudy(set, score.NewModels(set.Instruments)).Findings(inst), "rapor")
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Next json.RawMessage `json:"ke_predikat_berikut"`
		}
		if err := json.Unmarshal(content, &got); err != nil {
			t.Fatal(err)
		}
		if next := strings.Join(strings.Fields(string(got.Next)), ""); next != c.want {
			t.Errorf("%+v: %s, want %s", c.published, next, c.want)
		}
	}
}
