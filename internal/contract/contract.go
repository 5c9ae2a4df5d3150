// Package contract holds what passes between a connector and a tracker, or a fake of
// one, against the API documents that the tracker's makers publish. It is a package of
// tests; the library that reads the documents is needed nowhere else.
package contract

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
)

// Transport passes requests on, and tells the test what about them, or about the
// answers, is not as documented.
type Transport struct {
	T       testing.TB
	Next    http.RoundTripper
	Docs    []*openapi3.T
	Path    func(string) string // the path to look for in the documents; nil: as it is
	Fold    bool                // paths are the same in any case
	Answers bool                // hold the answers against the documents too

	mu    sync.Mutex // connectors ask several things at once
	asked map[string]int
}

// Asked counts the operations that were asked for, by method and path.
func (c *Transport) Asked() map[string]int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.asked
}

// RoundTrip passes one request on.
func (c *Transport) RoundTrip(r *http.Request) (*http.Response, error) {
	input := c.find(r)
	if input == nil {
		c.T.Errorf("%s %s is in no document", r.Method, r.URL.Path)
		return c.Next.RoundTrip(r)
	}
	c.count(r.Method + " " + input.Route.Path)
	for name := range r.URL.Query() {
		if input.Route.Operation.Parameters.GetByInAndName("query", name) == nil {
			c.T.Errorf("%s %s: the parameter %s is not documented", r.Method, r.URL.Path, name)
		}
	}
	if err := openapi3filter.ValidateRequest(r.Context(), input); err != nil {
		c.T.Errorf("%s %s: %v", r.Method, r.URL, err)
	}
	answer, err := c.Next.RoundTrip(r)
	if err != nil || !c.Answers || answer.StatusCode != http.StatusOK {
		return answer, err
	}
	body, err := io.ReadAll(answer.Body)
	answer.Body = io.NopCloser(bytes.NewReader(body))
	out := &openapi3filter.ResponseValidationInput{RequestValidationInput: input, Status: answer.StatusCode,
		Header: http.Header{"Content-Type": {"application/json"}}, Options: input.Options}
	out.SetBodyBytes(body)
	if wrong := openapi3filter.ValidateResponse(r.Context(), out); wrong != nil {
		c.T.Errorf("answer to %s %s: %.1000v", r.Method, r.URL.Path, wrong)
	}
	return answer, err
}

func (c *Transport) count(what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.asked == nil {
		c.asked = map[string]int{}
	}
	c.asked[what]++
}

// find gives the operation that a request is for: of those whose path fits, the one
// with the most fixed parts. It is nil where there is none.
func (c *Transport) find(r *http.Request) *openapi3filter.RequestValidationInput {
	path := r.URL.Path
	if c.Path != nil {
		path = c.Path(path)
	}
	var best *openapi3filter.RequestValidationInput
	fixed := -1
	for _, doc := range c.Docs {
		for pattern, item := range doc.Paths.Map() {
			params, ok := c.match(pattern, path)
			op := item.GetOperation(r.Method)
			n := strings.Count(pattern, "/") - len(params)
			if !ok || op == nil || n <= fixed {
				continue
			}
			fixed = n
			best = &openapi3filter.RequestValidationInput{Request: r, PathParams: params, QueryParams: r.URL.Query(),
				Route:   &routers.Route{Spec: doc, Path: pattern, PathItem: item, Method: r.Method, Operation: op},
				Options: &openapi3filter.Options{AuthenticationFunc: openapi3filter.NoopAuthenticationFunc}}
		}
	}
	return best
}

// match holds a path against a pattern, and gives what stands in its gaps.
func (c *Transport) match(pattern, path string) (map[string]string, bool) {
	parts, asked := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(parts) != len(asked) {
		return nil, false
	}
	params := map[string]string{}
	for i, part := range parts {
		same := part == asked[i] || c.Fold && strings.EqualFold(part, asked[i])
		if strings.HasPrefix(part, "{") {
			params[strings.Trim(part, "{}")] = asked[i]
		} else if !same {
			return nil, false
		}
	}
	return params, true
}
