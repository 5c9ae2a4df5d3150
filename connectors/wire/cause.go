package wire

// This file makes errors of the network and words from elsewhere fit to be shown: short,
// on one line, without addresses and without the token.

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"syscall"
	"unicode"
)

// What may happen to a question on its way.
var (
	ErrSlow  = errors.New("no answer in time")
	ErrReset = errors.New("the connection was reset before the answer came") // somebody hung up
)

// Cause strips the address, with its query, and whatever secrets blots out, from an
// error of the network.
func Cause(err error, secrets *strings.Replacer) error {
	var dns *net.DNSError
	var cert *tls.CertificateVerificationError
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Errorf("there is no host %s", OneLine(dns.Name))
	case errors.As(err, &cert):
		return errors.New("the site's certificate is not trusted: " + OneLine(cert.Err.Error()))
	case errors.Is(err, context.DeadlineExceeded):
		return ErrSlow
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return ErrReset
	}
	if timed, ok := errors.AsType[net.Error](err); ok && timed.Timeout() {
		return ErrSlow
	}
	return Blot(err, secrets)
}

// Hint is what to do next about a Cause, or about a question that was called off.
func Hint(err error) string {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return "start again when you have the time"
	case errors.Is(err, ErrReset):
		return "try again; if it stays so, a firewall, VPN or proxy on the way may end connections"
	}
	return "check url, network, proxy and certificates"
}

// Blot keeps the cause of an error without its address and without secrets.
func Blot(err error, secrets *strings.Replacer) error {
	for {
		outer, ok := errors.AsType[*url.Error](err)
		if !ok {
			break
		}
		err = outer.Err
	}
	return errors.New(OneLine(secrets.Replace(err.Error())))
}

// OneLine makes foreign words fit for a terminal: one line, short, no control characters.
func OneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > 200 {
		s = string(runes[:200]) + "…"
	}
	return strings.TrimSpace(s)
}

// CheckURL reads the base address of a tracker: https, or http on loopback addresses
// only, and no password in it. The error never repeats the address.
func CheckURL(raw string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(raw))
	switch {
	case err != nil || u.Host == "":
		return nil, errors.New("the url is not a web address")
	case u.User != nil:
		return nil, errors.New("the url holds a user or password")
	case u.Scheme == "https", u.Scheme == "http" && Loopback(u.Hostname()):
		u.RawQuery, u.Fragment = "", ""
		return u, nil
	case u.Scheme == "http":
		return nil, errors.New("the url is plain http: a token would travel unencrypted")
	}
	return nil, fmt.Errorf("the url has the scheme %q", u.Scheme)
}

// Loopback reports whether a host is this machine.
func Loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
