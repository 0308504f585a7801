package export

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/jsontext"
	"rapor/cmd/rapor/internal/maturity"
)

// reading turns parsed JSON into values and notes what is not as this program
// writes it.
type reading struct {
	problems *diag.List
	failed   bool // by the value that is being read
	faulty   bool // a year could not be read
	files    int
}

// bad notes a value that is missing or of another form than this program writes.
func (r *reading) bad(n *jsontext.Node, what string) {
	r.failed = true
	r.problems.Errorf(n.Pos, "export-form", what)
}

// str reads a text; "" where it is null or absent.
func (r *reading) str(n *jsontext.Node, key string) string {
	v := n.Get(key)
	if v == nil {
		return ""
	}
	if v.Kind != jsontext.Text {
		r.bad(v, key)
	}
	return v.Text
}

// year reads a year, or whatever is a whole number; 0 where it is absent.
func (r *reading) year(n *jsontext.Node, key string) int {
	v := n.Get(key)
	if v == nil {
		return 0
	}
	year, err := strconv.Atoi(v.Text)
	if err != nil || v.Kind != jsontext.Number {
		r.bad(v, key)
	}
	return year
}

func (r *reading) flag(n *jsontext.Node, key string) bool {
	v := n.Get(key)
	if v != nil && v.Kind != jsontext.Flag {
		r.bad(v, key)
	}
	return v != nil && v.Text == "true"
}

// list reads a list of objects.
func (r *reading) list(n *jsontext.Node, key string) []*jsontext.Node {
	v := n.Get(key)
	if v == nil {
		return nil
	}
	if v.Kind != jsontext.List || slices.ContainsFunc(v.Items, func(i *jsontext.Node) bool { return i.Kind != jsontext.Object }) {
		r.bad(v, key)
		return nil
	}
	return v.Items
}

// scaled reads a number as a whole count of 10 to the power of -places.
func (r *reading) scaled(v *jsontext.Node, what string, places int) int32 {
	value, ok := int64(0), v.Kind == jsontext.Number
	if ok {
		value, ok = fixed(v.Text, places)
	}
	if !ok {
		r.bad(v, what)
	}
	return int32(value)
}

// fixed reads the digits of a number without a float in between: 3.7 with two
// places is 370. It is not ok for a number with more places or with an exponent.
func fixed(digits string, places int) (int64, bool) {
	whole, rest, _ := strings.Cut(digits, ".")
	rest = strings.TrimRight(rest, "0")
	if len(rest) > places {
		return 0, false
	}
	value, err := strconv.ParseInt(whole+rest+strings.Repeat("0", places-len(rest)), 10, 64)
	return value, err == nil && value >= math.MinInt32 && value <= math.MaxInt32
}

// hundredths reads a printed figure that must be there.
func (r *reading) hundredths(n *jsontext.Node, key string) maturity.Hundredths {
	v := n.Get(key)
	if v == nil {
		r.bad(n, key)
		return 0
	}
	return maturity.Hundredths(r.scaled(v, key, 2))
}

func (r *reading) weight(n *jsontext.Node) maturity.Weight {
	v := n.Get("bobot")
	if v == nil {
		r.bad(n, "bobot")
		return 0
	}
	return maturity.Weight(r.scaled(v, "bobot", 4))
}

// same notes a file that speaks of something else than its address.
func (r *reading) same(root *jsontext.Node, key, want string) {
	v := root.Get(key)
	if v == nil || v.Text != want {
		r.failed = true
		pos := root.Pos
		if v != nil {
			pos = v.Pos
		}
		r.problems.Errorf(pos, "export-identity", key, want)
	}
}

