package azure_test

// These are the tests' tools: an organisation in memory, a local copy as simple as it can
// be, and a count of what was asked. The first test reads whole teams.

import (
	"fmt"
	"hash/fnv"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/azure"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

// organisation is an address of its own for every test: Microsoft's client remembers for
// the whole process what each of them offers.
func organisation(t *testing.T) string {
	name := fnv.New32a()
	fmt.Fprint(name, t.Name())
	return fmt.Sprintf("https://azure-%x.example/example-org", name.Sum32())
}

// connect signs in to whatever answers, at that moment, without any waiting.
func connect(t *testing.T, server http.RoundTripper, now time.Time) *azure.Connector {
	t.Helper()
	c, err := azure.New(azure.Options{URL: organisation(t), Token: "token", Transport: server, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	c.Hurry()
	return c
}

// source is a team of the fake organisation.
func source(name string) connectors.Source {
	return connectors.Source{Name: name, Connection: "contoso", Project: "Fabrikam Fiber", Team: name, History: 2000 * 24 * time.Hour,
		Fields: connectors.Fields{Goal: azurefake.GoalField, Customer: azurefake.CustomersField}}
}

// read pulls a team and reads it at once.
func read(t *testing.T, c *azure.Connector, team connectors.Source) *backlog.Snapshot {
	t.Helper()
	snap, err := connectors.Read(c.Reader(team), c.Pull(t.Context(), team, nil))
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

// demos are the teams of the built-in example; nobody changes them.
var demos = sync.OnceValue(simulate.Demo)

// demo is one of them.
func demo(t *testing.T, name string) *backlog.Snapshot {
	t.Helper()
	for _, team := range demos() {
		if team.Snapshot.Team.Name == name {
			return team.Snapshot
		}
	}
	t.Fatalf("the example has no team %s", name)
	return nil
}

// few is the beginning of a team, for tests that count.
func few(t *testing.T) *backlog.Snapshot {
	t.Helper()
	small := *demo(t, "Checkout")
	small.Items = slices.Clone(small.Items[:30])
	return &small
}

// reread reads what a store holds.
func reread(t *testing.T, s pulls.Store, c *azure.Connector, team connectors.Source) *backlog.Snapshot {
	t.Helper()
	reader := c.Reader(team)
	for _, key := range slices.Sorted(maps.Keys(s)) {
		if err := reader.Take(s[key]); err != nil {
			t.Fatal(err)
		}
	}
	snap, err := reader.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

// story is what the checks read of an item, in lines.
func story(it *backlog.Item) []string {
	var lines []string
	for _, r := range it.Revisions {
		if r.Changed&^(backlog.OtherField|backlog.RankField|backlog.LinkField|backlog.FlagField) == 0 {
			continue // told in another way: links by both ends, flags only where they change; see moves
		}
		s := r.State
		name := func(p *backlog.Person) string {
			if p == nil {
				return "nobody"
			}
			return p.Name
		}
		var sprints []string
		for _, sprint := range s.Sprints {
			sprints = append(sprints, sprint.Name)
		}
		slices.Sort(sprints)
		parent := ""
		if s.Parent != nil {
			parent = s.Parent.Title()
		}
		lines = append(lines, fmt.Sprintf("%s %s changed %b to rank %+d, category %d, outcome %d, sprints %q, parent %q, estimate %g, labels %q, assignee %s, flag %t, for %q, %q: %q %q %q",
			r.At.UTC().Format(time.DateTime), name(r.By), r.Changed&^backlog.RankField, r.Rank, s.Status.Category, s.Outcome, sprints, parent, s.Estimate, s.Labels, name(s.Assignee), s.Flagged, s.Customers,
			s.Text.Title, s.Text.Description, s.Text.Criteria, s.Text.Goal))
	}
	for _, c := range it.Comments {
		said := strings.TrimSuffix(c.Text, " @someone") // the fake repeats whom a text calls on
		lines = append(lines, fmt.Sprintf("%s comment: %q to %d", c.At.UTC().Format(time.DateTime), said, len(c.Mentions)))
	}
	return append(lines, fmt.Sprintf("order %d, links %d", it.Order, len(it.Links)))
}

// same compares what was told with what was read, item by item.
func same(t *testing.T, server *azurefake.Server, want, got *backlog.Snapshot) {
	t.Helper()
	byID := map[string]*backlog.Item{}
	for _, it := range got.Items {
		byID[it.ID] = it
	}
	if len(got.Items) != len(want.Items) || got.Coverage.Expected != len(want.Items) {
		t.Errorf("%d items came, %d were expected, want %d", len(got.Items), got.Coverage.Expected, len(want.Items))
	}
	wrong := 0
	for _, w := range want.Items {
		g := byID[fmt.Sprint(server.ID(w))]
		if g == nil {
			t.Errorf("%s did not come", w.Key)
			continue
		}
		if diff := cmp.Diff(story(w), story(g)); diff != "" {
			if wrong++; wrong <= 3 {
				t.Errorf("%s differs (-told +read):\n%s", w.Key, diff)
			}
		}
	}
	if wrong > 3 {
		t.Errorf("%d items differ", wrong)
	}
	told, came := moves(want), moves(got)
	for at, rank := range came {
		if told[at] != rank {
			t.Errorf("%s was moved by %+d, nobody told so", at, rank)
		}
	}
	if len(came)*100 < len(told)*95 { // the first place that something is given counts as none
		t.Errorf("%d moves, want about %d", len(came), len(told))
	}
}

// moves lists what was moved when, and in which direction.
func moves(s *backlog.Snapshot) map[string]int8 {
	all := map[string]int8{}
	for _, it := range s.Items {
		for _, r := range it.Revisions {
			if r.Changed.Has(backlog.RankField) {
				all[it.Title()+r.At.UTC().Format(" 2006-01-02 15:04:05")] = r.Rank
			}
		}
	}
	return all
}

func TestWholeTeams(t *testing.T) {
	for _, name := range []string{"Checkout", "Returns"} {
		t.Run(name, func(t *testing.T) {
			want := demo(t, name)
			server := azurefake.New(azurefake.Options{}, want)
			got := read(t, connect(t, server.Transport(), want.PulledAt), source(name))
			same(t, server, want, got)
			if got.Process != want.Process || got.Team.Tracker != "azure-boards" || len(got.Sprints) != len(want.Sprints) {
				t.Errorf("process %s on %s with %d Sprints, want %s with %d", got.Process, got.Team.Tracker, len(got.Sprints), want.Process, len(want.Sprints))
			}
			if diff := cmp.Diff([]string{"sprint goals"}, got.Missing.Names()); diff != "" {
				t.Errorf("missing (-want +got):\n%s", diff)
			}
			if n := len(got.Coverage.Warnings); n != 1 || !strings.Contains(got.Coverage.Warnings[0], "areas") {
				t.Errorf("warnings: %q", got.Coverage.Warnings)
			}
		})
	}
}
