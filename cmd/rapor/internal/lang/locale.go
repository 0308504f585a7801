// Package lang knows how numbers, dates and sorted lists look in a language,
// and how problems are worded. The words of the pages belong to the theme
// (themes/<name>/i18n); a language's form is read from there as well, so that
// a third language is one more file.
package lang

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Form is how a language writes numbers and dates.
type Form struct {
	Code    string     // BCP 47: id, en
	Decimal string     // between units and decimals
	Group   string     // between thousands
	Months  [12]string // full names
	Date    string     // {d}, {m} and {y} stand for day, month name and year
}

// The forms of the two languages that every portal can use.
var (
	Indonesian = Form{"id", ",", ".", [12]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
		"Agustus", "September", "Oktober", "November", "Desember"}, "{d} {m} {y}"}
	English = Form{"en", ".", ",", [12]string{"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December"}, "{d} {m} {y}"}
)

// minus is the mathematical minus sign, as wide as a plus.
const minus = "\u2212"

// Fixed prints value/10^places with exactly that many decimals: Fixed(370, 2)
// is "3,70" in Indonesian. Integers in, so that nothing is rounded here.
func (f Form) Fixed(value int64, places int) string {
	var room [64]byte // so that a figure costs one allocation: a page has a thousand
	b := room[:0]
	if value < 0 {
		b, value = append(b, minus...), -value
	}
	digits := strconv.AppendInt(make([]byte, 0, 20), value, 10)
	for len(digits) <= places {
		digits = append([]byte{'0'}, digits...)
	}
	whole := len(digits) - places
	for i, d := range digits[:whole] {
		if i > 0 && (whole-i)%3 == 0 {
			b = append(b, f.Group...)
		}
		b = append(b, d)
	}
	if places > 0 {
		b = append(append(b, f.Decimal...), digits[whole:]...)
	}
	return string(b)
}

// Signed prints like Fixed with a sign always shown: "+0,42", "−0,42", "0,00".
func (f Form) Signed(value int64, places int) string {
	if value > 0 {
		return "+" + f.Fixed(value, places)
	}
	return f.Fixed(value, places)
}

// Int prints a count: 1.234.
func (f Form) Int(n int) string { return f.Fixed(int64(n), 0) }

// Day prints an ISO date (2025-08-17) as 17 Agustus 2025. What is no such date
// is returned as it is.
func (f Form) Day(iso string) string {
	if len(iso) != len("2006-01-02") {
		return iso
	}
	month, err := strconv.Atoi(iso[5:7])
	if err != nil || month < 1 || month > 12 {
		return iso
	}
	return strings.NewReplacer("{d}", strings.TrimPrefix(iso[8:], "0"), "{m}", f.Months[month-1], "{y}", iso[:4]).Replace(f.Date)
}

// SortBy sorts by name in the language's order, numbers by their value (Kota 2
// before Kota 10). Equal names keep their order.
func SortBy[T any](f Form, items []T, name func(T) string) {
	collator := collate.New(language.Make(f.Code), collate.Numeric, collate.IgnoreCase)
	var buffer collate.Buffer
	type keyed struct {
		key  []byte
		item T
	}
	all := make([]keyed, len(items))
	for i, item := range items {
		all[i] = keyed{slices.Clone(collator.KeyFromString(&buffer, name(item))), item}
		buffer.Reset()
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return slices.Compare(a.key, b.key) })
	for i := range all {
		items[i] = all[i].item
	}
}
