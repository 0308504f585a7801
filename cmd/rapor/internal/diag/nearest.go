package diag

import (
	"slices"
	"strings"
)

// Nearest returns the candidate that a word was probably meant to be, or "":
// the one with the fewest letters changed, added, dropped or swapped, at most
// a third of the word. The first of equally near ones wins.
func Nearest(word string, candidates []string) string {
	best, limit := "", len([]rune(word))/3+1
	for _, c := range candidates {
		if d := editDistance([]rune(word), []rune(c), limit); d < limit || d == limit && best == "" && d < len([]rune(word)) {
			if d < limit {
				limit = d
			}
			best = c
			if d == 0 {
				break
			}
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

// manyWords is up to how many candidates Unknown looks for the nearest: a file of
// thousands of wrong words must not be compared with thousands of right ones.
const manyWords = 2_000

// Unknown adds an error about a word that is none of the candidates. Its
// arguments are the word, what to write instead and then args: the nearest
// candidate under key-near, or a few of them under key where none is near.
func (l *List) Unknown(pos Pos, key, word string, candidates []string, args ...any) {
	advice := Some(candidates)
	if len(candidates) <= manyWords {
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
