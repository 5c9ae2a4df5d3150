// Package inprocess carries requests to a handler without a network: no port is opened,
// and it does not matter which host a request names. The fakes of the trackers share it.
package inprocess

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// Transport answers every request by the handler.
func Transport(handler http.Handler) http.RoundTripper { return transport{handler} }

type transport struct{ handler http.Handler }

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	if r.Body == nil {
		r = r.Clone(r.Context())
		r.Body = http.NoBody
	}
	defer r.Body.Close()
	a := NewAnswer()
	t.handler.ServeHTTP(a, r)
	return &http.Response{
		Status: fmt.Sprintf("%d %s", a.Status, http.StatusText(a.Status)), StatusCode: a.Status,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: a.header, Body: io.NopCloser(&a.Body), ContentLength: int64(a.Body.Len()), Request: r,
	}, nil
}

// Answer is a response as it is written.
type Answer struct {
	Status int
	Body   bytes.Buffer
	header http.Header
}

// NewAnswer is an empty response.
func NewAnswer() *Answer { return &Answer{header: http.Header{}, Status: http.StatusOK} }

// Header gives the header to write.
func (a *Answer) Header() http.Header { return a.header }

// WriteHeader sets the status.
func (a *Answer) WriteHeader(status int) { a.Status = status }

// Write adds to the body.
func (a *Answer) Write(b []byte) (int, error) { return a.Body.Write(b) }

// Token is the secret a request was signed with: that of a bearer, or the password.
func Token(r *http.Request) string {
	scheme, value, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if scheme != "Basic" {
		return value
	}
	pair, err := base64.StdEncoding.DecodeString(value)
	if err != nil {
		return ""
	}
	_, secret, _ := strings.Cut(string(pair), ":")
	return secret
}
