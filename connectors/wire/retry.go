package wire

// This file decides whether and when a request is sent again. A failure is tried a few
// times. Being asked to slow down is no failure: there, the time spent waiting counts.
// How to come by without being asked is in pacer.go.

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

const (
	tries     = 5                // of one request that fails
	endurance = 10 * time.Minute // of all failed tries of one connection, and the pauses after them
	patience  = 2 * time.Minute  // of waiting for one request, when the tracker asks to slow down
)

// retrying sends requests again. Each request has its own count and its own patience.
type retrying struct {
	line   *Line
	client *http.Client
}

func (r *retrying) RoundTrip(request *http.Request) (*http.Response, error) {
	a := &attempt{line: r.line}
	backoff := func(_, _ time.Duration, _ int, _ *http.Response) time.Duration {
		r.line.Log.DebugContext(request.Context(), "waiting before the next try", "path", request.URL.Path, "for", a.next)
		return a.pause()
	}
	again := &retryablehttp.RoundTripper{Client: &retryablehttp.Client{
		HTTPClient:   r.client,
		RetryMax:     int(patience/time.Second) + tries, // never reached: no wait that a tracker asks for is shorter
		CheckRetry:   a.again,
		Backoff:      backoff,
		ErrorHandler: retryablehttp.PassthroughErrorHandler,
	}}
	return again.RoundTrip(request)
}

// attempt is one request under way.
type attempt struct {
	line *Line

	failed int           // tries that failed
	slowed int           // tries that the tracker turned away for a while
	waited time.Duration // because the tracker asked for it
	next   time.Duration // until the next try
	why    reason        // for that
}

// reason is why a request is not sent again at once.
type reason int

const (
	broke  reason = iota // it failed
	slowed               // the tracker asks to slow down
	timed                // and says for how long
)

// pause begins the time until the next try. Where the tracker says how long, all questions of
// the connection wait.
func (a *attempt) pause() time.Duration {
	if a.why == broke {
		return a.line.lose(a.next)
	}
	wait := a.line.Wait(a.next)
	if a.why == timed {
		a.line.pacer.hold(min(wait, patience))
	}
	return wait
}

// again is the library's policy with our limits, and without the case where asking
// again only costs time: a host that does not exist.
func (a *attempt) again(ctx context.Context, r *http.Response, err error) (bool, error) {
	var dns *net.DNSError
	if errors.As(err, &dns) && dns.IsNotFound {
		return false, err
	}
	worth, cause := retryablehttp.DefaultRetryPolicy(ctx, r, err)
	if r != nil {
		cause = nil // the answer itself says what is wrong
	}
	if !worth || r != nil && a.line.Hopeless != nil && a.line.Hopeless(r) {
		return false, cause
	}
	if r == nil || !slowDown(r) {
		a.next, a.why = backoff(a.failed)/2, broke
		a.failed++
		return a.failed < tries && time.Duration(a.line.lost.Load()) < endurance, cause
	}
	a.next, a.why = backoff(a.slowed), slowed
	a.slowed++
	if wait := askedFor(r); wait > 0 {
		a.next, a.why = max(wait, time.Second), timed
	}
	a.waited += a.next
	return a.waited <= patience, nil
}

// slowDown reports whether the tracker asks for time, and not for help.
func slowDown(r *http.Response) bool {
	return r.StatusCode == http.StatusTooManyRequests || r.StatusCode == http.StatusServiceUnavailable && r.Header.Get("Retry-After") != ""
}

// askedFor is how long the tracker asks to wait; 0 if it does not say. A Jira Data Center says with
// every answer, even a refusal, that nothing need be waited for; then it counts when it
// fills up the allowance.
func askedFor(r *http.Response) time.Duration {
	wait := RetryAfter(r)
	if wait == 0 && r.Header.Get("Retry-After") != "" {
		_, _, window := allowance(r.Header, time.Now())
		return min(window, time.Minute)
	}
	return wait
}

// backoff is how long to wait when the tracker does not say: one to two seconds, doubled with
// every try, and never more than half a minute.
func backoff(try int) time.Duration {
	return min(time.Duration(float64(time.Second<<min(try, 5))*(1+rand.Float64())), 30*time.Second)
}

// RetryAfter reads the header of that name, in seconds or as a date.
func RetryAfter(r *http.Response) time.Duration {
	value := r.Header.Get("Retry-After")
	if seconds, err := strconv.Atoi(value); err == nil {
		return time.Duration(min(max(seconds, 0), 1e6)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(time.Until(at), 0)
	}
	return 0
}
