package score

import (
	"sync"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// fine returns an instrument with 27 weights of four decimals that have no
// common divisor, in three domains.
func fine(step maturity.Hundredths) *maturity.Instrument {
	in := instrument("D1/A1 5x1 D1/A2 4x1  D2/A3 6x1 D2/A4 3x1  D3/A5 4x1 D3/A6 5x1", "1 5 1", bands2020)
	in.Scale.Step = step
	drawWeights(newRand(4), in, 1)
	return in
}

// The sums of a part with weights of four decimals, against a plain table of
// sums: one row of booleans, every indicator in turn raised by 0 to 4 levels.
func TestFineWeightsEqualPlainTable(t *testing.T) {
	in := fine(100)
	m := New(in)
	for d := range m.domains {
		p := &m.domains[d]
		table := make([]bool, 4*p.weight+1)
		table[0] = true
		for _, i := range in.Indicators {
			if in.Aspects[i.Aspect].Domain != d {
				continue
			}
			for u := len(table) - 1; u >= 0; u-- {
				for k := 1; k <= 4 && !table[u] && u >= k*int(i.Weight); k++ {
					table[u] = table[u-k*int(i.Weight)]
				}
			}
		}
		unit := p.unit / 100
		for u, want := range table {
			if got := int64(u)%unit == 0 && p.reach.has(int64(u)/unit); got != want {
				t.Fatalf("D%d: %d of 0.0001 percent above all at 1: %v, want %v", d+1, u, got, want)
			}
		}
	}
}

// The indices that three printed domains allow, against a plain loop that adds
// every member of one window to every member of the next.
func TestFineWeightsEqualPlainSums(t *testing.T) {
	in := fine(100)
	m := New(in)
	for _, domains := range []string{"3.05 2.92 3.17", "2.51 3.34 2.60", "4.78 1.30 1.41"} {
		printed := parts("D", domains)
		sums, least, members := []bool{true}, int64(0), 0 // sums[k]: least + 100 k can be had
		windows := make([]window, len(m.domains))
		for i := range m.domains {
			p := &m.domains[i]
			low, high, ok := p.window(in.Scale.Min, printed[in.Domains[i].ID])
			if !ok {
				t.Fatalf("%s: D%d cannot be had", domains, i+1)
			}
			windows[i] = window{low, high}
			next := make([]bool, len(sums)+int(p.unit/100*(high-low)))
			for u := low; u <= high; u++ {
				if !p.reach.has(u) {
					continue
				}
				members++
				for k, yes := range sums {
					if yes {
						next[k+int(p.unit/100*(u-low))] = true
					}
				}
			}
			sums, least = next, least+p.weight*100+p.unit*low
		}
		var all []int64
		for k, yes := range sums {
			if yes {
				all = append(all, least+100*int64(k))
			}
		}
		t.Logf("%s: %d members of windows, %d indices", domains, members, len(all))
		if m.index.unit != 100 || !equal(m.index.sums(windows, int64(len(sums)-1)), sums) {
			t.Errorf("%s: sums in units of %d differ from the plain ones", domains, m.index.unit)
		}
		e := enumeration{in: in}
		e.check(t, m.allowed(&m.index, printed, false), all)
	}
}

// Quarter levels with weights of four decimals are within the limits.
func TestQuarterLevelsAndFineWeights(t *testing.T) {
	in := fine(25)
	in.Scale.Max = 400
	m := New(in)
	r := m.allowed(&m.index, parts("D", "3.05 2.92 3.17"), false)
	width := r.Max.Sub(r.Min)
	if !r.Exists() || width.Num <= 0 || 100*width.Num >= width.Den || !r.Prints(r.Nominal.Rounded()) {
		t.Errorf("from %v to %v, and not what the mean of the domains prints as, %v", r.Min, r.Max, r.Nominal)
	}
}

func equal(set bitset, table []bool) bool {
	for k, want := range table {
		if set.has(int64(k)) != want {
			return false
		}
	}
	return true
}

// Levels in steps of 0.01 with weights of four decimals are too many to
// enumerate: nothing is claimed but that a mean of levels stays on the scale.
func TestNoClaimOverTheLimits(t *testing.T) {
	wide, normalising := fine(100), instrument2020()
	wide.Scale.Max = 1_000_000
	normalising.Normalises = true
	for _, c := range []struct {
		name string
		in   *maturity.Instrument
	}{
		{"steps of 0.01 with four decimals", fine(1)},
		{"scale to 10,000", wide},
		{"normalises", normalising},
	} {
		m := New(c.in)
		d1 := &m.domains[0]
		if d1.reach != nil {
			t.Errorf("%s: D1 was enumerated", c.name)
		}
		if !m.possible(d1, 333) || m.possible(d1, c.in.Scale.Max+1) {
			t.Errorf("%s: more is claimed than that values stay on the scale", c.name)
		}
		if m.allowed(&m.index, parts("D", "3.00 3.00 3.00 3.00"), false).Exists() {
			t.Errorf("%s: an index is claimed", c.name)
		}
	}
}

// What cannot be computed with does no harm: the loader has told of it already.
func TestUnsoundInstrumentsGiveNothing(t *testing.T) {
	given := levels("47x3")
	for name, spoil := range map[string]func(*maturity.Instrument){
		"weight of 0":         func(in *maturity.Instrument) { in.Indicators[3].Weight = 0 },
		"negative weight":     func(in *maturity.Instrument) { in.Indicators[3].Weight = -5 },
		"over 100 percent":    func(in *maturity.Instrument) { in.Indicators[3].Weight = maturity.WholeWeight },
		"greatest weight":     func(in *maturity.Instrument) { in.Indicators[3].Weight = 1<<31 - 1 },
		"unknown aspect":      func(in *maturity.Instrument) { in.Indicators[3].Aspect = -1 },
		"unknown domain":      func(in *maturity.Instrument) { in.Aspects[3].Domain = -1 },
		"aspect out of range": func(in *maturity.Instrument) { in.Indicators[3].Aspect = 99 },
		"no step":             func(in *maturity.Instrument) { in.Scale.Step = 0 },
		"scale upside down":   func(in *maturity.Instrument) { in.Scale.Max = 50 },
		"aspect left empty": func(in *maturity.Instrument) {
			in.Aspects = append(in.Aspects, maturity.Aspect{ID: "A9", Domain: 0})
			in.Scale.Step = 0
		},
		"domain left empty": func(in *maturity.Instrument) { in.Domains = append(in.Domains, maturity.Domain{ID: "D5"}) },
	} {
		in := instrument2020()
		spoil(in)
		a := assessment(in, 2024, "indeks 3.00 baik", "domain 3.00 3.00 3.00 3.00", "aspek 3.00 - - - - - - -")
		a.Stages = []maturity.StageLevels{{Stage: maturity.StageSelf, Levels: given}}
		if result := Assess(New(in), nil, a); result.Range.Exists() {
			t.Errorf("%s: domains are said to allow %v to %v", name, result.Range.Min, result.Range.Max)
		}
	}
}

// One model serves many goroutines; run with -race.
func TestModelIsSafeForConcurrentUse(t *testing.T) {
	in := instrument2020()
	m := New(in)
	a := assessment(in, 2023, "indeks 2.89 baik", "domain 2.90 2.60 1.09 3.69")
	want := Assess(m, nil, a).Range
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 100 {
				if got := Assess(m, nil, a).Range; got != want {
					t.Errorf("range %v, want %v", got, want)
				}
			}
		})
	}
	wait.Wait()
}
