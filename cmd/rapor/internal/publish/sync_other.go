//go:build !linux

package publish

// syncStaged has no call of its own here: one for each file would cost more
// than the whole build. After a power cut the next build compares every file
// with its digest and writes what is wrong anew.
func syncStaged(string) error { return nil }
