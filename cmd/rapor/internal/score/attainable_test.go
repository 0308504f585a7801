package score

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// enumeration holds, for each combination of printed parts that some combination
// of levels gives, all sums of weight x level that the index then has.
type enumeration struct {
	in    *maturity.Instrument
	ids   []string // of the parts
	sums  map[string]map[int64]bool
	parts []map[maturity.Hundredths]bool // what each part can print as
}

// enumerate walks through every combination of levels.
func enumerate(in *maturity.Instrument) enumeration {
	e := enumeration{in: in, sums: map[string]map[int64]bool{}}
	partOf := func(i int) int { return in.Indicators[i].Aspect }
	for _, a := range in.Aspects {
		e.ids = append(e.ids, a.ID)
	}
	if len(in.Domains) > 0 {
		e.ids = nil
		partOf = func(i int) int { return in.Aspects[in.Indicators[i].Aspect].Domain }
		for _, d := range in.Domains {
			e.ids = append(e.ids, d.ID)
		}
	}
	e.parts = make([]map[maturity.Hundredths]bool, len(e.ids))
	weight, sum := make([]int64, len(e.ids)), make([]int64, len(e.ids))
	for i := range in.Indicators {
		weight[partOf(i)] += int64(in.Indicators[i].Weight)
	}
	key := make([]maturity.Hundredths, len(e.ids))
	var walk func(i int)
	walk = func(i int) {
		if i < len(in.Indicators) {
			p, w := partOf(i), int64(in.Indicators[i].Weight)
			for level := in.Scale.Min; level <= in.Scale.Max; level += in.Scale.Step {
				sum[p] += w * int64(level)
				walk(i + 1)
				sum[p] -= w * int64(level)
			}
			return
		}
		total := int64(0)
		for p := range sum {
			total += sum[p]
			key[p] = maturity.Hundredths((2*sum[p] + weight[p]) / (2 * weight[p])) // half up, by hand
		}
		text := fmt.Sprint(key)
		if e.sums[text] == nil {
			e.sums[text] = map[int64]bool{}
		}
		e.sums[text][total] = true
	}
	walk(0)
	e.collectParts()
	return e
}

func (e *enumeration) collectParts() {
	for p := range e.parts {
		e.parts[p] = map[maturity.Hundredths]bool{}
	}
	for text := range e.sums {
		for p, v := range e.values(text) {
			e.parts[p][v] = true
		}
	}
}

// values reads a key back.
func (e *enumeration) values(text string) []maturity.Hundredths {
	var all []maturity.Hundredths
	for f := range strings.FieldsSeq(strings.Trim(text, "[]")) {
		var v int32
		fmt.Sscan(f, &v)
		all = append(all, maturity.Hundredths(v))
	}
	return all
}

// published turns a key into printed parts.
func (e *enumeration) published(text string) map[string]maturity.Hundredths {
	all := map[string]maturity.Hundredths{}
	for p, v := range e.values(text) {
		all[e.ids[p]] = v
	}
	return all
}

// bandsOf returns which bands the sums fall in, by one basis, and what they
// print as; from the sums alone.
func (e *enumeration) bandsOf(sums []int64, basis maturity.Basis) (bands Bands, low, high maturity.Hundredths) {
	bands, low, high = noBands, 1<<30, -1
	for _, s := range sums {
		rounds := (2*s + cent) / (2 * cent)
		low, high = min(low, maturity.Hundredths(rounds)), max(high, maturity.Hundredths(rounds))
		band := 0
		for i, b := range e.in.Bands {
			if basis == maturity.BasisExact && s >= int64(b.Min)*cent || basis == maturity.BasisRounded && rounds >= int64(b.Min) {
				band = i
			}
		}
		if bands.Low < 0 {
			bands = Bands{band, band}
		}
		bands = Bands{min(bands.Low, band), max(bands.High, band)}
	}
	return bands, low, high
}

// smallInstrument draws one whose combinations of levels can all be walked
// through, with bounds of bands wherever indices lie.
func smallInstrument(r *rand.Rand) *maturity.Instrument {
	in := randomInstrument(r, 3, 2, pick(r,
		maturity.Scale{Min: 100, Max: 500, Step: 100}, maturity.Scale{Min: 0, Max: 500, Step: 100},
		maturity.Scale{Min: 0, Max: 200, Step: 100}, maturity.Scale{Min: 100, Max: 200, Step: 50},
		maturity.Scale{Min: 100, Max: 104, Step: 1}, maturity.Scale{Min: 0, Max: 4, Step: 1}))
	if in.Scale.Step == 1 {
		drawWeights(r, in, pick[maturity.Weight](r, 10_000, 100)) // finer ones are over maxSpan
	}
	bounds := map[maturity.Hundredths]bool{}
	for range 40 {
		bounds[in.Scale.Min+maturity.Hundredths(r.IntN(int(in.Scale.Max-in.Scale.Min)+1))] = true
	}
	setBands(in, bounds)
	return in
}

