package analyze

import (
	"fmt"
	"strings"
)

// Article is the documentation of a check, taken apart. It is the only place for what
// a check says in words: the report quotes it, explain prints it.
type Article struct {
	Title    string // the situation, as a headline
	Intro    string // what it finds
	Sections []Section
	Found    string   // the sentence for a finding, with {placeholders}
	Well     string   // the sentence for when all is well
	Benign   []string // what would explain the finding innocently
	Ask      []string // questions for the team
	Try      string   // one experiment
}

// Section is a part of an article below one heading.
type Section struct{ Title, Text string }

// The sections every article has, in this order, so that readers learn the shape once.
var sections = []string{"Why it matters", "How it decides", "Left out", "In the report", "Could be harmless", "Ask", "Try", "Sources", "Examples"}

// ReadArticle takes an article apart. The error names what is missing.
func ReadArticle(md string) (Article, error) {
	var a Article
	head, rest, _ := strings.Cut(md, "\n## ")
	title, intro, _ := strings.Cut(strings.TrimSpace(head), "\n")
	a.Title, a.Intro = strings.TrimSpace(strings.TrimPrefix(title, "# ")), strings.TrimSpace(intro)
	if !strings.HasPrefix(title, "# ") || a.Intro == "" {
		return a, fmt.Errorf("an article opens with a line \"# The situation\" and a paragraph")
	}
	for part := range strings.SplitSeq(rest, "\n## ") {
		name, text, _ := strings.Cut(part, "\n")
		a.Sections = append(a.Sections, Section{strings.TrimSpace(name), strings.TrimSpace(text)})
	}
	if len(a.Sections) != len(sections) {
		return a, fmt.Errorf("%d sections, want %s", len(a.Sections), strings.Join(sections, ", "))
	}
	for i, want := range sections {
		if a.Sections[i].Title != want || a.Sections[i].Text == "" {
			return a, fmt.Errorf("section %d is %q, want %q with text", i+1, a.Sections[i].Title, want)
		}
	}
	a.Found, a.Well = quoted(a.Section("In the report"), "found:"), quoted(a.Section("In the report"), "well:")
	a.Benign, a.Ask = bullets(a.Section("Could be harmless")), bullets(a.Section("Ask"))
	a.Try = oneLine(a.Section("Try"))
	switch {
	case a.Found == "" || a.Well == "":
		return a, fmt.Errorf("\"In the report\" holds one quote \"> found: …\" and one \"> well: …\"")
	case len(a.Benign) == 0 || len(a.Ask) == 0:
		return a, fmt.Errorf("\"Could be harmless\" and \"Ask\" are lists")
	}
	return a, nil
}

// Section is the text below a heading; empty without it.
func (a Article) Section(title string) string {
	for _, s := range a.Sections {
		if s.Title == title {
			return s.Text
		}
	}
	return ""
}

// quoted is the quote paragraph that begins with the mark.
func quoted(text, mark string) string {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if said, ok := strings.CutPrefix(oneLine(strings.ReplaceAll("\n"+paragraph, "\n>", " ")), mark); ok {
			return strings.TrimSpace(said)
		}
	}
	return ""
}

func bullets(text string) []string {
	var list []string
	for item := range strings.SplitSeq("\n"+text, "\n- ") {
		if item = oneLine(item); item != "" {
			list = append(list, item)
		}
	}
	return list
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
