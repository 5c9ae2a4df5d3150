package guards

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file finds out which recorded changes are acts of people.

// Act is a revision as something a person did on purpose: bulk repeats are gone.
type Act struct {
	*backlog.Revision
	Item    *backlog.Item
	Changed backlog.Fields // what this act changed, without what merely repeats a bulk act
	before  *backlog.State
}

// Acts are the human acts on the item, oldest first: no bots (G2), a bulk edit once
// (G1), nothing from before an import (G3). By is nil where the tracker names nobody.
func (f *Facts) Acts(it *backlog.Item) iter.Seq[Act] {
	return func(yield func(Act) bool) {
		var before *backlog.State
		repeats := f.repeats[it]
		for i := range it.Revisions {
			r := &it.Revisions[i]
			act := Act{Revision: r, Item: it, Changed: r.Changed, before: before}
			if repeats != nil {
				act.Changed &^= repeats[i]
			}
			before = r.State
			if act.Changed == 0 || !f.people(r.By) || !r.At.After(f.imported) {
				continue
			}
			if !yield(act) {
				return
			}
		}
	}
}

// Said are the human comments on the item, oldest first. By is nil where the tracker
// names nobody.
func (f *Facts) Said(it *backlog.Item) iter.Seq[backlog.Comment] {
	return func(yield func(backlog.Comment) bool) {
		for _, c := range it.Comments {
			if f.people(c.By) && c.At.After(f.imported) && !yield(c) {
				return
			}
		}
	}
}

// Orders reports whether the act is an ordering decision: a new rank or priority, or
// a move into or out of a Sprint that is not being worked on yet.
func Orders(a Act) bool {
	if a.Changed.Has(backlog.RankField | backlog.PriorityField) {
		return true
	}
	return a.Changed.Has(backlog.SprintField) && plans(a)
}

// plans reports whether a Sprint the act joins or leaves was still to come, or being
// planned: some trackers know the day alone on which it began.
func plans(a Act) bool {
	before := previous(a)
	open := func(s *backlog.Sprint) bool {
		return !s.Started(a.At) || !a.At.After(s.Start.Add(backlog.PlanningGrace))
	}
	for _, s := range a.State.Sprints {
		if open(s) && !slices.Contains(before, s) {
			return true
		}
	}
	for _, s := range before {
		if open(s) && !slices.Contains(a.State.Sprints, s) {
			return true
		}
	}
	return false
}

func previous(a Act) []*backlog.Sprint {
	before := a.Before()
	if before == nil {
		return nil
	}
	return before.Sprints
}

// Before is the state that the act changed; nil for a creation.
func (a Act) Before() *backlog.State { return a.before }

// substantive are the changes that show that somebody looked at an item.
const substantive = backlog.ContentFields | backlog.EstimateField | backlog.PriorityField | backlog.RankField | backlog.ParentField |
	backlog.LinkField | backlog.SprintField | backlog.StatusField | backlog.OutcomeField | backlog.AttachmentField

// LastTouch is when a person last looked at the item in earnest before or at t: a
// substantive change, or a comment of 15 characters. Its creation counts; after an
// import, nothing is older than the import.
func (f *Facts) LastTouch(it *backlog.Item, t time.Time) time.Time {
	last := it.CreatedAt()
	if f.imported.After(last) && !f.imported.After(t) {
		last = f.imported
	}
	for a := range f.Acts(it) {
		if a.Changed.Has(substantive) && !a.At.After(t) && a.At.After(last) {
			last = a.At
		}
	}
	for c := range f.Said(it) {
		if len([]rune(strings.TrimSpace(c.Text))) >= 15 && !c.At.After(t) && c.At.After(last) {
			last = c.At
		}
	}
	return last
}

// botName are names that no person has. Jenkins and Bot are surnames too: such words
// count alone, or beside a word for a machine.
var botName = regexp.MustCompile(`(?i)^(jenkins|bot|github|gitlab|automation)$|\[bot\]|[a-z0-9][-_]bot$|^(bot|robot)[-_]|dependabot|renovate|` +
	`\b(automation|integration|jenkins|github|gitlab|ci|build|release|deploy|stale|review)[ -]*(bot|user|account|service|server|runner|for jira)\b|` +
	`\bservice[ -]?account\b|\bsystem user\b`)

