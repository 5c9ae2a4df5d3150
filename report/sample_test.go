package report

// The reports that the tests render: a team that is well, one in trouble, one that
// could not be read, an empty one, and one whose every text is hostile.

import (
	"fmt"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
)

func sampleOf(teams ...analyze.TeamReport) analyze.Report {
	return analyze.Report{
		Schema: analyze.Schema, Tool: analyze.Tool{Name: "rolehealth", Version: "v0.1.0"},
		PulledAt: "2026-11-20T06:00:00Z", AsOf: "2026-11-20T22:59:59Z",
		Purpose: analyze.Purpose, Teams: teams,
	}
}

func sampleTeam(name string) analyze.TeamReport {
	return analyze.TeamReport{
		Name: name, Connection: "acme", Tracker: "jira-cloud", Process: "scrum",
		Window:   analyze.Period{From: "2026-05-24", To: "2026-11-20"},
		Sprints:  sampleSprints(14, 14),
		Gaps:     []analyze.Period{{From: "2026-07-06", To: "2026-07-24"}},
		Coverage: analyze.Coverage{Items: 412, ItemsExpected: 412, Changes: 5310, Sprints: 12, People: 9},
		Roles: []analyze.Role{
			{Person: "PO-1", Role: "product_owner", Source: "configured", Confidence: "high", From: "2026-01-01"},
			{Person: "SM-1", Role: "scrum_master", Source: "inferred", Confidence: "medium"},
			{Person: "DEV-1", Role: "developer", Source: "inferred", Confidence: "high"},
			{Person: "DEV-2", Role: "developer", Source: "inferred", Confidence: "high"},
			{Person: "STK-1", Role: "stakeholder", Source: "inferred", Confidence: "medium"},
		},
	}
}

// sampleSprints are so many Sprints, the last of which runs, each so many days after the
// one before. Every third has no Sprint Goal.
func sampleSprints(n, days int) []analyze.Sprint {
	var list []analyze.Sprint
	at := time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -days*(n-1))
	for i := range n {
		list = append(list, analyze.Sprint{
			Name: fmt.Sprintf("Payments Sprint %d", i+1), From: at.Format(time.DateOnly), To: at.AddDate(0, 0, days-3).Format(time.DateOnly), Goal: new(i%3 > 0),
		})
		at = at.AddDate(0, 0, days)
	}
	list[n-1].To = ""
	return list
}

func sampleEvidence(n int, what string) []analyze.Evidence {
	var list []analyze.Evidence
	for i := range n {
		key := fmt.Sprintf("PAY-%d", 12+7*i)
		list = append(list, analyze.Evidence{
			Item: key, URL: "https://acme.atlassian.net/browse/" + key,
			At: fmt.Sprintf("2026-%02d-%02d", 6+i%6, 1+i%28), By: "STK-1", What: what,
		})
	}
	return list
}

func wellFinding(id, message string) analyze.Finding {
	return analyze.Finding{
		ID: id, Name: "some-pattern", Title: "Some pattern", Group: id[:3], Class: "A", Status: analyze.OK,
		K: 3, N: 64, Effective: 52.3, Estimate: new(0.047), Low: new(0.02), High: new(0.11), Amber: new(0.4), Red: new(0.7),
		Origin: "our judgement", Direction: "high", Trend: "no_clear_change", Message: message,
		Against: sampleEvidence(1, "has a goal above it"), Fingerprint: "a" + id,
	}
}

func silentFinding(id string, status analyze.Status, reason string) analyze.Finding {
	return analyze.Finding{
		ID: id, Name: "some-pattern", Title: "Some pattern", Group: id[:3], Class: "B",
		Status: status, Trend: "unknown", Reason: reason, Fingerprint: "b" + id,
	}
}

