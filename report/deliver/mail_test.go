package deliver

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/report"
)

func TestMailAsItArrives(t *testing.T) {
	for _, mode := range []string{STARTTLS, ImplicitTLS, WithoutTLS} {
		t.Run(mode, func(t *testing.T) {
			server := serve(t, mode, &post{})
			msg := Compose(reportOf(thisWeek()), nil)
			if err := server.mail(mode, "dana@acme.example", "Zoë <zoe@acme.example>").Send(t.Context(), msg); err != nil {
				t.Fatal(err)
			}
			mails, connections := server.got()
			if len(mails) != 2 || connections != 1 || mails[0].to != "dana@acme.example" || mails[1].to != "zoe@acme.example" {
				t.Fatalf("%d mails over %d connections, want one for each over one", len(mails), connections)
			}
			parts := read(t, mails[1].text, msg.Subject)
			if parts["text/plain"] != msg.Plain() {
				t.Errorf("the text is %q", parts["text/plain"])
			}
			page, err := msg.HTML()
			if err != nil {
				t.Fatal(err)
			}
			if parts["text/html"] != page {
				t.Errorf("the HTML is %q", parts["text/html"])
			}
			var whole bytes.Buffer
			if err := report.HTML(&whole, msg.Report); err != nil {
				t.Fatal(err)
			}
			if parts["rolehealth-checkout-2026-11-20.html"] != whole.String() {
				t.Errorf("the attachment has %d bytes, want the report's %d", len(parts["rolehealth-checkout-2026-11-20.html"]), whole.Len())
			}
		})
	}
}

func TestHostileNamesAddNoHeaders(t *testing.T) {
	server := serve(t, STARTTLS, &post{})
	msg := Compose(reportOf(hostile()), nil)
	if err := server.mail(STARTTLS, "dana@acme.example").Send(t.Context(), msg); err != nil {
		t.Fatal(err)
	}
	mails, _ := server.got()
	read(t, mails[0].text, msg.Subject)
	if got, err := mail.ReadMessage(strings.NewReader(mails[0].text)); err != nil || got.Header.Get("Bcc") != "" {
		t.Errorf("the headers are %v (%v)", got.Header, err)
	}
}

// read takes a mail apart: its texts by type, its attachment by name.
func read(t *testing.T, text, subject string) map[string]string {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	decoder := new(mime.WordDecoder)
	if got, err := decoder.DecodeHeader(m.Header.Get("Subject")); err != nil || got != subject {
		t.Errorf("subject is %q (%v), want %q", got, err, subject)
	}
	for name, want := range map[string]string{"Auto-Submitted": "auto-generated", "X-Mailer": "", "User-Agent": ""} {
		if got := m.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if id := m.Header.Get("Message-Id"); !strings.HasSuffix(id, "@acme.example>") {
		t.Errorf("the Message-ID %s is not of the sender's domain", id)
	}
	parts := map[string]string{}
	collect(t, m.Header.Get("Content-Type"), m.Body, parts)
	if len(parts) != 3 {
		t.Errorf("%d parts, want text, HTML and the report", len(parts))
	}
	return parts
}

func collect(t *testing.T, contentType string, body io.Reader, into map[string]string) {
	t.Helper()
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || !strings.HasPrefix(kind, "multipart/") {
		t.Fatalf("%q is no multipart (%v)", contentType, err)
	}
	for parts := multipart.NewReader(body, params["boundary"]); ; {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		kind, _, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if strings.HasPrefix(kind, "multipart/") {
			collect(t, part.Header.Get("Content-Type"), part, into)
			continue
		}
		if name := part.FileName(); name != "" {
			kind = name
		}
		into[kind] = decoded(t, part)
	}
}

func decoded(t *testing.T, part *multipart.Part) string {
	t.Helper()
	var r io.Reader = part
	switch encoding := part.Header.Get("Content-Transfer-Encoding"); encoding {
	case "quoted-printable":
		r = quotedprintable.NewReader(part)
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, part)
	default:
		t.Errorf("a part comes with the encoding %q", encoding)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

func TestMailFailures(t *testing.T) {
	msg := Compose(reportOf(thisWeek()), nil)
	for name, c := range map[string]struct {
		post        *post
		mode, sends string
		change      func(*Mail)
		want        string // in the error; empty: none
		arrives     int
		connections int
	}{
		"one recipient refused": {
			post: &post{refuse: "nobody@acme.example"}, arrives: 1, connections: 1,
			want: "mail to nobody@acme.example through ADDRESS: the server refused it (550 5.1.1 no such user); check the address",
		},
		"put off once":         {post: &post{busy: 1}, arrives: 2, connections: 2},
		"put off always":       {post: &post{busy: 100}, connections: 4, want: "mail to nobody@acme.example, dana@acme.example through ADDRESS: the server did not take it for now (451 4.3.0 greylisted); try again later"},
		"breaks in the middle": {post: &post{drop: 1}, arrives: 2, connections: 2},
		"wrong password": {
			change: func(m *Mail) { m.Password = "swordfish" }, connections: 1,
			want: "the server refused the user or the password (535); check user and password, or create a password for programs",
		},
		"untrusted certificate": {
			change: func(m *Mail) { m.Roots = nil }, connections: 1,
			want: "the server's certificate is not trusted (certificate signed by unknown authority); check the server's name, or have its certificate authority installed on this machine",
		},
		"untrusted certificate, TLS first": {
			mode: ImplicitTLS, change: func(m *Mail) { m.Roots = nil }, connections: 1, want: "the server's certificate is not trusted",
		},
		"another server's certificate": {
			change: func(m *Mail) { m.Server = strings.Replace(m.Server, "127.0.0.1", "localhost", 1) }, connections: 1,
			want: "the server's certificate is not trusted (certificate is valid for example.com, ",
		},
		"no STARTTLS": {mode: WithoutTLS, sends: STARTTLS, connections: 1, want: "the server offers no STARTTLS; use its port for TLS, often 465, and tls: implicit"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.mode == "" {
				c.mode = STARTTLS
			}
			if c.sends == "" {
				c.sends = c.mode
			}
			if c.post == nil {
				c.post = &post{}
			}
			server := serve(t, c.mode, c.post)
			m := server.mail(c.sends, "nobody@acme.example", "dana@acme.example")
			if c.change != nil {
				c.change(&m)
			}
			err := m.Send(t.Context(), msg)
			if want := strings.Replace(c.want, "ADDRESS", server.address, 1); err == nil != (c.want == "") || err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("error is %v, want %q", err, want)
			}
			if err != nil && (strings.Contains(err.Error(), password) || strings.Contains(err.Error(), "swordfish")) {
				t.Errorf("the error shows a password: %v", err)
			}
			mails, connections := server.got()
			for _, got := range mails {
				if parts := read(t, got.text, msg.Subject); !strings.Contains(parts[msg.file], "</html>") {
					t.Errorf("what arrived after all lacks the report: %q", parts[msg.file])
				}
			}
			if len(mails) != c.arrives || connections != c.connections {
				t.Errorf("%d mails over %d connections, want %d over %d", len(mails), connections, c.arrives, c.connections)
			}
		})
	}
}