func (r *reading) institution(root *jsontext.Node, slug string) *maturity.Institution {
	r.same(root, "instansi", slug)
	inst := &maturity.Institution{Slug: slug, Name: r.str(root, "nama"), Kind: r.str(root, "jenis"), Average: r.flag(root, "rata_rata"),
		FirstYear: r.year(root, "mulai"), LastYear: r.year(root, "berakhir")}
	if kinds := root.Get("jenis_tahun"); kinds != nil {
		inst.KindByYear = map[int]string{}
		for _, key := range kinds.Keys {
			if year, err := strconv.Atoi(key); err == nil {
				inst.KindByYear[year] = r.str(kinds, key)
			}
		}
	}
	for _, t := range r.list(root, "target") {
		target := maturity.Target{Year: r.year(t, "tahun"), Index: r.hundredths(t, "indeks"), Instrument: r.str(t, "instrumen"), Pos: t.Pos}
		for _, o := range r.list(t, "lain") {
			target.Others = append(target.Others, maturity.TargetSaid{Index: r.hundredths(o, "indeks"), Pos: o.Pos})
		}
		inst.Targets = append(inst.Targets, target)
	}
	return inst
}

// assessment reads what a year is computed from. It is nil where that cannot be
// read; the problems say why.
func (r *reading) assessment(root *jsontext.Node, set *maturity.Dataset, slug string, year int) *maturity.Assessment {
	if root == nil {
		return nil
	}
	r.failed = false
	r.same(root, "instansi", slug)
	r.same(root, "tahun", strconv.Itoa(year))
	in := set.Instrument(r.str(root, "instrumen"))
	if in == nil {
		r.problems.Errorf(root.Pos, "export-no-instrument", r.str(root, "instrumen"))
		return nil
	}
	a := &maturity.Assessment{Institution: slug, Year: year, Instrument: in, Draft: r.flag(root, "draf"), Incomplete: r.flag(root, "belum_lengkap")}
	if left := root.Get("tidak_berlaku"); left != nil {
		for _, item := range left.Items {
			if place := in.Indicator(item.Text); r.knows(item, item.Text, place) {
				a.NotApplicable = append(a.NotApplicable, place)
			}
		}
	}
	if terbit := root.Get("terbit"); terbit != nil {
		a.Published = r.published(terbit, in)
	}
	r.stages(root.Get("tingkat"), a)
	if r.failed {
		return nil
	}
	return a
}

// knows notes an id that the instrument has not.
func (r *reading) knows(n *jsontext.Node, id string, place int) bool {
	if place < 0 {
		r.failed = true
		r.problems.Errorf(n.Pos, "export-unknown-id", id)
	}
	return place >= 0
}

func (r *reading) published(n *jsontext.Node, in *maturity.Instrument) *maturity.Published {
	out := &maturity.Published{Band: r.str(n, "predikat"), Confidence: maturity.Confidence(r.str(n, "keyakinan"))}
	if n.Get("indeks") != nil {
		v := r.hundredths(n, "indeks")
		out.Index = &v
	}
	out.Domains = r.parts(n.Get("domain"), in.Domain)
	out.Aspects = r.parts(n.Get("aspek"), in.Aspect)
	return out
}

func (r *reading) parts(n *jsontext.Node, place func(string) int) map[string]maturity.Hundredths {
	out := map[string]maturity.Hundredths{}
	if n == nil {
		return out
	}
	for _, id := range n.Keys {
		if r.knows(n.Members[id], id, place(id)) {
			out[id] = r.hundredths(n, id)
		}
	}
	return out
}

// stages reads the levels, in the order of the stages.
func (r *reading) stages(n *jsontext.Node, a *maturity.Assessment) {
	if n == nil {
		return
	}
	for _, key := range n.Keys {
		if !slices.Contains(maturity.Stages, maturity.Stage(key)) {
			r.bad(n.Members[key], "tingkat."+key)
		}
	}
	for _, stage := range maturity.Stages {
		values := n.Get(string(stage))
		if values == nil {
			continue
		}
		s := maturity.StageLevels{Stage: stage, Levels: make([]maturity.Level, len(a.Instrument.Indicators)), Pos: values.Pos}
		for _, id := range values.Keys {
			place := a.Instrument.Indicator(id)
			if !r.knows(values.Members[id], id, place) {
				continue
			}
			v := maturity.Hundredths(r.scaled(values.Members[id], id, 2))
			if !a.Instrument.Scale.Holds(v) {
				r.bad(values.Members[id], fmt.Sprintf("tingkat.%s.%s", stage, id))
			}
			s.Levels[place] = maturity.LevelOf(v)
		}
		a.Stages = append(a.Stages, s)
	}
}
