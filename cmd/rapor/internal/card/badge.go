package card

import (
	"encoding/json"
	"fmt"
	"html"
	"strconv"
	"strings"
	"unicode"
)

// Badge is a small drawing in two parts for other sites, and the same as JSON for
// makers of badges.
type Badge struct {
	Portal  string // at the left: whose figure it is
	Message string // at the right: the figure with its year and where it is from
	Title   string // all of it in words, for those who hear it
	Tone    int    // 1 to 5: the band's colour; 0: none
}

// The measures of a badge, in pixels.
const (
	badgeHeight = 24
	badgePad    = 8
	badgeSize   = 12
	badgeMost   = 480 // of one part; longer words are cut
)

// SVG draws the badge. Its letters are the reader's; their run is set, so that no
// font makes them overflow.
func (b *Badge) SVG() []byte {
	left, leftWidth := badgeWords(printable(b.Portal))
	words, width := badgeWords(printable(b.Message))
	split := leftWidth + 2*badgePad
	whole := split + width + 2*badgePad
	back, letter := "#"+hex(bandColour(b.Tone)), "#"+hex(letterOn(b.Tone))
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="%[2]d" viewBox="0 0 %[1]d %[2]d" role="img">`+
		`<title>%[3]s</title><path fill="#%[4]s" d="M0 0h%[5]dv%[2]dH0z"/><path fill="%[6]s" d="M%[5]d 0h%[7]dv%[2]dH%[5]dz"/>`+
		`<path fill="none" stroke="#%[8]s" d="M.5 .5h%[9]dv%[10]dH.5z"/><g font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="%[11]d">`+
		`<text x="%[12]d" y="16" textLength="%[13]d" lengthAdjust="spacingAndGlyphs" fill="#fff">%[14]s</text>`+
		`<text x="%[15]d" y="16" textLength="%[16]d" lengthAdjust="spacingAndGlyphs" fill="%[17]s">%[18]s</text></g></svg>`+"\n",
		whole, badgeHeight, html.EscapeString(printable(b.Title)), hex(ink), split, back, whole-split, hex(edge), whole-1, badgeHeight-1, badgeSize,
		badgePad, leftWidth, html.EscapeString(left), split+badgePad, width, letter, html.EscapeString(words))
}

// badgeWords cuts words to what fits and estimates their width in a common font,
// which is a tenth wider than ours.
func badgeWords(words string) (string, int) {
	p := pens.Get().(*pen)
	defer pens.Put(p)
	words = p.fit(regular, badgeSize, words, badgeMost)
	return words, p.width(regular, badgeSize, words)*11/10 + 1
}

// printable leaves out what XML cannot hold or what turns the text around.
func printable(words string) string {
	return strings.Join(strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) || r == unicode.ReplacementChar }), " ")
}

// hex is a colour of the palette as SVG writes it.
func hex(colour uint8) string {
	c := solid[colour]
	s := strconv.FormatUint(uint64(c.R)<<16|uint64(c.G)<<8|uint64(c.B), 16)
	return "000000"[len(s):] + s
}

// JSON is the badge in the endpoint schema of shields.io.
func (b *Badge) JSON() []byte {
	out, err := json.MarshalIndent(struct {
		Version int    `json:"schemaVersion"`
		Label   string `json:"label"`
		Message string `json:"message"`
		Colour  string `json:"color"`
		Left    string `json:"labelColor"`
	}{1, b.Portal, b.Message, hex(bandColour(b.Tone)), hex(ink)}, "", "  ")
	if err != nil {
		panic(err) // strings and a number can always be written
	}
	return append(out, '\n')
}
