package main

import (
	"sync/atomic"
	"time"

	"rapor/cmd/rapor/internal/compress"
	"rapor/cmd/rapor/internal/publish"
)

// squeeze counts what --compress does. Its time is kept apart: it is that of
// all workers together.
type squeeze struct {
	files, before, nanoseconds atomic.Int64
	after                      [2]atomic.Int64 // as compress.Forms
}

// compressReport is what --compress did. Seconds is the time of all workers
// together, so it is more than the clock shows.
type compressReport struct {
	Files   int64   `json:"berkas"`
	Before  int64   `json:"bita"`
	Gzip    int64   `json:"bita_gz"`
	Brotli  int64   `json:"bita_br"`
	Seconds float64 `json:"detik"`
}

func (s *squeeze) report() *compressReport {
	if s == nil {
		return nil
	}
	return &compressReport{s.files.Load(), s.before.Load(), s.after[0].Load(), s.after[1].Load(), time.Duration(s.nanoseconds.Load()).Seconds()}
}

// put stages a file of the site, and with --compress its compressed forms
// beside it.
func (b *builder) put(f publish.File) error {
	if err := b.site.Put(f); err != nil || b.squeeze == nil || !compress.Worthwhile(publish.MediaType(f.Address), len(f.Content)) {
		return err
	}
	b.squeeze.files.Add(1)
	b.squeeze.before.Add(int64(len(f.Content)))
	for i, form := range compress.Forms {
		start := time.Now()
		packed, err := form.Make(f.Content)
		if err != nil {
			return err
		}
		b.squeeze.nanoseconds.Add(int64(time.Since(start)))
		b.squeeze.after[i].Add(int64(len(packed)))
		if err := b.site.Put(publish.File{Address: f.Address + form.Suffix, Source: f.Source, Content: packed}); err != nil {
			return err
		}
	}
	return nil
}
