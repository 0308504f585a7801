package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/changes"
	"rapor/cmd/rapor/internal/check"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/score"
)

// The values of --guard. Left out, it is on wherever --previous names a site.
const (
	guardOn    = "on"
	guardOff   = "off"
	guardFirst = "first"
)

// guardFlags are the flags of the publish guard.
type guardFlags struct {
	previous, mode string
}

// resolve refuses combinations that mean nothing and fills in what was left out.
func (g *guardFlags) resolve(a *app) error {
	if g.mode == "" && g.previous == "" {
		return nil
	}
	if g.mode == "" {
		g.mode = guardOn
	}
	if err := a.oneOf("guard", g.mode, []string{guardOn, guardOff, guardFirst}); err != nil {
		return err
	}
	if g.mode == guardOn && g.previous == "" {
		return usageError{errors.New(a.wording.Text("cli-guard-previous"))}
	}
	return nil
}

// guard refuses what must not be published over the previous site. It only
// reads: with and without it a build writes the same bytes.
func (a *app) guard(flags guardFlags, p *portal) (diag.List, error) {
	switch flags.mode {
	case guardOff:
		a.say("cli-guard-off")
		return diag.List{}, nil
	case guardFirst:
		a.say("cli-guard-first")
		var problems diag.List
		if flags.previous != "" && publish.Published(flags.previous) {
			problems.Errorf(diag.Pos{File: slashed(flags.previous)}, "guard-not-first")
		}
		return problems, nil
	case guardOn:
		old, problems, err := a.publishedEdition(flags.previous)
		if err != nil || old == nil {
			return problems, err
		}
		now := changes.Take(p.study(), program)
		return changes.Guard(old, now, changes.Between(old, now), p.set), nil
	}
	return diag.List{}, nil
}

// publishedEdition reads what a built site states of itself: its manifest and
// changes.File are all that needs to be there. Nil after a problem.
func (a *app) publishedEdition(dir string) (*changes.Edition, diag.List, error) {
	var problems diag.List
	info, err := os.Stat(dir)
	switch {
	case absent(err), err == nil && !info.IsDir():
		return nil, problems, usageError{errors.New(a.wording.Text("cli-no-site", dir))}
	case err != nil:
		return nil, problems, err
	case !publish.Published(dir):
		problems.Errorf(diag.Pos{File: slashed(dir)}, "guard-previous-none")
		return nil, problems, nil
	}
	src, problems, err := publish.Listed(dir, changes.File, changes.MaxFile)
	if err != nil || src == nil {
		return nil, problems, err
	}
	old, problems := changes.Read(path.Join(slashed(dir), changes.File), src)
	return old, problems, nil
}

// folderEdition makes the edition that a data folder would publish. Nil after a
// problem.
func (a *app) folderEdition(dir string) (*changes.Edition, diag.List, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, diag.List{}, err
	}
	defer root.Close()
	set, problems, err := load.Load(load.Source{Data: root.FS(), DataName: slashed(dir)})
	if err != nil {
		return nil, problems, err
	}
	models := score.NewModels(set.Instruments)
	problems.Merge(check.All(set, models))
	if faults, _ := problems.Count(); faults > 0 {
		return nil, problems, nil
	}
	load.Public(set, false)
	return changes.Take(analysis.NewStudy(set, models), program), diag.List{}, nil
}

// edition reads a built site or a data folder, whichever the folder is.
func (a *app) edition(dir string) (*changes.Edition, diag.List, error) {
	if publish.Published(dir) {
		return a.publishedEdition(dir)
	}
	info, err := os.Stat(filepath.Join(dir, "portal.toml"))
	if err == nil && info.Mode().IsRegular() {
		return a.folderEdition(dir)
	}
	if err != nil && !absent(err) {
		return nil, diag.List{}, err
	}
	return nil, diag.List{}, usageError{errors.New(a.wording.Text("cli-no-edition", dir))}
}

// history reads the records of changes of a data folder, all or nothing.
func history(dir, name string) ([]*maturity.Publication, diag.List, error) {
	var out []*maturity.Publication
	var problems diag.List
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, problems, err
	}
	for _, e := range entries {
		if e.IsDir() || filepath.Ext(e.Name()) != ".json" {
			continue
		}
		src, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, problems, err
		}
		day, found := load.Publications(path.Join(name, e.Name()), e.Name()[:len(e.Name())-len(".json")], src)
		problems.Merge(found)
		out = append(out, day...)
	}
	return out, problems, nil
}
