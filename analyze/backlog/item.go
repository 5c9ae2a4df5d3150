package backlog

import (
	"slices"
	"time"
)

// Item is anything on a backlog: a feature, a Product Backlog item or a sub-item.
type Item struct {
	ID  string // the tracker's stable id, unchanged by moves
	Key string // what people call it
	URL string // where people open it; may be empty
	// Revisions is the whole history, oldest first. The first one is the creation.
	// There is always at least one.
	Revisions []Revision
	Comments  []Comment // oldest first
	Links     []Link
	PastLinks []PastLink // those that are there no more, or of whose past too little is known
	// Order is the place in the current Product Backlog, from 0; -1 for items that
	// are not in it, or when the order is unknown.
	Order int
	// NoRecord marks an item whose history did not come: it has its creation and,
	// where the tracker told it apart, its end, and says nothing about what happened
	// before.
	NoRecord bool
}

// Revision is one recorded act: from then on the item was as State says.
type Revision struct {
	At      time.Time
	By      *Person // nil where the tracker names nobody
	Changed Fields
	// Rank tells the direction when Changed has Rank: +1 moved up, -1 moved down,
	// 0 unknown. Trackers tell that an item was reordered, not always where to.
	Rank int8
	// State is shared between revisions that leave it alone: never write to it.
	State *State
}

// State is what an item was at one time.
type State struct {
	Type     *Type
	Status   *Status
	Priority *Priority // nil: none
	Assignee *Person
	Parent   *Item     // nil: none, or hidden
	Sprints  []*Sprint // all it is or was in; trackers keep the closed ones
	Labels   []string
	Estimate float64 // in the team's unit; 0 is none
	Text     *Text   // shared while unchanged; never nil
	// Customers are the values of the fields that name whom the item is for.
	Customers []string
	Outcome   Outcome
	Hidden    bool // there is a parent, which the account used may not see
	Flagged   bool // raised as an impediment
}

// Text is what an item says, as plain text.
type Text struct {
	Title       string
	Description string
	Criteria    string // a field of acceptance criteria, where the tracker has one
	Goal        string // a field of goal, objective or outcome, where configured
}

// Type is what kind of entry an item is, by the tracker's word and its level.
type Type struct {
	ID    string
	Name  string // as the tracker shows it, in whatever language
	Level Level
	// Bug is set by the connector where the tracker's category or untranslated
	// name says so.
	Bug bool
}

// Level is where an item stands in the hierarchy.
type Level int8

// The levels. Only BacklogLevel items are Product Backlog items.
const (
	SubLevel     Level = -1 // sub-tasks: parts of an item
	BacklogLevel Level = 0
	FeatureLevel Level = 1 // epics, features, initiatives and above
)

// Status is a step of the team's workflow.
type Status struct {
	ID       string
	Name     string // the tracker's own word
	Category Category
	// Column is the board column, from 0; -1 when the status is on no column.
	Column int
}

// Category is what a Status means.
type Category int8

// The categories, in the order of work.
const (
	UnknownCategory Category = iota
	ToDo
	InProgress
	Done
)

// Outcome is how an item ended, if it did.
type Outcome int8

// The outcomes. Declined is a decision not to do it; Discarded is anything else
// that ends an item without delivery and without such a decision.
const (
	Open Outcome = iota
	Delivered
	Declined
	Duplicate
	Discarded
)

// Priority is a value of the priority field; Rank 0 is the highest.
type Priority struct {
	ID   string
	Name string
	Rank int
}

// Comment is something said on an item.
type Comment struct {
	ID       string
	At       time.Time
	By       *Person
	Text     string
	Mentions []*Person
}

// Link ties two items. Key is the other side, which may lie outside the Snapshot.
type Link struct {
	Relation Relation
	Key      string
	// Customer marks a link to a customer's request: a service-desk ticket, or
	// feedback by the tracker's own type.
	Customer bool
	// Made is when somebody made it; zero where the item had it from the beginning.
	Made time.Time
}

// PastLink is a Link that was there from Made until Until.
type PastLink struct {
	Link
	Until time.Time // when somebody took it away
	// Unclear says that the record does not tell what the link was, or whether it was there
	// all of that time.
	Unclear bool
}

// Relation is what a Link means, seen from the item that carries it.
type Relation int8

// The relations told apart; every other kind of link is Related.
const (
	Related Relation = iota
	SplitFrom
	SplitTo
	Cloned
	DuplicateOf
	Blocks
)

// Fields is the set of things one act changed.
type Fields uint32

// The fields. Created marks the first revision alone.
const (
	Created Fields = 1 << iota
	TitleField
	DescriptionField
	CriteriaField
	GoalField
	TypeField
	StatusField
	OutcomeField
	PriorityField
	AssigneeField
	ParentField
	SprintField
	RankField
	EstimateField
	LabelsField
	CustomersField
	LinkField
	AttachmentField
	DatesField // due, start, target and release dates, fix versions
	EffortField
	FlagField
	ProjectField // moved between projects, or its key or workflow rewritten
	OtherField   // recorded, but nothing this model knows
)

// ContentFields are what an item says.
const ContentFields = TitleField | DescriptionField | CriteriaField | GoalField

// Has reports whether any of the fields is in the set.
func (f Fields) Has(any Fields) bool { return f&any != 0 }

// First is the creation.
func (it *Item) First() *Revision { return &it.Revisions[0] }

// CreatedAt is when the item came into being.
func (it *Item) CreatedAt() time.Time { return it.Revisions[0].At }

// Creator is who entered it; nil where the tracker names nobody.
func (it *Item) Creator() *Person { return it.Revisions[0].By }

// Now is the newest state.
func (it *Item) Now() *State { return it.Revisions[len(it.Revisions)-1].State }

// At is the state at t; nil before the item existed.
func (it *Item) At(t time.Time) *State {
	n := it.until(t)
	if n == 0 {
		return nil
	}
	return it.Revisions[n-1].State
}

// Title is the newest title.
func (it *Item) Title() string { return it.Now().Text.Title }

// Level is the newest level.
func (it *Item) Level() Level { return it.Now().Type.Level }

// In reports whether s lists the Sprint.
func (s *State) In(sprint *Sprint) bool { return slices.Contains(s.Sprints, sprint) }
