package intake

import (
	"strings"

	"rapor/cmd/rapor/internal/diag"
)

// heading is where the names of the columns stand: tables that people hold have
// titles above them, and often a header of two rows.
type heading struct {
	row, rows int // the first of one or two rows
	known     int // columns that were recognised
	whole     bool
	name      func(header string) string // what a header means, or ""
}

// searched is how many rows are looked at for the header.
const searched = 40

// locate finds the header: the first rows that name every needed column, or else
// those that name the most. Where nothing is recognised it is the first row.
func (im *importer) locate(f form, rows [][]string) heading {
	name := func(header string) string { return im.columnNamed(f, header) }
	best := heading{rows: 1, name: name}
	for i := range min(len(rows), searched) {
		for n := 1; n <= 2 && i+n <= len(rows); n++ {
			h := heading{row: i, rows: n, name: name}
			names := rows[i]
			if n == 2 {
				names = h.names(rows[i], rows[i+1])
			}
			if twice := im.judge(f, &h, names); n == 1 && h.whole && !twice {
				return h
			}
			if h.whole && !best.whole || h.whole == best.whole && h.known > best.known {
				best = h
			}
		}
		if best.whole && best.row < i {
			break
		}
	}
	return best
}

// judge counts the columns that a row names; twice tells that one stands there
// more than once, as merged cells above a second row of names do.
func (im *importer) judge(f form, h *heading, names []string) (twice bool) {
	found := map[string]bool{}
	for _, name := range names {
		if known := h.name(name); known != "" {
			if twice = twice || found[known]; !found[known] {
				h.known++
			}
			found[known] = true
			if measure, _, pair := strings.Cut(known, pairMark); pair {
				found[measure] = true
				for _, key := range f.pairs.keys {
					found[key] = true
				}
			}
		}
	}
	h.whole = h.known > 0
	for _, c := range f.columns {
		free := c.name == "instrumen" || im.opt.Common[c.name] != ""
		if c.needed && !found[c.name] && !free {
			h.whole = false
		}
	}
	return twice
}

// names joins the two rows of a header: what stands below says more, and where
// both together name a column ("2023" over "Indeks"), both count.
func (h heading) names(upper, lower []string) []string {
	out := make([]string, max(len(upper), len(lower)))
	at := func(row []string, i int) string {
		if i < len(row) {
			return row[i]
		}
		return ""
	}
	for i := range out {
		above, below := at(upper, i), at(lower, i)
		out[i] = below
		switch {
		case below == "" || above == below:
			out[i] = above
		case above != "" && strings.Contains(h.name(above+" "+below), pairMark):
			out[i] = above + " " + below
		case h.name(below) == "" && h.name(above) != "":
			out[i] = above
		}
	}
	return out
}

// joined is names for cells; each keeps the place of the lower one.
func (h heading) joined(upper, lower []cell) []cell {
	names := h.names(texts(upper), texts(lower))
	out := make([]cell, len(names))
	for i, name := range names {
		switch {
		case i < len(lower):
			out[i] = lower[i]
		default:
			out[i] = upper[i]
		}
		out[i].text = name
	}
	return out
}

// skipTitles looks for the header among the first records and goes to it.
func (s *scanner) skipTitles(locate func([][]string) heading) heading {
	look := *s
	look.problems, look.width, look.names = &diag.List{}, 0, nil
	var rows [][]string
	var starts []scanner
	for range searched + 1 {
		start := look
		cells, _, ok := look.record()
		if !ok {
			break
		}
		starts, rows = append(starts, start), append(rows, texts(cells))
	}
	h := locate(rows)
	if h.known > 0 && h.row > 0 {
		s.off, s.line, s.col = starts[h.row].off, starts[h.row].line, starts[h.row].col
	}
	return h
}
