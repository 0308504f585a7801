package prose

import "strings"

// Limits of one text. goldmark needs time that grows with the square of some of
// these: a run of 50,000 "[a](" takes it minutes, the most that passes here
// takes it a fraction of a second. A long chapter has a tenth of each.
const (
	maxSize        = 256 << 10 // bytes
	maxLinks       = 200       // "](" never closed, within one paragraph
	maxMarks       = 4_000     // * and _ within one paragraph
	maxDefinitions = 2_000     // lines that begin with [
	maxDepth       = 24        // quotes and lists within each other
)

// load is what makes a text expensive.
type load struct {
	size, links, marks, definitions, depth int
}

// measure counts in one pass over the text.
func measure(markdown string) load {
	l := load{size: len(markdown)}
	if l.size > maxSize {
		return l
	}
	var links, marks int
	for line := range strings.Lines(markdown) {
		trimmed := strings.TrimLeft(line, " \t")
		if strings.TrimSpace(trimmed) == "" {
			links, marks = 0, 0
			continue
		}
		links += openLinks(line)
		marks += strings.Count(line, "*") + strings.Count(line, "_")
		l.links, l.marks = max(l.links, links), max(l.marks, marks)
		if trimmed[0] == '[' {
			l.definitions++
		}
		l.depth = max(l.depth, depth(line))
	}
	return l
}

// openLinks counts the "](" that the next ")" does not close.
func openLinks(line string) int {
	open := 0
	for {
		_, rest, found := strings.Cut(line, "](")
		if !found {
			return open
		}
		if end := strings.IndexByte(rest, ')'); end < 0 || strings.Contains(rest[:end], "](") {
			open++
		}
		line = rest
	}
}

// depth counts the containers that a line opens or continues: two columns of
// indentation, a quote mark and a list mark are one each.
func depth(line string) int {
	columns, marks := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			columns++
		case c == '\t':
			columns += 4
		case c == '>', (c == '-' || c == '*' || c == '+') && i+1 < len(line) && line[i+1] == ' ':
			marks++
		case c >= '0' && c <= '9', c == '.', c == ')':
			if c == '.' || c == ')' {
				marks++
			}
		default:
			return marks + columns/4
		}
	}
	return marks
}
