package main

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"rapor/cmd/rapor/internal/lang"
)

// screen is a terminal's memory: what was written, and what a person would see.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *screen) written() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// seen plays the writing: \r goes back to the start of the line.
func (s *screen) seen() []string {
	var lines []string
	for raw := range strings.SplitSeq(s.written(), "\n") {
		var line []rune
		for part := range strings.SplitSeq(raw, "\r") {
			for i, r := range []rune(part) {
				if i < len(line) {
					line[i] = r
				} else {
					line = append(line, r)
				}
			}
		}
		lines = append(lines, strings.TrimRight(string(line), " "))
	}
	return lines
}

// watched is a progress that shows at once, and its screen.
func watched(bar bool, columns int) (*progress, *screen) {
	s := &screen{}
	p := &progress{out: s, wording: lang.Wording{Code: "id"}, bar: bar, width: func() int { return columns },
		ticks: time.NewTicker(time.Millisecond), restore: func() {}}
	return p, s
}

// until waits for something to stand on the screen.
func until(t *testing.T, s *screen, want string) {
	t.Helper()
	for range 2000 {
		if strings.Contains(s.written(), want) {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatalf("%q is not in %q", want, s.written())
}

func TestTheBarShowsHowFarAndIsGoneAtTheEnd(t *testing.T) {
	p, s := watched(true, 80)
	p.run()
	p.begin("progress-pages", 4)
	until(t, s, "membuat halaman [..............................] 0/4")
	p.step()
	p.step()
	p.step()
	until(t, s, "membuat halaman [######################........] 3/4")
	p.begin("progress-publish", 0)
	until(t, s, "menerbitkan ")
	p.stop()
	p.stop()
	if seen := s.seen(); len(seen) != 1 || seen[0] != "" {
		t.Errorf("left on the screen: %q", seen)
	}
}

func TestWhatIsPrintedMeanwhileStandsAlone(t *testing.T) {
	p, s := watched(true, 80)
	p.run()
	p.begin("progress-pages", 4)
	until(t, s, "0/4")
	if _, err := p.Write([]byte("data/x.toml:1:1: warning: sesuatu\n")); err != nil {
		t.Fatal(err)
	}
	p.stop()
	if seen := s.seen(); len(seen) != 2 || seen[0] != "data/x.toml:1:1: warning: sesuatu" || seen[1] != "" {
		t.Errorf("on the screen: %q", seen)
	}
}

func TestTheBarNeverFillsANarrowLine(t *testing.T) {
	p, s := watched(true, 20)
	p.run()
	p.begin("progress-pages", 4)
	until(t, s, "membuat halaman [.")
	p.stop()
	for part := range strings.SplitSeq(s.written(), "\r") {
		if len([]rune(part)) > 19 {
			t.Errorf("%q has %d characters", part, len([]rune(part)))
		}
	}
}

func TestAFileGetsPlainLines(t *testing.T) {
	p, s := watched(false, 0)
	p.run()
	p.begin("progress-pages", 3917)
	until(t, s, "membuat halaman 0/3917\n")
	p.stop()
	if strings.ContainsAny(s.written(), "\r[") {
		t.Errorf("%q is made for a terminal", s.written())
	}
}

func TestShortWorkShowsNothing(t *testing.T) {
	p, s := watched(true, 80)
	p.delay = time.Hour
	p.run()
	p.begin("progress-pages", 4)
	time.Sleep(20 * time.Millisecond)
	p.stop()
	if s.written() != "" {
		t.Errorf("%q", s.written())
	}
	var none *progress
	none.begin("progress-pages", 1)
	none.step()
	none.stop()
}

func TestPeakMemoryIsThatOfThisProgram(t *testing.T) {
	before := peakMemory()
	if before < 1<<20 || before > 1<<40 {
		t.Fatalf("%d bytes", before)
	}
	block := make([]byte, 64<<20)
	for i := 0; i < len(block); i += 4096 {
		block[i] = 1
	}
	if after := peakMemory(); after < 64<<20 || block[0] != 1 {
		t.Errorf("%d bytes before, %d after 64 MiB", before, after)
	}
}
