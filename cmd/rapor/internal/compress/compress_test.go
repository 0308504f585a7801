package compress

import (
	"bytes"
	stdgzip "compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

var samples = []string{"", "a", strings.Repeat("<td>3,70</td>", 5000), "nilai indeks " + strings.Repeat("\x00\xff", 999)}

func readers(t *testing.T) map[string]func([]byte) io.Reader {
	return map[string]func([]byte) io.Reader{
		".br": func(b []byte) io.Reader { return brotli.NewReader(bytes.NewReader(b)) },
		".gz": func(b []byte) io.Reader {
			r, err := stdgzip.NewReader(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b[4:8], make([]byte, 4)) || r.Name != "" || r.Comment != "" || r.Extra != nil || r.OS != 255 {
				t.Errorf("the header tells of this machine: %+v", r.Header)
			}
			return r
		},
	}
}

func TestWhatIsCompressedComesBack(t *testing.T) {
	for _, form := range Forms {
		open := readers(t)[form.Suffix]
		for _, s := range samples {
			packed, err := form.Make([]byte(s))
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(open(packed))
			if err != nil || string(got) != s {
				t.Errorf("%s of %d bytes: %d bytes, %v", form.Suffix, len(s), len(got), err)
			}
		}
	}
}

func TestTheSameContentGivesTheSameBytesWhateverCameBefore(t *testing.T) {
	for _, form := range Forms {
		first := map[string][]byte{}
		for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 2, 0, 3, 1}} {
			for _, i := range order {
				packed, err := form.Make([]byte(samples[i]))
				if err != nil {
					t.Fatal(err)
				}
				if known, ok := first[samples[i]]; ok && !bytes.Equal(known, packed) {
					t.Errorf("%s: sample %d differs after others", form.Suffix, i)
				}
				first[samples[i]] = packed
			}
		}
	}
}

func TestOnlyTextsOverOneKilobyteAreCompressed(t *testing.T) {
	cases := []struct {
		mediaType string
		size      int
		want      bool
	}{
		{"text/html; charset=utf-8", 1001, true}, {"text/html; charset=utf-8", 1000, false}, {"text/css; charset=utf-8", 5000, true},
		{"text/javascript; charset=utf-8", 5000, true}, {"application/json", 5000, true}, {"image/svg+xml", 5000, true},
		{"application/ld+json", 5000, true}, {"application/atom+xml", 5000, true}, {"text/csv; charset=utf-8", 5000, true},
		{"font/woff2", 50000, false}, {"image/png", 50000, false}, {"application/octet-stream", 50000, false}, {"application/zip", 50000, false},
		{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 50000, false},
	}
	for _, c := range cases {
		if got := Worthwhile(c.mediaType, c.size); got != c.want {
			t.Errorf("Worthwhile(%q, %d) = %v", c.mediaType, c.size, got)
		}
	}
}
