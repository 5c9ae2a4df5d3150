package azurefake_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
)

var monday = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func day(n, hour int) time.Time {
	return monday.AddDate(0, 0, n).Add(time.Duration(hour) * time.Hour)
}

// example is a short history in which what Azure keeps in its own way occurs.
func example() *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "Checkout"}, backlog.Scrum, nil)
	ada, ben := r.Person("acc-ada", "Ada"), r.Person("acc-ben", "Ben")
	one := r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(0, 1), End: day(11, 0), Completed: day(11, 1)})
	two := r.Sprint(backlog.Sprint{Name: "Sprint 2", Start: day(14, 0), End: day(25, 0)})
	epic := r.Create(day(-9, 0), ada, "PAY-1", backlog.State{Type: scenario.Epic, Text: &backlog.Text{Title: "Refunds"}})
	story := r.Create(day(-8, 0), ada, "PAY-2", backlog.State{Text: &backlog.Text{Title: "Refund a payment", Description: "As a buyer\n\n- within a day\n- <safe>"}})
	bug := r.Create(day(-7, 0), ben, "PAY-3", backlog.State{Type: scenario.Bug, Text: &backlog.Text{Title: "Wrong sum"}})
	r.Change(day(-6, 0), ada, story, backlog.ParentField, func(s *backlog.State) { s.Parent = epic })
	r.Rank(day(-5, 0), ada, bug, 1, 0)
	r.Rank(day(-4, 0), ada, bug, -1, 1)
	r.Join(day(-1, 0), ada, story, one)
	r.Comment(day(1, 0), ben, story, "Which currency?", ada)
	r.Start(day(2, 0), ben, story)
	r.Join(day(14, 1), ada, story, two)
	r.End(day(15, 0), ada, bug, backlog.Declined)
	r.Link(day(-7, 0), bug, backlog.Related, story)
	return r.Snapshot(day(16, 0))
}

