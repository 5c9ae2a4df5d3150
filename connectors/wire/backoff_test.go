package wire

import (
	"log/slog"
	"net/http"
	"testing"
	"time"
)

// A refusal that asks to wait no time at all is still no reason to ask at once.
func TestBackoffAfterARefusal(t *testing.T) {
	l := NewLine(slog.New(slog.DiscardHandler))
	refusal := &http.Response{StatusCode: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {"0"}}}
	pause := func() (own, others time.Duration) {
		a := &attempt{line: l}
		if again, err := a.again(t.Context(), refusal, nil); !again || err != nil {
			t.Fatalf("asking again: %t, %v", again, err)
		}
		l.pacer.until = time.Time{}
		return a.pause(), time.Until(l.pacer.until)
	}
	if got, others := pause(); got < time.Second || others > 0 {
		t.Errorf("Retry-After: 0 waits %s, and the other questions %s", got, others)
	}
	refusal.Header.Set("X-RateLimit-FillRate", "1")
	refusal.Header.Set("X-RateLimit-Interval-Seconds", "7")
	if got, others := pause(); got != 7*time.Second || others < 6*time.Second {
		t.Errorf("an allowance that is filled up every 7 s is waited for %s, and by the other questions %s", got, others)
	}
	refusal.Header.Set("Retry-After", "3")
	if got, _ := pause(); got != 3*time.Second {
		t.Errorf("Retry-After: 3 waits %s", got)
	}
	refusal.Header.Set("Retry-After", "119")
	if got, others := pause(); got != 119*time.Second || others < 118*time.Second {
		t.Errorf("Retry-After: 119 waits %s, and the other questions %s", got, others)
	}
}

// What keeps failing is not asked again for ever, however many questions there are.
func TestEndurance(t *testing.T) {
	l := NewLine(slog.New(slog.DiscardHandler))
	failure := &http.Response{StatusCode: http.StatusBadGateway, Header: http.Header{}}
	questions := 0
	for ; questions < 1000; questions++ {
		a := &attempt{line: l}
		again, _ := a.again(t.Context(), failure, nil)
		if !again {
			break
		}
		a.pause()
	}
	if lost := time.Duration(l.lost.Load()); lost < endurance || lost > endurance+time.Second || questions == 1000 {
		t.Errorf("%d questions lost %s, want an end after %s", questions, lost, endurance)
	}
}
