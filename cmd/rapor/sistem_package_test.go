//go:build sistem

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// readPackage loads a data package with the reference library, which checks the
// description, and reads every row of every table, which checks every value.
const readPackage = `
const {Package} = require(process.argv[2]);
(async () => {
  const p = await Package.load(process.argv[3] + '/datapackage.json', {basePath: process.argv[3]});
  if (!p.valid) throw new Error(p.errors.map(e => e.message).join('; '));
  let rows = 0;
  for (const r of p.resources) rows += (await r.read()).length;
  console.log(p.resources.length + ' tables, ' + rows + ' rows');
})().catch(e => { console.log('FAULT ' + e.message + ' ' + (e.errors || []).map(x => x.message).join('; ')); process.exit(1); });
`

func TestTheDataPackageIsValidAndEveryRowReads(t *testing.T) {
	library := filepath.Dir(checkerFile(t, "datapackage/package.json"))
	s := portalSite(t)
	read := func(change func(files map[string][]byte)) (string, error) {
		dir := t.TempDir()
		site := &builtSite{files: map[string][]byte{}}
		for address, content := range s.files {
			if strings.HasSuffix(address, ".csv") || address == "datapackage.json" {
				site.files[address] = content
			}
		}
		change(site.files)
		site.write(t, dir)
		script := filepath.Join(dir, "read.js")
		if err := os.WriteFile(script, []byte(readPackage), 0o644); err != nil {
			t.Fatal(err)
		}
		output, err := exec.Command("node", script, library, dir).CombinedOutput()
		return string(output), err
	}
	said, err := read(func(map[string][]byte) {})
	if err != nil {
		t.Errorf("%v: %s", err, said)
	}
	t.Log(strings.TrimSpace(said))
	if said, err := read(func(files map[string][]byte) {
		files["tahun/2024.csv"] = []byte(strings.Replace(string(files["tahun/2024.csv"]), ",2024,", ",dua ribu,", 1))
	}); err == nil {
		t.Errorf("a year in words was accepted: %s", said)
	}
}
