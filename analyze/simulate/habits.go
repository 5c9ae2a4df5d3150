package simulate

import "github.com/rolehealth/rolehealth/analyze/backlog"

// This file says what a team is: its people, its habits and what it writes about. The
// teams themselves are in checkout.go, search.go, fulfilment.go and returns.go.

// plan is everything a simulated team is made from.
type plan struct {
	Name, Key   string
	Board       int // numbers the team's Sprints apart from those of others
	Seed        uint64
	Process     backlog.Process
	FirstSprint string // a Monday, 2006-01-02; empty in Kanban
	Cast        []member
	Habits      habits
	Stock       stock
	About       string
}

// role is what somebody does in a simulated team. A manager owns the backlog
// together with other managers; an owner is the one Product Owner.
type role int8

const (
	owner role = iota
	manager
	master
	developer
	stakeholder
	customer
	releaseBot
	staleBot
)

// member is one person, and when that person is there.
type member struct {
	Name  string
	Role  role
	Joins string // date of the first working day; empty: always there
	Away  string // the Monday on which the summer leave begins
	Weeks int    // how long it lasts
}

// habits are the rates by which a team's people act. Shares are chances from 0 to 1.
type habits struct {
	// What is written, in items a working week.
	Requests float64 // by stakeholders
	Ideas    float64 // by whoever owns the backlog
	Bugs     float64 // by developers and stakeholders
	Chores   float64 // technical work, by developers
	Tickets  float64 // by customers, through the service desk
	Research float64 // share of ideas that ask for research first
	// Standing items were there before, written over so many weeks.
	Standing, StandingWeeks int

	// Stocked is how many ready items the owners like to have; below, they write more.
	Stocked int

	// What items say.
	Named         float64 // share of stories by owners that name a persona and a why
	NamedRequests float64 // share of requests that arrive with a persona and a why
	Parented      float64 // share of items put under the epic of their theme
	Bucketed      float64 // share of items put under a bucket such as "Misc"

	// What happens to a request before work begins on it.
	Declined    float64 // share that is refused, with a reason
	Reshaped    float64 // share of the others that is rewritten
	Split       float64 // share of the rewritten that becomes two items
	Refined     float64 // share of items that a developer adds to or asks about in refinement
	ClosesAfter int     // days without a touch after which an item is closed; 0: never

	// How the backlog is ordered.
	OrdersBetween    float64 // chance that an owner orders on a day away from planning
	OrdersAtPlanning float64 // the same for the day before, of and after planning
	Moves            float64 // items moved on such a day
	NewFirst         float64 // share of new items that go straight to the top
	Reverses         float64 // share of moves that undo what a colleague moved
	Fifo             bool    // work is taken in order of arrival

	// How Sprints go.
	Planned     float64 // items planned, for each developer who is there
	GoalWritten float64 // share of Sprints with a real Sprint Goal
	GoalListed  float64 // share of the others whose goal is a list of items
	Inserted    float64 // requests that stakeholders put into a running Sprint, each Sprint
	Urgent      float64 // bugs taken into a running Sprint, each Sprint
	Dropped     float64 // planned items taken out again, each Sprint
	RollsOver   bool    // unfinished items move to the next Sprint in one go at the close
	Effort      float64 // working days an item takes for each point of its estimate

	// How people talk in the tracker.
	Talk            float64 // chance of a remark at each step of an item's life
	Asked           float64 // share of items on which a developer asks during the work
	AskedOnRequests float64 // the same for items a stakeholder wrote
	SameDay         float64 // share of answers on the day of the question; the rest comes next day
	Tried           float64 // share of finished items that an owner tries, and says so
	Deferred        float64 // share of answers that only pass the question on to a stakeholder
}
