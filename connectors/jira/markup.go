package jira

// This file turns Jira's two ways of writing, wiki markup and the Atlassian Document
// Format, into plain text: headings and list items stay lines of their own, links
// keep their words, and the people that a text calls on are named apart from it.

import (
	"regexp"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// callee stands in a text for a person called on by account: the mention itself is
// kept beside the text, as an id.
const callee = "@someone"

// plain reads a text field in either way of writing, and whom it mentions.
func plain(raw jsontext.Value) (text string, mentions []string) {
	if len(raw) == 0 {
		return "", nil
	}
	switch raw.Kind() {
	case '"':
		var s string
		if unmarshal(raw, &s) == nil {
			return wiki(s)
		}
	case '{':
		return document(raw)
	}
	return "", nil
}

var (
	mention   = regexp.MustCompile(`\[~(?:accountid:)?([^\]\n]+)\]`)
	block     = regexp.MustCompile(`\{(code|noformat|panel|quote|color|expand|info|note|tip|warning|anchor)(:[^}\n]*)?\}`)
	verbatim  = regexp.MustCompile(`(?s)\{(?:code|noformat)(?::[^}\n]*)?\}(.*?)\{(?:code|noformat)\}`)
	heading   = regexp.MustCompile(`^\s*h[1-6]\.\s*`)
	bullet    = regexp.MustCompile(`^\s*([*#]+|-)\s+`)
	rule      = regexp.MustCompile(`^\s*-{4,}\s*$`)
	cells     = regexp.MustCompile(`\s*\|+\s*`)
	namedLink = regexp.MustCompile(`\[([^\[\]|\n]+)\|[^\[\]\n]+\]`)
	bareLink  = regexp.MustCompile(`\[((?:https?|mailto|ftp)[^\[\]|\s]+)\]`)
	picture   = regexp.MustCompile(`![^!\s|][^!\n|]*\.\w{2,5}(?:\|[^!\n]*)?!`)
	strong    = regexp.MustCompile(`(^|[\s(>])\*(\S|\S[^*\n]*\S)\*($|[\s).,:;!?<])`)
	slanted   = regexp.MustCompile(`(^|[\s(>])_(\S|\S[^_\n]*\S)_($|[\s).,:;!?<])`)
	escaped   = regexp.MustCompile(`\\([\[\]{}*_\-!|+^~?#])`)
	blanks    = regexp.MustCompile(`\n{3,}`)
	braced    = strings.NewReplacer("{*}", "", "{_}", "", "{+}", "", "{-}", "", "{{", "", "}}", "", `\\`, "\n")
)

// wiki reads wiki markup.
func wiki(s string) (string, []string) {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ", "\u200b", "").Replace(s)
	var mentions []string
	for _, found := range mention.FindAllStringSubmatch(s, -1) {
		mentions = append(mentions, found[1])
	}
	s = mention.ReplaceAllString(s, callee)
	var out strings.Builder
	for s != "" { // what stands in code fences is taken as it is
		at := verbatim.FindStringSubmatchIndex(s)
		if at == nil {
			out.WriteString(prose(s))
			break
		}
		out.WriteString(prose(s[:at[0]]))
		out.WriteString(s[at[2]:at[3]])
		s = s[at[1]:]
	}
	return settle(out.String()), mentions
}

func prose(s string) string {
	s = block.ReplaceAllString(s, "")
	s = braced.Replace(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		switch {
		case rule.MatchString(line):
			lines[i] = ""
			continue
		case heading.MatchString(line):
			line = heading.ReplaceAllString(line, "")
		case bullet.MatchString(line):
			line = bullet.ReplaceAllString(line, "- ")
		}
		line = picture.ReplaceAllString(line, "")
		line = namedLink.ReplaceAllString(line, "$1")
		line = bareLink.ReplaceAllString(line, "$1")
		if strings.HasPrefix(strings.TrimSpace(line), "|") {
			line = cells.ReplaceAllString(strings.Trim(strings.TrimSpace(line), "| "), " | ")
		}
		line = strong.ReplaceAllString(line, "$1$2$3")
		line = slanted.ReplaceAllString(line, "$1$2$3")
		lines[i] = escaped.ReplaceAllString(line, "$1")
	}
	return strings.Join(lines, "\n")
}

// settle trims lines and empty stretches.
func settle(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t")
	}
	return strings.TrimSpace(blanks.ReplaceAllString(strings.Join(lines, "\n"), "\n\n"))
}

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
	return settle(w.out.String()), w.mentions
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
