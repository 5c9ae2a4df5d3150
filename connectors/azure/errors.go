package azure

// This file turns what went wrong into one line with the next step to take. No message
// holds the token, a query string or more than a few words of an answer.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/wire"
)

const (
	hintToken  = "make a new personal access token for this organisation alone, with the scope Work Items (Read); tokens for all organisations are switched off by Microsoft. Or sign in with az, and give its access token"
	hintRights = "give the token the scope Work Items (Read), and its owner at least the access level Basic and the right to view the project"
	hintPlace  = "check url, project and team; what an account may not see also counts as not found"
	hintReport = "try again; if it stays so, run with -v and report it"
)

// statusError is an answer that is no success.
type statusError struct {
	code    int
	said    string // Azure's own message, shortened
	kind    string // Azure's own word for the kind of error
	where   string // the host a redirect leads to
	after   string // how long Azure asks to wait
	lacking string // what the server does not offer
	page    bool   // a sign-in page came instead of data
	known   bool   // the token was taken before
}

func (e *statusError) Error() string {
	switch {
	case e.lacking != "":
		return "this server does not offer " + e.lacking
	case e.page:
		return "a sign-in page came instead of data: token wrong, expired, or not for this organisation"
	case e.where != "":
		return fmt.Sprintf("Azure redirects to %s, which gets no token from here", e.where)
	case e.code == http.StatusUnauthorized && !e.known:
		return "token wrong or expired (401)"
	case e.code == http.StatusUnauthorized:
		return "the token was taken before, but not for this (401)"
	case e.isStopped():
		return "the organisation is stopped or does not answer for good (503): " + e.said
	case e.code == http.StatusTooManyRequests && e.after != "":
		return fmt.Sprintf("Azure asks to slow down, and to wait %s (429)", e.after)
	case e.code == http.StatusTooManyRequests:
		return "Azure asks to slow down (429)"
	case e.said != "":
		return fmt.Sprintf("Azure answers %d: %s", e.code, e.said)
	}
	return fmt.Sprintf("Azure answers %d %s", e.code, strings.ToLower(http.StatusText(e.code)))
}

func (e *statusError) isStopped() bool {
	return e.code == http.StatusServiceUnavailable && strings.Contains(e.said, stoppedCode)
}

// absent reports whether the status says that there is no such thing here, as far as
// this account can see.
func (e *statusError) absent() bool {
	switch e.code {
	case http.StatusUnauthorized:
		return e.known && !e.page
	case http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusGone, http.StatusNotImplemented:
		return true
	}
	return false
}

// strangeError is an answer that asking again would not mend.
type strangeError struct{ what string }

func (e *strangeError) Error() string { return e.what }

// isAbsent reports whether Azure says that there is no such thing here, for this account.
func isAbsent(err error) bool {
	status, ok := errors.AsType[*statusError](err)
	return ok && status.absent()
}

// refusedAs reports whether the answer was a refusal with that status.
func refusedAs(err error, code int) bool {
	status, ok := errors.AsType[*statusError](err)
	return ok && status.code == code
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
	_, isStrange := errors.AsType[*strangeError](err)
	_, isBroken := errors.AsType[*wire.Broken](err)
	switch {
	case isStrange, isBroken:
		out.Kind, out.Hint = connectors.ErrAnswer, hintReport
	default:
		out.Hint = wire.Hint(err)
	}
	return out
}

// advice gives what to do next, and the kind of failure, or nil.
func (e *statusError) advice() (hint string, kind error) {
	switch {
	case e.lacking != "":
		return "a newer version of Azure DevOps Server is needed for this", connectors.ErrNotFound
	case e.page, e.code == http.StatusUnauthorized && !e.known:
		return hintToken, connectors.ErrAuth
	case e.where != "":
		return "if the organisation has moved, set url to its new address; check that no proxy or single sign-on page stands in front of it", connectors.ErrAnswer
	case e.code == http.StatusUnauthorized, e.code == http.StatusForbidden:
		return hintRights, connectors.ErrRights
	case e.code == http.StatusNotFound:
		return hintPlace, connectors.ErrNotFound
	case e.code == http.StatusTooManyRequests:
		return "try again later, or at a quieter time; nothing is lost", nil
	case e.isStopped():
		return "ask an administrator of the organisation to start it again", nil
	case e.code >= 500:
		return "Azure itself has a problem: see https://status.dev.azure.com and try again later", nil
	}
	return "run with -v to see which question was asked", connectors.ErrAnswer
}

// refused reads an answer that is no success.
func (c *Connector) refused(r *http.Response, body []byte) error {
	e := &statusError{code: r.StatusCode, known: c.taken.Load() != nil}
	switch {
	case r.StatusCode == http.StatusNonAuthoritativeInfo:
		e.page = true
		return e
	case r.StatusCode < 400:
		e.where = "another address"
		if to, err := r.Location(); err == nil {
			e.where = wire.OneLine(to.Host)
			e.page = strings.Contains(strings.ToLower(to.Path), "_signin")
		}
		return e
	}
	if wait := wire.RetryAfter(r); wait > 0 {
		e.after = wait.String()
	}
	if isPage(r, body) {
		return e
	}
	var said struct {
		Message string `json:"message"`
		TypeKey string `json:"typeKey"`
		Value   struct {
			Message string `json:"Message"`
		} `json:"value"`
	}
	if err := unmarshal(body, &said); err != nil && strings.Contains(r.Header.Get("Content-Type"), "text/plain") {
		said.Message = string(body)
	}
	e.kind = said.TypeKey
	if said.Message == "" {
		said.Message = said.Value.Message
	}
	e.said = strings.TrimRight(wire.OneLine(c.secrets.Replace(said.Message)), ".")
	return e
}

// stoppedCode is Azure's number for an organisation that was switched off.
const stoppedCode = "TF24668"

// stopped reports of a failure that the organisation is switched off.
func stopped(r *http.Response) bool {
	if r.StatusCode != http.StatusServiceUnavailable || r.Body == nil {
		return false
	}
	head, err := io.ReadAll(io.LimitReader(r.Body, 64<<10))
	r.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(head), r.Body), r.Body}
	return err == nil && bytes.Contains(head, []byte(stoppedCode))
}
