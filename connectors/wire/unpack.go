package wire

// This file asks for packed answers, and unpacks them: as the standard library would by
// itself, in three quarters of its time.

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// unpacking asks for packed answers, where whoever asks has no wish of its own, and gives
// them unpacked.
type unpacking struct {
	next http.RoundTripper
	room *sync.Pool // of *gzip.Reader
}

func (u unpacking) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Header.Get("Accept-Encoding") != "" || r.Header.Get("Range") != "" || r.Method == http.MethodHead {
		return u.next.RoundTrip(r)
	}
	r = r.WithContext(r.Context()) // a copy
	r.Header = r.Header.Clone()
	r.Header.Set("Accept-Encoding", "gzip")
	answer, err := u.next.RoundTrip(r)
	if err != nil || !strings.EqualFold(answer.Header.Get("Content-Encoding"), "gzip") {
		return answer, err
	}
	answer.Header.Del("Content-Encoding")
	answer.Header.Del("Content-Length")
	answer.ContentLength, answer.Uncompressed = -1, true
	answer.Body = &unpacked{packed: answer.Body, room: u.room}
	return answer, nil
}

// unpacked is a body as it was before it was packed. What is cut off, or was changed on the
// way, ends in an error that is not io.EOF.
type unpacked struct {
	packed io.ReadCloser
	room   *sync.Pool
	from   *gzip.Reader // nil before the first Read, and after the last
	err    error        // of the last
}

// Read unpacks some. Like any body, it is read by one goroutine at a time.
func (u *unpacked) Read(p []byte) (n int, err error) {
	if u.err != nil {
		return 0, u.err
	}
	if u.from == nil {
		u.from, _ = u.room.Get().(*gzip.Reader)
		if u.from == nil {
			u.from = new(gzip.Reader)
		}
		u.err = u.from.Reset(u.packed)
	}
	if u.err == nil {
		n, u.err = u.from.Read(p)
	}
	if errors.Is(u.err, io.EOF) { // after a failure, who knows what it still holds
		u.room.Put(u.from)
		u.from = nil
	}
	return n, u.err
}

// Close closes the body that came.
func (u *unpacked) Close() error { return u.packed.Close() }
