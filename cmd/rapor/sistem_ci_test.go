//go:build sistem

package main

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"rapor/cmd/rapor/internal/starter"
)

// office is a portal under version control, the host that its site is published
// on, and the clean clones in which CI works.
type office struct {
	t      *testing.T
	origin string // bare repository
	work   string // the editor's clone
	host   string // folder of the published site
	server *httptest.Server
	env    []string
}

// newOffice makes the portal of the scripts with the files of one CI.
func newOffice(t *testing.T, ci string) *office {
	t.Helper()
	dir := t.TempDir()
	o := &office{t: t, origin: filepath.Join(dir, "origin.git"), work: filepath.Join(dir, "kantor"), host: filepath.Join(dir, "host")}
	o.server = httptest.NewServer(http.StripPrefix("/portal/", http.FileServer(http.Dir(o.host))))
	t.Cleanup(o.server.Close)
	archive := programArchive(t, dir)
	o.env = append(os.Environ(), "RAPOR_UNDUH=file://"+archive, "RAPOR_SHA256="+sumOf(t, archive), "LC_ALL=id_ID.UTF-8", "TANGGAL=2026-11-21",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@contoh.example", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@contoh.example",
		"GIT_CONFIG_GLOBAL=/dev/null", "GITHUB_STEP_SUMMARY=ringkasan.md", "RINGKASAN=ringkasan.md")
	o.sh(dir, "git init -q --bare -b main origin.git && git clone -q origin.git kantor 2>&1")
	for name, text := range smallPortal {
		if name == "portal.toml" {
			text = strings.Replace(text, "https://contoh.example/", o.server.URL+"/portal/", 1)
		}
		o.write("data/"+name, text)
	}
	o.write("data/instansi/kota-contoh/2023.toml", "instrumen = \"contoh\"\n[terbit]\nindeks = 2.10\n")
	for _, folder := range []string{"common", "ci/" + ci} {
		files, err := starter.Files(folder)
		if err != nil {
			t.Fatal(err)
		}
		for name, content := range files {
			o.write(name, string(content))
		}
	}
	o.push("portal")
	return o
}

// programArchive packs this test's own program as a release is packed.
func programArchive(t *testing.T, dir string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "rapor.tar.gz")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	packed, _ := gzip.NewWriterLevel(file, gzip.BestSpeed)
	out := tar.NewWriter(packed)
	err = out.WriteHeader(&tar.Header{Name: "rapor-0-linux-amd64/rapor", Mode: 0o755, Size: int64(len(content))})
	if err == nil {
		_, err = out.Write(content)
	}
	if err := errors.Join(err, out.Close(), packed.Close(), file.Close()); err != nil {
		t.Fatal(err)
	}
	return name
}

func sumOf(t *testing.T, name string) string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		t.Fatal(err)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (o *office) write(name, text string) {
	o.t.Helper()
	file := filepath.Join(o.work, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
		o.t.Fatal(err)
	}
}

// push commits what the editor did.
func (o *office) push(message string) {
	o.t.Helper()
	o.sh(o.work, "git pull -q --rebase origin main 2>/dev/null || true; git add -A && git commit -q -m '"+message+"' && git push -q origin HEAD:main")
}

// clone is a clean copy, as CI checks it out.
func (o *office) clone() string {
	o.t.Helper()
	dir := filepath.Join(o.t.TempDir(), "klon")
	o.sh(filepath.Dir(dir), "git clone -q "+o.origin+" klon")
	return dir
}

// mayPush is what GitLab gives a job that may write; git then reaches the office's
// repository by the address that the job makes of it.
func (o *office) mayPush() []string {
	return []string{"RAPOR_DORONG=rahasia", "CI_SERVER_HOST=gitlab.example", "CI_PROJECT_PATH=dinas/portal", "CI_COMMIT_BRANCH=main",
		"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url." + o.origin + ".insteadOf", "GIT_CONFIG_VALUE_0=https://rapor:rahasia@gitlab.example/dinas/portal.git"}
}

// publish is what the host's own deployment does.
func (o *office) publish(dir string) {
	o.t.Helper()
	o.sh(dir, "rm -rf "+o.host+" && cp -r public "+o.host)
}

// sh runs one step as CI does and wants it to succeed.
func (o *office) sh(dir, step string, env ...string) string {
	o.t.Helper()
	out, err := o.try(dir, step, env...)
	if err != nil {
		o.t.Fatalf("%s\n%v\n%s", step, err, out)
	}
	return out
}

