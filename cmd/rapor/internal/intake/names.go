package intake

import (
	"regexp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
)

// shortKinds are the words by which tables shorten the kind of a government, and
// those that a page should print.
var shortKinds = map[string]string{
	"pemprov": "Pemerintah Provinsi", "prov": "Provinsi", "propinsi": "Provinsi",
	"pemkab": "Pemerintah Kabupaten", "kab": "Kabupaten", "pemkot": "Pemerintah Kota",
	"kemen": "Kementerian", "kementrian": "Kementerian",
}

// printedName is a name with the kind that it begins with spelled out: tables are
// narrow, pages are not.
func printedName(name string) string {
	first, rest, _ := strings.Cut(name, " ")
	if full := shortKinds[strings.ToLower(strings.TrimSuffix(first, "."))]; full != "" && rest != "" {
		return full + " " + strings.TrimSpace(rest)
	}
	return name
}

var nameWords = regexp.MustCompile(`[\pL\pN.]+`)

// plainName is a name without what tables write differently each time: case,
// punctuation, "Pemerintah" before the kind, and the kind's short forms. So
// "Pemprov Sulawesi Barat" is "Pemerintah Provinsi Sulawesi Barat". Codes keep
// their points.
func plainName(name string) string {
	words := nameWords.FindAllString(strings.ToLower(name), -1)
	out := words[:0]
	for _, w := range words {
		if !strings.ContainsAny(w, "0123456789") {
			w = strings.ReplaceAll(w, ".", "")
		}
		if full, ok := shortKinds[w]; ok {
			w = strings.ToLower(full[strings.LastIndexByte(full, ' ')+1:])
		}
		if w != "" && w != "pemerintah" {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// unknownInstitution reports a name that no institution has, with the nearest
// slug, or the slug of the nearest name.
func (im *importer) unknownInstitution(row []cell, name string) {
	pos := im.cellPos(row, "slug")
	if bare := im.library.bare(name); len(bare) > 1 {
		im.fault(row, "slug", "intake-ambiguous-institution", strings.Join(bare, ", "))
		return
	} else if len(bare) == 1 {
		im.fault(row, "slug", "intake-unknown-institution-near", bare[0])
		return
	}
	near, looked := im.near[name]
	if !looked && len(im.near) < maxNear {
		near = im.nearestInstitution(name)
		im.near[name] = near
	}
	if near != "" {
		im.list.Errorf(pos, "intake-unknown-institution-near", im.called("slug"), clip(name), near)
		return
	}
	im.unknown(row, "slug", "intake-unknown-institution", im.library.institutions())
}

// bare lists the institutions that have a name but for the word of their kind.
// One that is alone here may still be another than the table means (there is a
// regency and a city of many a name), so that it is offered, never taken.
func (l *library) bare(name string) (slugs []string) {
	plain := plainName(name)
	for _, n := range l.names {
		if kind, rest, ok := strings.Cut(plainName(n), " "); ok && rest == plain && isKindWord[kind] {
			for _, slug := range l.byName[plainName(n)] {
				if !slices.Contains(slugs, slug) {
					slugs = append(slugs, slug)
				}
			}
		}
	}
	return slugs
}

var isKindWord = map[string]bool{"provinsi": true, "kabupaten": true, "kota": true, "kementerian": true, "dinas": true, "badan": true}

func (im *importer) nearestInstitution(name string) string {
	if near := diag.Nearest(name, im.library.institutions()); near != "" {
		return near
	}
	plain := make([]string, len(im.library.names))
	for i, n := range im.library.names {
		plain[i] = plainName(n)
	}
	if near := diag.Nearest(plainName(name), plain); near != "" {
		if slugs := im.library.byName[near]; len(slugs) > 0 {
			return slugs[0]
		}
	}
	return ""
}
