package azure_test

// These tests hold that what did not come is not taken for nothing, and that no later pull
// takes it for held.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

// instead answers questions whose address holds the word, and leaves the others to the server.
func instead(server http.RoundTripper, word string, answer func(*http.Request) (status int, body string)) http.RoundTripper {
	return roundTrip(func(r *http.Request) (*http.Response, error) {
		if r.Method == http.MethodOptions || !strings.Contains(strings.ToLower(r.URL.Path), word) {
			return server.RoundTrip(r)
		}
		status, body := answer(r)
		if status == 0 {
			return server.RoundTrip(r)
		}
		return &http.Response{StatusCode: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
	})
}

func TestAnswersWithoutTheirList(t *testing.T) {
	for _, part := range []string{"teamfieldvalues", "teamsettings/iterations", "backlogconfiguration", "wit/wiql", "wit/fields", "/states", "/columns", "workitemtypecategories", "classificationnodes", "workitemrevisions", "workitemlinks"} {
		for _, body := range []string{`{}`, `null`, `{"value":null}`, `{"isLastBatch":true,"continuationToken":"7;7;7"}`} {
			t.Run(part+" "+body, func(t *testing.T) {
				server := azurefake.New(azurefake.Options{EpicsAbove: true}, few(t)).Transport()
				failure := refusal(t, instead(server, part, func(*http.Request) (int, string) { return http.StatusOK, body }), source("Checkout"))
				if failure.Kind != connectors.ErrAnswer {
					t.Errorf("got %v, want a strange answer", failure)
				}
			})
		}
	}
}

// warned reports whether a pull into held warns so.
func warned(t *testing.T, held pulls.Store, server http.RoundTripper, word string) bool {
	t.Helper()
	team := source("Checkout")
	c := connect(t, server, demo(t, "Checkout").PulledAt)
	if _, err := held.Take(t.Context(), c, team, "item"); err != nil {
		t.Fatal(err)
	}
	return strings.Contains(strings.Join(reread(t, held, c, team).Coverage.Warnings, "\n"), word)
}

// edited lets the server answer and changes what comes of addresses that hold the word.
func edited(server http.RoundTripper, word string, edit func(r *http.Request, answer map[string]any)) http.RoundTripper {
	return roundTrip(func(r *http.Request) (*http.Response, error) {
		answer, err := server.RoundTrip(r)
		if err != nil || r.Method == http.MethodOptions || answer.StatusCode != http.StatusOK || !strings.Contains(strings.ToLower(r.URL.Path), word) {
			return answer, err
		}
		var all map[string]any
		if err := json.NewDecoder(answer.Body).Decode(&all); err != nil {
			return nil, err
		}
		edit(r, all)
		body, err := json.Marshal(all)
		answer.Body, answer.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		return answer, err
	})
}

// lackingSecond leaves second revisions out of a list.
func lackingSecond(answer map[string]any, list string) {
	all, _ := answer[list].([]any)
	answer[list] = slices.DeleteFunc(all, func(one any) bool { return one.(map[string]any)["rev"] == 2.0 })
}

func TestHistoriesInShortPages(t *testing.T) {
	small := few(t)
	server := azurefake.New(azurefake.Options{}, small)
	server.Faults.Absent = []string{"workitemrevisions"}
	want := read(t, connect(t, server.Transport(), small.PulledAt), source("Checkout"))
	short := roundTrip(func(r *http.Request) (*http.Response, error) {
		if q := r.URL.Query(); q.Has("$skip") {
			q.Set("$top", "2")
			r.URL.RawQuery = q.Encode()
		}
		return server.Transport().RoundTrip(r)
	})
	if got := read(t, connect(t, short, small.PulledAt), source("Checkout")); got.Coverage.Changes != want.Coverage.Changes {
		t.Errorf("%d changes came in short pages, want %d", got.Coverage.Changes, want.Coverage.Changes)
	}
}

func TestHistoriesThatDoNotEnd(t *testing.T) {
	server := azurefake.New(azurefake.Options{}, few(t))
	server.Faults.Absent = []string{"workitemrevisions"}
	first := roundTrip(func(r *http.Request) (*http.Response, error) {
		q := r.URL.Query()
		q.Del("$skip")
		r.URL.RawQuery = q.Encode()
		return server.Transport().RoundTrip(r)
	})
	again := edited(first, "/updates", func(_ *http.Request, answer map[string]any) {
		one := answer["value"].([]any)[0].(map[string]any)
		one["revisedDate"] = "2026-01-01T00:00:00Z"
		all := []any{}
		for range 200 {
			all = append(all, one)
		}
		answer["value"] = all
	})
	if !warned(t, pulls.Store{}, again, "histories did not come whole") {
		t.Error("nobody says that the rest lacks")
	}
}

// Of a history that lacks a revision, every pull says so until it comes.
func TestHistoryWithAGap(t *testing.T) {
	const lack = "histories did not come whole"
	for name, broken := range map[string]func(*azurefake.Server) http.RoundTripper{
		"updates": func(server *azurefake.Server) http.RoundTripper {
			server.Faults.Absent = []string{"workitemrevisions"}
			return edited(server.Transport(), "/updates", func(_ *http.Request, answer map[string]any) { lackingSecond(answer, "value") })
		},
		"report": func(server *azurefake.Server) http.RoundTripper {
			report := edited(server.Transport(), "workitemrevisions", func(_ *http.Request, answer map[string]any) { lackingSecond(answer, "values") })
			return instead(report, "/updates", func(*http.Request) (int, string) { return http.StatusNotFound, `{}` })
		},
	} {
		t.Run(name, func(t *testing.T) {
			small := few(t)
			server := azurefake.New(azurefake.Options{}, small)
			held, wire := pulls.Store{}, broken(server)
			for range 2 {
				if !warned(t, held, wire, lack) {
					t.Error("nobody says that a revision lacks")
				}
			}
			server.Faults.Absent = nil
			if warned(t, held, server.Transport(), lack) {
				t.Error("all came, and it is still said to lack")
			}
		})
	}
}

// Comments that break off, or go round in circles, are not all of them.
func TestCommentsThatBreakOff(t *testing.T) {
	for name, edit := range map[string]func(*http.Request, map[string]any){
		"too few": func(_ *http.Request, answer map[string]any) { answer["totalCount"] = 99 },
		"circle": func(r *http.Request, answer map[string]any) {
			answer["continuationToken"] = map[string]string{"a": "b"}[r.URL.Query().Get("continuationToken")]
			if answer["continuationToken"] == "" {
				answer["continuationToken"] = "a"
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			server := azurefake.New(azurefake.Options{}, few(t))
			counted := edited(server.Transport(), "workitemrevisions", func(_ *http.Request, answer map[string]any) {
				for _, one := range answer["values"].([]any) { // one more than the revisions tell
					fields := one.(map[string]any)["fields"].(map[string]any)
					if n, ok := fields["System.CommentCount"].(float64); ok {
						fields["System.CommentCount"] = n + 1
					}
				}
			})
			held, asked := pulls.Store{}, atomic.Int64{}
			wire := edited(counted, "/comments", func(r *http.Request, answer map[string]any) { asked.Add(1); edit(r, answer) })
			for range 2 {
				if !warned(t, held, wire, "comments did not come whole") || asked.Load() == 0 {
					t.Errorf("nobody says that comments lack, after %d questions", asked.Load())
				}
			}
		})
	}
}

// A parent may live in another project, of which the report tells nothing.
func TestParentOfAnotherProjectChanges(t *testing.T) {
	small := few(t)
	server := azurefake.New(azurefake.Options{EpicsAbove: true}, small).Transport()
	held, team := pulls.Store{}, source("Checkout")
	if _, err := held.Take(t.Context(), connect(t, server, small.PulledAt), team, "item"); err != nil {
		t.Fatal(err)
	}
	changed := edited(server, "workitemsbatch", func(_ *http.Request, answer map[string]any) {
		one := answer["value"].([]any)[0].(map[string]any)
		one["rev"] = one["rev"].(float64) + 1
	})
	changed = edited(changed, "/updates", func(_ *http.Request, answer map[string]any) {
		all := answer["value"].([]any)
		last := all[len(all)-1].(map[string]any)
		answer["value"] = append(all, map[string]any{"id": 999, "rev": last["rev"].(float64) + 1, "fields": map[string]any{
			"System.Title":       map[string]any{"newValue": "Renamed over there"},
			"System.ChangedDate": map[string]any{"newValue": small.PulledAt},
		}})
	})
	c := connect(t, changed, small.PulledAt)
	if _, err := held.Take(t.Context(), c, team, "item"); err != nil {
		t.Fatal(err)
	}
	if got := reread(t, held, c, team); !slices.ContainsFunc(got.Items, func(it *backlog.Item) bool { return it.Title() == "Renamed over there" }) {
		t.Error("the parent is as it was before")
	}
}

// A list that may not be read is warned of by every pull, until it may.
func TestListsThatMayNotBeRead(t *testing.T) {
	for part, lack := range map[string]string{"wit/fields": "fields are not listed", "/columns": "columns may not be read", "/states": "states of type"} {
		server, held := azurefake.New(azurefake.Options{}, few(t)), pulls.Store{}
		for i, absent := range [][]string{{part}, {part}, nil} {
			server.Faults.Absent = absent
			if got := warned(t, held, server.Transport(), lack); got != (absent != nil) {
				t.Errorf("%s: pull %d warns: %t", part, i+1, got)
			}
		}
	}
}

// Texts come apart where the report leaves them out: null there is not an empty one.
func TestTextsThatDidNotCome(t *testing.T) {
	small := few(t)
	plain := edited(azurefake.New(azurefake.Options{}, small).Transport(), "workitemrevisions", func(_ *http.Request, answer map[string]any) {
		for _, one := range answer["values"].([]any) {
			fields := one.(map[string]any)["fields"].(map[string]any)
			delete(fields, "System.Description")
			delete(fields, "Microsoft.VSTS.Common.AcceptanceCriteria")
			delete(fields, "Microsoft.VSTS.TCM.ReproSteps")
		}
	})
	held := pulls.Store{}
	nulls := edited(plain, "workitemsbatch", func(_ *http.Request, answer map[string]any) { answer["value"].([]any)[1] = nil })
	if !warned(t, held, nulls, "texts did not come whole: 1") {
		t.Error("nobody says that a text lacks")
	}
	if warned(t, held, plain, "texts did not come whole") {
		t.Error("it came, and is still said to lack")
	}
	lacking := 0
	for _, d := range held {
		if d.Kind == "item" && !strings.Contains(string(d.Body), `"description"`) && !strings.Contains(string(d.Body), `"steps"`) {
			lacking++
		}
	}
	if lacking > 0 {
		t.Errorf("%d items have no text", lacking)
	}
}

// JSON may escape any character, and some writers escape the plus of a time.
func TestEscapedAnswers(t *testing.T) {
	small := few(t)
	server := azurefake.New(azurefake.Options{EpicsAbove: true}, small).Transport()
	want := read(t, connect(t, server, small.PulledAt), source("Checkout"))
	times, names := regexp.MustCompile(`(T\d\d:\d\d:\d\d(?:\.\d+)?)Z"`), regexp.MustCompile(`"(System|Microsoft)\.`)
	escaped := roundTrip(func(r *http.Request) (*http.Response, error) {
		answer, err := server.RoundTrip(r)
		if err != nil || r.Method == http.MethodOptions {
			return answer, err
		}
		body, err := io.ReadAll(answer.Body)
		body = names.ReplaceAll(times.ReplaceAll(body, []byte(`${1}\u002B00:00"`)), []byte(`"${1}\u002E`))
		answer.Body, answer.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		return answer, err
	})
	got := read(t, connect(t, escaped, small.PulledAt), source("Checkout"))
	if got.Coverage.Changes != want.Coverage.Changes || len(got.Items) != len(want.Items) || len(got.Sprints) != len(want.Sprints) {
		t.Errorf("%d items with %d changes came, want %d with %d", len(got.Items), got.Coverage.Changes, len(want.Items), want.Coverage.Changes)
	}
}

// The links of a work item that is made after the query and before the links are read are
// past when its revisions come.
func TestLinksOfWhatWasMadeDuringAPull(t *testing.T) {
	whole := demo(t, "Checkout")
	late := slices.MaxFunc(slices.DeleteFunc(slices.Clone(whole.Items), func(it *backlog.Item) bool { return it.Now().Parent == nil }), func(a, b *backlog.Item) int {
		return a.CreatedAt().Compare(b.CreatedAt())
	})
	server := azurefake.New(azurefake.Options{}, whole)
	before, after := late.CreatedAt().Add(-time.Second), late.CreatedAt().Add(30*time.Minute)
	var turn sync.Mutex
	during := roundTrip(func(r *http.Request) (*http.Response, error) {
		turn.Lock()
		defer turn.Unlock()
		if server.Until = before; strings.Contains(strings.ToLower(r.URL.Path), "workitemlinks") {
			server.Until = after
		}
		return server.Transport().RoundTrip(r)
	})
	held, team := pulls.Store{}, source("Checkout")
	if _, err := held.Take(t.Context(), connect(t, during, before), team, "item"); err != nil {
		t.Fatal(err)
	}
	server.Until = time.Time{}
	if _, err := held.Take(t.Context(), connect(t, server.Transport(), whole.PulledAt), team, "item"); err != nil {
		t.Fatal(err)
	}
	anew := pulls.Store{}
	if _, err := anew.Take(t.Context(), connect(t, server.Transport(), whole.PulledAt), team, "item"); err != nil {
		t.Fatal(err)
	}
	id := "item " + fmt.Sprint(server.ID(late))
	if got, want := strings.Count(string(held[id].Body), `"rel"`), strings.Count(string(anew[id].Body), `"rel"`); got != want {
		t.Errorf("it has %d links, want %d", got, want)
	}
}
