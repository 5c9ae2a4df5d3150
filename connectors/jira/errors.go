package jira

// This file turns what went wrong into one line with the next step to take. No
// message holds the token, a query string or more than a few words of an answer.

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/wire"
)

const (
	hintLogin = "check that url is the Jira site itself, and that no proxy or single sign-on page stands in front of it"
)

// statusError is an answer with a status that is no success.
type statusError struct {
	code  int
	said  string // Jira's own first message, shortened
	where string // the host a redirect leads to
	after string // how long Jira asks to wait
	known bool   // the site has taken this token before
	hint  string // what to do about a refusal at the door it came from
}

func (e *statusError) Error() string {
	switch {
	case e.where != "":
		return fmt.Sprintf("Jira redirects to %s, which gets no token from here", e.where)
	case e.code == http.StatusUnauthorized && e.known:
		return "the token was taken at sign-in, but not for this (401)"
	case e.code == http.StatusUnauthorized:
		return "token wrong or expired (401)"
	case e.code == http.StatusGone:
		return "Jira has removed this part of its interface (410)"
	case e.code == http.StatusTooManyRequests && e.after != "":
		return fmt.Sprintf("Jira asks to slow down, and to wait %s (429)", e.after)
	case e.code == http.StatusTooManyRequests:
		return "Jira asks to slow down (429)"
	case e.said != "":
		return fmt.Sprintf("Jira answers %d: %s", e.code, e.said)
	}
	return fmt.Sprintf("Jira answers %d %s", e.code, strings.ToLower(http.StatusText(e.code)))
}

// absent reports whether the status says that there is no such thing here, as far
// as this account can see.
func (e *statusError) absent() bool {
	switch e.code {
	case http.StatusUnauthorized:
		return e.known
	case http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusMethodNotAllowed,
		http.StatusGone, http.StatusNotImplemented:
		return true
	}
	return false
}

// strangeError is an answer that asking again would not mend.
type strangeError struct {
	what  string
	page  bool // a web page
	large bool // asking for less may help
}

func (e *strangeError) Error() string { return e.what }

// errNoList is an answer without the list that was asked for. That is not an empty one.
var errNoList = &strangeError{what: "an answer came without the list that was asked for"}

// isAbsent reports whether Jira says that there is no such thing here, for this account.
func isAbsent(err error) bool {
	status, ok := errors.AsType[*statusError](err)
	return ok && status.absent()
}

// tooLarge reports whether asking for less at once may help.
func tooLarge(err error) bool {
	strange, ok := errors.AsType[*strangeError](err)
	return ok && strange.large
}

// failed says what was being done, of what kind the failure is, and what to do next.
func failed(err error, doing string, args ...any) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*connectors.Error](err); ok {
		return err
	}
	out := &connectors.Error{Doing: fmt.Sprintf(doing, args...), Err: err}
	if status, ok := errors.AsType[*statusError](err); ok {
		out.Hint, out.Kind = status.advice()
		return out
	}
	strange, isStrange := errors.AsType[*strangeError](err)
	_, isBroken := errors.AsType[*wire.Broken](err)
	switch {
	case isStrange && strange.page:
		out.Kind, out.Hint = connectors.ErrAnswer, hintLogin
	case isStrange, isBroken:
		out.Kind, out.Hint = connectors.ErrAnswer, "try again; if it stays so, run with -v and report it"
	default:
		out.Hint = wire.Hint(err)
	}
	return out
}

// advice gives what to do next, and the kind of failure, or nil.
func (e *statusError) advice() (hint string, kind error) {
	switch {
	case e.where != "":
		return "if the site has moved, set url to its new address; " + hintLogin, connectors.ErrAnswer
	case e.code == http.StatusUnauthorized && !e.known:
		return e.hint, connectors.ErrAuth
	case e.code == http.StatusForbidden && strings.Contains(e.said, "Basic Auth"):
		return e.hint, connectors.ErrAuth
	case e.code == http.StatusUnauthorized, e.code == http.StatusForbidden:
		return e.hint, connectors.ErrRights
	case e.code == http.StatusNotFound:
		return "check url and board; what an account may not see also counts as not found", connectors.ErrNotFound
	case e.code == http.StatusGone:
		return "Atlassian moves such parts to a new address: a newer version of rolehealth is needed", connectors.ErrAnswer
	case e.code == http.StatusTooManyRequests:
		return "try again later, or at a quieter time; nothing is lost", nil
	case e.code >= 500:
		return "Jira itself has a problem: see https://status.atlassian.com and try again later", nil
	}
	return "run with -v to see which question was asked", connectors.ErrAnswer
}

// refused reads an answer that is no success.
func (c *Connector) refused(r *http.Response, body []byte) error {
	e := &statusError{code: r.StatusCode, known: c.known.Load(), hint: c.hint(r.StatusCode)}
	if e.known && e.code == http.StatusUnauthorized {
		e.hint = c.hint(http.StatusForbidden) // the token is good: a right is lacking
	}
	if r.StatusCode < 400 {
		e.where = "another address"
		if to, err := r.Location(); err == nil {
			e.where = oneLine(to.Host)
		}
		return e
	}
	if wait := wire.RetryAfter(r); wait > 0 {
		e.after = wait.String()
	}
	if strings.Contains(r.Header.Get("X-Authentication-Denied-Reason"), "CAPTCHA") {
		e.said, e.hint = "after too many wrong passwords, somebody must sign in with a browser first", c.hint(http.StatusUnauthorized)
	}
	if r.StatusCode == http.StatusUnauthorized || isPage(r, body) {
		return e
	}
	var said struct {
		ErrorMessages []string       `json:"errorMessages"`
		Errors        map[string]any `json:"errors"`
		Message       string         `json:"message"`
	}
	if unmarshal(body, &said) != nil {
		return e
	}
	e.said = said.Message
	if len(said.ErrorMessages) > 0 {
		e.said = said.ErrorMessages[0]
	}
	e.said = oneLine(c.secrets.Replace(e.said))
	if strings.Contains(e.said, "Basic Auth") {
		e.hint = hintOwn
	}
	return e
}

// unreachable strips the address, with its query, from an error of the network.
func (c *Connector) unreachable(err error) error { return wire.Cause(err, c.secrets) }

// oneLine makes foreign words fit for a terminal.
func oneLine(s string) string { return wire.OneLine(s) }
