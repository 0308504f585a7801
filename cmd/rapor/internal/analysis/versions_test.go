package analysis

import (
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// Sulawesi Barat with its two real targets, and an invented second version of
// one of them: each printed version is judged by itself.
func TestEachPrintedVersionOfATargetIsJudged(t *testing.T) {
	in := norm2020(t)
	inst := institution(t, in, "provinsi-sulawesi-barat", "2022=2.04 2023=2.89 2024=3.70")
	inst.Targets = []maturity.Target{{Year: 2024, Index: 400, Others: []maturity.TargetSaid{
		{Index: 370, Source: maturity.Source{Title: "Rencana A"}}, {Index: 371, Source: maturity.Source{Title: "Rencana B"}},
	}}}
	paths := Paths(&maturity.Dataset{Instruments: []*maturity.Instrument{in}}, seriesOf(inst), 2024)
	if len(paths) != 1 || len(paths[0].Versions) != 2 {
		t.Fatalf("%d paths", len(paths))
	}
	p := paths[0]
	if p.Status != StatusMissed || p.Missed.Rounded() != 30 {
		t.Errorf("4.00: %s, %s short", p.Status, p.Missed)
	}
	if v := p.Versions[0]; v.Status != StatusReached || v.Target.Source.Title != "Rencana A" {
		t.Errorf("3.70: %s by %s", v.Status, v.Target.Source.Title)
	}
	if v := p.Versions[1]; v.Status != StatusMissed || v.Missed.String() != "1/100" {
		t.Errorf("3.71: %s, %s short", v.Status, v.Missed)
	}
}
