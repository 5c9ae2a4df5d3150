package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"

	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/report"
)

// hookKey is the secret part of the webhook's address.
const hookKey = "T000/sesame"

// world is a program with a mail server and a chat.
type world struct {
	*program
	lock   sync.Mutex
	mails  map[string]string // by recipient
	posts  []string
	answer int // of the chat
}

func newWorld(t *testing.T) *world {
	w := &world{program: newProgram(t, jirafake.New(smallTeam(t)), "1"), mails: map[string]string{}, answer: http.StatusOK}
	w.configure("    roles: [{person: Person 1, role: product_owner}]\n")
	w.alsoTeam("Other", "1")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &postman{world: w}, nil }))
	server.Domain = "localhost"
	go server.Serve(listener) //nolint:errcheck // closed below
	t.Cleanup(func() { server.Close() })
	chat := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.lock.Lock()
		defer w.lock.Unlock()
		w.posts = append(w.posts, string(body))
		response.WriteHeader(w.answer)
	}))
	t.Cleanup(chat.Close)
	w.env = []string{"HOOK=" + chat.URL + "/" + hookKey}
	w.also(`deliver:
  - {type: slack, webhook_env: HOOK}
  - {type: mail, to: [dana@acme.example], from: coach@acme.example, server: %q, tls: none, teams: [Small], names: true}
  - {type: mail, to: [cleo@acme.example], from: coach@acme.example, server: %[1]q, tls: none, teams: [Small]}
`, listener.Addr())
	return w
}

func (w *world) sent() (mails map[string]string, posts []string) {
	w.lock.Lock()
	defer w.lock.Unlock()
	mails, posts = w.mails, w.posts
	w.mails, w.posts = map[string]string{}, nil
	return mails, posts
}

type postman struct {
	*world
	to string
}

func (p *postman) Mail(string, *smtp.MailOptions) error      { return nil }
func (p *postman) Rcpt(to string, _ *smtp.RcptOptions) error { p.to = to; return nil }
func (p *postman) Reset()                                    {}
func (p *postman) Logout() error                             { return nil }
func (p *postman) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	p.lock.Lock()
	defer p.lock.Unlock()
	p.mails[p.to] = string(text) + attached(string(text))
	return err
}

// attached is what a mail holds in base64: the report.
func attached(mail string) string {
	lines := regexp.MustCompile(`(?m)^[A-Za-z0-9+/=]{4,}\r$`).FindAllString(mail, -1)
	text, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(strings.Join(lines, ""), "\r", ""))
	if err != nil || !strings.Contains(string(text), "</html>") {
		return "no report is attached"
	}
	return string(text)
}

func TestRunDelivers(t *testing.T) {
	w := newWorld(t)
	if got := w.run(t.Context(), "run", "--format", "json="+w.path("report.json")); got != exitDone {
		t.Fatalf("status %d: %s", got, &w.stderr)
	}
	for _, want := range []string{"Delivered: message to Slack\n", "Delivered: mail to dana@acme.example\n", "Delivered: mail to cleo@acme.example\n"} {
		if !strings.Contains(w.stderr.String(), want) {
			t.Errorf("stderr is %q, want %q", &w.stderr, want)
		}
	}
	mails, posts := w.sent()
	if len(posts) != 1 || !strings.Contains(posts[0], "2 teams: ") {
		t.Errorf("the chat got %q, want one message on two teams", posts)
	}
	if len(mails) != 2 || !strings.Contains(mails["dana@acme.example"], "Subject: Small: cannot tell yet (week ") || !strings.Contains(mails["dana@acme.example"], "This is the first report.") {
		t.Errorf("the mail is %q, want one on Small, the first", mails["dana@acme.example"])
	}
	if got := w.run(t.Context(), "run", "-q", "Small"); got != exitDone || w.stderr.Len() > 0 {
		t.Fatalf("again: status %d: %s", got, &w.stderr)
	}
	if mails, _ = w.sent(); !strings.Contains(mails["dana@acme.example"], ": nothing changed.") {
		t.Errorf("the second mail does not compare with the first: %q", mails["dana@acme.example"])
	}
	// The other team is still remembered.
	kept, err := os.Open(w.path("data/delivered.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	if r, err := report.Read(kept); err != nil || len(r.Teams) != 2 || r.Teams[1].Name != "Other" {
		t.Errorf("remembered are %d teams (%v), want both", len(r.Teams), err)
	}
	if info, _ := kept.Stat(); info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v", info.Mode())
	}
}

