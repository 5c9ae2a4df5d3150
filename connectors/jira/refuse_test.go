package jira_test

// These tests hold what people see when something is wrong: one line, the right
// kind, a next step, and never the token or a foreign page.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

// failure pulls until the error comes.
func failure(t *testing.T, wire http.RoundTripper, board string) error {
	t.Helper()
	c := connectVia(t, wire, day(15, 0))
	for _, err := range c.Pull(t.Context(), connectors.Source{Name: "Checkout", Board: board}, nil) {
		if err != nil {
			return err
		}
	}
	return nil
}

// answer is a transport that gives the same answer to paths that hold a word, and
// passes the others on.
type answer struct {
	word   string
	next   http.RoundTripper
	status int
	header http.Header
	body   string
	err    error
}

func (a answer) RoundTrip(r *http.Request) (*http.Response, error) {
	if !strings.Contains(r.URL.Path, a.word) {
		return a.next.RoundTrip(r)
	}
	if a.err != nil {
		return nil, a.err
	}
	w := &http.Response{StatusCode: a.status, Header: a.header, Body: http.NoBody, Request: r}
	if w.Header == nil {
		w.Header = http.Header{}
	}
	w.Body = body(a.body)
	return w, nil
}

func body(s string) io.ReadCloser { return io.NopCloser(strings.NewReader(s)) }

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestFailures(t *testing.T) {
	healthy := func() *jirafake.Server { return jirafake.New(example()) }
	broken := func(f jirafake.Faults) http.RoundTripper {
		s := healthy()
		s.Faults = f
		return s.Transport()
	}
	at := func(word string, a answer) http.RoundTripper {
		a.word, a.next = word, healthy().Transport()
		return a
	}
	for name, c := range map[string]struct {
		wire       http.RoundTripper
		board      string
		kind       error
		says, hint string
	}{
		"wrong token":           {broken(jirafake.Faults{Token: "another"}), "1", connectors.ErrAuth, "token wrong or expired (401)", "create an API token"},
		"taken for a stranger":  {at("myself", answer{status: 200, body: `{}`, header: http.Header{"X-Seraph-Loginreason": {"AUTHENTICATED_FAILED"}}}), "1", connectors.ErrAuth, "token wrong or expired", "create an API token"},
		"no rights at all":      {broken(jirafake.Faults{Status: 403}), "1", connectors.ErrAuth, "403", "read:jira-work"},
		"no right to search":    {at("search/jql", answer{status: 403, body: `{"errorMessages":["no s3cret-token for you\nsecond line"]}`}), "1", connectors.ErrRights, "no <secret> for you second line", "Browse Projects"},
		"no such board":         {broken(jirafake.Faults{}), "77", connectors.ErrNotFound, `board "77"`, `1 "Checkout"`},
		"no such board name":    {broken(jirafake.Faults{}), "Chekout", connectors.ErrNotFound, "no such board", `1 "Checkout"`},
		"no board given":        {broken(jirafake.Faults{}), " ", connectors.ErrNotFound, "no board is given", "set board"},
		"two boards of a name":  {jirafake.New(example(), example()).Transport(), "Checkout", connectors.ErrNotFound, "2 boards have this name: 1, 2", "the id"},
		"removed":               {at("search/jql", answer{status: 410, body: `{"errorMessages":["The requested API has been removed."]}`}), "1", connectors.ErrAnswer, "removed this part of its interface (410)", "newer version"},
		"a web page":            {broken(jirafake.Faults{Page: true}), "1", connectors.ErrAnswer, "a web page came instead of data", "single sign-on"},
		"busy for ever":         {broken(jirafake.Faults{Busy: 1000}), "1", nil, "slow down, and to wait 1s (429)", "later"},
		"busy for hours":        {at("board", answer{status: 429, header: http.Header{"Retry-After": {"7200"}}}), "1", nil, "2h0m0s", "later"},
		"cut off for ever":      {broken(jirafake.Faults{Cut: 1000}), "1", connectors.ErrAnswer, "no JSON", "try again"},
		"a looping token":       {broken(jirafake.Faults{Loop: true}), "1", connectors.ErrAnswer, "the same page again", "try again"},
		"a redirect":            {at("myself", answer{status: 302, header: http.Header{"Location": {"https://evil.example/login?token=s3cret-token"}}}), "1", connectors.ErrAnswer, "redirects to evil.example", "new address"},
		"a Data Center":         {at("serverInfo", answer{status: 200, body: `{"deploymentType":"Server","version":"10.3.1"}`}), "1", connectors.ErrAnswer, "Server 10.3.1: Data Center is not supported yet", "Jira Cloud"},
		"the network is broken": {at("serverInfo", answer{err: errors.New("dial tcp: s3cret-token refused")}), "1", nil, "dial tcp: <secret> refused", "check url"},
		"an issue without id":   {at("search/jql", answer{status: 200, body: `{"issues":[{"key":"A-1"}],"isLast":true}`}), "1", connectors.ErrAnswer, "without id or fields", "try again"},
		"a list, not an object": {at("search/jql", answer{status: 200, body: `[1,2]`}), "1", connectors.ErrAnswer, "no JSON of the promised shape", "try again"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := failure(t, c.wire, c.board)
			told, ok := errors.AsType[*connectors.Error](err)
			if !ok {
				t.Fatalf("got %v, want a *connectors.Error", err)
			}
			if told.Kind != c.kind || !strings.Contains(err.Error(), c.says) || !strings.Contains(told.Hint, c.hint) {
				t.Errorf("got %v (kind %v, hint %q), want kind %v, %q in the message and %q in the hint", err, told.Kind, told.Hint, c.kind, c.says, c.hint)
			}
			for _, never := range []string{"s3cret-token", "\n", "page content", "Authorization"} {
				if strings.Contains(err.Error()+told.Hint, never) {
					t.Errorf("%q stands in %q", never, err.Error()+told.Hint)
				}
			}
		})
	}
}

