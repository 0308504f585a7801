package chart

import "testing"

// The cost of one chart in both widths, and how many bytes it adds to a page.
func BenchmarkDrawing(b *testing.B) {
	for _, s := range samples {
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				size = len(s.chart.SVG(Wide)) + len(s.chart.SVG(Narrow))
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}

func BenchmarkOptions(b *testing.B) {
	for name, options := range map[string]func() ([]byte, error){"trend-national": nationalTrend().ECharts, "shares": kindShares().ECharts, "spans": domainSpans().ECharts, "dots": provinceDots().ECharts} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				json, err := options()
				if err != nil {
					b.Fatal(err)
				}
				size = len(json)
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}
