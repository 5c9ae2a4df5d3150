package wire

// This file asks for packed answers, and unpacks them: as the standard library would by
// itself, in three quarters of its time.

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// unpacking asks for packed answers, where whoever asks has no wish of its own, and gives
// them unpacked. What comes is taken in first: to read it, nobody waits for the tracker.
type unpacking struct {
	next    http.RoundTripper
	readers *sync.Pool // of *gzip.Reader
	packs   *sync.Pool // of *bytes.Buffer
}

func newUnpacking(next http.RoundTripper) unpacking {
	return unpacking{next, &sync.Pool{New: func() any { return new(gzip.Reader) }}, &sync.Pool{New: func() any { return new(bytes.Buffer) }}}
}

func (u unpacking) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Header.Get("Accept-Encoding") != "" || r.Header.Get("Range") != "" || r.Method == http.MethodHead {
		return u.next.RoundTrip(r)
	}
	r = r.WithContext(r.Context()) // a copy
	r.Header = r.Header.Clone()
	r.Header.Set("Accept-Encoding", "gzip")
	answer, err := u.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	came := u.takeIn(answer.Body)
	answer.Body = came
	if !strings.EqualFold(answer.Header.Get("Content-Encoding"), "gzip") {
		return answer, nil
	}
	answer.Header.Del("Content-Encoding")
	answer.Header.Del("Content-Length")
	answer.ContentLength, answer.Uncompressed = -1, true
	answer.Body = &unpacked{came: came, readers: u.readers}
	return answer, nil
}

// longest is how much of a body is taken in at once, in bytes; what is left of a longer one
// comes when it is read.
const longest = 16 << 20

// takeIn reads a body, as it comes. What fails is met where reading comes to it.
func (u unpacking) takeIn(body io.ReadCloser) *arrived {
	pack := u.packs.Get().(*bytes.Buffer)
	pack.Reset()
	n, err := pack.ReadFrom(io.LimitReader(body, longest))
	a := &arrived{Reader: bytes.NewReader(pack.Bytes()), body: body, pack: pack, packs: u.packs}
	switch {
	case err != nil:
		a.Reader = io.MultiReader(a.Reader, failing{err})
	case n == longest:
		a.Reader = io.MultiReader(a.Reader, body)
	}
	return a
}

// arrived is a body that was taken in.
type arrived struct {
	io.Reader
	body  io.ReadCloser
	pack  *bytes.Buffer // what came; nil once nobody reads it any more
	packs *sync.Pool
}

// Close ends reading.
func (a *arrived) Close() error {
	if a.pack == nil {
		return nil
	}
	a.Reader = failing{http.ErrBodyReadAfterClose}
	a.packs.Put(a.pack)
	a.pack = nil
	return a.body.Close()
}

// unpacked is a body as it was before it was packed. What is cut off, or was changed on the
// way, ends in an error that is not io.EOF.
type unpacked struct {
	came    *arrived
	readers *sync.Pool
	from    *gzip.Reader // nil before the first Read, and after the last
	err     error        // of the last
}

// Read unpacks some. Like any body, it is read by one goroutine at a time.
func (u *unpacked) Read(p []byte) (n int, err error) {
	if u.err != nil {
		return 0, u.err
	}
	if u.from == nil {
		u.from = u.readers.Get().(*gzip.Reader)
		u.err = u.from.Reset(u.came.Reader)
	}
	if u.err == nil {
		n, u.err = u.from.Read(p)
	}
	if errors.Is(u.err, io.EOF) { // after a failure, who knows what it still holds
		u.readers.Put(u.from)
		u.from = nil
	}
	return n, u.err
}

// Close ends reading.
func (u *unpacked) Close() error {
	if u.err == nil {
		u.err = http.ErrBodyReadAfterClose
	}
	return u.came.Close()
}

// failing is read with an error.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