func TestNewRefuses(t *testing.T) {
	for url, says := range map[string]string{
		"http://jira.example.com": "unencrypted", "jira.example.com": "not a web address", "": "not a web address",
		"https://me:pw@jira.example.com": "holds a user", "ftp://jira.example.com": "scheme",
	} {
		if _, err := jira.New(jira.Options{URL: url, Token: "x"}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("New(%q) gives %v, want %q", url, err, says)
		}
	}
	if _, err := jira.New(jira.Options{URL: "https://acme.atlassian.net"}); !errors.Is(err, connectors.ErrAuth) {
		t.Errorf("New without a token gives %v, want ErrAuth", err)
	}
	c, err := jira.New(jira.Options{URL: "http://127.0.0.1:1", Token: "s3cret-token"})
	if err != nil {
		t.Fatal(err)
	}
	if shown := fmt.Sprintf("%v %+v %#v %s", c, c, c, c); strings.Contains(shown, "s3cret") {
		t.Errorf("a printed Connector shows its token: %s", shown)
	}
}

func TestTokenGoesToNoOtherHost(t *testing.T) {
	var hosts []string
	spy := roundTrip(func(r *http.Request) (*http.Response, error) {
		hosts = append(hosts, r.URL.Host)
		return answer{status: 307, header: http.Header{"Location": {"https://evil.example/rest/api/2/serverInfo"}}}.RoundTrip(r)
	})
	if err := failure(t, spy, "1"); err == nil {
		t.Error("a redirect to another host was followed")
	}
	for _, host := range hosts {
		if host != "example.atlassian.net" {
			t.Errorf("a request went to %s", host)
		}
	}
}

func TestWaitsAsLongAsAsked(t *testing.T) {
	server := jirafake.New(example())
	server.Faults.Busy = 1
	c, err := jira.New(jira.Options{URL: "https://example.atlassian.net", Token: "x", Transport: server.Transport(), Now: func() time.Time { return day(15, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	begun := time.Now()
	for _, err := range c.Pull(ctx, connectors.Source{Board: "1"}, nil) {
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v, want the deadline: Jira asked to wait a second", err)
		}
		break
	}
	if took := time.Since(begun); took > 700*time.Millisecond {
		t.Errorf("a pull that was over after 100ms ended after %s", took)
	}
}
