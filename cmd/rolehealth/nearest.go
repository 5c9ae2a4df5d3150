package main

// This file finds what somebody probably meant: the known word with the fewest
// typing mistakes.

import (
	"fmt"
	"strings"
)

// didYouMean is a half sentence that names the nearest known word, or nothing when
// no word is near.
func didYouMean(word string, known []string) string {
	if best := nearest(word, known); best != "" {
		return fmt.Sprintf("; did you mean %q?", best)
	}
	return ""
}

// nearest is the known word that is fewest single-letter mistakes away, upper and
// lower case alike; empty if none is near: one mistake is
// allowed, and one more for every three letters.
func nearest(word string, known []string) string {
	best, limit := "", len([]rune(word))/3+1
	for _, k := range known {
		if n := mistakes([]rune(strings.ToLower(word)), []rune(strings.ToLower(k))); n <= limit {
			best, limit = k, n-1
		}
	}
	return best
}

// mistakes counts the letters to add, drop, change or swap with their neighbour to
// make b out of a (optimal string alignment).
func mistakes(a, b []rune) int {
	var before, last, row []int
	for j := range len(b) + 1 {
		last = append(last, j)
	}
	for i := 1; i <= len(a); i++ {
		row = []int{i}
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			n := min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				n = min(n, before[j-2]+1)
			}
			row = append(row, n)
		}
		before, last = last, row
	}
	return last[len(b)]
}
