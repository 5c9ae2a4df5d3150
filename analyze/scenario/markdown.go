package scenario

import (
	"fmt"
	"strings"
)

// This file finds the histories in a document.

// Example is one history in a document.
type Example struct {
	Heading string // the nearest heading above it; empty if there is none
	Line    int    // the line of the document on which Text begins
	Text    string
}

// Parse reads and plays the example; lines are counted in the document.
func (e Example) Parse(name string) (*Scenario, error) {
	return Parse(name, strings.Repeat("\n", e.Line-1)+e.Text)
}

// FromMarkdown gives the histories of a document in their order: what stands in
// fences of three backticks and the word history. The name is for messages.
func FromMarkdown(name, md string) ([]Example, error) {
	var examples []Example
	var body []string
	heading, fence, begun := "", outside, 0
	for i, text := range strings.Split(strings.ReplaceAll(md, "\r", ""), "\n") {
		word, isFence := strings.CutPrefix(text, "```")
		switch {
		case isFence && fence == outside:
			fence, begun, body = strings.TrimSpace(word), i+2, nil
		case isFence:
			if fence == "history" {
				examples = append(examples, Example{Heading: heading, Line: begun, Text: strings.Join(body, "\n") + "\n"})
			}
			fence = outside
		case fence != outside:
			body = append(body, text)
		case strings.HasPrefix(text, "#"):
			heading = strings.TrimSpace(strings.TrimLeft(text, "#"))
		}
	}
	if fence != outside {
		return nil, fmt.Errorf("%s:%d: a fence is opened and not closed: end it with ```", name, begun-1)
	}
	return examples, nil
}

// outside stands for no fence; no fence is called so.
const outside = "-"
