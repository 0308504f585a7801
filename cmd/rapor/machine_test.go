package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

// What the user of a machine can mend is said in words; root cannot be refused,
// so the errors are made here.
func TestMachineFaultsAreSaidInWords(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("x: %w", &fs.PathError{Op: "open", Path: "data/portal.toml", Err: fs.ErrPermission}),
			"rapor: tidak ada izin untuk membaca atau menulis data/portal.toml\n"},
		{&fs.PathError{Op: "write", Path: "public/x", Err: syscall.ENOSPC}, "rapor: tempat penyimpanan penuh: write public/x: "},
		{&fs.PathError{Op: "read", Path: "data/x", Err: syscall.EIO}, "rapor: read data/x: "},
	} {
		var stderr bytes.Buffer
		a := newApp(context.Background(), []string{"--lang=id"}, nil, &stderr, &stderr)
		if code := a.exitCode(c.err); code != exitMachine {
			t.Errorf("%v: exit %d", c.err, code)
		}
		if !strings.HasPrefix(stderr.String(), c.want) {
			t.Errorf("got %q, want %q", stderr.String(), c.want)
		}
	}
}
