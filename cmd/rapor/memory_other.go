//go:build !linux

package main

import "runtime"

// peakMemory is the memory that the program got from the system, in bytes. Go
// rarely gives address space back, so it is the peak or a little more.
func peakMemory() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}
