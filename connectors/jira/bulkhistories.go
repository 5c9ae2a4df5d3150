package jira

// This file fetches the histories of many issues at once, where the site can. Such
// answers have no total, so that one which was cut would look whole: whatever may be cut
// is asked for again, issue by issue, where there is a total.

import (
	"cmp"
	"context"
	"maps"
	"net/http"
	"slices"
	"sync/atomic"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors/wire"
)

// bulkPage is how many histories one bulk answer may hold.
const bulkPage = 10000

// A history with so many changes or more, in round numbers, may have been cut there:
// Jira's own caps are 40 and 100.
const (
	leastCap = 40
	roundCap = 10
)

// samples is how many issues tell whether an answer was cut: if it was, it lacks something
// of most issues that were edited later.
const samples = 10

// told is what bulk answers tell of one issue. Its histories may come on several pages, and
// the same one twice.
type told struct {
	lists  []jsontext.Value // of histories
	count  int
	newest time.Time
}

// with joins what two answers tell; nil tells nothing.
func (t *told) with(more *told) *told {
	if t == nil {
		return more
	}
	return &told{append(t.lists, more.lists...), t.count + more.count, latest(t.newest, more.newest)}
}

// parts are the texts of a page, in the order of the issues.
func (p *logPage) parts() (parts []jsontext.Value) {
	for _, issue := range slices.Sorted(maps.Keys(p.logs)) {
		parts = append(parts, p.logs[issue].lists...)
	}
	return parts
}

