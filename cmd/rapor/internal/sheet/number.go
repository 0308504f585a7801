package sheet

import (
	"math/big"
	"strconv"
	"strings"
)

// otherwise returns the number that a cell holds, where the text shown is not
// that number; "" where both say the same. Spreadsheets store binary floats and
// know 15 digits of them: a 3.06 that somebody typed may be written
// 3.0600000000000001, and a sum that is 3.06 to everybody 3.0600000000000005.
func otherwise(shown, stored string) string {
	f, err := strconv.ParseFloat(strings.TrimSpace(stored), 64)
	if err != nil {
		return ""
	}
	if f, err = strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64); err != nil {
		return ""
	}
	typed := strconv.FormatFloat(f, 'f', -1, 64)
	a, ok := new(big.Rat).SetString(typed)
	if !ok {
		return ""
	}
	if b, ok := new(big.Rat).SetString(shown); ok && a.Cmp(b) == 0 {
		return ""
	}
	return typed
}
