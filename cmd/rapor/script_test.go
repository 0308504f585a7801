package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScripts runs testdata/script/*.txtar: each is a portal, or what somebody
// took for one, and what the program says and does.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		WorkdirRoot:         scratch(t),
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("RAPOR_UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("LC_ALL", "id_ID.UTF-8")
			env.Setenv("SOURCE_DATE_EPOCH", "")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes":     cmdBytes,
			"fill":      cmdFill,
			"workbook":  cmdWorkbook,
			"exits":     cmdExits,
			"portal":    cmdPortal,
			"replace":   cmdReplace,
			"reseal":    cmdReseal,
			"untouched": cmdUntouched,
		},
	})
}

// cmdExits runs a command and wants that exit code: exits 2 rapor biuld.
func cmdExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code command [args]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// hexByte is a byte as scripts write it: \xe2.
var hexByte = regexp.MustCompile(`\\x[0-9a-f]{2}`)

// cmdBytes writes a file from a Go-quoted string, which a text archive could not
// hold: bytes data/x.toml "\xff\xfe".
func cmdBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: bytes file text [times]")
	}
	text := strings.NewReplacer(`\n`, "\n", `\r`, "\r", `\t`, "\t", `\0`, "\x00").Replace(args[1])
	text = hexByte.ReplaceAllStringFunc(text, func(code string) string {
		b, err := strconv.ParseUint(code[2:], 16, 8)
		ts.Check(err)
		return string([]byte{byte(b)})
	})
	if len(args) > 2 {
		times := 0
		for _, digit := range args[2] {
			times = times*10 + int(digit-'0')
		}
		text = strings.Repeat(text, times)
	}
	name := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	ts.Check(os.WriteFile(name, []byte(text), 0o644))
}

// cmdPortal writes a small portal into data/ without touching what is there:
// portal.toml, the instrument "contoh" with two indicators, and kota-contoh.
func cmdPortal(ts *testscript.TestScript, _ bool, _ []string) {
	for name, text := range smallPortal {
		file := ts.MkAbs(filepath.Join("data", name))
		if _, err := os.Stat(file); err == nil {
			continue
		}
		ts.Check(os.MkdirAll(filepath.Dir(file), 0o755))
		ts.Check(os.WriteFile(file, []byte(text), 0o644))
	}
}

// cmdUntouched builds and wants a failure that leaves public/ byte for byte as
// it was.
func cmdUntouched(ts *testscript.TestScript, neg bool, args []string) {
	public := ts.MkAbs("public")
	ts.Check(os.MkdirAll(public, 0o755))
	marker := filepath.Join(public, ".gitignore")
	ts.Check(os.WriteFile(marker, []byte("keep\n"), 0o644))
	if err := ts.Exec("rapor", append([]string{"build"}, args...)...); err == nil {
		ts.Fatalf("the build succeeded")
	}
	entries, err := os.ReadDir(public)
	ts.Check(err)
	content, err := os.ReadFile(marker)
	ts.Check(err)
	if len(entries) != 1 || !bytes.Equal(content, []byte("keep\n")) {
		ts.Fatalf("public was touched: %v", entries)
	}
}

// smallPortal is the portal of the scripts. Its names are fictional.
var smallPortal = map[string]string{
	"portal.toml": `judul = "Portal Contoh"
pemilik = "Dinas Contoh"
alamat = "https://contoh.example/"
bahasa = ["id"]
[jenis.kota]
nama = "Kota"
urutan = 1
`,
	"instrumen/contoh.toml": `nama = "Instrumen Contoh"
singkatan = "Contoh"
indeks = "Indeks"
tahun = { mulai = 2020, sampai = 2025 }
[tingkat]
min = 1
max = 5
[predikat.baik]
nama = "Baik"
min = 2.6
[predikat.kurang]
nama = "Kurang"
min = 1
[domain.D1]
nama = "Domain"
bobot = 100
[aspek.A1]
domain = "D1"
nama = "Aspek"
bobot = 100
[indikator.I01]
aspek = "A1"
nama = "Satu"
bobot = 60
[indikator.I02]
aspek = "A1"
nama = "Dua"
bobot = 40
`,
	"instansi/kota-contoh/instansi.toml": "nama = \"Kota Contoh\"\njenis = \"kota\"\n",
	"instansi/kota-contoh/2024.toml":     "instrumen = \"contoh\"\n[tingkat.akhir]\nI01 = 3\nI02 = 2\n",
}
