package main

import "os"

// everything asks for the long counts; .ci/full sets it.
var everything = os.Getenv("RAPOR_FULL") != ""
