package deliver

// This file gives a message the shape that Slack takes: blocks of rich text, whose texts
// are shown as they are. Only the line for notifications is read as markup, and escaped.

import "strings"

type object = map[string]any

func slackMessage(msg Message) object {
	body := []any{slackSection(slackText(msg.Subject, true))}
	for _, s := range msg.Lead {
		body = append(body, slackSection(slackText("\n"+s, false)))
	}
	for _, s := range msg.Sections {
		body = append(body, slackSection(slackText("\n"+s.Title, true)))
		var list []any
		for _, l := range s.Lines {
			list = append(list, slackSection(slackText(l.brief(), false)))
		}
		if s.More != "" {
			list = append(list, slackSection(slackText("and "+s.More, false)))
		}
		body = append(body, object{"type": "rich_text_list", "style": "bullet", "elements": list})
	}
	body = append(body, slackSection(slackText("\n"+chatPointer+" "+msg.Purpose, false)))
	return object{
		"text": slackEscape.Replace(msg.Subject), "mrkdwn": false, "unfurl_links": false, "unfurl_media": false,
		"blocks": []any{object{"type": "rich_text", "elements": body}},
	}
}

func slackSection(elements ...any) object {
	return object{"type": "rich_text_section", "elements": elements}
}

func slackText(s string, bold bool) object {
	t := object{"type": "text", "text": s}
	if bold {
		t["style"] = object{"bold": true}
	}
	return t
}

// slackEscape keeps the three letters that can call everybody or make links.
var slackEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
