package deliver

// This file is the message as HTML for mail programs: tables and styles on the elements
// themselves, because that is what Outlook and Gmail keep. Nothing in it loads or links.

import (
	_ "embed"
	"fmt"
	"html/template"
	"strings"
)

//go:embed mail.html
var mailPage string

// HTML is the message as a page for mail programs.
func (m Message) HTML() (string, error) {
	page, err := template.New("mail").Parse(mailPage)
	if err != nil {
		return "", fmt.Errorf("reading the mail's template: %w", err)
	}
	var b strings.Builder
	if err := page.Execute(&b, struct {
		Message
		Pointer string
	}{m, m.pointer()}); err != nil {
		return "", fmt.Errorf("writing the mail: %w", err)
	}
	return strings.ReplaceAll(b.String(), " %", "&nbsp;%"), nil
}