func TestNobodyAtTheMailServer(t *testing.T) {
	m := Mail{From: "a@acme.example", To: []string{"b@acme.example"}, Server: closedPort(t), TLS: STARTTLS, Patience: Patience{Pause: time.Millisecond}}
	err := m.Send(t.Context(), Compose(reportOf(thisWeek()), nil))
	if err == nil || !strings.Contains(err.Error(), "the connection failed (connection refused); try again later, or check the address and the port") {
		t.Errorf("error is %v", err)
	}
}

// A server that takes the connection and says nothing costs no more than the patience,
// and nothing once somebody interrupts.
func TestMailServerThatHangs(t *testing.T) {
	for name, mode := range map[string]string{"before a word": WithoutTLS, "before TLS": ImplicitTLS} {
		t.Run(name, func(t *testing.T) {
			m := Mail{From: "a@acme.example", To: []string{"b@acme.example"}, Server: silent(t), TLS: mode}
			m.Patience = Patience{Timeout: 20 * time.Millisecond, Pause: time.Millisecond}
			msg := Compose(reportOf(thisWeek()), nil)
			if err := m.Send(t.Context(), msg); err == nil || !strings.Contains(err.Error(), "did not answer in time; try again later") {
				t.Errorf("error is %v", err)
			}
			m.Timeout = time.Hour
			ctx, cancel := context.WithCancel(t.Context())
			time.AfterFunc(20*time.Millisecond, cancel)
			if err := m.Send(ctx, msg); err != context.Canceled {
				t.Errorf("interrupted: %v", err)
			}
		})
	}
}

// silent is a server that takes connections and says nothing.
func silent(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	return listener.Addr().String()
}

func closedPort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

func TestMailPreview(t *testing.T) {
	m := Mail{From: "coach@acme.example", To: []string{"dana@acme.example"}, Server: "smtp.acme.example:587", User: "coach", Password: password}
	got, err := m.Preview(Compose(reportOf(thisWeek()), nil))
	if err != nil {
		t.Fatal(err)
	}
	want := "From: coach@acme.example\nTo: dana@acme.example\nThrough: smtp.acme.example:587\nSubject: Checkout: 3 things to talk about (week 47)\nAttached: rolehealth-checkout-2026-11-20.html ("
	if !strings.HasPrefix(got, want) || strings.Contains(got, password) {
		t.Errorf("the preview is\n%s\nwant it to begin with\n%s", got, want)
	}
}
