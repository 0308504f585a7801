package preview

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"rapor/cmd/rapor/internal/diag"
)

// line is one line of a file, cut where it is long.
type line struct {
	number int
	text   string
}

const (
	around  = 3   // lines before and after
	maxText = 300 // characters of a line
)

// excerpt returns the lines around a place. It reads files of the given folders
// and nothing else; there is none where the line is not known.
func excerpt(pos diag.Pos, folders []string) []line {
	if pos.Line == 0 {
		return nil
	}
	for _, folder := range folders {
		name, inside := strings.CutPrefix(pos.File, filepath.ToSlash(filepath.Clean(folder))+"/")
		if !inside {
			continue
		}
		root, err := os.OpenRoot(folder)
		if err != nil {
			return nil
		}
		defer root.Close()
		info, err := root.Lstat(name)
		if err != nil || !info.Mode().IsRegular() {
			return nil // a pipe would never end
		}
		file, err := root.Open(name)
		if err != nil {
			return nil
		}
		defer file.Close()
		return linesAround(file, pos)
	}
	return nil
}

func linesAround(r io.Reader, pos diag.Pos) []line {
	var out []line
	reader := bufio.NewReader(r)
	for number := 1; number <= pos.Line+around; number++ {
		column := 0
		if number == pos.Line {
			column = pos.Col
		}
		text, err := readLine(reader, column)
		if number >= pos.Line-around && (err == nil || text != "") {
			out = append(out, line{number, text})
		}
		if err != nil {
			break
		}
	}
	return out
}

// readLine reads a line of any length and keeps the part around a column.
func readLine(r *bufio.Reader, column int) (string, error) {
	skip := max(column-maxText/2, 0)
	if column < maxText {
		skip = 0
	}
	var kept strings.Builder
	count, more := 0, false
	for {
		c, _, err := r.ReadRune()
		if err != nil {
			if errors.Is(err, io.EOF) && count > 0 {
				return mark(&kept, skip, more), io.EOF
			}
			return "", err
		}
		if c == '\n' {
			return mark(&kept, skip, more), nil
		}
		if count++; count <= skip {
			continue
		}
		if count > skip+maxText {
			more = true
			continue
		}
		kept.WriteRune(c)
	}
}

// mark shows where a line was cut.
func mark(kept *strings.Builder, skip int, more bool) string {
	text := strings.TrimSuffix(kept.String(), "\r")
	if skip > 0 {
		text = "… " + text
	}
	if more {
		text += " …"
	}
	return text
}
