package maturity

import "rapor/cmd/rapor/internal/diag"

// Institution is a ministry, a province, a city, a work unit: whatever gets
// assessed. Assessments stand in order of year.
type Institution struct {
	Slug        string
	Name        string
	NameEN      string
	ShortName   string // pendek; "" where the name is short enough
	Aliases     []string
	Kind        string // id in Portal.Kinds
	KindByYear  map[int]string
	Subkind     string
	Region      string // Kemendagri area code
	Parent      string // slug of a province, or of a work unit's government
	Site        string
	FirstYear   int // 0: not said
	LastYear    int // last year it existed; 0: it exists
	Successors  []string
	Average     bool     // a published average or the national figure: no feasibility test, no rank
	Represents  []string // the kinds whose published average it is
	Tile        *Tile
	Targets     []Target // by year
	Plans       []Plan
	Responsible map[string]string // indicator id to a slug or a name
	Assessments []*Assessment
	Pos         diag.Pos
	Places      Places
}

// KindIn returns the kind under which it was counted in a year.
func (i *Institution) KindIn(year int) string {
	if k, ok := i.KindByYear[year]; ok {
		return k
	}
	return i.Kind
}

// Short returns the short name, or the name where there is none.
func (i *Institution) Short() string {
	if i.ShortName != "" {
		return i.ShortName
	}
	return i.Name
}

// In returns the assessment of a year, or nil.
func (i *Institution) In(year int) *Assessment {
	for _, a := range i.Assessments {
		if a.Year == year {
			return a
		}
	}
	return nil
}

// Latest returns the newest assessment, or nil.
func (i *Institution) Latest() *Assessment {
	if len(i.Assessments) == 0 {
		return nil
	}
	return i.Assessments[len(i.Assessments)-1]
}

// Tile is a place on the tile map of provinces. Column and row count from 0.
type Tile struct {
	Column, Row int
	Label       string
}

// Target is the index to reach by a year.
type Target struct {
	Year       int
	Index      Hundredths
	Instrument string // "": that of the last edition before the year
	Source     *Source
	Others     []TargetSaid // the same year's target as other sources print it, in the file's order
	Pos        diag.Pos
}

// TargetSaid is a target as another source prints it (target_lain).
type TargetSaid struct {
	Index  Hundredths
	Source Source
	Pos    diag.Pos
}

// Horizon is the stage of a road map a plan belongs to.
type Horizon string

// The three horizons of a road map.
const (
	ShortTerm  Horizon = "jangka-pendek"
	MediumTerm Horizon = "jangka-menengah"
	LongTerm   Horizon = "jangka-panjang"
)

// Plan is one entry of an institution's road map (rencana).
type Plan struct {
	ID         string
	Title      string
	Horizon    Horizon
	Due        string // ISO date, or ""
	Status     string // rencana, berjalan, selesai, batal
	Indicators []string
	Pos        diag.Pos
	Places     Places
}

// Group is a named set of institutions (kelompok).
type Group struct {
	ID           string
	Name         string
	Members      []string
	Facilitators []string
	Schedule     string
	Pos          diag.Pos
	Places       Places
}
