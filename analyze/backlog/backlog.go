// Package backlog is the tracker-neutral model of one team's work: its Product
// Backlog items with their whole history, its Sprints and its people.
//
// Connectors build a Snapshot, everything under analyze reads it, and nobody
// changes it afterwards. Words of a tracker (issue, work item, iteration) stay in
// the connectors; what they recorded arrives here as revisions with typed states,
// so that no check ever compares field names. What the tracker, or the account
// used, could not tell is named in Missing: absent is never the same as empty.
//
// The package imports the standard library only, does no I/O and asks no clock:
// "now" is Snapshot.TakenAt.
package backlog

import (
	"cmp"
	"slices"
	"time"
)

// Snapshot is one team at one moment.
type Snapshot struct {
	Team     Team
	PulledAt time.Time // when the tracker was read
	TakenAt  time.Time // "now" for every check: PulledAt, or the --as-of moment
	Since    time.Time // how far back the history reaches: the horizon of the pull
	Process  Process
	Calendar *Calendar
	People   []*Person // everybody who acted or was assigned, by ID
	Sprints  []*Sprint // by start, the unstarted last
	Items    []*Item   // by creation, then ID
	Missing  Aspects
	Undated  Aspects // after AsOf: what has no history, and is told as it is now
	Coverage Coverage
}

// Team says whose Snapshot it is and where it came from.
type Team struct {
	Name       string
	Connection string // the name of the configured connection
	Tracker    string // jira-cloud, jira-datacenter, azure-boards or files
	Board      string // the tracker's own name of the board or team, for readers
}

// Process is how a team plans: in Sprints or as a flow.
type Process string

// The two processes told apart; everything else is one of them in other words.
const (
	Scrum  Process = "scrum"
	Kanban Process = "kanban"
)

// Person is somebody, or some thing, that acts in the tracker. One person is one
// pointer in a Snapshot: compare pointers, not names.
type Person struct {
	ID    string // the tracker's stable account id
	Name  string // display name; may be shared by several people
	Mail  string // often hidden by privacy settings
	Login string // user name, where the tracker still has one
	App   bool   // an app, automation or service account, by the tracker's own word
	// Customer marks an account of a service desk or portal.
	Customer bool
}

// Coverage counts what the tracker said exists against what came, so that a number
// from partial data never passes for a whole one.
type Coverage struct {
	Items         int      // entries pulled: features and sub-items included
	Expected      int      // what the tracker itself counts for the same question
	WithoutRecord int      // items whose history did not come
	Changes       int      // recorded field changes
	Warnings      []string // one sentence each: what is partial, and why
}

// Aspects is a set of things a tracker may or may not be able to tell.
type Aspects uint32

// The aspects. A check names those it cannot do without; a connector names those it
// could not deliver.
const (
	RankHistory   Aspects = 1 << iota // that items were reordered, when and by whom
	CurrentOrder                      // the order of the Product Backlog now
	SprintGoals                       // the Sprint Goal as text
	SprintHistory                     // which items were in which Sprint, when
	Comments                          // what was said on items
	Links                             // links between items
	Authors                           // who made a change
	Hierarchy                         // parents of items
	ItemHistory                       // what happened to items at all
)

var aspectNames = []string{
	"rank history", "current order", "sprint goals", "sprint history", "comments", "links", "authors", "hierarchy", "item history",
}

// Names lists the aspects of the set in words, in a fixed order.
func (a Aspects) Names() []string {
	names := []string{}
	for i, name := range aspectNames {
		if a&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// Sprint is one time box. Its dates are zero where the tracker has none.
type Sprint struct {
	ID    string
	Name  string
	Goal  string // the Sprint Goal as last written; trackers keep no history of it
	Start time.Time
	End   time.Time // as planned
	// Completed is when the Sprint was really closed; zero while it runs.
	Completed time.Time
}

// Started reports whether the Sprint had begun at t. A Sprint that never begins is
// a parking place: a part of the backlog with a name.
func (s *Sprint) Started(t time.Time) bool { return !s.Start.IsZero() && !s.Start.After(t) }

// Closed reports whether the Sprint was over at t.
func (s *Sprint) Closed(t time.Time) bool {
	return s.Started(t) && !s.Completed.IsZero() && !s.Completed.After(t)
}

// Over is when the Sprint ended or will end: its completion, else the planned end.
func (s *Sprint) Over() time.Time {
	if !s.Completed.IsZero() {
		return s.Completed
	}
	return s.End
}

// Sort brings people, Sprints and items into the order that Snapshot promises.
// Connectors call it last.
func (s *Snapshot) Sort() {
	slices.SortFunc(s.People, func(a, b *Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(s.Sprints, func(a, b *Sprint) int {
		if a.Start.IsZero() != b.Start.IsZero() {
			return map[bool]int{true: 1, false: -1}[a.Start.IsZero()]
		}
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(s.Items, func(a, b *Item) int {
		return cmp.Or(a.CreatedAt().Compare(b.CreatedAt()), cmp.Compare(a.ID, b.ID))
	})
}
