// Package sheet reads and writes workbooks (XLSX). It is the only room that
// knows excelize.
//
// Read gives each sheet as the grid of texts that a person sees in it: numbers
// as their format shows them (3.06, not 3.0600000000000001), merged cells
// filled in, formulas with the value that was saved with them. What the eye and
// the file tell differently is marked (Cell.Stored), never settled here.
//
// A workbook is a zip file that anybody may have made: sizes, the number of
// cells and what each part unpacks to are limited before anything is unpacked.
// The other way round, Form writes sheets to be filled in by hand.
package sheet
