package jira_test

// This test is the conformance test of the connectors: one history, told in plain
// sentences and served by either kind of Jira, is one and the same Snapshot.

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

// histories reads the examples of an article. Those of the language's own page hold
// every sentence there is.
func histories(t *testing.T, file string) []*backlog.Snapshot {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []*backlog.Snapshot
	examples, err := scenario.FromMarkdown(filepath.Base(file), string(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, example := range examples {
		s, err := example.Parse(filepath.Base(file))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s.Snapshot)
	}
	return out
}

// acts reports whether Jira has any reason to name somebody: he did or said something,
// or had something to do.
func acts(s *backlog.Snapshot, p *backlog.Person) bool {
	return slices.ContainsFunc(s.Items, func(it *backlog.Item) bool {
		return slices.ContainsFunc(it.Revisions, func(r backlog.Revision) bool { return r.By == p || r.State.Assignee == p }) ||
			slices.ContainsFunc(it.Comments, func(c backlog.Comment) bool { return c.By == p })
	})
}

func TestConformance(t *testing.T) {
	files, err := filepath.Glob("../../analyze/po/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no articles: %v", err)
	}
	for _, file := range append(files, "../../analyze/scenario/README.md") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			told := histories(t, file)
			if !strings.HasSuffix(file, "README.md") {
				told = told[:1] // the sentences are the same
			}
			for i, want := range told {
				team := connectors.Source{Name: want.Team.Name, Connection: want.Team.Connection, Board: "1", History: 2000 * 24 * time.Hour}
				want.Missing = 0 // the fakes show everything
				want.People = slices.DeleteFunc(want.People, func(p *backlog.Person) bool { return !acts(want, p) })
				for kind, server := range map[string]*jirafake.Server{"Cloud": jirafake.New(want), "Data Center": jirafake.NewDataCenter(want)} {
					c := connect(t, server, want.TakenAt)
					got, err := connectors.Read(c.Reader(team), replayed(pull(t, c, team)))
					if err != nil {
						t.Fatalf("history %d from %s: %v", i+1, kind, err)
					}
					if diff := cmp.Diff(notOfLinks(want), notOfLinks(got)); diff != "" {
						t.Errorf("history %d from %s differs (-told +got):\n%s", i+1, kind, diff)
					}
				}
			}
		})
	}
}

// notOfLinks leaves out the acts that changed links alone: a history tells of a link once, and
// Jira writes it down on both ends. Since when there is a link is told beside it.
func notOfLinks(s *backlog.Snapshot) []string {
	alone := fmt.Sprintf(" changed %b rank", backlog.LinkField)
	return slices.DeleteFunc(plainly(s), func(line string) bool { return strings.Contains(line, alone) })
}
