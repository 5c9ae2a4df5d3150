package jira

// This file remembers what earlier pulls brought. An issue is kept, without being
// fetched again, while Jira's own time of its last change stands still; the stamp of
// its document holds that time, its key and what is above it.

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/connectors"
)

// overlap is how far back a search for changes reaches behind the last pull: Jira's
// searches lag behind what was just written, and clocks differ.
const overlap = time.Hour

// begun tells since when changes must be looked for: the beginning of the last complete
// pull, or of the first of the unfinished ones since.
type begun struct{ At time.Time }

// holdings is what is held.
type holdings struct {
	mark    string            // of the present question: stamps with another one say nothing
	issues  map[string]string // stamps by issue id
	keys    map[string]string // ids by key
	outside map[string]string // stamps of issues that are not wanted
	order   []string
	since   time.Time // look for changes since then; zero: nothing is held

	known    map[string]bool // what the held lists know, by kind and id; nil: the lists are new
	stranger bool            // something else turned up
}

// recall reads what an earlier pull of this board learnt about the whole.
func (p *pull) recall(ctx context.Context, _ sink) error {
	if p.team.Held == nil {
		return nil
	}
	all, err := p.team.Held.Stamps(ctx, aboutKind)
	if err != nil || len(all) != 1 {
		return err
	}
	var old about
	for board := range all {
		raw, err := p.team.Held.Body(ctx, aboutKind, board)
		if err != nil || unmarshal(raw, &old) != nil {
			return err
		}
	}
	age := p.about.PulledAt.Sub(old.ListedAt)
	if old.Site != p.base || age < 0 || age > listAge || !old.complete() {
		return nil
	}
	p.about.ListedAt, p.about.Server = old.ListedAt, old.Server
	p.about.Fields, p.about.Statuses, p.about.Types = old.Fields, old.Statuses, old.Types
	p.about.Priorities, p.about.Resolutions = old.Priorities, old.Resolutions
	p.about.Gone = old.Gone // to ask for them again and again costs a question each
	p.held.known = map[string]bool{}
	return p.learn()
}

// complete reports whether the site told all about itself that it was asked for.
func (a about) complete() bool {
	return !slices.ContainsFunc([]jsontext.Value{a.Server, a.Fields, a.Statuses, a.Types, a.Priorities, a.Resolutions}, func(raw jsontext.Value) bool {
		return len(raw) == 0 || raw.Kind() == 'n'
	})
}

// learn notes what the held lists know.
func (p *pull) learn() error {
	for kind, raw := range map[string][]byte{"status": p.about.Statuses, "issuetype": p.about.Types,
		"priority": p.about.Priorities, "resolution": p.about.Resolutions} {
		var all []named
		if err := decode(raw, &all); err != nil {
			return err
		}
		for _, one := range all {
			p.held.known[kind+string(one.ID)] = true
		}
		p.held.known[kind] = len(all) > 0
	}
	return nil
}

// meet looks whether the held lists know what an issue names.
func (p *pull) meet(d *detailed) {
	if p.held.known == nil {
		return
	}
	for _, kind := range []string{"status", "issuetype", "priority", "resolution"} {
		var one named
		if decode(d.fields.of(kind), &one) == nil && one.ID != "" && p.held.known[kind] && !p.held.known[kind+string(one.ID)] {
			p.held.stranger = true
		}
	}
}

// begin reads what is held of the issues, and settles since when changes are wanted.
func (p *pull) begin(ctx context.Context, put sink) error {
	question := fnv.New32a()
	fmt.Fprintln(question, p.base, p.fields.wanted())
	p.held.mark = fmt.Sprintf("%08x", question.Sum32())
	if p.team.Held == nil {
		return put.value(begunKind, begunKind, begun{p.about.PulledAt})
	}
	if err := p.remember(ctx); err != nil {
		return err
	}
	var last begun
	raw, err := p.team.Held.Body(ctx, begunKind, begunKind)
	if err != nil {
		return err
	}
	if raw == nil || unmarshal(raw, &last) != nil || last.At.IsZero() || len(p.held.issues) == 0 {
		clear(p.held.issues)
		last.At = p.about.PulledAt
	} else {
		p.held.since = last.At
		if newest := p.newest(); newest.Before(last.At) {
			p.held.since = newest // by Jira's clock, which may be behind this one
		}
	}
	return put.value(begunKind, begunKind, last)
}

