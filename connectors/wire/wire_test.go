package wire

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

type trip func(*http.Request) (*http.Response, error)

func (t trip) RoundTrip(r *http.Request) (*http.Response, error) { return t(r) }

func respond(r *http.Request, status int, header http.Header) *http.Response {
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader("{}")), Request: r}
}

func ask(l *Line, wire trip) (*http.Response, error) {
	r, err := http.NewRequest(http.MethodGet, "https://tracker.example/x", nil)
	if err != nil {
		return nil, err
	}
	return l.Transport(wire).RoundTrip(r)
}

// A pause that the tracker asked for is no part of the time that a try may take.
func TestAPauseCostsNoTry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := NewLine(slog.New(slog.DiscardHandler))
		tries := 0
		got, err := ask(l, func(r *http.Request) (*http.Response, error) {
			if tries++; tries == 1 {
				return respond(r, http.StatusTooManyRequests, http.Header{"Retry-After": {"100"}}), nil
			}
			if r.Context().Err() != nil {
				return nil, r.Context().Err()
			}
			return respond(r, http.StatusOK, http.Header{}), nil
		})
		if err != nil || got.StatusCode != http.StatusOK || tries != 2 {
			t.Fatalf("after a pause longer than a try may take: %v, %v in %d tries", got, err, tries)
		}
		got.Body.Close()
		if lost := time.Duration(l.lost.Load()); lost > 0 {
			t.Errorf("%s count as lost, although the tracker asked for them", lost)
		}
	})
}

// A tracker that hangs is not waited for without end.
func TestHangingTriesAreLostTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := NewLine(slog.New(slog.DiscardHandler))
		begun, questions := time.Now(), 0
		for time.Duration(l.lost.Load()) < endurance {
			questions++
			_, err := ask(l, func(r *http.Request) (*http.Response, error) {
				<-r.Context().Done()
				return nil, r.Context().Err()
			})
			if err == nil {
				t.Fatal("an answer came from nowhere")
			}
		}
		if took := time.Since(begun); questions > 2 || took > endurance+2*timeout {
			t.Errorf("%d questions took %s", questions, took)
		}
		if _, err := ask(l, func(*http.Request) (*http.Response, error) { return nil, errors.New("broken") }); err == nil {
			t.Error("a broken line answers")
		}
	})
}

// There are a few rooms: whoever comes then waits for one, and one that grew large is not
// kept.
func TestRooms(t *testing.T) {
	line := NewLine(slog.New(slog.DiscardHandler))
	var leave []func()
	for range cap(line.rooms) {
		room, free, err := line.Room(t.Context())
		if err != nil || room.Len() > 0 {
			t.Fatalf("a room of %d bytes and %v", room.Len(), err)
		}
		room.Grow(spacious + 1)
		room.WriteString("used")
		leave = append(leave, free)
	}
	ctx, interrupt := context.WithCancel(t.Context())
	interrupt()
	if _, _, err := line.Room(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("another room came, with %v", err)
	}
	for _, free := range leave {
		free()
	}
	room, _, err := line.Room(t.Context())
	if err != nil || room.Len() > 0 || room.Cap() > spacious {
		t.Errorf("later there is a room of %d bytes for %d, and %v", room.Len(), room.Cap(), err)
	}
}
