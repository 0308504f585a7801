package view

import (
	"html"
	"strings"

	"rapor/cmd/rapor/internal/card"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/theme"
)

// Share is what one institution's result takes along: a picture and a badge.
// They exist once, in the portal's first language.
type Share struct {
	Slug   string // "": the portal's own picture, which has no badge
	Source diag.Pos
	Card   func() *card.Card
	Badge  func() *card.Badge
}

// PortalCard is the address of the picture of pages that have none of their own.
const PortalCard = "kartu.png"

// CardFile, BadgeFile and BadgeJSON are the addresses of an institution's
// picture, of its badge and of the badge as JSON for makers of badges.
func CardFile(slug string) string { return listDir + slug + ".png" }

// BadgeFile is the address of the drawing; see CardFile.
func BadgeFile(slug string) string { return listDir + slug + ".svg" }

// BadgeJSON is the address in the endpoint schema of shields.io; see CardFile.
func BadgeJSON(slug string) string { return "lencana/" + slug + ".json" }

// Shares lists what is to be drawn: the portal's own picture first.
func (s *Site) Shares() []Share {
	out := []Share{{Source: s.data.Portal.Pos, Card: s.portalCard}}
	for _, h := range s.histories {
		w := s.sharer()
		out = append(out, Share{h.inst.Slug, h.inst.Pos, func() *card.Card { return w.card(h) }, func() *card.Badge { return w.badge(h) }})
	}
	return out
}

// sharer words what exists once for all languages.
func (s *Site) sharer() *writer { return s.writer(s.data.Portal.Languages[0], "") }

// newCard has what every picture says of the portal.
func (w *writer) newCard() *card.Card {
	portal := &w.site.data.Portal
	_, site, _ := strings.Cut(strings.TrimSuffix(portal.BaseURL, "/"), "://")
	c := &card.Card{Portal: w.text(portal.Title).Words, Site: site}
	if !portal.Official {
		c.Notice = strings.TrimSuffix(w.Say("kerangka.bukan-resmi"), ".")
	}
	return c
}

// card is the picture of the edition that an institution's page shows.
func (w *writer) card(h *history) *card.Card {
	c := w.newCard()
	c.Name, c.Spare = w.name(h.inst).Words, strings.ReplaceAll(h.inst.Slug, "-", " ")
	w.drawEdition(c, h.shown)
	return c
}

// portalCard is the picture of the portal, with the national result where it
// leads the home page.
func (s *Site) portalCard() *card.Card {
	w := s.sharer()
	c := w.newCard()
	c.Name = w.text(s.data.Portal.Summary).Words
	if c.Name == "" {
		c.Name = c.Portal
	}
	if national := s.overview.national; national != nil && national.shown != nil && national.shown.known {
		w.drawEdition(c, national.shown)
		c.Label = w.Say("beranda.label", "nama", w.short(national.inst), "apa", w.indexName(national.shown))
		return c
	}
	c.None = w.Say("kartu.cakupan", "n", w.Int(s.overview.institutions))
	return c
}

// drawEdition puts an edition's figure on a picture, or says that there is none.
func (w *writer) drawEdition(c *card.Card, e *edition) {
	if e == nil || !e.known {
		c.None = w.Say("kartu.kosong")
		return
	}
	c.Label, c.Index, c.Source = w.indexName(e), w.figure(e.index), w.origin(e)
	if e.Draft {
		c.Notice = w.Say("kerangka.draf")
	}
	if b := w.bandOf(e); b != nil {
		c.Band, c.Tone = b.Name.Words, b.Tone
	}
	sign, change, since := w.movement(e)
	c.Change = strings.TrimSpace(sign + " " + change + " " + since)
	scale := w.scale(e.Instrument)
	c.Max, c.Value = scale.Max, e.index
	if c.Max == 0 {
		c.Max = 5 * maturity.Hundredths(100)
	}
	for i, band := range scale.Bands {
		c.Bands = append(c.Bands, card.Segment{Name: band.Name, Min: band.Min, Tone: chart.Tone(i, len(scale.Bands))})
	}
}

// origin says whether a figure was published or computed, and whether its band
// stands in the source.
func (w *writer) origin(e *edition) string {
	switch b := w.bandOf(e); {
	case e.computed:
		return w.Say("kartu.hitung")
	case b != nil && b.Key == derivedNote:
		return w.Say("kartu.terbit-turunan")
	}
	return w.Say("kartu.terbit")
}

// badge is the small form: portal, figure with year, band and origin.
func (w *writer) badge(h *history) *card.Badge {
	portal := w.text(w.site.data.Portal.Title)
	b := &card.Badge{Portal: portal.Words, Message: w.Say("kartu.tanpa-indeks")}
	if e := h.shown; e != nil && e.known {
		figure := w.figure(e.index)
		if band := w.bandOf(e); band != nil {
			figure, b.Tone = figure+" "+band.Name.Words, band.Tone
		}
		origin := w.Say("kartu.asal-terbit")
		if e.computed {
			origin = w.Say("kartu.asal-hitung")
		}
		b.Message = w.Say("kartu.lencana", "apa", w.indexName(e), "indeks", figure, "asal", origin)
		if e.Draft {
			b.Message += ", " + w.Say("kartu.draf")
		}
	}
	b.Title = w.Say("kartu.lencana-judul", "portal", portal, "nama", w.name(h.inst), "isi", b.Message)
	return b
}

// Embed is the badge as another site shows it: the lines of HTML to copy.
type Embed struct {
	Image string // the way to the badge
	Alt   string
	Code  string // to copy
	Items []Download
}

// embed offers the badge and the picture of an institution.
func (w *writer) embed(h *history) *Embed {
	slug, base := h.inst.Slug, w.site.data.Portal.BaseURL
	v := &Embed{Image: w.file(BadgeFile(slug)), Alt: w.badge(h).Title}
	v.Code = `<a href="` + html.EscapeString(base+w.site.prefix(w.Code)+institutionDir(slug)) + `"><img src="` + html.EscapeString(base+BadgeFile(slug)) +
		`" alt="` + html.EscapeString(v.Alt) + `" height="24"></a>`
	add := func(name, file, about string) {
		v.Items = append(v.Items, Download{theme.Link{Text: theme.Text{Words: name}, Href: w.file(file)}, about})
	}
	add("SVG", BadgeFile(slug), w.Say("kartu.berkas-lencana"))
	add("JSON", BadgeJSON(slug), w.Say("kartu.berkas-shields"))
	if w.site.set.Cards {
		add("PNG", CardFile(slug), w.Say("kartu.berkas-kartu"))
	}
	return v
}

// shareCard is the full address of the picture for a page; "" where none are
// drawn. slug is that of the institution whose shown edition the page is about.
func (w *writer) shareCard(slug string) string {
	switch {
	case !w.site.set.Cards:
		return ""
	case slug == "":
		return w.site.data.Portal.BaseURL + PortalCard
	}
	return w.site.data.Portal.BaseURL + CardFile(slug)
}
