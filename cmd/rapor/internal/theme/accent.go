package theme

import (
	"fmt"
	"math"
	"strconv"
)

// The papers of the default theme, light and dark, that text in the accent colour
// stands on.
var (
	lightPaper = colour{0xf5, 0xf2, 0xea} // --lapis, the darker of the two light ones
	darkPaper  = colour{0x1e, 0x21, 0x28} // --lapis, the lighter of the two dark ones
	white      = colour{0xff, 0xff, 0xff}
)

// LeastContrast is what WCAG 2.2 AA asks of text against its ground (1.4.3).
const LeastContrast = 4.5

// colour is red, green and blue.
type colour [3]uint8

// AccentContrast is the contrast of an accent colour (#rrggbb) with the light
// paper. False where it is no colour.
func AccentContrast(hex string) (ratio float64, ok bool) {
	c, ok := parseColour(hex)
	return contrast(c, lightPaper), ok
}

// AccentSheet is the stylesheet that puts a portal's own accent colour in the
// place of the theme's. For dark paper the colour is mixed with white until it
// has contrast there; nil where it is no colour.
func AccentSheet(hex string) []byte {
	c, ok := parseColour(hex)
	if !ok {
		return nil
	}
	dark := c
	for part := 5; part <= 100 && contrast(dark, darkPaper) < LeastContrast+1; part += 5 {
		dark = mix(c, white, part)
	}
	return fmt.Appendf(nil, ":root{--aksen:%s;--aksen-lapis:%s}\n@media (prefers-color-scheme:dark){:root{--aksen:%s;--aksen-lapis:%s}}\n@media print{:root{--aksen:%s;--aksen-lapis:#eee}}\n",
		c, mix(lightPaper, c, 8), dark, mix(darkPaper, dark, 15), c)
}

func parseColour(hex string) (c colour, ok bool) {
	if len(hex) != 7 || hex[0] != '#' {
		return c, false
	}
	n, err := strconv.ParseUint(hex[1:], 16, 32)
	return colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, err == nil
}

// String is the colour as CSS writes it.
func (c colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// mix takes so many percent of another colour.
func mix(c, other colour, percent int) (out colour) {
	for i := range c {
		out[i] = uint8((int(c[i])*(100-percent) + int(other[i])*percent + 50) / 100)
	}
	return out
}

// contrast is WCAG's: from 1 to 21.
func contrast(a, b colour) float64 {
	high, low := luminance(a), luminance(b)
	if high < low {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

func luminance(c colour) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c[0]) + 0.7152*part(c[1]) + 0.0722*part(c[2])
}
