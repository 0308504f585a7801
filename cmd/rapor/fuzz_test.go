package main

import (
	"os"
	"path/filepath"
	"testing"
)

// A small portal of any text is built whole or refused whole: the program ends
// with 0 or 1, and an output folder that was refused is not there.
func FuzzBuild(f *testing.F) {
	f.Add(smallPortal["portal.toml"], smallPortal["instansi/kota-contoh/2024.toml"], "+++\njudul = \"Tentang\"\n+++\nisi\n")
	f.Add(smallPortal["portal.toml"]+"nasional = \"kota-contoh\"\n", "instrumen = \"contoh\"\n[terbit]\nindeks = 3.10\npredikat = \"baik\"\n", "+++\njudul = \"<script>\"\nalias = [\"/lama/\"]\n+++\n[x](javascript:y)\n")
	f.Add(smallPortal["portal.toml"], "instrumen = \"contoh\"\n[tingkat.mandiri]\nI01 = 5\nI02 = 1\n[indikator.I01]\ncatatan = \"*a*\"\n", "")
	f.Fuzz(func(t *testing.T, portal, year, text string) {
		dir, err := os.MkdirTemp("", "rapor-fuzz")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		files := map[string]string{"content/tentang.md": text, "themes/.ada": ""}
		for name, content := range smallPortal {
			files["data/"+name] = content
		}
		files["data/portal.toml"], files["data/instansi/kota-contoh/2024.toml"] = portal, year
		for name, content := range files {
			file := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		out := filepath.Join(dir, "public")
		code, said := rapor("build", "--no-cache", "--lang=en", "--data", filepath.Join(dir, "data"), "--content", filepath.Join(dir, "content"),
			"--themes", filepath.Join(dir, "themes"), "--out", out)
		_, err = os.Stat(out)
		switch {
		case code != exitFine && code != exitBad:
			t.Errorf("exit code %d\n%s", code, said)
		case code == exitBad && err == nil:
			t.Error("refused, and yet there is an output folder")
		case code == exitFine && err != nil:
			t.Error("built, and there is no output folder")
		}
	})
}
