package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/check"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/score"
	"rapor/cmd/rapor/internal/theme"
	"rapor/content"
	"rapor/data"
	"rapor/themes"
)

// portal is everything that was read, and what is wrong with it.
type portal struct {
	set      *maturity.Dataset
	models   score.Models
	theme    *theme.Theme
	problems diag.List
	dataDir  string // "" where the embedded portal was read
	studied  *analysis.Study
}

// study is everything worked out of the data, once. Ask after load.Public.
func (p *portal) study() *analysis.Study {
	if p.studied == nil {
		p.studied = analysis.NewStudy(p.set, p.models)
	}
	return p.studied
}

// origin is what a site of this portal says it was made from.
func (p *portal) origin() publish.Origin {
	return publish.Origin{Program: program, ProgramSHA256: programDigest(p.theme.Digest), InputSHA256: p.set.Digest}
}

// readPortal opens the folders, reads and checks everything; institutions that
// stand on the shelf need not be read. The error is wrong usage or a machine that
// cannot read.
func (a *app) readPortal(cmd *cobra.Command, shelf *cache.Shelf) (*portal, error) {
	p := &portal{}
	source, err := a.openSource(cmd, p)
	if err != nil {
		return nil, err
	}
	source.Shelf = shelf
	p.set, p.problems, err = load.Load(source)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.wording.Text("cli-cannot-read"), err)
	}
	if a.common.baseURL != "" {
		address, fault := load.BaseURL(a.common.baseURL)
		if fault {
			return nil, usageError{errors.New(a.wording.Text("cli-base-url", a.common.baseURL))}
		}
		p.set.Portal.BaseURL = address
	}
	p.models = score.NewModels(p.set.Instruments)
	p.problems.Merge(check.All(p.set, p.models))
	if err := a.readTheme(cmd, p); err != nil {
		return nil, err
	}
	return p, nil
}

// openSource finds data and content: folders on disk, else the national portal
// that the program carries. Content and data go together: a portal of one's own
// does not get the national portal's texts.
func (a *app) openSource(cmd *cobra.Command, p *portal) (load.Source, error) {
	source := load.Source{DataName: slashed(a.common.data), ContentName: slashed(a.common.content)}
	dir, err := a.folder(cmd, "data", a.common.data)
	if err != nil {
		return source, err
	}
	text, err := a.folder(cmd, "content", a.common.content)
	if err != nil {
		return source, err
	}
	switch {
	case dir != nil:
		source.Data, source.Content, p.dataDir = dir, text, a.common.data
	case text != nil:
		source.Data, source.Content = data.FS, text
	default:
		source.Data, source.Content = data.FS, content.FS
	}
	return source, nil
}

// folder opens a folder so that nothing outside it can be read, whatever links
// lie in it. It is nil where the folder does not exist and nobody named it.
func (a *app) folder(cmd *cobra.Command, flag, name string) (fs.FS, error) {
	root, err := a.openFolder(flag, name)
	switch {
	case err != nil:
		return nil, err
	case root != nil:
		return root.FS(), nil
	case cmd.Flags().Changed(flag):
		return nil, usageError{errors.New(a.wording.Text("cli-no-folder", name, flag))}
	}
	return nil, nil
}

// absent reports that there is nothing of that name, also where a part of the
// way to it is no folder.
func absent(err error) bool { return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) }

// openFolder is nil where nothing has that name. It looks before it opens: a pipe
// would keep it waiting for ever.
func (a *app) openFolder(flag, name string) (*os.Root, error) {
	info, err := os.Stat(name)
	switch {
	case absent(err):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, usageError{errors.New(a.wording.Text("cli-no-folder", name, flag))}
	}
	return os.OpenRoot(name)
}

