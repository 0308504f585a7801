package intake

import "testing"

func TestShortKindsAreMatchedAndSpelledOut(t *testing.T) {
	for _, c := range []struct{ held, printed, plain string }{
		{"Kab. Mamuju", "Kabupaten Mamuju", "kabupaten mamuju"},
		{"Kab Mamuju", "Kabupaten Mamuju", "kabupaten mamuju"},
		{"PEMKAB Mamuju", "Pemerintah Kabupaten Mamuju", "kabupaten mamuju"},
		{"Pemprov  Sulawesi Barat", "Pemerintah Provinsi Sulawesi Barat", "provinsi sulawesi barat"},
		{"Kabupaten Mamuju", "Kabupaten Mamuju", "kabupaten mamuju"},
		{"Kota Kab", "Kota Kab", "kota kabupaten"}, // only what a name begins with is printed in full
		{"Kab.", "Kab.", "kabupaten"},              // no name at all
	} {
		if got := printedName(c.held); got != c.printed {
			t.Errorf("%q is printed as %q, want %q", c.held, got, c.printed)
		}
		if got := plainName(c.held); got != c.plain {
			t.Errorf("%q is compared as %q, want %q", c.held, got, c.plain)
		}
	}
}
