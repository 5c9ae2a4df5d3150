package jira_test

// These tests hold what Cloud's bulk answers may do: be cut without saying so, and be too
// large to read.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

// rewritten is a Jira whose answers are changed on their way.
func rewritten(t *testing.T, snap *backlog.Snapshot, rewrite func(r *http.Request, page []byte) []byte) *jira.Connector {
	wire := jirafake.New(snap).Transport()
	return connectVia(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		answer, err := wire.RoundTrip(r)
		if err != nil {
			return nil, err
		}
		page, err := io.ReadAll(answer.Body)
		answer.Body = io.NopCloser(bytes.NewReader(rewrite(r, page)))
		return answer, err
	}), snap.TakenAt)
}

// long is a team with an issue of so many changes, and another of few.
func long(changes int) *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "Long"}, backlog.Scrum, nil)
	ada := r.Person("ada", "Ada")
	r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(0, 1), End: day(11, 0)})
	much := r.Create(day(-9, 0), ada, "PAY-1", backlog.State{Text: &backlog.Text{Title: "Much"}})
	some := r.Create(day(-9, 1), ada, "PAY-2", backlog.State{Text: &backlog.Text{Title: "Some"}})
	for i := range changes {
		r.Change(day(-8, i), ada, much, backlog.EstimateField, func(s *backlog.State) { s.Estimate = float64(1 + i) })
	}
	for i := range 5 {
		r.Change(day(-7, i), ada, some, backlog.EstimateField, func(s *backlog.State) { s.Estimate = float64(1 + i) })
	}
	r.Comment(day(10, 0), ada, some, "The last that happened.")
	return r.Snapshot(day(15, 0))
}

// A bulk answer that was cut has no mark of it. What is lacking is asked for alone; where
// that cannot be had, the history counts as not told.
func TestBulkHistoriesThatAreCut(t *testing.T) {
	type list = []json.RawMessage
	for name, cut := range map[string]func(list) list{
		"the newest 40":          func(all list) list { return all[max(0, len(all)-40):] },
		"the oldest 40":          func(all list) list { return all[:min(len(all), 40)] },
		"the newest 50":          func(all list) list { return all[max(0, len(all)-50):] },
		"the newest are lacking": func(all list) list { return all[:len(all)/2] },
	} {
		for _, alone := range []bool{true, false} {
			want := long(55)
			c := rewritten(t, want, func(r *http.Request, page []byte) []byte {
				if strings.HasSuffix(r.URL.Path, "1/changelog") && !alone {
					return []byte(`{"values":[],"total":55,"isLast":true}`)
				}
				if !strings.HasSuffix(r.URL.Path, "/changelog/bulkfetch") {
					return page
				}
				var told struct {
					Logs []struct {
						ID        string `json:"issueId"`
						Histories list   `json:"changeHistories"`
					} `json:"issueChangeLogs"`
				}
				if err := json.Unmarshal(page, &told); err != nil {
					t.Error(err)
				}
				for i := range told.Logs {
					told.Logs[i].Histories = cut(told.Logs[i].Histories)
				}
				page, _ = json.Marshal(map[string]any{"issueChangeLogs": told.Logs})
				return page
			})
			team := connectors.Source{Board: "1"}
			got := understood(t, c, team, pull(t, c, team))
			first, second := got.Items[0], got.Items[1]
			if alone && len(first.Revisions) != 56 || len(second.Revisions) != 6 {
				t.Errorf("%s: %d and %d revisions, want 56 and 6", name, len(first.Revisions), len(second.Revisions))
			}
			if !alone && (!first.NoRecord || !warned(got, "histories did not come whole: 1, such as PAY-1")) {
				t.Errorf("%s: half a history was believed; the warnings are %q", name, got.Coverage.Warnings)
			}
		}
	}
}

// bulky is a team with comments of which no answer can hold more than one, and with one
// more comment.
func bulky(more string) *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "Bulky", Tracker: "jira-cloud", Board: "Bulky"}, backlog.Scrum, nil)
	ada := r.Person("ada", "Ada")
	r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(0, 1), End: day(11, 0)})
	for i := range 3 {
		it := r.Create(day(-9, i), ada, fmt.Sprint("PAY-", i+1), backlog.State{Text: &backlog.Text{Title: "Story"}})
		for j := range 3 {
			r.Rewrite(day(-8, i+j), ada, it, backlog.TitleField, func(t *backlog.Text) { t.Title = fmt.Sprint("Story ", j, strings.Repeat(" ", j%2)) })
			r.Comment(day(-7, i+j), ada, it, fmt.Sprint("bulky ", j))
		}
		if i == 1 && more != "" {
			r.Comment(day(-6, 0), ada, it, more)
			r.Comment(day(-6, 1), ada, it, "at last")
		}
	}
	return r.Snapshot(day(15, 0))
}

