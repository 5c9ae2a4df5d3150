package text

// What somebody says in a comment, without what they quote or paste.

import "strings"

// said is a comment with its quotations and code blanked out. Places stay the same.
func said(s string) string {
	others := append(codeSpans(s), quoteBlocks(s)...)
	for from := 0; from < len(s); {
		end := from + strings.IndexByte(s[from:], '\n')
		if end < from {
			end = len(s)
		}
		if l := strings.TrimSpace(s[from:end]); strings.HasPrefix(l, ">") || strings.HasPrefix(l, "bq. ") {
			others = append(others, Span{from, end})
		}
		for _, q := range quotations(s[from:end]) {
			others = append(others, Span{from + q.From, from + q.To})
		}
		from = end + 1
	}
	if len(others) == 0 {
		return s
	}
	b := []byte(s)
	for _, o := range others {
		blank(b[o.From:o.To])
	}
	return string(b)
}

func blank(b []byte) {
	for i := range b {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
}

// quoteBlocks are the wiki's blocks of quotation, with their marks.
func quoteBlocks(s string) []Span {
	const mark = "{quote}"
	var spans []Span
	for from := 0; ; {
		open := strings.Index(s[from:], mark)
		if open < 0 {
			return spans
		}
		open += from
		length := strings.Index(s[open+len(mark):], mark)
		if length < 0 {
			return spans
		}
		from = open + length + 2*len(mark)
		spans = append(spans, Span{open, from})
	}
}

// The pairs of quotation marks; an opening one that is never closed opens nothing.
var quotes = []struct{ open, end string }{{`"`, `"`}, {"„", "“"}, {"„", "”"}, {"“", "”"}, {"«", "»"}, {"»", "«"}, {"”", "”"}}

// quotations are the quoted stretches of one line, in order.
func quotations(line string) []Span {
	if strings.IndexByte(line, '"') < 0 && strings.IndexByte(line, "«"[0]) < 0 && strings.IndexByte(line, "“"[0]) < 0 {
		return nil
	}
	var spans []Span
	for i := 0; i < len(line); {
		at := strings.IndexAny(line[i:], `"„“«»”`)
		if at < 0 {
			break
		}
		at += i
		i = at + 1
		for _, q := range quotes {
			if !strings.HasPrefix(line[at:], q.open) {
				continue
			}
			rest := line[at+len(q.open):]
			if n := strings.Index(rest, q.end); n >= 0 {
				i = at + len(q.open) + n + len(q.end)
				spans = append(spans, Span{at, i})
				break
			}
		}
	}
	return spans
}
