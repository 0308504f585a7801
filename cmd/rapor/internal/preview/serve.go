package preview

import (
	"bytes"
	_ "embed"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"strings"
	"time"
)

// own is the folder of the preview's own files. No file of a site can stand
// there: publish refuses the colon.
const own = "/:rapor/"

var (
	//go:embed pratinjau.js
	script []byte
	//go:embed pratinjau.css
	style []byte
)

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch {
	case !s.opts.AnyHost && !local(r.Host):
		// A page of the web that has its own name point to this machine
		// would otherwise read drafts.
		http.Error(w, "this preview answers to localhost only", http.StatusForbidden)
		return
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	now, _ := s.now()
	switch address := r.URL.Path; {
	case address == own+"peristiwa":
		s.events(w, r)
	case address == own+"pratinjau.js":
		send(w, r, http.StatusOK, "text/javascript; charset=utf-8", script)
	case address == own+"pratinjau.css":
		send(w, r, http.StatusOK, "text/css; charset=utf-8", style)
	case now.fault != nil && isPage(address):
		w.Header().Set("Content-Security-Policy", faultPolicy)
		send(w, r, http.StatusInternalServerError, "text/html; charset=utf-8", s.withScript(now.fault, now.number))
	case address+"/" == now.base || address == "/" && now.base != "/":
		http.Redirect(w, r, now.base, http.StatusFound)
	default:
		name, inside := strings.CutPrefix(address, now.base)
		s.file(w, r, now, name, inside)
	}
}

// local reports whether a server was called by a name of this machine.
func local(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	ip := net.ParseIP(name)
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || ip != nil && ip.IsLoopback()
}

// isPage reports whether a person looks at an address, and not a page at one of
// its parts.
func isPage(address string) bool {
	ending := path.Ext(address)
	return strings.HasSuffix(address, "/") || ending == "" || ending == ".html"
}

// file sends a file of the site; for a folder without its slash the way to it.
func (s *Server) file(w http.ResponseWriter, r *http.Request, now state, name string, inside bool) {
	wanted := name
	if wanted == "" || strings.HasSuffix(wanted, "/") {
		wanted += "index.html"
	}
	content, err := []byte(nil), fs.ErrNotExist
	if inside {
		content, err = s.read(wanted)
	}
	switch {
	case err == nil:
		kind := s.opts.Type(wanted)
		if strings.HasPrefix(kind, "text/html") {
			content = s.withScript(content, now.number)
		}
		send(w, r, http.StatusOK, kind, content)
		return
	case errors.Is(err, errFolder):
		if _, err := s.read(name + "/index.html"); err == nil {
			to := r.URL.EscapedPath() + "/"
			if r.URL.RawQuery != "" {
				to += "?" + r.URL.RawQuery
			}
			http.Redirect(w, r, to, http.StatusFound)
			return
		}
	}
	content, err = s.read("404.html")
	if err != nil {
		content = []byte("404\n")
	}
	// The page allows no script, so it asks again on its own.
	w.Header().Set("Refresh", "2")
	send(w, r, http.StatusNotFound, s.opts.Type("404.html"), content)
}

// errFolder: the name is that of a folder.
var errFolder = errors.New("is a folder")

// read reads a file of the site whole. No name leads out of the folder: neither
// by its parts nor by a symbolic link.
func (s *Server) read(name string) ([]byte, error) {
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\:\x00") {
		return nil, fs.ErrNotExist
	}
	s.folder.RLock()
	defer s.folder.RUnlock()
	root, err := os.OpenRoot(s.opts.Site)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Lstat(name)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errFolder
	case !info.Mode().IsRegular(): // no site has links or pipes
		return nil, fs.ErrNotExist
	}
	return root.ReadFile(name)
}

// withScript puts the script that reloads into a page; files are never changed.
func (s *Server) withScript(page []byte, number int) []byte {
	tag := []byte(`<script src="` + own + `pratinjau.js" data-tanda="` + s.mark(number) + `" defer></script>`)
	at := bytes.Index(page, []byte("</head>"))
	if at < 0 {
		at = len(page)
	}
	out := make([]byte, 0, len(page)+len(tag))
	out = append(append(out, page[:at]...), tag...)
	return append(out, page[at:]...)
}

// send answers with a whole content; parts of it may be asked for.
func send(w http.ResponseWriter, r *http.Request, status int, kind string, content []byte) {
	w.Header().Set("Content-Type", kind)
	if status == http.StatusOK {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
		return
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(content) // the reader has gone
	}
}
