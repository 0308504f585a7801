package starter

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/sample"
	"rapor/cmd/rapor/internal/schema"
)

// Origins are what a portal can start from: the whole national portal, one
// institution of it with its members and the national series, the sample of work
// units, or nothing but the instruments.
var Origins = []string{"nasional", "provinsi", "opd", "kosong"}

// Options say which portal to make. National is the national portal, as the
// program carries it.
type Options struct {
	From        string
	Institution string // for provinsi
	CI          []string
	Data        fs.FS
	Content     fs.FS
}

// UnknownInstitution says that there is no such institution; Known lists those
// that there are.
type UnknownInstitution struct {
	Slug  string
	Known []string
}

func (e UnknownInstitution) Error() string { return "no institution " + e.Slug }

// Portal returns every file of a new portal by path.
func Portal(opt Options) (map[string][]byte, error) {
	out, err := Files("common")
	if err != nil {
		return nil, err
	}
	title := "Rapor SPBE"
	switch opt.From {
	case "opd":
		err = add(out, sample.OPD(), ".", "", func(string) bool { return true })
		title = "Rapor SPBE Perangkat Daerah"
	case "nasional":
		err = national(out, opt)
	default:
		title, err = part(out, opt)
	}
	if err != nil {
		return nil, err
	}
	for _, name := range opt.CI {
		given, err := Files(path.Join("ci", name))
		if err != nil {
			return nil, err
		}
		for file, src := range given {
			out[file] = src
		}
	}
	out["README.md"] = []byte(strings.ReplaceAll(string(out["README.md"]), "{{JUDUL}}", title))
	return out, schemas(out)
}

// schemas adds the schemas and the settings that bind editors to them.
func schemas(out map[string][]byte) error {
	all, err := schema.Files()
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("# Mengikat skema ke berkas data, agar editor melengkapi dan memeriksa saat mengetik.\n")
	for _, f := range all {
		name := path.Join(".skema", path.Base(f.Path))
		out[name] = f.Content
		globs := make([]string, len(f.Globs))
		for i, glob := range f.Globs {
			globs[i] = fmt.Sprintf("%q", "**/data/"+glob)
		}
		except := ""
		if f.Globs[0] == "instrumen/*.toml" { // its translations have a schema of their own
			except = "exclude = [\"**/data/instrumen/*.*.toml\"]\n"
		}
		fmt.Fprintf(&b, "\n[[rule]]\ninclude = [%s]\n"+except+"[rule.schema]\nenabled = true\npath = %q\n", strings.Join(globs, ", "), name)
	}
	out[".taplo.toml"] = []byte(b.String())
	return nil
}

func national(out map[string][]byte, opt Options) error {
	if err := add(out, opt.Data, ".", "data", func(string) bool { return true }); err != nil {
		return err
	}
	retitle(out, "Rapor SPBE", false)
	return add(out, opt.Content, ".", "content", func(string) bool { return true })
}

func retitle(out map[string][]byte, title string, empty bool) {
	for _, name := range []string{"data/portal.toml", "data/portal.en.toml"} {
		out[name] = retitled(out[name], title, empty)
	}
}

// part makes a portal of the national instruments and, of its institutions, of
// one with what belongs to it, or of none.
func part(out map[string][]byte, opt Options) (title string, err error) {
	title = "Rapor SPBE"
	slugs := map[string]bool{}
	if opt.From == "provinsi" {
		set, problems, err := load.Load(load.Source{Data: opt.Data, DataName: "data"})
		if err != nil {
			return "", err
		}
		if problems.HasErrors() {
			return "", fmt.Errorf("the portal in the program has faults: %v", problems.Sorted()[0])
		}
		inst, err := chosen(set, opt.Institution)
		if err != nil {
			return "", err
		}
		slugs = family(set, inst)
		title += " " + inst.Short()
	}
	err = add(out, opt.Data, ".", "data", func(name string) bool {
		slug, isInstitution := strings.CutPrefix(path.Dir(name), "instansi/")
		return !isInstitution || slugs[slug]
	})
	if err != nil {
		return "", err
	}
	content, err := Files("kosong")
	if err != nil {
		return "", err
	}
	for name, src := range content {
		out[name] = src
	}
	retitle(out, title, opt.From == "kosong")
	return title, nil
}

func chosen(set *maturity.Dataset, slug string) (*maturity.Institution, error) {
	if inst := set.Institution(slug); inst != nil {
		return inst, nil
	}
	known := make([]string, len(set.Institutions))
	for i, inst := range set.Institutions {
		known[i] = inst.Slug
	}
	return nil, UnknownInstitution{slug, known}
}

// family is an institution, its members, those above it, and the national
// series, against which all of them are read. Whoever replaced a member, or was
// replaced by one, belongs to it too.
func family(set *maturity.Dataset, inst *maturity.Institution) map[string]bool {
	out := map[string]bool{inst.Slug: true}
	for parent := inst.Parent; parent != "" && !out[parent]; {
		out[parent] = true
		if above := set.Institution(parent); above != nil {
			parent = above.Parent
		}
	}
	for {
		before := len(out)
		for _, each := range set.Institutions {
			related := slices.ContainsFunc(each.Successors, func(s string) bool { return out[s] })
			if each.Parent == inst.Slug || each.Average || related {
				out[each.Slug] = true
			}
			if out[each.Slug] {
				for _, s := range each.Successors {
					out[s] = true
				}
			}
		}
		if len(out) == before {
			return out
		}
	}
}

var headLine = regexp.MustCompile(`(?m)^(judul|ringkas|pemilik|alamat)(\s*=\s*).*$`)

// retitled is the portal's file under another title, for its new owner to fill
// in. Without institutions there is none to lead the home page.
func retitled(src []byte, title string, empty bool) []byte {
	head, rest, _ := strings.Cut(string(src), "\n[")
	english := strings.HasPrefix(head, "# English")
	words := map[string]string{"judul": title, "ringkas": "Indeks SPBE dengan sumber setiap nilai", "pemilik": "Nama instansi Anda", "alamat": "https://portal.example/"}
	if english {
		words["ringkas"], words["pemilik"] = "SPBE index with the source of every figure", "Your institution's name"
	}
	head = headLine.ReplaceAllStringFunc(head, func(line string) string {
		m := headLine.FindStringSubmatch(line)
		return m[1] + m[2] + fmt.Sprintf("%q", words[m[1]])
	})
	if !english {
		at := strings.Index(head, "\nformat")
		head = "# Ganti judul, pemilik, dan alamat sebelum diterbitkan; alamat juga dapat diganti dengan --base-url." + "\n" + head[at:]
	}
	if empty {
		head = regexp.MustCompile(`(?m)^nasional\s*=.*\n`).ReplaceAllString(head, "")
	}
	return []byte(head + "\n[" + rest)
}