// readTheme loads the theme that the portal names over the default one, and the
// default one on disk over that in the program.
func (a *app) readTheme(cmd *cobra.Command, p *portal) error {
	folder, err := a.folder(cmd, "themes", a.common.themes)
	if err != nil {
		return err
	}
	embedded, err := fs.Sub(themes.FS, "default")
	if err != nil {
		return err
	}
	layers := []theme.Layer{{FS: embedded, Dir: "themes/default"}}
	names := []string{"default"}
	if name := p.set.Portal.Theme; name != "" && name != "default" {
		names = append(names, name)
	}
	for _, name := range names {
		layer := theme.Layer{Dir: path.Join(slashed(a.common.themes), name)}
		found, err := themeFolder(folder, name)
		switch {
		case errors.Is(err, errNoFolder):
			p.problems.Errorf(diag.Pos{File: layer.Dir}, "cli-theme-no-folder", name)
		case err != nil:
			return &fs.PathError{Op: "open", Path: layer.Dir, Err: err}
		case found != nil:
			layer.FS = found
			layers = append(layers, layer)
		case name != "default":
			p.problems.Errorf(p.set.Portal.Places.Of("tema", p.set.Portal.Pos), "cli-no-theme", name, layer.Dir)
		}
	}
	loaded, problems := theme.Load(chosenLanguages(&p.set.Portal), layers...)
	p.theme = loaded
	p.problems.Merge(problems)
	return nil
}

// chosenLanguages are those that the portal names, each with its place.
func chosenLanguages(p *maturity.Portal) []theme.Choice {
	var out []theme.Choice
	for _, code := range p.Languages {
		out = append(out, theme.Choice{Code: code, Pos: p.Places.Of("bahasa "+code, p.Pos)})
	}
	return out
}

// errNoFolder says that something else stands where a folder belongs.
var errNoFolder = errors.New("not a folder")

// themeFolder is a theme's own folder on disk; nil where it has none. One that
// cannot be read is not passed over, or the site would quietly look otherwise.
func themeFolder(themes fs.FS, name string) (fs.FS, error) {
	if themes == nil || !fs.ValidPath(name) {
		return nil, nil
	}
	info, err := fs.Lstat(themes, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, errNoFolder
	}
	if _, err := fs.ReadDir(themes, name); err != nil {
		return nil, err
	}
	return fs.Sub(themes, name)
}

// slashed is a folder's name as messages print it on every system.
func slashed(dir string) string { return filepath.ToSlash(filepath.Clean(dir)) }

// date is "today" for the site, which has no clock: --tanggal, else
// SOURCE_DATE_EPOCH, else the newest date or year in the data.
func (a *app) date(set *maturity.Dataset) (string, error) {
	stated, err := a.statedDate()
	if err != nil || stated != "" {
		return stated, err
	}
	return newestDate(set), nil
}

// statedDate is "today" as it was said from outside; "" where it was not.
func (a *app) statedDate() (string, error) {
	if a.common.date != "" {
		if _, err := time.Parse(time.DateOnly, a.common.date); err != nil {
			return "", usageError{errors.New(a.wording.Text("cli-date", a.common.date))}
		}
		return a.common.date, nil
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || seconds < 0 || seconds > 1<<40 {
			return "", usageError{errors.New(a.wording.Text("cli-epoch", epoch))}
		}
		return time.Unix(seconds, 0).UTC().Format(time.DateOnly), nil
	}
	return "", nil
}

// newestDate is the newest date or year in the data. A date beats its own year.
func newestDate(set *maturity.Dataset) string {
	newest := ""
	take := func(date string) {
		if date > newest && !strings.HasPrefix(newest, date) {
			newest = date
		}
	}
	for _, inst := range set.Institutions {
		for _, a := range inst.Assessments {
			take(strconv.Itoa(a.Year))
			take(a.Date)
		}
	}
	for _, c := range set.Corrections {
		take(c.Date)
	}
	for _, p := range set.Publications {
		take(p.Date)
	}
	for _, d := range set.Documents {
		take(d.Date)
	}
	return newest
}
