package azure

// These tests put what Microsoft's service really answered, and its own examples, before
// the connector. They need data that a clone alone does not have.

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/goccy/go-yaml"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/internal/beside"
)

// served is a connector whose every question gets the same answer; the list of endpoints
// is the recorded one.
func served(t *testing.T, status int, kind, body string) *Connector {
	t.Helper()
	locations, err := os.ReadFile(beside.Data(t, "azure", "recorded", "options-locations.json"))
	if err != nil {
		t.Fatal(err)
	}
	return replayed(t, func(r *http.Request) (int, string, string) {
		if r.Method == http.MethodOptions {
			return http.StatusOK, "application/json", string(locations)
		}
		return status, kind, body
	})
}

type answering func(*http.Request) (status int, kind, body string)

func (a answering) RoundTrip(r *http.Request) (*http.Response, error) {
	status, kind, body := a(r)
	return &http.Response{StatusCode: status, Header: http.Header{"Content-Type": {kind}}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
}

func replayed(t *testing.T, by answering) *Connector {
	t.Helper()
	host := regexp.MustCompile(`\W`).ReplaceAllString(t.Name(), "-")
	c, err := New(Options{URL: "https://" + strings.ToLower(host) + ".example/example-org", Token: "token", Transport: by})
	if err != nil {
		t.Fatal(err)
	}
	c.Hurry()
	return c
}

// example is the body of one of Microsoft's HTTP examples.
func example(t *testing.T, file string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var said struct {
		Responses map[string]struct {
			Body jsontext.Value `json:"body"`
		} `json:"responses"`
	}
	if err := unmarshal(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")), &said); err != nil {
		t.Fatal(err)
	}
	return string(said.Responses["200"].Body)
}

// Every example of a call that is made is understood, and says something.
func TestExamples(t *testing.T) {
	fields := discover(nil, backlogConfiguration{}, connectors.Fields{})
	for pattern, read := range map[string]func(*Connector) (int, error){
		"wit/workItemRevisions/*.json": func(c *Connector) (int, error) {
			n := 0
			page := &revisionPage{fields: &fields, people: people{}, take: func(id, rev int, given *values) {
				if given[titleField] != nil {
					n++
				}
			}}
			err := c.ask(context.Background(), question{endpoint: revisionsEndpoint}, page)
			if page.following() == "" {
				return 0, err
			}
			return n, err
		},
		"wit/workItemLinks/*.json": func(c *Connector) (int, error) {
			page := &linkPage{}
			err := c.ask(context.Background(), question{endpoint: linksEndpoint}, page)
			n := 0
			for _, l := range page.links {
				if l.Source > 0 && l.Target > 0 && !l.At.IsZero() && l.Active && forward(l.Rel) == toChild {
					n++
				}
			}
			return n, err
		},
		"wit/updates/GET__list*.json": func(c *Connector) (int, error) {
			p := &pull{Connector: c, fields: fields, people: people{}}
			d, err := p.history(context.Background(), 1)
			if d == nil {
				return 0, err
			}
			return d.last, err
		},
		"wit/workItemsBatch/*.json": func(c *Connector) (int, error) {
			p := &pull{Connector: c}
			came, err := p.batch(context.Background(), []int{297, 299, 300}, nil)
			return len(came), err
		},
		"wit/comments/GET__wit_workitems__issueId__comments_[123].json": said,
		"wit/comments/GET__wit_workitems__taskId__comments_2*.json":     said,
		"wit/fields/GET__wit_fields.json":                               listOf[listed](fieldsEndpoint),
		"wit/workItemTypeStates/*.json":                                 listOf[state](statesEndpoint),
		"core/teams/GET__projects__projectId__teams.json":               listOf[named](teamsEndpoint),
		"work/columns/GET*.json":                                        listOf[column](boardColumnEndpoint),
		"work/iterations/*timeframe*.json":                              listOf[iteration](iterationsEndpoint),
		"wit/workItemTypeCategories/*categoryName*.json": func(c *Connector) (int, error) {
			var came category
			err := c.ask(context.Background(), question{endpoint: categoriesEndpoint}, &came)
			return len(came.Types), err
		},
		"work/teamFieldValues/GET*.json": func(c *Connector) (int, error) {
			var came teamAreas
			err := c.ask(context.Background(), question{endpoint: areasEndpoint}, &came)
			return len(came.Values), err
		},
		"work/backlogConfiguration/*.json": func(c *Connector) (int, error) {
			var came backlogConfiguration
			err := c.ask(context.Background(), question{endpoint: backlogEndpoint}, &came)
			a := about{Backlog: came}
			if len(a.boardTypes()) < 5 || len(a.meaning().done("User Story")) == 0 || came.Fields.TypeFields["Order"] == "" {
				return 0, err
			}
			return len(a.levels()), err
		},
		"wit/wiql/GET__wit_get_id*.json": func(c *Connector) (int, error) {
			var came found
			err := c.ask(context.Background(), question{endpoint: wiqlEndpoint}, &came)
			return len(came.WorkItems), err
		},
	} {
		files, err := filepath.Glob(filepath.Join(beside.Data(t, "azure", "examples"), pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("there is no example %s: %v", pattern, err)
		}
		for _, file := range files {
			t.Run(filepath.Base(file), func(t *testing.T) {
				if n, err := read(served(t, 200, "application/json", example(t, file))); n == 0 || err != nil {
					t.Errorf("%d things are read: %v", n, err)
				}
			})
		}
	}
}

func listOf[T any](of endpoint) func(*Connector) (int, error) {
	return func(c *Connector) (int, error) {
		var came list[T]
		err := c.ask(context.Background(), question{endpoint: of}, &came)
		return len(came.all()), err
	}
}

// said reads comments. The examples lead on from page to page, which are all the same.
func said(c *Connector) (int, error) {
	p := &pull{Connector: c, about: about{PulledAt: time.Now()}}
	raw, _, err := p.comments(context.Background(), 299, "Fabrikam")
	var all []comment
	if err == nil {
		err = unmarshal(raw, &all)
	}
	for _, one := range all {
		if one.ID == 0 || one.Text == "" || one.At.IsZero() || one.By.ID == "" {
			return 0, errors.New("a comment lacks its id, text, time or author")
		}
	}
	return len(all), err
}

// recording is what the cassettes hold of one exchange.
type recording struct {
	Request struct {
		Method string
		URI    string
	}
	Response struct {
		Body struct {
			String string
		}
		Headers map[string][]string
		Status  struct {
			Code int
		}
	}
}

// cassette reads recorded exchanges. Their headers were cut with no regard for YAML.
func cassette(t *testing.T, name string) []recording {
	t.Helper()
	raw, err := os.ReadFile(beside.Data(t, "azure", "recorded", name))
	if err != nil {
		t.Fatal(err)
	}
	raw = regexp.MustCompile(`(?m)^ +STA UNI .*\n`).ReplaceAll(raw, nil)
	var tape struct{ Interactions []recording }
	if err := yaml.Unmarshal(raw, &tape); err != nil {
		t.Fatal(err)
	}
	return tape.Interactions
}

// What was recorded is understood as what it is.
func TestRecorded(t *testing.T) {
	met := map[string]int{}
	for _, name := range []string{"az-cli-boards_areas.yaml", "az-cli-boards_iterations.yaml", "az-cli-boards_releations_create_remove.yaml", "az-cli-workItemCreateShowUpdateDelete.yaml", "az-cli-devops_team_createUpdateShowListDeleteListMember.yaml"} {
		for _, r := range cassette(t, name) {
			kind := ""
			if kinds := r.Response.Headers["content-type"]; len(kinds) > 0 {
				kind = kinds[0]
			}
			c := served(t, r.Response.Status.Code, kind, r.Response.Body.String)
			ask := func(of endpoint, into any) error { return c.ask(t.Context(), question{endpoint: of}, into) }
			path, _, _ := strings.Cut(strings.ToLower(r.Request.URI), "?")
			switch {
			case r.Response.Status.Code >= 400:
				err := failed(ask(wiqlEndpoint, &found{}), "asking")
				failure, ok := errors.AsType[*connectors.Error](err)
				if !ok || failure.Hint == "" || !strings.Contains(failure.Err.Error(), "TF") && r.Response.Status.Code == 503 {
					t.Errorf("%s %s: %d is understood as %v", r.Request.Method, path, r.Response.Status.Code, err)
				}
				met["refusals"]++
			case r.Request.Method == "GET" && strings.HasSuffix(path, "/teamfieldvalues"):
				var came teamAreas
				if err := ask(areasEndpoint, &came); err != nil || came.Default != "" && !came.Values[0].holds(came.Values[0].Path) {
					t.Errorf("%s: %+v, %v", path, came, err)
				}
				met["areas"] += len(came.Values)
			case r.Request.Method == "GET" && strings.HasSuffix(path, "/teamsettings/iterations"):
				var came list[iteration]
				if err := ask(iterationsEndpoint, &came); err != nil {
					t.Errorf("%s: %v", path, err)
				}
				for _, i := range came.all() {
					if i.ID == "" || i.Path == "" || !i.Attributes.Start.IsZero() {
						t.Errorf("%s: %+v, want one without dates", path, i)
					}
				}
				met["iterations"] += len(came.all())
			case r.Request.Method == "GET" && strings.HasSuffix(path, "/classificationnodes/iterations"):
				var root node
				if err := ask(nodesEndpoint, &root); err != nil || len(flat(nil, root)) != 1+len(flat(nil, node{Children: root.Children})) {
					t.Errorf("%s: %+v, %v", path, root, err)
				}
				met["nodes"] += len(flat(nil, root))
			case strings.HasSuffix(path, "/wiql"):
				var came found
				if err := ask(wiqlEndpoint, &came); err != nil || len(came.WorkItems) == 0 {
					t.Errorf("%s: %+v, %v", path, came, err)
				}
				met["queries"]++
			}
		}
	}
	for what, least := range map[string]int{"refusals": 6, "areas": 5, "iterations": 3, "nodes": 8, "queries": 2} {
		if met[what] < least {
			t.Errorf("%d %s were met, want at least %d", met[what], what, least)
		}
	}
}

// Every endpoint is where the live service has it.
func TestLocations(t *testing.T) {
	raw, err := os.ReadFile(beside.Data(t, "azure", "recorded", "options-locations.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []endpoint{wiqlEndpoint, batchEndpoint, updatesEndpoint, revisionsEndpoint, linksEndpoint, commentsEndpoint, fieldsEndpoint, statesEndpoint,
		categoriesEndpoint, nodesEndpoint, teamsEndpoint, areasEndpoint, iterationsEndpoint, backlogEndpoint, boardColumnEndpoint} {
		if !bytes.Contains(raw, []byte(e.id)) {
			t.Errorf("the live service has no %s at %s", e.name, e.id)
		}
	}
}
