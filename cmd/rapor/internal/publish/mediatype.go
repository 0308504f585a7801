package publish

import (
	"path"
	"strings"
)

// mediaTypes is a list of our own: the system's differs between machines, and
// the manifest must not.
var mediaTypes = map[string]string{
	".atom":        "application/atom+xml",
	".avif":        "image/avif",
	".br":          "application/x-brotli",
	".css":         "text/css; charset=utf-8",
	".csv":         "text/csv; charset=utf-8",
	".gif":         "image/gif",
	".gz":          "application/gzip",
	".html":        "text/html; charset=utf-8",
	".ico":         "image/vnd.microsoft.icon",
	".ics":         "text/calendar; charset=utf-8",
	".jpeg":        "image/jpeg",
	".jpg":         "image/jpeg",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".jsonld":      "application/ld+json",
	".map":         "application/json",
	".md":          "text/markdown; charset=utf-8",
	".mjs":         "text/javascript; charset=utf-8",
	".pdf":         "application/pdf",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".toml":        "application/toml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
	".webp":        "image/webp",
	".woff":        "font/woff",
	".woff2":       "font/woff2",
	".xlsx":        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".xml":         "application/xml",
	".zip":         "application/zip",
}

// MediaType is the type under which a file should be served, by its suffix.
func MediaType(address string) string {
	if t, ok := mediaTypes[strings.ToLower(path.Ext(address))]; ok {
		return t
	}
	return "application/octet-stream"
}
