// Package intake turns the tables that people hold, CSV or XLSX, into the TOML
// files of a portal: a list of institutions, published results, levels,
// evaluation reports, places on the tile map, share targets and published
// distributions. The other way round it makes what is to be filled in: a new
// institution, a year's assessment, and spreadsheets, which it takes back.
//
// Nothing is guessed and nothing is overwritten. A cell that cannot be read
// surely is a problem at its own line and column; a key that already stands in
// a file with another value is a problem that names both; and while there is
// any problem in the whole table, not one file changes. What is right is
// planned first (Import), can be looked at as a diff (Plan.Diff) and is then
// written all at once (Plan.Write).
//
// A file that exists keeps its comments, its order and everything the table
// does not speak of: new keys are inserted into its text, it is never written
// anew. outline.go finds the places, document.go decides what is added, edit.go
// adds it and reads the result back before anybody gets it.
//
// The other files, in the order of the work: table.go and csv.go read text,
// workbook.go the sheets of a workbook; heading.go finds the names of the columns
// below titles, columns.go knows them, pairs.go turns columns that stand side by
// side into rows, winnow.go leaves out what is no data; values.go reads cells,
// names.go finds institutions, library.go and norms.go what the portal holds
// already. institutions.go, results.go (with goals.go, sources.go and
// citations.go), levels.go, evaluation.go, tiles.go, shares.go and spread.go are
// one form each; blank.go and lembar.go make what is to be filled in, returned.go
// takes sheets back; plan.go and write.go end it.
package intake
