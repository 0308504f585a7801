package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"time"
)

// packed is one file of an archive.
type packed struct {
	name       string
	content    []byte
	executable bool
}

func (p packed) mode() int64 {
	if p.executable {
		return 0o755
	}
	return 0o644
}

// moment is the time of every file: the first that both forms can hold.
var moment = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// packTar packs files into a .tar.gz.
func packTar(folder string, files []packed) ([]byte, error) {
	var b bytes.Buffer
	squeezed, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	out := tar.NewWriter(squeezed)
	for _, f := range files {
		head := tar.Header{Name: folder + "/" + f.name, Mode: f.mode(), Size: int64(len(f.content)), ModTime: moment, Format: tar.FormatUSTAR}
		if err := out.WriteHeader(&head); err != nil {
			return nil, err
		}
		if _, err := out.Write(f.content); err != nil {
			return nil, err
		}
	}
	return finish(&b, out.Close(), squeezed.Close())
}

// packZip packs files into a .zip, which Windows opens without any program.
func packZip(folder string, files []packed) ([]byte, error) {
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range files {
		head := zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: moment}
		w, err := out.CreateHeader(&head)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.content); err != nil {
			return nil, err
		}
	}
	return finish(&b, out.Close())
}

func finish(b *bytes.Buffer, errs ...error) ([]byte, error) { return b.Bytes(), errors.Join(errs...) }
