package jira

// This file is how one question is put to Jira: pacing, waiting when told to, asking
// again when an answer is broken, and reading the answer as JSON.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/hashicorp/go-retryablehttp"
	"golang.org/x/time/rate"
)

const (
	tries       = 5                // of one request, and of one answer that came broken
	longestWait = 60 * time.Second // a longer Retry-After ends the pull: better late than asleep
	timeout     = 90 * time.Second // of one try, the body included
	largestBody = 64 << 20         // bytes, unpacked
	pace        = 50               // requests a second; Jira's own burst limit is far higher
)

// lenient accepts what Jira sends and strict JSON forbids.
var lenient = json.JoinOptions(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))

func unmarshal(data []byte, into any) error { return json.Unmarshal(data, into, lenient) }

// transport is what lies below the one that signs: retries, then pacing, then the wire.
func (c *Connector) transport(wire http.RoundTripper) http.RoundTripper {
	if wire == nil {
		wire = http.DefaultTransport.(*http.Transport).Clone()
	}
	return &retryablehttp.RoundTripper{Client: &retryablehttp.Client{
		HTTPClient:   &http.Client{Transport: paced{wire, rate.NewLimiter(pace, pace)}, CheckRedirect: stay, Timeout: timeout},
		RetryMax:     tries - 1,
		CheckRetry:   worthRetrying,
		Backoff:      func(_, _ time.Duration, try int, r *http.Response) time.Duration { return c.wait(try, r) },
		ErrorHandler: retryablehttp.PassthroughErrorHandler,
	}}
}

// stay follows no redirect: the API never needs one, and the transport would sign
// the request to wherever it leads.
func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

type paced struct {
	next    http.RoundTripper
	limiter *rate.Limiter
}

func (p paced) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := p.limiter.Wait(r.Context()); err != nil {
		return nil, err
	}
	return p.next.RoundTrip(r)
}

// worthRetrying is the library's policy without the two cases where asking again
// only costs time: a host that does not exist, and a wait beyond all patience.
func worthRetrying(ctx context.Context, r *http.Response, err error) (bool, error) {
	var dns *net.DNSError
	if errors.As(err, &dns) && dns.IsNotFound {
		return false, err
	}
	if r != nil && retryAfter(r) > longestWait {
		return false, nil
	}
	again, cause := retryablehttp.DefaultRetryPolicy(ctx, r, err)
	if r != nil {
		cause = nil // the answer itself says what is wrong
	}
	return again, cause
}

// pause is how long to wait before the next try: as long as Jira asks, else half a
// second, doubling, with some jitter.
func pause(try int, r *http.Response) time.Duration {
	if r != nil && r.Header.Get("Retry-After") != "" {
		return min(retryAfter(r), longestWait)
	}
	wait := min(500*time.Millisecond<<min(try, 6), 30*time.Second)
	return time.Duration(float64(wait) * (0.7 + 0.6*rand.Float64()))
}

// retryAfter reads the header of that name, in seconds or as a date.
func retryAfter(r *http.Response) time.Duration {
	value := r.Header.Get("Retry-After")
	if seconds, err := strconv.Atoi(value); err == nil {
		return time.Duration(min(max(seconds, 0), 1e6)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(time.Until(at), 0)
	}
	return 0
}

// get asks for path, which is relative to the site.
func (c *Connector) get(ctx context.Context, path string, query url.Values, into any) error {
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	return c.ask(ctx, http.MethodGet, path, nil, into)
}

// ask sends one question, and sends it again while the answer comes cut or garbled.
// The platform's paths are given in version 2, whose texts are plain strings; where
// a site answers that there is none, version 3 is asked.
func (c *Connector) ask(ctx context.Context, method, path string, body, into any) error {
	err := c.askUntilWhole(ctx, method, path, body, into)
	if rest, ok := strings.CutPrefix(path, "rest/api/2/"); ok && isNotFound(err) {
		if newer := c.askUntilWhole(ctx, method, "rest/api/3/"+rest, body, into); !isNotFound(newer) {
			return newer
		}
	}
	return err
}

func isNotFound(err error) bool {
	status, ok := errors.AsType[*statusError](err)
	return ok && status.code == http.StatusNotFound
}

func (c *Connector) askUntilWhole(ctx context.Context, method, path string, body, into any) error {
	for try := 0; ; try++ {
		err := c.askOnce(ctx, method, path, body, into)
		var broken *brokenError
		if !errors.As(err, &broken) || try+1 >= tries || ctx.Err() != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(c.wait(try, nil)):
		}
	}
}

func (c *Connector) askOnce(ctx context.Context, method, path string, body, into any) error {
	request, err := c.client.NewRequestWithContext(ctx, method, path, body)
	if err != nil {
		return c.blot(err)
	}
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Accept-Language", "en")
	request.Header.Set("X-Force-Accept-Language", "true")
	answer, err := c.client.Do(request, nil)
	if answer == nil || answer.Response == nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return c.unreachable(err)
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(io.LimitReader(answer.Body, largestBody+1))
	where, _, _ := strings.Cut(path, "?")
	c.log.DebugContext(ctx, "asked Jira", "method", method, "path", where, "status", answer.StatusCode, "bytes", len(page))
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case answer.StatusCode >= 300:
		return c.refused(answer.Response, page)
	case err != nil:
		return &brokenError{fmt.Errorf("the answer was cut off after %d bytes", len(page))}
	case len(page) > largestBody:
		return &strangeError{what: fmt.Sprintf("the answer is larger than %d MiB", largestBody>>20)}
	case loginFailed(answer.Response):
		return &statusError{code: http.StatusUnauthorized}
	case isPage(answer.Response, page):
		return &strangeError{what: "a web page came instead of data", page: true}
	}
	if err := unmarshal(page, into); err != nil {
		return &brokenError{errors.New("the answer is no JSON of the promised shape" + position(err))}
	}
	return nil
}

// loginFailed reports whether Jira took no notice of the token and answered as to a stranger.
func loginFailed(r *http.Response) bool {
	reason := r.Header.Get("X-Seraph-LoginReason")
	return strings.Contains(reason, "FAILED") || strings.Contains(reason, "DENIED")
}

func isPage(r *http.Response, body []byte) bool {
	return strings.Contains(r.Header.Get("Content-Type"), "text/html") || bytes.HasPrefix(bytes.TrimSpace(body), []byte("<"))
}

// position tells where decoding stopped, without any of the content.
func position(err error) string {
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok && semantic.JSONPointer != "" {
		return fmt.Sprintf(" (at %.80q)", semantic.JSONPointer)
	}
	return ""
}
