package simulate

import (
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

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
	Unnamed     bool   // nobody configures who the Product Owner is
	Begins      string // the Monday on which the daily history begins; empty: the usual one
	Import      bool   // the standing backlog was copied from elsewhere on one day
	Moved       string // the day on which the project got another key and workflow
	Unseen      bool   // the account may not see the epics
	Exact       bool   // teams are never smaller than the plan
	Declared    guards.Declared
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
	portfolio
	releaseBot
	staleBot
)

// member is one person, and when that person is there.
type member struct {
	Name   string
	Role   role
	Joins  string         // date of the first working day; empty: always there
	Leaves string         // date of the first day without; empty: stays
	Away   string         // the Monday on which the summer leave begins
	Weeks  int            // how long it lasts
	Only   []time.Weekday // the days of the week spent with this team; none: all
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
	Trials   float64 // research that owners plan beside their ideas
	Learns   float64 // share of finished research that leads to an item
	// Standing items were there before, written over so many weeks.
	Standing, StandingWeeks int

	Rushed   float64 // share of planned items that are written thinly while planning
	Bypassed float64 // items a week that developers are asked for in passing, and do at once
	Fillers  float64 // small items an owner writes late in a Sprint, so that all have something to do

	// Stocked is how many ready items the owners like to have; below, they write more.
	Stocked int

	// What items say.
	Named         float64 // share of stories by owners that name a persona and a why
	NamedRequests float64 // share of requests that arrive with a persona and a why
	NamedStanding float64 // the same share in the standing backlog; 0: as Named
	Parented      float64 // share of items put under the epic of their theme
	Bucketed      float64 // share of items put under a bucket such as "Misc"
	Bare          float64 // share of stories without acceptance criteria
	Detailed      float64 // share of ideas worked out at length and estimated by the owner at once
	Disguised     float64 // share of ideas that are technical work told as a story
	Wording       wording

	// Epics.
	EpicSize  int     // items of an epic before the next one begins; 0: any number
	Hollow    bool    // epics are only titles
	Scoped    bool    // epics say what is built, and nothing else
	Handed    bool    // epics come from a portfolio manager, who writes and orders them
	LooksBack float64 // share of finished epics on whose effect somebody looks

	// What happens to a request before work begins on it.
	Declined    float64 // share that is refused, with a reason
	Reshaped    float64 // share of the others that is rewritten
	Split       float64 // share of the rewritten that becomes two items
	Refined     float64 // share of items that a developer adds to or asks about in refinement
	Refines     int     // items from the top that refinement looks at; 0: as many as it takes
	ClosesAfter int     // days without a touch after which an item is closed; 0: never

	// How the backlog is ordered.
	OrdersBetween    float64 // chance that an owner orders on a day away from planning
	OrdersAtPlanning float64 // the same for the day before, of and after planning
	Moves            float64 // items moved on such a day
	NewFirst         float64 // share of new items that go straight to the top
	Reverses         float64 // share of moves that undo what a colleague moved
	Fifo             bool    // work is taken in order of arrival
	DevelopersOrder  float64 // chance that a developer orders on any day
	LeadOrders       float64 // the same for one of them alone
	DevelopersDecide bool    // without an owner, developers decide
	Prioritised      float64 // share of items whose priority is set by hand
	Top              float64 // share of those that get one of the two highest
	Preset           bool    // every new item has a high priority by default
	Raised           float64 // items a week that stakeholders raise in priority themselves
	Overruled        float64 // share of an owner's moves that a stakeholder undoes
	Wavers           float64 // share of items that are made urgent and then not again

	// How Sprints go.
	Planned     float64 // items planned, for each developer who is there
	GoalWritten float64 // share of Sprints with a real Sprint Goal
	GoalListed  float64 // share of the others whose goal is a list of items
	Inserted    float64 // requests that stakeholders put into a running Sprint, each Sprint
	Urgent      float64 // bugs taken into a running Sprint, each Sprint
	Dropped     float64 // planned items taken out again, each Sprint
	RollsOver   bool    // unfinished items move to the next Sprint in one go at the close
	Effort      float64 // working days an item takes for each point of its estimate
	ToppedUp    float64 // chance a day that a Sprint which is nearly done gets more; 0: 0.2
	SplitLate   float64 // items split in a running Sprint, each Sprint
	Parked      bool    // what is accepted waits in the Sprint to come, under another name
	OwnerRuns   bool    // the owner closes Sprints and lifts impediments

	// Who steers.
	Assigned  float64 // share of items an owner gives to a developer
	Estimated bool    // owners estimate
	Dated     float64 // times a day that an owner sets a date or asks how far things are
	Rethought float64 // share of begun items whose wish changes during the work

	// How people talk in the tracker.
	Talk            float64 // chance of a remark at each step of an item's life
	Asked           float64 // share of items on which a developer asks during the work
	AskedOnRequests float64 // the same for items a stakeholder wrote
	SameDay         float64 // share of answers on the day of the question; the rest comes next day
	Slow            int     // working days that answers take at least
	AsksUsers       float64 // share of answers before which customers are asked
	Involved        float64 // share of begun requests on which the stakeholder writes again
	Shielded        bool    // all words between stakeholders and developers go through the owner
	Tried           float64 // share of finished items that an owner tries, and says so
	Deferred        float64 // share of answers that only pass the question on to a stakeholder
}

// wording is how a team writes, where it has its own way.
type wording struct {
	Heading string // over acceptance criteria; empty: "Acceptance criteria:"
	Form    string // headings that stand in every item, filled or not
	Opening string // how items begin that name nobody
	Why     string // the same reason in every story
}
