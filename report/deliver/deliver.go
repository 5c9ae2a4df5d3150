// Package deliver takes a report to people: whole by mail, and as a few lines into a chat
// of Slack or Microsoft Teams.
//
// What a message says is decided once, in compose.go, from the report and an earlier one;
// plain.go, page.go, slack.go and teams.go only give it a form. Mail and Webhook send it,
// and try again where that may help. Neither shows a password or a webhook's address to
// anybody: not in an error, not in a preview.
package deliver

import (
	"context"
	"time"

	"github.com/sethvargo/go-retry"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/report"
)

// Message is a report in a few words, and whole. All its texts are harmless as text; a
// form that has markup must still escape them.
type Message struct {
	Subject  string
	Lead     []string
	Sections []Section
	Purpose  string
	Report   analyze.Report // what is attached where something can be
	since    report.Since   // what came before it
	file     string         // how the attachment is called
}

// Section is a part of a message under a heading. More says what was left out.
type Section struct {
	Title string
	Lines []Line
	More  string
}

// Line is one statement: the point in Strong, more about it in Text, its numbers in Detail,
// which chats leave out, and what is special about it in Note. Any of them may be empty.
type Line struct{ Strong, Text, Detail, Note string }

// Patience is how long a delivery is tried. The zero value waits a minute for an answer,
// and tries three times again, after about 2, 4 and 8 seconds.
type Patience struct{ Timeout, Pause time.Duration }

const retries = 3

func (p Patience) timeout() time.Duration {
	if p.Timeout == 0 {
		return time.Minute
	}
	return p.Timeout
}

// persist repeats an attempt while it fails with retry.RetryableError, and ends at once
// when the context does.
func (p Patience) persist(ctx context.Context, attempt retry.RetryFunc) error {
	pause := p.Pause
	if pause == 0 {
		pause = 2 * time.Second
	}
	rhythm := retry.WithMaxRetries(retries, retry.WithJitterPercent(50, retry.NewExponential(pause)))
	return retry.Do(ctx, rhythm, attempt)
}
