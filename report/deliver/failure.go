package deliver

// This file words why a delivery failed: whose part it was, whether trying again may
// help, and what to do. It never repeats a password or a webhook's address.

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/textproto"
	"strings"
	"unicode"

	"github.com/sethvargo/go-retry"
	"github.com/wneessen/go-mail"
)

// failure is a reason in words.
type failure struct {
	text      string
	permanent bool
}

func (f *failure) Error() string { return f.text }

// dialFailure is why no connection came about.
func dialFailure(err error) error {
	if mistrust(err) {
		return errors.New("the server's certificate is not trusted (" + certificate(err) + "); check the server's name, or have its certificate authority installed on this machine")
	}
	return retry.RetryableError(unreachable(err))
}

// signInFailure is why a connection did not get as far as sending.
func signInFailure(err error) error {
	answer, ok := errors.AsType[*textproto.Error](err)
	switch {
	case ok && answer.Code/100 == 4:
		return retry.RetryableError(fmt.Errorf("the server is busy (%d); try again later", answer.Code))
	case ok && (answer.Code == 534 || answer.Code == 535):
		return fmt.Errorf("the server refused the user or the password (%d); check user and password, or create a password for programs", answer.Code)
	case ok:
		return fmt.Errorf("the server refused to talk to us (%d %s); check server, tls and user", answer.Code, calm(answer.Msg))
	case mistrust(err):
		return dialFailure(err)
	case strings.Contains(err.Error(), "does not support STARTTLS"):
		return errors.New("the server offers no STARTTLS; use its port for TLS, often 465, and tls: implicit")
	case strings.Contains(err.Error(), "SMTP AUTH") || strings.Contains(err.Error(), "unencrypted connection"):
		return errors.New("the server offers no way to sign in that we know; leave out user, or use another port, often 587")
	}
	return retry.RetryableError(unreachable(err))
}

// sendFailure is why a mail was not accepted.
func sendFailure(l *mail.Msg) *failure {
	failed, ok := errors.AsType[*mail.SendError](l.SendError())
	if !ok || failed.ErrorCode() == 0 {
		return &failure{text: "the connection broke while sending; try again later"}
	}
	said := calm(answerIn(failed.Error(), failed.ErrorCode()))
	if failed.ErrorCode()/100 == 4 {
		return &failure{text: "the server did not take it for now (" + said + "); try again later"}
	}
	what := "check the addresses and how large a mail may be"
	if failed.Reason == mail.ErrSMTPRcptTo {
		what = "check the address"
	}
	return &failure{text: "the server refused it (" + said + "); " + what, permanent: true}
}

// answerIn is the server's own line within the library's words.
func answerIn(text string, code int) string {
	_, said, ok := strings.Cut(text, fmt.Sprint(code))
	if !ok {
		return fmt.Sprint(code)
	}
	said, _, _ = strings.Cut(said, ", affected ")
	return fmt.Sprint(code, strings.ReplaceAll(said, `"`, ""))
}

// unreachable is a failure of the network, without addresses.
func unreachable(err error) error {
	var unknown *net.DNSError
	var slow net.Error
	switch {
	case errors.As(err, &unknown) && unknown.IsNotFound:
		return errors.New("nobody knows the server's name; check it")
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &slow) && slow.Timeout():
		return errors.New("the server did not answer in time; try again later, or check the port and the firewall")
	}
	return errors.New("the connection failed (" + calm(cause(err)) + "); try again later, or check the address and the port")
}

// cause is the innermost reason, which is the one without addresses.
func cause(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}

func mistrust(err error) bool {
	_, wrong := errors.AsType[*tls.CertificateVerificationError](err)
	return wrong
}

func certificate(err error) string {
	wrong, _ := errors.AsType[*tls.CertificateVerificationError](err)
	return calm(strings.TrimPrefix(wrong.Err.Error(), "x509: "))
}

// loopback reports whether a host is this machine.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// calm is text from elsewhere, short and on one line.
func calm(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, s)
	const letters = 160
	if runes := []rune(s); len(runes) > letters {
		s = string(runes[:letters]) + "…"
	}
	return strings.TrimSpace(s)
}
