package score

import (
	"fmt"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// assessment builds a published result from lines: "indeks 3.70 sangat-baik",
// "domain 4.70 - 2.18 4.14", "aspek ...". A dash is not printed.
func assessment(in *maturity.Instrument, year int, lines ...string) *maturity.Assessment {
	pub := &maturity.Published{}
	for _, line := range lines {
		what, values, _ := strings.Cut(line, " ")
		switch what {
		case "indeks":
			index, band, _ := strings.Cut(values, " ")
			if index != "-" {
				v := cents(index)
				pub.Index = &v
			}
			pub.Band = band
		case "domain":
			pub.Domains = parts("D", values)
		case "aspek":
			pub.Aspects = parts("A", values)
		}
	}
	return &maturity.Assessment{Year: year, Instrument: in, Published: pub}
}

// tell prints rows as a clerk would read them: part, published, computed,
// difference, verdict.
func tell(in *maturity.Instrument, rows []Row) string {
	var lines []string
	for _, r := range rows {
		line := fmt.Sprintf("%s %s %s %s %s", r.Part, show(r.Published), show(r.Computed), show(r.Difference), r.Verdict)
		if r.From == FromNothing {
			line = fmt.Sprintf("%s %s - - %s", r.Part, show(r.Published), r.Verdict)
		}
		if r.Part == PartBand {
			line = fmt.Sprintf("%s %s %s - %s", r.Part, bandID(in, r.PublishedBand), bandID(in, r.ComputedBand), r.Verdict)
			if !r.ByBasis && r.ByOther {
				line += " (by the other basis)"
			}
			if r.ByBasis && !r.ByOther {
				line += " (by this basis only)"
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// index and domains of Provinsi Sulawesi Barat 2024 and others are the printed
// ones; the arithmetic of what they allow stands beside them.
var publishedOnly = []struct {
	name    string
	in      *maturity.Instrument
	year    int
	average bool
	lines   []string
	want    string
}{{
	name: "an index that its domains allow", in: instrument2020(), year: 2024,
	// D4 adds up in steps of 0.25: 188.25/45.5 = 4.1374 and 188.50/45.5 = 4.1429 print as 4.14. So
	// 13 % x 4.7 + 25 % x 3.4 + 16.5 % x 24/11 + 1.8825 or 1.8850 = 0.611 + 0.85 + 0.36 + ... = 3.7035 or 3.7060
	lines: []string{"indeks 3.70 sangat-baik", "domain 4.70 3.40 2.18 4.14"},
	want: `indeks 3.70 3.70 0.00 cocok
domain.D1 4.70 - - tidak-dapat-dihitung
domain.D2 3.40 - - tidak-dapat-dihitung
domain.D3 2.18 - - tidak-dapat-dihitung
domain.D4 4.14 - - tidak-dapat-dihitung
predikat sangat-baik sangat-baik - cocok`,
}, {
	name: "an index one cent beside what its domains allow", in: instrument2020(), year: 2024,
	lines: []string{"indeks 3.72 sangat-baik", "domain 4.70 3.40 2.18 4.14"},
	want: `indeks 3.72 3.71 0.01 beda-pembulatan
domain.D1 4.70 - - tidak-dapat-dihitung
domain.D2 3.40 - - tidak-dapat-dihitung
domain.D3 2.18 - - tidak-dapat-dihitung
domain.D4 4.14 - - tidak-dapat-dihitung
predikat sangat-baik sangat-baik - cocok`,
}, {
	name: "an index and a band that the domains contradict", in: instrument2020(), year: 2024,
	lines: []string{"indeks 3.41 baik", "domain 4.70 3.40 2.18 4.14"},
	want: `indeks 3.41 3.70 -0.29 selisih
domain.D1 4.70 - - tidak-dapat-dihitung
domain.D2 3.40 - - tidak-dapat-dihitung
domain.D3 2.18 - - tidak-dapat-dihitung
domain.D4 4.14 - - tidak-dapat-dihitung
predikat baik sangat-baik - selisih`,
}, {
	name: "a domain that no levels can give", in: instrument2020(), year: 2023,
	lines: []string{"indeks 1.05 kurang", "domain 1.00 1.10 1.00 0.30"},
	want: `indeks 1.05 - - tidak-dapat-dihitung
domain.D1 1.00 - - tidak-dapat-dihitung
domain.D2 1.10 - - tidak-dapat-dihitung
domain.D3 1.00 - - tidak-dapat-dihitung
domain.D4 0.30 - - tidak-mungkin
predikat kurang kurang - cocok`,
}, {
	name: "a domain that was not printed", in: instrument2020(), year: 2024,
	lines: []string{"indeks 4.43 memuaskan", "domain - 4.40 3.09 4.87"},
	want: `indeks 4.43 - - tidak-dapat-dihitung
domain.D2 4.40 - - tidak-dapat-dihitung
domain.D3 3.09 - - tidak-dapat-dihitung
domain.D4 4.87 - - tidak-dapat-dihitung
predikat memuaskan memuaskan - cocok`,
}, {
	name: "the index alone", in: instrument2020(), year: 2024,
	lines: []string{"indeks 3.49 baik"},
	want: `indeks 3.49 - - tidak-dapat-dihitung
predikat baik baik - cocok`,
}, {
	name: "the index alone and a band that it is not in", in: instrument2020(), year: 2024,
	lines: []string{"indeks 3.49 sangat-baik"},
	want: `indeks 3.49 - - tidak-dapat-dihitung
predikat sangat-baik baik - selisih`,
}, {
	name: "the index alone, printed as a bound, judged exactly: 3.495 or 3.504?", in: instrument2020(), year: 2024,
	lines: []string{"indeks 3.50 baik"},
	want: `indeks 3.50 - - tidak-dapat-dihitung
predikat baik - - tidak-dapat-dihitung (by this basis only)`,
}, {
	name: "the index alone, printed as a bound, judged rounded", in: instrument2020(), year: 2023,
	lines: []string{"indeks 3.50 baik"},
	want: `indeks 3.50 - - tidak-dapat-dihitung
predikat baik sangat-baik - selisih (by the other basis)`,
}, {
	name: "the index alone, printed as a bound, and a band far from it", in: instrument2020(), year: 2024,
	lines: []string{"indeks 3.50 cukup"},
	want: `indeks 3.50 - - tidak-dapat-dihitung
predikat cukup baik - selisih`,
}, {
	name: "a band by the exact index below a printed bound (Kab. Pacitan 2024)", in: instrument2020(), year: 2024,
	// 0.611 + 0.75 + 0.345 + 1.7925 = 3.4985
	lines: []string{"indeks 3.50 baik", "domain 4.70 3.00 2.09 3.94"},
	want: `indeks 3.50 3.50 0.00 cocok
domain.D1 4.70 - - tidak-dapat-dihitung
domain.D2 3.00 - - tidak-dapat-dihitung
domain.D3 2.09 - - tidak-dapat-dihitung
domain.D4 3.94 - - tidak-dapat-dihitung
predikat baik baik - cocok (by this basis only)`,
}, {
	name: "domains that allow two bands: either agrees", in: instrument2020(), year: 2024,
	// 0.598 + 0.8 + 0.3 = 1.698, and D4 = 3.96 is 180.00 or 180.25 of 45.5: 3.4980 or 3.5005, both print 3.50
	lines: []string{"indeks 3.50 baik", "domain 4.60 3.20 1.82 3.96"},
	want: `indeks 3.50 3.50 0.00 cocok
domain.D1 4.60 - - tidak-dapat-dihitung
domain.D2 3.20 - - tidak-dapat-dihitung
domain.D3 1.82 - - tidak-dapat-dihitung
domain.D4 3.96 - - tidak-dapat-dihitung
predikat baik baik - cocok (by this basis only)`,
}, {
	name: "the lowest index of the scale is nothing below it", in: instrument(structure2020, "1 5 1", "rendah 0  kurang 1"), year: 2024,
	lines: []string{"indeks 1.00 kurang"},
	want: `indeks 1.00 - - tidak-dapat-dihitung
predikat kurang kurang - cocok`,
}, {
	name: "the band by the other basis (not as Kab. Pacitan was published)", in: instrument2020(), year: 2024,
	lines: []string{"indeks 3.50 sangat-baik", "domain 4.70 3.00 2.09 3.94"},
	want: `indeks 3.50 3.50 0.00 cocok
domain.D1 4.70 - - tidak-dapat-dihitung
domain.D2 3.00 - - tidak-dapat-dihitung
domain.D3 2.09 - - tidak-dapat-dihitung
domain.D4 3.94 - - tidak-dapat-dihitung
predikat sangat-baik baik - selisih (by the other basis)`,
}, {
	name: "domains against their aspects", in: instrument2020(), year: 2024,
	// D3 from A5 = 9/8 (1.13) and A6 = 1: (1.5 x 9 + 1.5 x 3) / 16.5 = 12/11 = 1.09, printed 1.90;
	// D4 from A7 = 3.60 and A8 = 23/6 (3.83): (99 + 69) / 45.5 = 3.6923, printed 3.68;
	// 1.90 cannot come from elevenths (20/11 = 1.82, 21/11 = 1.91), nor can 3.68: 167.5 / 45.5 = 3.6813 can
	lines: []string{"indeks 2.89 -", "domain 2.90 2.60 1.90 3.68", "aspek 2.90 3.00 2.50 2.00 1.13 1.00 3.60 3.83"},
	want: `indeks 2.89 - - tidak-dapat-dihitung
domain.D1 2.90 2.90 0.00 cocok
domain.D2 2.60 2.60 0.00 cocok
domain.D3 1.90 1.09 0.81 tidak-mungkin
domain.D4 3.68 3.69 -0.01 beda-pembulatan
aspek.A1 2.90 - - tidak-dapat-dihitung
aspek.A2 3.00 - - tidak-dapat-dihitung
aspek.A3 2.50 - - tidak-dapat-dihitung
aspek.A4 2.00 - - tidak-dapat-dihitung
aspek.A5 1.13 - - tidak-dapat-dihitung
aspek.A6 1.00 - - tidak-dapat-dihitung
aspek.A7 3.60 - - tidak-dapat-dihitung
aspek.A8 3.83 - - tidak-dapat-dihitung`,
}, {
	name: "an average, whose domains are no sums of levels", in: instrument2020(), year: 2024, average: true,
	// 13 % x 3.36 + 25 % x 2.62 + 16.5 % x 1.86 + 45.5 % x 3.78 = 3.1186: 3.1136 up to 3.1236
	lines: []string{"indeks 3.12 baik", "domain 3.36 2.62 1.86 3.78"},
	want: `indeks 3.12 3.12 0.00 cocok
domain.D1 3.36 - - tidak-dapat-dihitung
domain.D2 2.62 - - tidak-dapat-dihitung
domain.D3 1.86 - - tidak-dapat-dihitung
domain.D4 3.78 - - tidak-dapat-dihitung
predikat baik baik - cocok`,
}, {
	name: "an average beside what its domains allow", in: instrument2020(), year: 2024, average: true,
	lines: []string{"indeks 3.14 cukup", "domain 3.36 2.62 1.86 3.78"},
	want: `indeks 3.14 3.12 0.02 selisih
domain.D1 3.36 - - tidak-dapat-dihitung
domain.D2 2.62 - - tidak-dapat-dihitung
domain.D3 1.86 - - tidak-dapat-dihitung
domain.D4 3.78 - - tidak-dapat-dihitung
predikat cukup baik - selisih`,
}, {
	name: "no domain layer: aspects allow the index", in: instrument2026(), year: 2026,
	// 10 x 3.10 + 10 x 2.80 + 15 x 3.05 + 15 x 2.95 + 10 x 3.00 + 15 x 3.20 + 25 x 3.40 = 312.00: 3.12,
	// and A1 = 3.10 may be any of 3.095, 3.10 (two equal weights), A7 = 3.40 of 3.396, 3.398 ... 3.404
	lines: []string{"indeks 3.12 baik", "aspek 3.10 2.80 3.05 2.95 3.00 3.20 3.40"},
	want: `indeks 3.12 3.12 0.00 cocok
aspek.A1 3.10 - - tidak-dapat-dihitung
aspek.A2 2.80 - - tidak-dapat-dihitung
aspek.A3 3.05 - - tidak-dapat-dihitung
aspek.A4 2.95 - - tidak-dapat-dihitung
aspek.A5 3.00 - - tidak-dapat-dihitung
aspek.A6 3.20 - - tidak-dapat-dihitung
aspek.A7 3.40 - - tidak-dapat-dihitung
predikat baik baik - cocok`,
}, {
	name: "a scale from 0", in: instrument2018(), year: 2018,
	// D1 = 0 of 17 %, D2 = 4/28 = 0.14, D3 = 5/55 = 0.09: (0 + 4 + 5) / 100 = 0.09
	lines: []string{"indeks 0.09 kurang", "domain 0.00 0.14 0.09"},
	want: `indeks 0.09 0.09 0.00 cocok
domain.D1 0.00 - - tidak-dapat-dihitung
domain.D2 0.14 - - tidak-dapat-dihitung
domain.D3 0.09 - - tidak-dapat-dihitung
predikat kurang kurang - cocok`,
}, {
	name: "nothing but a band", in: instrument2020(), year: 2024,
	lines: []string{"indeks - baik"},
	want:  `predikat baik - - tidak-dapat-dihitung`,
}, {
	name: "no band printed: no row", in: instrument2020(), year: 2024,
	lines: []string{"indeks 3.49 -"},
	want:  `indeks 3.49 - - tidak-dapat-dihitung`,
}}

func TestPublishedAgainstItsOwnParts(t *testing.T) {
	for _, c := range publishedOnly {
		inst := &maturity.Institution{Average: c.average}
		got := tell(c.in, Assess(New(c.in), inst, assessment(c.in, c.year, c.lines...)).Rows)
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
