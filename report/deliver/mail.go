package deliver

// This file sends a message by mail: text, HTML and the whole report attached. Every
// recipient gets a mail of their own, so that one address that is refused keeps it from
// nobody else.

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"

	"github.com/sethvargo/go-retry"
	"github.com/wneessen/go-mail"
)

// How a connection to a mail server is kept secret.
const (
	STARTTLS    = "starttls" // a plain beginning, then nothing without TLS
	ImplicitTLS = "implicit" // TLS from the first byte
	WithoutTLS  = "none"     // for a server on this machine
)

// Mail is a mail server and who gets mail through it.
type Mail struct {
	From, Server   string // an address; host:port
	To             []string
	TLS            string         // STARTTLS, ImplicitTLS or WithoutTLS
	User, Password string         // without a user nobody signs in
	Roots          *x509.CertPool // whose certificates count; nil: the system's
	Patience
}

// String says where the message goes, and hides the rest.
func (m Mail) String() string { return "mail to " + strings.Join(m.To, ", ") }

// GoString keeps the password from %#v.
func (m Mail) GoString() string { return m.String() }

// Check complains about a server that mail should not be sent through.
func (m Mail) Check() error {
	host, port, err := net.SplitHostPort(m.Server)
	number, wrong := strconv.Atoi(port)
	switch {
	case err != nil || wrong != nil || host == "" || number < 1 || number > 65535:
		return fmt.Errorf("server is %q, which is not a host with its port such as smtp.acme.example:587", m.Server)
	case m.TLS == WithoutTLS && !loopback(host):
		return errors.New("a mail without TLS would show the report to the network; only a server on this machine may have tls: none")
	}
	return nil
}

// Preview shows what would be sent.
func (m Mail) Preview(msg Message) (string, error) {
	attached, err := attachment(msg)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("From: %s\nTo: %s\nThrough: %s\nSubject: %s\nAttached: %s (%d kB)\n\n%s",
		m.From, strings.Join(m.To, ", "), m.Server, msg.Subject, msg.file, (len(attached)+999)/1000, msg.Plain()), nil
}

// Send sends the message to everybody, trying again where the server or the way to it
// may recover. The error names whom it did not reach, why, and what to do.
func (m Mail) Send(ctx context.Context, msg Message) error {
	if err := m.Check(); err != nil {
		return fmt.Errorf("%s: %w", m, err)
	}
	letters, err := m.letters(msg)
	if err != nil {
		return err
	}
	refused := map[*mail.Msg]error{}
	failure := m.persist(ctx, func(ctx context.Context) error {
		var open []*mail.Msg
		for _, l := range letters {
			if !l.IsDelivered() && refused[l] == nil {
				open = append(open, l)
			}
		}
		return m.attempt(ctx, open, refused)
	})
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return m.unreached(letters, refused, failure)
}

// unreached names those whose mail was not delivered, by reason.
func (m Mail) unreached(letters []*mail.Msg, refused map[*mail.Msg]error, failure error) error {
	var reasons []string
	whom := map[string][]string{}
	for i, l := range letters {
		if l.IsDelivered() {
			continue
		}
		why := cmp.Or(refused[l], failure).Error()
		if whom[why] == nil {
			reasons = append(reasons, why)
		}
		whom[why] = append(whom[why], m.To[i])
	}
	var lost []error
	for _, why := range reasons {
		lost = append(lost, fmt.Errorf("mail to %s through %s: %s", strings.Join(whom[why], ", "), m.Server, why))
	}
	return errors.Join(lost...)
}

// attempt sends some mails over one connection. It notes those that were refused for
// good, and fails if one of the others should be tried again or nothing could be sent.
func (m Mail) attempt(ctx context.Context, letters []*mail.Msg, refused map[*mail.Msg]error) error {
	if err := m.over(ctx, letters); err != nil {
		return err
	}
	var again error
	for _, l := range letters {
		switch why := sendFailure(l); {
		case l.IsDelivered():
		case why.permanent:
			refused[l] = why
		default:
			again = retry.RetryableError(why)
		}
	}
	return again
}

