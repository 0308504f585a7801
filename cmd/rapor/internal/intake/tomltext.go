package intake

import (
	"fmt"
	"regexp"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

// value is what a key gets: how it is written, and a plain form in which two
// values that mean the same are the same (3.7 and 3.70, "x" and 'x').
type value struct {
	source string
	plain  string
	shown  string // in messages
}

func textValue(s string) value { return value{quote(s), "s" + s, s} }

func figureValue(v maturity.Hundredths) value {
	return value{figureText(v), plainNumberOf(figureText(v)), figureText(v)}
}

// levelValue writes a level: 3, or 3.25 where the instrument has decimals.
func levelValue(v maturity.Hundredths) value {
	s := shortFigure(v)
	return value{s, plainNumberOf(s), s}
}

func intValue(n int) value { return value{number(n), plainNumberOf(number(n)), number(n)} }

func flagValue(b bool) value {
	s := fmt.Sprint(b)
	return value{s, "b" + s, s}
}

func listValue(items []string) value {
	quoted, plain := make([]string, len(items)), make([]string, len(items))
	for i, s := range items {
		quoted[i], plain[i] = quote(s), "s"+s
	}
	source := "[" + strings.Join(quoted, ", ") + "]"
	return value{source, listPlain(plain), source}
}

func listPlain(items []string) string { return fmt.Sprintf("l%q", items) }

// plainNumberOf drops what does not change a number's value.
func plainNumberOf(s string) string {
	s = strings.TrimPrefix(strings.ReplaceAll(s, "_", ""), "+")
	if !strings.ContainsAny(s, "eEx") && strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return "n" + s
}

// plainOf gives the plain form of a value that stands in a file.
func plainOf(n *toml.Node) string {
	switch n.Kind {
	case toml.String:
		return "s" + n.Text
	case toml.Integer, toml.Float:
		return plainNumberOf(n.Text)
	case toml.Bool:
		return "b" + n.Text
	case toml.Array:
		items := make([]string, len(n.Items))
		for i, item := range n.Items {
			items[i] = plainOf(item)
		}
		return listPlain(items)
	}
	return "?" + n.Text
}

// shownOf words a value that stands in a file for a message.
func shownOf(n *toml.Node) string {
	switch n.Kind {
	case toml.Table:
		return "{...}"
	case toml.Array:
		items := make([]string, len(n.Items))
		for i, item := range n.Items {
			items[i] = quote(item.Text)
		}
		return clip("[" + strings.Join(items, ", ") + "]")
	}
	return clip(n.Text)
}

var bareKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

func keyText(key string) string {
	if bareKey.MatchString(key) {
		return key
	}
	return quoteLine(key)
}

func pathText(path []string) string {
	parts := make([]string, len(path))
	for i, p := range path {
		parts[i] = keyText(p)
	}
	return strings.Join(parts, ".")
}

// quote writes a TOML string; a text of several lines stands on several lines.
func quote(s string) string {
	if !strings.Contains(s, "\n") {
		return quoteLine(s)
	}
	var b strings.Builder
	b.WriteString("\"\"\"\n")
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		inner := quoteLine(line)
		inner = inner[1 : len(inner)-1]
		if !strings.HasSuffix(line, `"`) && !strings.Contains(line, `""`) {
			inner = strings.ReplaceAll(inner, `\"`, `"`)
		}
		b.WriteString(inner)
	}
	b.WriteString(`"""`)
	return b.String()
}

func quoteLine(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case unseen(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