func passThrough() analyze.Finding {
	return analyze.Finding{
		ID: "ORD-05", Name: "pass-through", Title: "Requests pass unchanged", Group: "ORD", Class: "B",
		Status: analyze.Flag, Level: analyze.Amber,
		K: 31, N: 44, Effective: 38.5, Estimate: new(31.0 / 44), Low: new(0.6), High: new(0.79), Amber: new(0.5), Red: new(0.75),
		Origin: "our judgement", Direction: "high",
		SubWindows: []analyze.SubWindow{
			{From: "2026-05-24", To: "2026-06-22", K: 3, N: 7}, {From: "2026-06-23", To: "2026-07-22", K: 5, N: 9},
			{From: "2026-07-23", To: "2026-08-21", K: 0, N: 0}, {From: "2026-08-22", To: "2026-09-20", K: 8, N: 10},
			{From: "2026-09-21", To: "2026-10-20", K: 7, N: 9}, {From: "2026-10-21", To: "2026-11-20", K: 8, N: 9},
		},
		Earlier: []analyze.Earlier{
			{AsOf: "2026-05-24", Status: analyze.NotAssessable},
			{AsOf: "2026-08-22", Status: analyze.Watch, K: 14, N: 30, Estimate: new(14.0 / 30), Low: new(0.36), High: new(0.58)},
		},
		Trend:   "worse",
		Message: "Requests reached the Sprint unchanged: 31 of 44 that stakeholders wrote were committed as they came (70 %, at least 60 %). Talk outside the tracker leaves no trace here.",
		Doubts:  []string{"38 % of the items carry a comment: this team may talk elsewhere"},
		LeftOut: []analyze.LeftOut{{What: "urgent items", N: 6}, {What: "tickets of the service desk", N: 4}},
		For:     sampleEvidence(31, "committed 2 days after it was written, nothing changed in between"),
		Against: []analyze.Evidence{{Item: "PAY-90", URL: "https://acme.atlassian.net/browse/PAY-90", At: "2026-09-14", By: "PO-1", What: "split into three, one of them declined"}},
		Benign:  []string{"The requests are small and clear.", "This is a support queue, where the order of arrival is right."},
		Ask:     []string{"What happens between “please build X” and the Sprint?", "Which request did we turn into something else because of the problem behind it?"},
		Try:     "For each request write the problem and one alternative before refinement.", Fingerprint: "f05",
	}
}

func troubled() analyze.TeamReport {
	t := sampleTeam("Checkout")
	t.Coverage.Missing = []string{"comments"}
	t.Coverage.Warnings = []string{"3 issues are hidden from this account: ask for the permission Browse Projects"}
	frozen := passThrough()
	frozen.ID, frozen.Name, frozen.Title, frozen.Class, frozen.Level = "ORD-02", "frozen-order", "Nobody reorders between plannings", "A", analyze.Red
	frozen.K, frozen.N, frozen.Effective, frozen.Estimate, frozen.Low, frozen.High = 12, 12, 12, new(1.0), new(0.88), new(1.0)
	frozen.Message = "The order stood still: in 12 of 12 Sprints the backlog was reordered on fewer than two days outside planning (100 %, at least 88 %)."
	frozen.For, frozen.Trend, frozen.Doubts = sampleEvidence(3, "9 items came in, none was moved"), "no_clear_change", nil
	frozen.Acknowledged = &analyze.Acknowledgement{As: "explained", By: "PO-1", Why: "The order is kept on a wall until the new board is there.", Until: "2026-12-31"}
	never := passThrough()
	never.ID, never.Name, never.Title, never.Status, never.Level, never.Direction = "ORD-04", "never-says-no", "Practically nothing is declined", analyze.Watch, "", "low"
	never.K, never.N, never.Effective, never.Estimate, never.Low, never.High, never.Amber, never.Red = 2, 61, 61, new(2.0/61), new(0.012), new(0.085), new(0.05), new(0.02)
	never.Message, never.For = "Little was declined: 2 of 61 decisions were a no (3 %, at most 9 %).", sampleEvidence(2, "closed without a word")
	committee := passThrough()
	committee.ID, committee.Name, committee.Title = "OWN-02", "committee", "Several people order the backlog"
	committee.K, committee.N, committee.Estimate, committee.Low, committee.High, committee.Amber, committee.Red = 3, 3, new(2.6), nil, nil, new(2.0), new(3.0)
	committee.Message = "The order is shared: in 3 of the last 3 periods as many as 2.6 people who do not develop ordered the backlog in equal parts."
	t.Checks = []analyze.Finding{
		wellFinding("VAL-01", "Work serves a goal: 61 of 64 items that were committed hang below one with a text."),
		wellFinding("VAL-07", "Sprints have a goal: 12 of 12 carry one that is more than a list of items."),
		silentFinding("VAL-03", analyze.NotAssessable, "fewer than 10 % of the items name a customer at all"),
		passThrough(), frozen, never, committee,
		silentFinding("OWN-03", analyze.Insufficient, "4 answered questions; 15 are needed"),
		silentFinding("FLW-01", analyze.NotApplicable, "the team plans as a flow"),
	}
	t.Stances = []analyze.Stance{
		{ID: "visionary", Name: "Visionary: work serves goals that are kept alive", Kind: "preferred", Signs: "some", For: []string{
			"VAL-01 no-goal-link: 61 of 64 items that were committed hang below a goal", "VAL-07 no-sprint-goal: 12 of 12 Sprints carry a goal",
		}, Unassessed: []string{"goals-reworked: too few cases (3; 5 are needed)"}},
		{ID: "decision-maker", Name: "Decision maker: choices are made, and hold", Kind: "preferred", Signs: "no", Against: []string{"ORD-02 frozen-order: The order stood still in 12 of 12 Sprints"}},
		{ID: "clerk", Name: "Clerk: requests pass as they come", Kind: "misunderstood", Signs: "clear", For: []string{
			"ORD-05 pass-through: 31 of 44 requests reached the Sprint unchanged (70 %, at least 60 %)",
			"ORD-02 frozen-order: The order stood still in 12 of 12 Sprints",
			"ORD-04 never-says-no, not sure enough for more than watching: 2 of 61 decisions were a no (3 %, at most 9 %)",
		}, Against: []string{"VAL-01 no-goal-link: 61 of 64 items that were committed hang below a goal"}, Unassessed: []string{"ORD-03: not among the checks of this version"}},
		{ID: "proxy", Name: "Proxy: decisions are made elsewhere", Kind: "misunderstood", Signs: "no", Unassessed: []string{"OWN-03 proxy: 4 answered questions; 15 are needed"}},
		{ID: "subject-matter-expert", Name: "Subject matter expert", Kind: "misunderstood", Signs: "no", Unassessed: []string{"what somebody knows is not recorded in a tracker"}},
		{ID: "committee", Name: "Committee or no owner: nobody has the last word", Kind: "organisation", Signs: "little", For: []string{
			"OWN-02 committee: in 3 of the last 3 periods the order was shared",
		}},
	}
	return t
}

