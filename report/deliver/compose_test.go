package deliver

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze"
)

func TestSubject(t *testing.T) {
	earlier := reportOf(lastWeek())
	quiet := teamUntil("2026-11-20", finding("VAL-01", "Work lacks a goal", "61 of 64 items have a goal.", analyze.OK, ""))
	mute := teamUntil("2026-11-20", finding("VAL-01", "Work lacks a goal", "", analyze.Insufficient, ""))
	hardly := quiet
	hardly.Checks = append(slices.Clone(quiet.Checks), mute.Checks[0], mute.Checks[0])
	for _, c := range []struct {
		now     []analyze.TeamReport
		earlier *analyze.Report
		want    string
	}{
		{[]analyze.TeamReport{thisWeek()}, &earlier, "Checkout: 3 things to talk about, 1 new, 2 better (week 47)"},
		{[]analyze.TeamReport{thisWeek()}, nil, "Checkout: 3 things to talk about (week 47)"},
		{[]analyze.TeamReport{quiet}, &earlier, "Checkout: nothing stands out, 1 better (week 47)"},
		{[]analyze.TeamReport{hardly}, nil, "Checkout: nothing stands out, 2 of 3 checks cannot tell (week 47)"},
		{[]analyze.TeamReport{quiet, unread()}, nil, "2 teams: nothing stands out, 1 not read (week 47)"},
		{[]analyze.TeamReport{mute}, nil, "Checkout: cannot tell yet (week 47)"},
		{[]analyze.TeamReport{unread()}, nil, "Billing: could not be read"},
		{[]analyze.TeamReport{thisWeek(), unread()}, &earlier, "2 teams: 3 things to talk about, 1 new, 2 better, 1 not read (week 47)"},
	} {
		if got := Compose(reportOf(c.now...), c.earlier).Subject; got != c.want {
			t.Errorf("subject is %q, want %q", got, c.want)
		}
	}
}

func TestPlainText(t *testing.T) {
	earlier := reportOf(lastWeek())
	want := `Checkout · Scrum · 24 May – 20 Nov 2026 · complete: 412 of 412 items, 5,310 changes
PO-1 is the Product Owner (configured).
Since 13 Nov 2026: 1 new, 1 worse, 1 better, 1 gone, 1 can no longer be told.

Works well
- 61 of 64 items have a goal (VAL-01)

To talk about
- Sprints change a lot [worse]: 7 of 12 Sprints changed (58 %, at least 40 %) (FLW-01)
- Requests pass unchanged [new, worth watching]: 31 of 44 requests passed unchanged (70 %, at least 60 %) (ORD-05)
- Nobody reorders between plannings [better, answered by the team: explained]: 7 of 12 periods stood still (58 %, at least 40 %) (ORD-02)

Gone since 13 Nov 2026
- Work lacks a goal

A question to begin with
- What happens between the request and the Sprint (FLW-01)?

Cannot tell
- 1 check; the report says why, and what would make it visible.

The whole report is attached, with the evidence, the doubt and what would explain it innocently: rolehealth-checkout-2026-11-20.html
For coaching this team's way of working. Not for appraisal, ranking, pay or discipline.
`
	if diff := cmp.Diff(want, Compose(reportOf(thisWeek()), &earlier).Plain()); diff != "" {
		t.Errorf("the text differs (-want +got):\n%s", diff)
	}
}

func TestSeveralTeamsInPlainText(t *testing.T) {
	earlier := reportOf(lastWeek())
	got := Compose(reportOf(thisWeek(), unread()), &earlier).Plain()
	for _, want := range []string{
		"- Checkout [Since 13 Nov 2026: 1 new, 1 worse, 1 better, 1 gone, 1 can no longer be told]: Nobody reorders between plannings; Sprints change a lot (and 1 more)\n",
		"- Billing: not analysed: the token was refused; create a new one\n", "rolehealth-2-teams-2026-11-20.html",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the text lacks %q:\n%s", want, got)
		}
	}
}

