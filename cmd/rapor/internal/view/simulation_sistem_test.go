//go:build sistem

package view

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"

	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/sample"
	"rapor/cmd/rapor/internal/score"
	"rapor/data"
	"rapor/themes"
)

// simulatedCards is how many scorecards are computed twice, over all instruments.
const simulatedCards = 10_000

// outcome is what the script makes of a scorecard. Distances are in 1/10,000, -1
// where nothing is missing; next is nil in the highest band.
type outcome struct {
	Index   int64    `json:"index"`
	Exact   int64    `json:"exact"`
	Band    int      `json:"band"`
	Parts   []*int64 `json:"parts"`
	Next    *int64   `json:"next"`
	Targets []int64  `json:"targets"`
}

func TestScriptOfTheSimulationAgreesWithTheProgram(t *testing.T) {
	script, err := fs.ReadFile(themes.FS, "default/assets/simulasi.js")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank"), chromedp.Evaluate[chromedp.Void](string(script))); err != nil {
		t.Fatal(err)
	}
	cases := simulationCases(t)
	random := rand.New(rand.NewPCG(2026, 11))
	for _, c := range cases {
		cards := make([][]maturity.Level, simulatedCards/len(cases))
		for i := range cards {
			cards[i] = randomLevels(random, c.in, c.skip)
		}
		counts := func(i int) bool { return !c.skips(i) }
		model := newSimulationModel(c.in, c.year, cards[0], counts)
		model.Targets = []maturity.Hundredths{260, 333, 425}
		got, err := chromedp.Run(ctx, chromedp.Evaluate[[]outcome](call(t, model, cards, counts)))
		if err != nil {
			t.Fatal(err)
		}
		for i, levels := range cards {
			card := score.Levels(c.in, levels, c.skip)
			want := expected(c.in, c.year, &card, model.Targets)
			if a, b := asJSON(t, got[i]), asJSON(t, want); a != b {
				t.Fatalf("%s %d, card %d %v:\nscript  %s\nprogram %s", c.in.ID, c.year, i, levels, a, b)
			}
		}
		t.Logf("%s %d: %d cards agree", c.in.ID, c.year, len(cards))
	}
}

type simulationCase struct {
	in   *maturity.Instrument
	year int // its basis counts
	skip []int
}

func (c simulationCase) skips(i int) bool {
	for _, n := range c.skip {
		if n == i {
			return true
		}
	}
	return false
}

// simulationCases are all instruments of the portals: one judged on the exact
// and on the rounded index, one with levels from 0, one with decimals and no
// domains, and one that leaves indicators out.
func simulationCases(t *testing.T) []simulationCase {
	t.Helper()
	national, local := fstest.MapFS{}, sample.OPD()
	for _, pattern := range []string{"portal.toml", "instrumen/*.toml"} {
		names, err := fs.Glob(data.FS, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(data.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			national[name] = &fstest.MapFile{Data: text}
		}
	}
	var cases []simulationCase
	for _, in := range instrumentsOf(t, national) {
		cases = append(cases, simulationCase{in: in, year: in.FirstYear})
		if in.BasisIn(2023) != in.BasisIn(in.FirstYear) {
			cases = append(cases, simulationCase{in: in, year: 2023})
		}
	}
	files, err := fs.Sub(local, "data")
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range instrumentsOf(t, files) {
		cases = append(cases, simulationCase{in, in.FirstYear, []int{3, 8, 23}})
	}
	if len(cases) != 5 {
		t.Fatalf("%d cases", len(cases))
	}
	return cases
}

func instrumentsOf(t *testing.T, files fs.FS) []*maturity.Instrument {
	t.Helper()
	set, _, err := load.Load(load.Source{Data: files, DataName: "data"})
	if err != nil {
		t.Fatal(err)
	}
	return set.Instruments
}

func randomLevels(random *rand.Rand, in *maturity.Instrument, skip []int) []maturity.Level {
	levels := make([]maturity.Level, len(in.Indicators))
	steps := int((in.Scale.Max - in.Scale.Min) / in.Scale.Step)
	least := random.IntN(steps + 1) // so that high and low cards are common too
	for i := range levels {
		levels[i] = maturity.LevelOf(in.Scale.Min + in.Scale.Step*maturity.Hundredths(least+random.IntN(steps-least+1)))
	}
	for _, i := range skip {
		levels[i] = maturity.NotAssessed
	}
	return levels
}

// call is the script's call for all cards.
func call(t *testing.T, model simulationModel, cards [][]maturity.Level, counts func(int) bool) string {
	t.Helper()
	all := make([][]*maturity.Hundredths, len(cards))
	for k, levels := range cards {
		for i, l := range levels {
			var v *maturity.Hundredths
			if counts(i) {
				h := l.Hundredths()
				v = &h
			}
			all[k] = append(all[k], v)
		}
	}
	return fmt.Sprintf("(function (m, all) { return all.map(function (levels) { return raporSimulasi(m, levels); }); })(%s, %s)", asJSON(t, model), asJSON(t, all))
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// expected is the same by package score, with exact fractions.
func expected(in *maturity.Instrument, year int, card *score.Card, targets []maturity.Hundredths) outcome {
	o := outcome{Index: card.Index.Decimal(2), Exact: card.Index.Decimal(4), Band: score.Rating(in, year, card.Index)}
	parts := card.Domains
	if len(in.Domains) == 0 {
		parts = card.Aspects
	}
	for _, p := range parts {
		var v *int64
		if p.Exists() {
			n := p.Decimal(2)
			v = &n
		}
		o.Parts = append(o.Parts, v)
	}
	missing := func(goal maturity.Index) int64 {
		if short := goal.Sub(card.Index); short.Num > 0 {
			return short.Decimal(4)
		}
		return -1
	}
	if o.Band+1 < len(in.Bands) {
		goal := in.Bands[o.Band+1].Min.Index()
		if in.BasisIn(year) == maturity.BasisRounded {
			goal = goal.Sub(maturity.Index{Num: 5, Den: 1000})
		}
		n := missing(goal)
		o.Next = &n
	}
	for _, t := range targets {
		o.Targets = append(o.Targets, missing(t.Index()))
	}
	return o
}
