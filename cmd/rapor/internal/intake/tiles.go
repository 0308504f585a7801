package intake

import "strings"

var tileColumns = []column{
	{name: "slug", needed: true, also: institutionWords}, {name: "kolom", needed: true}, {name: "baris", needed: true}, {name: "singkat", needed: true},
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
		im.fault(row, "kolom", "intake-tile-taken", line, int(first.line))
		return false
	}
	im.once[key] = place{im.table.sheet, row[0].line}
	return true
}

func (im *importer) mustWhole(row []cell, name string, most int) (int, bool) {
	if _, ok := im.must(row, name); !ok {
		return 0, false
	}
	return im.whole(row, name, most)
}
