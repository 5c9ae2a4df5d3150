// Package conformance_test serves one history as Jira Cloud, as Jira Data Center and as
// Azure Boards: what comes back must be one Snapshot, but for what a tracker cannot
// tell, and the checks must come to the same verdicts.
package conformance_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/po"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/azure"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

const longEnough = 3000 * 24 * time.Hour

// histories reads the examples of an article.
func histories(t *testing.T, file string) []*scenario.Scenario {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []*scenario.Scenario
	examples, err := scenario.FromMarkdown(filepath.Base(file), string(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, example := range examples {
		s, err := example.Parse(filepath.Base(file))
		if err != nil {
			t.Fatal(err)
		}
		s.Snapshot.Missing = 0 // the fakes show everything
		for _, it := range s.Snapshot.Items {
			it.Revisions = effective(it.Revisions)
		}
		out = append(out, s)
	}
	return out
}

// effective leaves out what changed nothing, such as an estimate that was there before.
// A journal may tell it; no tracker keeps it.
func effective(all []backlog.Revision) []backlog.Revision {
	out := all[:1]
	for _, r := range all[1:] {
		was, is := out[len(out)-1].State, r.State
		for field, same := range map[backlog.Fields]bool{
			backlog.TitleField: was.Text.Title == is.Text.Title, backlog.DescriptionField: was.Text.Description == is.Text.Description,
			backlog.CriteriaField: was.Text.Criteria == is.Text.Criteria, backlog.GoalField: was.Text.Goal == is.Text.Goal,
			backlog.AssigneeField: was.Assignee == is.Assignee, backlog.EstimateField: was.Estimate == is.Estimate,
			backlog.PriorityField: was.Priority == is.Priority, backlog.ParentField: was.Parent == is.Parent,
			backlog.StatusField: was.Status == is.Status, backlog.LabelsField: slices.Equal(was.Labels, is.Labels),
			backlog.FlagField: was.Flagged == is.Flagged,
		} {
			if same {
				r.Changed &^= field
			}
		}
		if r.Changed != 0 {
			out = append(out, r)
		}
	}
	return out
}

// articles are the files with histories: those of the checks, and the page of the
// language itself, which holds every sentence there is.
func articles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../analyze/po/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no articles: %v", err)
	}
	return append(files, "../../analyze/scenario/README.md")
}

// through reads a team through a connector.
func through(t *testing.T, c connectors.Connector, team connectors.Source) *backlog.Snapshot {
	t.Helper()
	snap, err := connectors.Read(c.Reader(team), c.Pull(t.Context(), team, nil))
	if err != nil {
		t.Fatalf("%v: %v", c, err)
	}
	return snap
}

// throughJira reads a Snapshot through a Jira.
func throughJira(t *testing.T, told *backlog.Snapshot, server *jirafake.Server) *backlog.Snapshot {
	t.Helper()
	c, err := jira.New(jira.Options{URL: "https://example.atlassian.net", User: "coach@example.com", Token: "s3cret-token",
		Transport: server.Transport(), Now: func() time.Time { return told.TakenAt }})
	if err != nil {
		t.Fatal(err)
	}
	return through(t, c, connectors.Source{Name: told.Team.Name, Connection: told.Team.Connection, Board: "1", History: longEnough})
}

// throughAzure reads a Snapshot through an Azure DevOps organisation, and gives its items
// and people the ids that they were told with.
func throughAzure(t *testing.T, told *backlog.Snapshot, server *azurefake.Server) *backlog.Snapshot {
	t.Helper()
	c, err := azure.New(azure.Options{URL: server.URL(), Token: "s3cret-token",
		Transport: server.Transport(), Now: func() time.Time { return told.TakenAt }})
	if err != nil {
		t.Fatal(err)
	}
	snap := through(t, c, connectors.Source{Name: told.Team.Name, Connection: told.Team.Connection, Project: "Fabrikam Fiber", Team: told.Team.Name,
		History: longEnough, Fields: connectors.Fields{Goal: azurefake.GoalField, Customer: azurefake.CustomersField}})
	keys, people := map[string]string{}, map[string]string{}
	for _, it := range told.Items {
		keys[fmt.Sprint(server.ID(it))] = it.Key
	}
	for _, p := range told.People {
		people[azurefake.PersonID(p)] = p.ID
	}
	for _, it := range snap.Items {
		it.Key = keys[it.Key]
		for i := range it.Links {
			it.Links[i].Key = keys[it.Links[i].Key]
		}
		for i := range it.PastLinks {
			it.PastLinks[i].Key = keys[it.PastLinks[i].Key]
		}
	}
	for _, p := range snap.People {
		p.ID = people[p.ID]
	}
	return snap
}

