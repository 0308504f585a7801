package changes

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
)

// Print returns the changes of a publication for people (text, markdown) or
// machines (json, in the form of a record).
func Print(p *maturity.Publication, format string, words lang.Wording) ([]byte, error) {
	var b bytes.Buffer
	switch format {
	case "json":
		return printJSON(p)
	case "markdown":
		printMarkdown(&b, p.Changes, words)
	default:
		printText(&b, p.Changes, words)
	}
	return b.Bytes(), nil
}

func printJSON(p *maturity.Publication) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("{\n \"dari\": \"" + p.From + "\",\n \"ke\": \"" + p.To + "\",\n \"perubahan\": [")
	err := writeChanges(&b, p.Changes, "\n  ")
	if len(p.Changes) > 0 {
		b.WriteString("\n ")
	}
	b.WriteString("]\n}\n")
	return b.Bytes(), err
}

// runs splits changes into runs of one kind.
func runs(changes []maturity.Change) [][]maturity.Change {
	var out [][]maturity.Change
	for i, c := range changes {
		if i == 0 || c.Kind != changes[i-1].Kind {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], c)
	}
	return out
}

func printText(b *bytes.Buffer, changes []maturity.Change, words lang.Wording) {
	if len(changes) == 0 {
		fmt.Fprintln(b, words.Text("change-none"))
	}
	for _, run := range runs(changes) {
		fmt.Fprintf(b, "%s (%d)\n", words.Text("change-"+string(run[0].Kind)), len(run))
		for _, c := range run {
			b.WriteString("  " + strings.TrimSpace(subject(&c)+" "+c.Part))
			switch {
			case c.Before != "" && c.After != "":
				fmt.Fprintf(b, ": %s → %s", c.Before, c.After)
			case c.Before+c.After != "":
				fmt.Fprintf(b, ": %s", c.Before+c.After)
			}
			if why := reason(&c, words); why != "" {
				fmt.Fprintf(b, " (%s)", why)
			}
			if c.File != "" {
				fmt.Fprintf(b, "\n      %s", c.File)
			}
			b.WriteByte('\n')
		}
	}
}

// subject is what a change is about: an institution and year, or an instrument.
func subject(c *maturity.Change) string {
	s := c.Name
	if c.Year != 0 {
		s += " " + strconv.Itoa(c.Year)
	}
	return s
}

// reason is why it changed, as far as that is known.
func reason(c *maturity.Change, words lang.Wording) string {
	if c.Cause != "" {
		return words.Text("change-cause-" + string(c.Cause))
	}
	return c.Reason
}

func printMarkdown(b *bytes.Buffer, changes []maturity.Change, words lang.Wording) {
	fmt.Fprintf(b, "## %s\n\n", words.Text("change-title"))
	if len(changes) == 0 {
		fmt.Fprintln(b, words.Text("change-none"))
		return
	}
	for _, run := range runs(changes) {
		fmt.Fprintf(b, "### %s (%d)\n\n", words.Text("change-"+string(run[0].Kind)), len(run))
		fmt.Fprintf(b, "| %s |\n|---|---|---|---|---|---|\n", words.Text("change-columns"))
		for i, c := range run {
			if i == maxRows {
				fmt.Fprintf(b, "\n%s\n", words.Text("change-more", len(run)-maxRows))
				break
			}
			cells := []string{subject(&c), c.Part, c.Before, c.After, reason(&c, words), c.File}
			for k := range cells {
				cells[k] = escape(cells[k])
			}
			fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
		}
		b.WriteByte('\n')
	}
}

// maxRows keeps a summary below the megabyte that CI services take.
const maxRows = 200

// escape takes from a text what Markdown and HTML would read in it.
var markup = strings.NewReplacer("\\", "\\\\", "|", "\\|", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"#", "\\#", "\n", " ", "\r", " ", "!", "\\!", "@", "&#64;", "://", "&#58;//")

func escape(s string) string { return markup.Replace(s) }
