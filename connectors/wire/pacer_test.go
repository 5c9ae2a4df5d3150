package wire

import (
	"log/slog"
	"math"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

func TestPace(t *testing.T) {
	monday := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	const full = math.MaxFloat64
	for name, c := range map[string]struct {
		header map[string]string
		want   float64
	}{
		"nothing said":               {nil, full},
		"plenty left":                {map[string]string{"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "50", "X-RateLimit-Reset": "30"}, full},
		"a tenth left, in seconds":   {map[string]string{"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "30", "X-RateLimit-Reset": "10"}, 3},
		"a tenth left, as a date":    {map[string]string{"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "30", "X-RateLimit-Reset": "2026-03-02T09:00:10Z"}, 3},
		"a tenth left, by the epoch": {map[string]string{"RateLimit-Limit": "300", "RateLimit-Remaining": "30", "RateLimit-Reset": "1772442010"}, 3},
		"the proposed standard":      {map[string]string{"RateLimit": `"global";r=10;t=20`}, 0.5},
		"its beta, plenty left":      {map[string]string{"Beta-RateLimit": `"global";r=11000;t=600`}, full},
		"Cloud says it is near":      {map[string]string{"X-RateLimit-NearLimit": "true"}, 2},
		"Data Center refills":        {map[string]string{"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "0", "X-RateLimit-FillRate": "10", "X-RateLimit-Interval-Seconds": "2"}, 5},
		"none left for an hour":      {map[string]string{"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "3600"}, 0.2},
		"no number":                  {map[string]string{"X-RateLimit-Remaining": "few", "X-RateLimit-Reset": "soon"}, full},
	} {
		h := http.Header{}
		for key, value := range c.header {
			h.Set(key, value)
		}
		if got := float64(pace(h, monday)); got != c.want {
			t.Errorf("%s: %g questions a second, want %g", name, got, c.want)
		}
	}
	if monday.Unix() != 1772442000 {
		t.Errorf("the test's epoch is %d", monday.Unix())
	}
}

type answer http.Response

func (a *answer) RoundTrip(*http.Request) (*http.Response, error) { return (*http.Response)(a), nil }

// Azure asks for a pause with an answer that is fine: the next question waits.
func TestPauseAfterAnAnswer(t *testing.T) {
	for status, want := range map[int]bool{http.StatusOK: true, http.StatusTooManyRequests: false} { // the other is the retries' business
		l := NewLine(slog.New(slog.DiscardHandler))
		fine := &answer{StatusCode: status, Header: http.Header{"Retry-After": {"7"}}}
		if _, err := (paced{fine, l}).RoundTrip(httptest.NewRequest(http.MethodGet, "/", nil)); err != nil {
			t.Fatal(err)
		}
		if wait := time.Until(l.pacer.until); (wait > 6*time.Second && wait <= 7*time.Second) != want {
			t.Errorf("after %d the next question waits %s", status, wait)
		}
	}
}
