package text

// Where code stands in a text: nobody speaks there.

import "strings"

// codeSpans are the code blocks and inline code of a text, in order. A fence that is
// never closed opens nothing.
func codeSpans(text string) []Span {
	if strings.IndexByte(text, '`') < 0 && strings.IndexByte(text, '{') < 0 {
		return nil
	}
	var spans []Span
	unclosed := map[string]bool{}
	for i := 0; i < len(text); {
		from := strings.IndexAny(text[i:], "`{")
		if from < 0 {
			break
		}
		from += i
		open, end := fence(text[from:])
		length := -1
		if open != "" && !unclosed[end] {
			length = closing(text[from+len(open):], end)
			unclosed[end] = length < 0 && end != "`"
		}
		if length < 0 {
			i = from + max(len(open), 1)
			continue
		}
		i = from + len(open) + length + len(end)
		spans = append(spans, Span{from, i})
	}
	return spans
}

// closing is where the fence ends in body, or -1. Inline code ends in its line.
func closing(body, end string) int {
	if end != "`" {
		return strings.Index(body, end)
	}
	i := strings.IndexAny(body, "`\n")
	if i >= 0 && body[i] == '\n' {
		return -1
	}
	return i
}

// fence is the code mark that text begins with, and the one that closes it.
func fence(text string) (open, end string) {
	switch {
	case strings.HasPrefix(text, "```"):
		return "```", "```"
	case strings.HasPrefix(text, "`"):
		return "`", "`"
	case strings.HasPrefix(text, "{{"):
		return "{{", "}}"
	case strings.HasPrefix(text, "{noformat"):
		return "{noformat", "{noformat}"
	case strings.HasPrefix(text, "{code"):
		return "{code", "{code}"
	}
	return "", ""
}
