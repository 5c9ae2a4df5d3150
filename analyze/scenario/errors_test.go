package scenario

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What cannot be read or cannot have happened is said with its line and what to do.
func TestMistakes(t *testing.T) {
	const sprint = "sprint 7 from 2026-03-02 to 2026-03-13: Refunds\n"
	for _, c := range []struct{ text, want string }{
		{"", `t:1: nothing in this history has a date`},
		{sprint + "  day 4: Ada ads PAY-9 story 8", `t:2: cannot read "ads"; the nearest known sentence is: Ada adds PAY-9 story 8`},
		{sprint + "  day 4: Ada removes PAY-2 quickly", `t:2: cannot read "quickly"; the nearest known sentence is: Ada removes PAY-2`},
		{sprint + "  day 4: Bob removes PAY-2", `t:2: nobody here is called "Bob"; who is not Ada, Ben, Cleo or Dana needs a line such as "Eve is a stakeholder"`},
		{sprint + "  day 4: Ada removes", `t:2: want items such as PAY-2 or PAY-20..59, "every item" or "the oldest 4 items", found the end of the sentence; the nearest known sentence is: Ada removes PAY-2`},
		{sprint + "  day 4: Ada adds 3", `t:2: want stories, bugs, tasks or spikes, found the end of the sentence; the nearest known sentence is: Ada adds PAY-9 story 8`},
		{sprint + "  day 4: Ada adds PAY-9..2", `t:2: want items such as PAY-2 or PAY-20..59 or "6 stories", found "PAY-9..2"; the nearest known sentence is: Ada adds PAY-9 story 8`},
		{sprint + "  day 4: Ada adds PAY-9 story without a goal", `t:2: want parent, customer, why, criteria, description or estimate, found "goal"; the nearest known sentence is: Ada adds PAY-9 story 8`},
		{sprint + "  has PAY-1 story 5 <- FLW-1", `t:2: cannot read the arrow "<- FLW-1"; write it like <- FLW-01 "11 points added"`},
		{sprint + "=> FLW-01 flagged", `t:2: no check has the status "flagged"; there are ok, watch, flag, insufficient, not_applicable, not_assessable`},
		{sprint + "=> FLW-01 ok red", `t:2: cannot read the level "red"; only a flag has one, amber or red`},
		{sprint + "=> FLW-01", `t:2: cannot read "=> FLW-01"; write it like "=> FLW-01 flag red"`},
		{sprint + `  day 4: Ben asks on PAY-1: "Why?`, `t:2: a quotation is not closed: put a " at both ends`},
		{sprint + `  day 4: Ben asks on PAY-1: "Why, @Bob?"`, `t:2: nobody here is called "Bob"`},
		{sprint + "  Ada adds PAY-9", `t:2: say when: "day 3: Ada adds PAY-9" in a sprint, or "2026-03-04: Ada adds PAY-9"`},
		{sprint + "  day 11: Ada adds PAY-9", `t:2: there is no day 11: Sprint 7 has 10 working days`},
		{sprint + "  day 3..1: Ada adds PAY-9", `t:2: "3..1" are no days of a sprint; write "day 3", "day 1..9" or "day 2, 5"`},
		{sprint + "  day three: Ada adds PAY-9", `t:2: cannot read the day of "day three: Ada adds PAY-9"; write "day 3: …", "day 1..9: …" or "2026-03-04: …"`},
		{"day 3: Ada adds PAY-9", `t:1: "day 3: Ada adds PAY-9" needs a sprint above it; elsewhere write a date`},
		{"  has PAY-1", `t:1: "has PAY-1" is indented, and there is no sprint above it`},
		{"2026-02-30: Ada adds PAY-9", `t:1: "2026-02-30: Ada adds PAY-9" does not begin with days that exist and lie within ten years`},
		{"today 2026-03-01\n2026-03-02: Ada adds PAY-9", `t:2: 2026-03-02 is after today, 2026-03-01`},
		{"today 2026-03-03\n" + sprint + "  day 9: Ada adds PAY-9", `t:3: day 9 is after today, 2026-03-03`},
		{"today 2026-03-01\n" + sprint + "  has PAY-9", `t:2: Sprint 7 starts after today; to fill it, write a dated line: "2026-03-04: Ada puts PAY-5 in sprint 8"`},
		{"sprint 7 from 2026-03-14 to 2026-03-15", `t:1: Sprint 7 has no working day`},
		{"sprint 7 from 2026-03-14", `t:1: cannot read "sprint 7 from 2026-03-14"; the nearest known sentences are: sprint 7 from 2026-03-02 to 2026-03-13: The goal; sprints 1..8 of 2 weeks from 2026-01-05: The goal`},
		{"sprint 7 from 2026-03-14 to 2026-03-02", `t:1: sprint 7 has no dates that exist: 2026-03-14 to 2026-03-02`},
		{sprint + sprint, `t:2: Sprint 7 is there twice`},
		{sprint + "  has every item", `t:2: a sprint is planned from keys, new items such as "6 stories", or "the oldest 4 items"`},
		{sprint + "  has the oldest 2 items", `t:2: want 2 items, but only 0 are waiting in the backlog (those of the sprint are "every item" or "2 items") on 2026-03-02`},
		{sprint + "  unfinished PAY-1", `t:2: PAY-1 is not in Sprint 7`},
		{sprint + "  has PAY-1\n  day 3: Ben finishes PAY-1\n  day 4: Ben finishes PAY-1", `t:4: PAY-1 was finished already, on 2026-03-04`},
		{sprint + "  has PAY-1\n  day 3: Ben reopens PAY-1", `t:3: PAY-1 is not finished: say first when it was`},
		{sprint + "  has PAY-1\n  day 3: Ada adds PAY-1", `t:3: PAY-1 is in Sprint 7 already, since line 2`},
		{sprint + "  has PAY-1\n  day 3: Dana requests PAY-1", `t:3: PAY-1 is there already, since line 2`},
		{sprint + "  day 3: Ada removes PAY-1", `t:2: PAY-1 is in no sprint`},
		{sprint + "  day 3: Ada puts PAY-1 in sprint 9", `t:2: there is no sprint 9`},
		{sprint + "  day 3: Ada puts PAY-1 under PAY-900", `t:2: nothing is known of PAY-900; an epic needs a line such as: epic PAY-900 "Faster refunds"`},
		{sprint + "  has PAY-1 story under PAY-2, PAY-2 story under PAY-1", `t:2: PAY-1 is above itself`},
		{sprint + "  has PAY-1 story, PAY-2 sub-task", `t:2: sub-task PAY-2 needs a parent: write sub-task under PAY-1`},
		{sprint + "  has PAY-1 story 5\n  day 3: Ada adds PAY-1 bug", `t:3: PAY-1 is a Story elsewhere and a Bug here`},
		{sprint + "  has PAY-1 story 5\n  day 3: Ada adds PAY-1 story 8", `t:3: PAY-1 has 5 points elsewhere and 8 here; a change is "Ada estimates PAY-1 at 8"`},
		{sprint + "  has PAY-1 saying \"a\"\n  day 3: Ada adds PAY-1 saying \"b\"", `t:3: PAY-1 is described elsewhere; a change is "Ada rewrites PAY-1"`},
		{sprint + "  day 3: Dana requests PAY-1..400", `t:2: too many facts on 2026-03-04: spread them over several days, or end a sentence with "in bulk"`},
		{"2026-03-04: Ada removes PAY-5\n2026-03-02: Dana requests PAY-5", `t:1: PAY-5 is in no sprint`},
		{"backlog on 2026-03-20: PAY-5\n2026-03-02: Ada moves PAY-5 up", `t:2: PAY-5 does not exist yet: line 1 brings it later`},
		{"2026-01-05..2035-01-01: Dana requests 200 stories", `t:1: the history grows beyond 50000 facts here: shorten a span, or name fewer items`},
		{"Eve is a stakehlder\n" + sprint, `t:1: want a role (product owner, scrum master, developer, stakeholder, customer or bot), found "stakehlder"; the nearest known sentence is: Eve is a stakeholder`},
		{"calendar Mars/Base\n" + sprint, `t:1: there is no time zone "Mars/Base"; write it like Europe/Stockholm`},
		{"cannot see thoughts\n" + sprint, `t:1: "thoughts" is nothing a tracker shows; there are rank history, current order, sprint goals, sprint history, comments, links, authors, hierarchy, item history`},
	} {
		_, err := Parse("t", c.text)
		if err == nil {
			t.Errorf("%q is accepted, want the error %s", c.text, c.want)
			continue
		}
		if diff := cmp.Diff(c.want, err.Error()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestAllMistakesAtOnce(t *testing.T) {
	_, err := Parse("t", strings.Repeat("Ada sleeps\n", 25))
	if err == nil {
		t.Fatal("want an error")
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 21 || !strings.HasPrefix(lines[1], "t:2: ") || lines[20] != "t: and 5 more mistakes" {
		t.Errorf("want twenty mistakes and how many more there are, got %d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}
