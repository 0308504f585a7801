package main

import (
	"bytes"
	"sync/atomic"
	"time"

	"rapor/cmd/rapor/internal/view"
)

// drawing counts the share cards. Their time is kept apart: it is that of all
// workers together.
type drawing struct{ files, bytes, nanoseconds atomic.Int64 }

// cardsReport is what drawing the share cards took.
type cardsReport struct {
	Files   int64   `json:"berkas"`
	Bytes   int64   `json:"bita"`
	Seconds float64 `json:"detik"`
}

// report is nil where nothing was drawn.
func (d *drawing) report() *cardsReport {
	if d == nil || d.files.Load() == 0 {
		return nil
	}
	return &cardsReport{d.files.Load(), d.bytes.Load(), time.Duration(d.nanoseconds.Load()).Seconds()}
}

// shares writes the badge of every institution and, where cards are wanted, its
// picture and that of the portal. Besides the base they are made from the
// institution's own folder alone.
func (b *builder) shares(site *view.Site) {
	for _, s := range site.Shares() {
		b.do(func() error {
			if s.Slug == "" {
				return b.card(view.PortalCard, s, []string{readAll})
			}
			reads := []string{readOwn + s.Slug}
			for address, content := range map[string]func() []byte{
				view.BadgeFile(s.Slug): func() []byte { return s.Badge().SVG() },
				view.BadgeJSON(s.Slug): func() []byte { return s.Badge().JSON() },
			} {
				_, err := b.emit(output{address: address, source: s.Source, make: func(file *bytes.Buffer) ([]string, error) {
					file.Write(content())
					return reads, nil
				}})
				if err != nil {
					return err
				}
			}
			return b.card(view.CardFile(s.Slug), s, reads)
		})
	}
}

// drawings writes the charts that pages offer as files.
func (b *builder) drawings(site *view.Site) {
	for _, d := range site.Drawings() {
		b.do(func() error {
			reads := d.Reads
			if reads == nil {
				reads = []string{readAll}
			}
			_, err := b.emit(output{address: d.Path, source: d.Source, make: func(file *bytes.Buffer) ([]string, error) {
				file.Write(d.SVG())
				return reads, nil
			}})
			return err
		})
	}
}

// card draws one picture.
func (b *builder) card(address string, s view.Share, reads []string) error {
	if b.cards == nil {
		return nil
	}
	_, err := b.emit(output{address: address, source: s.Source, make: func(file *bytes.Buffer) ([]string, error) {
		start := time.Now()
		if err := s.Card().PNG(file); err != nil {
			return nil, err
		}
		b.cards.nanoseconds.Add(int64(time.Since(start)))
		b.cards.files.Add(1)
		b.cards.bytes.Add(int64(file.Len()))
		return reads, nil
	}})
	return err
}
