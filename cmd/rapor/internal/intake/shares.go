package intake

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

var targetColumns = []column{
	{name: "tahun", needed: true}, {name: "id", needed: true}, {name: "nama", needed: true}, {name: "jenis", needed: true},
	{name: "predikat", needed: true}, {name: "persen", needed: true}, {name: "sumber"}, {name: "terbit"}, {name: "sumber_terbit"},
}

// shareTargets puts [target.<year>.<id>] into portal.toml.
func (im *importer) shareTargets() {
	portal := im.library.portal()
	if portal != nil && !portal.existed {
		im.list.Errorf(im.table.pos(im.table.header[0]), "intake-no-portal", portal.name)
		portal = nil
	}
	kinds := im.library.kinds()
	for _, row := range im.table.rows {
		year, okYear := im.mustYear(row, "tahun")
		id, okID := im.slug(row, "id")
		name, okName := im.must(row, "nama")
		list, okKinds := im.must(row, "jenis")
		for _, kind := range strings.Fields(list) {
			if len(kinds) > 0 && !slices.Contains(kinds, kind) {
				im.unknownWord(row, "jenis", "intake-unknown-kind", kind, kinds)
				okKinds = false
			}
		}
		band, okBand := im.bandID(row)
		share, okShare := im.share(row)
		source, hasSource := im.text(row, "sumber")
		reached, from, okReached := im.reached(row)
		if !okYear || !okID || !okName || !okKinds || !okBand || !okShare || !okReached || !im.first(row, "id", number(year), id) || portal == nil {
			continue
		}
		table := at("target", number(year), id)
		set := func(key string, v value) { portal.set(im.list, im.cellPos(row, key), table, key, v) }
		set("nama", textValue(name))
		set("jenis", listValue(strings.Fields(list)))
		set("predikat", textValue(band))
		set("persen", levelValue(share))
		if hasSource {
			set("sumber", textValue(source))
		}
		if from.title != "" {
			table := at("target", number(year), id, "terbit", from.id())
			portal.set(im.list, im.cellPos(row, "terbit"), table, "persen", levelValue(reached))
			im.sourceKeys(portal, im.cellPos(row, "sumber_terbit"), table, from)
		}
	}
}

// reached is the share that a source prints as reached, with that source; both
// columns are filled or none.
func (im *importer) reached(row []cell) (maturity.Hundredths, source, bool) {
	words, named := im.text(row, "sumber_terbit")
	if im.at(row, "terbit").text == "" && !named {
		return 0, source{}, true
	}
	_, ok := im.must(row, "terbit")
	if _, hasSource := im.must(row, "sumber_terbit"); !ok || !hasSource {
		return 0, source{}, false
	}
	v, ok := im.figure(row, "terbit", 0, 100_00)
	return v, sourceOf(words), ok
}

func (im *importer) share(row []cell) (maturity.Hundredths, bool) {
	const whole maturity.Hundredths = 100_00
	if _, ok := im.must(row, "persen"); !ok {
		return 0, false
	}
	return im.figure(row, "persen", 0, whole)
}

// bandID reads a band of any instrument, by name or id.
func (im *importer) bandID(row []cell) (string, bool) {
	word, ok := im.must(row, "predikat")
	if !ok {
		return "", false
	}
	id, known := im.bandColumn(folded(word))
	if !known {
		im.fault(row, "predikat", "intake-unknown-band", strings.Join(commonBands, ", "))
	}
	return id, known
}
