package azure_test

// These tests hold what is said when an organisation refuses, misbehaves or is not there:
// one line, with the kind of failure and the next step, and never the token.

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/azure"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

const secret = "s3cr3t-t0k3n"

// refusal pulls and gives the failure.
func refusal(t *testing.T, server http.RoundTripper, team connectors.Source) *connectors.Error {
	t.Helper()
	c, err := azure.New(azure.Options{URL: organisation(t), Token: secret, Transport: server})
	if err != nil {
		t.Fatal(err)
	}
	c.Hurry()
	_, err = connectors.Read(c.Reader(team), c.Pull(t.Context(), team, nil))
	var failure *connectors.Error
	if !errors.As(err, &failure) {
		t.Fatalf("got %v, want a failure that says what to do next", err)
	}
	for _, said := range []string{failure.Error(), failure.Public(), failure.Hint, c.String()} {
		if strings.Contains(said, secret) || strings.Contains(said, "page content") || strings.Contains(said, "\n") {
			t.Errorf("it says too much: %q", said)
		}
	}
	return failure
}

func TestRefusals(t *testing.T) {
	other := func(change func(*connectors.Source)) connectors.Source {
		team := source("Checkout")
		change(&team)
		return team
	}
	for name, c := range map[string]struct {
		faults azurefake.Faults
		team   connectors.Source
		kind   error
		words  []string // in the message or the hint
	}{
		"token expired":              {faults: azurefake.Faults{Token: "another"}, kind: connectors.ErrAuth, words: []string{"token wrong or expired (401)", "for this organisation alone"}},
		"sign-in page":               {faults: azurefake.Faults{SignIn: true}, kind: connectors.ErrAuth, words: []string{"a sign-in page came instead of data", "Work Items (Read)"}},
		"sent to sign in":            {faults: azurefake.Faults{Redirect: true}, kind: connectors.ErrAuth, words: []string{"a sign-in page came"}},
		"organisation stopped":       {faults: azurefake.Faults{Stopped: true}, words: []string{"stopped", "administrator"}},
		"scope lacking":              {faults: azurefake.Faults{Status: http.StatusForbidden}, kind: connectors.ErrRights, words: []string{"Work Items (Read)"}},
		"out of order":               {faults: azurefake.Faults{Status: http.StatusBadGateway}, words: []string{"status.dev.azure.com"}},
		"no such team":               {team: other(func(s *connectors.Source) { s.Team = "Chekout" }), kind: connectors.ErrNotFound, words: []string{"Chekout", "the project has the teams Checkout"}},
		"no such project":            {team: other(func(s *connectors.Source) { s.Project = "Nowhere" }), kind: connectors.ErrNotFound, words: []string{"Nowhere", "check url, project and team"}},
		"no project":                 {team: other(func(s *connectors.Source) { s.Project = "" }), kind: connectors.ErrNotFound, words: []string{"no project is configured"}},
		"a server without a backlog": {faults: azurefake.Faults{Absent: []string{"backlogconfiguration"}}, kind: connectors.ErrNotFound, words: []string{"backlog configuration"}},
	} {
		t.Run(name, func(t *testing.T) {
			server := azurefake.New(azurefake.Options{}, few(t))
			server.Faults = c.faults
			asked := &pulls.Tally{Next: server.Transport()}
			if c.team.Name == "" {
				c.team = source("Checkout")
			}
			failure := refusal(t, asked, c.team)
			if c.kind != nil && !errors.Is(failure, c.kind) || c.kind == nil && failure.Kind != nil {
				t.Errorf("the kind is %v, want %v: %v", failure.Kind, c.kind, failure)
			}
			for _, word := range c.words {
				if said := failure.Error() + "; " + failure.Hint; !strings.Contains(said, word) {
					t.Errorf("%q does not say %q", said, word)
				}
			}
			if name == "organisation stopped" && len(asked.Asked) > 1 {
				t.Errorf("a stopped organisation was asked %d times", len(asked.Asked))
			}
		})
	}
}

// Parts that an organisation does not offer are a warning, and the rest comes.
func TestLacking(t *testing.T) {
	for part, c := range map[string]struct {
		missing backlog.Aspects
		warning string
	}{
		"reporting/workitemlinks":     {backlog.Links, "history of links"},
		"reporting/workitemrevisions": {0, "item by item"},
		"classificationnodes":         {0, "tree of iterations"},
		"workitemtypecategories":      {0, ""},
		"/columns":                    {0, "columns"},
		"/states":                     {0, "states of type"},
		"wit/fields":                  {0, "taken on trust"},
		"teamsettings/iterations":     {backlog.SprintHistory, "iterations may not be read"},
	} {
		t.Run(part, func(t *testing.T) {
			want := few(t)
			server := azurefake.New(azurefake.Options{EpicsAbove: true}, want)
			server.Faults.Absent = []string{part}
			team := source("Checkout")
			if part == "wit/fields" {
				team.Fields = connectors.Fields{}
			}
			got := read(t, connect(t, server.Transport(), want.PulledAt), team)
			if len(got.Items) != len(want.Items) {
				t.Errorf("%d items, want %d", len(got.Items), len(want.Items))
			}
			if got.Missing != c.missing|backlog.SprintGoals {
				t.Errorf("missing %q, want %q", got.Missing.Names(), (c.missing | backlog.SprintGoals).Names())
			}
			if all := strings.Join(got.Coverage.Warnings, "\n"); !strings.Contains(all, c.warning) {
				t.Errorf("no warning about %q:\n%s", c.warning, all)
			}
		})
	}
}

