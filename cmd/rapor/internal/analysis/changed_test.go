package analysis

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// Bandar Lampung from 2023 to 2024, published 2.15 and 2.98, exact 2.1545 and
// 2.9795. By domain, weight x change of its exact value:
//
//	D3 0.165 x 17/11 = 0.255   D4 0.455 x 0.2/0.455 = 0.200
//	D1 0.13 x 1.50 = 0.195     D2 0.25 x 0.70 = 0.175     together 0.825
//	published 0.83, so the rest is 0.005
func TestBandarLampung2023To2024(t *testing.T) {
	in := norm2020(t)
	s := seriesOf(bandarLampung(t, in))
	d := s.Decompose(s.At(2024))
	if d.Reason != "" || !d.Exact || d.From.Year != 2023 {
		t.Fatalf("%+v", d)
	}
	is(t, "change", d.Change, "0.83")
	is(t, "computed", d.Computed, "0.825")
	is(t, "rest", d.Rest.Value, "0.005")
	for i, want := range []struct{ id, change string }{{"D3", "0.255"}, {"D4", "0.20"}, {"D1", "0.195"}, {"D2", "0.175"}} {
		if id := in.Domains[d.Domains[i].Place].ID; id != want.id {
			t.Errorf("place %d is %s, want %s", i+1, id, want.id)
		}
		is(t, want.id, d.Domains[i].Change.Value, want.change)
	}
	closes(t, d)
}

// closes checks that the terms of every layer and the rest add up to the change.
func closes(t *testing.T, d Decomposition) {
	t.Helper()
	for _, terms := range [][]Term{d.Domains, d.Aspects, d.Indicators} {
		sum := d.Rest.Value
		for _, term := range terms {
			sum = plus(sum, term.Change.Value)
		}
		if terms != nil && compare(sum, d.Change) != 0 {
			t.Fatalf("terms and rest add up to %s, the change is %s", sum, d.Change)
		}
	}
	if compare(plus(d.Computed, d.Rest.Value), d.Change) != 0 {
		t.Fatalf("%s and %s are not %s", d.Computed, d.Rest.Value, d.Change)
	}
}

// The same from the printed domains alone: 1.40, 1.70, 1.00, 3.04 to 2.90, 2.40,
// 2.55, 3.48.
//
//	D3 0.165 x 1.55 = 0.25575, from 0.165 x (2.545 - 1.005) = 0.2541
//	   to 0.165 x (2.555 - 1.00) = 0.256575, as 1.00 is the scale's end
//	D4 0.455 x 0.44 = 0.2002, from 0.455 x 0.43 = 0.19565 to 0.455 x 0.45 = 0.20475
//	sum 0.82595, rest 0.83 - 0.82595 = 0.00405
func TestByPrintedDomainsAsRanges(t *testing.T) {
	in := norm2020(t)
	inst := institution(t, in, "kota-a", "2023=2.15 2024=2.98")
	inst.Assessments[0].Published.Domains = map[string]maturity.Hundredths{"D1": 140, "D2": 170, "D3": 100, "D4": 304}
	inst.Assessments[1].Published.Domains = map[string]maturity.Hundredths{"D1": 290, "D2": 240, "D3": 255, "D4": 348}
	s := seriesOf(inst)
	d := s.Decompose(s.At(2024))
	if d.Reason != "" || d.Exact || d.Indicators != nil || d.Aspects != nil || d.Rest.Exact() {
		t.Fatalf("%+v", d)
	}
	for i, want := range []struct{ id, low, value, high string }{
		{"D3", "0.2541", "0.2558", "0.2566"},
		{"D4", "0.1957", "0.2002", "0.2048"},
		{"D1", "0.1937", "0.1950", "0.1963"},
		{"D2", "0.1725", "0.1750", "0.1775"},
	} {
		c := d.Domains[i].Change
		got := fmt.Sprint(in.Domains[d.Domains[i].Place].ID, decimal(c.Min), decimal(c.Value), decimal(c.Max))
		if got != fmt.Sprint(want.id, want.low, want.value, want.high) {
			t.Errorf("term %d is %s, want %v", i+1, got, want)
		}
	}
	is(t, "rest", d.Rest.Value, "0.00405")
	closes(t, d)
}

func TestDecompositionIsRefused(t *testing.T) {
	one, two := norm(t, "A1 2x50", "1 5 1"), norm(t, "A1 2x50", "1 5 1")
	local := norm(t, "A1 4x25", "1 5 1")
	local.Normalises = true
	inst := institution(t, one, "kota-a", "2021=2.00 2022=2.00")
	publish(t, inst, two, "2023", "3.00")
	s := seriesOf(inst)
	for year, want := range map[int]Reason{2021: ReasonNoEarlier, 2022: ReasonNoParts, 2023: ReasonOtherInstrument} {
		if d := s.Decompose(s.At(year)); d.Reason != want || d.Domains != nil || d.Indicators != nil {
			t.Errorf("%d: %q, want %q", year, d.Reason, want)
		}
	}
	unit := &maturity.Institution{Slug: "dinas-a"}
	levelled(unit, local, 2023, maturity.StageFinal, "2222")
	levelled(unit, local, 2024, maturity.StageFinal, "222.")
	levelled(unit, local, 2025, maturity.StageFinal, "323.")
	s = seriesOf(unit)
	if d := s.Decompose(s.At(2024)); d.Reason != ReasonOtherIndicators {
		t.Errorf("another set of indicators: %+v", d)
	}
	d := s.Decompose(s.At(2025)) // two of three equal weights rose by one: 2/3
	is(t, "normalised change", d.Computed, "2/3")
	closes(t, d)
}

// Random cards: the terms add up, rest closes the sum, and what printed domains
// allow holds the true term of each domain.
func TestTermsAddUp(t *testing.T) {
	in := norm2020(t)
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 300 {
		inst, hidden := &maturity.Institution{Slug: "kota-a"}, &maturity.Institution{Slug: "kota-b"}
		for year := 2022; year <= 2023; year++ {
			digits := make([]byte, len(in.Indicators))
			for i := range digits {
				digits[i] = byte('1' + r.IntN(5))
			}
			a := levelled(inst, in, year, maturity.StageFinal, string(digits))
			card := assess(inst, a).Computed()
			v := card.Index.Rounded() + maturity.Hundredths(n%3) - 1 // published: a cent off, two times of three
			a.Published = &maturity.Published{Index: &v, Domains: map[string]maturity.Hundredths{}}
			for k, x := range card.Domains {
				a.Published.Domains[in.Domains[k].ID] = x.Rounded()
			}
			hidden.Assessments = append(hidden.Assessments, &maturity.Assessment{Year: year, Instrument: in, Published: a.Published})
		}
		exact, printed := seriesOf(inst), seriesOf(hidden)
		d, p := exact.Decompose(exact.At(2023)), printed.Decompose(printed.At(2023))
		closes(t, d)
		closes(t, p)
		truth := map[int]maturity.Index{}
		for _, term := range d.Domains {
			truth[term.Place] = term.Change.Value
		}
		for _, term := range p.Domains {
			if x := truth[term.Place]; compare(x, term.Change.Min) < 0 || compare(x, term.Change.Max) > 0 {
				t.Fatalf("domain %d: %s is outside %+v", term.Place, x, term.Change)
			}
		}
		if x := minus(d.Change, d.Computed); compare(x, p.Rest.Min) < 0 || compare(x, p.Rest.Max) > 0 {
			t.Fatalf("the rest %s is outside %+v", x, p.Rest)
		}
	}
}
