package load

import (
	"path"
	"regexp"
	"slices"
	"strconv"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/jsontext"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
)

// maxRecord is the largest record of changes, in bytes. The first year of 642
// institutions has about 300 kB.
const maxRecord = 16 << 20

// loadPublications reads data/perubahan, which `rapor diff --simpan` writes. The
// names are days, so that the folder's order is theirs.
func (l *loader) loadPublications() error {
	entries, err := l.files.list("perubahan")
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join("perubahan", e.Name())
		m := changeFile.FindStringSubmatch(e.Name())
		if e.IsDir() || m == nil {
			l.problems.Errorf(l.files.pos(name), "load-unexpected-change", e.Name())
			continue
		}
		if !l.goodDay(l.files.pos(name), m[1]) {
			continue
		}
		src, err := l.files.read(name, maxRecord, &l.problems)
		if err != nil {
			return err
		}
		if src == nil {
			continue
		}
		src = normal(src)
		l.files.digests.add("data/"+name, src)
		day, problems := Publications(path.Join(l.files.name, name), m[1], src)
		l.problems.Merge(problems)
		l.set.Publications = append(l.set.Publications, day...)
	}
	return nil
}

// Publications reads the record of one day. file is its name in messages.
func Publications(file, date string, src []byte) ([]*maturity.Publication, diag.List) {
	root, problems := jsontext.Parse(file, src)
	if root == nil {
		return nil, problems
	}
	r := recordReader{problems: &problems}
	r.only(root, "format", "terbitan")
	if format := root.Get("format"); format == nil || format.Text != "1" {
		r.bad(at(root, format), "format")
	}
	var out []*maturity.Publication
	for _, n := range r.items(root, "terbitan") {
		r.only(n, "dari", "ke", "perubahan")
		p := &maturity.Publication{Date: date, From: r.digest(n, "dari"), To: r.digest(n, "ke"), Pos: n.Pos}
		for _, c := range r.items(n, "perubahan") {
			p.Changes = append(p.Changes, r.change(c))
		}
		out = append(out, p)
	}
	if r.failed {
		return nil, problems
	}
	return out, problems
}

// recordReader notes what is not as `rapor diff --simpan` writes it.
type recordReader struct {
	problems *diag.List
	failed   bool
}

func (r *recordReader) bad(pos diag.Pos, what string) {
	r.failed = true
	r.problems.Errorf(pos, "load-record-form", what)
}

// at is the place of a value, or of what should hold it.
func at(holder, value *jsontext.Node) diag.Pos {
	if value != nil {
		return value.Pos
	}
	return holder.Pos
}

// only refuses keys that no record has.
func (r *recordReader) only(n *jsontext.Node, keys ...string) {
	for _, key := range n.Keys {
		if !slices.Contains(keys, key) {
			r.bad(n.Members[key].Pos, key)
		}
	}
}

func (r *recordReader) items(n *jsontext.Node, key string) []*jsontext.Node {
	list := n.Get(key)
	if list == nil || list.Kind != jsontext.List || slices.ContainsFunc(list.Items, func(i *jsontext.Node) bool { return i.Kind != jsontext.Object }) {
		r.bad(at(n, list), key)
		return nil
	}
	return list.Items
}

// text is a text that may be missing.
func (r *recordReader) text(n *jsontext.Node, key string) string {
	v := n.Get(key)
	if v == nil {
		return ""
	}
	if v.Kind != jsontext.Text {
		r.bad(v.Pos, key)
	}
	if _, unfit := lang.Unfit(v.Text); unfit {
		r.bad(v.Pos, key)
	}
	return v.Text
}

var hexDigest = regexp.MustCompile(`^[0-9a-f]{64}$`)

func (r *recordReader) digest(n *jsontext.Node, key string) string {
	text := r.text(n, key)
	if !hexDigest.MatchString(text) {
		r.bad(at(n, n.Get(key)), key)
	}
	return text
}

func (r *recordReader) change(n *jsontext.Node) maturity.Change {
	r.only(n, "jenis", "instansi", "nama", "tahun", "instrumen", "bagian", "semula", "menjadi", "sebab", "alasan", "berkas")
	c := maturity.Change{Kind: maturity.ChangeKind(r.text(n, "jenis")), Institution: r.text(n, "instansi"), Name: r.text(n, "nama"),
		Instrument: r.text(n, "instrumen"), Part: r.text(n, "bagian"), Before: r.text(n, "semula"), After: r.text(n, "menjadi"),
		Cause: maturity.Cause(r.text(n, "sebab")), Reason: r.text(n, "alasan"), File: r.text(n, "berkas")}
	if !slices.Contains(maturity.ChangeKinds, c.Kind) {
		r.bad(at(n, n.Get("jenis")), "jenis")
	}
	if c.Cause != "" && !slices.Contains(maturity.Causes, c.Cause) {
		r.bad(n.Get("sebab").Pos, "sebab")
	}
	if c.Institution != "" && !slugPattern.MatchString(c.Institution) {
		r.bad(n.Get("instansi").Pos, "instansi")
	}
	if y := n.Get("tahun"); y != nil {
		year, err := strconv.Atoi(y.Text)
		if err != nil || y.Kind != jsontext.Number || year < firstYear || year > lastYear {
			r.bad(y.Pos, "tahun")
		}
		c.Year = year
	}
	return c
}
