package deliver

// This file is the message as plain text: what a mail program without pictures shows.

import (
	"fmt"
	"strings"
)

// Plain is the message's text, without its subject.
func (m Message) Plain() string {
	var b strings.Builder
	for _, s := range m.Lead {
		fmt.Fprintln(&b, s)
	}
	for _, s := range m.Sections {
		fmt.Fprintf(&b, "\n%s\n", s.Title)
		for _, l := range s.Lines {
			fmt.Fprintf(&b, "- %s\n", l.plain())
		}
		if s.More != "" {
			fmt.Fprintf(&b, "- and %s\n", s.More)
		}
	}
	fmt.Fprintf(&b, "\n%s\n%s\n", m.pointer(), m.Purpose)
	return strings.TrimLeft(b.String(), "\n")
}

// pointer says where the rest is.
func (m Message) pointer() string {
	return "The whole report is attached, with the evidence, the doubt and what would explain it innocently: " + m.file
}

func (l Line) plain() string {
	s, rest := l.Strong, join(l.Text, l.Detail)
	if l.Note != "" && s != "" {
		s += " [" + l.Note + "]"
	}
	if s != "" && rest != "" {
		s += ": "
	}
	return s + rest
}
