package azurefake

// This file writes plain text as the editor of Azure Boards would.

import (
	"html"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// long writes a long text: as HTML, or as it is where that is Markdown.
func (s *Server) long(text string) any {
	if text == "" {
		return nil
	}
	if s.options.Markdown {
		return text
	}
	var out strings.Builder
	listed := false
	for line := range strings.SplitSeq(text, "\n") {
		item, bullet := strings.CutPrefix(line, "- ")
		if bullet != listed {
			out.WriteString(map[bool]string{true: "<ul>", false: "</ul>"}[bullet])
			listed = bullet
		}
		switch {
		case bullet:
			out.WriteString("<li>" + html.EscapeString(item) + " </li>")
		case line == "":
			out.WriteString("<div><br> </div>")
		default:
			out.WriteString("<div>" + html.EscapeString(line) + " </div>")
		}
	}
	if listed {
		out.WriteString("</ul>")
	}
	return out.String()
}

// said writes a comment, with the people it calls on.
func said(c *backlog.Comment) string {
	var out strings.Builder
	out.WriteString("<div>" + strings.ReplaceAll(html.EscapeString(c.Text), "\n", "<br>"))
	for _, p := range c.Mentions {
		out.WriteString(` <a href="#" data-vss-mention="version:2.0,` + PersonID(p) + `">@` + html.EscapeString(p.Name) + `</a>`)
	}
	return out.String() + "</div>"
}
