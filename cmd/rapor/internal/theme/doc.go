// Package theme turns typed pages into HTML with the layouts, partials, words
// and assets of a theme. It owns html/template.
//
// # A theme
//
//	theme.toml            kontrak = 1: the contract below that it was written for
//	layouts/base.html     the frame of every page, around the output of its layout
//	layouts/<name>.html   one for each sort of page
//	partials/*.html       what layouts share
//	i18n/<code>.toml      the words of a language, and how it writes numbers and dates
//	assets/               copied into the site as they are (files named README* stay behind)
//
// A site's own theme lies over the default one: file by file, and its word
// files word by word, so that a site can replace one style or one word and
// still get what a later version of the program adds. A third language is one
// more file in i18n; every word that it lacks is an error.
//
// # The contract, number 1
//
// layouts/base.html gets a Frame: .Shell is view.Shell, .Main the page's own
// HTML. Every other layout gets the struct of package view that its page is
// built from: "home" view.Home, "list" view.List, "institution"
// view.Institution, "edition" view.Edition, "methods" view.Methods,
// "instrument" view.Instrument, "sections" view.Sections, "sheet" view.Sheet,
// "compare" view.Compare, "document" view.Document, "missing" view.Missing,
// "redirect" view.Redirect. The last two stand without the frame of the others. Values are ready to print: a template
// decides where they stand, never what they say.
//
// Templates are html/template's, named by their paths ("partials/table.html").
// They call each other by those names, and besides the built-in functions
//
//	word "section.key"   a word of the page's language, put in when the theme is loaded
//	heads .Table         the <thead> of a table.Table
//	rows .Table          its <tbody> parts
//
// Nothing a template can call reads a file, starts a program or asks the
// network. The policy that base.html states in a meta tag allows no inline
// style and no inline script; JSON in <script type="application/json"> is data.
package theme

// Contract is the number of the contract between program and themes. It rises
// when a layout that worked would no longer do.
const Contract = 1
