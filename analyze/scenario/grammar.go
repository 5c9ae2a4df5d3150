package scenario

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// This file finds a sentence in a table of known ones. The pattern of a sentence is
// the sentence itself with slots in capitals (slots.go says what fits them) and
// alternatives parted by bars. The first pattern that fits the whole wins.

// sentence is one row of a table.
type sentence[T any] struct {
	says string // the pattern: "PERSON removes ITEMS"
	like string // an example, for people who wrote something else
	do   T      // what it means
}

// args is what the slots of a sentence held.
type args struct {
	who, whom string // PERSON; NAME
	items     []spec // NEW, and ITEMS or MEMBERS named by key
	pick      *pick  // ITEMS or MEMBERS described, not named
	fresh     bool   // the items were NEW
	key       string
	texts     []string
	number    float64
	dates     []date
	word      string // the alternative taken; WORD, WORDS, ROLE
	the       bool   // ARTICLE was "the"
}

// find looks a sentence up.
func find[T any](table []sentence[T], text string, people map[string]bool) (row sentence[T], a args, err error) {
	best := miss{}
	for i, row := range table {
		c := &cursor{tokens: tokens(text), people: people}
		a, m := match(strings.Fields(row.says), c)
		if m.err == nil {
			return row, a, nil
		}
		m.row = i
		if best.err == nil || m.nearer(best) {
			best = m
		}
	}
	if errors.Is(best.err, errNobody) {
		return row, a, best.err
	}
	return row, a, fmt.Errorf("%w; the nearest known sentence is: %s", best.err, table[best.row].like)
}

// miss tells how far a pattern fitted a sentence, and what stopped it.
type miss struct {
	row   int
	words int // tokens that fitted
	off   int // edits from the word found to the word wanted
	err   error
}

func (m miss) nearer(than miss) bool {
	return m.words > than.words || (m.words == than.words && m.off < than.off)
}

// farOff is more than any misspelling.
const farOff = 100

// match reads a whole sentence by a pattern.
func match(pattern []string, c *cursor) (a args, m miss) {
	for _, piece := range pattern {
		if slot, ok := slots[piece]; ok {
			if err := slot(c, &a); err != nil {
				return a, miss{words: c.at, off: farOff, err: err}
			}
			continue
		}
		choices := strings.Split(piece, "|")
		if found := c.peek(); found.quoted || !slices.Contains(choices, found.text) {
			return a, miss{words: c.at, off: nearest(found.text, choices), err: fmt.Errorf("cannot read %s", c.found())}
		}
		if len(choices) > 1 {
			a.word = c.peek().text
		}
		c.at++
	}
	if !c.done() {
		return a, miss{words: c.at, off: farOff, err: fmt.Errorf("cannot read %s", c.found())}
	}
	return a, miss{}
}

// nearest is the smallest number of edits from a word to one of the choices.
func nearest(word string, choices []string) int {
	best := farOff
	for _, choice := range choices {
		best = min(best, edits(word, choice))
	}
	return best
}

// edits is Levenshtein's distance.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
