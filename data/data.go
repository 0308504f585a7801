// Package data holds the national portal's data, so that the program alone,
// without a folder on disk, can build it. A data folder on disk wins over it.
// Names are listed one by one: what an editor leaves in the folder stays out.
package data

import "embed"

// FS is this folder: portal.toml, its translations, the instruments and the institutions.
//
//go:embed portal*.toml instrumen instansi
var FS embed.FS
