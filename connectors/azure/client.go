package azure

// This file is how one question is put: through Microsoft's client, whose answers are
// checked before it sees them, and again when an answer is broken.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/microsoft/azure-devops-go-api/azuredevops/v7"

	"github.com/rolehealth/rolehealth/connectors/wire"
)

const largestBody = 256 << 20 // bytes, unpacked; a thousand revisions with long texts are a few MiB

// lenient accepts what is sent and strict JSON forbids.
var lenient = json.JoinOptions(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))

func unmarshal(data []byte, into any) error { return json.Unmarshal(data, into, lenient) }

// place is what stands in the address of a question: a project, a team, an id.
type place map[string]string

// question is what is asked.
type question struct {
	endpoint
	at    place
	query url.Values
	body  any // nil: GET
}

// scanner reads a page itself; what it keeps of the page must be copied.
type scanner interface{ scan(page []byte) error }

// ask puts a question, and puts it again while the answer comes cut or garbled. Into is
// a scanner or what the answer is decoded into.
func (c *Connector) ask(ctx context.Context, q question, into any) error {
	err := c.line.UntilWhole(ctx, func() error { return c.askOnce(ctx, q, into) })
	if taken := c.taken.Load(); taken != nil && refusedAs(err, http.StatusUnauthorized) {
		return c.unlessExpired(ctx, *taken, err)
	}
	return err
}

// unlessExpired tells a token that lacks a right from one that has expired since it was taken:
// Azure answers both alike. What was answered before is asked again; if that is refused too,
// so is everything, and nothing is absent.
func (c *Connector) unlessExpired(ctx context.Context, taken question, refusal error) error {
	again := c.askOnce(ctx, taken, &jsontext.Value{})
	switch {
	case refusedAs(again, http.StatusUnauthorized):
		return &statusError{code: http.StatusUnauthorized}
	case again != nil:
		return again
	}
	return refusal
}

func (c *Connector) askOnce(ctx context.Context, q question, into any) error {
	free, err := c.line.Seat(ctx)
	if err != nil {
		return err
	}
	defer free()
	method, media := http.MethodGet, ""
	var body io.Reader
	if q.body != nil {
		raw, err := json.Marshal(q.body, lenient)
		if err != nil {
			return fmt.Errorf("asking for %s: %w", q.name, err)
		}
		method, media, body = http.MethodPost, azuredevops.MediaTypeApplicationJson, bytes.NewReader(raw)
	}
	// The client writes into the map it is given.
	answer, err := c.client.Send(ctx, method, q.location(), q.version, maps.Clone(q.at), q.query, body, media, azuredevops.MediaTypeApplicationJson, nil)
	if err != nil {
		return c.unsent(ctx, q, err)
	}
	read, ok := answer.Body.(page)
	if !ok {
		return &strangeError{what: "the answer was not checked"}
	}
	defer c.rooms.Put(read.room) // nothing that is decoded lies in it
	c.log.DebugContext(ctx, "asked Azure", "for", q.name, "status", answer.StatusCode, "bytes", len(read.raw))
	if s, ok := into.(scanner); ok {
		err = s.scan(read.raw)
	} else {
		err = unmarshal(read.raw, into)
	}
	if p, ok := into.(promised); ok && err == nil && !p.promised() {
		err = errShape
	}
	if err != nil {
		return &wire.Broken{Err: fmt.Errorf("the answer about %s is no JSON of the promised shape%s", q.name, position(err))}
	}
	c.taken.CompareAndSwap(nil, &q)
	return nil
}

// unsent is why there is no answer: an error of checked, of the network, or of the client
// about an endpoint that the server's list lacks.
func (c *Connector) unsent(ctx context.Context, q question, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if _, ok := errors.AsType[*azuredevops.LocationIdNotRegisteredError](err); ok {
		return &statusError{code: http.StatusNotFound, lacking: q.name}
	}
	for _, is := range []func(error) (error, bool){as[*statusError], as[*strangeError], as[*wire.Broken]} {
		if own, ok := is(err); ok {
			return own
		}
	}
	return wire.Cause(err, c.secrets)
}

func as[E error](err error) (error, bool) { e, ok := errors.AsType[E](err); return e, ok }

// checked reads answers whole and lets only those pass that are what was asked for: the
// client above it takes a sign-in page for an answer, and loses what went wrong.
type checked struct {
	connector *Connector
	next      http.RoundTripper
}

// page is an answer that was read whole, into a room that can be used again.
type page struct {
	*bytes.Reader
	raw  []byte
	room *bytes.Buffer
}

func (page) Close() error { return nil }

func (t checked) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := t.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	room, again := t.connector.rooms.Get().(*bytes.Buffer)
	if !again {
		room = &bytes.Buffer{}
	}
	room.Reset()
	_, err = room.ReadFrom(io.LimitReader(answer.Body, largestBody+1))
	raw := bytes.TrimPrefix(room.Bytes(), []byte("\xef\xbb\xbf"))
	switch {
	case r.Context().Err() != nil:
		return nil, r.Context().Err()
	case answer.StatusCode >= 300, answer.StatusCode == http.StatusNonAuthoritativeInfo:
		return nil, t.connector.refused(answer, raw)
	case err != nil:
		return nil, &wire.Broken{Err: fmt.Errorf("the answer was cut off after %d bytes", len(raw))}
	case len(raw) > largestBody:
		return nil, &strangeError{what: fmt.Sprintf("the answer is larger than %d MiB", largestBody>>20)}
	case isPage(answer, raw):
		return nil, &statusError{code: http.StatusUnauthorized, page: true}
	}
	if r.Method == http.MethodOptions {
		if raw, err = complete(raw); err != nil {
			return nil, err
		}
	}
	answer.Body = page{bytes.NewReader(raw), raw, room}
	answer.ContentLength = int64(len(raw))
	return answer, nil
}

// complete keeps those entries of the list of endpoints that the client can use: it
// takes for granted that each of them says everything.
func complete(raw []byte) ([]byte, error) {
	type location struct {
		ID              string `json:"id"`
		Area            string `json:"area"`
		ResourceName    string `json:"resourceName"`
		RouteTemplate   string `json:"routeTemplate"`
		ResourceVersion int    `json:"resourceVersion"`
		MinVersion      string `json:"minVersion"`
		MaxVersion      string `json:"maxVersion"`
		ReleasedVersion string `json:"releasedVersion"`
	}
	var list struct {
		Value []location `json:"value"`
	}
	if err := unmarshal(raw, &list); err != nil {
		return nil, &wire.Broken{Err: errors.New("the list of what the server offers is no JSON of the promised shape" + position(err))}
	}
	whole := list.Value[:0]
	for _, l := range list.Value {
		if l.ID != "" && l.Area != "" && l.ResourceName != "" && l.RouteTemplate != "" && l.MinVersion != "" && l.MaxVersion != "" && l.ReleasedVersion != "" {
			whole = append(whole, l)
		}
	}
	if len(whole) == 0 {
		return nil, &strangeError{what: "no Azure DevOps answers at this address"}
	}
	list.Value = whole
	return json.Marshal(list)
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
