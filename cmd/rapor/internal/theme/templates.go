package theme

import (
	"errors"
	"html/template"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/toml"
)

// functions are all that a template may call besides html/template's own
// comparisons. They compute text from their arguments and nothing else.
var functions = template.FuncMap{
	"word":  func(string) string { return "" }, // replaced when the theme is loaded; see spell
	"heads": heads,
	"rows":  rows,
}

// builtins are html/template's functions that stay allowed. "call" is left out.
var builtins = map[string]any{
	"and": 0, "or": 0, "not": 0, "len": 0, "index": 0, "slice": 0, "print": 0, "printf": 0,
	"eq": 0, "ne": 0, "lt": 0, "le": 0, "gt": 0, "ge": 0,
}

// parseTemplates parses every layout and partial once. The trees are named by
// their places in the theme, but know the files they came from, so that an
// error says themes/default/layouts/home.html:2:2.
func parseTemplates(f files, problems *diag.List) []*parse.Tree {
	var out []*parse.Tree
	for _, p := range append(f.paths("layouts/", ".html"), f.paths("partials/", ".html")...) {
		src := f.top[p]
		text, ok := toml.Normal(src.name, src.data, problems)
		if !ok {
			continue
		}
		trees, err := parse.Parse(src.name, string(text), "", "", builtins, functions)
		if err != nil {
			templateProblem(err, src.name, problems)
			continue
		}
		for _, tree := range trees {
			if tree.Name == src.name {
				tree.Name = p
			}
			out = append(out, tree)
		}
	}
	return out
}

// pageSet is the templates of a theme in one language.
type pageSet struct{ set *template.Template }

func newPageSet(trees []*parse.Tree, l *Language, problems *diag.List) *pageSet {
	set := template.New("").Funcs(functions)
	for _, tree := range trees {
		copied := tree.Copy()
		s := speller{l, copied.ParseName, problems}
		s.list(copied.Root)
		beat(copied.Root)
		if _, err := set.AddParseTree(tree.Name, copied); err != nil {
			templateProblem(err, tree.ParseName, problems)
		}
	}
	if problems.HasErrors() {
		return nil
	}
	p := &pageSet{set}
	p.escape(problems)
	return p
}

// escape makes html/template work out every layout's contexts now, so that a
// template that cannot be escaped is a problem of loading. It executes them
// without data; how far they get does not matter.
func (p *pageSet) escape(problems *diag.List) {
	for _, t := range p.set.Templates() {
		if !strings.HasPrefix(t.Name(), "layouts/") {
			continue
		}
		var escapeError *template.Error
		if err := p.execute(io.Discard, t.Name(), nil); errors.As(err, &escapeError) || errors.Is(err, errEndless) {
			templateProblem(err, t.Name(), problems)
		}
	}
}

func (p *pageSet) execute(w io.Writer, name string, data any) error {
	return p.set.ExecuteTemplate(&bounded{w: w}, name, data)
}

// bounded ends templates that would not: a loop over a large number, partials that
// call each other. Every turn of a loop and every call of a template writes at least
// nothing (see beat), so counting what is written counts them all.
type bounded struct {
	w             io.Writer
	writes, bytes int
}

// Limits of one page. The busiest page of the national portal takes 3,500 writes, and
// no page has more than 1,000 rows.
const (
	maxWrites = 1_000_000
	maxPage   = 64 << 20
)

var errEndless = errors.New("the template does not come to an end: it has written as much as no page holds")

func (b *bounded) Write(text []byte) (int, error) {
	b.writes, b.bytes = b.writes+1, b.bytes+len(text)
	if b.writes > maxWrites || b.bytes > maxPage {
		return 0, errEndless
	}
	if len(text) == 0 {
		return 0, nil
	}
	return b.w.Write(text)
}

// beat puts a text of no length at the beginning of a loop or a template.
func beat(l *parse.ListNode) {
	if l != nil {
		l.Nodes = slices.Insert(l.Nodes, 0, parse.Node(&parse.TextNode{NodeType: parse.NodeText, Pos: l.Pos}))
	}
}