// check compares what printed parts allow with the sums that were walked through.
func (e *enumeration) check(t *testing.T, allowed Range, sums []int64) {
	t.Helper()
	least, most := maturity.Index{Num: sums[0], Den: 100 * cent}, maturity.Index{Num: sums[len(sums)-1], Den: 100 * cent}
	if allowed.Min != least || allowed.Max != most {
		t.Fatalf("extremes %v %v, want %v %v", allowed.Min, allowed.Max, least, most)
	}
	for _, basis := range []maturity.Basis{maturity.BasisExact, maturity.BasisRounded} {
		bands, low, high := e.bandsOf(sums, basis)
		if got := allowed.slots.bands(e.in, basis); got != bands || allowed.Low != low || allowed.High != high {
			t.Fatalf("basis %d: bands %v, prints %v to %v; want %v, %v to %v", basis, got, allowed.Low, allowed.High, bands, low, high)
		}
		for v := low; v <= high; v++ {
			printing := slices.DeleteFunc(slices.Clone(sums), func(s int64) bool { return (2*s+cent)/(2*cent) != int64(v) })
			bands, _, _ := e.bandsOf(printing, basis)
			if got := allowed.slots.printing(v).bands(e.in, basis); got != bands {
				t.Fatalf("basis %d, printing %v: bands %v, want %v", basis, v, got, bands)
			}
		}
	}
}

// What printed parts allow equals what walking through all combinations of
// levels finds: extremes, printed figures, bands by both bases, and which values
// a part can have at all.
func TestAttainableEqualsWalkThroughAllLevels(t *testing.T) {
	t.Parallel()
	r := newRand(3)
	tuples, several, twoPrints, twoBands, impossible := 0, 0, 0, 0, 0
	for n := range 250 {
		in := smallInstrument(r)
		m, e := New(in), enumerate(in)
		for _, text := range slices.Sorted(maps.Keys(e.sums)) {
			sums := slices.Sorted(maps.Keys(e.sums[text]))
			allowed := m.allowed(&m.index, e.published(text), false)
			e.check(t, allowed, sums)
			tuples++
			several += count(len(sums) > 1)
			twoPrints += count(allowed.Low != allowed.High)
			twoBands += count(allowed.slots.bands(in, maturity.BasisExact).One() < 0)
		}
		for p, w := range m.index.parts {
			for v := in.Scale.Min - 2; v <= in.Scale.Max+2; v++ {
				if got := m.possible(w, v); got != e.parts[p][v] {
					t.Fatalf("instrument %d, part %d: %v possible is %v, walked %v", n, p, v, got, e.parts[p][v])
				}
				impossible += count(!e.parts[p][v])
			}
		}
	}
	t.Logf("%d combinations of printed parts: %d allow several indices, %d print two ways, %d lie in two bands; %d impossible values of parts",
		tuples, several, twoPrints, twoBands, impossible)
	if several < 1000 || twoPrints < 1000 || twoBands < 500 || impossible < 1000 {
		t.Error("too few hard cases to mean anything")
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// The 2020 instrument's domains, against plain loops over all sums.
func TestPartsOf2020InstrumentByHand(t *testing.T) {
	m := New(instrument2020())
	for _, c := range []struct {
		part  int
		value string
		want  bool
		why   string
	}{
		{0, "3.30", true, "ten equal weights: tenths"},
		{0, "3.35", false, "ten equal weights give no hundredths"},
		{2, "1.09", true, "eleven equal weights: 12/11 = 1.0909"},
		{2, "1.10", false, "12/11 prints 1.09, 13/11 prints 1.18"},
		{3, "1.06", true, "(2 x 2.75 + 42.75) / 45.5 = 1.0604"},
		{3, "1.07", true, "(2 x 3 + 42.5) / 45.5 = 1.0659"},
		{3, "1.05", false, "the least step up from 1.00 is 2.75 / 45.5 = 0.0604"},
		{3, "0.30", false, "below the scale"},
		{3, "5.00", true, "all at 5"},
		{3, "5.01", false, "above the scale"},
		{3, "4.94", true, "one of 2.75 at 4: 5 - 0.0604"},
	} {
		if got := m.possible(&m.domains[c.part], cents(c.value)); got != c.want {
			t.Errorf("D%d %s possible: %v, want %v (%s)", c.part+1, c.value, got, c.want, c.why)
		}
	}
}