func healthy() analyze.TeamReport {
	t := sampleTeam("Search")
	for _, id := range []string{"VAL-01", "VAL-03", "VAL-07", "ORD-01", "FLW-01"} {
		t.Checks = append(t.Checks, wellFinding(id, "All is well with "+id+": 61 of 64 were as one would hope."))
	}
	return t
}

func failed() analyze.TeamReport {
	t := analyze.TeamReport{Name: "Billing", Connection: "acme", Errors: []string{"connection acme: the token was refused; create a new one"}}
	for _, id := range []string{"VAL-01", "ORD-02", "ORD-05"} {
		t.Checks = append(t.Checks, silentFinding(id, analyze.NotAssessable, "the team could not be read"))
	}
	return t
}

// attack is a text as bad as they come; it must arrive everywhere as text.
const attack = "<script>alert(1)</script>\"' onload=x | \x1b[31mred\x1b[0m \u202eevil\u2066 \x00\x07\u009b5m\r\n=1+1 `x` 支払い 👩\u200d👩\u200d👧 ${x} {{.}} javascript:alert(2) "

func hostile() analyze.TeamReport {
	t := troubled()
	t.Name = attack + strings.Repeat("n", 10_000)
	t.Connection, t.Errors, t.Coverage.Warnings, t.Coverage.Missing = attack, []string{attack}, []string{attack}, []string{attack}
	for i := range t.Roles {
		t.Roles[i].Person = attack
	}
	t.Roles[0].From = "2026-09-15"
	for i := range t.Sprints {
		t.Sprints[i].Name = attack
	}
	for i := range t.Checks {
		f := &t.Checks[i]
		f.Title, f.Origin, f.Try = attack+strings.Repeat("支", 5000), attack, attack
		f.Benign, f.Ask, f.Doubts = []string{attack}, []string{attack}, []string{attack}
		f.LeftOut = []analyze.LeftOut{{What: attack, N: 2}}
		if f.Message != "" {
			f.Message = attack + strings.Repeat("e\u0301\u0302\u0303\u0304\u0305\u0306\u0307", 500)
		}
		if f.Reason != "" {
			f.Reason = attack
		}
		for j := range f.For {
			f.For[j].Item, f.For[j].What, f.For[j].By, f.For[j].URL = fmt.Sprint(attack, j), attack, attack, "javascript:alert(3)"
		}
		f.Pictures = hostilePictures()
		if f.Acknowledged != nil {
			f.Acknowledged = &analyze.Acknowledgement{As: "wrong", By: attack, Why: attack}
		}
	}
	t.Stances = []analyze.Stance{{ID: "clerk", Name: attack, Kind: "misunderstood", Signs: "some", For: []string{attack}, Against: []string{attack}, Unassessed: []string{attack}}}
	return t
}

// samples is every kind of report, by name.
func samples() map[string]analyze.Report {
	other := hostile()
	other.Name = "Other " + other.Name
	return map[string]analyze.Report{
		"healthy": sampleOf(healthy()), "troubled": sampleOf(troubled()), "failed": sampleOf(failed()), "none": sampleOf(),
		"empty": sampleOf(analyze.TeamReport{Name: "New"}), "hostile": sampleOf(hostile(), healthy(), other), "pictures": sampleOf(pictured()),
		"several": sampleOf(healthy(), troubled(), failed(), analyze.TeamReport{Name: "New"}),
	}
}
