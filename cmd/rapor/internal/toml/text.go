package toml

import (
	"bytes"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// Limits of a TOML file. The largest real one, the instrument with 47
// indicators and their criteria, has 28 kB, 400 keys and a depth of 3.
const (
	MaxSize  = 1 << 20 // bytes of a file
	maxKeys  = 20_000  // keys of a file, and items of its arrays
	maxDepth = 16      // brackets within brackets, and parts of a dotted key
)

// Normal returns the text as every other stage sees it: without a byte order
// mark and with LF line ends, so that a file saved on Windows gives the same
// site. It reports text that is no clean UTF-8; ok is false then.
func Normal(file string, src []byte, problems *diag.List) (text []byte, ok bool) {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		problems.Errorf(diag.Pos{File: file, Line: 1, Col: 1}, "toml-utf16")
		return nil, false
	}
	text = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	}
	return text, clean(file, text, problems)
}

// clean reports the first byte of each fault that no text file may hold.
func clean(file string, text []byte, problems *diag.List) bool {
	line, start := 1, 0
	for i := 0; i < len(text); {
		b := text[i]
		pos := func() diag.Pos { return diag.Pos{File: file, Line: line, Col: utf8.RuneCount(text[start:i]) + 1} }
		switch {
		case b == '\n':
			line, start = line+1, i+1
		case b == '\r':
			problems.Errorf(pos(), "toml-lone-cr")
			return false
		case b < 0x20 && b != '\t' || b == 0x7f:
			problems.Errorf(pos(), "toml-control", b)
			return false
		case b >= utf8.RuneSelf:
			r, size := utf8.DecodeRune(text[i:])
			if r == utf8.RuneError && size <= 1 {
				problems.Errorf(pos(), "toml-not-utf8", b)
				return false
			}
			if _, found := lang.Unfit(string(r)); found {
				problems.Errorf(pos(), "toml-unfit", r)
				return false
			}
			i += size
			continue
		}
		i++
	}
	return true
}
