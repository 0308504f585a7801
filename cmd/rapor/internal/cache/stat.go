package cache

import (
	"io/fs"
	"time"
)

// Stat is what tells without reading whether a file or folder is as it was. The
// zero Stat is that of a system which cannot tell; it is like no other, itself
// included.
type Stat struct {
	Size     int64
	Mode     fs.FileMode
	Modified int64 // nanoseconds
	Changed  int64 // nanoseconds; set by the system, never by hand
	Inode    uint64
}

// Same reports whether the file is untouched.
func (s Stat) Same(now Stat) bool { return s.Changed != 0 && s == now }

// Settled reports whether a file that changed at s.Changed was at rest when it
// was recorded at a moment of the same clock: no later change can have got the
// same time. The margin is in nanoseconds and at least a tick of the clock.
func (s Stat) Settled(recorded, margin int64) bool {
	return s.Changed != 0 && s.Changed+margin < recorded
}

// The margins for Settled. Published files stand on the file system whose clock
// tells the moment of recording, and its ticks are at most 10 ms. Source files
// may stand on another machine, with a clock of its own.
const (
	OwnMargin    = int64(20e6)
	SourceMargin = int64(2e9)
)

// OwnWait is how long to wait after a change before the moment is taken at which it
// counts as settled: the margin, and some ticks that a busy machine brings late.
const OwnWait = time.Duration(OwnMargin) + 30*time.Millisecond
