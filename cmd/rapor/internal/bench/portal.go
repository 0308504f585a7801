package main

import (
	"fmt"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// The years of a fictional portal: the first two under the instrument of 35
// indicators, the others under that of 47.
const firstYear, lastYear = 2019, 2025

// kinds are those of a fictional portal and how many of 16 institutions are of
// each: of 640, 400 are regencies.
var kinds = []struct {
	id    string
	share int
}{{"provinsi", 1}, {"kabupaten", 10}, {"kota", 2}, {"kementerian", 2}, {"lembaga", 1}}

// portal is a fictional portal on disk. Its institutions are called Kota Contoh
// 00012, its levels are drawn from a fixed seed.
type portal struct {
	dir    string
	random *rand.Rand
	levels map[string][]string // the indicators of an instrument
	slugs  map[string][]string // by kind
}

var indicatorHeader = regexp.MustCompile(`(?m)^\[indikator\.([A-Za-z0-9]+)\]`)

// writePortal writes n institutions with all levels of seven years. root is the
// module's, whose instruments it takes.
func writePortal(root, dir string, n int) (*portal, error) {
	p := &portal{dir, rand.New(rand.NewSource(1)), map[string][]string{}, map[string][]string{}}
	for _, id := range []string{"permenpanrb-5-2018", "permenpanrb-59-2020"} {
		text, err := os.ReadFile(filepath.Join(root, "data", "instrumen", id+".toml"))
		if err != nil {
			return nil, err
		}
		for _, m := range indicatorHeader.FindAllStringSubmatch(string(text), -1) {
			p.levels[id] = append(p.levels[id], m[1])
		}
		if err := p.write("instrumen/"+id+".toml", string(text)); err != nil {
			return nil, err
		}
	}
	head := "judul = \"Rapor SPBE Contoh\"\npemilik = \"Contoh\"\nalamat = \"https://spbe.example.go.id/\"\nbahasa = [\"id\"]\n"
	for i, k := range kinds {
		head += fmt.Sprintf("\n[jenis.%s]\nnama = \"%s\"\nurutan = %d\n", k.id, strings.ToUpper(k.id[:1])+k.id[1:], i+1)
	}
	if err := p.write("portal.toml", head); err != nil {
		return nil, err
	}
	province := ""
	for i := range n {
		kind := kindOf(i)
		slug := fmt.Sprintf("%s-contoh-%05d", kind, i)
		if kind == "provinsi" {
			province = slug
		}
		p.slugs[kind] = append(p.slugs[kind], slug)
		if err := p.institution(slug, kind, province, i); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func kindOf(i int) string {
	place := i % 16
	for _, k := range kinds {
		if place < k.share {
			return k.id
		}
		place -= k.share
	}
	return ""
}

func (p *portal) institution(slug, kind, province string, i int) error {
	parent := ""
	if kind == "kabupaten" || kind == "kota" {
		parent = fmt.Sprintf("induk = \"%s\"\n", province)
	}
	base, slope := 1.2+2*p.random.Float64(), -0.02+0.37*p.random.Float64()
	goal := math.Min(5, base+slope*(lastYear-firstYear+2)+0.3)
	name := strings.ToUpper(kind[:1]) + kind[1:]
	err := p.write("instansi/"+slug+"/instansi.toml", fmt.Sprintf("nama = \"%s Contoh %05d\"\njenis = \"%s\"\n%s\n[target]\n%d = %.2f\n", name, i, kind, parent, lastYear+2, goal))
	for year := firstYear; year <= lastYear && err == nil; year++ {
		err = p.year(slug, year, base+slope*float64(year-firstYear))
	}
	return err
}

// year writes an institution's levels around a mean.
func (p *portal) year(slug string, year int, mean float64) error {
	id := "permenpanrb-59-2020"
	if year <= 2020 {
		id = "permenpanrb-5-2018"
	}
	text := fmt.Sprintf("instrumen = \"%s\"\n\n[tingkat.akhir]\n", id)
	for _, indicator := range p.levels[id] {
		text += fmt.Sprintf("%s = %.0f\n", indicator, math.Max(1, math.Min(5, math.Round(mean+0.9*p.random.NormFloat64()))))
	}
	return p.write(fmt.Sprintf("instansi/%s/%d.toml", slug, year), text)
}

var levelLine = regexp.MustCompile(`(?m)^([A-Za-z0-9]+) = ([1-5])$`)

// level gives one indicator in the middle of a year's file its next level, as an
// editor does who corrects one figure.
func (p *portal) level(slug string, year int) error {
	name := fmt.Sprintf("instansi/%s/%d.toml", slug, year)
	text, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	all := levelLine.FindAllSubmatchIndex(text, -1)
	at := all[len(all)/2][4]
	text[at] = '1' + (text[at]-'0')%5
	return p.write(name, string(text))
}

func (p *portal) write(name, text string) error {
	file := filepath.Join(p.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o644)
}
