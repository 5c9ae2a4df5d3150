package jira_test

// These tests hold that everybody who is not let in is told which token this door takes.

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

func TestHintAtTheDoor(t *testing.T) {
	const tenant = `{"cloudId":"11111111-2222-3333-4444-555555555555"}`
	for name, c := range map[string]struct {
		url, user string
		answer    answer
		tenant    string
		kind      error
		hint, not string
	}{
		"Cloud site":                     {"https://acme.atlassian.net", "coach@acme.example", answer{status: 401}, `null`, connectors.ErrAuth, "create an API token", "personal"},
		"Cloud site that tells its id":   {"https://acme.atlassian.net", "coach@acme.example", answer{status: 401}, tenant, connectors.ErrAuth, "create an API token", "11111111"},
		"Cloud site that tells nonsense": {"https://acme.atlassian.net", "", answer{status: 401}, `{"cloudId":"x/../\u001b[1m"}`, connectors.ErrAuth, "<cloud id>", "\u001b"},
		"gateway":                        {"https://api.atlassian.com/ex/jira/1", "coach@acme.example", answer{status: 401}, tenant, connectors.ErrAuth, "lacks a scope", "tenant"},
		"Data Center, token":             {"https://jira.acme.example/jira", "", answer{status: 401}, tenant, connectors.ErrAuth, "leave user out", "password is"},
		"Data Center, password":          {"https://jira.acme.example/jira", "coach", answer{status: 401}, tenant, connectors.ErrAuth, "after too many wrong tries", "scope"},
		"Data Center, captcha": {"https://jira.acme.example", "coach", answer{status: 200, body: `{}`, header: http.Header{"X-Seraph-Loginreason": {"AUTHENTICATION_DENIED"}}},
			tenant, connectors.ErrAuth, "after too many wrong tries", "scope"},
		"Data Center, no passwords": {"https://jira.acme.example", "coach", answer{status: 403, body: `{"message":"Basic Authentication has been disabled on this instance."}`},
			tenant, connectors.ErrAuth, "create a personal access token", "too many"},
	} {
		wire := roundTrip(func(r *http.Request) (*http.Response, error) {
			a := c.answer
			if strings.HasSuffix(r.URL.Path, "/_edge/tenant_info") {
				a = answer{status: 200, body: c.tenant}
				if r.Header.Get("Authorization") != "" {
					t.Errorf("%s: the token was sent along with a question for everybody", name)
				}
			}
			return a.RoundTrip(r)
		})
		con, err := jira.New(jira.Options{URL: c.url, User: c.user, Token: "s3cret-token", Transport: wire})
		if err != nil {
			t.Fatal(err)
		}
		con.Hurry()
		for _, err := range con.Pull(t.Context(), connectors.Source{Board: "1"}, nil) {
			told, ok := errors.AsType[*connectors.Error](err)
			if !ok || told.Kind != c.kind || !strings.Contains(told.Hint, c.hint) || strings.Contains(told.Hint, c.not) {
				t.Errorf("%s: got %v with %+v, want the hint %q and not %q", name, err, told, c.hint, c.not)
			}
		}
	}
}

// The id of a site is for whoever runs the program, and not for a report.
func TestTheIDOfASiteIsNotPublic(t *testing.T) {
	for url, says := range map[string]string{
		"https://acme.atlassian.net":                   "tokens with scopes are taken at https://api.atlassian.com/ex/jira/1111-2222",
		"https://api.atlassian.com/ex/jira/1111-2222/": "token wrong",
	} {
		con, err := jira.New(jira.Options{URL: url, Token: "x", Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
			if strings.HasSuffix(r.URL.Path, "/_edge/tenant_info") {
				return answer{status: 200, body: `{"cloudId":"1111-2222"}`}.RoundTrip(r)
			}
			return answer{status: 401}.RoundTrip(r)
		})})
		if err != nil {
			t.Fatal(err)
		}
		con.Hurry()
		for _, err := range con.Pull(t.Context(), connectors.Source{Board: "1"}, nil) {
			told, ok := errors.AsType[*connectors.Error](err)
			if !ok || !strings.Contains(err.Error(), says) {
				t.Fatalf("%s: got %v, want %q", url, err, says)
			}
			if strings.Contains(told.Public(), "1111") {
				t.Errorf("%s: the id stands in %q", url, told.Public())
			}
		}
	}
}

// A gateway passes everything on to the site whose id it is given.
func TestThroughTheGateway(t *testing.T) {
	want := example()
	server := jirafake.New(want)
	con := connectVia(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		rest, ok := strings.CutPrefix(r.URL.Path, "/ex/jira/11111111-2222")
		if !ok || r.URL.Host != "api.atlassian.com" {
			t.Errorf("a request went to %s", r.URL)
		}
		r = r.Clone(r.Context())
		r.URL.Path = rest
		return server.Transport().RoundTrip(r)
	}), want.TakenAt, "https://api.atlassian.com/ex/jira/11111111-2222")
	team := connectors.Source{Name: "Checkout", Board: "1"}
	snap := understood(t, con, team, pull(t, con, team))
	if got := snap.Items[0].URL; got != "https://example.atlassian.net/browse/PAY-1" {
		t.Errorf("an item is at %s, which is no place for people", got)
	}
}
