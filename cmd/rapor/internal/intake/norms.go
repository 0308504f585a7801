package intake

import (
	"path"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

// instruments reads what a table can be checked against: ids, bands, scale and
// years of every instrument in the data folder. Whether an instrument is whole
// and its weights add up is not this room's question.
func (l *library) instruments() []*maturity.Instrument {
	if l.normsRead {
		return l.norms
	}
	l.normsRead = true
	for _, e := range l.list("instrumen") {
		id, ok := strings.CutSuffix(e.Name(), ".toml")
		if !ok || e.IsDir() || strings.Contains(id, ".") {
			continue
		}
		if d := l.open(path.Join("instrumen", e.Name()), nil); d != nil {
			l.norms = append(l.norms, norm(id, d.root))
		}
	}
	return l.norms
}

func (l *library) instrument(id string) *maturity.Instrument {
	for _, in := range l.instruments() {
		if in.ID == id {
			return in
		}
	}
	return nil
}

func norm(id string, root *toml.Node) *maturity.Instrument {
	in := &maturity.Instrument{ID: id, IndexName: maturity.Text{Base: text(root.Get("indeks"))},
		FirstYear: intOf(root.Get("tahun").Get("mulai")), LastYear: intOf(root.Get("tahun").Get("sampai")),
		Scale: maturity.Scale{Min: centsOf(root.Get("tingkat").Get("min"), scaleMin), Max: centsOf(root.Get("tingkat").Get("max"), scaleMax),
			Step: centsOf(root.Get("tingkat").Get("langkah"), 100)}}
	for _, key := range keysOf(root.Get("predikat")) {
		in.Bands = append(in.Bands, maturity.RatingBand{ID: key, Name: maturity.Text{Base: text(root.Get("predikat").Get(key).Get("nama"))}})
	}
	for _, key := range keysOf(root.Get("domain")) {
		in.Domains = append(in.Domains, maturity.Domain{ID: key, Name: nameOf(root.Get("domain").Get(key))})
	}
	for _, key := range keysOf(root.Get("aspek")) {
		in.Aspects = append(in.Aspects, maturity.Aspect{ID: key, Name: nameOf(root.Get("aspek").Get(key))})
	}
	for _, key := range keysOf(root.Get("indikator")) {
		in.Indicators = append(in.Indicators, maturity.Indicator{ID: key, Name: nameOf(root.Get("indikator").Get(key))})
	}
	return in
}

func nameOf(n *toml.Node) maturity.Text { return maturity.Text{Base: text(n.Get("nama"))} }

func keysOf(n *toml.Node) []string {
	if n == nil {
		return nil
	}
	return n.Keys
}

// intOf reads a whole number; 0 where there is none.
func intOf(n *toml.Node) int {
	if n == nil {
		return 0
	}
	v, err := strconv.Atoi(n.Text)
	if err != nil {
		return 0
	}
	return v
}

// centsOf reads a number of at most two decimals.
func centsOf(n *toml.Node, otherwise maturity.Hundredths) maturity.Hundredths {
	if n == nil || n.Kind != toml.Integer && n.Kind != toml.Float {
		return otherwise
	}
	v, fault := hundredths(n.Text, 1<<20)
	if fault != "" {
		return otherwise
	}
	return v
}
