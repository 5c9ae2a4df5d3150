package contract_test

// These tests ask the fake for everything it knows, and hold its answers against
// Microsoft's documents, its examples and what was recorded.

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/internal/contract"
)

// team is a short history that fills every kind of answer.
func team() *backlog.Snapshot {
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	r := scenario.NewRecorder(backlog.Team{Name: "Checkout Team"}, backlog.Scrum, nil)
	ada, ben := r.Person("acc-ada", "Ada"), r.Person("acc-ben", "Ben")
	ben.Mail = "ben@example.com"
	sprint := r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: at, End: at.AddDate(0, 0, 11)})
	r.Sprint(backlog.Sprint{Name: "Someday"})
	epic := r.Create(at.AddDate(0, 0, -9), ada, "PAY-1", backlog.State{Type: scenario.Epic, Text: &backlog.Text{Title: "Refunds"}})
	for _, key := range []string{"PAY-2", "PAY-3", "PAY-4"} {
		it := r.Create(at.AddDate(0, 0, -8), ada, key, backlog.State{Estimate: 3, Labels: []string{"web"}, Customers: []string{"Big Shop"},
			Priority: &backlog.Priority{ID: "2", Name: "High", Rank: 1}, Text: &backlog.Text{Title: "Refund", Description: "Money back", Criteria: "- soon"}})
		r.Change(at.AddDate(0, 0, -7), ada, it, backlog.ParentField, func(s *backlog.State) { s.Parent = epic })
		r.Rank(at.AddDate(0, 0, -6), ada, it, 1, 0)
		r.Comment(at.AddDate(0, 0, -5), ben, it, "When?", ada)
	}
	r.Join(at.AddDate(0, 0, -1), ada, r.Item("PAY-2"), sprint)
	r.Start(at.AddDate(0, 0, 1), ben, r.Item("PAY-2"))
	r.End(at.AddDate(0, 0, 2), ben, r.Item("PAY-2"), backlog.Delivered)
	r.Link(at.AddDate(0, 0, 2), r.Item("PAY-2"), backlog.Blocks, r.Item("PAY-3"))
	return r.Snapshot(at.AddDate(0, 0, 5))
}

// ask asks for one thing below the organisation, and decodes the answer.
func ask(t *testing.T, through http.RoundTripper, method, path, body string) any {
	t.Helper()
	r, err := http.NewRequest(method, "https://dev.azure.com/example-org/"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept", "application/json;api-version=7.1-preview")
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	answer, err := through.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	raw, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s %s: status %d, %v: %s", method, path, answer.StatusCode, err, raw)
	}
	var out any
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	return out
}

const (
	project = "Fabrikam%20Fiber/"
	ofTeam  = project + "Checkout%20Team/"
)

