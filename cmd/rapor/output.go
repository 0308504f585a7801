package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"io"
	"sync"
	"time"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/compress"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/publish"
)

// output is one file of the site that is to be there. Every file takes this one
// way: it is used again where all that it was made from is as it was, else it is
// made, compressed if asked, and published.
type output struct {
	address string
	source  diag.Pos // what asks for it
	look    string   // what it takes of the themes; "": readTheme

	// make writes the file and tells what it was made from besides the base and the
	// look; see readAll.
	make func(*bytes.Buffer) ([]string, error)

	// write does the same for a file that is too long to be held whole: it goes to
	// the disk as it comes. Then make is nil.
	write func(io.Writer) ([]string, error)
}

// content makes the bytes of a file.
func (o *output) content(to *bytes.Buffer) ([]string, error) {
	if o.write != nil {
		return o.write(to)
	}
	return o.make(to)
}

// buffers hold files until they are written.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// largestKept is the largest buffer that is used again, in bytes: the few larger
// files must not stay in memory for as long as pages are made.
const largestKept = 1 << 20

// emit brings a file into the site and tells its digest and size.
func (b *builder) emit(o output) (cache.Made, error) {
	if made, ok := b.recall.stands(o.address); ok {
		if kept, err := b.again(o, made); kept || err != nil {
			return made, err
		}
	}
	if o.write != nil {
		return b.stream(o)
	}
	content := buffers.Get().(*bytes.Buffer)
	content.Reset()
	defer func() {
		if content.Cap() <= largestKept {
			buffers.Put(content)
		}
	}()
	reads, err := o.make(content)
	if err != nil {
		return cache.Made{}, err
	}
	return b.stage(o, content.Bytes(), reads)
}

// stage publishes the bytes of a file.
func (b *builder) stage(o output, content []byte, reads []string) (cache.Made, error) {
	made := cache.Made{Sum: sha256.Sum256(content), Bytes: int64(len(content))}
	if err := b.site.Put(publish.File{Address: o.address, Source: o.source, Content: content, Sum: made.Sum}); err != nil {
		return made, err
	}
	b.learn(o, made, reads)
	return made, b.compress(o, made, func() ([]byte, error) { return content, nil })
}

// stream publishes a file as it comes. Its compressed forms need it whole.
func (b *builder) stream(o output) (made cache.Made, err error) {
	var reads []string
	made.Sum, made.Bytes, err = b.site.PutFrom(o.address, o.source, func(w io.Writer) (err error) {
		reads, err = o.write(w)
		return err
	})
	if err != nil {
		return made, err
	}
	b.learn(o, made, reads)
	return made, b.compress(o, made, o.whole)
}

// whole makes a file that is published already once more.
func (o *output) whole() ([]byte, error) {
	var content bytes.Buffer
	_, err := o.content(&content)
	return content.Bytes(), err
}

func (b *builder) learn(o output, made cache.Made, reads []string) {
	b.recall.learn(o.address, append([]string{cmp.Or(o.look, readTheme)}, reads...), made.Sum, made.Bytes)
}

// put publishes a file that is at hand.
func (b *builder) put(f publish.File) error {
	_, err := b.stage(output{address: f.Address, source: f.Source}, f.Content, []string{readAll})
	return err
}

// again uses a file of the last build; false where it is not to be had.
func (b *builder) again(o output, made cache.Made) (bool, error) {
	kept, err := b.site.Keep(o.address, o.source, made.Sum)
	if err != nil || !kept {
		return false, err
	}
	b.recall.again(o.address, made)
	return true, b.compress(o, made, o.whole)
}

// largestPacked is the largest file that gets compressed forms, in bytes: they need
// it whole, and the table of all figures of 25,000 institutions has a gigabyte.
const largestPacked = 256 << 20

// compress publishes the compressed forms of a file beside it. Those of the same
// bytes are used again, whatever the bytes were made from.
func (b *builder) compress(o output, made cache.Made, content func() ([]byte, error)) error {
	if b.squeeze == nil || made.Bytes > largestPacked || !compress.Worthwhile(publish.MediaType(o.address), int(made.Bytes)) {
		return nil
	}
	b.squeeze.files.Add(1)
	b.squeeze.before.Add(made.Bytes)
	for i, form := range compress.Forms {
		address := o.address + form.Suffix
		if old, ok := b.recall.form(address, made.Sum); ok {
			kept, err := b.site.Keep(address, o.source, old.Sum)
			if err != nil {
				return err
			}
			if kept {
				b.squeeze.after[i].Add(old.Bytes)
				b.recall.keepForm(address, old)
				continue
			}
		}
		text, err := content()
		if err != nil {
			return err
		}
		start := time.Now()
		packed, err := form.Make(text)
		if err != nil {
			return err
		}
		b.squeeze.nanoseconds.Add(int64(time.Since(start)))
		b.squeeze.after[i].Add(int64(len(packed)))
		if err := b.site.Put(publish.File{Address: address, Source: o.source, Content: packed}); err != nil {
			return err
		}
		b.recall.keepForm(address, cache.Form{From: made.Sum, Sum: sha256.Sum256(packed), Bytes: int64(len(packed))})
	}
	return nil
}
