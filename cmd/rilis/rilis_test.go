package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"slices"
	"strings"
	"testing"
)

var sample = []packed{{"rapor", []byte("program"), true}, {"LICENSE", []byte("terms"), false}}

func TestArchivesHoldTheFilesAndNothingOfTheMachine(t *testing.T) {
	first, err := packTar("rapor-0", sample)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := packTar("rapor-0", sample)
	if !bytes.Equal(first, again) {
		t.Error("two archives differ")
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if !unzipped.ModTime.IsZero() || unzipped.Name != "" {
		t.Errorf("gzip says %v %q", unzipped.ModTime, unzipped.Name)
	}
	var got []string
	for in := tar.NewReader(unzipped); ; {
		head, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if head.Uid+head.Gid != 0 || head.Uname+head.Gname != "" || !head.ModTime.Equal(moment) {
			t.Errorf("%s tells of the machine: %+v", head.Name, head)
		}
		if executable := head.Mode&0o111 != 0; executable != strings.HasSuffix(head.Name, "/rapor") {
			t.Errorf("%s: mode %o", head.Name, head.Mode)
		}
		got = append(got, head.Name)
	}
	if !slices.Equal(got, []string{"rapor-0/rapor", "rapor-0/LICENSE"}) {
		t.Errorf("files: %q", got)
	}
}

func TestTheArchiveForWindowsOpens(t *testing.T) {
	content, err := packZip("rapor-0", sample)
	if err != nil {
		t.Fatal(err)
	}
	in, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range in.File {
		if f.Name != "rapor-0/"+sample[i].name || !f.Modified.Equal(moment) {
			t.Errorf("%s %v", f.Name, f.Modified)
		}
	}
}

func TestTheFileToClickOnHasTheLineEndsOfWindows(t *testing.T) {
	if strings.Count(preview, "\n") != strings.Count(preview, "\r\n") || !strings.Contains(preview, "serve --open") {
		t.Errorf("%q", preview)
	}
}
