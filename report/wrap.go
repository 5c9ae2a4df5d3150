package report

// This file fits text into columns of a terminal. Width is what is seen, not bytes:
// a Chinese character takes two columns, a combining accent none.

import (
	"strings"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// width is how many columns s takes. It measures as the tables do, and does not ask
// the locale: the same report looks the same everywhere.
func width(s string) int { return twwidth.WidthWithOptions(s, twwidth.Options{}) }

// fit is s in at most columns columns; what is cut off leaves an ellipsis.
func fit(s string, columns int) string {
	if width(s) <= columns {
		return s
	}
	head, _ := split(s, columns-1)
	return strings.TrimRight(head, " ") + "…"
}

// split cuts s where the next character would be wider than columns. It takes at
// least one character, so that splitting again and again comes to an end.
func split(s string, columns int) (head, tail string) {
	used := 0
	for i, r := range s {
		if used += width(string(r)); used > columns && i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// wrap breaks s between words into lines of at most columns columns, and words that
// are longer than a line anywhere. More than limit lines end in an ellipsis.
func wrap(s string, columns, limit int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		if line != "" && width(line)+1+width(word) <= columns {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for line = word; width(line) > columns && len(lines) <= limit; {
			var head string
			head, line = split(line, columns)
			lines = append(lines, head)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	if len(lines) > limit {
		lines = lines[:limit]
		head, _ := split(lines[limit-1], columns-1)
		lines[limit-1] = strings.TrimRight(head, " ") + "…"
	}
	return lines
}

// listed writes as many of the words as fit into columns columns, and how many more
// there are.
func listed(words []string, columns int) string {
	if s := someOf(words, len(words)); width(s) <= columns {
		return s
	}
	shown := 1
	for shown < len(words) && width(someOf(words, shown+1)) <= columns {
		shown++
	}
	return fit(someOf(words, shown), columns)
}

func someOf(words []string, shown int) string {
	s := strings.Join(words[:min(shown, len(words))], ", ")
	if more := len(words) - shown; more > 0 {
		s += " +" + number(more)
	}
	return s
}

// wrapSentences breaks s between words, and leaves out the last sentences of what has no
// room in limit lines. A first sentence that is longer ends in an ellipsis.
func wrapSentences(s string, columns, limit int) []string {
	whole, _ := split(s, columns*(limit+1))
	for {
		if lines := wrap(whole, columns, limit+1); len(lines) <= limit {
			return lines
		}
		end := strings.LastIndex(strings.TrimSuffix(whole, "."), ". ")
		if end < 0 {
			return wrap(s, columns, limit)
		}
		whole = whole[:end+1]
	}
}
