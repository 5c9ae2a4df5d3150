package deliver

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// The secret part of a webhook's address.
const key = "T000/B000/hunter2"

func TestWebhooks(t *testing.T) {
	for name, c := range map[string]struct {
		answers []int // the last one again and again
		want    string
		calls   int
	}{
		"taken":           {[]int{200}, "", 1},
		"taken in a flow": {[]int{202}, "", 1},
		"ill once":        {[]int{500, 200}, "", 2},
		"too fast once":   {[]int{429, 200}, "", 2},
		"ill always":      {[]int{500}, "message to Slack: the chat cannot take it for now (500); try again later", 4},
		"gone":            {[]int{404}, "message to Slack: the chat refused it (404); see whether the webhook still exists, or create a new one", 1},
		"elsewhere":       {[]int{307}, "message to Slack: the webhook points to another place (307), where nothing was sent; copy its address again", 1},
		"too long":        {[]int{413}, "message to Slack: the chat finds the message too long (413); name fewer teams for it", 1},
	} {
		t.Run(name, func(t *testing.T) {
			calls := 0
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				body, _ := io.ReadAll(r.Body)
				if r.URL.Path != "/"+key || r.Header.Get("Content-Type") != "application/json" || !json.Valid(body) {
					t.Errorf("%s %s: %s", r.Method, r.URL, body)
				}
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(c.answers[min(calls, len(c.answers)-1)])
				fmt.Fprint(w, "no such hook: ", r.URL)
				calls++
			}))
			defer server.Close()
			hook := Webhook{Chat: Slack, URL: server.URL + "/" + key, Patience: Patience{Pause: time.Millisecond}}
			err := hook.Send(t.Context(), Compose(reportOf(thisWeek()), nil))
			if err == nil != (c.want == "") || err != nil && err.Error() != c.want {
				t.Errorf("error is %v, want %q", err, c.want)
			}
			if calls != c.calls {
				t.Errorf("%d calls, want %d", calls, c.calls)
			}
		})
	}
}

func TestWebhooksThatCannotBeReached(t *testing.T) {
	msg := Compose(reportOf(thisWeek()), nil)
	untrusted := httptest.NewUnstartedServer(nil)
	untrusted.Config.ErrorLog = log.New(io.Discard, "", 0)
	untrusted.StartTLS()
	defer untrusted.Close()
	for url, want := range map[string]string{
		"http://" + closedPort(t) + "/" + key:      "the connection failed (connection refused); try again later",
		"http://" + silent(t) + "/" + key:          "did not answer in time",
		untrusted.URL + "/" + key:                  "the server's certificate is not trusted (certificate signed by unknown authority)",
		"http://hooks.slack.com/" + key:            "the webhook cannot be used: it is plain http, which would show the address to the network; use https",
		"hooks.slack.com/" + key:                   "the webhook cannot be used: it is no web address; copy it again from Microsoft Teams",
		"https://nowhere.invalid/" + key:           "try again later",
		"https://nowhere.invalid:\x7f/" + key:      "the webhook cannot be used: it is no web address",
		"ftp://127.0.0.1/" + key:                   "the webhook cannot be used: it is no web address",
		"https://user:" + password + "@%zz/" + key: "the webhook cannot be used: it is no web address",
	} {
		hook := Webhook{Chat: Teams, URL: url, Patience: Patience{Timeout: 10 * time.Second, Pause: time.Millisecond}}
		if strings.Contains(want, "in time") || strings.Contains(url, "nowhere") {
			hook.Timeout = 50 * time.Millisecond
		}
		err := hook.Send(t.Context(), msg)
		if err == nil || !strings.HasPrefix(err.Error(), "message to Microsoft Teams: ") {
			t.Errorf("error is %v, want %q", err, want)
			continue
		}
		if said := err.Error(); strings.Contains(said, "hunter2") || strings.Contains(said, "T000") || strings.Contains(said, "nowhere.invalid") {
			t.Errorf("the error shows the address: %v", err)
		}
		if url != "https://nowhere.invalid/"+key && !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want %q", err, want)
		}
	}
}

func TestInterruptedWebhook(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if err := (Webhook{Chat: Slack, URL: "http://" + silent(t)}).Send(ctx, Compose(reportOf(thisWeek()), nil)); err != context.Canceled {
		t.Errorf("error is %v, want that it was interrupted", err)
	}
}

func TestSecretsAreNotPrinted(t *testing.T) {
	hook, letter := Webhook{Chat: Slack, URL: "https://hooks.slack.com/" + key}, Mail{To: []string{"dana@acme.example"}, Password: password}
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		if got := fmt.Sprintf(format+format, hook, letter); strings.Contains(got, "hunter2") {
			t.Errorf("%s shows a secret: %s", format, got)
		}
	}
}
