package jira

// This file reads the Atlassian Document Format into plain text, as markup.go does with wiki
// markup.

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// node is one part of an Atlassian document.
type node struct {
	Type    string `json:"type"`
	Text    string `json:"text"`
	Content []node `json:"content"`
	Attrs   struct {
		ID        id     `json:"id"`
		URL       string `json:"url"`
		ShortName string `json:"shortName"`
	} `json:"attrs"`
}

// document reads the Atlassian Document Format.
func document(raw jsontext.Value) (string, []string) {
	var root node
	if unmarshal(raw, &root) != nil {
		return "", nil
	}
	w := &writer{}
	w.write(root)
	return settle(clip(w.out.String())), w.mentions
}

type writer struct {
	out      strings.Builder
	mentions []string
}

func (w *writer) write(n node) {
	switch n.Type {
	case "text":
		w.out.WriteString(n.Text)
	case "hardBreak":
		w.out.WriteString("\n")
	case "mention":
		w.mentions = append(w.mentions, string(n.Attrs.ID))
		w.out.WriteString(callee)
	case "inlineCard", "blockCard", "embedCard":
		w.out.WriteString(n.Attrs.URL)
	case "emoji":
		w.out.WriteString(n.Attrs.ShortName)
	case "listItem", "taskItem", "decisionItem":
		w.line()
		w.out.WriteString("- ")
	case "tableCell", "tableHeader":
		w.out.WriteString(" | ")
	case "paragraph", "heading", "codeBlock", "blockquote", "panel", "tableRow", "rule", "expand":
		w.line()
	}
	for _, child := range n.Content {
		w.write(child)
	}
	if n.Type == "heading" || n.Type == "codeBlock" || n.Type == "paragraph" {
		w.line()
	}
}

// line begins a new line, unless one has just begun.
func (w *writer) line() {
	s := w.out.String()
	if s != "" && !strings.HasSuffix(s, "\n") && !strings.HasSuffix(s, "- ") && !strings.HasSuffix(s, " | ") {
		w.out.WriteString("\n")
	}
}