func TestOneHistoryIsOneSnapshot(t *testing.T) {
	for _, file := range articles(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			told := histories(t, file)
			if !strings.HasSuffix(file, "README.md") {
				told = told[:1] // the sentences are the same
			}
			for i, s := range told {
				agree(t, fmt.Sprintf("history %d", i+1), s)
			}
		})
	}
}

// The example organisation does what no journal tells: much, by many, at any time.
func TestTheExampleIsOneSnapshot(t *testing.T) {
	for _, team := range simulate.Demo() {
		t.Run(team.Snapshot.Team.Name, func(t *testing.T) {
			t.Parallel()
			s := &scenario.Scenario{Snapshot: team.Snapshot}
			for _, it := range team.Snapshot.Items {
				it.Revisions = effective(it.Revisions)
			}
			for _, c := range team.Roles {
				s.Roles = append(s.Roles, scenario.RoleLine{Person: c.Person, Role: string(c.Role)})
			}
			for _, p := range team.Snapshot.People {
				if p.App { // a Data Center does not tell
					s.Roles = append(s.Roles, scenario.RoleLine{Person: p, Role: string(roles.Bot)})
				}
			}
			agree(t, "the example", s)
		})
	}
}

// agree holds what comes of a history through each tracker against what comes through
// Jira Cloud.
func agree(t *testing.T, what string, s *scenario.Scenario) {
	t.Helper()
	snap := s.Snapshot
	want := throughJira(t, snap, jirafake.New(snap))
	got := throughAzure(t, snap, azurefake.New(azurefake.Options{Process: azurefake.Inherited}, snap))
	if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
		t.Errorf("%s: Azure differs (-Jira +Azure):\n%s", what, diff)
	}
	other := throughJira(t, snap, jirafake.NewDataCenter(snap))
	want.Missing, other.Missing = got.Missing, got.Missing
	verdicts := statuses(t, s, want)
	for name, snap := range map[string]*backlog.Snapshot{"Data Center": other, "Azure": got} {
		if diff := cmp.Diff(verdicts, statuses(t, s, snap), cmpopts.IgnoreSliceElements(func(line string) bool { return name == "Azure" && hidden(line) })); diff != "" {
			t.Errorf("%s: the checks find something else from %s (-Cloud +%[2]s):\n%s", what, name, diff)
		}
	}
}

// hidden reports whether the line is about what Azure does not show: who moves items on in
// the hour in which somebody closes a Sprint. There, nobody does; it ends with its last day.
func hidden(line string) bool { return strings.HasPrefix(line, "OWN-05 ") }

// statuses are what the checks find, with what the history declares.
func statuses(t *testing.T, s *scenario.Scenario, snap *backlog.Snapshot) (out []string) {
	t.Helper()
	o := analyze.Options{Declared: guards.Declared(s.Declared), LookBack: true}
	for _, line := range s.Roles {
		role, err := roles.Parse(line.Role)
		if err != nil {
			t.Fatal(err)
		}
		configured := roles.Configured{Name: line.Person.Name, Role: role, From: line.From, To: line.To}
		for _, p := range snap.People {
			if p.ID == line.Person.ID {
				configured.Person = p
			}
		}
		o.Roles = append(o.Roles, configured)
	}
	snap.Calendar, snap.Process = s.Snapshot.Calendar, s.Snapshot.Process
	for _, f := range analyze.Analyze(snap, po.Catalog(), o).Checks {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", f.ID, f.Status, f.Level)))
		for _, e := range f.Earlier {
			out = append(out, fmt.Sprintf("%s on %s %s %s", f.ID, e.AsOf, e.Status, e.Level))
		}
	}
	return out
}
