package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"rapor/cmd/rapor/internal/lang"
)

// progress shows how far long work is: on a terminal a bar on one line, which
// is gone when the work ends; elsewhere a line now and then. Work that ends
// before the delay shows nothing. A nil progress shows nothing at all.
type progress struct {
	out     io.Writer
	wording lang.Wording
	bar     bool
	width   func() int // of the terminal
	ticks   *time.Ticker
	delay   time.Duration
	start   time.Time
	quit    chan struct{}
	restore func()
	ended   sync.WaitGroup

	mu          sync.Mutex
	label       string
	done, total int
	shown       int // characters that stand on the line
}

// When something is shown at all, and how often it changes.
const (
	progressDelay = time.Second
	barInterval   = 100 * time.Millisecond
	lineInterval  = 10 * time.Second
)

// newProgress begins to watch work; stop ends it. Until then whatever is
// printed to a.stderr goes through it, so that the bar is never in between. It is
// nil with --quiet.
func (a *app) newProgress() *progress {
	if a.common.quiet {
		return nil
	}
	file, ok := fileBehind(a.stderr)
	bar := ok && term.IsTerminal(int(file.Fd())) && os.Getenv("CI") == ""
	width := func() int {
		columns, _, err := term.GetSize(int(file.Fd()))
		if err != nil || columns <= 0 {
			return 80
		}
		return columns
	}
	interval := lineInterval
	if bar {
		interval = barInterval
	}
	p := &progress{out: a.stderr, wording: a.wording, bar: bar, width: width, delay: progressDelay, ticks: time.NewTicker(interval)}
	p.restore = func() { a.stderr = p.out }
	a.stderr = p
	p.run()
	return p
}

func (p *progress) run() {
	p.start, p.quit = time.Now(), make(chan struct{})
	p.ended.Go(func() {
		for {
			select {
			case now := <-p.ticks.C:
				if now.Sub(p.start) >= p.delay {
					p.show()
				}
			case <-p.quit:
				return
			}
		}
	})
}

// begin names what is done now, with the number of steps it takes; 0 where that
// is not known.
func (p *progress) begin(key string, total int) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.label, p.done, p.total = p.wording.Text(key), 0, total
}

// step counts one step. It may be called from any goroutine.
func (p *progress) step() {
	if p == nil {
		return
	}
	p.mu.Lock()
	p.done++
	p.mu.Unlock()
}

// stop ends the showing and clears the line, so that what is printed next
// stands alone. It may be called again.
func (p *progress) stop() {
	if p == nil || p.quit == nil {
		return
	}
	p.ticks.Stop()
	close(p.quit)
	p.ended.Wait()
	p.quit = nil
	p.clear()
	p.restore()
}

// fileBehind is the file that a writer writes to, if any, also while the bar
// stands before it.
func fileBehind(w io.Writer) (*os.File, bool) {
	if p, ok := w.(*progress); ok {
		w = p.out
	}
	file, ok := w.(*os.File)
	return file, ok
}

// clear takes the bar off its line.
func (p *progress) clear() {
	if p.shown > 0 {
		fmt.Fprintf(p.out, "\r%s\r", strings.Repeat(" ", p.shown))
		p.shown = 0
	}
}

// Write prints something else: the bar makes room and comes back later.
func (p *progress) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	return p.out.Write(text)
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.label == "" {
		return
	}
	if !p.bar {
		fmt.Fprintln(p.out, p.label+p.count())
		return
	}
	line := p.label + p.drawn() + p.count()
	if room := p.width() - 1; utf8.RuneCountInString(line) > room {
		line = string([]rune(line)[:max(room, 0)])
	}
	length := utf8.RuneCountInString(line)
	fmt.Fprintf(p.out, "\r%s%s", line, strings.Repeat(" ", max(p.shown-length, 0)))
	p.shown = length
}

// drawn is the bar itself. It has no escape codes, so any terminal can show it.
func (p *progress) drawn() string {
	const length = 30
	if p.total == 0 {
		return ""
	}
	full := min(p.done*length/p.total, length)
	return " [" + strings.Repeat("#", full) + strings.Repeat(".", length-full) + "]"
}

func (p *progress) count() string {
	if p.total == 0 {
		return ""
	}
	return fmt.Sprintf(" %d/%d", p.done, p.total)
}
