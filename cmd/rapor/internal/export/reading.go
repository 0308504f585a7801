package export

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/diag"
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
func (r *reading) bad(n *node, what string) {
	r.failed = true
	r.problems.Errorf(n.pos, "export-form", what)
}

// str reads a text; "" where it is null or absent.
func (r *reading) str(n *node, key string) string {
	v := n.get(key)
	if v == nil {
		return ""
	}
	if v.kind != textNode {
		r.bad(v, key)
	}
	return v.text
}

// year reads a year, or whatever is a whole number; 0 where it is absent.
func (r *reading) year(n *node, key string) int {
	v := n.get(key)
	if v == nil {
		return 0
	}
	year, err := strconv.Atoi(v.text)
	if err != nil || v.kind != numberNode {
		r.bad(v, key)
	}
	return year
}

func (r *reading) flag(n *node, key string) bool {
	v := n.get(key)
	if v != nil && v.kind != flagNode {
		r.bad(v, key)
	}
	return v != nil && v.text == "true"
}

// list reads a list of objects.
func (r *reading) list(n *node, key string) []*node {
	v := n.get(key)
	if v == nil {
		return nil
	}
	if v.kind != listNode || slices.ContainsFunc(v.items, func(i *node) bool { return i.kind != objectNode }) {
		r.bad(v, key)
		return nil
	}
	return v.items
}

// scaled reads a number as a whole count of 10 to the power of -places.
func (r *reading) scaled(v *node, what string, places int) int32 {
	value, ok := int64(0), v.kind == numberNode
	if ok {
		value, ok = fixed(v.text, places)
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
func (r *reading) hundredths(n *node, key string) maturity.Hundredths {
	v := n.get(key)
	if v == nil {
		r.bad(n, key)
		return 0
	}
	return maturity.Hundredths(r.scaled(v, key, 2))
}

func (r *reading) weight(n *node) maturity.Weight {
	v := n.get("bobot")
	if v == nil {
		r.bad(n, "bobot")
		return 0
	}
	return maturity.Weight(r.scaled(v, "bobot", 4))
}

// same notes a file that speaks of something else than its address.
func (r *reading) same(root *node, key, want string) {
	v := root.get(key)
	if v == nil || v.text != want {
		r.failed = true
		pos := root.pos
		if v != nil {
			pos = v.pos
		}
		r.problems.Errorf(pos, "export-identity", key, want)
	}
}

func (r *reading) institution(root *node, slug string) *maturity.Institution {
	r.same(root, "instansi", slug)
	inst := &maturity.Institution{Slug: slug, Name: r.str(root, "nama"), Kind: r.str(root, "jenis"), Average: r.flag(root, "rata_rata"),
		FirstYear: r.year(root, "mulai"), LastYear: r.year(root, "berakhir")}
	if kinds := root.get("jenis_tahun"); kinds != nil {
		inst.KindByYear = map[int]string{}
		for _, key := range kinds.keys {
			if year, err := strconv.Atoi(key); err == nil {
				inst.KindByYear[year] = r.str(kinds, key)
			}
		}
	}
	for _, t := range r.list(root, "target") {
		inst.Targets = append(inst.Targets, maturity.Target{Year: r.year(t, "tahun"), Index: r.hundredths(t, "indeks"),
			Instrument: r.str(t, "instrumen"), Pos: t.pos})
	}
	return inst
}

// assessment reads what a year is computed from. It is nil where that cannot be
// read; the problems say why.
func (r *reading) assessment(root *node, set *maturity.Dataset, slug string, year int) *maturity.Assessment {
	if root == nil {
		return nil
	}
	r.failed = false
	r.same(root, "instansi", slug)
	r.same(root, "tahun", strconv.Itoa(year))
	in := set.Instrument(r.str(root, "instrumen"))
	if in == nil {
		r.problems.Errorf(root.pos, "export-no-instrument", r.str(root, "instrumen"))
		return nil
	}
	a := &maturity.Assessment{Institution: slug, Year: year, Instrument: in, Draft: r.flag(root, "draf"), Incomplete: r.flag(root, "belum_lengkap")}
	if left := root.get("tidak_berlaku"); left != nil {
		for _, item := range left.items {
			if place := in.Indicator(item.text); r.knows(item, item.text, place) {
				a.NotApplicable = append(a.NotApplicable, place)
			}
		}
	}
	if terbit := root.get("terbit"); terbit != nil {
		a.Published = r.published(terbit, in)
	}
	r.stages(root.get("tingkat"), a)
	if r.failed {
		return nil
	}
	return a
}

// knows notes an id that the instrument has not.
func (r *reading) knows(n *node, id string, place int) bool {
	if place < 0 {
		r.failed = true
		r.problems.Errorf(n.pos, "export-unknown-id", id)
	}
	return place >= 0
}

func (r *reading) published(n *node, in *maturity.Instrument) *maturity.Published {
	out := &maturity.Published{Band: r.str(n, "predikat"), Confidence: maturity.Confidence(r.str(n, "keyakinan"))}
	if n.get("indeks") != nil {
		v := r.hundredths(n, "indeks")
		out.Index = &v
	}
	out.Domains = r.parts(n.get("domain"), in.Domain)
	out.Aspects = r.parts(n.get("aspek"), in.Aspect)
	return out
}

func (r *reading) parts(n *node, place func(string) int) map[string]maturity.Hundredths {
	out := map[string]maturity.Hundredths{}
	if n == nil {
		return out
	}
	for _, id := range n.keys {
		if r.knows(n.members[id], id, place(id)) {
			out[id] = r.hundredths(n, id)
		}
	}
	return out
}

// stages reads the levels, in the order of the stages.
func (r *reading) stages(n *node, a *maturity.Assessment) {
	if n == nil {
		return
	}
	for _, key := range n.keys {
		if !slices.Contains(maturity.Stages, maturity.Stage(key)) {
			r.bad(n.members[key], "tingkat."+key)
		}
	}
	for _, stage := range maturity.Stages {
		values := n.get(string(stage))
		if values == nil {
			continue
		}
		s := maturity.StageLevels{Stage: stage, Levels: make([]maturity.Level, len(a.Instrument.Indicators)), Pos: values.pos}
		for _, id := range values.keys {
			place := a.Instrument.Indicator(id)
			if !r.knows(values.members[id], id, place) {
				continue
			}
			v := maturity.Hundredths(r.scaled(values.members[id], id, 2))
			if !a.Instrument.Scale.Holds(v) {
				r.bad(values.members[id], fmt.Sprintf("tingkat.%s.%s", stage, id))
			}
			s.Levels[place] = maturity.LevelOf(v)
		}
		a.Stages = append(a.Stages, s)
	}
}
