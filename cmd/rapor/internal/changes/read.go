package changes

import (
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/jsontext"
	"rapor/cmd/rapor/internal/maturity"
)

// MaxFile is the largest file of an edition that is read, in bytes: that of
// 25,000 institutions and seven years has less.
const MaxFile = 256 << 20

// Read reads the file that a site publishes of itself; nil after a problem. name
// is the file's in messages.
func Read(name string, src []byte) (*Edition, diag.List) {
	root, problems := jsontext.Parse(name, src)
	if root == nil {
		return nil, problems
	}
	r := reader{problems: &problems}
	e := &Edition{Title: r.text(root, "judul"), Address: r.text(root, "alamat"), Program: r.text(root, "program")}
	if f := root.Get("format"); f == nil || f.Text != editionFormat {
		r.bad(root, "format")
	}
	for id, n := range r.members(root, "instrumen") {
		e.Methods = append(e.Methods, Method{ID: id, Name: r.text(n, "nama"), Values: r.values(n, "nama")})
	}
	for slug, n := range r.members(root, "instansi") {
		inst := Institution{Slug: slug, Name: r.text(n, "nama"), Values: r.values(n, "nama", "tahun")}
		for y, n := range r.members(n, "tahun") {
			inst.Years = append(inst.Years, r.year(n, y))
		}
		e.Institutions = append(e.Institutions, inst)
	}
	slices.SortFunc(e.Institutions, func(a, b Institution) int { return strings.Compare(a.Slug, b.Slug) })
	for _, n := range r.items(root, "koreksi") {
		e.Corrections = append(e.Corrections, &maturity.Correction{ID: r.text(n, "id"), Institution: r.text(n, "instansi"), Year: r.number(n, "tahun"),
			Part: r.text(n, "bagian"), Before: r.text(n, "semula"), After: r.text(n, "menjadi"), Reason: r.text(n, "alasan")})
	}
	for _, n := range r.items(root, "perubahan") {
		e.History = append(e.History, Recorded{r.text(n, "tanggal"), r.text(n, "ke")})
	}
	if r.failed {
		return nil, problems
	}
	return e, problems
}

// reader notes what is not as this program writes it.
type reader struct {
	problems *diag.List
	failed   bool
}

func (r *reader) bad(n *jsontext.Node, what string) {
	r.failed = true
	r.problems.Errorf(n.Pos, "changes-form", what)
}

func (r *reader) text(n *jsontext.Node, key string) string {
	v := n.Get(key)
	if v == nil || v.Kind != jsontext.Text {
		r.bad(n, key)
		return ""
	}
	return v.Text
}

func (r *reader) number(n *jsontext.Node, key string) int {
	if v := n.Get(key); v != nil && v.Kind == jsontext.Number {
		if number, err := strconv.Atoi(v.Text); err == nil {
			return number
		}
	}
	r.bad(n, key)
	return 0
}

// members yields the objects of an object, in the file's order.
func (r *reader) members(n *jsontext.Node, key string) func(func(string, *jsontext.Node) bool) {
	v := n.Get(key)
	if v == nil || v.Kind != jsontext.Object {
		r.bad(n, key)
		return func(func(string, *jsontext.Node) bool) {}
	}
	return func(yield func(string, *jsontext.Node) bool) {
		for _, k := range v.Keys {
			if v.Members[k].Kind != jsontext.Object {
				r.bad(v.Members[k], k)
			} else if !yield(k, v.Members[k]) {
				return
			}
		}
	}
}

// items are the objects of a list.
func (r *reader) items(n *jsontext.Node, key string) []*jsontext.Node {
	v := n.Get(key)
	if v == nil || v.Kind != jsontext.List || slices.ContainsFunc(v.Items, func(i *jsontext.Node) bool { return i.Kind != jsontext.Object }) {
		r.bad(n, key)
		return nil
	}
	return v.Items
}

// values reads the groups of an object, all members but the named ones.
func (r *reader) values(n *jsontext.Node, but ...string) []Value {
	var out []Value
	for _, prefix := range n.Keys {
		if slices.Contains(but, prefix) {
			continue
		}
		g := n.Members[prefix]
		if g.Kind != jsontext.Object {
			r.bad(g, prefix)
			continue
		}
		for _, key := range g.Keys {
			v := g.Members[key]
			if v.Kind != jsontext.Text && v.Kind != jsontext.Number {
				r.bad(v, key)
				continue
			}
			out = append(out, Value{prefix + "." + key, v.Text})
		}
	}
	return out
}

func (r *reader) year(n *jsontext.Node, name string) Year {
	number, err := strconv.Atoi(name)
	if err != nil {
		r.bad(n, name)
	}
	y := Year{Year: number, Instrument: r.text(n, "instrumen")}
	if flag := n.Get("belum_lengkap"); flag != nil {
		y.Incomplete = flag.Text == "true"
	}
	for _, v := range r.values(n, "instrumen", "belum_lengkap", "sumber") {
		if strings.HasPrefix(v.Part, "hitung.") {
			y.Computed = append(y.Computed, v)
		} else {
			y.Figures = append(y.Figures, v)
		}
	}
	if list := n.Get("sumber"); list != nil {
		for _, s := range list.Items {
			y.Sources = append(y.Sources, s.Text)
		}
	}
	return y
}
