package export

import (
	"path"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/diag"
)

// The members of the two files that are computed. All others are what they are
// computed from, or words.
var (
	computedOfAssessment  = []string{"hitung", "rekonsiliasi"}
	computedOfInstitution = []string{"seri", "target", "prioritas", "ke_predikat_berikut", "perubahan"}
)

// sourceKey is where a target was read: words among computed numbers.
const sourceKey = "sumber"

// CompareAssessment sets the computed numbers of a published year against the
// same file made anew from what is published.
func (p *Published) CompareAssessment(slug string, year int, recomputed []byte) (diag.List, error) {
	return p.compare(assessmentAddress(slug, year), recomputed, computedOfAssessment)
}

// CompareInstitution does the same for an institution's file, where all of its
// years could be read.
func (p *Published) CompareInstitution(slug string, recomputed []byte) (diag.List, error) {
	if p.faulty[slug] {
		return diag.List{}, nil
	}
	return p.compare(institutionAddress(slug), recomputed, computedOfInstitution)
}

func (p *Published) compare(address string, recomputed []byte, keys []string) (diag.List, error) {
	got, problems, err := p.open(address)
	if err != nil || got == nil {
		return problems, err
	}
	want, wrong := parse(path.Join(p.name, address), recomputed)
	problems.Merge(wrong)
	for _, key := range keys {
		compareNodes(&problems, key, got.get(key), want.get(key), got.pos)
	}
	return problems, nil
}

// compareNodes notes every value that differs. Null and absent are one.
// above is the place of what holds the values.
func compareNodes(problems *diag.List, way string, got, want *node, above diag.Pos) {
	switch {
	case got == nil && want == nil:
	case got == nil:
		problems.Errorf(above, "export-number-missing", way, want.shown())
	case want == nil:
		problems.Errorf(got.pos, "export-number-unfounded", way, got.shown())
	case got.kind == objectNode && want.kind == objectNode:
		for _, key := range want.keys {
			if key != sourceKey {
				compareNodes(problems, way+"."+key, got.get(key), want.get(key), got.pos)
			}
		}
		for _, key := range got.keys {
			if _, known := want.members[key]; !known && key != sourceKey {
				compareNodes(problems, way+"."+key, got.get(key), nil, got.pos)
			}
		}
	case got.kind == listNode && want.kind == listNode:
		for i := range max(len(got.items), len(want.items)) {
			compareNodes(problems, way+"["+strconv.Itoa(i)+"]", at(got.items, i), at(want.items, i), got.pos)
		}
	case got.kind != want.kind || !sameText(got, want):
		problems.Errorf(got.pos, "export-number", way, got.shown(), want.shown())
	}
}

// at returns an item; nil past the end and for null.
func at(items []*node, i int) *node {
	if i >= len(items) || items[i].kind == nullNode {
		return nil
	}
	return items[i]
}

// sameText compares numbers by value: 3.7 is 3.70.
func sameText(a, b *node) bool {
	if a.kind == numberNode {
		return plain(a.text) == plain(b.text)
	}
	return a.text == b.text
}

// plain drops the zeros at the end of a decimal fraction.
func plain(digits string) string {
	if !strings.Contains(digits, ".") || strings.ContainsAny(digits, "eE") {
		return digits
	}
	return strings.TrimSuffix(strings.TrimRight(digits, "0"), ".")
}

// shown is a value as messages print it; of a list or an object what it holds.
func (n *node) shown() string {
	switch n.kind {
	case objectNode:
		return "{" + strings.Join(n.keys, ", ") + "}"
	case listNode:
		return "[" + strconv.Itoa(len(n.items)) + "]"
	}
	return n.text
}
