package main

import "os"

// everything asks for the long counts; .ci/full sets it.
var everything = os.Getenv("RAPOR_FULL") != ""

// sampled asks for about thirty of each kind; .ci/run sets it. Without it a test
// takes the few that fit into the time of go test ./...
var sampled = everything || os.Getenv("RAPOR_SAMPLE") != ""
