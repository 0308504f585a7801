package export

import (
	"io"
	"sync"
)

// lines gathers the text of a file and hands it on in large pieces. Its buffers
// are used again: a portal has thousands of small files.
type lines struct {
	out  io.Writer
	text []byte
	err  error // the first one
}

const linesSize = 1 << 16

var linesPool = sync.Pool{New: func() any { return &lines{text: make([]byte, 0, linesSize+1<<12)} }}

func newLines(w io.Writer) *lines {
	l := linesPool.Get().(*lines)
	l.out, l.text, l.err = w, l.text[:0], nil
	return l
}

// Write adds to the text.
func (l *lines) Write(p []byte) (int, error) {
	l.text = append(l.text, p...)
	return len(p), nil
}

// next is called between rows: a full buffer is handed on.
func (l *lines) next() {
	if len(l.text) >= linesSize {
		l.pass()
	}
}

func (l *lines) pass() {
	if l.err == nil {
		_, l.err = l.out.Write(l.text)
	}
	l.text = l.text[:0]
}

// end hands on the rest and returns the first error of all. The lines are gone
// after it.
func (l *lines) end() error {
	l.pass()
	err := l.err
	l.out = nil
	linesPool.Put(l)
	return err
}