func (p *pull) remember(ctx context.Context) (err error) {
	held := p.team.Held
	if p.held.issues, err = held.Stamps(ctx, issueKind); err != nil {
		return err
	}
	if p.held.outside, err = held.Stamps(ctx, outsideKind); err != nil {
		return err
	}
	for _, of := range []map[string]string{p.held.issues, p.held.outside} {
		for issue, stamp := range of {
			if mark := strings.Fields(stamp); len(mark) < stampParents || mark[stampMark] != p.held.mark {
				delete(of, issue)
			}
		}
	}
	p.held.keys = make(map[string]string, len(p.held.issues))
	for issue, stamp := range p.held.issues {
		p.held.keys[strings.Fields(stamp)[stampKey]] = issue
	}
	raw, err := held.Body(ctx, orderKind, string(p.board.ID))
	if err == nil && raw != nil {
		err = unmarshal(raw, &p.held.order)
	}
	return err
}

// newest is the time of the newest change that is held, by Jira's own clock.
func (p *pull) newest() time.Time {
	newest := ""
	for _, stamp := range p.held.issues {
		updated, _, _ := strings.Cut(stamp, " ")
		newest = max(newest, updated) // all are in one form, in UTC
	}
	at, _ := time.Parse(stampLayout, newest)
	return at
}

// The parts of a stamp, which has blanks between them.
const (
	stampUpdated = iota
	stampMark
	stampComments
	stampKey
	stampParents // and all that follow

	stampLayout = "2006-01-02T15:04:05.000Z"
	apart       = "apart" // comments in a document of their own
)

// stampOf is the version of an issue: when it last changed, the question that was asked
// about it, whether its comments stand in a document of their own, its key, and the ids
// or keys above it. It is empty, so that the next pull fetches the issue again, where Jira
// does not tell the time, where the history or the comments did not come whole, and where the
// issue was edited meanwhile.
func (p *pull) stampOf(d *detailed) string {
	if d.updated.IsZero() || strings.ContainsAny(d.Key, " \t\n") || d.Key == "" || !d.recorded || d.unheard || p.isMoving(d) {
		return ""
	}
	comments := "inside"
	if d.comments != nil {
		comments = apart
	}
	return strings.Join(append([]string{d.updated.UTC().Format(stampLayout), p.held.mark, comments, d.Key}, d.above...), " ")
}

// glanced lists the fields that a Pull itself looks at.
func (m fieldMap) glanced() []string {
	return slices.Concat([]string{"created", "updated", "status", "issuetype", "priority", "resolution", "parent", "comment"}, m.epicLink, m.parentLink)
}

// keep says of an issue that it is as it is held.
func (p *pull) keep(put sink, issue string) error {
	stamp := strings.Fields(p.held.issues[issue])
	p.seen[id(issue)], p.kept[issue], p.keys[stamp[stampKey]] = true, true, true
	p.parents = append(p.parents, stamp[stampParents:]...)
	kinds := []string{historyKind, issueKind}
	if stamp[stampComments] == apart {
		kinds = append(kinds, commentsKind)
	}
	for _, kind := range kinds {
		if err := put(connectors.Document{Kind: kind, ID: issue}); err != nil {
			return err
		}
	}
	return nil
}

// shuffled lists the issues whose place among the others is not what it was. Jira does
// not always count a reordering as a change of the issue. Of two that swapped, nobody
// can tell which one was moved: both are listed.
func (p *pull) shuffled(order []string) []string {
	place := make(map[string]int, len(p.held.order))
	for i, issue := range p.held.order {
		place[issue] = i + 1
	}
	var issues []string
	var was []int
	for _, issue := range order {
		if at := place[issue]; at > 0 {
			issues, was = append(issues, issue), append(was, at)
		}
	}
	up := rising(was)
	back := slices.Clone(was)
	slices.Reverse(back)
	for i := range back {
		back[i] = -back[i]
	}
	down := rising(back)
	longest := 0
	if len(up) > 0 {
		longest = slices.Max(up)
	}
	on := make([]int, longest+1) // how many issues may stand at each step of a longest run
	for i := range was {
		if up[i]+down[len(was)-1-i] == longest+1 {
			on[up[i]]++
		}
	}
	var moved []string
	for i, issue := range issues {
		if up[i]+down[len(was)-1-i] != longest+1 || on[up[i]] > 1 {
			moved = append(moved, issue)
		}
	}
	return moved
}

// rising gives, for each place, the length of the longest rising run that ends there.
func rising(of []int) []int {
	var tails []int
	lengths := make([]int, len(of))
	for i, n := range of {
		at, _ := slices.BinarySearch(tails, n)
		if at == len(tails) {
			tails = append(tails, n)
		}
		tails[at] = n
		lengths[i] = at + 1
	}
	return lengths
}
