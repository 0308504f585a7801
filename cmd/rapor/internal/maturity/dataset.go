package maturity

import "rapor/cmd/rapor/internal/diag"

// Dataset is everything a portal is built from.
type Dataset struct {
	Portal       Portal
	Instruments  []*Instrument  // by first year, then id
	Institutions []*Institution // by slug
	Groups       []*Group       // by id
	Corrections  []*Correction  // by date, then id
	Documents    []*Document    // by address and language
	Digest       string         // SHA-256, hex, over every file read

	// Faulty holds "instansi/<slug>" and "instrumen/<id>" of files that exist but
	// could not be used: one fault in them must not become a hundred complaints
	// about references to them.
	Faulty map[string]bool
}

// Places are the positions of references, by key and value: "induk" or
// "pengganti kota-x". Rules that look at the whole data set point there.
type Places map[string]diag.Pos

// Of returns the position of a reference, or that of its file.
func (p Places) Of(key string, file diag.Pos) diag.Pos {
	if pos, ok := p[key]; ok {
		return pos
	}
	return file
}

// Instrument finds an instrument by id, or returns nil.
func (d *Dataset) Instrument(id string) *Instrument {
	for _, in := range d.Instruments {
		if in.ID == id {
			return in
		}
	}
	return nil
}

// Institution finds an institution by slug, or returns nil.
func (d *Dataset) Institution(slug string) *Institution {
	low, high := 0, len(d.Institutions)
	for low < high {
		mid := (low + high) / 2
		if d.Institutions[mid].Slug < slug {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(d.Institutions) && d.Institutions[low].Slug == slug {
		return d.Institutions[low]
	}
	return nil
}

// TargetInstrument returns the instrument in whose terms a target is set: the
// one it names, else that of the last edition before its year, else that of
// the first edition, else the newest in force then; nil where there is none.
func (d *Dataset) TargetInstrument(inst *Institution, t Target) *Instrument {
	if t.Instrument != "" {
		return d.Instrument(t.Instrument)
	}
	var found *Instrument
	for _, a := range inst.Assessments {
		if a.Year < t.Year || found == nil {
			found = a.Instrument
		}
	}
	for _, in := range d.Instruments {
		if found == nil || len(inst.Assessments) == 0 && in.CoversYear(t.Year) {
			found = in
		}
	}
	return found
}

// Portal says who publishes, where and in which languages.
type Portal struct {
	Title        Text
	Summary      Text
	Owner        Text
	Official     bool
	BaseURL      string // ends in a slash
	Languages    []string
	Theme        string
	National     string // slug of the institution that leads the home page, or ""
	SourceData   string // pattern of a figure's TOML file, with {revisi}
	Licence      string
	Logo         string
	Accent       string
	Links        []Link
	Kinds        []Kind // in order
	ShareTargets []ShareTarget
	Guard        Guard
	Pos          diag.Pos
	Places       Places
}

// Kind finds a kind by id; the zero Kind where there is none.
func (p *Portal) Kind(id string) Kind {
	for _, k := range p.Kinds {
		if k.ID == id {
			return k
		}
	}
	return Kind{}
}

// Link is a footer link.
type Link struct {
	ID    string
	Title Text
	URL   string
}

// Kind is a sort of institution (jenis).
type Kind struct {
	ID     string
	Name   Text
	Plural Text // jamak, for lists and counts; the name where not given, as Indonesian needs none
	Order  int
	Family Text // rumpun; the name where not given
	Pos    diag.Pos
}

// ShareTarget is the share of some kinds that must reach a band by a year.
type ShareTarget struct {
	Year    int
	ID      string
	Name    Text
	Kinds   []string
	Band    string
	Percent Hundredths // 60 % is 6000
	Source  *Source
	Printed []ShareSaid // the share that sources print as reached, beside what their own lists give
	Others  []ShareSaid // the target as other sources print it
	Pos     diag.Pos
	Places  Places
}

// ShareSaid is a share of institutions as a source prints it. It is a fact of
// its own, never computed with.
type ShareSaid struct {
	Percent Hundredths // 42 % is 4200
	Source  Source
	Pos     diag.Pos
}

// Guard holds the limits of the publish guard (penjaga): how many institutions
// and years may go missing between two publications.
type Guard struct {
	LostInstitutions int
	LostYears        int
}

// Correction is a change of a figure that this portal had published (koreksi).
type Correction struct {
	ID          string // yyyy-mm-dd-name
	Date        string // ISO
	Institution string
	Year        int
	Part        string // terbit.indeks, terbit.predikat, terbit.domain.D1, terbit.aspek.A1
	Before      string // as published then; may be off the scale
	After       string
	Reason      string
	Pos         diag.Pos
	Places      Places
}

// Document is a Markdown page or the text of an institution's page.
type Document struct {
	Path    string // below content, without language and ending: tentang, berita/x, instansi/kota-x
	Lang    string
	Title   string
	Date    string // ISO, or ""
	Summary string
	Order   int  // place in the menu
	InMenu  bool // whether urutan was given
	Draft   bool
	Aliases []string
	Body    string // Markdown
	Pos     diag.Pos
	BodyPos diag.Pos // of the body's first line
	Places  Places   // of the aliases
}