// later is the later of two times as Jira writes them; one that cannot be read counts as
// none, and is complained about by whoever reads the whole history.
func later(a, b []byte) time.Time {
	var one, other stamp
	_, _ = one.UnmarshalJSON(a), other.UnmarshalJSON(b)
	return latest(one.Time, other.Time)
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// histories fills in the histories of some issues.
func (p *pull) histories(ctx context.Context, issues []*detailed) error {
	for some := range slices.Chunk(issues, fetchGroup) {
		var names []string
		for _, d := range some {
			names = append(names, string(d.ID))
		}
		logs, err := p.bulk(ctx, names)
		if err != nil {
			return failed(err, "reading histories")
		}
		if err := p.match(ctx, some, logs); err != nil {
			return err
		}
	}
	return nil
}

// catchUp asks once more for the histories of issues that were edited since the site first
// answered: they may have been told before the edit that the issue shows.
func (p *pull) catchUp(ctx context.Context, issues []*detailed, logs map[id]*told) error {
	if logs == nil {
		return nil
	}
	var edited []string
	for _, d := range issues {
		if p.isMoving(d) {
			edited = append(edited, string(d.ID))
		}
	}
	newer, err := p.bulk(ctx, edited)
	maps.Copy(logs, newer)
	return err
}

// isMoving reports whether the issue was edited since the site first answered, by its own
// clock. An edit after that may have been missed, and another one at the same moment leaves
// no trace in the time of the last.
func (p *pull) isMoving(d *detailed) bool {
	begun := p.begun.Load()
	return begun != 0 && d.updatedAfter(time.Unix(begun, 0).Add(-2*slack))
}

// match gives issues their histories, and asks one by one for those that the bulk answer
// left out or may have cut. Where it did cut some, neither a comment nor an edit at the very
// moment of the cut is an excuse for the others.
func (p *pull) match(ctx context.Context, issues []*detailed, logs map[id]*told) error {
	var newest time.Time
	for _, t := range logs {
		newest = latest(newest, t.newest)
	}
	var alone, late, excused []*detailed
	for _, d := range issues {
		t := cmp.Or(logs[d.ID], &told{})
		switch {
		case logs == nil || t.doubtful(d):
			alone = append(alone, d)
			continue
		case t.count == 0:
		case d.updatedAfter(newest) && !d.commentedLast():
			late = append(late, d)
		case d.updatedAfter(newest.Add(-2 * slack)):
			excused = append(excused, d)
		}
		var err error
		if d.log, err = oneLog(t.lists); err != nil {
			return failed(err, "reading the history of %s", oneLine(d.Key))
		}
		d.recorded = true
	}
	for i, d := range late {
		if i%(len(late)/samples+1) == 0 {
			alone = append(alone, d)
		} else {
			excused = append(excused, d)
		}
	}
	cut, err := p.singles(ctx, alone, logs)
	if err == nil && cut {
		_, err = p.singles(ctx, excused, logs)
	}
	return err
}

// singles asks for histories one by one, and reports whether a bulk answer had cut one.
func (p *pull) singles(ctx context.Context, issues []*detailed, logs map[id]*told) (cut bool, err error) {
	var lacked atomic.Bool
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(wire.Parallel)
	for _, d := range issues {
		t := cmp.Or(logs[d.ID], &told{})
		group.Go(func() error {
			n, err := p.single(inner, d, t.lists)
			if n > t.count {
				lacked.Store(true)
			}
			return err
		})
	}
	err = group.Wait()
	return lacked.Load(), err
}

// doubtful reports whether changes of the issue itself may be lacking: it was edited and
// has none, or their number is that of a cap. One that was edited after the newest change
// of any issue is doubtful too: the answer is sorted by time.
func (t *told) doubtful(d *detailed) bool {
	return t.count == 0 && d.editedAfter(d.fields.of("created")) || capped(t.count)
}

// capped reports whether a history of so many changes may have been cut there.
func capped(n int) bool { return n >= leastCap && n%roundCap == 0 }

// slack is how much later than the change itself Jira may note that an issue changed.
const slack = time.Second

// updatedAfter reports whether Jira says that something happened to the issue after a
// time.
func (d *detailed) updatedAfter(at time.Time) bool {
	return d.updated.Sub(at) > slack
}

// editedAfter is updatedAfter for a time as Jira writes it.
func (d *detailed) editedAfter(raw jsontext.Value) bool {
	var at stamp
	return at.UnmarshalJSON(raw) == nil && d.updatedAfter(at.Time)
}

// commentedLast reports whether a comment was the last that happened to the issue:
// histories do not tell comments.
func (d *detailed) commentedLast() bool {
	var given struct {
		Comments []struct {
			Updated jsontext.Value `json:"updated"`
			Created jsontext.Value `json:"created"`
		} `json:"comments"`
	}
	if decode(d.fields.of("comment"), &given) != nil {
		return false
	}
	for _, c := range given.Comments {
		if len(c.Updated) > 0 && !d.editedAfter(c.Updated) || !d.editedAfter(c.Created) {
			return true
		}
	}
	return false
}

// bulk asks for the histories of many issues at once; nil where the site cannot tell
// them so. An answer that is too large is asked for in halves; the one issue that is too
// large alone is left out.
func (p *pull) bulk(ctx context.Context, names []string) (map[id]*told, error) {
	if p.noBulk.Load() || len(names) == 0 {
		return nil, nil
	}
	got, err := p.bulkPages(ctx, names)
	switch {
	case isAbsent(err):
		p.noBulk.Store(true)
		p.log.DebugContext(ctx, "no bulk histories here", "why", err)
		return nil, nil
	case tooLarge(err) && len(names) == 1:
		return map[id]*told{}, nil
	case !tooLarge(err):
		return got, err
	}
	got = map[id]*told{}
	for some := range slices.Chunk(names, (len(names)+1)/2) {
		half, err := p.bulk(ctx, some)
		if half == nil || err != nil {
			return nil, err
		}
		maps.Copy(got, half)
	}
	return got, nil
}

// bulkPages walks the pages of a bulk answer.
func (p *pull) bulkPages(ctx context.Context, names []string) (map[id]*told, error) {
	body := struct {
		IDs           []string `json:"issueIdsOrKeys"`
		MaxResults    int      `json:"maxResults"`
		NextPageToken string   `json:"nextPageToken,omitempty"`
	}{IDs: names, MaxResults: bulkPage}
	got := map[id]*told{}
	met := newPages()
	for used := map[string]bool{}; len(used) < pageCap; {
		var answer logPage
		if err := p.ask(ctx, http.MethodPost, "rest/api/2/changelog/bulkfetch", body, &answer); err != nil {
			return nil, err
		}
		for issue, t := range answer.logs {
			got[issue] = got[issue].with(t)
		}
		if answer.next == "" {
			return got, nil
		}
		body.NextPageToken = answer.next
		if used[body.NextPageToken] || met.repeated(answer.parts()...) {
			return nil, &strangeError{what: "the histories repeat the same page again and again"}
		}
		used[body.NextPageToken] = true
	}
	return nil, &strangeError{what: "the histories do not end"}
}