// What a run writes says the same as what it sends, also on the days without a delivery.
func TestWrittenReportsTellWhatTheMailTells(t *testing.T) {
	w := newWorld(t)
	page := w.path("report.html")
	for i, c := range []struct {
		args []string
		want string // on the written page
	}{
		{[]string{"run"}, ""},
		{[]string{"run"}, "Since "},
		{[]string{"run", "--no-deliver"}, "Since "},
		{[]string{"run", "--baseline", w.path("first.json")}, "Nothing is compared: the earlier report has nothing on this team."},
		{[]string{"analyze"}, ""},
	} {
		if i == 3 {
			if err := os.WriteFile(w.path("first.json"), []byte(`{"schema":"rolehealth/report/1","teams":[]}`), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if got := w.run(t.Context(), append(c.args, "-q", "--format", "html="+page)...); got != exitDone {
			t.Fatalf("%v: status %d: %s", c.args, got, &w.stderr)
		}
		written, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		mails, _ := w.sent()
		for what, text := range map[string]string{"the written page": string(written), "the mail": mails["cleo@acme.example"]} {
			_, said, _ := strings.Cut(text, `<p class="news">`)
			if what == "the mail" && len(mails) == 0 {
				continue
			}
			if !strings.HasPrefix(said, c.want) || c.want == "" && said != "" {
				t.Errorf("%v: %s says %.80q, want %q", c.args, what, said, c.want)
			}
		}
	}
}

// Names leave the machine only where the command line and the configuration both say so,
// and never for a chat.
func TestNamesNeedTwoWords(t *testing.T) {
	w := newWorld(t)
	for _, flags := range [][]string{{}, {"--names"}} {
		if got := w.run(t.Context(), append([]string{"run", "-q", "--format", "json"}, flags...)...); got != exitDone {
			t.Fatalf("status %d: %s", got, &w.stderr)
		}
		named := len(flags) > 0
		if strings.Contains(w.stdout.String(), "Person 1") != named {
			t.Errorf("with %v, names in the written report: %v", flags, !named)
		}
		mails, posts := w.sent()
		if strings.Contains(mails["dana@acme.example"], "Person 1 is the Product Owner") != named {
			t.Errorf("with %v, names in the mail that may have them: %v", flags, !named)
		}
		kept, err := os.ReadFile(w.path("data/delivered.json"))
		if err != nil {
			t.Fatal(err)
		}
		for what, text := range map[string]string{"the other mail": mails["cleo@acme.example"], "the chat": fmt.Sprint(posts), "what is remembered": string(kept)} {
			if text == "" || strings.Contains(text, "Person 1") || strings.Contains(text, "no report is attached") {
				t.Errorf("with %v, %s is empty or has names: %s", flags, what, text)
			}
		}
	}
}

func TestAFailedDeliveryLosesNothing(t *testing.T) {
	w := newWorld(t)
	w.answer = http.StatusInternalServerError
	if got := w.run(t.Context(), "run", "-q", "--format", "json="+w.path("report.json"), "--fail-on", "watch"); got != exitFailed {
		t.Errorf("status %d, want %d", got, exitFailed)
	}
	if got, want := w.stderr.String(), "rolehealth: not delivered: message to Slack: the chat cannot take it for now (500); try again later\n"; got != want {
		t.Errorf("stderr is %q, want %q", got, want)
	}
	if _, err := os.Stat(w.path("report.json")); err != nil {
		t.Errorf("the report is not there: %v", err)
	}
	if mails, posts := w.sent(); len(mails) != 2 || len(posts) != 4 {
		t.Errorf("%d mails and %d posts, want 2 and 4", len(mails), len(posts))
	}
	if _, err := os.Stat(w.path("data/delivered.json")); err == nil {
		t.Error("it counts as delivered")
	}
}

func TestDryRunSendsNothing(t *testing.T) {
	w := newWorld(t)
	w.env = nil
	if got := w.run(t.Context(), "run", "-q", "--dry-run"); got != exitDone {
		t.Fatalf("status %d: %s", got, &w.stderr)
	}
	for _, want := range []string{
		"Would deliver: message to Slack\n\n{\n  \"blocks\": [", "Would deliver: mail to dana@acme.example\n\nFrom: coach@acme.example\n",
		"\nSubject: Small: cannot tell yet (week ", "\nAttached: rolehealth-small-", "The whole report is attached",
	} {
		if !strings.Contains(w.stderr.String(), want) {
			t.Errorf("stderr lacks %q:\n%s", want, &w.stderr)
		}
	}
	w.env = []string{"ROLEHEALTH_NO_DELIVER=true"}
	if got := w.run(t.Context(), "run", "-q", "--dry-run"); got != exitDone || w.stderr.Len() == 0 {
		t.Errorf("a dry run where nothing is delivered: status %d, %q, want that it is shown all the same", got, &w.stderr)
	}
	w.env = nil
	if got := w.run(t.Context(), "run", "-q", "--no-deliver"); got != exitDone || w.stderr.Len() > 0 {
		t.Errorf("--no-deliver: status %d: %s", got, &w.stderr)
	}
	if got := w.run(t.Context(), "analyze", "-q"); got != exitDone || w.stderr.Len() > 0 {
		t.Errorf("analyze: status %d: %s", got, &w.stderr)
	}
	if mails, posts := w.sent(); len(mails)+len(posts) > 0 {
		t.Errorf("%d mails and %d posts were sent", len(mails), len(posts))
	}
	if _, err := os.Stat(w.path("data/delivered.json")); err == nil {
		t.Error("it counts as delivered")
	}
}

// Secrets are looked for before any work is done, and shown by nothing.
func TestDeliverySecretsComeFirst(t *testing.T) {
	for value, want := range map[string]string{
		"":                                  "rolehealth.yaml:6: the variable HOOK, for the webhook of the delivery to Slack, is not set\n",
		"http://hooks.slack.com/" + hookKey: "rolehealth.yaml:6: message to Slack: the webhook cannot be used: it is plain http, which would show the address to the network; use https\n",
	} {
		w := newWorld(t)
		w.configure("")
		w.also("deliver:\n  - {type: slack, webhook_env: HOOK}\n")
		w.env = []string{"HOOK=" + value}
		if got := w.run(t.Context(), "run"); got != exitUsage || !strings.HasSuffix(w.stderr.String(), want) || strings.Contains(w.stderr.String(), "sesame") {
			t.Errorf("status %d, stderr %q, want %d and %q", got, &w.stderr, exitUsage, want)
		}
	}
}

func TestInterruptedDelivery(t *testing.T) {
	w := newWorld(t)
	ctx, cancel := context.WithCancel(t.Context())
	chat := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { cancel() }))
	defer chat.Close()
	w.env = []string{"HOOK=" + chat.URL}
	if got := w.run(ctx, "run", "-q", "--format", "json="+w.path("report.json")); got != exitFailed {
		t.Errorf("status %d, want %d", got, exitFailed)
	}
	if got, want := w.stderr.String(), "rolehealth: interrupted while delivering; the report is written\n"; got != want {
		t.Errorf("stderr is %q, want %q", got, want)
	}
	if _, err := os.Stat(w.path("report.json")); err != nil {
		t.Errorf("the report is not there: %v", err)
	}
}
