package publish

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/diag"
)

// manifestName is the one file that Commit itself adds to a site.
const manifestName = "manifest.json"

const (
	maxAddress = 1000 // bytes; well under what any system takes, folders above included
	maxSegment = 240  // bytes; 255 on most file systems, less a suffix such as .gz
)

// checkAddress reports why a file cannot stand at an address on every host
// and every system on which a site may be copied.
func checkAddress(problems *diag.List, source diag.Pos, address string) {
	refuse := func(key string, args ...any) { problems.Errorf(source, key, append([]any{address}, args...)...) }
	if len(address) > maxAddress {
		problems.Errorf(source, "publish-address-long", beginning(address))
		return
	}
	if !utf8.ValidString(address) || !clean(address) {
		refuse("publish-address-form")
		return
	}
	if r := strings.IndexFunc(address, unwelcome); r >= 0 {
		bad, _ := utf8.DecodeRuneInString(address[r:])
		refuse("publish-address-character", string(bad))
		return
	}
	for segment := range strings.SplitSeq(address, "/") {
		switch {
		case len(segment) > maxSegment:
			problems.Errorf(source, "publish-address-long", beginning(segment))
		case strings.TrimSpace(segment) != segment || strings.HasSuffix(segment, "."):
			refuse("publish-address-end", segment)
		case deviceName(segment):
			refuse("publish-address-device", segment)
		}
	}
	root, _, _ := strings.Cut(address, "/")
	if strings.EqualFold(root, manifestName) || isKept(strings.ToLower(root)) {
		refuse("publish-address-reserved", root)
	}
}

// clean tells whether no part of an address is empty or leads elsewhere.
func clean(address string) bool {
	for segment := range strings.SplitSeq(address, "/") {
		if segment == "" || segment == "." || segment == ".." {
			return false
		}
	}
	return true
}

// beginning is enough of a long name to find it by.
func beginning(name string) string { return strings.ToValidUTF8(name[:40], "") + "..." }

// unwelcome tells characters that some system forbids in a name, that mean
// something in a web address, or that nobody sees.
func unwelcome(r rune) bool {
	if 'a' <= r && r <= 'z' || '-' <= r && r <= '9' {
		return false // nearly every character
	}
	return strings.ContainsRune(`\<>:"|?*%#`, r) || r == utf8.RuneError ||
		unicode.Is(unicode.C, r) || r != ' ' && unicode.Is(unicode.Z, r)
}

// deviceName tells names that open a device on Windows, whatever follows the
// first dot.
func deviceName(segment string) bool {
	name, _, _ := strings.Cut(segment, ".")
	name = strings.TrimRight(name, " ")
	if len(name) < len("CON") || len(name) > len("CONOUT$") {
		return false // nearly every name
	}
	name = strings.ToUpper(name)
	switch name {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	digit, isPort := strings.CutPrefix(name, "COM")
	if !isPort {
		digit, isPort = strings.CutPrefix(name, "LPT")
	}
	return isPort && utf8.RuneCountInString(digit) == 1 && strings.Contains("0123456789¹²³", digit)
}

// isKept tells the files in the root of an output folder that belong to git
// and not to the site: .gitignore, .gitattributes, .gitkeep, and .git where it
// is a file (a work tree of its own). A build carries them over byte for byte.
func isKept(name string) bool {
	return strings.HasPrefix(name, ".git") && !strings.Contains(name, "/")
}

// isLitter tells files that systems drop into any folder somebody looks into.
// They do not make a folder foreign and vanish with the next build.
func isLitter(name string) bool {
	return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini"
}
