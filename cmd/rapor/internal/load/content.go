package load

import (
	"bytes"
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

var (
	documentName = regexp.MustCompile(`^([a-z0-9-]{1,100})(?:\.([a-z]{2,3}))?\.md$`)
	aliasPath    = regexp.MustCompile(`^/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/?)+$`) // hidden names have meanings of their own to hosts
)

// reserved are the first parts of addresses that the program makes itself; a
// page of content must not take one.
var reserved = []string{"404", "assets", "bandingkan", "berita", "cari", "data", "feed", "index", "indikator", "instansi", "jenis", "kelompok",
	"kartu", "datapackage", "lencana", "manifest", "metode", "opensearch", "pengisian", "perubahan", "rekonsiliasi", "robots", "sitemap", "skema", "status", "tahun", "wilayah"}

// content reads content/*.md, content/berita/*.md and content/instansi/*.md.
func (l *loader) content() error {
	files := reader{fsys: l.src.Content, name: l.src.ContentName, digests: l.files.digests}
	for _, dir := range []string{".", "berita", "instansi"} {
		if dir != "." {
			if info, err := files.stat(dir); err != nil || !info.IsDir() {
				continue
			}
		}
		entries, err := files.list(dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := l.document(files, dir, e); err != nil {
				return err
			}
		}
	}
	slices.SortFunc(l.set.Documents, func(a, b *maturity.Document) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Lang, b.Lang))
	})
	return nil
}

func (l *loader) document(files reader, dir string, e fs.DirEntry) error {
	name := path.Join(dir, e.Name())
	if dir == "." && (e.IsDir() && (e.Name() == "berita" || e.Name() == "instansi") || strings.HasSuffix(e.Name(), ".go") && !e.IsDir()) {
		return nil
	}
	m := documentName.FindStringSubmatch(e.Name())
	if e.IsDir() || m == nil || devices.MatchString(m[1]) {
		l.problems.Errorf(files.pos(name), "load-unexpected-content", name)
		return nil
	}
	if dir == "." && (slices.Contains(reserved, m[1]) || slices.Contains(l.set.Portal.Languages, m[1])) {
		l.problems.Errorf(files.pos(name), "load-reserved", m[1])
		return nil
	}
	src, err := files.read(name, toml.MaxContent, &l.problems)
	if err != nil || src == nil {
		return err
	}
	text := normal(src)
	files.digests.add("content/"+name, text)
	head, body, problems := toml.FrontMatter(path.Join(files.name, name), src)
	l.problems.Merge(problems)
	if head == nil {
		return nil
	}
	var front frontMatter
	toml.Decode(head, &front, &l.problems)
	doc := &maturity.Document{Path: path.Join(dir, m[1]), Lang: cmp.Or(m[2], maturity.BaseLanguage), Title: front.Judul.Value,
		Date: front.Tanggal.Value, Summary: front.Ringkas.Value, Order: front.Urutan.Value, InMenu: front.Urutan.Given,
		Draft: front.Draf.Value, Body: body, Pos: files.pos(name), BodyPos: files.pos(name)}
	doc.BodyPos.Line, doc.BodyPos.Col = bytes.Count(text, []byte("\n"))-strings.Count(body, "\n")+1, 1
	at := places{}
	at.list("alias", front.Alias)
	doc.Places = maturity.Places(at)
	for _, a := range front.Alias.Items {
		if l.goodAlias(a) {
			doc.Aliases = append(doc.Aliases, a.Value)
		}
	}
	l.set.Documents = append(l.set.Documents, doc)
	return nil
}

// goodAlias reports an old address that is none within the portal, or one that
// the program makes itself.
func (l *loader) goodAlias(a toml.Str) bool {
	if !a.Given { // no text; said already
		return false
	}
	if !aliasPath.MatchString(a.Value) || strings.Contains(a.Value, "..") {
		l.problems.Errorf(a.Pos, "load-alias", a.Value)
		return false
	}
	parts := strings.Split(strings.Trim(a.Value, "/"), "/")
	for _, part := range parts {
		if name, _, _ := strings.Cut(part, "."); devices.MatchString(strings.ToLower(name)) {
			l.problems.Errorf(a.Pos, "load-device-name", part)
			return false
		}
	}
	if others := l.set.Portal.Languages; len(others) > 1 && slices.Contains(others[1:], parts[0]) {
		parts = parts[1:]
	}
	if len(parts) > 0 {
		first, _, _ := strings.Cut(parts[0], ".")
		if !slices.Contains(reserved, first) || first == "berita" && len(parts) > 1 {
			return true
		}
	}
	l.problems.Errorf(a.Pos, "load-alias-reserved", a.Value)
	return false
}
