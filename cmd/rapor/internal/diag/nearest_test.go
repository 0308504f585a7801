package diag

import (
	"fmt"
	"strings"
	"testing"
)

func TestNearestIsWhatWasMeantOrNothing(t *testing.T) {
	for _, c := range []struct {
		word, candidates, want string
	}{
		{"jeniss", "nama jenis induk", "jenis"},
		{"I2", "I01 I02", "I02"},
		{"I77", "I01 I02", ""},            // two of three letters are a guess
		{"biuld", "check build", "build"}, // swapped letters are one slip
		{"kota-cntoh", "kota-contoh kota-conto", "kota-contoh"},
		{"zzz", "nama jenis", ""},
		{"", "a b", ""},
		{"x", "y", ""},
	} {
		if got := Nearest(c.word, strings.Fields(c.candidates)); got != c.want {
			t.Errorf("Nearest(%q, %s) = %q, want %q", c.word, c.candidates, got, c.want)
		}
	}
}

func TestUnknownNamesTheNearestOrAFew(t *testing.T) {
	var l List
	many := strings.Fields(strings.Repeat("satu dua tiga ", 10))
	l.Unknown(Pos{}, "k", "kotaa", []string{"kota"}, 2024)
	l.Unknown(Pos{}, "k", "zzz", []string{"kota", "desa"})
	l.Unknown(Pos{}, "k", "zzz", nil)
	l.Unknown(Pos{}, "k", "zzzz", many)
	want := []string{"k-near kotaa kota 2024", "k zzz kota, desa", "k zzz -"}
	for i, w := range want {
		p := l.problems[i]
		if got := strings.TrimSpace(strings.Join(append([]string{p.Key}, words(p.Args)...), " ")); got != w {
			t.Errorf("got %q, want %q", got, w)
		}
	}
	if last := l.problems[3].Args[1].(string); strings.Count(last, ",") != 20 || !strings.HasSuffix(last, ", ...") {
		t.Errorf("a long list is not cut: %q", last)
	}
}

func words(args []any) []string {
	var out []string
	for _, a := range args {
		out = append(out, fmt.Sprint(a))
	}
	return out
}

func TestThousandsOfWrongWordsAreNotComparedWithThousands(t *testing.T) {
	candidates := make([]string, 1000)
	for i := range candidates {
		candidates[i] = fmt.Sprintf("instansi-%d", i)
	}
	var l List
	for range 20_000 {
		l.Unknown(Pos{}, "k", "instansi-x", candidates)
	}
	if l.compared > maxCompared {
		t.Errorf("%d comparisons", l.compared)
	}
}
