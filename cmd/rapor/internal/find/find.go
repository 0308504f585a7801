// Package find writes the search index of a site: script files that the
// reader's browser loads when the search field is used, because a copy of the
// site that is opened from a disk may run scripts but not fetch data.
//
// An Index is one language's. Up to Bound entries stand in one file. A larger
// site has a leading file with everything but the institutions, and one part for
// each initial: an institution stands in the part of every word that tells it
// apart, so a reader loads one part and not all. What matches, and in which
// order, is decided by themes/default/assets/cari.js.
package find

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"unicode"
)

// Bound is how many entries one file holds.
const Bound = 4000

// Index is what can be found in one language.
type Index struct {
	Lang    string            // of the pages that the entries lead to
	Prefix  string            // before every path: "" or "en/"
	Groups  []Group           // what entries are, in the order in which equals are listed
	Common  []string          // words that tell nothing apart: the names of the kinds
	Ignored []string          // words of a question that need not be found where it has others
	Short   map[string]string // what people write for words: kab for kabupaten
	Says    map[string]string // what the search says to its reader, with {n} for a number
	Entries []Entry           // in the order in which equals are listed
	Bound   int               // entries in one file; 0: Bound
}

// Group is a sort of entries with its name.
type Group struct {
	Name     string // "Kota", "Indikator, PermenPANRB 59/2020"
	NameLang string // of the name, where it is not the index's
	Lang     string // of the entries' labels, where it is not the index's
	Split    bool   // its entries go into the parts of a large index
}

// Entry is a page that can be found.
type Entry struct {
	Label string
	Path  string   // folder of the page, without the index's prefix
	Group int      // place in Index.Groups
	Codes []string // that name it exactly: I31, 32.73, JABAR
	Terms []string // other names
}

// File is one script file, by its name without folder and language: "" leads,
// "a" is the part of what begins with a.
type File struct {
	Part    string
	Content []byte
}

// head is the leading file's object. The names are short because the file is
// read by machines alone.
type head struct {
	Prefix  string            `json:"depan,omitempty"`
	Groups  [][]string        `json:"kelompok"`
	Common  []string          `json:"umum"`
	Ignored []string          `json:"abai"`
	Short   map[string]string `json:"singkatan"`
	Says    map[string]string `json:"kata"`
	Rows    []row             `json:"isi"`
	Parts   map[string]int    `json:"bagian,omitempty"` // entries by part
}

// part is the object of another file.
type part struct {
	Part string `json:"huruf"`
	Rows []row  `json:"isi"`
}

// row is an entry: label, group, path, codes, other names; empty ends are left
// out. A path that follows from the label is "".
type row []any

// Files encodes the index: the leading file first, then the parts by letter.
func (x *Index) Files() []File {
	bound := x.Bound
	if bound == 0 {
		bound = Bound
	}
	h := head{Prefix: x.Prefix, Common: x.Common, Ignored: x.Ignored, Short: x.Short, Says: x.Says, Rows: []row{}}
	for _, g := range x.Groups {
		h.Groups = append(h.Groups, trimmed(g.Name, g.NameLang, g.Lang))
	}
	parts := map[string][]row{}
	common := x.common()
	for i := range x.Entries {
		e := &x.Entries[i]
		if len(x.Entries) <= bound || !x.Groups[e.Group].Split {
			h.Rows = append(h.Rows, e.row())
			continue
		}
		for _, letter := range e.initials(common) {
			parts[letter] = append(parts[letter], e.row())
		}
	}
	files := []File{{}}
	for _, letter := range letters(parts) {
		if h.Parts == nil {
			h.Parts = map[string]int{}
		}
		h.Parts[letter] = len(parts[letter])
		files = append(files, File{letter, script(part{letter, parts[letter]})})
	}
	files[0].Content = script(h)
	return files
}

// letters are the parts in order.
func letters(parts map[string][]row) []string {
	var out []string
	for letter := range parts {
		out = append(out, letter)
	}
	slices.Sort(out)
	return out
}

// common are the words that choose no part.
func (x *Index) common() map[string]bool {
	out := map[string]bool{}
	for _, words := range [][]string{x.Common, x.Ignored} {
		for _, w := range words {
			out[w] = true
		}
	}
	return out
}

// row leaves out what follows from the rest.
func (e *Entry) row() row {
	path := e.Path
	if path == "instansi/"+Slug(e.Label)+"/" {
		path = ""
	}
	r := row{e.Label, e.Group, path, strings.Join(e.Codes, "|"), strings.Join(e.Terms, "|")}
	for len(r) > 2 && r[len(r)-1] == "" {
		r = r[:len(r)-1]
	}
	return r
}

// initials are the parts that an entry stands in: the first letters of its
// words, 0 for all that is no letter of the Latin alphabet. An entry of common
// words alone stands in the parts of those.
func (e *Entry) initials(common map[string]bool) []string {
	text := e.Label + " " + strings.Join(e.Codes, " ") + " " + strings.Join(e.Terms, " ")
	var all, some []string
	for _, word := range Words(text) {
		initial := word[:1]
		if initial < "a" || initial > "z" {
			initial = "0"
		}
		all = append(all, initial)
		if !common[word] {
			some = append(some, initial)
		}
	}
	if len(some) > 0 {
		all = some
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Words are a text's words in lower case, without punctuation.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// Slug is a label as a path: what is neither letter nor digit of ASCII becomes a
// hyphen. cari.js has the same.
func Slug(label string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(label) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}

// New lists the names that say something which the label does not: without the
// words to be ignored, with short forms written out, each once.
func (x *Index) New(label string, names ...string) []string {
	known := map[string]bool{x.plain(label): true}
	var out []string
	for _, name := range names {
		if plain := x.plain(name); plain != "" && !known[plain] {
			known[plain] = true
			out = append(out, name)
		}
	}
	return out
}

func (x *Index) plain(name string) string {
	var out []string
	for _, word := range Words(name) {
		if long, ok := x.Short[word]; ok {
			word = long
		}
		if !slices.Contains(x.Ignored, word) {
			out = append(out, word)
		}
	}
	return strings.Join(out, " ")
}

func trimmed(values ...string) []string {
	for len(values) > 1 && values[len(values)-1] == "" {
		values = values[:len(values)-1]
	}
	return values
}

// script makes a call of the object: a file that a script element can load. Its
// keys are sorted, so equal indexes are equal bytes.
func script(object any) []byte {
	var b bytes.Buffer
	b.WriteString("raporCari(")
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(true)
	if err := encoder.Encode(object); err != nil {
		panic(err) // strings, numbers and lists of them can always be written
	}
	return append(bytes.TrimRight(b.Bytes(), "\n"), ')', '\n')
}
