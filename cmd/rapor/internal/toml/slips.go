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

var (
	decimalComma = regexp.MustCompile(`=\s*[+-]?\d+(,)\d+\s*([#,}].*)?$`)
	bareText     = regexp.MustCompile(`=\s*[A-Za-z]`)
	duplicate    = regexp.MustCompile(`[Kk]ey '(.+)' has already been defined|duplicate key: '?(.+?)'?$|table '(.+)' already exists`)
)

// slips are the commonest mistakes, known by the library's complaint, which is
// in English and in the terms of the TOML specification. The first that fits is
// said; its message gets the line.
var slips = []struct {
	complaint *regexp.Regexp
	key       string
}{
	{regexp.MustCompile(`(found|got) '[“”„‟‘’‚]'`), "toml-curly-quotes"},
	{regexp.MustCompile(`^expected value but found '\\n'|; expected value$`), "toml-no-value"},
	{regexp.MustCompile(`^expected '\.' or '=', but got`), "toml-no-equals"},
	{regexp.MustCompile(`to end table name|table array name delimiter`), "toml-open-header"},
	{regexp.MustCompile(`^strings cannot contain newlines|expected '"""'|expected "'''"`), "toml-open-text"},
	{regexp.MustCompile(`array terminator|inline table terminator`), "toml-open-bracket"},
	{regexp.MustCompile(`^expected a top-level item to end`), "toml-after-value"},
	{regexp.MustCompile(`leading zeroes`), "toml-leading-zero"},
	{regexp.MustCompile(`one or more digits|must start with a digit|^Invalid (float|integer)|^expected a digit`), "toml-not-a-number"},
	{regexp.MustCompile(`invalid escape|hexadecimal digits after`), "toml-backslash"},
}

// syntaxProblem words the library's complaint for the person who must mend the
// file: the commonest slips by name, the rest in the library's words.
func syntaxProblem(file string, text []byte, err error, problems *diag.List) {
	pos, message := diag.Pos{File: file, Line: 1, Col: 1}, err.Error()
	var parse toml.ParseError
	if errors.As(err, &parse) {
		message = parse.Message
		if message == "" {
			message = strings.TrimPrefix(parse.Error(), "toml: ")
		}
		pos = positionOf(file, text, parse, strings.Contains(message, `got '\n'`))
	}
	line := lineOf(text, pos.Line)
	comma := decimalComma.FindStringSubmatchIndex(line)
	switch {
	case comma != nil:
		pos.Col = utf8.RuneCountInString(line[:comma[2]]) + 1
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
		for _, slip := range slips {
			if slip.complaint.MatchString(message) {
				problems.Errorf(pos, slip.key, oneLine(line))
				return
			}
		}
		problems.Errorf(pos, "toml-syntax", oneLine(message))
	}
}

// positionOf turns the library's offset into line and column. Where a line ends
// too early, atEnd, the library may name the line below it.
func positionOf(file string, text []byte, parse toml.ParseError, atEnd bool) diag.Pos {
	pos := diag.Pos{File: file, Line: max(parse.Position.Line, 1), Col: 1}
	off := min(max(parse.Position.Start, 0), len(text))
	if atEnd {
		if off > 0 && text[off-1] == '\n' {
			off--
		}
		pos.Line = bytes.Count(text[:off], []byte("\n")) + 1
	}
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
