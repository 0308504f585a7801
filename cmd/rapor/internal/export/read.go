package export

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/jsontext"
	"rapor/cmd/rapor/internal/maturity"
)

// Published is a built site, read back from the JSON that it publishes and from
// nothing else: whoever has a copy of the site can do the same.
type Published struct {
	Set   *maturity.Dataset // what figures are computed from; no texts
	Files int               // JSON files read

	fsys   fs.FS
	name   string
	faulty map[string]bool // slugs with a year that could not be read: what rests on all years is not judged
}

// maxFile is the largest JSON file that is read, in bytes. An institution's has
// some kilobytes.
const maxFile = 32 << 20

// Read reads the data of a published site. name stands before every file in
// messages. Problems are files that this program did not write so.
func Read(fsys fs.FS, name string) (*Published, diag.List, error) {
	p := &Published{Set: &maturity.Dataset{}, fsys: fsys, name: name, faulty: map[string]bool{}}
	problems, err := p.instruments()
	if err != nil {
		return nil, problems, err
	}
	found, err := p.institutions()
	problems.Merge(found)
	return p, problems, err
}

// names lists the entries of a folder; none where it does not exist.
func (p *Published) names(dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(p.fsys, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return entries, err
}

// open reads and parses a file; nil after a problem.
func (p *Published) open(address string) (*jsontext.Node, diag.List, error) {
	var problems diag.List
	pos := diag.Pos{File: path.Join(p.name, address)}
	info, err := fs.Lstat(p.fsys, address)
	if err != nil {
		return nil, problems, err
	}
	if !info.Mode().IsRegular() { // a pipe would be waited for
		problems.Errorf(pos, "export-form", address)
		return nil, problems, nil
	}
	file, err := p.fsys.Open(address)
	if err != nil {
		return nil, problems, err
	}
	defer file.Close()
	src, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	if err != nil {
		return nil, problems, err
	}
	if len(src) > maxFile {
		problems.Errorf(pos, "export-large", maxFile)
		return nil, problems, nil
	}
	root, problems := jsontext.Parse(pos.File, src)
	return root, problems, nil
}

func (p *Published) instruments() (diag.List, error) {
	var problems diag.List
	entries, err := p.names("data/instrumen")
	if err != nil {
		return problems, err
	}
	for _, e := range entries {
		id, isJSON := strings.CutSuffix(e.Name(), ".json")
		if !isJSON || e.IsDir() {
			continue
		}
		root, found, err := p.open(InstrumentFile(id))
		problems.Merge(found)
		if err != nil {
			return problems, err
		}
		p.Files++
		if root == nil {
			continue
		}
		r := reading{problems: &problems}
		if in := r.instrument(root, id); !r.failed {
			p.Set.Instruments = append(p.Set.Instruments, in)
		}
	}
	slices.SortStableFunc(p.Set.Instruments, func(a, b *maturity.Instrument) int {
		return cmp.Or(cmp.Compare(a.FirstYear, b.FirstYear), strings.Compare(a.ID, b.ID))
	})
	return problems, nil
}

var (
	institutionFile = regexp.MustCompile(`^([a-z0-9-]+)\.json$`)
	yearFile        = regexp.MustCompile(`^(\d{4})\.json$`)
)

// institutions reads all institutions in parallel, each with its years.
func (p *Published) institutions() (diag.List, error) {
	entries, err := p.names("instansi")
	if err != nil {
		return diag.List{}, err
	}
	results := make([]reading, len(entries))
	found := make([]*maturity.Institution, len(entries))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	known := map[string]bool{}
	for _, e := range entries {
		known[e.Name()] = true
	}
	for i, e := range entries {
		results[i].problems = &diag.List{}
		m := institutionFile.FindStringSubmatch(e.Name())
		switch {
		case m != nil && !e.IsDir():
			group.Go(func() (err error) {
				found[i], err = p.institution(&results[i], m[1])
				return err
			})
		case e.IsDir() && !known[e.Name()+".json"]:
			group.Go(func() error { return p.orphans(&results[i], e.Name()) })
		}
	}
	err = group.Wait()
	var problems diag.List
	for i := range results {
		problems.Merge(*results[i].problems)
		p.Files += results[i].files
		if found[i] != nil {
			p.Set.Institutions = append(p.Set.Institutions, found[i])
			p.faulty[found[i].Slug] = results[i].faulty
		}
	}
	slices.SortFunc(p.Set.Institutions, func(a, b *maturity.Institution) int { return strings.Compare(a.Slug, b.Slug) })
	return problems, err
}

// orphans notes years that stand without their institution's file: nothing says
// what they are the years of.
func (p *Published) orphans(r *reading, slug string) error {
	years, err := p.years(slug)
	for _, year := range years {
		r.problems.Errorf(diag.Pos{File: path.Join(p.name, assessmentAddress(slug, year))}, "export-no-institution", slug)
	}
	return err
}

func (p *Published) years(slug string) ([]int, error) {
	entries, err := p.names("instansi/" + slug)
	var years []int
	for _, e := range entries {
		if m := yearFile.FindStringSubmatch(e.Name()); m != nil && !e.IsDir() {
			year, _ := strconv.Atoi(m[1]) // four digits
			years = append(years, year)
		}
	}
	return years, err
}

// institution reads an institution and its years, as far as they can be read.
func (p *Published) institution(r *reading, slug string) (*maturity.Institution, error) {
	address := institutionAddress(slug)
	root, found, err := p.open(address)
	r.problems.Merge(found)
	if err != nil || root == nil {
		return nil, err
	}
	r.files++
	inst := r.institution(root, slug)
	inst.Pos = diag.Pos{File: path.Join(p.name, address)}
	years, err := p.years(slug)
	if err != nil {
		return nil, err
	}
	for _, year := range years {
		address := assessmentAddress(slug, year)
		root, found, err := p.open(address)
		r.problems.Merge(found)
		if err != nil {
			return nil, err
		}
		r.files++
		a := r.assessment(root, p.Set, slug, year)
		if a == nil {
			r.faulty = true
			continue
		}
		a.Pos = diag.Pos{File: path.Join(p.name, address)}
		inst.Assessments = append(inst.Assessments, a)
	}
	return inst, nil
}

// The addresses of the JSON files.
func institutionAddress(slug string) string { return "instansi/" + slug + ".json" }

func assessmentAddress(slug string, year int) string {
	return "instansi/" + slug + "/" + strconv.Itoa(year) + ".json"
}
