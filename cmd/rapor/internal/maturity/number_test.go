package maturity_test

import (
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

func TestNumbersForMachines(t *testing.T) {
	for v, want := range map[int32]string{370: "3.70", 5: "0.05", -42: "-0.42", 0: "0.00", 1000: "10.00"} {
		if got := maturity.Hundredths(v).Plain(); got != want {
			t.Errorf("%d is %s, want %s", v, got, want)
		}
	}
}
