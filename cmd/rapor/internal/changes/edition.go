package changes

import (
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

// File is the address at which a site publishes its Edition.
const File = "data/terbitan.json"

// Edition is everything that a portal states at one time: what is compared.
type Edition struct {
	Title        string
	Address      string // of the portal
	Program      string // name and version
	Methods      []Method
	Institutions []Institution          // by slug
	Corrections  []*maturity.Correction // by date, then id
	History      []Recorded
}

// Value is one statement: what it is about, and what it says.
type Value struct{ Part, Text string }

// Method is an instrument: weights, bands, criteria.
type Method struct {
	ID, Name string
	Values   []Value
}

// Institution is what is stated of one institution.
type Institution struct {
	Slug, Name string
	Values     []Value // kind, parent, targets
	Years      []Year  // in order
}

// Year is what is stated of one year of it.
type Year struct {
	Year       int
	Instrument string
	Incomplete bool    // still being filled: its levels may change
	Figures    []Value // see maturity.Assessment.Figures
	Computed   []Value // hitung.indeks, hitung.predikat, hitung.rentang
	Sources    []string
}

// Recorded is an entry of the portal's history of changes: its day, and the
// edition that it led to.
type Recorded struct{ Date, To string }

// find returns the text of a part.
func find(values []Value, part string) (string, bool) {
	for _, v := range values {
		if v.Part == part {
			return v.Text, true
		}
	}
	return "", false
}

// institution finds an institution; nil where there is none.
func (e *Edition) institution(slug string) *Institution {
	low, high := 0, len(e.Institutions)
	for low < high {
		mid := (low + high) / 2
		if e.Institutions[mid].Slug < slug {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(e.Institutions) && e.Institutions[low].Slug == slug {
		return &e.Institutions[low]
	}
	return nil
}

// in returns a year; nil where there is none.
func (i *Institution) in(year int) *Year {
	for k := range i.Years {
		if i.Years[k].Year == year {
			return &i.Years[k]
		}
	}
	return nil
}

func (e *Edition) method(id string) *Method {
	for i := range e.Methods {
		if e.Methods[i].ID == id {
			return &e.Methods[i]
		}
	}
	return nil
}

// headline is the figure that names a year: the published index, else the
// computed one; the zero Value where it has neither.
func (y *Year) headline() Value {
	for _, values := range [][]Value{y.Figures, y.Computed} {
		for _, v := range values {
			if v.Part == "terbit.indeks" || v.Part == "hitung.indeks" {
				return v
			}
		}
	}
	return Value{}
}

// group splits a part before its last point: terbit.domain and D1.
func group(part string) (prefix, key string) {
	at := strings.LastIndexByte(part, '.')
	if at < 0 {
		return "", part
	}
	return part[:at], part[at+1:]
}
