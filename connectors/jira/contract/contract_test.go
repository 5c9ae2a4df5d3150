// Package contract holds every question that package jira asks, and every answer that
// the fake gives, against Atlassian's own OpenAPI documents. It is a package of its
// own because the library that reads those is needed nowhere else.
package contract

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

// shared gives a path in the folder of data that lies beside the repository, and
// skips the test where there is none.
func shared(t testing.TB, parts ...string) string {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		}
		if root == filepath.Dir(root) {
			t.Fatal("there is no go.mod above the test")
		}
	}
	path := filepath.Join(append([]string{root, "..", "shared", "data"}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("needs %s beside the repository, which a clone alone does not have", filepath.Join(parts...))
	}
	return path
}

// contract is the documents, with the points mended where they are known to be wrong
// about what Jira really sends.
type contract struct{ docs []*openapi3.T }

func loadContract(t testing.TB) *contract {
	t.Helper()
	openapi3.DefineStringFormatValidator("date-time", openapi3.NewCallbackValidator(func(string) error { return nil }))
	c := &contract{}
	for _, name := range []string{"platform-v3.json", "software.json"} {
		doc, err := openapi3.NewLoader().LoadFromFile(shared(t, "jira", "openapi", name))
		if err != nil {
			t.Fatal(err)
		}
		c.docs = append(c.docs, doc)
	}
	platform, software := c.docs[0], c.docs[1]
	for _, word := range []string{"from", "fromString", "to", "toString"} {
		platform.Components.Schemas["ChangeDetails"].Value.Properties[word].Value.Nullable = true
	}
	log := platform.Components.Schemas["Changelog"].Value
	log.Properties["created"] = openapi3.NewSchemaRef("", openapi3.NewSchema())
	for _, name := range []string{"FieldDetails", "IssueTypeDetails"} {
		platform.Components.Schemas[name].Value.WithProperty("untranslatedName", openapi3.NewStringSchema())
	}
	for _, doc := range c.docs {
		// An empty field is null.
		doc.Components.Schemas["IssueBean"].Value.Properties["fields"].Value.AdditionalProperties.Schema.Value.Nullable = true
		for _, item := range doc.Paths.Map() {
			for _, op := range item.Operations() {
				mendFields(op)
			}
		}
	}
	mendLocation(software)
	return c
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

// find gives the operation that a request is for. Version 2 of the platform is held
// against its twin of version 3.
func (c *contract) find(r *http.Request) (*openapi3filter.RequestValidationInput, bool) {
	path := strings.Replace(r.URL.Path, "/rest/api/2/", "/rest/api/3/", 1)
	asked := strings.Split(path, "/")
	for _, doc := range c.docs {
		for pattern, item := range doc.Paths.Map() {
			parts, params := strings.Split(pattern, "/"), map[string]string{}
			if len(parts) != len(asked) || item.GetOperation(r.Method) == nil {
				continue
			}
			match := true
			for i, part := range parts {
				if strings.HasPrefix(part, "{") {
					params[strings.Trim(part, "{}")] = asked[i]
				} else if part != asked[i] {
					match = false
				}
			}
			if !match || strings.HasSuffix(path, "/search") && strings.Contains(pattern, "{") {
				continue
			}
			op := item.GetOperation(r.Method)
			return &openapi3filter.RequestValidationInput{Request: r, PathParams: params, QueryParams: r.URL.Query(),
				Route:   &routers.Route{Spec: doc, Path: pattern, PathItem: item, Method: r.Method, Operation: op},
				Options: &openapi3filter.Options{AuthenticationFunc: openapi3filter.NoopAuthenticationFunc}}, true
		}
	}
	return nil, false
}

// checked is a transport that holds what passes through it against the contract.
type checked struct {
	t        *testing.T
	next     http.RoundTripper
	contract *contract
	answers  bool // the answers too

	mu    sync.Mutex // the connector asks several things at once
	asked map[string]int
}

func (c *checked) RoundTrip(r *http.Request) (*http.Response, error) {
	input, ok := c.contract.find(r)
	if !ok {
		c.t.Errorf("%s %s is in no document", r.Method, r.URL.Path)
		return c.next.RoundTrip(r)
	}
	c.mu.Lock()
	c.asked[r.Method+" "+input.Route.Path]++
	c.mu.Unlock()
	for name := range r.URL.Query() {
		if input.Route.Operation.Parameters.GetByInAndName("query", name) == nil {
			c.t.Errorf("%s %s: the parameter %s is not documented", r.Method, r.URL.Path, name)
		}
	}
	if err := openapi3filter.ValidateRequest(r.Context(), input); err != nil {
		c.t.Errorf("%s %s: %v", r.Method, r.URL, err)
	}
	answer, err := c.next.RoundTrip(r)
	if err != nil || !c.answers || answer.StatusCode != http.StatusOK {
		return answer, err
	}
	body, err := io.ReadAll(answer.Body)
	answer.Body = io.NopCloser(bytes.NewReader(body))
	out := &openapi3filter.ResponseValidationInput{RequestValidationInput: input, Status: answer.StatusCode,
		Header: http.Header{"Content-Type": {"application/json"}}, Options: input.Options}
	out.SetBodyBytes(body)
	if wrong := openapi3filter.ValidateResponse(r.Context(), out); wrong != nil {
		c.t.Errorf("answer to %s %s: %.1000v", r.Method, r.URL.Path, wrong)
	}
	return answer, err
}

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
	r.Link(done, backlog.SplitFrom, r.Item("PAY-3"))
	return r.Snapshot(at.AddDate(0, 0, 5))
}

func TestQuestionsAndAnswersAsDocumented(t *testing.T) {
	contract := loadContract(t)
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
			through := &checked{t: t, next: server.Transport(), contract: contract, answers: true, asked: map[string]int{}}
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
			if len(through.asked) < 14 {
				t.Errorf("only these operations were asked for: %v", through.asked)
			}
		})
	}
}
