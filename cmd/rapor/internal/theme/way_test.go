package theme

import "testing"

func TestTheWayBetweenPages(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"", "", "./"},
		{"", "instansi/", "instansi/"},
		{"instansi/", "", "../"},
		{"instansi/", "instansi/", "./"},
		{"instansi/", "instansi/kota-x/", "kota-x/"},
		{"instansi/kota-x/", "instansi/kota-xy/", "../kota-xy/"},
		{"instansi/kota-x/2024/", "instansi/kota-x.json", "../../kota-x.json"},
		{"en/instansi/kota-x/", "assets/rapor.css", "../../../assets/rapor.css"},
		{"en/", "", "../"},
	} {
		if got := Way(c.from, c.to); got != c.want {
			t.Errorf("from %q to %q: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