func (o *office) try(dir, step string, env ...string) (string, error) {
	cmd := exec.Command("bash", "-e", "-c", step)
	cmd.Dir, cmd.Env = dir, append(slices.Clone(o.env), env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// refused runs steps until one fails, and wants that to say why.
func (o *office) refused(dir string, steps []string, want string, env ...string) {
	o.t.Helper()
	for _, step := range steps {
		if out, err := o.try(dir, step, env...); err != nil {
			if !strings.Contains(out, want) {
				o.t.Errorf("the steps failed without saying %q:\n%s", want, out)
			}
			return
		}
	}
	o.t.Errorf("the steps passed; %q was wanted", want)
}

func (o *office) run(dir string, steps []string, env ...string) {
	o.t.Helper()
	for _, step := range steps {
		o.sh(dir, step, env...)
	}
}

// workflow is the part of a GitHub workflow that tests look at.
type workflow struct {
	Permissions map[string]string
	Jobs        map[string]struct {
		Permissions map[string]string
		Timeout     int `yaml:"timeout-minutes"`
		Steps       []struct {
			Uses, Run string
		}
	}
}

func gitHubWorkflow(t *testing.T, content []byte) (w workflow, steps map[string][]string) {
	t.Helper()
	if err := yaml.Unmarshal(content, &w); err != nil {
		t.Fatal(err)
	}
	steps = map[string][]string{}
	for name, job := range w.Jobs {
		for _, step := range job.Steps {
			if step.Run != "" {
				steps[name] = append(steps[name], step.Run)
			}
		}
	}
	return w, steps
}

// gitLabSteps are the script lines of each job; what the image lacks is
// installed before them and is no part of a test.
func gitLabSteps(t *testing.T, content []byte) map[string][]string {
	t.Helper()
	var jobs map[string]yaml.Node
	if err := yaml.Unmarshal(content, &jobs); err != nil {
		t.Fatal(err)
	}
	steps := map[string][]string{}
	for name, node := range jobs {
		var job struct{ Script []string }
		if err := node.Decode(&job); err == nil && len(job.Script) > 0 {
			steps[name] = job.Script
		}
	}
	return steps
}

func starterFile(t *testing.T, ci, name string) []byte {
	t.Helper()
	files, err := starter.Files("ci/" + ci)
	if err != nil {
		t.Fatal(err)
	}
	return files[name]
}

// TestTheNightlyRunOfEachServicePublishesAndRefuses follows a portal through its
// first nights, with the very steps of the files that `rapor init` writes.
func TestTheNightlyRunOfEachServicePublishesAndRefuses(t *testing.T) {
	_, gitHub := gitHubWorkflow(t, starterFile(t, "github", ".github/workflows/terbit.yml"))
	gitLab := gitLabSteps(t, starterFile(t, "gitlab", ".gitlab-ci.yml"))
	for _, service := range []struct {
		name, ci      string
		build, record []string
		writes        bool // the job that records may write to the repository
	}{{"GitHub", "github", gitHub["bangun"], gitHub["catat"], true}, {"GitLab", "gitlab", gitLab["pages"], gitLab["catat"], true},
		{"GitLab without a token", "gitlab", gitLab["pages"], gitLab["catat"], false}} {
		t.Run(service.name, func(t *testing.T) {
			if len(service.build) != 5 || len(service.record) == 0 {
				t.Fatalf("steps: %q and %q", service.build, service.record)
			}
			o := newOffice(t, service.ci)
			o.refused(o.clone(), service.build, "Terbitan pertama? Jalankan sekali dengan PENJAGA=first")
			o.refused(o.clone(), service.build, "tidak sama dengan RAPOR_SHA256", "RAPOR_SHA256="+strings.Repeat("0", 64))

			first := o.clone()
			o.run(first, service.build, "PENJAGA=first")
			o.publish(first)
			o.refused(o.clone(), service.build, "sudah terbit", "PENJAGA=first")

			o.write("data/instansi/kota-contoh/2025.toml", "instrumen = \"contoh\"\n[terbit]\nindeks = 3.20\n")
			o.push("hasil 2025")
			second := o.clone()
			o.run(second, service.build)
			for name, want := range map[string]string{"ringkasan.md": "Hasil baru (1)", "public/perubahan/index.html": "Hasil baru: 1",
				"public/perubahan/atom.xml": "3,20", "data/perubahan/2026-11-21.json": `"jenis":"hasil-baru"`} {
				if text, err := os.ReadFile(filepath.Join(second, name)); err != nil || !strings.Contains(string(text), want) {
					t.Errorf("%s: no %q (%v)\n%s", name, want, err, text)
				}
			}
			o.publish(second)
			if service.writes {
				o.run(second, service.record, o.mayPush()...)
				if kept := o.sh(o.work, "git fetch -q origin && git show origin/main:data/perubahan/2026-11-21.json"); !strings.Contains(kept, "hasil-baru") {
					t.Errorf("the record of changes is not in the repository: %s", kept)
				}
			}

			// A quiet night: what was recorded comes from the repository, or from
			// the site where nobody may write to that.
			third := o.clone()
			o.run(third, service.build)
			if !strings.Contains(o.sh(third, "diff -r public "+o.host+" && echo sama"), "sama") {
				t.Error("a night without changes published something else")
			}

			o.sh(o.work, "git pull -q --rebase origin main && git rm -q data/instansi/kota-contoh/2023.toml")
			o.push("hapus")
			o.refused(o.clone(), service.build, "Kota Contoh 2023 hilang dari terbitan")
			o.sh(o.work, "git revert --no-edit HEAD >/dev/null && sed -i 's/3.20/3.21/' data/instansi/kota-contoh/2025.toml")
			o.push("ubah")
			o.refused(o.clone(), service.build, "terbit sebagai 3.20 dan kini 3.21, tanpa koreksi")
		})
	}
}

func TestTheScriptForCronPublishesWithRsync(t *testing.T) {
	o := newOffice(t, "cron")
	dir := o.clone()
	o.sh(dir, "sh .ci/terbit.sh pasang")
	target := "TUJUAN=" + o.host + "/"
	o.refused(dir, []string{"sh .ci/malam.sh"}, "TUJUAN")
	o.sh(dir, "sh .ci/malam.sh", target, "PENJAGA=first")
	if err := os.WriteFile(filepath.Join(o.host, "sisa.html"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	o.write("data/instansi/kota-contoh/2025.toml", "instrumen = \"contoh\"\n[terbit]\nindeks = 3.20\n")
	o.push("hasil 2025")
	o.sh(dir, "sh .ci/malam.sh", target)
	o.sh(dir, "diff -r public "+o.host)
	o.refused(dir, []string{"flock .rapor-kunci sh .ci/malam.sh"}, "penerbitan lain sedang berjalan", target)
	o.sh(o.work, "git rm -q data/instansi/kota-contoh/2023.toml")
	o.push("hapus")
	o.refused(dir, []string{"sh .ci/malam.sh"}, "hilang dari terbitan", target)
	o.sh(dir, "test -f "+o.host+"/instansi/kota-contoh/2023/index.html")
}

func TestTheScriptForStorageSendsWhatWasVerified(t *testing.T) {
	o := newOffice(t, "s3")
	dir := o.clone()
	o.run(dir, []string{"sh .ci/terbit.sh pasang", "sh .ci/terbit.sh bangun"}, "PENJAGA=first")
	// An alias stands for the bucket; the steps are the same.
	bucket := []string{"TUJUAN=portal:ember", "RCLONE_CONFIG_PORTAL_TYPE=alias", "RCLONE_CONFIG_PORTAL_REMOTE=" + filepath.Dir(o.host) + "/s3", "RCLONE_CONFIG=/dev/null"}
	o.sh(dir, "sh .ci/s3.sh", bucket...)
	o.sh(dir, "diff -r public "+filepath.Dir(o.host)+"/s3/ember")
	o.sh(dir, "echo x >> public/index.html")
	o.refused(dir, []string{"sh .ci/s3.sh"}, "public/index.html", bucket...)
}

// Each action stands with its full version, and no job may do more than it must.
func TestWorkflowsArePinnedAndMayDoLittle(t *testing.T) {
	own, err := os.ReadFile("../../.github/workflows/uji.yml")
	if err != nil {
		t.Fatal(err)
	}
	full := regexp.MustCompile(`^[a-z-]+/[a-z-]+@v\d+\.\d+\.\d+$`)
	allowed := map[string]map[string]string{
		"bangun": {"contents": "read"}, "terbit": {"pages": "write", "id-token": "write"}, "catat": {"contents": "write"}, "uji": {"contents": "read"},
	}
	for _, content := range [][]byte{starterFile(t, "github", ".github/workflows/terbit.yml"), own} {
		w, _ := gitHubWorkflow(t, content)
		if w.Permissions == nil || len(w.Permissions) > 0 {
			t.Errorf("permissions of all jobs: %v", w.Permissions)
		}
		for name, job := range w.Jobs {
			if !maps.Equal(job.Permissions, allowed[name]) || job.Timeout == 0 {
				t.Errorf("job %s: permissions %v, timeout %d", name, job.Permissions, job.Timeout)
			}
			for _, step := range job.Steps {
				if step.Uses != "" && !full.MatchString(step.Uses) {
					t.Errorf("job %s: %s is not pinned by its full version", name, step.Uses)
				}
			}
		}
	}
}
