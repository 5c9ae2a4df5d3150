// Package contract_test holds every question that package jira asks, and every answer
// that the fake gives, against Atlassian's own OpenAPI documents.
package contract_test

import (
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/internal/beside"
	"github.com/rolehealth/rolehealth/internal/contract"
)

// documents reads them, with the points mended where they are known to be wrong about
// what Jira really sends.
func documents(t testing.TB) (docs []*openapi3.T) {
	t.Helper()
	openapi3.DefineStringFormatValidator("date-time", openapi3.NewCallbackValidator(func(string) error { return nil }))
	for _, name := range []string{"platform-v3.json", "software.json"} {
		doc, err := openapi3.NewLoader().LoadFromFile(beside.Data(t, "jira", "openapi", name))
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	platform, software := docs[0], docs[1]
	for _, word := range []string{"from", "fromString", "to", "toString"} {
		platform.Components.Schemas["ChangeDetails"].Value.Properties[word].Value.Nullable = true
	}
	log := platform.Components.Schemas["Changelog"].Value
	log.Properties["created"] = openapi3.NewSchemaRef("", openapi3.NewSchema())
	for _, name := range []string{"FieldDetails", "IssueTypeDetails"} {
		platform.Components.Schemas[name].Value.WithProperty("untranslatedName", openapi3.NewStringSchema())
	}
	for _, doc := range docs {
		// An empty field is null.
		doc.Components.Schemas["IssueBean"].Value.Properties["fields"].Value.AdditionalProperties.Schema.Value.Nullable = true
		for _, item := range doc.Paths.Map() {
			for _, op := range item.Operations() {
				mendFields(op)
			}
		}
	}
	mendLocation(software)
	return docs
}

// mendFields makes the items of "fields" the texts that they are.
func mendFields(op *openapi3.Operation) {
	for _, p := range op.Parameters {
		if p.Value.Name == "fields" && p.Value.Schema.Value.Items != nil {
			p.Value.Schema.Value.Items = openapi3.NewSchemaRef("", openapi3.NewStringSchema())
		}
	}
}

func mendLocation(doc *openapi3.T) {
	op := doc.Paths.Value("/rest/agile/1.0/board/{boardId}/configuration").Get
	location := op.Responses.Value("200").Value.Content["application/json"].Schema.Value.Properties["location"].Value
	for _, name := range []string{"id", "key", "name", "self"} {
		location.WithProperty(name, openapi3.NewStringSchema())
	}
}

// twin is the path of version 3 of the platform, which alone is documented.
func twin(path string) string { return strings.Replace(path, "/rest/api/2/", "/rest/api/3/", 1) }

// team is a short history that makes the connector ask everything it can.
func team() *backlog.Snapshot {
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	r := scenario.NewRecorder(backlog.Team{Name: "Checkout"}, backlog.Scrum, nil)
	ada, ben := r.Person("acc-ada", "Ada"), r.Person("acc-ben", "Ben")
	sprint := r.Sprint(backlog.Sprint{Name: "Sprint 1", Goal: "Refunds work", Start: at, End: at.AddDate(0, 0, 11)})
	epic := r.Create(at.AddDate(0, 0, -9), ada, "PAY-1", backlog.State{Type: scenario.Epic})
	for _, key := range []string{"PAY-2", "PAY-3", "PAY-4", "PAY-5", "PAY-6"} {
		it := r.Create(at.AddDate(0, 0, -8), ada, key, backlog.State{Parent: epic, Estimate: 3, Labels: []string{"web"}, Customers: []string{"Big Shop"},
			Priority: &backlog.Priority{ID: "2", Name: "High"}, Text: &backlog.Text{Title: "Refund", Description: "Money back"}})
		r.Rank(at.AddDate(0, 0, -7), ada, it, 1, 0)
		for i := range 25 {
			r.Comment(at.AddDate(0, 0, -6).Add(time.Duration(i)*time.Minute), ben, it, "When?", ada)
		}
	}
	done := r.Item("PAY-2")
	r.Join(at.AddDate(0, 0, -1), ada, done, sprint)
	r.Start(at.AddDate(0, 0, 1), ben, done)
	r.End(at.AddDate(0, 0, 2), ben, done, backlog.Delivered)
	r.Link(at.AddDate(0, 0, 2), done, backlog.SplitFrom, r.Item("PAY-3"))
	return r.Snapshot(at.AddDate(0, 0, 5))
}

func TestQuestionsAndAnswersAsDocumented(t *testing.T) {
	docs := documents(t)
	snap := team()
	for name, faults := range map[string]jirafake.Faults{
		"all there":    {},
		"small pages":  {PageSize: 3},
		"the old ways": {Absent: []string{"bulkfetch", "rest/software"}},
		"no backlog":   {Absent: []string{"/backlog"}},
	} {
		t.Run(name, func(t *testing.T) {
			server := jirafake.New(snap)
			server.Faults = faults
			through := &contract.Transport{T: t, Next: server.Transport(), Docs: docs, Path: twin, Answers: true}
			c, err := jira.New(jira.Options{URL: "https://example.atlassian.net", User: "coach@example.com", Token: "secret",
				Transport: through, Now: func() time.Time { return snap.TakenAt }})
			if err != nil {
				t.Fatal(err)
			}
			for _, board := range []string{"1", "Checkout"} {
				for _, err := range c.Pull(t.Context(), connectors.Source{Name: "Checkout", Board: board, History: 400 * 24 * time.Hour}, nil) {
					if err != nil {
						t.Fatal(err)
					}
				}
			}
			if asked := through.Asked(); len(asked) < 14 {
				t.Errorf("only these operations were asked for: %v", asked)
			}
		})
	}
}
