package main

import (
	"io/fs"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/check"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/sample"
	"rapor/cmd/rapor/internal/score"
)

// opdSet loads the embedded sample of work units.
func opdSet(t *testing.T) *maturity.Dataset {
	t.Helper()
	files := sample.OPD()
	part := func(dir string) fs.FS {
		sub, err := fs.Sub(files, dir)
		if err != nil {
			t.Fatal(err)
		}
		return sub
	}
	set, problems, err := load.Load(load.Source{Data: part("data"), Content: part("content"), DataName: "data", ContentName: "content"})
	if err != nil {
		t.Fatal(err)
	}
	problems.Merge(check.All(set, score.NewModels(set.Instruments)))
	if faults, warnings := problems.Count(); faults+warnings > 0 {
		t.Fatalf("the sample has %d faults and %d warnings", faults, warnings)
	}
	return set
}

func TestSampleOfWorkUnitsIsWholeAndPlainlyFictional(t *testing.T) {
	set := opdSet(t)
	units, inGroup := 0, map[string]int{}
	for _, inst := range set.Institutions {
		if !strings.Contains(inst.Name, "Contoh Fiktif") {
			t.Errorf("%s: %q could be taken for a real institution", inst.Slug, inst.Name)
		}
		if inst.Parent != "" {
			units++
		}
	}
	if units != 41 || len(set.Instruments) != 1 || len(set.Instruments[0].Indicators) != 25 || len(set.Groups) != 8 {
		t.Errorf("%d units, %d groups", units, len(set.Groups))
	}
	for _, g := range set.Groups {
		if len(g.Members) < 5 || len(g.Members) > 6 || len(g.Facilitators) == 0 || g.Schedule == "" {
			t.Errorf("group %s: %d members, facilitators %v, schedule %q", g.ID, len(g.Members), g.Facilitators, g.Schedule)
		}
		for _, slug := range g.Members {
			inGroup[slug]++
		}
	}
	if len(inGroup) != 41 {
		t.Errorf("%d units stand in a group", len(inGroup))
	}
	for i, want := range []string{"5%", "10%", "15%", "20%", "25%"} {
		if got := set.Instruments[0].Bands[i].Incentive.Base; !strings.HasPrefix(got, want+" TPP") {
			t.Errorf("band %d earns %q", i, got)
		}
	}
}
