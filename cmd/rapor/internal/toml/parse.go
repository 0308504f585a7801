package toml

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"rapor/cmd/rapor/internal/diag"
)

// Parse reads one file. file is the name for messages. The tree is nil when
// the text is no TOML; a syntax error ends its own file only.
func Parse(file string, src []byte) (*Node, diag.List) {
	var problems diag.List
	if len(src) > MaxSize {
		problems.Errorf(diag.Pos{File: file}, "toml-too-large", len(src), MaxSize)
		return nil, problems
	}
	text, ok := Normal(file, src, &problems)
	if !ok {
		return nil, problems
	}
	return parseText(file, text, &problems), problems
}

func parseText(file string, text []byte, problems *diag.List) *Node {
	root, err := scan(file, text, problems)
	if errors.Is(err, errReported) {
		return nil
	}
	var values map[string]any
	if _, libErr := toml.Decode(string(text), &values); libErr != nil {
		syntaxProblem(file, text, libErr, problems)
		return nil
	}
	if err != nil { // the library accepts what the scanner does not know
		problems.Errorf(diag.Pos{File: file, Line: root.Pos.Line}, "toml-syntax", err.Error())
		return nil
	}
	fill(root, values)
	return root
}

// fill puts the library's decoded strings into the tree of positions.
func fill(n *Node, value any) {
	switch v := value.(type) {
	case map[string]any:
		for _, key := range n.Keys {
			fill(n.children[key], v[key])
		}
	case []any:
		for i, item := range v {
			if i < len(n.Items) {
				fill(n.Items[i], item)
			}
		}
	case []map[string]any:
		for i, item := range v {
			if i < len(n.Items) {
				fill(n.Items[i], item)
			}
		}
	case string:
		n.Text = v
	}
}

// unquote decodes a quoted key; the library does it, as for values.
func unquote(raw string) string {
	var v struct{ K string }
	if _, err := toml.Decode("K = "+raw, &v); err != nil {
		return raw
	}
	return v.K
}

var (
	decimalComma = regexp.MustCompile(`=\s*[+-]?\d+,\d+\s*(#.*)?$`)
	bareText     = regexp.MustCompile(`=\s*[A-Za-z]`)
	duplicate    = regexp.MustCompile(`[Kk]ey '(.+)' has already been defined|duplicate key: '?(.+?)'?$|table '(.+)' already exists`)
)

// syntaxProblem words the library's complaint for the person who must mend the
// file: the commonest slips by name, the rest in the library's words.
func syntaxProblem(file string, text []byte, err error, problems *diag.List) {
	pos, message := diag.Pos{File: file, Line: 1, Col: 1}, err.Error()
	var parse toml.ParseError
	if errors.As(err, &parse) {
		pos, message = positionOf(file, text, parse), parse.Message
		if message == "" {
			message = strings.TrimPrefix(parse.Error(), "toml: ")
		}
	}
	line := lineOf(text, pos.Line)
	switch {
	case decimalComma.MatchString(line):
		pos.Col = utf8.RuneCountInString(line[:strings.IndexByte(line, ',')]) + 1
		problems.Errorf(pos, "toml-decimal-comma", strings.TrimSpace(line))
	case duplicate.MatchString(message):
		problems.Errorf(pos, "toml-duplicate", strings.Join(duplicate.FindStringSubmatch(message)[1:], ""))
	case strings.HasSuffix(message, "is out of range for int64"):
		problems.Errorf(pos, "toml-number-range", strings.TrimSuffix(message, " is out of range for int64"))
	case strings.HasPrefix(message, "invalid datetime: "):
		problems.Errorf(pos, "toml-not-a-day", strings.Trim(strings.TrimPrefix(message, "invalid datetime: "), `"`))
	case bareText.MatchString(line) && !strings.Contains(line, `"`):
		problems.Errorf(pos, "toml-bare-text", strings.TrimSpace(line))
	default:
		problems.Errorf(pos, "toml-syntax", oneLine(message))
	}
}

// positionOf turns the library's offset into line and column.
func positionOf(file string, text []byte, parse toml.ParseError) diag.Pos {
	pos := diag.Pos{File: file, Line: max(parse.Position.Line, 1), Col: 1}
	off := min(max(parse.Position.Start, 0), len(text))
	start := bytes.LastIndexByte(text[:off], '\n') + 1
	if bytes.Count(text[:start], []byte("\n"))+1 == pos.Line {
		pos.Col = utf8.RuneCount(text[start:off]) + 1
	}
	return pos
}

func lineOf(text []byte, number int) string {
	for range number - 1 {
		_, rest, ok := bytes.Cut(text, []byte("\n"))
		if !ok {
			return ""
		}
		text = rest
	}
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return string(line)
}

func oneLine(s string) string {
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "") + " ..."
	}
	return strings.Join(strings.Fields(s), " ")
}
