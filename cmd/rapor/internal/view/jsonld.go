package view

import (
	"encoding/json"

	"rapor/cmd/rapor/internal/theme"
)

// datasetLD is a page's data as search engines for data sets read it
// (https://schema.org/Dataset).
type datasetLD struct {
	Context      string           `json:"@context"`
	Type         string           `json:"@type"`
	ID           string           `json:"@id"`
	Name         string           `json:"name"`
	Description  string           `json:"description"`
	URL          string           `json:"url"`
	Language     string           `json:"inLanguage"`
	Licence      string           `json:"license,omitempty"`
	Free         bool             `json:"isAccessibleForFree"`
	Creator      organisationLD   `json:"creator"`
	Modified     string           `json:"dateModified,omitempty"`
	Part         *catalogueLD     `json:"includedInDataCatalog"`
	Distribution []distributionLD `json:"distribution"`
}

type organisationLD struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type catalogueLD struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url"`
}

type distributionLD struct {
	Type   string `json:"@type"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
}

// dataset describes the data of a page for search engines; "" where the page has
// none. Names from the data stand in it as JSON strings, escaped for a script
// element.
func (w *writer) dataset(s *Shell) theme.JSON {
	files := w.site.describedOn(w.bare)
	if len(files) == 0 {
		return ""
	}
	portal := &w.site.data.Portal
	name := s.Title
	if name == "" {
		name = s.Portal
	}
	d := datasetLD{
		Context: "https://schema.org", Type: "Dataset", ID: portal.BaseURL + w.bare + "#data", Name: name, URL: s.Canonical, Language: w.Code,
		Description: w.Say("kutip.kumpulan", "judul", name, "uraian", s.Description, "portal", s.Portal),
		Licence:     portal.LicenceURL(), Free: true, Creator: organisationLD{"Organization", portal.Owner.Base},
		Modified: w.site.set.Date, Part: &catalogueLD{"DataCatalog", s.Portal, portal.BaseURL + dataDir},
	}
	for i := range files {
		d.Distribution = append(d.Distribution, distributionLD{"DataDownload", files[i].Media, portal.BaseURL + files[i].Address})
	}
	raw, err := json.Marshal(d)
	if err != nil {
		return "" // no value in it can fail
	}
	return theme.NewJSON(raw)
}
