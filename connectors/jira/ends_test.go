package jira_test

// These tests hold where lists end: where Jira says so, or nothing more comes. A page that
// does not say how many there are is not the last one for that.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors"
)

// lengthy is a team whose lists all need several pages: 60 Sprints, and an item with 150
// changes and as many comments.
func lengthy() *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "Lengthy"}, backlog.Scrum, nil)
	ada := r.Person("ada", "Ada")
	for i := range 60 {
		r.Sprint(backlog.Sprint{Name: fmt.Sprint("Sprint ", i+1), Start: day(-70+i, 0), End: day(-69+i, 0)})
	}
	much := r.Create(day(-9, 0), ada, "PAY-1", backlog.State{Text: &backlog.Text{Title: "Much"}})
	for i := range 150 {
		r.Change(day(-8, 0).Add(time.Duration(i)*time.Minute), ada, much, backlog.EstimateField, func(s *backlog.State) { s.Estimate = float64(1 + i) })
		r.Comment(day(-7, 0).Add(time.Duration(i)*time.Minute), ada, much, fmt.Sprint("Comment ", i))
	}
	return r.Snapshot(day(15, 0))
}

func TestWhereListsEnd(t *testing.T) {
	for name, c := range map[string]struct {
		path   string
		change func(page map[string]any, n int) // n: how many come
		warns  string
	}{
		"a history without a count": {"/changelog", func(page map[string]any, _ int) {
			delete(page, "total")
			delete(page, "isLast")
		}, ""},
		"a history with the count of the page": {"/changelog", func(page map[string]any, n int) { page["total"] = n }, ""},
		"comments without a count":             {"/comment", func(page map[string]any, _ int) { delete(page, "total") }, ""},
		"comments of an issue without a count": {"issue/bulkfetch", func(page map[string]any, _ int) {
			fields := page["issues"].([]any)[0].(map[string]any)["fields"].(map[string]any)
			delete(fields["comment"].(map[string]any), "total")
		}, ""},
		"Sprints that stop coming": {"/sprint", func(page map[string]any, _ int) {
			if page["startAt"] != 0.0 {
				page["values"], page["isLast"] = []any{}, false
			}
		}, "Jira says there are more Sprints, but gives none"},
	} {
		want := lengthy()
		con := rewritten(t, want, func(r *http.Request, page []byte) []byte {
			if strings.HasSuffix(r.URL.Path, "/changelog/bulkfetch") {
				return []byte(`{}`)
			}
			if !strings.HasSuffix(r.URL.Path, c.path) {
				return page
			}
			var answer map[string]any
			if err := json.Unmarshal(page, &answer); err != nil {
				t.Error(err)
			}
			values, _ := answer["values"].([]any)
			c.change(answer, len(values))
			page, _ = json.Marshal(answer)
			return page
		})
		team := connectors.Source{Name: "Lengthy", Board: "1"}
		got, err := connectors.Read(con.Reader(team), replayed(pull(t, con, team)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		it := got.Items[0]
		if len(it.Revisions) != 151 || len(it.Comments) != 150 {
			t.Errorf("%s: %d revisions and %d comments, want 151 and 150", name, len(it.Revisions), len(it.Comments))
		}
		if c.warns == "" && (len(got.Sprints) != 60 || len(got.Coverage.Warnings) > 0) || !warned(got, c.warns) && c.warns != "" {
			t.Errorf("%s: %d Sprints came, the warnings are %q, want %q", name, len(got.Sprints), got.Coverage.Warnings, c.warns)
		}
	}
}

// An answer without a list of issues does not say that the backlog is empty.
func TestAnOrderOfNothing(t *testing.T) {
	c := rewritten(t, long(3), func(r *http.Request, page []byte) []byte {
		switch {
		case strings.HasSuffix(r.URL.Path, "/configuration"):
			return bytes.Replace(page, []byte("rankCustomFieldId"), []byte("none"), 1)
		case strings.HasSuffix(r.URL.Path, "/backlog"):
			return []byte(`{}`)
		}
		return page
	})
	var last error
	for _, err := range c.Pull(t.Context(), connectors.Source{Board: "1"}, nil) {
		last = err
	}
	if last == nil || !strings.Contains(last.Error(), "reading the order of the backlog: an answer came without the list") {
		t.Errorf("got %v", last)
	}
}