// An answer that is too large is asked for in parts.
func TestAnswersThatAreTooLarge(t *testing.T) {
	immense := bytes.Repeat([]byte(" "), 1<<20+1)
	for more, lost := range map[string]int{"": 0, "bulky bulky": 1} {
		want := bulky(more)
		c := rewritten(t, want, func(r *http.Request, page []byte) []byte {
			texts := bytes.Count(page, []byte("bulky"))
			if strings.Contains(r.URL.Path, "/changelog") {
				texts = bytes.Count(page, []byte(`"created"`))
			}
			if texts > 1 {
				return immense
			}
			return page
		})
		c.Limit(1 << 20)
		team := connectors.Source{Name: "Bulky", Board: "1"}
		got := understood(t, c, team, pull(t, c, team))
		for i, it := range want.Items {
			if n := len(it.Comments) - len(got.Items[i].Comments); n != 0 && it.Key != "PAY-2" || it.Key == "PAY-2" && n != lost {
				t.Errorf("%s lacks %d comments", it.Key, n)
			}
			it.Comments, got.Items[i].Comments = nil, nil
		}
		if lost > 0 != warned(got, "comments did not come whole: 1, such as PAY-2") {
			t.Errorf("the warnings are %q", got.Coverage.Warnings)
		}
		if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// The same page under ever new tokens ends a pull, and soon.
func TestPagesThatRepeat(t *testing.T) {
	for part, page := range map[string]string{
		"/search/jql":          `{"issues":[{"id":"100001"}],"isLast":false,"nextPageToken":"%d"}`,
		"/changelog/bulkfetch": `{"issueChangeLogs":[{"issueId":"100001","changeHistories":[{"id":"7","created":1}]}],"nextPageToken":"%d"}`,
		"/100001/changelog":    `{"values":[{"id":"7","created":1}],"isLast":false,"startAt":%d}`,
	} {
		var asked atomic.Int64
		c := rewritten(t, long(3), func(r *http.Request, real []byte) []byte {
			switch {
			case strings.HasSuffix(r.URL.Path, part):
				return fmt.Appendf(nil, page, asked.Add(1))
			case strings.HasSuffix(r.URL.Path, "/changelog/bulkfetch"):
				return []byte(`{}`)
			}
			return real
		})
		for _, err := range c.Pull(t.Context(), connectors.Source{Board: "1"}, nil) {
			if err != nil && !strings.Contains(err.Error(), "the same page again and again") {
				t.Errorf("%s: got %v", part, err)
			}
		}
		if n := asked.Load(); n != 2 {
			t.Errorf("%s: asked %d times, want twice", part, n)
		}
	}
}

// What was said in a deleted comment is not kept, however the history writes its name.
func TestWordsOfDeletedComments(t *testing.T) {
	for _, field := range []string{"Comment", `\u0043omment`} {
		c := rewritten(t, long(0), func(r *http.Request, page []byte) []byte {
			if !strings.HasSuffix(r.URL.Path, "/changelog/bulkfetch") {
				return page
			}
			return fmt.Appendf(nil, `{"issueChangeLogs":[{"issueId":"100001","changeHistories":[{"id":"7","created":1772442000000,"items":[
				{"field":"%s","fieldtype":"jira","from":"ada@acme.example","fromString":"deleted words","to":null,"toString":null}]}]}]}`, field)
		})
		met := false
		for _, d := range pull(t, c, connectors.Source{Board: "1"}) {
			met = met || d.Kind == "history" && bytes.Contains(d.Body, []byte("omment"))
			if bytes.Contains(d.Body, []byte("deleted words")) || bytes.Contains(d.Body, []byte("ada@acme.example")) {
				t.Errorf("%s: %s %s holds them", field, d.Kind, d.ID)
			}
		}
		if !met {
			t.Errorf("%s: the history did not come", field)
		}
	}
}

// What is said of an issue by its own address is no less than what the issue itself holds.
func TestCommentsThatDoNotCome(t *testing.T) {
	r := scenario.NewRecorder(backlog.Team{Name: "Chatty"}, backlog.Scrum, nil)
	ada := r.Person("ada", "Ada")
	r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(0, 1), End: day(11, 0)})
	it := r.Create(day(-9, 0), ada, "PAY-1", backlog.State{Text: &backlog.Text{Title: "Story"}})
	for i := range 25 {
		r.Comment(day(-8, i), ada, it, fmt.Sprint("comment ", i))
	}
	want, team := r.Snapshot(day(15, 0)), connectors.Source{Name: "Chatty", Board: "1"}
	for page, fails := range map[string]bool{`{}`: true, `{"comments":[],"total":0}`: false, `{"comments":[{"id":"1"}]}`: false} { // the last one again and again
		wire := answer{word: "/comment", next: jirafake.New(want).Transport(), status: http.StatusOK, body: page}
		if fails {
			if err := failure(t, wire, "1"); err == nil || !strings.Contains(err.Error(), "reading the comments of PAY-1: an answer came without the list") {
				t.Errorf("%s: %v", page, err)
			}
			continue
		}
		c := connectVia(t, wire, want.TakenAt)
		got := understood(t, c, team, pull(t, c, team))
		if n := len(got.Items[0].Comments); n != 20 || !warned(got, "comments did not come whole: 1, such as PAY-1") {
			t.Errorf("%s: %d comments came, and %q", page, n, got.Coverage.Warnings)
		}
	}
}

// The same holds for the history of one issue.
func TestHistoryThatDoesNotCome(t *testing.T) {
	wire := answer{word: "/changelog", next: jirafake.New(long(55)).Transport(), status: http.StatusOK, body: `{}`}
	if err := failure(t, wire, "1"); err == nil || !strings.Contains(err.Error(), "an answer came without the list") {
		t.Errorf("got %v", err)
	}
}
