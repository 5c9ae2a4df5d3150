package text

// Reasons that say again what is wanted.

import "strings"

// When a reason repeats the wish. Our judgement.
const (
	repeated = 0.6 // of the wish's own words are in the reason
	stem     = 4   // letters that two forms of a word share at least
)

// weakWhy reports whether the reason repeats what is wanted: "I want to export the
// list so that I can export the list".
func (r *reader) weakWhy(reading *Reading) bool {
	if r.wish == 0 || !reading.Why {
		return false
	}
	wish := r.content(r.tokens[r.wish:r.wishStop(reading)])
	reason := r.within(reading.Spans.Why)
	again := 0
	for _, w := range wish {
		for _, t := range reason {
			if t.mark == word && alike(w, t.word) {
				again++
				break
			}
		}
	}
	return len(wish) > 0 && float64(again) >= repeated*float64(len(wish))
}

// content are the words that are no small words of the story's languages, as many as a
// clause has at most.
func (r *reader) content(ts []token) []string {
	var own []string
	for _, t := range ts {
		if t.mark != word || len(own) == longClause {
			continue
		}
		little := false
		for _, g := range r.known {
			little = little || g.little.has(t.word)
		}
		if !little {
			own = append(own, t.word)
		}
	}
	return own
}

// alike reports whether two words are forms of one: they begin alike and differ in
// their endings only.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n >= stem && max(len(a), len(b))-n <= 3
}

// Key is a text as it is compared with others: its folded words.
func Key(s string) string { return strings.TrimSpace(lineKey(s)) }
