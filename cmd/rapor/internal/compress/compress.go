// Package compress makes the .gz and .br files that stand beside a text file,
// for hosts that hand them out as they are. The same content always gives the
// same bytes: no name, no time and nothing of this machine is in them.
package compress

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
)

// minSize is the size in bytes up to which a file is left alone: it fits into
// one packet either way.
const minSize = 1000

// The levels, measured on the pages of the national portal. Brotli 11 makes them
// a tenth smaller than 7 and takes a hundred times as long.
const (
	gzipLevel   = gzip.BestCompression
	brotliLevel = 7
)

// Worthwhile reports whether a file of a media type and a size in bytes gets
// compressed forms: texts over 1 kB.
func Worthwhile(mediaType string, size int) bool {
	if size <= minSize {
		return false
	}
	kind, _, _ := strings.Cut(mediaType, ";")
	for _, ending := range []string{"json", "xml", "toml", "csv"} {
		if strings.HasSuffix(kind, ending) {
			return true
		}
	}
	return strings.HasPrefix(kind, "text/")
}

// Form is one compressed form of a file.
type Form struct {
	Suffix string // of the address: .gz, .br
	writer func(io.Writer) writer
	pool   sync.Pool
}

// writer is a compressor that can be used again.
type writer interface {
	io.WriteCloser
	Reset(io.Writer)
}

// Forms are all of them, in the order in which they are made.
var Forms = [2]*Form{{Suffix: ".gz", writer: newGzip}, {Suffix: ".br", writer: newBrotli}}

func newBrotli(w io.Writer) writer { return brotli.NewWriterLevel(w, brotliLevel) }

func newGzip(w io.Writer) writer {
	z, _ := gzip.NewWriterLevel(w, gzipLevel) // fails for an unknown level only
	z.ModTime = noTime
	return gzipWriter{z}
}

// noTime is written as the time 0, "none"; the library's own zero is the year 2042.
var noTime = time.Unix(0, 0)

type gzipWriter struct{ *gzip.Writer }

// Reset also forgets the header, the time with it.
func (z gzipWriter) Reset(w io.Writer) {
	z.Writer.Reset(w)
	z.ModTime = noTime
}

// Make compresses a content. Any number of goroutines may call it.
func (f *Form) Make(content []byte) ([]byte, error) {
	var out bytes.Buffer
	w, used := f.pool.Get().(writer)
	if used {
		w.Reset(&out)
	} else {
		w = f.writer(&out)
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	f.pool.Put(w)
	return out.Bytes(), nil
}

// packers are used again: each has some hundred kilobytes of tables.
var packers sync.Pool

// Zlib packs the points of a picture: quickly, for they are made anew in every
// build, and still as small as the standard library makes them.
func Zlib(content []byte) ([]byte, error) {
	var out bytes.Buffer
	z, used := packers.Get().(*zlib.Writer)
	if used {
		z.Reset(&out)
	} else {
		z, _ = zlib.NewWriterLevel(&out, zlib.BestSpeed) // fails for an unknown level only
	}
	if _, err := z.Write(content); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	packers.Put(z)
	return out.Bytes(), nil
}
