package main

import (
	"sync/atomic"
	"time"
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
