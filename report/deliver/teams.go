package deliver

// This file gives a message the shape that Microsoft Teams takes: an Adaptive Card of rich
// text, whose runs know no Markdown.

import "strings"

func teamsCard(msg Message) object {
	body := []any{teamsBlock("large", teamsRun(msg.Subject, true))}
	for _, s := range msg.Lead {
		body = append(body, teamsBlock("none", teamsRun(s, false)))
	}
	for _, s := range msg.Sections {
		body = append(body, teamsBlock("medium", teamsRun(s.Title, true)))
		for _, l := range s.Lines {
			body = append(body, teamsBlock("small", teamsRun("• "+l.brief(), false)))
		}
		if s.More != "" {
			body = append(body, teamsBlock("small", teamsRun("• and "+s.More, false)))
		}
	}
	body = append(body, teamsBlock("medium", teamsRun(chatPointer+" "+msg.Purpose, false)))
	return object{"type": "message", "attachments": []any{object{
		"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": nil,
		"content": object{
			"$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.4",
			"msteams": object{"width": "Full"}, "body": body,
		},
	}}}
}

// teamsBlock is one paragraph, so far from the one above.
func teamsBlock(spacing string, run object) object {
	return object{"type": "RichTextBlock", "spacing": spacing, "inlines": []any{run}}
}

func teamsRun(s string, bold bool) object {
	run := object{"type": "TextRun", "text": teamsEscape.Replace(s)}
	if bold {
		run["weight"] = "Bolder"
	}
	return run
}

// teamsEscape breaks what a card would work out, such as {{DATE(…)}}, and what a template
// would fill in.
var teamsEscape = strings.NewReplacer("{{", "{ {", "${", "$ {")
