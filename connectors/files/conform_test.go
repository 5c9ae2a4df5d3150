package files_test

// This test saves what a site answers, as somebody with a browser would, and holds the
// Snapshot of the files against that of a live pull: nothing lost, nothing invented.

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

func TestFilesTellWhatASiteTells(t *testing.T) {
	original := simulate.Demo()[0].Snapshot
	server := httptest.NewServer(jirafake.New(original))
	t.Cleanup(server.Close)
	c, err := jira.New(jira.Options{URL: server.URL, Token: "t"})
	if err != nil {
		t.Fatal(err)
	}
	team := connectors.Source{Name: "Checkout", Board: "1"}
	var docs []connectors.Document
	for d, err := range c.Pull(t.Context(), team, nil) {
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	live, err := connectors.Read(c.Reader(team), replayed(docs))
	if err != nil {
		t.Fatal(err)
	}
	content := saved(t, server.URL, docs)
	got := snapshot(t, folder(t, content), connectors.Source{Name: "Checkout"})
	if diff := cmp.Diff(storyOf(live), storyOf(got)); diff != "" {
		t.Errorf("the files tell another story (-live +files):\n%.4000s", diff)
	}
	if got.Coverage.Expected != len(got.Items) || got.Coverage.WithoutRecord > len(got.Items)/50 {
		t.Errorf("%+v", got.Coverage)
	}
	if got.TakenAt.After(live.TakenAt) {
		t.Errorf("taken at %v, after the pull at %v", got.TakenAt, live.TakenAt)
	}
}

// saved are the files: pages of a search with their histories, and the lists.
func saved(t *testing.T, site string, docs []connectors.Document) map[string]string {
	t.Helper()
	content := map[string]string{}
	for name, path := range map[string]string{"fields": "api/2/field", "statuses": "api/2/status", "types": "api/2/issuetype", "priorities": "api/2/priority",
		"configuration": "agile/1.0/board/1/configuration"} {
		content[name] = get(t, site+"/rest/"+path)
	}
	var priorities []object
	if err := json.Unmarshal([]byte(content["priorities"]), &priorities); err != nil {
		t.Fatal(err)
	}
	for _, p := range priorities { // the fake leaves out what real sites tell
		p["self"] = fmt.Sprint(site, "/rest/api/2/priority/", p["id"])
	}
	content["priorities"] = text(t, priorities)
	for page := 0; ; page++ {
		text := get(t, fmt.Sprintf("%s/rest/agile/1.0/board/1/sprint?startAt=%d", site, 50*page))
		content[fmt.Sprint("sprints", page)] = text
		if strings.Contains(text, `"isLast":true`) {
			break
		}
	}
	issues := map[string]object{}
	var order []string
	// What belongs to an issue comes before it.
	isIssue := func(d connectors.Document) bool { return d.Kind == "issue" }
	notIssue := func(d connectors.Document) bool { return !isIssue(d) }
	docs = slices.Concat(slices.DeleteFunc(slices.Clone(docs), notIssue), slices.DeleteFunc(slices.Clone(docs), isIssue))
	for _, d := range docs {
		switch d.Kind {
		case "issue":
			var is object
			if err := json.Unmarshal(d.Body, &is); err != nil {
				t.Fatal(err)
			}
			is["self"] = site + "/rest/api/2/issue/" + d.ID
			issues[d.ID], order = is, append(order, d.ID)
		case "history":
			var histories []any
			if err := json.Unmarshal(d.Body, &histories); err != nil {
				t.Fatal(err)
			}
			issues[d.ID]["changelog"] = object{"total": len(histories), "histories": histories}
		case "comments":
			issues[d.ID]["fields"].(object)["comment"] = object{"comments": json.RawMessage(d.Body)}
		}
	}
	const size = 50
	for start := 0; start < len(order); start += size {
		var page []any
		for _, id := range order[start:min(start+size, len(order))] {
			page = append(page, issues[id])
		}
		content[fmt.Sprint("page", start)] = text(t, object{"startAt": start, "total": len(order), "issues": page})
	}
	return content
}

func get(t *testing.T, address string) string {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", address, answer.Status, err)
	}
	return string(body)
}

// storyOf writes down the items' stories. Histories of a length that may be a part are
// left out: files rightly do not believe them.
func storyOf(s *backlog.Snapshot) []string {
	var out []string
	for _, x := range s.Sprints {
		out = append(out, fmt.Sprintf("%s goal %q %s %s %s", x.Name, x.Goal, x.Start, x.End, x.Completed))
	}
	for _, it := range s.Items {
		if it.NoRecord || len(it.Revisions) == 41 || len(it.Revisions) == 101 {
			continue
		}
		out = append(out, fmt.Sprintf("%s %s %+v", it.Key, it.URL, it.Links))
		for _, r := range it.Revisions {
			var sprints []string
			for _, x := range r.State.Sprints {
				sprints = append(sprints, x.Name)
			}
			parent, by, to := "", "", ""
			if r.State.Parent != nil {
				parent = r.State.Parent.Key
			}
			if r.By != nil {
				by = r.By.ID
			}
			if r.State.Assignee != nil {
				to = r.State.Assignee.ID
			}
			out = append(out, fmt.Sprintf(" %s by %s %b %d: %s %+v %d %v to %s under %s in %v %v %g %v %v %+v", r.At, by, r.Changed, r.Rank, r.State.Type.Name, *r.State.Status,
				r.State.Outcome, r.State.Priority, to, parent, sprints, r.State.Labels, r.State.Estimate, r.State.Flagged, r.State.Customers, *r.State.Text))
		}
		for _, c := range it.Comments {
			out = append(out, fmt.Sprintf(" %s %s %d", c.At, c.Text, len(c.Mentions)))
		}
	}
	return out
}