// speller puts the words of a language into a template: {{word "a.b"}} becomes
// plain text. That is quicker than a call on every page, and a word that is
// missing is found before the first page is built.
type speller struct {
	language *Language
	file     string
	problems *diag.List
}

func (s speller) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	for i, node := range l.Nodes {
		switch n := node.(type) {
		case *parse.ActionNode:
			if text, ok := s.word(n); ok {
				l.Nodes[i] = text
			}
		case *parse.TextNode:
			n.Text = indentation.ReplaceAll(n.Text, []byte("\n"))
		case *parse.TemplateNode:
			s.elsewhere(n.Pipe, n.Line)
		case *parse.IfNode:
			s.branch(&n.BranchNode)
		case *parse.RangeNode:
			s.branch(&n.BranchNode)
			beat(n.List)
		case *parse.WithNode:
			s.branch(&n.BranchNode)
		}
	}
}

// indentation of templates is for those who read them; pages do without.
var indentation = regexp.MustCompile(`[ \t]*\n\s*`)

func (s speller) branch(b *parse.BranchNode) {
	s.elsewhere(b.Pipe, b.Line)
	s.list(b.List)
	s.list(b.ElseList)
}

// elsewhere reports the function where its text cannot be put in.
func (s speller) elsewhere(pipe *parse.PipeNode, line int) {
	if pipe != nil && wordCall.MatchString(pipe.String()) {
		s.problems.Errorf(diag.Pos{File: s.file, Line: line}, "theme-word-literal", pipe.String())
	}
}

// word returns the text for {{word "key"}}. Any other use of the function is an
// error: it would print nothing.
func (s speller) word(n *parse.ActionNode) (*parse.TextNode, bool) {
	source := n.String()
	if !wordCall.MatchString(source) {
		return nil, false
	}
	pos := diag.Pos{File: s.file, Line: n.Line}
	args := n.Pipe.Cmds[0].Args
	if len(n.Pipe.Cmds) != 1 || len(n.Pipe.Decl) != 0 || len(args) != 2 || args[1].Type() != parse.NodeString {
		s.problems.Errorf(pos, "theme-word-literal", source)
		return nil, false
	}
	key := args[1].(*parse.StringNode).Text
	sentence, ok := s.language.words[key]
	switch {
	case !ok:
		s.problems.Errorf(pos, "theme-word-unknown", key, diag.Nearest(key, keysOf(s.language.words)))
		return nil, false
	case len(sentence.places()) > 0:
		s.problems.Errorf(pos, "theme-word-needs", key, listed(sentence.places()))
		return nil, false
	}
	text := template.HTMLEscapeString(s.language.Say(key))
	return &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(text)}, true
}

var wordCall = regexp.MustCompile(`\bword\b`)

func keysOf(words map[string]sentence) []string {
	var keys []string
	for key := range words {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// place finds file:line:col in an error of the template packages.
var place = regexp.MustCompile(`^(?:html/)?template: ?([^ ]+?\.html):(\d+)(?::(\d+))?:? ?(.*)$|^html/template:([^ ]+?\.html):(\d+)(?::(\d+))?:? ?(.*)$`)

// templateProblem reports an error of the template packages at its place.
func templateProblem(err error, name string, problems *diag.List) {
	pos, message := Place(err)
	if pos.File == "" {
		pos.File = path.Clean(name)
	}
	problems.Errorf(pos, "theme-template", message)
}

// Place takes an error of Load or Render apart: where in which file, and what.
func Place(err error) (diag.Pos, string) {
	message := strings.Join(strings.Fields(err.Error()), " ")
	m := place.FindStringSubmatch(message)
	if m == nil {
		return diag.Pos{}, message
	}
	if m[1] == "" {
		m = m[4:]
	}
	line, _ := strconv.Atoi(m[2])
	column, _ := strconv.Atoi(m[3])
	if column > 0 {
		column++ // the packages count columns from 0
	}
	return diag.Pos{File: m[1], Line: line, Col: column}, m[4]
}
