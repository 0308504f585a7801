//go:build sistem && !race

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/help"
)

// The commands of `rapor help api` for other tools do what they say, against the
// national portal on a server.
func TestTheExamplesForOtherToolsRun(t *testing.T) {
	s := portalSite(t)
	address := s.serve(t).address("index.html")
	for _, language := range []string{"id", "en"} {
		src, _ := help.Source("api", language)
		dir := t.TempDir()
		var said strings.Builder
		for _, b := range help.Blocks(src) {
			if b.File != "" {
				if err := os.WriteFile(filepath.Join(dir, b.File), []byte(b.Text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
		for line := range strings.Lines(src) {
			command, is := strings.CutPrefix(line, "    ")
			if !is || !strings.Contains(command, "https://portal.example/") {
				continue
			}
			cmd := exec.Command("sh", "-e", "-c", strings.ReplaceAll(command, "https://portal.example/", address))
			cmd.Dir = dir
			output, err := cmd.CombinedOutput()
			if err != nil {
				t.Errorf("%s: %v\n%s", command, err, output)
			}
			said.Write(output)
		}
		for _, want := range []string{"\nprovinsi-sulawesi-barat, 2024, permenpanrb-59-2020, 3.70\n", `"alamat": "data/skor.csv",`} {
			if !strings.Contains(said.String(), want) {
				t.Errorf("%s: %q was not printed", language, want)
			}
		}
		if got, err := os.ReadFile(filepath.Join(dir, "skor.csv")); err != nil || !bytes.Equal(got, s.files["data/skor.csv"]) {
			t.Errorf("%s: skor.csv was not fetched: %v", language, err)
		}
	}
}
