package theme

import "strings"

// Way is the way from a folder of the site to a folder or file, so
// that a site works at a root, in a sub-path and on a disk. Both are paths from
// the site's root; folders end in a slash, the root itself is "".
func Way(from, to string) string {
	for {
		head, rest, ok := strings.Cut(from, "/")
		if !ok || !strings.HasPrefix(to, head+"/") {
			break
		}
		from, to = rest, to[len(head)+1:]
	}
	way := strings.Repeat("../", strings.Count(from, "/")) + to
	if way == "" {
		return "./"
	}
	return way
}
