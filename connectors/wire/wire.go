// Package wire puts a connector's questions to a tracker: a few at a time, as fast as the
// tracker likes, and again when they fail. What the answers mean, and how to sign the
// questions, is the connector's own business.
package wire

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"
)

// Parallel is how many questions of one connection are under way at a time, whoever asks.
const Parallel = 8

// timeout is for one try, from when it is sent until the body is read.
const timeout = 90 * time.Second

// Line is one connection to a tracker.
type Line struct {
	Log *slog.Logger
	// Wait is how long a pause really takes: all of it, but in tests.
	Wait func(time.Duration) time.Duration
	// Hopeless reports of a failure that asking again would not mend. It leaves the body
	// readable. Nil: the status tells.
	Hopeless func(*http.Response) bool

	timeout time.Duration
	seats   chan struct{}      // one for each question that may be under way
	rooms   chan *bytes.Buffer // the empty ones, to unpack answers into
	pacer   *pacer
	lost    atomic.Int64 // nanoseconds so far of tries that failed, and of pauses that the tracker did not ask for
}

// NewLine makes a connection that nothing was sent over yet.
func NewLine(log *slog.Logger) *Line {
	l := &Line{
		Log: log, Wait: func(d time.Duration) time.Duration { return d },
		timeout: timeout, seats: make(chan struct{}, Parallel), pacer: newPacer(),
		rooms: make(chan *bytes.Buffer, runtime.GOMAXPROCS(0)),
	}
	for range cap(l.rooms) {
		l.rooms <- new(bytes.Buffer)
	}
	return l
}

// Transport is what lies below the one that signs: retries, pacing, unpacking, the wire.
// A nil wire is one of its own, which minds the proxies that the environment names.
func (l *Line) Transport(wire http.RoundTripper) http.RoundTripper {
	if wire == nil {
		own := http.DefaultTransport.(*http.Transport).Clone()
		own.MaxIdleConnsPerHost = Parallel
		wire = own
	}
	return &retrying{l, &http.Client{Transport: paced{newUnpacking(wire), l}, CheckRedirect: Stay}}
}

// Stay follows no redirect: an API never needs one, and a transport that signs would
// sign the request to wherever it leads.
func Stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// Seat waits until a question may be put. The caller must free the seat when the answer
// is there.
func (l *Line) Seat(ctx context.Context) (free func(), err error) {
	select {
	case l.seats <- struct{}{}:
		return func() { <-l.seats }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// spacious is the size up to which a room is kept, in bytes.
const spacious = 8 << 20

// Room waits for an empty room to unpack an answer into. There are as many as processors:
// more at a time would be read no sooner. The caller must free the room when it has read
// the answer; what lies in the room is gone then.
func (l *Line) Room(ctx context.Context) (room *bytes.Buffer, free func(), err error) {
	select {
	case room = <-l.rooms:
		room.Reset()
		return room, func() {
			if room.Cap() > spacious {
				room = new(bytes.Buffer)
			}
			l.rooms <- room
		}, nil
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
}

// Broken is an answer that did not arrive whole, or garbled; asking again may help.
type Broken struct{ Err error }

// Error tells what is wrong with the answer.
func (b *Broken) Error() string { return b.Err.Error() }

// UntilWhole asks, and asks again after a pause while the answer comes Broken, a few times.
func (l *Line) UntilWhole(ctx context.Context, ask func() error) error {
	for try := 0; ; try++ {
		err := ask()
		if _, broken := errors.AsType[*Broken](err); !broken || try+1 >= tries || ctx.Err() != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(l.lose(backoff(try))):
		}
	}
}

// lose counts a pause against the connection's endurance.
func (l *Line) lose(d time.Duration) time.Duration {
	d = l.Wait(d)
	l.lost.Add(int64(d))
	return d
}
