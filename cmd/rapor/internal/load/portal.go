package load

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

// portal reads portal.toml and then its translations.
func (l *loader) portal(names []string) error {
	if !slices.Contains(names, "portal.toml") {
		l.problems.Errorf(l.files.pos("portal.toml"), "load-no-portal")
		return nil
	}
	var file portalFile
	text, err := l.files.decode("portal.toml", &file, &l.problems)
	p := &l.set.Portal
	p.Pos = l.files.pos("portal.toml")
	if err != nil || text == nil {
		return err
	}
	p.Title, p.Summary, p.Owner = base(file.Judul), base(file.Ringkas), base(file.Pemilik)
	p.Official = file.Resmi.Value
	p.BaseURL = l.baseURL(file.Alamat)
	p.Languages = l.languages(file.Bahasa)
	p.Theme = cmp.Or(file.Tema.Value, "default")
	if file.Tema.Given {
		l.goodSlug(file.Tema.Pos, file.Tema.Value)
	}
	p.National, p.Licence = file.Nasional.Value, file.Lisensi.Value
	at := places{}
	at.str("nasional", file.Nasional)
	at.str("tema", file.Tema)
	at.str("aksen", file.Aksen)
	at.list("bahasa", file.Bahasa)
	p.Places = maturity.Places(at)
	p.SourceData = webPattern(file.SumberData, &l.problems)
	if p.Logo, p.LogoSVG, err = l.logo(file.Logo); err != nil {
		return err
	}
	p.Accent = l.accent(file.Aksen)
	for _, e := range file.Tautan.Entries {
		p.Links = append(p.Links, maturity.Link{ID: e.Key, Title: base(e.Value.Judul), URL: webAddress(e.Value.URL, &l.problems)})
	}
	l.kinds(file.Jenis)
	l.shareTargets(file.Target)
	p.Guard = maturity.Guard{LostInstitutions: l.count(file.Penjaga.InstansiHilang), LostYears: l.count(file.Penjaga.TahunHilang),
		LostFigures: l.count(file.Penjaga.NilaiHilang), ChangedComputed: l.count(file.Penjaga.HitunganBerubah)}
	for _, name := range names {
		if m := translation.FindStringSubmatch(name); m != nil {
			if err := l.translatePortal(name, m[2]); err != nil {
				return err
			}
		}
	}
	return nil
}

func base(s toml.Str) maturity.Text { return maturity.Text{Base: s.Value} }

func (l *loader) count(n toml.Int) int {
	if n.Value < 0 {
		l.problems.Errorf(n.Pos, "load-negative", n.Value)
	}
	return n.Value
}

// baseURL checks the portal's address and ends it in a slash.
func (l *loader) baseURL(s toml.Str) string {
	if !s.Given {
		return ""
	}
	address, fault := BaseURL(s.Value)
	if fault {
		l.problems.Errorf(s.Pos, "load-base-url", s.Value)
	}
	return address
}

// BaseURL returns a portal's address with a slash at its end; fault is true
// where it is no http(s) address, has a query or a fragment, or a path that
// browsers would change.
func BaseURL(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil ||
		strings.ContainsAny(address, " \"<>\\^`{|}\n\t?#") {
		return "", true
	}
	if dir := strings.TrimRight(u.Path, "/"); dir != "" && path.Clean(dir) != dir {
		return "", true
	}
	return strings.TrimRight(address, "/") + "/", false
}

// webPattern is a web address that may hold the placeholder {revisi}.
func webPattern(s toml.Str, problems *diag.List) string {
	plain := s
	plain.Value = strings.ReplaceAll(s.Value, "{revisi}", "revisi")
	if webAddress(plain, problems) == "" {
		return ""
	}
	return s.Value
}

func (l *loader) languages(list toml.List[toml.Str]) []string {
	var out []string
	for _, s := range list.Items {
		switch {
		case !language.MatchString(s.Value):
			l.problems.Errorf(s.Pos, "load-language", s.Value)
		case slices.Contains(out, s.Value):
			l.problems.Errorf(s.Pos, "load-language-twice", s.Value)
		default:
			out = append(out, s.Value)
		}
	}
	if list.Given && len(list.Items) == 0 {
		l.problems.Errorf(list.Pos, "load-no-language")
	}
	return out
}

// maxLogo is the largest logo, in bytes: it stands at the head of every page.
const maxLogo = 50_000

