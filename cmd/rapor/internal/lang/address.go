package lang

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// FoldAddress maps all addresses that some file system or host takes for one
// and the same to one string: it disregards letter case and the Unicode form
// (an accented letter as one character or as two). For comparing only.
func FoldAddress(address string) string {
	for i := range len(address) {
		if address[i] >= utf8.RuneSelf {
			return norm.NFC.String(cases.Fold().String(norm.NFD.String(address)))
		}
	}
	return strings.ToLower(address)
}