func TestTheFakeAnswersAsDocumented(t *testing.T) {
	snap := team()
	fake := azurefake.New(azurefake.Options{}, snap)
	through := &contract.Transport{T: t, Next: fake.Transport(), Docs: documents(t), Path: complete, Fold: true, Answers: true}
	id := fake.ID(snap.Items[1])
	for _, q := range [][3]string{
		{"GET", "_apis/projects", ""},
		{"GET", "_apis/projects/Fabrikam%20Fiber", ""},
		{"GET", "_apis/projects/Fabrikam%20Fiber/teams", ""},
		{"GET", "_apis/projects/Fabrikam%20Fiber/teams/Checkout%20Team", ""},
		{"GET", "_apis/projects/Fabrikam%20Fiber/teams/Checkout%20Team/members", ""},
		{"GET", ofTeam + "_apis/work/teamsettings", ""},
		{"GET", ofTeam + "_apis/work/teamsettings/teamfieldvalues", ""},
		{"GET", ofTeam + "_apis/work/teamsettings/iterations", ""},
		{"GET", ofTeam + "_apis/work/backlogconfiguration", ""},
		{"GET", ofTeam + "_apis/work/backlogs", ""},
		{"GET", ofTeam + "_apis/work/backlogs/Microsoft.RequirementCategory", ""},
		{"GET", ofTeam + "_apis/work/backlogs/Microsoft.RequirementCategory/workItems", ""},
		{"GET", ofTeam + "_apis/work/boards", ""},
		{"GET", ofTeam + "_apis/work/boards/Backlog%20items", ""},
		{"GET", ofTeam + "_apis/work/boards/Backlog%20items/columns", ""},
		{"POST", ofTeam + "_apis/wit/wiql?timePrecision=true&$top=100", `{"query":"SELECT [System.Id] FROM WorkItems"}`},
		{"POST", project + "_apis/wit/workitemsbatch", fmt.Sprintf(`{"ids":[%d,5],"errorPolicy":"omit"}`, id)},
		{"POST", project + "_apis/wit/workitemsbatch", fmt.Sprintf(`{"ids":[%d],"$expand":"relations"}`, id)},
		{"GET", fmt.Sprintf("%s_apis/wit/workitems/%d", project, id), ""},
		{"GET", fmt.Sprintf("%s_apis/wit/workItems/%d/updates", project, id), ""},
		{"GET", fmt.Sprintf("%s_apis/wit/workItems/%d/revisions", project, id), ""},
		{"GET", fmt.Sprintf("%s_apis/wit/workItems/%d/comments", project, id), ""},
		{"GET", project + "_apis/wit/reporting/workitemrevisions?$maxPageSize=3&includeIdentityRef=true", ""},
		{"POST", project + "_apis/wit/reporting/workitemrevisions?$expand=fields", `{"includeIdentityRef":true,"includeDeleted":true}`},
		{"GET", project + "_apis/wit/reporting/workitemlinks", ""},
		{"GET", project + "_apis/wit/recyclebin", ""},
		{"GET", project + "_apis/wit/fields", ""},
		{"GET", project + "_apis/wit/workitemtypes", ""},
		{"GET", project + "_apis/wit/workitemtypes/Bug", ""},
		{"GET", project + "_apis/wit/workitemtypes/Bug/states", ""},
		{"GET", project + "_apis/wit/workitemtypes/Bug/fields", ""},
		{"GET", project + "_apis/wit/workitemtypecategories", ""},
		{"GET", project + "_apis/wit/classificationnodes?$depth=3", ""},
	} {
		ask(t, through, q[0], q[1], q[2])
	}
	if n := len(through.Asked()); n < 30 {
		t.Errorf("only %d operations were asked for", n)
	}
}

func TestTheFakeHasTheRecordedLocations(t *testing.T) {
	var recorded struct{ Value []map[string]any }
	if err := json.Unmarshal(read(t, "recorded", "options-locations.json"), &recorded); err != nil {
		t.Fatal(err)
	}
	byID := map[string]map[string]any{}
	for _, l := range recorded.Value {
		byID[l["id"].(string)] = l
	}
	told := ask(t, azurefake.New(azurefake.Options{}, team()).Transport(), "OPTIONS", "_apis", "").(map[string]any)["value"].([]any)
	if len(told) < 25 {
		t.Errorf("only %d locations", len(told))
	}
	for _, l := range told {
		got := l.(map[string]any)
		if diff := cmp.Diff(byID[got["id"].(string)], got); diff != "" {
			t.Errorf("location %s differs (-recorded +got):\n%s", got["id"], diff)
		}
	}
}

// shapes names the kinds of values at every path of an answer.
func shapes(v any, path string, into map[string]string) {
	switch v := v.(type) {
	case map[string]any:
		into[path] = "object"
		for _, name := range slices.Sorted(maps.Keys(v)) {
			shapes(v[name], path+"."+name, into)
		}
	case []any:
		into[path] = "list"
		for _, one := range v {
			shapes(one, path+"[]", into)
		}
	case nil:
	default:
		into[path] = fmt.Sprintf("%T", v)
	}
}