// logo reads the file that portal.toml names. Pages show it as an image, in which
// nothing can run; but the file has an address of its own, so what could run when
// somebody opens it there is refused.
func (l *loader) logo(s toml.Str) (name string, svg []byte, err error) {
	if !s.Given {
		return "", nil, nil
	}
	if strings.ContainsAny(s.Value, `/\`) || !strings.HasSuffix(s.Value, ".svg") {
		l.problems.Errorf(s.Pos, "load-logo", s.Value)
		return "", nil, nil
	}
	switch info, err := l.files.stat(s.Value); {
	case err != nil:
		l.problems.Errorf(s.Pos, "load-logo-missing", s.Value)
	case !info.Mode().IsRegular():
		l.problems.Errorf(l.files.pos(s.Value), "load-not-regular")
	default:
		svg, err = l.files.read(s.Value, maxLogo, &l.problems)
		if svg == nil {
			return "", nil, err
		}
		l.files.digests.add("data/"+s.Value, svg)
		if drawingOnly(svg, l.files.pos(s.Value), &l.problems) {
			return s.Value, svg, nil
		}
	}
	return "", nil, nil
}

func (l *loader) accent(s toml.Str) string {
	if s.Given && !colour.MatchString(s.Value) {
		l.problems.Errorf(s.Pos, "load-colour", s.Value)
		return ""
	}
	return s.Value
}

func (l *loader) kinds(table toml.Keyed[kindTable]) {
	p := &l.set.Portal
	for _, e := range table.Entries {
		l.goodSlug(e.KeyPos, e.Key)
		family := e.Value.Rumpun
		if !family.Given {
			family = e.Value.Nama
		}
		plural := e.Value.Jamak
		if !plural.Given {
			plural = e.Value.Nama
		}
		p.Kinds = append(p.Kinds, maturity.Kind{ID: e.Key, Name: base(e.Value.Nama), Plural: base(plural), Order: e.Value.Urutan.Value, Family: base(family), Pos: e.Pos})
	}
	if table.Given && len(p.Kinds) == 0 {
		l.problems.Errorf(table.Pos, "load-no-kind")
	}
	slices.SortStableFunc(p.Kinds, func(a, b maturity.Kind) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), strings.Compare(a.Name.Base, b.Name.Base))
	})
}

func (l *loader) shareTargets(years toml.Keyed[toml.Keyed[shareTarget]]) {
	for _, y := range years.Entries {
		year, ok := yearKey(y.KeyPos, y.Key, &l.problems)
		if !ok {
			continue
		}
		for _, e := range y.Value.Entries {
			t := maturity.ShareTarget{Year: year, ID: e.Key, Name: base(e.Value.Nama), Kinds: values(e.Value.Jenis),
				Band: e.Value.Predikat.Value, Pos: e.Pos, Percent: l.percent(e.Value.Persen)}
			at := places{}
			at.list("jenis", e.Value.Jenis)
			at.str("predikat", e.Value.Predikat)
			at["persen"] = e.Value.Persen.Pos
			t.Places = maturity.Places(at)
			if e.Value.Jenis.Given && len(t.Kinds) == 0 {
				l.problems.Errorf(e.Value.Jenis.Pos, "load-empty-list", "jenis")
			}
			t.Printed, t.Others = l.sharesSaid(e.Value.Terbit), l.sharesSaid(e.Value.Lain)
			if e.Value.Sumber.Given {
				t.Source = &maturity.Source{Title: e.Value.Sumber.Value, Reference: e.Value.Rujukan.Value, URL: webAddress(e.Value.URL, &l.problems)}
			}
			l.set.Portal.ShareTargets = append(l.set.Portal.ShareTargets, t)
		}
	}
	slices.SortStableFunc(l.set.Portal.ShareTargets, func(a, b maturity.ShareTarget) int { return cmp.Compare(a.Year, b.Year) })
}

// percent reads a share of the whole.
func (l *loader) percent(d toml.Dec) maturity.Hundredths {
	v := l.hundredths(d)
	if v < 0 || v > 10000 {
		l.problems.Errorf(d.Pos, "load-percent", d.Text)
	}
	return v
}

// sharesSaid reads shares as sources print them.
func (l *loader) sharesSaid(table toml.Keyed[shareSaidTable]) []maturity.ShareSaid {
	var out []maturity.ShareSaid
	for _, e := range table.Entries {
		v := e.Value
		from := sourceTable{Judul: v.Judul, Rujukan: v.Rujukan, URL: v.URL, Salinan: v.Salinan, Dicocokkan: v.Dicocokkan}
		out = append(out, maturity.ShareSaid{Percent: l.percent(v.Persen), Pos: e.Pos,
			Source: source(toml.Entry[sourceTable]{Key: e.Key, Value: from}, &l.problems)})
	}
	return out
}

func (l *loader) hundredths(d toml.Dec) maturity.Hundredths { return hundredths(d, &l.problems) }

// hundredths reads a figure with at most two decimals.
func hundredths(d toml.Dec, problems *diag.List) maturity.Hundredths {
	v, ok := d.TwoDecimals()
	if !ok {
		problems.Errorf(d.Pos, "load-two-decimals", d.Text)
	}
	if v > 1_000_000 || v < -1_000_000 {
		problems.Errorf(d.Pos, "toml-number-range", d.Text)
		v = 0
	}
	return maturity.Hundredths(v)
}
