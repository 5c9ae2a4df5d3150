package jira_test

// These tests hold what people see when something is wrong: one line, the right
// kind, a next step, and never the token or a foreign page.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"syscall"
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
		"a captcha":             {at("myself", answer{status: 403, body: `<html>`, header: http.Header{"X-Authentication-Denied-Reason": {"CAPTCHA_CHALLENGE; login-url=https://x.example/login.jsp"}}}), "1", connectors.ErrAuth, "sign in with a browser", "create an API token"},
		"no right to search":    {at("search/jql", answer{status: 403, body: `{"errorMessages":["no s3cret-token for you\nsecond line"]}`}), "1", connectors.ErrRights, "no <secret> for you second line", "Browse Projects"},
		"no such board":         {broken(jirafake.Faults{}), "77", connectors.ErrNotFound, `board "77"`, "set board to the id or name"},
		"no such board name":    {broken(jirafake.Faults{}), "Chekout", connectors.ErrNotFound, `it sees 1 "Checkout"`, "set board to the id or name"},
		"no scope, signed in":   {at("search/jql", answer{status: 401, body: `{"message":"Unauthorized; scope does not match"}`}), "1", connectors.ErrRights, "not for this (401)", "read:jira-work"},
		"hung up on":            {at("search/jql", answer{err: &net.OpError{Op: "read", Err: syscall.ECONNRESET}}), "1", nil, "the connection was reset before the answer came", "proxy"},
		"hung up in silence":    {at("search/jql", answer{err: io.EOF}), "1", nil, "the connection was reset before the answer came", "try again"},
		"no board given":        {broken(jirafake.Faults{}), " ", connectors.ErrNotFound, "no board is given", "set board"},
		"two boards of a name":  {jirafake.New(example(), example()).Transport(), "Checkout", connectors.ErrNotFound, "2 boards have this name: 1, 2", "the id"},
		"removed":               {at("search/jql", answer{status: 410, body: `{"errorMessages":["The requested API has been removed."]}`}), "1", connectors.ErrAnswer, "removed this part of its interface (410)", "newer version"},
		"a web page":            {broken(jirafake.Faults{Page: true}), "1", connectors.ErrAnswer, "a web page came instead of data", "single sign-on"},
		"busy for ever":         {broken(jirafake.Faults{Busy: 1000}), "1", nil, "slow down, and to wait 1s (429)", "later"},
		"busy for hours":        {at("board", answer{status: 429, header: http.Header{"Retry-After": {"7200"}}}), "1", nil, "2h0m0s", "later"},
		"cut off for ever":      {broken(jirafake.Faults{Cut: 1000}), "1", connectors.ErrAnswer, "no JSON", "try again"},
		"a looping token":       {broken(jirafake.Faults{Loop: true}), "1", connectors.ErrAnswer, "the same page again", "try again"},
		"a redirect":            {at("myself", answer{status: 302, header: http.Header{"Location": {"https://evil.example/login?token=s3cret-token"}}}), "1", connectors.ErrAnswer, "redirects to evil.example", "new address"},
		"the network is broken": {at("serverInfo", answer{err: errors.New("dial tcp: s3cret-token refused")}), "1", nil, "dial tcp: <secret> refused", "check url"},
		"an issue without id":   {at("search/jql", answer{status: 200, body: `{"issues":[{"key":"A-1"}],"isLast":true}`}), "1", connectors.ErrAnswer, "without id or fields", "try again"},
		"an object without":     {at("search/jql", answer{status: 200, body: `{"errorMessages":["no"],"errors":{}}`}), "1", connectors.ErrAnswer, "without the list", "try again"},
		"nothing, as JSON":      {at("search/jql", answer{status: 200, body: `null`}), "1", connectors.ErrAnswer, "without the list", "try again"},
		"no list of Sprints":    {at("/sprint", answer{status: 200, body: `{}`}), "1", connectors.ErrAnswer, "without the list", "try again"},
		"no issues at all":      {at("issue/bulkfetch", answer{status: 200, body: `{"issueErrors":[]}`}), "1", connectors.ErrAnswer, "no JSON of the promised shape", "try again"},
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
			if public := told.Public(); strings.Contains(public, `1 "Checkout"`) || strings.Contains(public, "for you") || !strings.Contains(public, c.hint) {
				t.Errorf("the public form is %q, want our own words alone", public)
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
	var mutex sync.Mutex // requests come side by side
	spy := roundTrip(func(r *http.Request) (*http.Response, error) {
		mutex.Lock()
		hosts = append(hosts, r.URL.Host)
		mutex.Unlock()
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

// Being asked to slow down is borne for two minutes of one question's waiting, however
// often it is; a failure is tried a few times.
func TestPatience(t *testing.T) {
	for name, c := range map[string]struct {
		answer  answer
		times   int           // so often it comes
		passes  bool          // and then the pull succeeds
		longest time.Duration // any pause
		whole   time.Duration // all pauses
	}{
		"a storm":                   {answer{status: 429, header: http.Header{"Retry-After": {"2"}}}, 50, true, 2 * time.Second, 100 * time.Second},
		"a busy server":             {answer{status: 503, header: http.Header{"Retry-After": {"10"}}}, 12, true, 10 * time.Second, 120 * time.Second},
		"a storm without end":       {answer{status: 429, header: http.Header{"Retry-After": {"7"}}}, 1000, false, 7 * time.Second, 120 * time.Second},
		"no time is named":          {answer{status: 429}, 1000, false, 30 * time.Second, 120 * time.Second},
		"zero is named":             {answer{status: 429, header: http.Header{"Retry-After": {"0"}}}, 5, true, 30 * time.Second, 62 * time.Second},
		"longer than we would wait": {answer{status: 429, header: http.Header{"Retry-After": {"121"}}}, 1, false, 0, 0},
		"a broken server":           {answer{status: 503}, 5, false, 8 * time.Second, 15 * time.Second},
		"a server that recovers":    {answer{status: 502}, 4, true, 8 * time.Second, 15 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			left, healthy := c.times, jirafake.New(example()).Transport()
			conn := connectVia(t, roundTrip(func(r *http.Request) (*http.Response, error) {
				if !strings.HasSuffix(r.URL.Path, "/myself") {
					return healthy.RoundTrip(r)
				}
				if left--; left >= 0 {
					return c.answer.RoundTrip(r)
				}
				return healthy.RoundTrip(r)
			}), day(15, 0))
			var pauses []time.Duration
			conn.Wait(func(d time.Duration) { pauses = append(pauses, d) })
			var failure error
			for _, err := range conn.Pull(t.Context(), connectors.Source{Name: "Checkout", Board: "1"}, nil) {
				failure = err
			}
			if passed := failure == nil; passed != c.passes {
				t.Errorf("the pull ends with %v", failure)
			}
			whole := time.Duration(0)
			for _, d := range pauses {
				if whole += d; d > c.longest || d < time.Second/2 || d < time.Second && c.answer.status == 429 {
					t.Errorf("a pause of %s, want at most %s, and no less than a second when asked to slow down", d, c.longest)
				}
			}
			if whole > c.whole {
				t.Errorf("%s of pauses (%v), want at most %s", whole, pauses, c.whole)
			}
		})
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

// A token that expires on the way takes nothing away: the pull fails, wherever it was, and
// what is refused is not taken for what is not there.
func TestATokenThatExpiresOnTheWay(t *testing.T) {
	questions := 0
	for after := 1; ; after++ {
		asked, cut := 0, false
		var lock sync.Mutex
		fake := jirafake.New(example()).Transport()
		err := failure(t, roundTrip(func(r *http.Request) (*http.Response, error) {
			lock.Lock()
			asked++
			expired := asked > after
			cut = cut || expired
			lock.Unlock()
			if expired {
				return &http.Response{StatusCode: http.StatusUnauthorized, Header: http.Header{}, Body: body(""), Request: r}, nil
			}
			return fake.RoundTrip(r)
		}), "1")
		if !cut {
			break
		}
		questions = after
		if !errors.Is(err, connectors.ErrAuth) {
			t.Errorf("expired after %d questions, the pull ends with %v", after, err)
		}
	}
	if questions < 10 {
		t.Errorf("only %d places to expire at were tried", questions)
	}
}
