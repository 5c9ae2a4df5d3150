package jira

// This file takes the signs of bold and slanted words out of wiki markup.

import (
	"strings"
	"unicode/utf8"
)

// blank are the characters that stand between words, and end a stress or begin one.
const blank = "\t\n\f\r "

// unstressed is a line without the signs around words: *bold* or _slanted_, at the edges of
// words. Signs within words, such as those of a_long_name, stay.
func unstressed(line string, sign byte) string {
	var out strings.Builder
	done, free := 0, 0 // so much is written; and what stands before another stress may not be of the last one
	for at := strings.IndexByte(line, sign); at >= 0; {
		next := at + 1
		if at == 0 || at > free && strings.IndexByte(blank+"(>", line[at-1]) >= 0 {
			if end := stressEnd(line, at+1, sign); end > 0 {
				out.WriteString(line[done:at])
				out.WriteString(line[at+1 : end])
				done, free = end+1, min(end+2, len(line))
				next = free
			}
		}
		more := strings.IndexByte(line[next:], sign)
		if more < 0 {
			break
		}
		at = next + more
	}
	if done == 0 {
		return line
	}
	out.WriteString(line[done:])
	return out.String()
}

// stressEnd is where the sign stands that ends the stress of the words from there on; 0 if
// none does. The words neither begin nor end with a blank.
func stressEnd(line string, from int, sign byte) int {
	ends := func(at int) bool { return at == len(line) || strings.IndexByte(blank+").,:;!?<", line[at]) >= 0 }
	_, size := utf8.DecodeRuneInString(line[from:])
	if size == 0 || strings.IndexByte(blank, line[from]) >= 0 {
		return 0
	}
	second := from + size
	next := strings.IndexByte(line[second:], sign)
	if next < 0 {
		return 0
	}
	at := second + next
	switch {
	case next == 0 && ends(at+1): // a single letter
		return at
	case at+1 < len(line) && line[at+1] == sign && ends(at+2): // the last letter is a sign too
		return at + 1
	case next > 0 && strings.IndexByte(blank, line[at-1]) < 0 && ends(at+1):
		return at
	}
	return 0
}
