package lang

import (
	"fmt"
	"maps"
	"regexp"
)

// entry words one problem: the message and how to mend it, in both languages
// of the command line. Arguments are numbered (%[1]s), because a hint may use
// them in another order or not at all.
type entry struct {
	id, idHint string
	en, enHint string
}

// catalogue holds every message of the program. Each room that reports
// problems has a file messages_<room>.go here.
var catalogue = merge(
	messagesTOML, messagesJSONText, messagesSheet,
	messagesLoad, messagesProse, messagesTheme, messagesPublish, messagesPreview,
	messagesCheck, messagesIntake,
	messagesExport, messagesChanges,
	messagesCLI, messagesEditor,
)

func merge(parts ...map[string]entry) map[string]entry {
	all := map[string]entry{}
	for _, part := range parts {
		maps.Copy(all, part)
	}
	return all
}

// Wording words problems in one language; it is a diag.Wording.
type Wording struct {
	Code string // "id" or "en"
}

// Problem returns the message and the hint. A key without an entry is a fault
// of the program; a test looks for them, and the key itself is printed.
func (w Wording) Problem(key string, args []any) (message, hint string) {
	e, ok := catalogue[key]
	if !ok {
		return fmt.Sprint(append([]any{key}, args...)...), ""
	}
	if w.Code == "en" {
		return fill(e.en, args), fill(e.enHint, args)
	}
	return fill(e.id, args), fill(e.idHint, args)
}

// Text words a line of the command line that is no problem.
func (w Wording) Text(key string, args ...any) string {
	text, _ := w.Problem(key, args)
	return text
}

// numbered finds a placeholder such as %[1]s or %02[1]x.
var numbered = regexp.MustCompile(`%[-+#0-9.]*\[\d+\]`)

// fill puts the arguments in place. Sprintf forgives unused arguments only
// where another one is numbered, so a text without any is left alone.
func fill(text string, args []any) string {
	if !numbered.MatchString(text) {
		return text
	}
	return fmt.Sprintf(text, args...)
}