func TestTheFakeAnswersInTheShapesOfTheExamples(t *testing.T) {
	snap := team()
	fake := azurefake.New(azurefake.Options{}, snap)
	id := fake.ID(snap.Items[1])
	for _, c := range []struct {
		example, method, path, body string
		must                        []string // paths that readers live on
	}{
		{"wit/workItemRevisions/GET__wit_reporting_workItemRevisions.json", "GET", project + "_apis/wit/reporting/workitemrevisions", "",
			[]string{".values", ".values[].id", ".values[].rev", ".values[].fields", ".nextLink", ".isLastBatch", ".values[].fields.System.ChangedBy"}},
		{"wit/workItemLinks/GET__wit_reporting_workItemLinks_50.json", "GET", project + "_apis/wit/reporting/workitemlinks", "", []string{".values[].rel", ".nextLink", ".isLastBatch"}},
		{"wit/workItemsBatch/POST__wit_WorkItemsBatch_ids-_ids__fields-_columns_.json", "POST", project + "_apis/wit/workitemsbatch", fmt.Sprintf(`{"ids":[%d]}`, id),
			[]string{".count", ".value[].id", ".value[].rev", ".value[].fields", ".value[].url"}},
		{"wit/workItems/GET__wit_WorkItems_ids-_ids___expand-all.json", "POST", project + "_apis/wit/workitemsbatch", fmt.Sprintf(`{"ids":[%d],"$expand":"all"}`, id),
			[]string{".value[].relations[].rel", ".value[].relations[].url", ".value[].fields.System.CreatedBy.uniqueName", ".value[].fields.System.IterationId"}},
		{"wit/updates/GET__list_of_workitem_updates.json", "GET", fmt.Sprintf("%s_apis/wit/workItems/%d/updates", project, id), "",
			[]string{".value[].id", ".value[].rev", ".value[].revisedDate", ".value[].revisedBy.id", ".value[].fields.System.State.newValue", ".value[].relations.added[].rel"}},
		{"wit/comments/GET__wit_workitems__issueId__comments_1.json", "GET", fmt.Sprintf("%s_apis/wit/workItems/%d/comments", project, id), "",
			[]string{".totalCount", ".count", ".comments[].text", ".comments[].createdBy.id", ".comments[].createdDate"}},
		{"wit/wiql/GET__wit_get_id_workitems.json", "POST", ofTeam + "_apis/wit/wiql", `{"query":"SELECT [System.Id] FROM WorkItems"}`, []string{".queryType", ".workItems[].id", ".asOf"}},
		{"work/backlogConfiguration/GET__work_backlogconfiguration.json", "GET", ofTeam + "_apis/work/backlogconfiguration", "",
			[]string{".backlogFields.typeFields.Order", ".requirementBacklog.workItemTypes[].name", ".workItemTypeMappedStates[].states", ".portfolioBacklogs[].workItemTypes[].name", ".bugsBehavior"}},
		{"work/backlogs/GET__work_backlogs_backlogItems_byBacklogId.json", "GET", ofTeam + "_apis/work/backlogs/Microsoft.RequirementCategory/workItems", "", []string{".workItems[].target.id"}},
		{"work/columns/GET__work_boards__boardId__columns.json", "GET", ofTeam + "_apis/work/boards/Backlog%20items/columns", "", []string{".value[].name", ".value[].columnType", ".value[].stateMappings"}},
		{"work/teamsettings/GET__work_teamsettings.json", "GET", ofTeam + "_apis/work/teamsettings", "", []string{".backlogIteration.id", ".bugsBehavior", ".workingDays"}},
		{"work/teamFieldValues/GET__work_teamsettings_teamfieldvalues.json", "GET", ofTeam + "_apis/work/teamsettings/teamfieldvalues", "", []string{".field.referenceName", ".values[].value", ".values[].includeChildren"}},
		{"core/teams/GET__projects__projectId__teams.json", "GET", "_apis/projects/Fabrikam%20Fiber/teams", "", []string{".value[].id", ".value[].name"}},
		{"core/members/GET__projects__projectId__teams__teamId__members4.1_.json", "GET", "_apis/projects/Fabrikam%20Fiber/teams/Checkout%20Team/members", "", []string{".value[].identity.id", ".value[].identity.uniqueName"}},
		{"wit/workItemTypeStates/GET__workitem_type_states.json", "GET", project + "_apis/wit/workitemtypes/Bug/states", "", []string{".value[].name", ".value[].category"}},
	} {
		t.Run(c.example, func(t *testing.T) {
			var example struct{ Responses map[string]struct{ Body any } }
			if err := json.Unmarshal(read(t, "examples", c.example), &example); err != nil {
				t.Fatal(err)
			}
			want, got := map[string]string{}, map[string]string{}
			shapes(example.Responses["200"].Body, "", want)
			shapes(ask(t, fake.Transport(), c.method, c.path, c.body), "", got)
			for path, kind := range got {
				if want[path] != "" && want[path] != kind && !strings.HasSuffix(path, "AssignedTo") { // a text too, in one example
					t.Errorf("%s is a %s, and a %s in the example", path, kind, want[path])
				}
			}
			for _, path := range c.must {
				if want[path] == "" || got[path] == "" {
					t.Errorf("%s is %q in the example and %q in the answer", path, want[path], got[path])
				}
			}
		})
	}
}