// ask asks for one thing, and decodes the answer.
func ask[T any](t *testing.T, server *azurefake.Server, method, path, body string, want int) (out T) {
	t.Helper()
	request, err := http.NewRequest(method, "https://dev.azure.com/example-org/"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept", "application/json;api-version=7.1-preview.3")
	answer, err := server.Transport().RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != want {
		t.Fatalf("%s %s: status %d, want %d: %s", method, path, answer.StatusCode, want, text)
	}
	if err := json.Unmarshal(bytes.TrimPrefix(text, []byte("\ufeff")), &out); err != nil {
		t.Fatalf("%s %s: %v in %s", method, path, err, text)
	}
	return out
}

const project = "Fabrikam%20Fiber/"

type report struct {
	Values []struct {
		ID, Rev int
		Fields  map[string]any
	} `json:"values"`
	ContinuationToken string `json:"continuationToken"`
	IsLastBatch       bool   `json:"isLastBatch"`
}

func TestReportOfRevisions(t *testing.T) {
	snap := example()
	server := azurefake.New(azurefake.Options{}, snap)
	server.Faults.PageSize = 4
	revs, orders := map[int]int{}, map[int][]float64{}
	token, last := "", ""
	for done := false; !done; {
		got := ask[report](t, server, "POST", project+"_apis/wit/reporting/workitemrevisions?$expand=fields"+token, `{"includeIdentityRef":true}`, 200)
		for _, v := range got.Values {
			if v.Rev != revs[v.ID]+1 {
				t.Errorf("work item %d: revision %d after %d", v.ID, v.Rev, revs[v.ID])
			}
			revs[v.ID] = v.Rev
			if place, ranked := v.Fields["Microsoft.VSTS.Common.BacklogPriority"].(float64); ranked {
				orders[v.ID] = append(orders[v.ID], place)
			}
			if at := v.Fields["System.ChangedDate"].(string); at < last {
				t.Errorf("%s comes after %s", at, last)
			} else {
				last = at
			}
		}
		done = got.IsLastBatch
		token = "&continuationToken=" + got.ContinuationToken
	}
	if len(revs) != 3 {
		t.Errorf("%d work items, want 3", len(revs))
	}
	moved := orders[server.ID(snap.Items[2])]
	if len(moved) < 3 || moved[1] >= moved[0] || moved[2] <= moved[1] {
		t.Errorf("the places of what moved up, then down: %v", moved)
	}
}

func TestBatch(t *testing.T) {
	snap := example()
	server := azurefake.New(azurefake.Options{}, snap)
	story := server.ID(snap.Items[1])
	got := ask[struct {
		Value []*struct{ Fields map[string]any }
	}](t, server, "POST", "_apis/wit/workItemsBatch",
		fmt.Sprintf(`{"ids":[%d,7],"errorPolicy":"omit","fields":["System.Description","System.Parent","System.IterationPath"]}`, story), 200)
	if len(got.Value) != 2 || got.Value[1] != nil {
		t.Fatalf("%d values, want one and a null", len(got.Value))
	}
	want := "<div>As a buyer </div><div><br> </div><ul><li>within a day </li><li>&lt;safe&gt; </li></ul>"
	if got := got.Value[0].Fields["System.Description"]; got != want {
		t.Errorf("description %q, want %q", got, want)
	}
	if got, want := got.Value[0].Fields["System.Parent"], float64(server.ID(snap.Items[0])); got != want {
		t.Errorf("parent %v, want %v", got, want)
	}
	if got, want := got.Value[0].Fields["System.IterationPath"], `Fabrikam Fiber\Checkout\Sprint 2`; got != want {
		t.Errorf("iteration %v, want %v", got, want)
	}
	ask[any](t, server, "POST", "_apis/wit/workItemsBatch", `{"ids":[7]}`, 404)
	ask[any](t, server, "POST", "_apis/wit/workItemsBatch", `{"ids":[7],"fields":["System.Id"],"$expand":"all"}`, 400)
}

func TestQuery(t *testing.T) {
	snap := example()
	server := azurefake.New(azurefake.Options{}, snap)
	for where, want := range map[string]int{
		`[System.TeamProject] = @project`:                                                       3,
		`[System.AreaPath] UNDER 'Fabrikam Fiber\Checkout' AND [System.Id] > 100001`:            2,
		`[System.AreaPath] = 'Fabrikam Fiber'`:                                                  0,
		`[System.State] NOT IN ('Removed', 'Done')`:                                             2,
		`EVER [System.IterationPath] = 'Fabrikam Fiber\Checkout\Sprint 1'`:                      1,
		`NOT ([System.State] = 'Removed' OR [System.WorkItemType] = 'Epic')`:                    1,
		`[System.ChangedDate] >= '2026-03-17'`:                                                  1,
		`[System.WorkItemType] IN GROUP 'Microsoft.RequirementCategory'`:                        2,
		`[System.AssignedTo] = 'Ben' AND [System.CreatedDate] < '2026-03-01' ORDER BY [ID] asc`: 1,
	} {
		got := ask[struct{ WorkItems []any }](t, server, "POST", project+"checkout/_apis/wit/wiql", fmt.Sprintf(`{"query":"SELECT [System.Id] FROM WorkItems WHERE %s"}`, strings.ReplaceAll(where, `\`, `\\`)), 200)
		if len(got.WorkItems) != want {
			t.Errorf("%s: %d work items, want %d", where, len(got.WorkItems), want)
		}
	}
	server.Faults.QueryLimit = 2
	const all = `{"query":"SELECT [System.Id] FROM WorkItems"}`
	ask[any](t, server, "POST", "_apis/wit/wiql", all, 400)
	ask[any](t, server, "POST", "_apis/wit/wiql?$top=1", all, 200)
	ask[any](t, server, "POST", "_apis/wit/wiql", `{"query":"SELECT [System.Id] FROM WorkItems WHERE [System.ChangedDate] > '2026-03-01T10:00:00Z'"}`, 400)
	ask[any](t, server, "POST", "_apis/wit/wiql", `{"query":"SELECT [System.Id] FROM WorkItems WHERE [System.Unknown] = 1"}`, 400)
}

func TestUpdatesTellLinksApart(t *testing.T) {
	snap := example()
	server := azurefake.New(azurefake.Options{}, snap)
	got := ask[struct {
		Value []struct {
			ID, Rev   int
			Fields    map[string]map[string]any
			Relations map[string]any
		}
	}](t, server, "GET", fmt.Sprintf("_apis/wit/workItems/%d/updates", server.ID(snap.Items[1])), "", 200)
	links := 0
	for i, u := range got.Value {
		if u.ID != i+1 {
			t.Errorf("update %d has the id %d", i+1, u.ID)
		}
		if u.Relations != nil {
			links++
			if u.Rev != got.Value[i-1].Rev {
				t.Errorf("update %d changed links alone and made revision %d", u.ID, u.Rev)
			}
		}
	}
	if links != 2 {
		t.Errorf("%d updates of links, want 2", links)
	}
	if state := got.Value[len(got.Value)-2].Fields["System.State"]; state["newValue"] != "Committed" || state["oldValue"] != "New" {
		t.Errorf("the change of the state is %v", state)
	}
}
