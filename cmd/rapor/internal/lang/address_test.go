package lang

import "testing"

func TestFoldAddressJoinsWhatSomeSystemTakesForOne(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
		why  string
	}{
		{"instansi/kota", "instansi/kota", true, "the same"},
		{"Instansi/KOTA", "instansi/kota", true, "letter case"},
		{"caf\u00e9", "cafe\u0301", true, "one character or two"},
		{"CAF\u00c9", "cafe\u0301", true, "both"},
		{"stra\u00dfe", "STRASSE", true, "sharp s in capitals"},
		{"\u03c3\u03c2", "\u03a3\u03a3", true, "both small sigmas"},
		{"cafe", "caf\u00e9", false, "an accent is a difference"},
		{"a/b", "a-b", false, "so is a slash"},
		{"a/\u00c9/b", "a/e\u0301/b", true, "inside a path"},
	} {
		if got := FoldAddress(tt.a) == FoldAddress(tt.b); got != tt.same {
			t.Errorf("%q and %q: same = %v, want %v (%s)", tt.a, tt.b, got, tt.same, tt.why)
		}
	}
}
