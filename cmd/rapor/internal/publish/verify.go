package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/diag"
)

// Change is how a file differs from the manifest.
type Change int

const (
	Changed Change = iota // other bytes, or no regular file any more
	Missing               // listed, but not there
	Added                 // there, but not listed
)

// Difference is one file of a published site that is not as its manifest
// says.
type Difference struct {
	Address string
	Change  Change
}

// Verify compares a published site with its manifest, every byte of it, and
// returns the differences by address, each also as a problem at its file. A
// folder without a manifest of ours is a problem as well. The files of git in
// the folder's root are no part of the site.
func Verify(ctx context.Context, dir string) ([]Difference, diag.List, error) {
	var problems diag.List
	var site oldSite
	if _, err := os.Stat(dir); err != nil {
		return nil, problems, err
	}
	if err := site.readManifest(filepath.Join(dir, manifestName)); err != nil {
		return nil, problems, err
	}
	switch pos := (diag.Pos{File: filepath.Join(dir, manifestName)}); {
	case site.damaged:
		problems.Errorf(pos, "publish-verify-damaged")
		return nil, problems, nil
	case site.files == nil:
		problems.Errorf(pos, "publish-verify-none")
		return nil, problems, nil
	}
	differences, err := compareSite(ctx, dir, site.files)
	keys := map[Change]string{Changed: "publish-verify-changed", Missing: "publish-verify-missing", Added: "publish-verify-added"}
	for _, d := range differences {
		problems.Errorf(diag.Pos{File: filepath.Join(dir, filepath.FromSlash(d.Address))}, keys[d.Change])
	}
	return differences, problems, err
}

// compareSite walks the folder and hashes what is listed. It never opens a
// path out of the manifest, only what the walk finds.
func compareSite(ctx context.Context, dir string, files map[string]listed) ([]Difference, error) {
	var differences []Difference
	var present []string
	seen := map[string]bool{}
	err := walk(ctx, dir, 1, func(address string, kind fs.FileMode, _ bool) error {
		_, isListed := files[address]
		switch {
		case kind.IsDir() && !isListed, kind.IsRegular() && (address == manifestName || isKept(address) && !isListed):
		case !isListed:
			differences = append(differences, Difference{address, Added})
		case kind.IsRegular():
			seen[address] = true
			present = append(present, address)
		default:
			seen[address] = true
			differences = append(differences, Difference{address, Changed})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for address := range files {
		if !seen[address] {
			differences = append(differences, Difference{address, Missing})
		}
	}
	changed, err := changedFiles(ctx, dir, files, present)
	differences = append(differences, changed...)
	slices.SortFunc(differences, func(a, b Difference) int { return strings.Compare(a.Address, b.Address) })
	return differences, err
}

// changedFiles hashes files on all processors.
func changedFiles(ctx context.Context, dir string, files map[string]listed, present []string) ([]Difference, error) {
	differs := make([]bool, len(present))
	workers, ctx := errgroup.WithContext(ctx)
	workers.SetLimit(runtime.GOMAXPROCS(0))
	for i, address := range present {
		workers.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			file, err := os.Open(filepath.Join(dir, filepath.FromSlash(address)))
			if errors.Is(err, fs.ErrNotExist) {
				differs[i] = true
				return nil
			} else if err != nil {
				return err
			}
			defer file.Close()
			sum, err := digestOf(file)
			differs[i] = sum != files[address].sum
			if err != nil {
				return fmt.Errorf("verify: %w", err)
			}
			return nil
		})
	}
	err := workers.Wait()
	var out []Difference
	for i, address := range present {
		if differs[i] {
			out = append(out, Difference{address, Changed})
		}
	}
	return out, err
}