// over opens a connection and sends; how each mail fared, it knows itself.
func (m Mail) over(ctx context.Context, letters []*mail.Msg) error {
	line, err := m.dial(ctx)
	if err != nil {
		return dialFailure(err)
	}
	defer line.Close()
	// Whoever interrupts does not wait for a server that hangs.
	defer context.AfterFunc(ctx, func() { line.Close() })()
	client, err := m.client(line)
	if err != nil {
		return err
	}
	session, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return signInFailure(err)
	}
	_ = client.SendWithSMTPClient(session, letters...) // each mail keeps its own failure
	_ = session.Quit()                                 // what was accepted stays accepted
	return nil
}

// dial connects, with TLS if it comes first.
func (m Mail) dial(ctx context.Context) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, m.timeout())
	defer cancel()
	if m.TLS == ImplicitTLS {
		return (&tls.Dialer{Config: m.tlsConfig()}).DialContext(ctx, "tcp", m.Server)
	}
	return (&net.Dialer{}).DialContext(ctx, "tcp", m.Server)
}

func (m Mail) tlsConfig() *tls.Config {
	return &tls.Config{ServerName: m.host(), RootCAs: m.Roots, MinVersion: tls.VersionTLS12}
}

func (m Mail) host() string {
	host, _, _ := net.SplitHostPort(m.Server) // Check has seen to it
	return host
}

// client speaks SMTP over a connection that is there already.
func (m Mail) client(line net.Conn) (*mail.Client, error) {
	policy := mail.NoTLS
	if m.TLS == STARTTLS {
		policy = mail.TLSMandatory
	}
	options := []mail.Option{
		mail.WithTimeout(m.timeout()), mail.WithTLSPolicy(policy), mail.WithTLSConfig(m.tlsConfig()),
		mail.WithDialContextFunc(func(context.Context, string, string) (net.Conn, error) { return line, nil }),
	}
	if m.User != "" {
		options = append(options, mail.WithUsername(m.User), mail.WithPassword(m.Password),
			mail.WithOpportunisticSMTPAuth(mail.SMTPAuthSCRAMSHA256, mail.SMTPAuthPlain, mail.SMTPAuthLogin, mail.SMTPAuthCramMD5))
	}
	return mail.NewClient(m.host(), options...)
}

// letters are the mails, one for each recipient. Each keeps its Message-ID over all
// attempts, so that mail programs show one that arrives twice only once.
func (m Mail) letters(msg Message) ([]*mail.Msg, error) {
	page, err := msg.HTML()
	if err != nil {
		return nil, err
	}
	attached, err := attachment(msg)
	if err != nil {
		return nil, err
	}
	var all []*mail.Msg
	for _, to := range m.To {
		l := mail.NewMsg(mail.WithNoDefaultUserAgent())
		if err := errors.Join(l.From(m.From), l.To(to)); err != nil {
			return nil, fmt.Errorf("addressing the mail: %w", err)
		}
		l.Subject(msg.Subject)
		l.SetMessageIDWithValue(rand.Text() + "@" + domain(l))
		l.SetGenHeader("Auto-Submitted", "auto-generated")
		l.SetGenHeader(mail.HeaderXAutoResponseSuppress, "All")
		l.SetBodyString(mail.TypeTextPlain, msg.Plain())
		l.AddAlternativeString(mail.TypeTextHTML, page)
		l.AttachReadSeeker(msg.file, bytes.NewReader(attached), mail.WithFileContentType("text/html; charset=utf-8"))
		all = append(all, l)
	}
	return all, nil
}

// domain is the sender's: the name of this machine is nobody's business.
func domain(l *mail.Msg) string {
	address := l.GetFrom()[0].Address
	return address[strings.LastIndexByte(address, '@')+1:]
}

// attachment is the whole report.
func attachment(msg Message) ([]byte, error) {
	var b bytes.Buffer
	err := msg.since.HTML(&b, msg.Report)
	return b.Bytes(), err
}
