package toml

import (
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// MaxText is the longest string of a data file, in bytes. Long texts belong in
// content/*.md.
const MaxText = 20_000

// maxKey is the longest name of a key, in characters.
const maxKey = 100

// Str is a string. Given tells an empty one from a missing one.
type Str struct {
	Value string
	Pos   diag.Pos
	Given bool
}

func (s *Str) decode(n *Node, problems *diag.List) {
	if !expect(n, String, problems) {
		return
	}
	s.Value, s.Pos, s.Given = n.Text, n.Pos, true
	if len(n.Text) > MaxText {
		problems.Errorf(n.Pos, "toml-text-too-long", len(n.Text), MaxText)
		s.Value = strings.ToValidUTF8(n.Text[:100], "")
	}
	fit(n.Pos, s.Value, problems)
}

// fit reports a character that no text may hold. In the file itself it was found
// before; here it was written as an escape.
func fit(pos diag.Pos, text string, problems *diag.List) {
	if r, found := lang.Unfit(text); found {
		problems.Errorf(pos, "toml-unfit", r)
	}
}

// Int is a whole number.
type Int struct {
	Value int
	Pos   diag.Pos
	Given bool
}

func (i *Int) decode(n *Node, problems *diag.List) {
	if !expect(n, Integer, problems) {
		return
	}
	i.Pos, i.Given = n.Pos, true
	v, err := strconv.ParseInt(n.Text, 0, 64)
	if digits := strings.ReplaceAll(n.Text, "_", ""); err != nil {
		v, err = strconv.ParseInt(digits, 10, 64)
	}
	if err != nil || v > 1e9 || v < -1e9 {
		problems.Errorf(n.Pos, "toml-number-range", n.Text)
		return
	}
	i.Value = int(v)
}

// Dec is an exact decimal number with at most four decimals, read from the
// file's own digits, so that no float ever touches a figure. Value counts
// 1/10,000: 3.49 is 34,900. Pos is there for a faulty one too: it is not missing.
type Dec struct {
	Value int64
	Text  string // as written
	Pos   diag.Pos
	Given bool
}

// Units of a Dec.
const (
	Whole      = 10_000 // one
	Hundredths = 100    // one hundredth
)

func (d *Dec) decode(n *Node, problems *diag.List) {
	d.Pos, d.Text = n.Pos, n.Text
	if n.Kind != Integer && !expect(n, Float, problems) {
		return
	}
	v, fault := decimal(n.Text)
	if fault != "" {
		problems.Errorf(n.Pos, fault, n.Text)
		return
	}
	d.Value, d.Given = v, true
}

// TwoDecimals returns the value in hundredths, and false when the number has a
// finer part.
func (d Dec) TwoDecimals() (hundredths int64, ok bool) {
	return d.Value / Hundredths, d.Value%Hundredths == 0
}

// decimal reads a plain decimal number in 1/10,000; fault is a message key.
func decimal(text string) (value int64, fault string) {
	if strings.HasSuffix(text, "inf") || strings.HasSuffix(text, "nan") {
		return 0, "toml-not-finite"
	}
	sign := int64(1)
	digits := strings.ReplaceAll(strings.TrimPrefix(text, "+"), "_", "")
	if strings.HasPrefix(digits, "-") {
		sign, digits = -1, digits[1:]
	}
	if strings.ContainsAny(digits, "eExob") {
		return 0, "toml-plain-number"
	}
	whole, part, _ := strings.Cut(digits, ".")
	part = strings.TrimRight(part, "0")
	if len(part) > 4 {
		return 0, "toml-four-decimals"
	}
	if len(whole) > 9 {
		return 0, "toml-number-range"
	}
	value, err := strconv.ParseInt(whole+part+strings.Repeat("0", 4-len(part)), 10, 64)
	if err != nil {
		return 0, "toml-number-range"
	}
	return sign * value, ""
}

// Any is a number or a string as it is written, where both are right: what a
// correction replaces can be a figure or a word. Numeric tells which it was.
type Any struct {
	Text    string
	Numeric bool
	Pos     diag.Pos
	Given   bool
}

func (a *Any) decode(n *Node, problems *diag.List) {
	a.Numeric = n.Kind == Integer || n.Kind == Float
	if a.Numeric || expect(n, String, problems) {
		a.Text, a.Pos, a.Given = n.Text, n.Pos, true
	}
}

// Flag is true or false.
type Flag struct {
	Value bool
	Pos   diag.Pos
	Given bool
}

func (f *Flag) decode(n *Node, problems *diag.List) {
	if expect(n, Bool, problems) {
		f.Value, f.Pos, f.Given = n.Text == "true", n.Pos, true
	}
}

// Day is a date without a time, as 2024-12-31.
type Day struct {
	Value string
	Pos   diag.Pos
	Given bool
}

func (d *Day) decode(n *Node, problems *diag.List) {
	if !expect(n, Date, problems) {
		return
	}
	if _, err := time.Parse(time.DateOnly, n.Text); err != nil {
		problems.Errorf(n.Pos, "toml-not-a-day", n.Text)
		return
	}
	d.Value, d.Pos, d.Given = n.Text, n.Pos, true
}

// Keyed is a table whose keys the editor chose, in the file's order:
// [sumber.laporan], or 2026 = 3.00.
type Keyed[T any] struct {
	Entries []Entry[T]
	Pos     diag.Pos
	Given   bool
}

// Entry is one of them.
type Entry[T any] struct {
	Key    string
	KeyPos diag.Pos
	Pos    diag.Pos // of the value or the header
	Value  T
}

func (*Keyed[T]) keyed() {} // see isTable

func (k *Keyed[T]) decode(n *Node, problems *diag.List) {
	if !expect(n, Table, problems) {
		return
	}
	k.Pos, k.Given = n.Pos, true
	k.Entries = make([]Entry[T], len(n.Keys))
	for i, key := range n.Keys {
		child := n.children[key]
		e := &k.Entries[i]
		e.Key, e.KeyPos, e.Pos = key, child.KeyPos, child.Pos
		if utf8.RuneCountInString(key) > maxKey {
			problems.Errorf(child.KeyPos, "toml-key-too-long")
		}
		fit(child.KeyPos, key, problems)
		decodeValue(child, reflect.ValueOf(&e.Value).Elem(), problems)
	}
}

// List is an array of values of one type.
type List[T any] struct {
	Items []T
	Pos   diag.Pos
	Given bool
}

func (l *List[T]) decode(n *Node, problems *diag.List) {
	if !expect(n, Array, problems) {
		return
	}
	l.Pos, l.Given = n.Pos, true
	l.Items = make([]T, len(n.Items))
	for i, item := range n.Items {
		decodeValue(item, reflect.ValueOf(&l.Items[i]).Elem(), problems)
	}
}