// findBots takes the tracker's word, telling names, and accounts that are awake in
// more than 20 of the 24 hours of the day on seven days or more (G2).
func findBots(snap *backlog.Snapshot) map[*backlog.Person]bool {
	bots := map[*backlog.Person]bool{}
	awake := map[*backlog.Person]*[24]days{}
	for _, p := range snap.People {
		if p.App || botName.MatchString(p.Name) || botName.MatchString(p.Login) {
			bots[p] = true
		} else {
			awake[p] = &[24]days{}
		}
	}
	zone := snap.Calendar.Location()
	for _, it := range snap.Items {
		for i := range it.Revisions {
			r := &it.Revisions[i]
			if hours := awake[r.By]; hours != nil {
				hours[r.At.In(zone).Hour()].add(snap.Calendar.DayNumber(r.At))
			}
		}
	}
	for p, hours := range awake {
		n := 0
		for _, seen := range hours {
			if seen.n == len(seen.numbers) {
				n++
			}
		}
		if n > 20 {
			bots[p] = true
		}
	}
	return bots
}

// days are up to seven different days; more are not told apart.
type days struct {
	numbers [7]int
	n       int
}

func (d *days) add(number int) {
	if d.n < len(d.numbers) && !slices.Contains(d.numbers[:d.n], number) {
		d.numbers[d.n] = number
		d.n++
	}
}

const importSize = 30 // fewer creations on a day are a workshop

// importEnd is the end of the last day on which more than a fifth of all items were
// created, or moved here from another project, at least 30 of them (G3).
func importEnd(snap *backlog.Snapshot) time.Time {
	created, moved := map[int]int{}, map[int]int{} // by day
	for _, it := range snap.Items {
		created[snap.Calendar.DayNumber(it.CreatedAt())]++
		for i := range it.Revisions {
			if it.Revisions[i].Changed.Has(backlog.ProjectField) {
				moved[snap.Calendar.DayNumber(it.Revisions[i].At)]++
			}
		}
	}
	last, found := 0, false
	for _, days := range []map[int]int{created, moved} {
		for day, n := range days {
			if n >= importSize && n*5 > len(snap.Items) && (!found || day > last) {
				last, found = day, true
			}
		}
	}
	if !found {
		return time.Time{}
	}
	return time.Date(1970, time.January, 1+last, 0, 0, 0, 0, snap.Calendar.Location()).AddDate(0, 0, 1).Add(-time.Second)
}

// activity lists when each person did something, oldest first.
func (f *Facts) activity() map[*backlog.Person][]int64 {
	when := map[*backlog.Person]*[]int64{}
	note := func(by *backlog.Person, at time.Time) {
		times := when[by]
		if times == nil {
			times = &[]int64{}
			when[by] = times
		}
		*times = append(*times, at.UnixMicro())
	}
	for _, it := range f.snap.Items {
		for a := range f.Acts(it) {
			note(a.By, a.At)
		}
		for c := range f.Said(it) {
			note(c.By, c.At)
		}
	}
	delete(when, nil)
	active := map[*backlog.Person][]int64{}
	for p, times := range when {
		slices.Sort(*times)
		active[p] = *times
	}
	return active
}

func (f *Facts) activeHumans() map[*backlog.Person]bool {
	humans := map[*backlog.Person]bool{}
	for p, times := range f.active {
		if times[len(times)-1] > f.from.UnixMicro() {
			humans[p] = true
		}
	}
	return humans
}

// Away reports whether t lies in a gap of five working days or more in which the
// person did nothing: an absence, whose reason is nobody's business (G6).
func (f *Facts) Away(p *backlog.Person, t time.Time) bool {
	times := f.active[p]
	next, _ := slices.BinarySearch(times, t.UnixMicro())
	if next == 0 || next == len(times) {
		return true
	}
	return f.snap.Calendar.Days(time.UnixMicro(times[next-1]), time.UnixMicro(times[next])) > 5
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
