package wire

// This file keeps the pace: as fast as eight questions at a time go, until the tracker
// says that its patience is running out. Then what is left is spread over the time until it
// is renewed, so that the wall is never met.

import (
	"context"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// scarce is the part of a limit below which the pace slows down; slowest the longest
// time between two questions.
const (
	scarce  = 0.2
	slowest = 5 * time.Second
)

// pacer holds back the questions of one connection.
type pacer struct {
	limiter *rate.Limiter
	mutex   sync.Mutex
	until   time.Time // nothing is sent before
}

func newPacer() *pacer { return &pacer{limiter: rate.NewLimiter(rate.Inf, 1)} }

// hold stops all questions for a while.
func (p *pacer) hold(wait time.Duration) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if until := time.Now().Add(wait); until.After(p.until) {
		p.until = until
	}
}

// wait lets the next question pass when it is time.
func (p *pacer) wait(ctx context.Context) error {
	p.mutex.Lock()
	wait := time.Until(p.until)
	p.mutex.Unlock()
	if wait > 0 {
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return p.limiter.Wait(ctx)
}

// paced sends each question when it is time. From then on, it has its timeout.
type paced struct {
	next http.RoundTripper
	line *Line
}

func (t paced) RoundTrip(r *http.Request) (*http.Response, error) {
	pacer := t.line.pacer
	if err := pacer.wait(r.Context()); err != nil {
		return nil, err
	}
	begun := time.Now()
	ctx, cancel := context.WithTimeout(r.Context(), t.line.timeout)
	answer, err := t.next.RoundTrip(r.WithContext(ctx))
	if err != nil {
		cancel()
		t.line.lost.Add(int64(time.Since(begun)))
		return nil, err
	}
	answer.Body = &ending{answer.Body, cancel}
	pacer.limiter.SetLimit(pace(answer.Header, time.Now()))
	if wait := RetryAfter(answer); wait > 0 && answer.StatusCode < 300 {
		pacer.hold(min(wait, patience)) // Azure asks for pauses with answers that are fine
	}
	return answer, nil
}

// ending is a body that ends the timeout of its question when it is closed.
type ending struct {
	io.ReadCloser
	end func()
}

// Close closes the body.
func (e *ending) Close() error {
	defer e.end()
	return e.ReadCloser.Close()
}

// pace reads how many questions a second the headers of an answer allow. Jira Cloud,
// Data Center, Azure and the proxies before them write it in different ways.
func pace(h http.Header, now time.Time) rate.Limit {
	left, limit, window := allowance(h, now)
	switch {
	case h.Get("X-RateLimit-NearLimit") == "true" && (left < 0 || window <= 0):
		return 2
	case left < 0 || window <= 0 || limit > 0 && float64(left) >= scarce*float64(limit) || limit <= 0 && left > Parallel*2:
		return rate.Inf
	}
	return max(rate.Limit(float64(max(left, 1))/window.Seconds()), rate.Every(slowest))
}

// quota is the form of the proposed standard: "default";r=50;t=30.
var quota = regexp.MustCompile(`;\s*([a-z]+)=(\d+)`)

// allowance is how many questions are left of how many, and for how long; left is -1
// and the others 0 where the headers do not tell.
func allowance(h http.Header, now time.Time) (left, limit int, window time.Duration) {
	number := func(names ...string) int {
		for _, name := range names {
			if n, err := strconv.Atoi(strings.TrimSpace(h.Get(name))); err == nil && n >= 0 {
				return n
			}
		}
		return -1
	}
	for _, name := range []string{"RateLimit", "Beta-RateLimit"} {
		said := map[string]int{}
		for _, part := range quota.FindAllStringSubmatch(h.Get(name), -1) {
			said[part[1]], _ = strconv.Atoi(part[2])
		}
		if t, ok := said["t"]; ok {
			return said["r"], 0, time.Duration(t) * time.Second
		}
	}
	left = number("X-RateLimit-Remaining", "RateLimit-Remaining")
	limit = max(number("X-RateLimit-Limit", "RateLimit-Limit"), 0)
	if fill, every := number("X-RateLimit-FillRate"), number("X-RateLimit-Interval-Seconds"); fill > 0 && every > 0 {
		// Data Center refills all the time: what it refills may be used.
		return max(left, fill), limit, time.Duration(every) * time.Second
	}
	return left, limit, resetIn(h, now)
}

// resetIn reads when a limit is renewed: a date, seconds from now, or seconds of the epoch.
func resetIn(h http.Header, now time.Time) time.Duration {
	for _, name := range []string{"X-RateLimit-Reset", "RateLimit-Reset"} {
		said := strings.TrimSpace(h.Get(name))
		if n, err := strconv.ParseInt(said, 10, 64); err == nil {
			if n > 1e9 {
				n -= now.Unix()
			}
			return time.Duration(max(n, 1)) * time.Second
		}
		for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z"} {
			if at, err := time.Parse(layout, said); err == nil {
				return max(at.Sub(now), time.Second)
			}
		}
	}
	return 0
}
