package jira

// This file is how one question is put to Jira: asking again when an answer is broken,
// and reading the answer as JSON. Pacing, and failures on the way, are package wire's.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	gojira "github.com/andygrunwald/go-jira"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/connectors/wire"
)

const largestBody = 64 << 20 // bytes, unpacked

// lenient accepts what Jira sends and strict JSON forbids.
var lenient = json.JoinOptions(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))

func unmarshal(data []byte, into any) error { return json.Unmarshal(data, into, lenient) }

// get asks for path, which is relative to the site.
func (c *Connector) get(ctx context.Context, path string, query url.Values, into any) error {
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	return c.ask(ctx, http.MethodGet, path, nil, into)
}

// ask sends one question, and sends it again while the answer comes cut or garbled.
// The platform's paths are given in version 2, whose texts are plain strings; where
// a site answers that there is none, version 3 is asked.
func (c *Connector) ask(ctx context.Context, method, path string, body, into any) error {
	err := c.askUntilWhole(ctx, method, path, body, into)
	if rest, ok := strings.CutPrefix(path, "rest/api/2/"); ok && isNotFound(err) {
		if newer := c.askUntilWhole(ctx, method, "rest/api/3/"+rest, body, into); !isNotFound(newer) {
			return newer
		}
	}
	if isRefusedLate(err) {
		return c.unlessExpired(ctx, err)
	}
	return err
}

// isRefusedLate reports whether a token that was taken before was not taken for this.
func isRefusedLate(err error) bool {
	status, ok := errors.AsType[*statusError](err)
	return ok && status.code == http.StatusUnauthorized && status.known
}

// unlessExpired tells a token that lacks a right from one that has expired since it was
// taken: Jira answers both alike. If even its owner's name is refused now, everything is,
// and nothing may be taken for absent.
func (c *Connector) unlessExpired(ctx context.Context, refusal error) error {
	var me user
	if again := c.askUntilWhole(ctx, http.MethodGet, "rest/api/2/myself", nil, &me); isRefusedLate(again) {
		return &statusError{code: http.StatusUnauthorized, hint: c.hint(http.StatusUnauthorized)}
	} else if again != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return refusal
}

func isNotFound(err error) bool {
	status, ok := errors.AsType[*statusError](err)
	return ok && status.code == http.StatusNotFound
}

func (c *Connector) askUntilWhole(ctx context.Context, method, path string, body, into any) error {
	return c.line.UntilWhole(ctx, func() error { return c.askOnce(ctx, method, path, body, into) })
}

func (c *Connector) askOnce(ctx context.Context, method, path string, body, into any) error {
	request, err := c.client.NewRequestWithContext(ctx, method, path, body)
	if err != nil {
		return wire.Blot(err, c.secrets)
	}
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Accept-Language", "en")
	request.Header.Set("X-Force-Accept-Language", "true")
	answer, err := c.exchange(ctx, request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	room, free, err := c.line.Room(ctx)
	if err != nil {
		return err
	}
	defer free() // what is decoded is copied out of it
	_, err = room.ReadFrom(io.LimitReader(answer.Body, c.largest+1))
	page := room.Bytes()
	where, _, _ := strings.Cut(path, "?")
	c.log.DebugContext(ctx, "asked Jira", "method", method, "path", where, "status", answer.StatusCode, "bytes", len(page))
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case answer.StatusCode >= 300:
		return c.refused(answer.Response, page)
	case err != nil:
		return &wire.Broken{Err: fmt.Errorf("the answer was cut off after %d bytes", len(page))}
	case int64(len(page)) > c.largest:
		return &strangeError{what: fmt.Sprintf("the answer is larger than %d MiB", c.largest>>20), large: true}
	case loginFailed(answer.Response):
		return &statusError{code: http.StatusUnauthorized, hint: c.hint(http.StatusUnauthorized)}
	case isPage(answer.Response, page):
		return &strangeError{what: "a web page came instead of data", page: true}
	}
	if string(bytes.TrimSpace(page)) == "null" {
		return errNoList
	}
	if scanned, ok := into.(interface{ scan(page []byte) error }); ok {
		err = scanned.scan(page)
	} else {
		err = unmarshal(page, into)
	}
	if err != nil {
		return &wire.Broken{Err: errors.New("the answer is no JSON of the promised shape" + position(err))}
	}
	if strings.HasSuffix(where, "/myself") {
		c.known.Store(true)
	}
	return nil
}

// exchange sends a question, one of a few at a time.
func (c *Connector) exchange(ctx context.Context, request *http.Request) (*gojira.Response, error) {
	free, err := c.line.Seat(ctx)
	if err != nil {
		return nil, err
	}
	defer free()
	answer, err := c.client.Do(request, nil)
	if answer == nil || answer.Response == nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, c.unreachable(err)
	}
	c.heed(answer.Header)
	return answer, nil // its status may be an error: what that means stands in the body
}

// heed notes the time of the first answer. A clock that is a day off is none.
func (c *Connector) heed(h http.Header) {
	if at, err := http.ParseTime(h.Get("Date")); err == nil && at.Sub(c.now()).Abs() < 24*time.Hour {
		c.begun.CompareAndSwap(0, at.Unix())
	}
}

// loginFailed reports whether Jira took no notice of the token and answered as to a stranger.
func loginFailed(r *http.Response) bool {
	reason := r.Header.Get("X-Seraph-LoginReason")
	return strings.Contains(reason, "FAILED") || strings.Contains(reason, "DENIED")
}

func isPage(r *http.Response, body []byte) bool {
	return strings.Contains(r.Header.Get("Content-Type"), "text/html") || bytes.HasPrefix(bytes.TrimSpace(body), []byte("<"))
}

// position tells where decoding stopped, without any of the content.
func position(err error) string {
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok && semantic.JSONPointer != "" {
		return fmt.Sprintf(" (at %.80q)", semantic.JSONPointer)
	}
	return ""
}
