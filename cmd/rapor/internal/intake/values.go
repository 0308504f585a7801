package intake

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// The scale of every index, domain and aspect of the national instruments.
const (
	scaleMin maturity.Hundredths = 0
	scaleMax maturity.Hundredths = 500
)

var (
	plainNumber = regexp.MustCompile(`^(\d+)(?:([.,])(\d+))?$`)
	negative    = regexp.MustCompile(`^[-\x{2212}]\d+([.,]\d+)?$`)
	grouped     = regexp.MustCompile(`^\d{1,3}([., '\x{a0}]\d{3})+([.,]\d+)?$`)
	slugText    = regexp.MustCompile(`^[a-z0-9-]{1,100}$`)
	deviceName  = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`) // Windows keeps these for itself
	regionCode  = regexp.MustCompile(`^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$|^\d{4,10}$`)
)

// Years outside this span are slips of the pen.
const firstYear, lastYear = 1900, 2999

// at returns the cell of a column in a row; an empty one at the row's start
// where the table has no such column.
func (im *importer) at(row []cell, name string) cell {
	if i, ok := im.table.columns[name]; ok {
		return row[i]
	}
	return cell{text: im.opt.Common[name], line: row[0].line, col: row[0].col}
}

// text reads a cell of one line. Empty ones are reported where the column is
// needed; ok is false for cells that hold nothing to go on with.
func (im *importer) text(row []cell, name string) (string, bool) {
	c := im.at(row, name)
	switch {
	case c.bad:
	case c.noValue:
		im.fault(row, name, "intake-formula-no-value")
		return "", false
	case formulaErrors[c.text]:
		im.fault(row, name, "intake-formula-error")
		return "", false
	case strings.Contains(c.text, "\n"):
		im.fault(row, name, "intake-line-break")
		return "", false
	}
	return c.text, c.text != "" && !c.bad
}

// must reads a cell that has to be filled.
func (im *importer) must(row []cell, name string) (string, bool) {
	c := im.at(row, name)
	if _, there := im.table.columns[name]; there && c.text == "" && !c.bad && !c.noValue {
		im.fault(row, name, "intake-empty-cell")
	}
	return im.text(row, name)
}

// fault reports a problem of one cell. The column's name and the cell's text
// are the sentence's first two arguments.
func (im *importer) fault(row []cell, name, key string, args ...any) {
	c := im.at(row, name)
	im.list.Errorf(im.table.pos(c), key, append([]any{im.called(name), clip(c.text)}, args...)...)
}

// called is what the table calls a column.
func (im *importer) called(name string) string {
	i, there := im.table.columns[name]
	if !there || i >= len(im.table.header) || folded(im.table.header[i].text) == folded(name) {
		return name
	}
	return clip(strings.Join(strings.Fields(im.table.header[i].text), " "))
}

// figure reads a printed figure with at most two decimals, point or comma.
func (im *importer) figure(row []cell, name string, least, most maturity.Hundredths) (maturity.Hundredths, bool) {
	text, ok := im.text(row, name)
	if !ok || !im.seen(row, name) {
		return 0, false
	}
	v, fault := hundredths(text, most)
	switch {
	case fault != "":
		im.fault(row, name, fault)
	case v < least || v > most:
		im.offScale(row, name, text, least, most)
	default:
		if strings.Contains(text, ",") {
			im.decimalComma = true
		}
		return v, true
	}
	return 0, false
}

// hundredths reads a number; fault is the key of what is wrong with it. A
// number far beyond any scale comes out as the largest one.
func hundredths(text string, most maturity.Hundredths) (value maturity.Hundredths, fault string) {
	if negative.MatchString(text) {
		return -1, ""
	}
	m := plainNumber.FindStringSubmatch(text)
	if m == nil {
		if grouped.MatchString(text) {
			return 0, "intake-thousands"
		}
		return 0, "intake-not-a-number"
	}
	whole, part := m[1], m[3]
	if len(whole) > 1 && whole[0] == '0' {
		return 0, "intake-leading-zero"
	}
	if len(whole) > 6 {
		return 1<<30 - 1, ""
	}
	units, err := strconv.Atoi(whole)
	switch {
	case err != nil:
		return 0, "intake-not-a-number"
	case len(part) == 3 && units > int(most/100):
		return 0, "intake-thousands" // 6.123 of at most 5 can only mean six thousand
	case len(part) > 2:
		return 0, "intake-decimals"
	}
	cents, err := strconv.Atoi((part + "00")[:2])
	if err != nil {
		return 0, "intake-not-a-number"
	}
	return maturity.Hundredths(units*100 + cents), ""
}

// offScale reports a value that the scale does not have, with a guess where
// the decimal sign was lost: 188 is most likely 1.88.
func (im *importer) offScale(row []cell, name, text string, least, most maturity.Hundredths) {
	low, high := shortFigure(least), shortFigure(most)
	if n, err := strconv.Atoi(text); err == nil && len(text) > 1 && len(text) <= 3 && most == scaleMax {
		guess := maturity.Hundredths(n)
		if len(text) == 2 {
			guess *= 10
		}
		if guess >= least && guess <= most {
			im.fault(row, name, "intake-off-scale-guess", low, high, figureText(guess))
			return
		}
	}
	im.fault(row, name, "intake-off-scale", low, high)
}

// whole reads a count: digits only.
func (im *importer) whole(row []cell, name string, most int) (int, bool) {
	text, ok := im.text(row, name)
	if !ok || !im.seen(row, name) {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	switch {
	case grouped.MatchString(text):
		im.fault(row, name, "intake-thousands")
	case err != nil || strings.ContainsAny(text, "+-"):
		im.fault(row, name, "intake-not-whole")
	case len(text) > 1 && text[0] == '0':
		im.fault(row, name, "intake-leading-zero")
	case n > most:
		im.fault(row, name, "intake-off-scale", "0", number(most))
	default:
		return n, true
	}
	return 0, false
}

// year reads a year of four digits.
func (im *importer) year(row []cell, name string) (int, bool) {
	text, ok := im.text(row, name)
	if !ok || !im.seen(row, name) {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	if err != nil || len(text) != 4 || n < firstYear || n > lastYear {
		im.fault(row, name, "intake-not-a-year")
		return 0, false
	}
	return n, true
}

// mustYear reads a year that has to be there.
func (im *importer) mustYear(row []cell, name string) (int, bool) {
	if _, ok := im.must(row, name); !ok {
		return 0, false
	}
	return im.year(row, name)
}

// slug reads a name that becomes a folder or an address.
func (im *importer) slug(row []cell, name string) (string, bool) {
	text, ok := im.must(row, name)
	if ok && !IsSlug(text) {
		im.fault(row, name, "intake-not-a-slug")
		return "", false
	}
	return text, ok
}

// IsSlug reports whether a name can become a folder and an address.
func IsSlug(name string) bool { return slugText.MatchString(name) && !deviceName.MatchString(name) }

// choice reads one of a few words.
func (im *importer) choice(row []cell, name string, words ...string) (string, bool) {
	text, ok := im.text(row, name)
	if !ok {
		return "", false
	}
	word := strings.ToLower(text)
	if !slices.Contains(words, word) {
		im.fault(row, name, "intake-choice", strings.Join(words, ", "))
		return "", false
	}
	return word, true
}

// webAddress reads a link.
func (im *importer) webAddress(row []cell, name string) (string, bool) {
	text, ok := im.text(row, name)
	if ok && !isWebAddress(text) {
		im.fault(row, name, "intake-not-an-address")
		return "", false
	}
	return text, ok
}

func isWebAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.ContainsAny(text, " \"<>\\^`{|}\n\t")
}

func (im *importer) cellPos(row []cell, name string) diag.Pos { return im.table.pos(im.at(row, name)) }

// clip keeps a message readable where a cell holds a whole page.
func clip(text string) string {
	const most = 80
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "..."
}

func number(n int) string { return strconv.Itoa(n) }

// figureText writes a figure as the data files do: 3.70.
func figureText(v maturity.Hundredths) string {
	s := strconv.Itoa(int(v))
	for len(s) < 3 {
		s = "0" + s
	}
	return s[:len(s)-2] + "." + s[len(s)-2:]
}

// shortFigure writes a scale's end or a level: 5, 0.01.
func shortFigure(v maturity.Hundredths) string {
	if v%100 == 0 {
		return number(int(v / 100))
	}
	return figureText(v)
}
