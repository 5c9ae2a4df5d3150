package azure

// This file turns the two ways in which Azure writes long text, HTML and since 2025
// Markdown, into plain text: headings and list entries stay lines of their own, links
// keep their words. History does not say which of the two a text is written in.

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// callee stands in a text for a person called on by account: the mention itself is kept
// beside the text, as an id.
const callee = "@someone"

// longestText is how much of one text is read, in bytes. Nobody writes so much; programs
// do.
const longestText = 1 << 20

var (
	isHTML  = regexp.MustCompile(`(?i)^\s*<(div|h[1-6]|p|ul|ol|li|span|br|style|table|a|b|i|u|em|strong|font|pre|code|img|blockquote|section|tbody|html|body|!--)\b|</(div|p|span|li|ul|a|b|h[1-6])>|<br\s*/?>|&(nbsp|amp|lt|gt|quot);`)
	called  = regexp.MustCompile(`@<([0-9A-Fa-f-]{36})>`)
	heading = regexp.MustCompile(`(?m)^ {0,3}#{1,6}[ \t]+`)
	bullet  = regexp.MustCompile(`(?m)^([ \t]*)[*+-][ \t]+`)
	image   = regexp.MustCompile(`!\[[^\]\n]*\]\([^)\n]*\)`)
	linked  = regexp.MustCompile(`\[([^\]\n]+)\]\([^)\n]*\)`)
	strong  = regexp.MustCompile(`(\*\*|__)(\S|\S[^\n]*?\S)(\*\*|__)`)
	slanted = regexp.MustCompile(`(^|[\s(])[*_](\S|\S[^*_\n]*\S)[*_]($|[\s).,:;!?])`)
	fence   = regexp.MustCompile("(?m)^```.*$")
	escaped = regexp.MustCompile(`\\([\\` + "`" + `*_{}\[\]()#+.!|>-])`)
	blanks  = regexp.MustCompile(`\n{3,}`)
	odd     = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ", "\u200b", "", "\u0006", "")
)

// plain reads a long text, and whom it calls on by account.
func plain(s string) (text string, on []string) {
	if len(s) > longestText {
		s = strings.ToValidUTF8(s[:longestText], "")
	}
	switch {
	case strings.ContainsAny(s, "<&") && isHTML.MatchString(s):
		text, on = fromHTML(s)
	default:
		text, on = fromMarkdown(s)
	}
	return settle(odd.Replace(text)), on
}

// fromHTML keeps the words of a page.
func fromHTML(s string) (string, []string) {
	var out strings.Builder
	var on []string
	line := func() {
		if said := out.String(); said != "" && !strings.HasSuffix(said, "\n") && !strings.HasSuffix(said, "- ") && !strings.HasSuffix(said, " | ") {
			out.WriteByte('\n')
		}
	}
	from := html.NewTokenizer(strings.NewReader(s))
	silent := 0      // depth in what is not shown
	calling := false // in the name of somebody called on
	for {
		kind := from.Next()
		if kind == html.ErrorToken {
			return out.String(), on
		}
		token := from.Token()
		switch tag := token.Data; kind {
		case html.TextToken:
			if silent == 0 && !calling {
				out.WriteString(strings.ReplaceAll(token.Data, "\n", " "))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			switch tag {
			case "style", "script", "head":
				if kind == html.StartTagToken {
					silent++
				}
			case "br":
				out.WriteByte('\n')
			case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "ol", "pre", "blockquote", "table":
				line()
			case "li":
				line()
				out.WriteString("- ")
			case "td", "th":
				out.WriteString(" | ")
			case "a":
				for _, a := range token.Attr {
					if _, account, ok := strings.Cut(a.Val, ","); a.Key == "data-vss-mention" && ok {
						on = append(on, account)
						calling = kind == html.StartTagToken
						out.WriteString(callee)
					}
				}
			}
		case html.EndTagToken:
			switch tag {
			case "style", "script", "head":
				silent = max(silent-1, 0)
			case "a":
				calling = false
			case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "pre", "blockquote", "table":
				line()
			}
		}
	}
}

// fromMarkdown drops the marks. Most texts hold few of them, and patterns are slow: each
// is tried only where its first sign stands.
func fromMarkdown(s string) (string, []string) {
	var on []string
	if strings.Contains(s, "@<") {
		for _, found := range called.FindAllStringSubmatch(s, -1) {
			on = append(on, found[1])
		}
		s = called.ReplaceAllString(s, callee)
	}
	for _, mark := range []struct {
		sign string
		of   *regexp.Regexp
		into string
	}{
		{"```", fence, ""}, {"#", heading, ""}, {"![", image, ""}, {"](", linked, "$1"}, {"* ", bullet, "$1- "}, {"+ ", bullet, "$1- "},
		{"**", strong, "$2"}, {"__", strong, "$2"}, {"*", slanted, "$1$2$3"}, {"_", slanted, "$1$2$3"}, {`\`, escaped, "$1"},
	} {
		if strings.Contains(s, mark.sign) {
			s = mark.of.ReplaceAllString(s, mark.into)
		}
	}
	return s, on
}

// settle trims lines and empty stretches.
func settle(s string) string {
	if !strings.ContainsAny(s, "\n\t ") {
		return s
	}
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t")
	}
	s = strings.Join(lines, "\n")
	if strings.Contains(s, "\n\n\n") {
		s = blanks.ReplaceAllString(s, "\n\n")
	}
	return strings.TrimSpace(s)
}
