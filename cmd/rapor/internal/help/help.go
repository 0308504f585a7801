// Package help holds the texts of `rapor help TOPIC`: one Markdown file for each
// topic and language, carried in the program.
//
// A fence that names a file (```toml data/portal.toml, ```csv hasil.csv) is the
// whole of that file; the lines of a ```sh fence that begin with "rapor" are
// commands. A test writes the files of a topic into an empty folder, in order,
// runs the commands there, and wants each to succeed, or to end as the line says
// (# exit 1). So nothing that the help shows can grow wrong unseen.
package help

import (
	"embed"
	"path"
	"strings"
)

//go:embed texts/*.md
var texts embed.FS

// Topics lists the topics in the order in which an editor needs them.
var Topics = []string{"format", "impor", "tema", "ci", "metode", "api"}

// Source returns a topic's Markdown in a language, "id" or "en".
func Source(topic, language string) (text string, ok bool) {
	src, err := texts.ReadFile(path.Join("texts", topic+"."+language+".md"))
	return string(src), err == nil
}

// Terminal returns a topic as a terminal shows it: fences become indented lines
// under the name of their file.
func Terminal(topic, language string) (text string, ok bool) {
	src, ok := Source(topic, language)
	if !ok {
		return "", false
	}
	var b strings.Builder
	fenced := false
	for line := range strings.Lines(src) {
		switch info, fence := strings.CutPrefix(strings.TrimSpace(line), "```"); {
		case fence && !fenced:
			fenced = true
			if _, file, named := strings.Cut(info, " "); named {
				b.WriteString("  " + file + ":\n\n")
			}
		case fence:
			fenced = false
		case fenced && strings.TrimSpace(line) != "":
			b.WriteString("    " + line)
		default:
			b.WriteString(line)
		}
	}
	return b.String(), true
}

// Block is one fence of a topic.
type Block struct {
	Kind string // sh, toml, csv, ...
	File string // its name where it is a whole file
	Text string
}

// Blocks returns the fences of a text in order.
func Blocks(src string) (out []Block) {
	var open *Block
	for line := range strings.Lines(src) {
		info, fence := strings.CutPrefix(strings.TrimSpace(line), "```")
		switch {
		case fence && open == nil:
			kind, file, _ := strings.Cut(info, " ")
			open = &Block{Kind: kind, File: file}
		case fence:
			out, open = append(out, *open), nil
		case open != nil:
			open.Text += line
		}
	}
	return out
}
