// Package content holds the national portal's Markdown pages, so that the
// program alone, without a folder on disk, can build them. A content folder on
// disk wins over it.
package content

import "embed"

// FS is this folder: the pages, and the news in berita. The pattern leaves out
// names that begin with a point or an underscore, as those of editors' copies do.
//
//go:embed [a-z0-9]*.md berita
var FS embed.FS
