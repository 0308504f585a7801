package cache

import (
	"io/fs"
	"syscall"
)

// StatOf takes the Stat out of what the system said of a file.
func StatOf(info fs.FileInfo) Stat {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return Stat{}
	}
	return Stat{info.Size(), info.Mode(), info.ModTime().UnixNano(), st.Ctim.Nano(), st.Ino}
}
