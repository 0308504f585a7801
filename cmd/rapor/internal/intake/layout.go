package intake

import (
	"cmp"
	"slices"
	"strings"
)

// layout is the order in which a sort of file holds its keys and tables, as in
// the format's reference: for each table the names it may hold. A * stands for
// any key that an editor chose.
type layout []struct {
	table string
	names []string
}

func names(s string) []string { return strings.Fields(s) }

var institutionLayout = layout{
	{"", names(`format nama nama_en pendek alias jenis jenis_tahun subjenis wilayah induk situs mulai berakhir pengganti
		rata_rata mewakili petak target instrumen_target sumber_target target_lain rencana penanggung_jawab`)},
	{"petak", names("kolom baris singkat")},
	{"sumber_target.*", sourceNames},
	{"target_lain.*.*", names("indeks judul rujukan url salinan dicocokkan")},
}

var yearLayout = layout{
	{"", names("format instrumen tanggal draf belum_lengkap batas catatan tidak_berlaku terbit terbit_lain tingkat indikator sumber")},
	{"terbit", publishedNames},
	{"terbit.sebaran", names("total memuaskan sangat-baik baik cukup kurang baik_ke_atas")},
	{"terbit_lain.*", publishedNames},
	{"tingkat", names("akhir visitasi interviu dokumen mandiri")},
	{"sumber.*", sourceNames},
}

var portalLayout = layout{
	{"", names(`format judul ringkas pemilik resmi alamat bahasa tema nasional sumber_data lisensi logo aksen tautan jenis target
		penjaga`)},
	{"target.*.*", names("nama jenis predikat persen sumber rujukan url terbit lain")},
	{"target.*.*.terbit.*", names("persen judul rujukan url salinan dicocokkan")},
	{"target.*.*.lain.*", names("persen judul rujukan url salinan dicocokkan")},
}

var (
	sourceNames    = names("judul rujukan url salinan dicocokkan")
	publishedNames = names("indeks predikat predikat_tercetak keyakinan judul url domain aspek sebaran")
)

// keptInSequence are the tables whose entries stand in the order in which they
// were found, the official source first.
var keptInSequence = []string{"sumber", "terbit_lain"}

// compare orders two paths; seen gives the sequence of those that keep theirs.
func (l layout) compare(a, b []string, seen map[string]int) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] == b[i] {
			continue
		}
		parent := a[:i]
		if c := cmp.Compare(l.rank(parent, a[i]), l.rank(parent, b[i])); c != 0 {
			return c
		}
		if i == 1 && slices.Contains(keptInSequence, parent[0]) {
			return cmp.Compare(seen[joined(a[:2])], seen[joined(b[:2])])
		}
		return naturally(a[i], b[i])
	}
	return cmp.Compare(len(a), len(b))
}

func (l layout) rank(parent []string, name string) int {
	for _, part := range l {
		if !matches(part.table, parent) {
			continue
		}
		if i := slices.Index(part.names, name); i >= 0 {
			return i
		}
		return len(part.names)
	}
	return 0
}

func matches(pattern string, path []string) bool {
	if pattern == "" || len(path) == 0 {
		return pattern == "" && len(path) == 0
	}
	for i, p := range path {
		want, rest, more := strings.Cut(pattern, ".")
		if want != "*" && want != p || more != (i < len(path)-1) {
			return false
		}
		pattern = rest
	}
	return true
}

// naturally compares names with numbers in them by their value: I9 before I10.
func naturally(a, b string) int {
	for a != "" && b != "" {
		x, y := digits(a), digits(b)
		if x > 0 && y > 0 {
			m, n := strings.TrimLeft(a[:x], "0"), strings.TrimLeft(b[:y], "0")
			if c := cmp.Or(cmp.Compare(len(m), len(n)), cmp.Compare(m, n), cmp.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[x:], b[y:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits counts the digits at the start of a text.
func digits(s string) int {
	return len(s) - len(strings.TrimLeft(s, "0123456789"))
}
