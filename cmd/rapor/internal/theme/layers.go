package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/toml"
)

// Layer is one folder that holds a theme or a part of one.
type Layer struct {
	FS  fs.FS
	Dir string // its name in messages: "themes/default"
}

// file is one file of a theme with the name that messages use.
type file struct {
	name string // themes/default/layouts/home.html
	data []byte
}

// files holds the topmost file for each path, and every layer's word files.
type files struct {
	top   map[string]file
	words map[string][]file // by path, the lowest layer first
	base  string            // name of the lowest layer
}

// maxFile is the largest file of a theme, in bytes; ECharts has 0.6 MB.
const maxFile = 8 << 20

// readLayers reads files that are part of a theme. Names that begin with a point are
// left out, as in data and content: editors, systems and version control use them.
func readLayers(layers []Layer, problems *diag.List) files {
	out := files{top: map[string]file{}, words: map[string][]file{}}
	for i, layer := range layers {
		if i == 0 {
			out.base = layer.Dir
		}
		err := fs.WalkDir(layer.FS, ".", func(p string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && p == ".":
				problems.Errorf(diag.Pos{File: layer.Dir}, "theme-no-folder")
				return fs.SkipDir
			case err != nil:
				return err
			case p != "." && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				return nil
			}
			out.add(p, layer, d, problems)
			return nil
		})
		if err != nil {
			problems.Errorf(diag.Pos{File: layer.Dir}, "theme-unreadable", err.Error())
		}
	}
	return out
}

func (f *files) add(p string, layer Layer, d fs.DirEntry, problems *diag.List) {
	name := path.Join(layer.Dir, p)
	pos := diag.Pos{File: name}
	info, err := d.Info()
	switch {
	case err != nil:
		problems.Errorf(pos, "theme-unreadable", err.Error())
		return
	case !info.Mode().IsRegular():
		problems.Errorf(pos, "theme-not-regular")
		return
	case info.Size() > maxFile:
		problems.Errorf(pos, "theme-too-large", info.Size(), maxFile)
		return
	}
	data, err := fs.ReadFile(layer.FS, p)
	if err != nil {
		problems.Errorf(pos, "theme-unreadable", err.Error())
		return
	}
	f.top[p] = file{name, data}
	if strings.HasPrefix(p, "i18n/") {
		f.words[p] = append(f.words[p], file{name, data})
	}
}

// digest is over the name and the bytes of every file that has a part in a site:
// the topmost of each path, and of words those of all layers.
func (f *files) digest() string {
	sum := sha256.New()
	write := func(path string, data []byte) {
		fmt.Fprintf(sum, "%s\x00%d\x00", path, len(data))
		sum.Write(data)
	}
	for _, p := range slices.Sorted(maps.Keys(f.top)) {
		if len(f.words[p]) == 0 {
			write(p, f.top[p].data)
		}
		for _, layer := range f.words[p] {
			write(p, layer.data)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// paths lists the files below a folder with an ending, sorted.
func (f *files) paths(dir, ending string) []string {
	var out []string
	for p := range f.top {
		if strings.HasPrefix(p, dir) && strings.HasSuffix(p, ending) {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

func (f *files) assets() []Asset {
	var out []Asset
	for _, p := range f.paths("assets/", "") {
		if !strings.HasPrefix(path.Base(p), "README") {
			out = append(out, Asset{p, f.top[p].name, f.top[p].data})
		}
	}
	return out
}

// manifest is theme.toml.
type manifest struct {
	Contract toml.Int `toml:"kontrak,required"`
	Name     toml.Str `toml:"nama"`
}

// checkContract reads the topmost theme.toml. A site's theme that brings none
// is a part that goes with any version.
func checkContract(f files, problems *diag.List) {
	src, ok := f.top["theme.toml"]
	if !ok {
		problems.Errorf(diag.Pos{File: path.Join(f.base, "theme.toml")}, "theme-no-manifest")
		return
	}
	root, found := toml.Parse(src.name, src.data)
	problems.Merge(found)
	if root == nil {
		return
	}
	var m manifest
	toml.Decode(root, &m, problems)
	if m.Contract.Given && m.Contract.Value != Contract {
		problems.Errorf(m.Contract.Pos, "theme-contract", m.Contract.Value, Contract)
	}
}
