package main

import (
	"bytes"
	"os"
	"strconv"
)

// peakMemory is the most memory that the program has held so far, in bytes; 0
// where that is not known. getrusage would count what the calling program held
// before it started this one.
func peakMemory() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	fields := bytes.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kib, err := strconv.ParseInt(string(fields[0]), 10, 64)
	if err != nil {
		return 0
	}
	return kib << 10
}
