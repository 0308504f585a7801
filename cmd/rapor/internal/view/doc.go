// Package view knows which pages the portal has and what each of them says. It
// turns the data set and the scores into typed structs of ready-to-print
// values, one struct for each layout of the theme; the theme decides where they
// stand.
//
// Facts come from package analysis, without words: ranks, medians, coverage, the
// paths to targets, priorities, what changed. A history (history.go) joins them
// with the assessments that have no final result, edition by edition. A page is
// built from them in one language by a writer (writer.go), which knows that
// language's words and the way from this page to every other.
//
// The parts that many pages share are in section.go: a Section is a heading
// with its reason, figures, tables and notes. A function that builds a section
// returns nil where there is nothing to say, and the layout leaves it out.
//
// Adding a sort of page takes a struct and a function that fills it (see
// list.go), its place in Site.Pages (site.go), a layout of the same name in the
// theme, and its words in both languages.
package view
