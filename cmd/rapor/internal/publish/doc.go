// Package publish owns the disk: it takes the files of a site and puts them
// in place of the old site, whole or not at all.
//
// # What is promised
//
// Files are written to a staging folder beside the output folder (the work
// folder, see workfolder.go), never into the site that is being served. When
// everything is there, Commit swaps the two folders in one step of the
// kernel. A path looked up through the output folder therefore leads into the
// complete old site or into the complete new one. Whoever holds the old
// folder open keeps seeing the old site until it is deleted, or brought forward
// by the next publication, file by file,
// right after the swap: at worst a file is not found, and found when it is
// looked up again. No file of the old site is ever written into, also not one
// that the new site shares with it (unchanged files are linked, not copied).
//
// Where the system cannot exchange two folders (Windows, some network file
// systems) two renames take its place: for an instant there is no site, never
// half of one, and Open mends a pair that was interrupted in between.
//
// Where Options.Spare is given, the old site is not deleted but put by, to
// become the staging folder of the next publication; see spare.go.
//
// # Killed, full disk, power cut
//
// Killed at any moment, the program leaves the old or the new site, and the
// next Open clears what lies beside it. A full disk or a missing permission
// stops the run before the swap; the old site stays. Before the swap the file
// system is told to write out what it holds (one call, see sync_linux.go),
// so that the swap never reaches the disk before the files do, and neither
// does the deletion of the old site, which comes after it.
//
// # Whose files
//
// Each publication holds manifest.json, which lists every other file with its
// SHA-256. An output folder with a file that is not listed there is refused:
// the program deletes only what it made. Listed files that somebody edited by
// hand are put right.
package publish
