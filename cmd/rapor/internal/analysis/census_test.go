package analysis

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// crowd makes n institutions of six kinds with seven years of index, domains and,
// if wanted, levels.
func crowd(t testing.TB, n int, levels bool) []*Series {
	in := norm2020(t)
	r := rand.New(rand.NewPCG(7, 8))
	all := make([]*Series, n)
	for i := range all {
		s := &Series{Institution: &maturity.Institution{Slug: fmt.Sprintf("instansi-%05d", i), Kind: fmt.Sprint(i % 6)}}
		for year := 2019; year <= 2025; year++ {
			p := Point{Year: year, Instrument: in, Figure: Figure{Printed: maturity.Hundredths(100 + r.IntN(400)), Origin: OriginPublished}}
			for range in.Domains {
				p.Domains = append(p.Domains, Figure{Printed: maturity.Hundredths(100 + r.IntN(400)), Origin: OriginPublished})
			}
			if levels {
				for range in.Indicators {
					p.Levels = append(p.Levels, maturity.LevelOf(maturity.Hundredths(100+100*r.IntN(5))))
				}
			}
			s.Points = append(s.Points, p)
		}
		all[i] = s
	}
	return all
}

// Time per institution must not grow with their number: compare 2,500 and 25,000.
func BenchmarkCensus(b *testing.B) {
	for _, n := range []int{2_500, 25_000} {
		all := crowd(b, n, true)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				c := NewCensus(all)
				for _, s := range all {
					for i := range s.Points {
						p := &s.Points[i]
						if c.Peers(s, p).Standing(s).Rank == 0 {
							b.Fatal("no rank")
						}
					}
				}
				if c.Country(2025).Movement(2024).Known != n {
					b.Fatal("someone is missing")
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/institution")
		})
	}
}

// All with one value are the worst case of a search by value.
func TestEveryoneAlike(t *testing.T) {
	all := crowd(t, 3000, false)
	for _, s := range all {
		for i := range s.Points {
			s.Points[i].Printed = 300
		}
	}
	g := NewCensus(all).Country(2024)
	for _, s := range all {
		if st := g.Standing(s); st.Rank != 1 || st.Shared != 3000 || st.Position != PositionAt {
			t.Fatalf("%s: %+v", s.Institution.Slug, st)
		}
	}
}

func TestCensusYears(t *testing.T) {
	all := ofYear(t, norm(t, "A1 1x100", "1 5 1"), "2.00 3.00")
	all[0].Institution.Average = true
	c := NewCensus(all)
	if len(c.Years()) != 1 || c.Years()[0] != 2024 || len(c.Averages()) != 1 || Newest(all) != 2024 {
		t.Errorf("%v %v", c.Years(), c.Averages())
	}
	if c.Peers(all[0], all[0].Latest()) != nil {
		t.Error("an average has peers")
	}
}

// Nine of ten have 2024, one has 2025: 2024 is the newest settled year.
func TestSettledYear(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	all := ofYear(t, in, "2.00 2.00 2.00 2.00 2.00 2.00 2.00 2.00 2.00 -")
	publish(t, all[0].Institution, in, "2025", "3.00")
	all[0] = seriesOf(all[0].Institution)
	if c := NewCensus(all); c.Settled() != 2024 || Newest(all) != 2025 {
		t.Errorf("settled %d, newest %d", c.Settled(), Newest(all))
	}
	if c := NewCensus(all[7:]); c.Settled() != 0 {
		t.Errorf("2 of 3 settle %d", c.Settled())
	}
}

// Across an instrument break nobody is known to have moved.
func TestNoMovementAcrossInstruments(t *testing.T) {
	one, two := norm(t, "A1 1x100", "1 5 1"), norm(t, "A1 1x100", "1 5 1")
	var all []*Series
	for _, slug := range []string{"kota-a", "kota-b"} {
		inst := institution(t, one, slug, "2024=2.00")
		publish(t, inst, two, "2025", "4.00")
		all = append(all, seriesOf(inst))
	}
	if m := NewCensus(all).Kind("kota", 2025).Movement(2024); m.Known != 0 || m.Total != 2 || m.Enough() {
		t.Errorf("%+v", m)
	}
}
