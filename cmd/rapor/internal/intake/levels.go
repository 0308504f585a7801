package intake

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

var levelColumns = []column{
	{name: "slug", needed: true, also: "instansi"}, {name: "tahun", needed: true}, {name: "instrumen", needed: true},
	{name: "indikator", needed: true}, {name: "tingkat", needed: true}, {name: "tahap"},
}

// levels puts one row per indicator into [tingkat.<stage>] of the year's file.
func (im *importer) levels() {
	for _, row := range im.table.rows {
		slug, ok := im.institution(row)
		year, okYear := im.mustYear(row, "tahun")
		instrument, norm, okNorm := im.norm(row, year)
		indicator, okIndicator := im.indicator(row, norm)
		level, okLevel := im.level(row, norm)
		stage, okStage := im.stage(row)
		if !ok || !okYear || !okNorm || !okIndicator || !okLevel || !okStage {
			continue
		}
		if !im.first(row, "indikator", slug, number(year), stage, indicator) {
			continue
		}
		if d := im.library.year(slug, year); d != nil {
			d.set(im.list, im.cellPos(row, "instrumen"), nil, "instrumen", textValue(instrument))
			d.set(im.list, im.cellPos(row, "tingkat"), at("tingkat", stage), indicator, levelValue(level))
		}
	}
}

func (im *importer) indicator(row []cell, norm *maturity.Instrument) (string, bool) {
	id, ok := im.must(row, "indikator")
	if !ok || norm == nil {
		return id, ok && im.plainID(row, "indikator", id)
	}
	if norm.Indicator(id) < 0 {
		all := make([]string, len(norm.Indicators))
		for i := range norm.Indicators {
			all[i] = norm.Indicators[i].ID
		}
		im.unknown(row, "indikator", "intake-unknown-indicator", all)
		return "", false
	}
	return id, true
}

// plainID accepts what can be an id of a part where no instrument is at hand.
func (im *importer) plainID(row []cell, column, id string) bool {
	if !bareKey.MatchString(id) || len(id) > 100 {
		im.fault(row, column, "intake-not-an-id")
		return false
	}
	return true
}

// level reads a level on the scale of its instrument.
func (im *importer) level(row []cell, norm *maturity.Instrument) (maturity.Hundredths, bool) {
	least, most := scaleMin, scaleMax
	if norm != nil {
		least, most = norm.Scale.Min, norm.Scale.Max
	}
	if _, ok := im.must(row, "tingkat"); !ok {
		return 0, false
	}
	v, ok := im.figure(row, "tingkat", least, most)
	if ok && norm != nil && !norm.Scale.Holds(v) {
		im.fault(row, "tingkat", "intake-level-step", shortFigure(norm.Scale.Step))
		return 0, false
	}
	return v, ok
}

// stage reads the stage of the evaluation, the final one where none is given.
func (im *importer) stage(row []cell) (string, bool) {
	c := im.at(row, "tahap")
	if c.text == "" && !c.bad {
		return string(maturity.StageFinal), true
	}
	words := make([]string, len(maturity.Stages))
	for i, s := range maturity.Stages {
		words[i] = string(s)
	}
	return im.choice(row, "tahap", words...)
}

var tileColumns = []column{
	{name: "slug", needed: true, also: "instansi"}, {name: "kolom", needed: true}, {name: "baris", needed: true}, {name: "singkat", needed: true},
}

// maxTile is the last column and row that the format allows.
const maxTile = 40

// tiles puts a place on the tile map into instansi.toml. A new one stands on
// one line, as the format's reference writes it.
func (im *importer) tiles() {
	for _, row := range im.table.rows {
		slug, ok := im.institution(row)
		column, okColumn := im.mustWhole(row, "kolom", maxTile)
		line, okLine := im.mustWhole(row, "baris", maxTile)
		label, okLabel := im.must(row, "singkat")
		if !ok || !okColumn || !okLine || !okLabel || !im.first(row, "slug", slug) || !im.freeTile(row, column, line) {
			continue
		}
		d := im.library.institution(slug)
		if d == nil {
			continue
		}
		parts := []struct {
			key string
			v   value
		}{{"kolom", intValue(column)}, {"baris", intValue(line)}, {"singkat", textValue(label)}}
		if d.standing("petak") != nil {
			for _, p := range parts {
				d.set(im.list, im.cellPos(row, p.key), at("petak"), p.key, p.v)
			}
			continue
		}
		var inner []string
		for _, p := range parts {
			inner = append(inner, p.key+" = "+p.v.source)
		}
		source := "{ " + strings.Join(inner, ", ") + " }"
		d.set(im.list, im.cellPos(row, "slug"), nil, "petak", value{source, source, source})
	}
}

// freeTile reports two places that are one.
func (im *importer) freeTile(row []cell, column, line int) bool {
	key := joined([]string{"tile", number(column), number(line)})
	if first, taken := im.once[key]; taken {
		im.fault(row, "kolom", "intake-tile-taken", line, int(first))
		return false
	}
	im.once[key] = row[0].line
	return true
}

func (im *importer) mustWhole(row []cell, name string, most int) (int, bool) {
	if _, ok := im.must(row, name); !ok {
		return 0, false
	}
	return im.whole(row, name, most)
}

var targetColumns = []column{
	{name: "tahun", needed: true}, {name: "id", needed: true}, {name: "nama", needed: true}, {name: "jenis", needed: true},
	{name: "predikat", needed: true}, {name: "persen", needed: true}, {name: "sumber"},
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
				im.fault(row, "jenis", "intake-unknown-kind", strings.Join(kinds, ", "))
				okKinds = false
			}
		}
		band, okBand := im.bandID(row)
		share, okShare := im.share(row)
		source, hasSource := im.text(row, "sumber")
		if !okYear || !okID || !okName || !okKinds || !okBand || !okShare || !im.first(row, "id", number(year), id) || portal == nil {
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
	}
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
