// Package sample holds the portals that `rapor init` starts a new one from, so
// that the program alone can write them. Everything in them is fictional and
// says so; nothing of them enters the national portal.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed opd
var files embed.FS

// OPD is the sample portal of the work units (OPD) of one fictional city: a
// folder "data" and a folder "content", as a portal has them on disk.
func OPD() fs.FS { return portal("opd") }

// portal is one of the embedded folders. Its name is fixed, so it is there.
func portal(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic(err)
	}
	return sub
}
