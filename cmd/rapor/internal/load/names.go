package load

import (
	"bytes"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

var (
	slugPattern  = regexp.MustCompile(`^[a-z0-9-]{1,100}$`)
	idPattern    = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9.-]{0,98}[A-Za-z0-9-])?$`) // a name that ends in a point is none on Windows
	yearFile     = regexp.MustCompile(`^(\d{4})\.toml$`)
	translation  = regexp.MustCompile(`^(.+)\.([a-z]{2,3})\.toml$`)
	correctionID = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})-[a-z0-9-]{1,100}$`)
	changeFile   = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})\.json$`)
	colour       = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	language     = regexp.MustCompile(`^[a-z]{2,3}$`)
)

// Years outside this span are slips of the pen.
const firstYear, lastYear = 1900, 2999

// devices are names that Windows keeps for itself, in any folder.
var devices = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// goodSlug reports a name that cannot be an address.
func (l *loader) goodSlug(pos diag.Pos, slug string) bool {
	switch {
	case devices.MatchString(slug):
		l.problems.Errorf(pos, "load-device-name", slug)
	case !slugPattern.MatchString(slug):
		l.problems.Errorf(pos, "load-slug", slug)
	default:
		return true
	}
	return false
}

// partIDs are the ids of one layer of an instrument, by their lower-case form.
type partIDs map[string]string

// add reports a key that cannot be an id of an instrument's part, or that some
// file systems and hosts would take for another one.
func (p partIDs) add(pos diag.Pos, id string, problems *diag.List) {
	lower := strings.ToLower(id)
	if !idPattern.MatchString(id) || devices.MatchString(lower) {
		problems.Errorf(pos, "load-id", id)
	} else if first, taken := p[lower]; taken {
		problems.Errorf(pos, "load-id-alike", id, first)
	}
	p[lower] = id
}

// lifetime reports a first and a last year that cannot be.
func lifetime(first, last toml.Int, problems *diag.List) {
	for _, y := range []toml.Int{first, last} {
		if y.Given && (y.Value < firstYear || y.Value > lastYear) {
			problems.Errorf(y.Pos, "load-year", y.Value)
		}
	}
	if first.Given && last.Given && last.Value < first.Value {
		problems.Errorf(last.Pos, "load-years-reversed", first.Value, last.Value)
	}
}

// isTranslation reports whether a name is <base>.<language>.toml.
func isTranslation(name, base string) bool {
	m := translation.FindStringSubmatch(name)
	return m != nil && m[1] == base
}

// yearKey reads a key that must be a year.
func yearKey(pos diag.Pos, key string, problems *diag.List) (int, bool) {
	year, err := strconv.Atoi(key)
	if err != nil || len(key) != 4 || year < firstYear || year > lastYear {
		problems.Errorf(pos, "load-year-key", key)
		return 0, false
	}
	return year, true
}

// webAddress reports a link that is no http(s) address.
func webAddress(s toml.Str, problems *diag.List) string {
	if !s.Given || s.Value == "" {
		return ""
	}
	u, err := url.Parse(s.Value)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil || strings.ContainsFunc(s.Value, notInAddress) {
		problems.Errorf(s.Pos, "load-address", s.Value)
		return ""
	}
	return s.Value
}

// notInAddress are characters that no address holds as they are: among them those
// that nobody sees, and those that turn the direction of what follows.
func notInAddress(r rune) bool {
	return strings.ContainsRune("\"<>\\^`{|}", r) || !unicode.IsPrint(r) || r == ' '
}

// oneOf reports a word that is none of a fixed set.
func oneOf(s toml.Str, words []string, problems *diag.List) string {
	for _, w := range words {
		if s.Value == w {
			return w
		}
	}
	if s.Given {
		problems.Errorf(s.Pos, "load-one-of", s.Value, strings.Join(words, ", "))
	}
	return ""
}

// values are the texts of a list; what was no text has been reported.
func values(list toml.List[toml.Str]) []string {
	var out []string
	for _, s := range list.Items {
		if s.Given {
			out = append(out, s.Value)
		}
	}
	return out
}

// places notes where references stand: of each given key, and of each word of
// a list as "key word".
type places maturity.Places

func (p places) str(key string, s toml.Str) {
	if s.Given {
		p[key] = s.Pos
	}
}

func (p places) list(key string, l toml.List[toml.Str]) {
	for _, s := range l.Items {
		p[key+" "+s.Value] = s.Pos
	}
}

func (p places) keyed(key string, k toml.Keyed[toml.Str]) {
	for _, e := range k.Entries {
		p[key+" "+e.Key] = e.KeyPos
		p[key+" "+e.Value.Value] = e.Value.Pos
	}
}

// normal is the text that digests are taken over: a file saved on Windows has
// the digest of the same file saved elsewhere.
func normal(src []byte) []byte {
	return bytes.ReplaceAll(bytes.TrimPrefix(src, []byte("\xef\xbb\xbf")), []byte("\r\n"), []byte("\n"))
}
