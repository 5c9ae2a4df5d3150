package deliver

// A real SMTP server on this machine, which can be made to misbehave.

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

const password = "hunter2"

// post is the server. Faults are set before it is used.
type post struct {
	address string
	roots   *x509.CertPool
	refuse  string // a recipient who does not exist
	busy    int    // how many mails are put off before one is taken
	drop    int    // how many mails break the connection in their middle

	lock        sync.Mutex
	connections int
	mails       []received
}

type received struct{ from, to, text string }

// serve starts a server that offers STARTTLS, speaks TLS from the first byte, or neither.
func serve(t *testing.T, tlsMode string, p *post) *post {
	t.Helper()
	web := httptest.NewTLSServer(nil) // for its certificate
	web.Close()
	p.roots = x509.NewCertPool()
	p.roots.AddCert(web.Certificate())
	server := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		return &session{post: p, conn: c}, nil
	}))
	server.Domain, server.ErrorLog = "localhost", quiet{}
	server.AllowInsecureAuth = tlsMode == WithoutTLS
	certificates := &tls.Config{Certificates: web.TLS.Certificates}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p.address = listener.Addr().String()
	listener = counter{listener, p}
	switch tlsMode {
	case STARTTLS:
		server.TLSConfig = certificates
	case ImplicitTLS:
		listener = tls.NewListener(listener, certificates)
	}
	var group sync.WaitGroup
	group.Go(func() { _ = server.Serve(listener) })
	t.Cleanup(func() { server.Close(); group.Wait() })
	return p
}

// mail is an impatient sender to the server.
func (p *post) mail(tlsMode string, to ...string) Mail {
	return Mail{
		From: "Rolehealth <coach@acme.example>", To: to, Server: p.address, TLS: tlsMode, User: "coach", Password: password,
		Roots: p.roots, Patience: Patience{Timeout: 10 * time.Second, Pause: time.Millisecond},
	}
}

func (p *post) got() ([]received, int) {
	p.lock.Lock()
	defer p.lock.Unlock()
	return p.mails, p.connections
}

// counter counts the connections.
type counter struct {
	net.Listener
	post *post
}

func (c counter) Accept() (net.Conn, error) {
	line, err := c.Listener.Accept()
	if err == nil {
		c.post.lock.Lock()
		defer c.post.lock.Unlock()
		c.post.connections++
	}
	return line, err
}

type session struct {
	post     *post
	conn     *smtp.Conn
	signedIn bool
	received
}

func (s *session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, given string) error {
		if user != "coach" || given != password {
			return smtp.ErrAuthFailed
		}
		s.signedIn = true
		return nil
	}), nil
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	if !s.signedIn {
		return smtp.ErrAuthRequired
	}
	s.from = from
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if to == s.post.refuse {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such user"}
	}
	s.to = to
	return nil
}

func (s *session) Data(r io.Reader) error {
	s.post.lock.Lock()
	defer s.post.lock.Unlock()
	if s.post.drop > 0 {
		s.post.drop--
		s.conn.Close()
		return errors.New("gone")
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if s.post.busy > 0 {
		s.post.busy--
		return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "greylisted"}
	}
	s.post.mails = append(s.post.mails, received{s.from, s.to, strings.Clone(string(text))})
	return nil
}

func (s *session) Reset()        { s.from, s.to = "", "" }
func (s *session) Logout() error { return nil }

type quiet struct{}

func (quiet) Printf(string, ...any) {}
func (quiet) Println(...any)        {}
