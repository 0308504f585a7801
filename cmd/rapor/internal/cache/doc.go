// Package cache remembers the last build of a site, so that the next one does
// only what has to be done anew. What it remembers stands in .rapor/ beside the
// output folder, may be deleted at any time, and is never needed: it changes how
// long a build takes and not one byte of what it makes.
//
// # When something may be used again
//
// A page is used again when everything it was made from is as it was, which its
// readings tell (see Made): a digest of what the page looked at while it was made,
// noted as it did so, and none by hand. A file need not be read again when
// its Stat is the recorded one: size, inode, and both times. The time of change
// (ctime) is set by the system alone and cannot be put back by a program that
// means well or ill, so a file that keeps its size and its time of modification
// is still found. Two changes within one tick of the clock look alike; therefore
// what changed shortly before it was recorded is read again. Where the system
// has no such time, everything is read.
//
// # Damage
//
// A memory is one file that ends in its SHA-256. One that is cut short, altered,
// or of another program is as if it were not there.
package cache