// An earlier report that is not earlier, of another team, or that could not read the team
// is none.
func TestNoNewsWithoutAnEarlierReport(t *testing.T) {
	if got := Compose(reportOf(thisWeek()), nil).Lead[2]; got != "This is the first report." {
		t.Errorf("with no report: %q", got)
	}
	later, other, broken := lastWeek(), lastWeek(), lastWeek()
	later.Window.To = "2026-11-21"
	other.Connection = "elsewhere"
	broken.Errors = []string{"the token was refused"}
	for want, team := range map[string]analyze.TeamReport{
		"the earlier report lies later, until 21 Nov 2026": later,
		"the earlier report has nothing on this team":      other,
		"the earlier report could not read this team":      broken,
	} {
		earlier := reportOf(team)
		msg := Compose(reportOf(thisWeek()), &earlier)
		if got := msg.Lead[2]; got != "Nothing is compared: "+want+"." || strings.Contains(msg.Plain()+msg.Subject, "new") {
			t.Errorf("got %q and %q, want that %s", got, msg.Subject, want)
		}
	}
	same := reportOf(thisWeek())
	if got := Compose(reportOf(thisWeek()), &same).Lead[2]; got != "Since 20 Nov 2026: nothing changed." {
		t.Errorf("with the same report: %q", got)
	}
}

func TestHostileTextStaysText(t *testing.T) {
	msg := Compose(reportOf(hostile()), nil)
	if strings.ContainsAny(msg.Subject, "\r\n\x1b\u202e") || len(msg.Subject) > 200 {
		t.Errorf("subject is %q", msg.Subject)
	}
	if strings.Contains(msg.file, "evil.example") || strings.ContainsAny(msg.file, " \r\n<>/") {
		t.Errorf("the attachment is called %q", msg.file)
	}
	if got := msg.Plain(); strings.ContainsAny(got, "\r\x1b\u202e") || strings.Contains(got, "\nBcc:") || len(got) > 8000 {
		t.Errorf("the text is %q", got)
	}
	page, err := msg.HTML()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "<!channel") || strings.Contains(page, "href") {
		t.Errorf("the page holds somebody's markup:\n%s", page)
	}
	slack := posted(t, Slack, msg)
	if got := slack["text"]; strings.Contains(fmt.Sprint(got), "<") {
		t.Errorf("Slack's line for notifications is %q", got)
	}
	for _, s := range texts(slack["blocks"], "type", "text") {
		if s == "" {
			t.Error("Slack takes no empty text")
		}
	}
	card := posted(t, Teams, msg)
	for _, s := range texts(card, "type", "TextRun") {
		if strings.Contains(s, "{{") || strings.Contains(s, "${") {
			t.Errorf("the card would work out %q", s)
		}
	}
}

func TestChatsSayLittle(t *testing.T) {
	for _, chat := range []Chat{Slack, Teams} {
		var many []analyze.TeamReport
		for range 200 {
			many = append(many, thisWeek())
		}
		text, err := Webhook{Chat: chat}.payload(Compose(reportOf(many...), nil))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "Checkout: Nobody reorders between plannings; Sprints change a lot (and 1 more)") {
			t.Errorf("%s: a team has no words:\n%s", chat, text)
		}
		if len(text) > 14_000 {
			t.Errorf("%s: %d bytes for 200 teams; Teams takes 28 kB, counted in UTF-16", chat, len(text))
		}
		one, err := Webhook{Chat: chat}.Preview(Compose(reportOf(thisWeek()), nil))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(one, "31 of 44") || !strings.Contains(one, "Requests pass unchanged [worth watching]") || !strings.Contains(one, analyze.Purpose) {
			t.Errorf("%s: want the points without the numbers, and the purpose:\n%s", chat, one)
		}
	}
}

func posted(t *testing.T, chat Chat, msg Message) map[string]any {
	t.Helper()
	text, err := Webhook{Chat: chat}.payload(msg)
	if err != nil {
		t.Fatal(err)
	}
	var shape map[string]any
	if err := json.Unmarshal(text, &shape); err != nil {
		t.Fatalf("%s: %v in %s", chat, err, text)
	}
	return shape
}

// texts are the values of "text" in all objects that have a key with a value.
func texts(shape any, key, value string) []string {
	var all []string
	switch v := shape.(type) {
	case map[string]any:
		if s, ok := v["text"].(string); ok && v[key] == value {
			all = append(all, s)
		}
		for _, inner := range v {
			all = append(all, texts(inner, key, value)...)
		}
	case []any:
		for _, inner := range v {
			all = append(all, texts(inner, key, value)...)
		}
	}
	return all
}
