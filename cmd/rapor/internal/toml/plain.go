package toml

import "bytes"

// plain reports whether a text keeps to the few forms that data files are made
// of: comments, [headers] and key = value with bare keys, the value an integer,
// a decimal, a truth value or a quoted string without escapes. Such a text is
// TOML by its form alone, and its strings are what stands between the quotes, so
// the library has nothing to add: it takes as long as all the rest of loading.
// Whatever goes beyond is left to the library. A test holds the two together.
func plain(text []byte) bool {
	for len(text) > 0 {
		line := text
		if end := bytes.IndexByte(text, '\n'); end >= 0 {
			line, text = text[:end], text[end+1:]
		} else {
			text = nil
		}
		if !plainLine(line) {
			return false
		}
	}
	return true
}

func plainLine(line []byte) bool {
	for _, c := range line {
		if c < ' ' && c != '\t' || c == 0x7f {
			return false
		}
	}
	rest := bytes.TrimLeft(line, " \t")
	if plainEnd(rest) {
		return true
	}
	if rest[0] == '[' {
		return plainHeader(rest[1:])
	}
	key := bareLength(rest)
	rest = bytes.TrimLeft(rest[key:], " \t")
	if key == 0 || len(rest) == 0 || rest[0] != '=' {
		return false
	}
	rest = bytes.TrimLeft(rest[1:], " \t")
	length := plainValue(rest)
	return length > 0 && plainEnd(bytes.TrimLeft(rest[length:], " \t"))
}

// plainEnd is true for nothing, and for a comment.
func plainEnd(rest []byte) bool { return len(rest) == 0 || rest[0] == '#' }

// plainHeader takes what follows the bracket of [a.b].
func plainHeader(rest []byte) bool {
	for {
		n := bareLength(rest)
		if n == 0 || n == len(rest) {
			return false
		}
		mark := rest[n]
		rest = rest[n+1:]
		switch mark {
		case '.':
		case ']':
			return plainEnd(bytes.TrimLeft(rest, " \t"))
		default:
			return false
		}
	}
}

func bareLength(text []byte) int {
	n := 0
	for n < len(text) && isBare(text[n]) {
		n++
	}
	return n
}

// plainValue is the length of a value of the plain sorts; 0 for any other.
func plainValue(text []byte) int {
	switch {
	case len(text) == 0:
		return 0
	case text[0] == '"':
		end := bytes.IndexAny(text[1:], `"\`)
		if end < 0 || text[1+end] == '\\' || end == 0 && len(text) > 2 && text[2] == '"' {
			return 0 // not ended, with an escape, or of three quotes
		}
		return end + 2
	case bytes.HasPrefix(text, []byte("true")):
		return len("true")
	case bytes.HasPrefix(text, []byte("false")):
		return len("false")
	}
	return plainNumber(text)
}

// maxPlainDigits keep a whole number within 64 bits.
const maxPlainDigits = 18

// plainNumber is the length of 12, -3 or 3.70, as TOML writes them: no sign but
// minus, no zero before other digits. The library refuses more digits of a whole
// number than fit; such ones are not plain.
func plainNumber(text []byte) int {
	n := 0
	if text[0] == '-' {
		n++
	}
	whole := digits(text[n:])
	if whole == 0 || whole > maxPlainDigits || whole > 1 && text[n] == '0' {
		return 0
	}
	n += whole
	if n == len(text) || text[n] != '.' {
		return n
	}
	decimals := digits(text[n+1:])
	if decimals == 0 || decimals > maxPlainDigits {
		return 0
	}
	return n + 1 + decimals
}

func digits(text []byte) int {
	n := 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	return n
}

// unquoteAll gives every string of a plain tree its text.
func unquoteAll(n *Node) {
	if n.Kind == String {
		n.Text = n.Text[1 : len(n.Text)-1]
	}
	for _, child := range n.children {
		unquoteAll(child)
	}
}
