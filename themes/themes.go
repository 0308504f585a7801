// Package themes holds the themes that the program brings along. A folder of the
// same name on disk lies over them.
package themes

import "embed"

// FS is this folder: default/theme.toml and so on.
//
//go:embed all:default
var FS embed.FS
