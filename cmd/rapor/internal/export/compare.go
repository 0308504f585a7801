package export

import (
	"path"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/jsontext"
)

// The members of the two files that are computed. All others are what they are
// computed from, or words.
var (
	computedOfAssessment  = []string{"hitung", "rekonsiliasi"}
	computedOfInstitution = []string{"seri", "ganti_instrumen", "target", "prioritas", "ke_predikat_berikut", "perubahan"}
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
	want, wrong := jsontext.Parse(path.Join(p.name, address), recomputed)
	problems.Merge(wrong)
	for _, key := range keys {
		compareNodes(&problems, key, got.Get(key), want.Get(key), got.Pos)
	}
	return problems, nil
}

// compareNodes notes every value that differs. Null and absent are one.
// above is the place of what holds the values.
func compareNodes(problems *diag.List, way string, got, want *jsontext.Node, above diag.Pos) {
	switch {
	case got == nil && want == nil:
	case got == nil:
		problems.Errorf(above, "export-number-missing", way, want.Shown())
	case want == nil:
		problems.Errorf(got.Pos, "export-number-unfounded", way, got.Shown())
	case got.Kind == jsontext.Object && want.Kind == jsontext.Object:
		for _, key := range want.Keys {
			if key != sourceKey {
				compareNodes(problems, way+"."+key, got.Get(key), want.Get(key), got.Pos)
			}
		}
		for _, key := range got.Keys {
			if _, known := want.Members[key]; !known && key != sourceKey {
				compareNodes(problems, way+"."+key, got.Get(key), nil, got.Pos)
			}
		}
	case got.Kind == jsontext.List && want.Kind == jsontext.List:
		for i := range max(len(got.Items), len(want.Items)) {
			compareNodes(problems, way+"["+strconv.Itoa(i)+"]", at(got.Items, i), at(want.Items, i), got.Pos)
		}
	case got.Kind != want.Kind || !sameText(got, want):
		problems.Errorf(got.Pos, "export-number", way, got.Shown(), want.Shown())
	}
}

// at returns an item; nil past the end and for null.
func at(items []*jsontext.Node, i int) *jsontext.Node {
	if i >= len(items) || items[i].Kind == jsontext.Null {
		return nil
	}
	return items[i]
}

// sameText compares numbers by value: 3.7 is 3.70.
func sameText(a, b *jsontext.Node) bool {
	if a.Kind == jsontext.Number {
		return plain(a.Text) == plain(b.Text)
	}
	return a.Text == b.Text
}

// plain drops the zeros at the end of a decimal fraction.
func plain(digits string) string {
	if !strings.Contains(digits, ".") || strings.ContainsAny(digits, "eE") {
		return digits
	}
	return strings.TrimSuffix(strings.TrimRight(digits, "0"), ".")
}
