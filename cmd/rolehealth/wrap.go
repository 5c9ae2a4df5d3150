package main

// This file lays the Markdown of the articles out for a terminal.

import "strings"

// measure is how wide running text gets.
const measure = 80

// wrapped fills paragraphs and list entries to the measure. Code blocks stay as they
// are, indented, without their fences.
func wrapped(markdown string) string {
	var out, paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			out = append(out, fill(strings.Join(paragraph, " ")))
			paragraph = nil
		}
	}
	code := false
	for line := range strings.SplitSeq(markdown, "\n") {
		text := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(text, "```"):
			flush()
			code = !code
		case code:
			out = append(out, strings.TrimRight("    "+line, " "))
		case text == "":
			flush()
			out = append(out, "")
		case strings.HasPrefix(text, "- "), strings.HasPrefix(text, "|"):
			flush()
			paragraph = []string{text}
		case strings.HasPrefix(text, "#"):
			flush()
			out = append(out, strings.TrimSpace(strings.TrimLeft(text, "#")))
		default:
			paragraph = append(paragraph, strings.TrimPrefix(text, "> "))
		}
	}
	flush()
	return strings.Join(out, "\n")
}

// fill breaks a paragraph into lines; those of a list entry hang below its text.
func fill(text string) string {
	indent := ""
	if strings.HasPrefix(text, "- ") {
		indent = "  "
	}
	var b strings.Builder
	width := 0
	for i, word := range strings.Fields(strings.NewReplacer("**", "", "`", "").Replace(text)) {
		n := len([]rune(word))
		switch {
		case i == 0:
		case width+1+n > measure:
			b.WriteString("\n" + indent)
			width = len(indent)
		default:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(word)
		width += n
	}
	return b.String()
}
