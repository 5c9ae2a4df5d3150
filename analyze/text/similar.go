package text

// How alike two texts are, word by word.

// Similarity is the share of their words that two texts have in common, from 0 to 1:
// 2·|A∩B| / (|A|+|B|) over words counted as often as they occur (the Dice
// coefficient). Case, accents, order and formatting do not matter. A text without
// words is like none.
func Similarity(a, b string) float64 {
	shared, inA, inB := common(a, b)
	if inA == 0 || inB == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(inA+inB)
}

// Changed is the share of words that an edit changed, from 0 to 1: what is not in
// both, of the longer text. Formatting, case, spaces and moved words do not count.
func Changed(old, new string) float64 {
	shared, before, after := common(old, new)
	longer := max(before, after)
	if longer == 0 {
		return 0
	}
	return 1 - float64(shared)/float64(longer)
}

// common counts the words of both texts, and those they share.
func common(a, b string) (shared, inA, inB int) {
	count := map[string]int{}
	var space [256]token // as many as most items have
	for _, t := range contentWords(space[:0], a) {
		count[t.word]++
		inA++
	}
	for _, t := range contentWords(space[:0], b) {
		if count[t.word] > 0 {
			count[t.word]--
			shared++
		}
		inB++
	}
	return shared, inA, inB
}

// contentWords leaves out the wiki's heading marks (h1. to h6.), which are formatting.
func contentWords(space []token, s string) []token {
	s = capped(s)
	ts := wordsInto(space, s)
	kept := ts[:0]
	for _, t := range ts {
		if len(t.word) == 2 && t.word[0] == 'h' && t.word[1] >= '1' && t.word[1] <= '6' && t.to < len(s) && s[t.to] == '.' {
			continue
		}
		kept = append(kept, t)
	}
	return kept
}
