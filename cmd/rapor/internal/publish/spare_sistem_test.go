//go:build sistem && linux

package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"rapor/cmd/rapor/internal/cache"
)

// broughtForward is what a helper says that used the spare.
const broughtForward = "the spare was brought forward"

// memoryOf is where helpers leave for the next what they published.
func memoryOf(out string) string { return filepath.Join(cache.Dir(out), "ingatan.json") }

func recalled(out string) *cache.Published {
	var known cache.Published
	content, err := os.ReadFile(memoryOf(out))
	if err != nil || json.Unmarshal(content, &known) != nil {
		return nil
	}
	return &known
}

func remember(s *Site) error {
	time.Sleep(cache.OwnWait)
	if err := os.MkdirAll(cache.Dir(s.out), 0o755); err != nil {
		return err
	}
	known, err := s.Record(cache.Moment(cache.Dir(s.out)))
	if err != nil {
		return err
	}
	content, err := json.Marshal(known)
	if err != nil {
		return err
	}
	name := memoryOf(s.out)
	return errors.Join(os.WriteFile(name+".baru", content, 0o644), os.Rename(name+".baru", name))
}

// A spare that could not be brought forward, because the disk was full, is never
// taken for a whole one by the next publication.
func TestFullDiskWhileASpareIsBroughtForwardLeavesTheOldSite(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for _, options := range []string{"size=2m", "size=100m,nr_inodes=400"} { // no space, and no room for names
		dir := t.TempDir()
		mount(t, "tmpfs", dir, options)
		out := filepath.Join(dir, "public")
		opts := Options{Out: out, Spare: cache.SpareIn(cache.Dir(out))}
		standing, full, used, broken := pages(nil), 0, 0, 0
		for i := range 120 {
			site := pages{"index.html": fmt.Sprint(i), "a/b.html": strings.Repeat("x", 200_000)}
			for j := range random.Intn(240) {
				site[fmt.Sprintf("d%d/%d.html", j/2, j)] = strings.Repeat("y", 1000+random.Intn(2)*3000)
			}
			s := mustOpen(t, opts)
			var err error
			for address, content := range site {
				if err = s.Put(File{Address: address, Content: []byte(content)}); err != nil {
					break
				}
			}
			if err == nil {
				_, _, err = s.Commit(origin)
			}
			if err != nil && !errors.Is(err, syscall.ENOSPC) {
				t.Fatal(err)
			}
			if err == nil {
				standing = site
				known := settled(t, s)
				opts.Known = &known
			}
			switch {
			case err != nil && s.spare != nil:
				broken++
			case err != nil:
				full++
			case s.spare != nil:
				used++
			}
			s.Abort()
			wantTree(t, out, standing)
		}
		if full == 0 || used == 0 {
			t.Errorf("%s: full %d times, a spare used %d times", options, full, used)
		}
		t.Logf("%s: full %d times, a spare used %d times and cut short %d times", options, full, used, broken)
	}
}
