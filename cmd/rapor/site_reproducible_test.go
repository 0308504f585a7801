//go:build !race

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// The program alone, in an empty folder, builds the national portal. The shared
// site was built inside this process, with all processors; this one by another
// process, in another folder, time zone and locale, with one processor and with
// a mask that hides files from others.
func TestTwoBuildsAreTheSameByteForByte(t *testing.T) {
	t.Parallel() // with the scripts, which leave a processor idle that this leaves as well
	first := portalSite(t).files
	dir := filepath.Join(scratch(t), "folder lain", "dalam")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("rapor", "build", "--quiet")
	if runtime.GOOS != "windows" {
		cmd = exec.Command("sh", "-c", "umask 077; exec rapor build --quiet")
	}
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TZ=Pacific/Kiritimati", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "GOMAXPROCS=1")
	if output, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	verify := exec.Command("rapor", "verify")
	verify.Dir = dir
	if output, err := verify.CombinedOutput(); err != nil {
		t.Errorf("the site is not what its manifest says: %v\n%s", err, output)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
		t.Errorf("beside .rapor and public stands %v (%v)", entries, err)
	}
	for page, says := range map[string]string{
		"index.html": "Bukan situs resmi", "instansi/provinsi-sulawesi-barat/index.html": "3,70",
		"en/instansi/provinsi-sulawesi-barat/2024/index.html": "3.70",
	} {
		if !bytes.Contains(first[page], []byte(says)) {
			t.Errorf("%s does not say %q", page, says)
		}
	}
	second := treeOf(t, filepath.Join(dir, "public"))
	if !bytes.Equal(first["manifest.json"], second["manifest.json"]) {
		t.Error("the manifests differ")
	}
	report(t, differences(first, second))
}

// differences lists the files that two trees do not share byte for byte.
func differences(first, second map[string][]byte) []string {
	var faults []string
	for address, content := range first {
		other, ok := second[address]
		switch {
		case !ok:
			faults = append(faults, address+": only in the first build")
		case !bytes.Equal(content, other):
			faults = append(faults, fmt.Sprintf("%s: differs at %s", address, firstDifference(content, other)))
		}
	}
	for address := range second {
		if _, ok := first[address]; !ok {
			faults = append(faults, address+": only in the second build")
		}
	}
	slices.Sort(faults)
	return faults
}

// firstDifference shows both sides of the first byte that differs.
func firstDifference(a, b []byte) string {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	around := func(text []byte) string {
		return strings.ToValidUTF8(string(text[max(0, min(at-30, len(text))):min(len(text), at+30)]), "?")
	}
	return fmt.Sprintf("byte %d: %q, %q", at, around(a), around(b))
}

func TestDifferencesAreFound(t *testing.T) {
	one := map[string][]byte{"a": []byte("x"), "b": []byte("x"), "c": []byte("x")}
	two := map[string][]byte{"a": []byte("x"), "b": []byte("y"), "d": []byte("x")}
	if got := differences(one, two); len(got) != 3 {
		t.Errorf("got %q, want a difference in b, c and d", got)
	}
}
