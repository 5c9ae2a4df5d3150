package jira

// This file turns Jira's older way of writing, wiki markup, into plain text: headings and
// list items stay lines of their own, links keep their words, and the people that a text
// calls on are named apart from it. The newer way is in document.go.

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// callee stands in a text for a person called on by account: the mention itself is
// kept beside the text, as an id.
const callee = "@someone"

// longestText is how much of one text is read, in bytes. Nobody writes so much;
// programs do.
const longestText = 1 << 20

func clip(s string) string {
	if len(s) <= longestText {
		return s
	}
	return strings.ToValidUTF8(s[:longestText], "")
}

// heard reads a text field.
func heard(raw jsontext.Value) said {
	text, on := plain(raw)
	return said{text, on, len(raw) > longestText}
}

// text gives a text to a reader, who counts what is too long.
func (r *reader) text(s said) string {
	if s.long {
		r.odd.long++
	}
	return s.text
}

// plain reads a text field in either way of writing, and whom it mentions.
func plain(raw jsontext.Value) (text string, mentions []string) {
	if len(raw) == 0 {
		return "", nil
	}
	switch raw.Kind() {
	case '"':
		if s, err := textOf(raw); err == nil {
			return wiki(s)
		}
	case '{':
		return document(raw)
	}
	return "", nil
}

var (
	block     = regexp.MustCompile(`\{(code|noformat|panel|quote|color|expand|info|note|tip|warning|anchor)(:[^}\n]*)?\}`)
	verbatim  = regexp.MustCompile(`(?s)\{(?:code|noformat)(?::[^}\n]*)?\}(.*?)\{(?:code|noformat)\}`)
	heading   = regexp.MustCompile(`^\s*h[1-6]\.\s*`)
	rule      = regexp.MustCompile(`^\s*-{4,}\s*$`)
	cells     = regexp.MustCompile(`\s*\|+\s*`)
	namedLink = regexp.MustCompile(`\[([^\[\]|\n]+)\|[^\[\]\n]+\]`)
	bareLink  = regexp.MustCompile(`\[((?:https?|mailto|ftp)[^\[\]|\s]+)\]`)
	picture   = regexp.MustCompile(`![^!\s|][^!\n|]*\.\w{2,5}(?:\|[^!\n]*)?!`)
	escaped   = regexp.MustCompile(`\\([\[\]{}*_\-!|+^~?#])`)
	blanks    = regexp.MustCompile(`\n{3,}`)
	odd       = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ", "\u200b", "")
	braced    = strings.NewReplacer("{*}", "", "{_}", "", "{+}", "", "{-}", "", "{{", "", "}}", "", `\\`, "\n")
)

// wiki reads wiki markup. Most texts hold little of it, and patterns are slow: each is
// tried only where its signs stand, and what holds none is not written anew.
func wiki(s string) (string, []string) {
	s = clip(s)
	if holds(s, "\r", "\u00a0", "\u200b") {
		s = odd.Replace(s)
	}
	s, mentions := mentioned(s)
	if !holds(s, "{code", "{noformat") {
		return settle(prose(s)), mentions
	}
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

// holds reports whether any of some signs stands in a text.
func holds(s string, signs ...string) bool {
	for _, sign := range signs {
		if strings.Contains(s, sign) {
			return true
		}
	}
	return false
}

// mentioned takes the people who are called on out of a text: [~accountid:7] or [~ada].
func mentioned(s string) (string, []string) {
	var out strings.Builder
	var mentions []string
	done, from := 0, 0 // so much is written anew, and looked at
	for {
		next := strings.Index(s[from:], "[~")
		if next < 0 {
			break
		}
		begin := from + next + len("[~")
		size := strings.IndexAny(s[begin:], "]\n")
		if size < 0 {
			break
		}
		from = begin + size
		if size == 0 || s[from] != ']' {
			continue
		}
		account := s[begin:from]
		mentions = append(mentions, strings.Clone(cmp.Or(strings.TrimPrefix(account, "accountid:"), account)))
		out.WriteString(s[done : begin-len("[~")])
		out.WriteString(callee)
		from++
		done = from
	}
	if done == 0 {
		return s, nil
	}
	out.WriteString(s[done:])
	return out.String(), mentions
}

func prose(s string) string {
	if holds(s, "{", "}", `\`) {
		s = braced.Replace(block.ReplaceAllString(s, ""))
	}
	return eachLine(s, proseLine)
}

// eachLine makes something else of every line of a text.
func eachLine(s string, of func(line string) string) string {
	var out strings.Builder
	done := 0 // so much is written anew
	for from := 0; from <= len(s); {
		end := len(s)
		if size := strings.IndexByte(s[from:], '\n'); size >= 0 {
			end = from + size
		}
		if line := of(s[from:end]); line != s[from:end] {
			if done == 0 {
				out.Grow(len(s))
			}
			out.WriteString(s[done:from])
			out.WriteString(line)
			done = end
		}
		from = end + 1
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}

func proseLine(line string) string {
	switch first := strings.TrimLeft(line, " \t\f\v"); {
	case first == "":
		return line
	case strings.HasPrefix(first, "----") && rule.MatchString(line):
		return ""
	case first[0] == 'h' && len(first) > 2 && first[2] == '.':
		line = heading.ReplaceAllString(line, "")
	case strings.IndexByte("*#-", first[0]) >= 0:
		line = listed(line)
	}
	if strings.Count(line, "!") > 1 {
		line = picture.ReplaceAllString(line, "")
	}
	if strings.Contains(line, "[") {
		if strings.Contains(line, "|") {
			line = namedLink.ReplaceAllString(line, "$1")
		}
		if holds(line, "[http", "[mailto", "[ftp") {
			line = bareLink.ReplaceAllString(line, "$1")
		}
	}
	if strings.HasPrefix(strings.TrimSpace(line), "|") {
		line = cells.ReplaceAllString(strings.Trim(strings.TrimSpace(line), "| "), " | ")
	}
	line = unstressed(unstressed(line, '*'), '_')
	if strings.Contains(line, `\`) {
		line = escaped.ReplaceAllString(line, "$1")
	}
	return line
}

// listed writes an item of a list, of whatever kind and depth, with a dash.
func listed(line string) string {
	const blanks = " \t\f"
	sign := strings.TrimLeft(line, blanks)
	item := strings.TrimLeft(sign, "*#")
	if item == sign {
		item = strings.TrimPrefix(sign, "-")
	}
	text := strings.TrimLeft(item, blanks)
	if item == sign || text == item || line == "- "+text {
		return line
	}
	return "- " + text
}

// settle trims lines and empty stretches.
func settle(s string) string {
	if holds(s, " \n", "\t\n") {
		s = eachLine(s, func(line string) string { return strings.TrimRight(line, " \t") })
	}
	if strings.Contains(s, "\n\n\n") {
		s = blanks.ReplaceAllString(s, "\n\n")
	}
	return strings.TrimSpace(s)
}
