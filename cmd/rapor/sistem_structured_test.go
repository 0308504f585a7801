//go:build sistem && !race

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// wrongData is what the compiler must refuse: a property that schema.org lacks, a
// value of another type, a nested thing that is none.
const wrongData = `import type {Dataset, WithContext} from 'schema-dts';
export const a: WithContext<Dataset> = {"@context": "https://schema.org", "@type": "Dataset", "licence": "x"};
export const b: WithContext<Dataset> = {"@context": "https://schema.org", "@type": "Dataset", "isAccessibleForFree": 3};
export const c: WithContext<Dataset> = {"@context": "https://schema.org", "@type": "Dataset", "distribution": [{"@type": "DataDownload", "contentURL": "x"}]};
`

// The JSON-LD of pages is of the types of schema.org, as schema-dts states them: the
// TypeScript compiler refuses what it does not know.
func TestStructuredDataIsOfTheTypesOfSchemaOrg(t *testing.T) {
	compiler := checkerFile(t, "typescript/bin/tsc")
	types := filepath.Dir(checkerFile(t, "schema-dts/package.json"))
	s, dir := portalSite(t), t.TempDir()
	var source strings.Builder
	source.WriteString("import type {Dataset, WithContext} from 'schema-dts';\n")
	pages := 0
	for _, address := range s.chosen(t) {
		_, rest, found := bytes.Cut(s.files[address], []byte(`<script type="application/ld+json">`))
		if !found {
			continue
		}
		raw, _, _ := bytes.Cut(rest, []byte("</script>"))
		pages++
		fmt.Fprintf(&source, "// %s\nexport const p%d: WithContext<Dataset> = %s;\n", address, pages, raw)
	}
	for name, text := range map[string]string{"pages.ts": source.String(), "wrong.ts": wrongData} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Dir(types), filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", compiler, "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck", "--pretty", "false", "pages.ts", "wrong.ts")
	cmd.Dir = dir
	output, _ := cmd.CombinedOutput() // it fails because of wrong.ts
	refused := map[string]bool{}
	for line := range strings.Lines(string(output)) {
		at, _, _ := strings.Cut(line, ",")
		switch {
		case strings.HasPrefix(line, "wrong.ts("):
			refused[at] = true
		case !strings.HasPrefix(line, " "):
			t.Error(strings.TrimSpace(line))
		}
	}
	if len(refused) != 3 {
		t.Errorf("the compiler refused %d of 3 wrong data sets\n%s", len(refused), output)
	}
	if pages < 10 {
		t.Errorf("only %d pages with data", pages)
	}
	t.Logf("%d pages", pages)
}
