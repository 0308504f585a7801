package view

import (
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

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
		if got := relative(c.from, c.to); got != c.want {
			t.Errorf("from %q to %q: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestNumbersForMachines(t *testing.T) {
	for v, want := range map[int32]string{370: "3.70", 5: "0.05", -42: "-0.42", 0: "0.00", 1000: "10.00"} {
		if got := machine(maturity.Hundredths(v)); got != want {
			t.Errorf("machine(%d) is %s, want %s", v, got, want)
		}
	}
}
