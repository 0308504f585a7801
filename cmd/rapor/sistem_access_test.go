//go:build sistem && !race

package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// checkerFile finds a file of the checkers that .ci/run installs. Without it the
// test fails.
func checkerFile(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("RAPOR_TOOLS")
	if dir == "" {
		t.Fatal("RAPOR_TOOLS must name the folder that holds the checkers' node_modules; .ci/run sets it")
	}
	file := filepath.Join(dir, "node_modules", filepath.FromSlash(name))
	if _, err := os.Stat(file); err != nil {
		t.Fatalf("a checker is missing: %v", err)
	}
	return file
}

// auditScript runs axe and looks at what axe leaves open.
//
//go:embed testdata/audit.js
var auditScript string

// auditResult is what is wrong with a page, and what axe could not decide.
type auditResult struct {
	Passes                 int
	Violations, Incomplete []auditFinding
	Faint                  []string // text without enough contrast that axe did not judge
	Drawn, Measured        int      // texts in drawings and elsewhere that were measured
	Spaced                 []string // text that leaves its box with the reader's own spacing
	Wide                   []string // what makes the page wider than the screen
}

// auditFinding is a rule of axe and a place in the page.
type auditFinding struct{ Rule, Place, Reason string }

// audit runs axe in the page as it stands.
func (t *tab) audit(axe string) (auditResult, error) {
	var result auditResult
	if _, err := ask[bool](t, axe+"; true"); err != nil {
		return result, err
	}
	answer, err := ask[string](t, auditScript)
	if err != nil {
		return result, err
	}
	return result, json.Unmarshal([]byte(answer), &result)
}

// decided are the questions that axe leaves to people and their answers. Any
// other open question fails the test; contrast is measured by audit.js.
var decided = map[string]string{
	"th-has-data-cells": "the row that heads a group of rows has no cells of its own: the rows of its <tbody> are its data",
}

// Every page in every look: no barrier, nothing wider than a phone, and whatever
// the tab notes: messages, policy, other hosts, missing files.
func TestNoPageHasABarrierOrBreaksThePolicy(t *testing.T) {
	source, err := os.ReadFile(checkerFile(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	open, drawn, measured := map[string]int{}, 0, 0
	check := func(tab *tab, _ string, _ look) []string {
		result, err := tab.audit(string(source))
		if err != nil {
			return []string{err.Error()}
		}
		mu.Lock()
		defer mu.Unlock()
		drawn, measured = drawn+result.Drawn, measured+result.Measured
		for _, f := range result.Incomplete {
			open[f.Rule]++
		}
		return result.faults()
	}
	s := portalSite(t)
	visit(t, s, lookedAt(t, s), check)
	for _, rule := range slices.Sorted(maps.Keys(open)) {
		t.Logf("left open by axe %d times: %s (%s)", open[rule], rule, decided[rule])
	}
	t.Logf("contrast measured of %d texts in drawings and %d elsewhere", drawn, measured)
	if drawn == 0 || measured == 0 {
		t.Error("nothing was measured")
	}
}

// faults words what is wrong with a page.
func (r auditResult) faults() (faults []string) {
	seen := map[string]bool{}
	take := func(word string, list []auditFinding) {
		for _, f := range list {
			if !seen[f.Rule] {
				faults = append(faults, fmt.Sprintf("%s%s at %s: %s", word, f.Rule, f.Place, f.Reason))
			}
			seen[f.Rule] = true
		}
	}
	take("", r.Violations)
	take("axe cannot decide ", slices.DeleteFunc(r.Incomplete, func(f auditFinding) bool { return decided[f.Rule] != "" }))
	if len(r.Faint) > 0 {
		faults = append(faults, fmt.Sprintf("%d texts have too little contrast: %s", len(r.Faint), strings.Join(r.Faint[:min(3, len(r.Faint))], "; ")))
	}
	if len(r.Wide) > 0 {
		faults = append(faults, fmt.Sprintf("the page is wider than the screen: %s", strings.Join(r.Wide[:min(3, len(r.Wide))], "; ")))
	}
	if len(r.Spaced) > 0 {
		faults = append(faults, fmt.Sprintf("with wider spacing %d texts leave their place: %s", len(r.Spaced), strings.Join(r.Spaced[:min(3, len(r.Spaced))], "; ")))
	}
	if r.Passes < 10 {
		faults = append(faults, fmt.Sprintf("only %d rules passed: did axe see the page?", r.Passes))
	}
	return faults
}
