package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
)

// licenceFile is how projects call the files with their terms.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([.-].*)?$`)

// assets are works of others that the program carries besides Go packages.
const assets = "themes/default/assets/vendor"

// thirdParty is the text of the licences of all that goes into the program on one
// system: Go itself, the modules that are linked, and what the theme carries. A
// module without a licence stops the release.
func thirdParty(env []string) ([]byte, error) {
	list, err := output(env, "go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/rapor")
	if err != nil {
		return nil, err
	}
	root, err := output(env, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	modules := strings.Split(strings.TrimSpace(list), "\n")
	slices.Sort(modules)
	modules = slices.DeleteFunc(slices.Compact(modules), func(line string) bool { return line == "" })
	var b bytes.Buffer
	b.WriteString("Rapor contains work of others under the following terms.\n")
	if err := licences(&b, "Go "+runtime.Version(), strings.TrimSpace(root)); err != nil {
		return nil, err
	}
	for _, line := range modules {
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			return nil, fmt.Errorf("go list: %q", line)
		}
		if err := licences(&b, fields[0]+" "+fields[1], fields[2]); err != nil {
			return nil, err
		}
	}
	err = carried(&b)
	return b.Bytes(), err
}

// licences adds the licence files of a module.
func licences(b *bytes.Buffer, name, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	found := false
	for _, e := range entries {
		if e.Type().IsRegular() && licenceFile.MatchString(e.Name()) {
			found = true
			if err := section(b, name, filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	if !found {
		return errors.New(name + " has no licence file")
	}
	return nil
}

// carried adds the licences that lie beside the theme's assets.
func carried(b *bytes.Buffer) error {
	names, err := filepath.Glob(assets + "/*.txt")
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := section(b, filepath.Base(name), name); err != nil {
			return err
		}
	}
	return nil
}

func section(b *bytes.Buffer, title, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "\n%s\n%s, %s\n%[1]s\n\n%s\n", strings.Repeat("=", 78), title, filepath.Base(file), bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
	return nil
}
