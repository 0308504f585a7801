package diag

import (
	"slices"
	"strings"
)

// Nearest returns the candidate that a word was probably meant to be, or "":
// the one with the fewest letters changed, added, dropped or swapped, at most
// a third of the word, or one. The first of equally near ones wins.
func Nearest(word string, candidates []string) string {
	letters := []rune(word)
	best, least := "", max(1, len(letters)/3)+1
	for _, c := range candidates {
		if d := editDistance(letters, []rune(c), least); d < least && d < len(letters) {
			best, least = c, d
		}
	}
	return best
}

// editDistance counts the edits between two words; it gives up with a larger
// number once more than limit are needed, so that long hostile keys cost little.
func editDistance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// maxCompared bounds how many candidates Unknown looks at for one list: a file of
// thousands of wrong words is not compared with thousands of right ones each.
const maxCompared = 500_000

// Unknown adds an error about a word that is none of the candidates. Its
// arguments are the word, what to write instead and then args: the nearest
// candidate under key-near, or a few of them under key where none is near.
func (l *List) Unknown(pos Pos, key, word string, candidates []string, args ...any) {
	advice := Some(candidates)
	if l.compared+len(candidates) <= maxCompared {
		l.compared += len(candidates)
		if near := Nearest(word, candidates); near != "" {
			key, advice = key+"-near", near
		}
	}
	l.Errorf(pos, key, append([]any{word, advice}, args...)...)
}

// Some lists the first of some words for a message; a dash where there are none.
func Some(words []string) string {
	const most = 20
	switch {
	case len(words) == 0:
		return "-"
	case len(words) > most:
		words = append(slices.Clone(words[:most]), "...")
	}
	return strings.Join(words, ", ")
}