// Areas that nobody may read cannot be missed: that is always said.
func TestUnreadableAreas(t *testing.T) {
	want := demo(t, "Checkout")
	server := azurefake.New(azurefake.Options{Nested: true}, want)
	whole := read(t, connect(t, server.Transport(), want.PulledAt), source("Checkout"))
	server.Faults.Unreadable = []string{"Part"}
	got := read(t, connect(t, server.Transport(), want.PulledAt), source("Checkout"))
	if len(whole.Items) != len(want.Items) {
		t.Fatalf("%d items, want %d", len(whole.Items), len(want.Items))
	}
	if !strings.Contains(strings.Join(got.Coverage.Warnings, "\n"), "areas that this account may not read") {
		t.Errorf("nobody says so: %q", got.Coverage.Warnings)
	}
}

func TestOptions(t *testing.T) {
	for _, c := range []struct{ url, token, want string }{
		{"dev.azure.com/contoso", "t", "web address"},
		{"https://dev.azure.com/", "t", "names no organisation"},
		{"http://azure.acme.example/tfs", "t", "plain http"},
		{"https://me:secret@dev.azure.com/contoso", "t", "user or password"},
		{"https://dev.azure.com/contoso", " \n", "no token"},
	} {
		_, err := azure.New(azure.Options{URL: c.url, Token: c.token})
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v, want %q", c.url, err, c.want)
		}
	}
}

// A personal access token and one of Entra travel in different ways.
func TestSignatures(t *testing.T) {
	for token, want := range map[string]string{" pat= \n": "Basic OnBhdD0=", "eyJ0.eyJ1.c2ln": "Bearer eyJ0.eyJ1.c2ln"} {
		signed := ""
		c, err := azure.New(azure.Options{URL: organisation(t) + token[:3], Token: token, Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
			signed = r.Header.Get("Authorization")
			return nil, errors.New("no network")
		})})
		if err != nil {
			t.Fatal(err)
		}
		c.Hurry()
		for range c.Pull(t.Context(), source("x"), nil) {
		}
		if signed != want {
			t.Errorf("signed with %q, want %q", signed, want)
		}
	}
}

// A token that expires on the way ends the pull: what it may not read any more is not gone.
func TestTokenThatExpiresOnTheWay(t *testing.T) {
	server := azurefake.New(azurefake.Options{}, few(t))
	server.Faults.Absent = []string{"reporting/workitemrevisions"}
	var histories atomic.Int32
	failure := refusal(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		if strings.Contains(r.URL.Path, "/updates") {
			histories.Add(1)
		}
		if histories.Load() > 10 {
			return unauthorized(r), nil
		}
		return server.Transport().RoundTrip(r)
	}), source("Checkout"))
	if !errors.Is(failure, connectors.ErrAuth) || !strings.Contains(failure.Error(), "expired (401)") {
		t.Errorf("the kind is %v, want that of an expired token: %v", failure.Kind, failure)
	}
}

// Azure answers in the same way where the token is good and lacks a right for one part.
func TestTokenThatMayNotReadOnePart(t *testing.T) {
	want := few(t)
	server := azurefake.New(azurefake.Options{}, want)
	got := read(t, connect(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		if strings.Contains(r.URL.Path, "/columns") {
			return unauthorized(r), nil
		}
		return server.Transport().RoundTrip(r)
	}), want.PulledAt), source("Checkout"))
	if all := strings.Join(got.Coverage.Warnings, "\n"); len(got.Items) != len(want.Items) || !strings.Contains(all, "columns may not be read (Azure answers 401)") {
		t.Errorf("%d items, want %d with a warning about columns:\n%s", len(got.Items), len(want.Items), all)
	}
}

func unauthorized(r *http.Request) *http.Response {
	return &http.Response{StatusCode: http.StatusUnauthorized, Header: http.Header{}, Body: http.NoBody, Request: r}
}

// Of very many teams, those are named that are most like the configured one.
func TestManyTeams(t *testing.T) {
	server := azurefake.New(azurefake.Options{}, few(t))
	team := source("Checkout")
	team.Team = "Team 277 of big project"
	failure := refusal(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		if !strings.HasSuffix(strings.ToLower(r.URL.Path), "/teams") {
			return server.Transport().RoundTrip(r)
		}
		query := r.URL.Query()
		skip, _ := strconv.Atoi(query.Get("$skip"))
		top, _ := strconv.Atoi(query.Get("$top"))
		var names []string
		for n := skip; n < min(skip+top, 350); n++ {
			names = append(names, fmt.Sprintf(`{"name":"Team %03d of the big project"}`, n))
		}
		body := fmt.Sprintf(`{"count":%d,"value":[%s]}`, len(names), strings.Join(names, ","))
		return &http.Response{StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
	}), team)
	if !strings.Contains(failure.Error(), "the project has the teams Team 277 of the big project, ") {
		t.Errorf("got %v", failure)
	}
}
