package intake

var spreadColumns = []column{
	{name: "slug", needed: true, also: institutionWords}, {name: "tahun", needed: true}, {name: "total", needed: true}, {name: "baik_ke_atas"},
	{name: "sumber"}, {name: "keyakinan"},
}

// maxCount is the most institutions that a distribution can count.
const maxCount = 1_000_000

// spreads puts published distributions into [terbit.sebaran] of a year's file,
// which must be there: a distribution alone is no result.
func (im *importer) spreads() {
	im.partIDs = im.table.otherColumns(spreadColumns)
	for _, row := range im.table.rows {
		slug, ok := im.institution(row)
		year, okYear := im.mustYear(row, "tahun")
		counts, okCounts := im.counts(row)
		if word, said := im.choice(row, "keyakinan", "tinggi", "sedang", "rendah"); said && word != "" && len(im.unplaced) == 0 {
			im.unplaced = append(im.unplaced, "keyakinan")
		}
		if !ok || !okYear || !okCounts || !im.first(row, "slug", slug, number(year)) {
			continue
		}
		d := im.library.year(slug, year)
		if d == nil {
			continue
		}
		if !d.existed {
			im.fault(row, "tahun", "intake-no-year-file", d.name)
			continue
		}
		for _, c := range counts {
			im.spreadBand(row, d, c.column)
			d.set(im.list, im.cellPos(row, c.column), at("terbit", "sebaran"), c.column, intValue(c.n))
		}
		if text, ok := im.text(row, "sumber"); ok {
			result, _ := sourcesOf(text)
			for _, s := range result {
				im.sourceKeys(d, im.cellPos(row, "sumber"), at("sumber", d.sourceID("sumber", s)), s)
			}
		}
	}
}

// spreadBand reports a count of a band that the year's instrument lacks.
func (im *importer) spreadBand(row []cell, d *document, column string) {
	in := im.library.instrument(text(d.standing("instrumen")))
	if in == nil || column == "total" || column == "baik_ke_atas" || in.Band(column) >= 0 {
		return
	}
	im.fault(row, column, "intake-unknown-part", in.ID)
}

type count struct {
	column string
	n      int
}

// counts reads the filled cells. The bands cannot hold more than there are.
func (im *importer) counts(row []cell) (out []count, ok bool) {
	total, ok := im.mustWhole(row, "total", maxCount)
	out = append(out, count{"total", total})
	sum := 0
	for _, column := range im.partIDs {
		c := im.at(row, column)
		n, read := im.whole(row, column, maxCount)
		if ok = ok && (read || c.text == "" && !c.bad); read {
			out = append(out, count{column, n})
			sum += n
		}
	}
	if n, read := im.whole(row, "baik_ke_atas", maxCount); read {
		out = append(out, count{"baik_ke_atas", n})
		sum = max(sum, n)
	} else if c := im.at(row, "baik_ke_atas"); c.text != "" || c.bad {
		ok = false
	}
	if ok && sum > total {
		im.fault(row, "total", "intake-spread-sum", sum)
		ok = false
	}
	return out, ok
}
