package maturity

import "strings"

// LicenceURL returns the address of a licence by its SPDX id; "" where what the
// portal names is no such id.
func (p *Portal) LicenceURL() string {
	if url, known := creativeCommons[p.Licence]; known {
		return url
	}
	if p.Licence == "" || strings.Trim(p.Licence, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-+") != "" {
		return ""
	}
	return "https://spdx.org/licenses/" + p.Licence + ".html"
}

var creativeCommons = map[string]string{
	"CC-BY-4.0":    "https://creativecommons.org/licenses/by/4.0/",
	"CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
	"CC0-1.0":      "https://creativecommons.org/publicdomain/zero/1.0/",
}
