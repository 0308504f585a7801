// Package diag says where a problem is and what it is. Rooms above collect
// problems in a List and go on; nobody stops at the first one, because a civil
// servant who mends a file wants every fault of every file in one run.
//
// A problem carries a key and its arguments, not a sentence: the sentence and
// the hint come from a Wording (package lang), so that the same problem can be
// printed in Indonesian or in English.
package diag

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Pos is a place in a source file. Line and Col count from 1, Col in
// characters; both are 0 where only the file is known. In a workbook they count
// the rows and columns of a sheet.
type Pos struct {
	File  string
	Sheet string // of a workbook; "" in a text file
	Line  int
	Col   int
}

// String prints file:line:col, as far as it is known; in a workbook
// file!sheet!cell, as people there name a cell: hasil.xlsx!Rekap!B7.
func (p Pos) String() string {
	switch {
	case p.Sheet != "" && p.Line == 0:
		return p.File + "!" + p.Sheet
	case p.Sheet != "":
		return p.File + "!" + p.Sheet + "!" + p.Cell()
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Cell names a cell as spreadsheets do: column 28 of line 7 is AB7. Without a
// column it is the whole row, 7:7.
func (p Pos) Cell() string {
	if p.Col == 0 {
		return fmt.Sprintf("%d:%d", p.Line, p.Line)
	}
	letters := ""
	for n := p.Col; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return fmt.Sprintf("%s%d", letters, p.Line)
}

// Severity tells whether a problem stops the build.
type Severity int

const (
	Error   Severity = iota // nothing is published
	Warning                 // published, and said
)

// String gives the word printed between place and message. It stays English
// in every language: editors and CI match on it.
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Problem is one fault at one place. Key names its sentence in the catalogue.
type Problem struct {
	Pos      Pos
	Severity Severity
	Key      string
	Args     []any
}

// Wording turns a problem into a message and a hint in one language. Both are
// a lower-case line without a full stop.
type Wording interface {
	Problem(key string, args []any) (message, hint string)
}

// List collects problems. The zero value is ready to use. It is not safe for
// concurrent use: give each goroutine its own and Merge them.
type List struct {
	problems []Problem
	compared int // candidates that Unknown has looked at
}

// Errorf adds an error. The name ends in f because args fill a sentence.
func (l *List) Errorf(pos Pos, key string, args ...any) {
	l.problems = append(l.problems, Problem{pos, Error, key, args})
}

// Warnf adds a warning.
func (l *List) Warnf(pos Pos, key string, args ...any) {
	l.problems = append(l.problems, Problem{pos, Warning, key, args})
}

// Merge adds all problems of another list.
func (l *List) Merge(other List) {
	l.problems = append(l.problems, other.problems...)
}

// HasErrors reports whether anything in the list forbids publishing.
func (l *List) HasErrors() bool {
	return slices.ContainsFunc(l.problems, func(p Problem) bool { return p.Severity == Error })
}

// Count returns the number of errors and of warnings.
func (l *List) Count() (errors, warnings int) {
	for _, p := range l.problems {
		if p.Severity == Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

// Sorted returns the problems by file, line and column, equal ones once.
func (l *List) Sorted() []Problem {
	out := slices.Clone(l.problems)
	slices.SortStableFunc(out, compare)
	return slices.CompactFunc(out, func(a, b Problem) bool { return compare(a, b) == 0 })
}

func compare(a, b Problem) int {
	return cmp.Or(
		strings.Compare(a.Pos.File, b.Pos.File),
		strings.Compare(a.Pos.Sheet, b.Pos.Sheet),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Col, b.Pos.Col),
		cmp.Compare(a.Severity, b.Severity),
		strings.Compare(a.Key, b.Key),
		strings.Compare(fmt.Sprint(a.Args...), fmt.Sprint(b.Args...)),
	)
}

// Print writes every problem, sorted, as
//
//	data/x.toml:12:7: error: what is wrong
//	    how to mend it
func (l *List) Print(w io.Writer, wording Wording) error { return l.print(w, wording, false) }

// PrintColored is Print for a terminal: the place bold, the severity red or
// yellow. The words stay the same, so nothing is said by colour alone.
func (l *List) PrintColored(w io.Writer, wording Wording) error { return l.print(w, wording, true) }

func (l *List) print(w io.Writer, wording Wording, colored bool) error {
	format := "%s: %s: %s\n"
	for _, p := range l.Sorted() {
		message, hint := wording.Problem(p.Key, p.Args)
		if colored {
			format = "\x1b[1m%s\x1b[0m: " + colour(p.Severity) + "%s\x1b[0m: %s\n"
		}
		if _, err := fmt.Fprintf(w, format, printable(p.Pos.String()), p.Severity, printable(message)); err != nil {
			return err
		}
		if hint == "" {
			continue
		}
		if _, err := fmt.Fprintf(w, "    %s\n", printable(hint)); err != nil {
			return err
		}
	}
	return nil
}

func colour(s Severity) string {
	if s == Warning {
		return "\x1b[33m"
	}
	return "\x1b[31m"
}

// printable escapes control and direction characters, so that a hostile file
// or file name can neither drive the terminal nor forge a line.
func printable(s string) string {
	clean := func(r rune) bool {
		return r < 0x20 || r == 0x7f || (r >= 0x80 && r < 0xa0) || (r >= 0x200e && r <= 0x200f) ||
			(r >= 0x2028 && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069) || r == 0xfffd
	}
	if strings.IndexFunc(s, clean) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if clean(r) {
			fmt.Fprintf(&b, "\\u%04x", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
