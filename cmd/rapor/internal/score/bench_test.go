package score

import (
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// What one assessment costs. A portal of 25,000 institutions and 7 years has
// 175,000 of them: 1 microsecond each is 0.2 s.
func BenchmarkAssess(b *testing.B) {
	in, nearly := instrument2020(), fine(100)
	full := assessment(in, 2024, "indeks 3.70 sangat-baik", "domain 4.70 3.40 2.18 4.14",
		"aspek 4.70 4.00 3.00 3.00 2.25 2.00 3.90 4.50")
	full.Stages = []maturity.StageLevels{{Stage: maturity.StageFinal,
		Levels: levels("7x5 3x4 4x4 4x3 2x3 2x3 6x2 3x2 9x4 1x3 3x5 3x4")}}
	for _, c := range []struct {
		name string
		a    *maturity.Assessment
	}{
		{"index", assessment(in, 2024, "indeks 3.70 sangat-baik")},
		{"domains", assessment(in, 2024, "indeks 3.70 sangat-baik", "domain 4.70 3.40 2.18 4.14")},
		{"levels", &maturity.Assessment{Year: 2024, Instrument: in, Stages: full.Stages}},
		{"everything", full},
		{"domains-four-decimals", assessment(nearly, 2024, "indeks 3.06 baik", "domain 3.05 2.92 3.17")},
		{"domains-four-decimals-sparse", assessment(nearly, 2024, "indeks 2.92 baik", "domain 4.78 1.30 1.41")},
	} {
		m := New(c.a.Instrument)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Assess(m, nil, c.a)
			}
		})
	}
}

// What an instrument costs, once.
func BenchmarkNew(b *testing.B) {
	for _, c := range []struct {
		name string
		in   *maturity.Instrument
	}{
		{"2020", instrument2020()},
		{"2026-steps-of-0.01", instrument2026()},
		{"four-decimals", fine(100)},
		{"over-the-limit", fine(1)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				New(c.in)
			}
		})
	}
}
