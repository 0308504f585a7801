package theme

import "text/template/parse"

// Templates are the layouts and partials that a page with a layout is put together
// from, by their paths in the theme; false where that cannot be told, because a
// template defines others.
func (t *Theme) Templates(layout string) (paths []string, known bool) {
	if t.uses == nil {
		return nil, false
	}
	seen := map[string]bool{}
	var reach func(name string)
	reach = func(name string) {
		if seen[name] {
			return
		}
		seen[name] = true
		paths = append(paths, name)
		for _, other := range t.uses[name] {
			reach(other)
		}
	}
	reach("layouts/base.html")
	reach("layouts/" + layout + ".html")
	return paths, true
}

// usesOf are the templates that each template calls by name; nil where there are
// more templates than files.
func usesOf(trees []*parse.Tree, files int) map[string][]string {
	if len(trees) != files {
		return nil
	}
	uses := map[string][]string{}
	for _, tree := range trees {
		uses[tree.Name] = called(tree.Root, nil)
	}
	return uses
}

func called(l *parse.ListNode, names []string) []string {
	if l == nil {
		return names
	}
	branch := func(b *parse.BranchNode) { names = called(b.ElseList, called(b.List, names)) }
	for _, node := range l.Nodes {
		switch n := node.(type) {
		case *parse.TemplateNode:
			names = append(names, n.Name)
		case *parse.IfNode:
			branch(&n.BranchNode)
		case *parse.RangeNode:
			branch(&n.BranchNode)
		case *parse.WithNode:
			branch(&n.BranchNode)
		}
	}
	return names
}
