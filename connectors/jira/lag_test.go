package jira_test

// These tests hold that no change is missed for want of a common clock, a common zone, an
// up-to-date search or a time of change.

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

// lagging is a Jira whose searches for changes do not know the newest ones yet.
type lagging struct {
	next http.RoundTripper
	old  http.RoundTripper
}

func (l lagging) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body == nil {
		return l.next.RoundTrip(r)
	}
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(strings.NewReader(string(raw)))
	if strings.Contains(string(raw), "AND updated") {
		return l.old.RoundTrip(r)
	}
	return l.next.RoundTrip(r)
}

func TestClocksAndSearchesThatLag(t *testing.T) {
	for name, skew := range map[string]time.Duration{"exact": 0, "three hours ahead": 3 * time.Hour, "three hours behind": -3 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			held := pulls.Store{}
			knows := func(title string) bool {
				return slices.ContainsFunc(held.Documents(), func(d connectors.Document) bool {
					return d.Kind == "issue" && strings.Contains(string(d.Body), `"summary":"`+title+`"`)
				})
			}
			pullAt := func(at time.Time, wire http.RoundTripper) {
				t.Helper()
				if _, err := held.Take(t.Context(), connectVia(t, wire, at.Add(skew)), growingTeam, "issue"); err != nil {
					t.Fatal(err)
				}
			}
			changed := day(3, 0)
			before := jirafake.New(growing(changed.Add(-time.Minute))).Transport()
			pullAt(changed.Add(-time.Minute), before)
			after := changed.Add(30 * time.Second)
			pullAt(after, lagging{jirafake.New(growing(after)).Transport(), before})
			if !knows("Story 5") || knows("Better") {
				t.Fatal("the new title is known although the search does not know it yet")
			}
			pullAt(after.Add(40*time.Minute), jirafake.New(growing(after.Add(40*time.Minute))).Transport())
			if knows("Story 5") || !knows("Better") {
				t.Error("the new title is not known")
			}
		})
	}
}

// A search for changes that stops before its end may have left out any of them, and no later
// one will look so far back.
func TestASearchForChangesThatStops(t *testing.T) {
	stopped := answer{status: http.StatusOK, body: `{"issues":[],"isLast":false,"nextPageToken":"more"}`}
	held := pulls.Store{}
	for _, at := range []time.Time{day(3, 0).Add(-time.Minute), day(3, 0).Add(time.Minute)} {
		wire := lagging{jirafake.New(growing(at)).Transport(), stopped} // a first pull does not search for changes
		if _, err := held.Take(t.Context(), connectVia(t, wire, at), growingTeam, "issue"); err != nil {
			t.Fatal(err)
		}
	}
	isNew := func(d connectors.Document) bool { return strings.Contains(string(d.Body), `"summary":"Better"`) }
	told := func(d connectors.Document) bool {
		return strings.Contains(string(d.Body), "more search results, but gives none")
	}
	if !slices.ContainsFunc(held.Documents(), isNew) || !slices.ContainsFunc(held.Documents(), told) {
		t.Error("the new title is not known, or nobody was told that the search stopped")
	}
}

func TestChangesAreAskedForInTheZoneOfTheAccount(t *testing.T) {
	// The newest change that is held is the last comment, of 09:24 in UTC.
	for said, want := range map[string]string{
		`{"timeZone":"Asia/Tokyo"}`: `updated \u003e= \"2026-03-06 17:24\"`,
		`{"timeZone":"Etc/UTC"}`:    `updated \u003e= \"2026-03-06 08:24\"`,
		`{"timeZone":null}`:         `updated \u003e= \"2026-03-05 20:24\"`,
		`{"timeZone":"Nowhere/At"}`: `updated \u003e= \"2026-03-05 20:24\"`,
	} {
		held := pulls.Store{}
		snap := growing(day(4, 10))
		var wire *pulls.Tally
		for range 2 {
			said := answer{word: "myself", next: jirafake.New(snap).Transport(), status: http.StatusOK, body: said}
			wire = &pulls.Tally{Next: said}
			if _, err := held.Take(t.Context(), connectVia(t, wire, day(4, 10)), growingTeam, "issue"); err != nil {
				t.Fatal(err)
			}
		}
		if !slices.ContainsFunc(wire.Asked, func(line string) bool { return strings.Contains(line, want) }) {
			t.Errorf("%s: no question with %s in\n%s", said, want, strings.Join(wire.Asked, "\n"))
		}
	}
}

func TestShuffled(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "a b", ""},
		{"a b c d", "a b c d", ""},
		{"a b c d", "a c d", ""},        // b is gone
		{"a b c d", "x a b c d", ""},    // x is new
		{"a b c d e", "e a b c d", "e"}, // to the top
		{"a b c d e", "b c d a e", "a"}, // down
		{"a b c d", "b a c d", "a b"},   // a swap: either may have been moved
		{"a b c d e f", "f b c d e a", "a f"},
	} {
		got := jira.Shuffled(strings.Fields(c.before), strings.Fields(c.after))
		slices.Sort(got)
		if strings.Join(got, " ") != c.want {
			t.Errorf("from %q to %q: moved %q, want %q", c.before, c.after, got, c.want)
		}
	}
}

// TestDoneAllTheTime asks a site that cannot search by the date of the last change of
// status: what was done before the horizon and edited since is no part of the question.
func TestDoneAllTheTime(t *testing.T) {
	now := day(6, 0)
	whole := jirafake.New(growing(now)).Transport()
	refusing := roundTrip(func(r *http.Request) (*http.Response, error) {
		if r.Body != nil {
			raw, err := io.ReadAll(r.Body)
			if err != nil {
				return nil, err
			}
			if r.Body = body(string(raw)); strings.Contains(string(raw), "statusCategoryChangedDate") {
				return answer{status: http.StatusBadRequest, body: `{"errorMessages":["Field 'statusCategoryChangedDate' does not exist"]}`}.RoundTrip(r)
			}
		}
		return whole.RoundTrip(r)
	})
	team := growingTeam
	team.History = now.Sub(day(0, 0)) // PAY-30 was done before that, PAY-4 after
	held := pulls.Store{}
	for i := range 2 {
		c := connectVia(t, refusing, now)
		fetched, err := held.Take(t.Context(), c, team, "issue")
		if err != nil {
			t.Fatal(err)
		}
		got := understood(t, c, team, held.Documents())
		var keys []string
		for _, it := range got.Items {
			keys = append(keys, it.Key)
		}
		if slices.Contains(keys, "PAY-30") || !slices.Contains(keys, "PAY-4") || got.Coverage.Expected != len(got.Items) {
			t.Errorf("pull %d gives %v of %d expected", i+1, keys, got.Coverage.Expected)
		}
		if i == 1 && len(fetched) > 0 {
			t.Errorf("the second pull fetched %v again", fetched)
		}
	}
}
