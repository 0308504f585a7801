package intake

import (
	"net/url"
	"regexp"
	"strings"
	"time"

	"rapor/cmd/rapor/internal/lang"
)

// source is one place where a figure was read.
type source struct {
	title, reference, url string
	copied                bool // read by machine from a copy; nobody compared it
}

// copyText is what stands in salinan for rows that a machine read.
const copyText = "teks laporan, dibaca mesin"

// full words a source in one line, for keys that have no room for a reference.
func (s source) full() string {
	if s.reference == "" {
		return s.title
	}
	return s.title + ", " + s.reference
}

// sourceSeparator stands between the sources of one cell; addresses hold
// semicolons of their own, but none between spaces.
const sourceSeparator = " ; "

// targetPrefix marks the source of the target in a cell of sources.
var targetPrefix = regexp.MustCompile(`(?i)^target\s*:\s+`)

// sourcesOf reads a cell: the sources of the result and those of the target.
func sourcesOf(text string) (result, target []source) {
	for _, part := range strings.Split(text, sourceSeparator) {
		part = strings.Trim(part, " ;")
		if part == "" {
			continue
		}
		if m := targetPrefix.FindString(part); m != "" {
			target = append(target, sourceOf(strings.TrimSpace(part[len(m):])))
			continue
		}
		result = append(result, sourceOf(part))
	}
	return result, target
}

var (
	tableReference = regexp.MustCompile(`^(.+?)[,;]?\s+([Tt]abel\s+\S.*)$`)
	rowNumber      = regexp.MustCompile(`\s+no\.?\s+(\d)`)
	dateInAddress  = regexp.MustCompile(`/(\d{4})/(\d{2})/(\d{2})(/|$)`)
)

// sourceOf reads one source: an address, or words that may end in a table.
func sourceOf(text string) source {
	if isWebAddress(text) {
		return source{title: addressTitle(text), url: text}
	}
	if m := tableReference.FindStringSubmatch(text); m != nil {
		return source{title: m[1], reference: rowNumber.ReplaceAllString(m[2], " nomor $1")}
	}
	return source{title: text}
}

// addressTitle names a page by its host, and by its date where the address
// holds one.
func addressTitle(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	title := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if m := dateInAddress.FindStringSubmatch(u.Path); m != nil {
		iso := m[1] + "-" + m[2] + "-" + m[3]
		if _, err := time.Parse(time.DateOnly, iso); err == nil {
			title += ", " + lang.Indonesian.Day(iso)
		}
	}
	return title
}

// id makes the key of a source. Where the title names its publisher in one word
// before a comma, what follows says more: laporan-evaluasi-spbe-2023.
func (s source) id() string {
	title, _, _ := strings.Cut(s.title, " (")
	if s.url != "" {
		title, _, _ = strings.Cut(title, ",")
	} else if publisher, rest, ok := strings.Cut(title, ", "); ok && !strings.ContainsAny(publisher, " .") && digits(rest) == 0 {
		title = rest
	}
	return idOf(title)
}

// idOf turns words into a key: a-z, 0-9 and '-', at most 60 characters, cut
// between words.
func idOf(title string) string {
	const most = 60
	id := strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
	if len(id) > most {
		id = id[:most+1]
		if cut := strings.LastIndexByte(id, '-'); cut > 0 {
			id = id[:cut]
		}
		id = id[:min(len(id), most)]
	}
	if id == "" {
		return "sumber"
	}
	return id
}
