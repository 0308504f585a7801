package maturity

import "rapor/cmd/rapor/internal/diag"

// ChangeKind says what sort of change it is.
type ChangeKind string

// The kinds of changes between two publications, in the order in which they are
// told.
const (
	Corrected        ChangeKind = "koreksi"            // a figure, with a correction that says why
	FigureChanged    ChangeKind = "nilai-berubah"      // a figure, without one
	FigureLost       ChangeKind = "nilai-hilang"       //
	YearLost         ChangeKind = "hasil-hilang"       // a whole year
	InstitutionLost  ChangeKind = "instansi-hilang"    //
	YearAdded        ChangeKind = "hasil-baru"         //
	FigureAdded      ChangeKind = "nilai-baru"         // in a year that was there
	InstitutionAdded ChangeKind = "instansi-baru"      //
	Described        ChangeKind = "keterangan-berubah" // an institution's name, kind or targets
	SourceAdded      ChangeKind = "sumber-baru"        //
	SourceLost       ChangeKind = "sumber-hilang"      //
	ComputedChanged  ChangeKind = "hitungan-berubah"   // see Cause
	MethodAdded      ChangeKind = "instrumen-baru"     //
	MethodChanged    ChangeKind = "metode-berubah"     // an instrument, or the one a year is measured with
	MethodLost       ChangeKind = "instrumen-hilang"   //
	ProgramChanged   ChangeKind = "program-berubah"    //
)

// ChangeKinds lists them in that order.
var ChangeKinds = []ChangeKind{Corrected, FigureChanged, FigureLost, YearLost, InstitutionLost, YearAdded, FigureAdded, InstitutionAdded,
	Described, SourceAdded, SourceLost, ComputedChanged, MethodAdded, MethodChanged, MethodLost, ProgramChanged}

// Cause is what stands behind a computed value that changed: as far as the two
// publications show it, and no further.
type Cause string

// The causes. CauseMethodOrProgram: both changed, and nothing shows which it was.
const (
	CauseFigures         Cause = "nilai"
	CauseMethod          Cause = "metode"
	CauseProgram         Cause = "program"
	CauseMethodOrProgram Cause = "metode-atau-program"
	CauseUnknown         Cause = "tidak-terlihat"
)

// Causes lists them.
var Causes = []Cause{CauseFigures, CauseMethod, CauseProgram, CauseMethodOrProgram, CauseUnknown}

// Change is one thing that differs between two publications. What does not
// apply is empty or 0.
type Change struct {
	Kind        ChangeKind
	Institution string // slug
	Name        string // of the institution or instrument, as it was then
	Year        int
	Instrument  string // id, where a method changed
	Part        string // terbit.indeks, hitung.predikat, bobot.I01, target.2026
	Before      string
	After       string
	Cause       Cause
	Reason      string // of a correction
	File        string // below the data folder: instansi/kota-x/2024.toml
}

// Publication is what changed when the portal was published anew
// (data/perubahan).
type Publication struct {
	Date    string // ISO
	From    string // SHA-256, hex, of what was published before
	To      string // and of what was published then
	Changes []Change
	Pos     diag.Pos
}
