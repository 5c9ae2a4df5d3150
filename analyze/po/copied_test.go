package po

import (
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/simulate"
)

// Of twelve items beside a request, the Product Owner copied nine; those beside a
// customer's ticket and the parts of what was split do not count.
func TestProxyTellsHowManyRequestsWereCopied(t *testing.T) {
	team := proxies(t)
	requests, own := map[bool][]*backlog.Item{}, []*backlog.Item{}
	owner := team.Roles[0].Person
	for _, it := range team.Snapshot.Items {
		switch by := it.Creator(); {
		case it.Level() != backlog.BacklogLevel:
		case by == owner && it.CreatedAt().After(team.Snapshot.TakenAt.AddDate(0, 0, -150)):
			own = append(own, it)
		case strings.HasPrefix(by.Name, "Sara") || strings.HasPrefix(by.Name, "Marc") || by.Customer:
			requests[by.Customer] = append(requests[by.Customer], it)
		}
	}
	if len(own) < 20 || len(requests[false]) < 12 || len(requests[true]) < 1 {
		t.Fatalf("too few items to link: %d, %d, %d", len(own), len(requests[false]), len(requests[true]))
	}
	copied := func(it, from *backlog.Item, how backlog.Relation) {
		words := *from.Revisions[0].State.Text
		words.Title = "Please: " + words.Title
		for i := range it.Revisions {
			it.Revisions[i].State.Text = &words
		}
		it.Links = append(it.Links, backlog.Link{Relation: how, Key: from.Key})
	}
	for i, it := range own[:20] {
		switch from := requests[false][i%12]; {
		case i < 9:
			copied(it, from, backlog.Related)
		case i < 12:
			from.Links = append(from.Links, backlog.Link{Key: it.Key})
		case i < 16:
			copied(it, requests[true][0], backlog.Related)
		default:
			copied(it, from, backlog.SplitFrom)
		}
	}
	report := analyze.Analyze(team.Snapshot, Catalog(), analyze.Options{Roles: team.Roles})
	const want = "Of 12 items that the Product Owner wrote beside a stakeholder's linked request, 9 repeat its words."
	for _, f := range report.Checks {
		if f.ID == "OWN-03" && !strings.Contains(f.Message, want) {
			t.Errorf("OWN-03 says %q, want %q in it", f.Message, want)
		}
	}
}

// proxies is a team whose Product Owner passes questions on.
func proxies(t *testing.T) simulate.Team {
	t.Helper()
	for _, c := range simulate.Conditions() {
		if c.Name == "proxy" {
			return c.Team(2)
		}
	}
	t.Fatal("no condition is called proxy")
	return simulate.Team{}
}
