package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sortedZip is a zip archive whose parts stand in order of name and without a
// time: the library writes streamed sheets in the order of a map.
type sortedZip struct {
	out   io.Writer
	parts []zipPart
}

type zipPart struct {
	name    string
	content *bytes.Buffer
}

func newSortedZip(w io.Writer) excelize.ZipWriter { return &sortedZip{out: w} }

// Create begins a part. Nothing is written before Close.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	p := zipPart{name, new(bytes.Buffer)}
	z.parts = append(z.parts, p)
	return p.content, nil
}

// AddFS is part of the library's interface; workbooks have no use for it.
func (z *sortedZip) AddFS(fs.FS) error { return errors.New("a workbook holds no folders") }

// Close writes the archive. The content types come first, as some readers look
// no further to tell what a file is.
func (z *sortedZip) Close() error {
	slices.SortFunc(z.parts, func(a, b zipPart) int { return strings.Compare(a.name, b.name) })
	archive := zip.NewWriter(z.out)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, p := range z.parts {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := w.Write(p.content.Bytes()); err != nil {
			return err
		}
	}
	return archive.Close()
}
