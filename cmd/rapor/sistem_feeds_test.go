//go:build sistem && !race

package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const schemas = "internal/export/testdata/"

// The feeds, the sitemap and the description of the search as the portal publishes
// them, the hostile one's as well, are of their forms.
func TestPublishedFeedsAndSitemapsAreOfTheirForms(t *testing.T) {
	hostile, _ := hostileSite(t)
	for name, s := range map[string]*builtSite{"national": portalSite(t), "hostile": hostile} {
		dir, counts := t.TempDir(), map[string]int{}
		files := &builtSite{files: map[string][]byte{}}
		for address, content := range s.files {
			if strings.HasSuffix(address, ".xml") {
				files.files[address] = content
			}
		}
		files.write(t, dir)
		for address := range files.files {
			file := filepath.Join(dir, filepath.FromSlash(address))
			calls := [][]string{{"xmllint", "--noout", "--nonet", file}}
			kind := filepath.Base(address)
			switch kind {
			case "atom.xml":
				calls = append(calls, []string{"jing", "-c", schemas + "atom.rnc", file})
			case "sitemap.xml":
				calls = append(calls, []string{"xmllint", "--noout", "--nonet", "--schema", schemas + "sitemap.xsd", file})
			case "opensearch.xml":
				calls = append(calls, []string{"jing", "-c", schemas + "opensearch.rnc", file})
			default:
				t.Errorf("%s: no form is known for %s", name, address)
			}
			counts[kind]++
			for _, call := range calls {
				if output, err := exec.Command(call[0], call[1:]...).CombinedOutput(); err != nil {
					t.Errorf("%s: %s: %v\n%.1000s", name, address, err, output)
				}
			}
		}
		if counts["atom.xml"] < 2 || counts["sitemap.xml"] != 1 || counts["opensearch.xml"] != 2 {
			t.Errorf("%s: %v", name, counts)
		}
	}
}
