package deliver

// The reports that the tests deliver: a team in November, the same team a week before,
// one that could not be read, and one whose every text is hostile.

import (
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

func reportOf(teams ...analyze.TeamReport) analyze.Report {
	return analyze.Report{
		Schema: analyze.Schema, Tool: analyze.Tool{Name: "rolehealth", Version: "v0.1.0"},
		PulledAt: "2026-11-20T06:00:00Z", AsOf: "2026-11-20T22:59:59Z", Purpose: analyze.Purpose, Teams: teams,
	}
}

func finding(id, title, message string, status analyze.Status, level analyze.Level) analyze.Finding {
	f := analyze.Finding{ID: id, Title: title, Message: message, Status: status, Level: level, Group: id[:3], Fingerprint: "f-" + id}
	if f.Weight() > 0 {
		f.Ask = []string{"What happens between the request and the Sprint (" + id + ")?"}
	}
	return f
}

func teamUntil(date string, findings ...analyze.Finding) analyze.TeamReport {
	return analyze.TeamReport{
		Name: "Checkout", Connection: "acme", Process: "scrum", Window: analyze.Period{From: "2026-05-24", To: date},
		Coverage: analyze.Coverage{Items: 412, ItemsExpected: 412, Changes: 5310, Sprints: 12, People: 9},
		Roles:    []analyze.Role{{Person: "PO-1", Role: "product_owner", Source: "configured", Confidence: "high"}},
		Checks:   findings,
	}
}

func lastWeek() analyze.TeamReport {
	return teamUntil("2026-11-13",
		finding("VAL-01", "Work lacks a goal", "20 of 40 items lack a goal.", analyze.Flag, analyze.Amber),
		finding("VAL-03", "Work lacks a customer", "20 of 40 items lack a customer.", analyze.Flag, analyze.Amber),
		finding("ORD-02", "Nobody reorders between plannings", "8 of 12 periods stood still.", analyze.Flag, analyze.Red),
		finding("FLW-01", "Sprints change a lot", "3 of 12 Sprints changed.", analyze.Watch, ""),
		finding("ORD-05", "Requests pass unchanged", "40 of 44 requests were reshaped.", analyze.OK, ""),
	)
}

func thisWeek() analyze.TeamReport {
	stood := finding("ORD-02", "Nobody reorders between plannings", "7 of 12 periods stood still (58 %, at least 40 %). More.", analyze.Flag, analyze.Amber)
	stood.Acknowledged = &analyze.Acknowledgement{As: "explained", By: "PO-1", Until: "2026-12-31"}
	return teamUntil("2026-11-20",
		finding("VAL-01", "Work lacks a goal", "61 of 64 items have a goal. More.", analyze.OK, ""),
		finding("VAL-03", "Work lacks a customer", "", analyze.Insufficient, ""),
		stood,
		finding("FLW-01", "Sprints change a lot", "7 of 12 Sprints changed (58 %, at least 40 %).", analyze.Flag, analyze.Amber),
		finding("ORD-05", "Requests pass unchanged", "31 of 44 requests passed unchanged (70 %, at least 60 %). Talk leaves no trace.", analyze.Watch, ""),
	)
}

func unread() analyze.TeamReport {
	return analyze.TeamReport{Name: "Billing", Connection: "acme", Errors: []string{"the token was refused; create a new one"},
		Checks: []analyze.Finding{finding("VAL-01", "Work lacks a goal", "", analyze.NotAssessable, "")}}
}

// attack is a text as bad as they come; it must arrive everywhere as text.
const attack = "x\r\nBcc: spy@evil.example\r\n\r\n<script>alert(1)</script> <!channel> *b* [l](http://evil.example) {{DATE(1)}} ${x} =?utf-8?q?=0ABcc?= \x1b[31m \u202eevil"

func hostile() analyze.TeamReport {
	t := thisWeek()
	t.Name = attack + strings.Repeat("n", 10_000)
	for i := range t.Checks {
		f := &t.Checks[i]
		f.Title, f.Ask = attack, []string{attack}
		if f.Message != "" {
			f.Message = attack + strings.Repeat("支", 5000)
		}
	}
	t.Roles[0].Person = attack
	return t
}
