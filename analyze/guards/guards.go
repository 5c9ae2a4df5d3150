// Package guards keeps what misleads out of the checks: bulk edits, bots, imports,
// holidays, templates, tiny teams. Each guard is worked out once for a team; a check
// names the guards it relies on and asks the Facts, so that no check has its own idea
// of what a bot or a planning day is.
package guards

import (
	"maps"
	"sync"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/text"
)

// ID names a guard. A check lists those it relies on; explain prints them.
type ID string

// The guards, and who applies them: the driver, to a check that names the guard, or
// the rule, through what stands behind it.
const (
	Bulk         ID = "G1"  // Facts.Acts
	Bots         ID = "G2"  // Facts.Acts, Said, Human
	Import       ID = "G3"  // Facts.Acts, Said, Imported, LastTouch
	NewTeam      ID = "G4"  // the driver, to every check
	NoSprints    ID = "G5"  // the driver
	Free         ID = "G6"  // Facts.Worked, WorkedDays, Away
	SmallTeam    ID = "G7"  // the driver
	Codes        ID = "G8"  // the driver
	TalksAway    ID = "G9"  // the driver; Facts.Talk
	Unused       ID = "G10" // UnusedShare
	Templates    ID = "G11" // Facts.Own, Read
	Languages    ID = "G12" // Facts.Read; Pass.LeaveOut
	Defaults     ID = "G13" // Facts.Chosen
	Handover     ID = "G14" // roles.Assignment.Owner and Of, at a moment
	Parking      ID = "G15" // Sprint.Started; Item.Commitment
	Edges        ID = "G16" // backlog.PlanningGrace, ClosingGrace; Item.Commitment
	Clusters     ID = "G17" // the driver, to every check of shape Share or TooFew
	UrgentLane   ID = "G18" // Facts.Functional, Urgent
	ScaledSetups ID = "G19" // the driver
)

// words say what each guard means, for readers of explain.
var words = map[ID]string{
	Bulk:         "Many items changed at once by one person count as one act.",
	Bots:         "Apps, automation and service accounts count as nobody.",
	Import:       "Before an import, the history tells states but no acts; ages begin there.",
	NewTeam:      "Under three closed Sprints or sixty days, nothing is judged.",
	NoSprints:    "Without Sprints, checks about Sprints do not apply.",
	Free:         "Weekends, public holidays and shutdown weeks are nobody's delay.",
	SmallTeam:    "With three active people or fewer, nothing is said about roles.",
	Codes:        "A Product Owner who develops too is named as context.",
	TalksAway:    "Where fewer than half of the finished items carry a human comment, checks on comments stay at watch.",
	Unused:       "A field that fewer than one item in ten fills is taken as not used here.",
	Templates:    "Text that stands in a fifth of the items, and headings without content, say nothing.",
	Languages:    "Text in a language that the rules cannot read is left out, and the share is told.",
	Defaults:     "A value set at creation and never edited was chosen by nobody.",
	Handover:     "Two people in succession are a handover and no committee.",
	Parking:      "A Sprint that never started is a part of the backlog.",
	Edges:        "What happens within 24 hours after the start or 12 hours before the close of a Sprint belongs to planning and tidying up.",
	Clusters:     "Items of one Sprint are alike: they count for less than as many independent ones.",
	UrgentLane:   "Incidents and bugs are counted apart.",
	ScaledSetups: "Product roles shared by declared design (SAFe, LeSS) are not held against anybody.",
}

// Words says what the guard means, in one sentence.
func (g ID) Words() string { return words[g] }

// Declared is what the team says about itself because no tracker tells it.
type Declared struct {
	Framework          string // scrum, kanban, safe, less, or empty: as found
	UsersAreDevelopers bool
	CustomerLinks      bool // customers are expected to be named or linked
	Discovery          bool
	FIFO               bool // first come, first served is the team's policy
	IceboxStatuses     []string
	IceboxLabels       []string
}

// Facts are what the guards worked out for one team.
type Facts struct {
	snap     *backlog.Snapshot
	declared Declared
	from     time.Time // the window's begin

	bots      map[*backlog.Person]bool
	repeats   map[*backlog.Item][]backlog.Fields // G1: fields whose change repeats a bulk act
	imported  time.Time
	young     string       // G4
	idleWeeks map[int]bool // by the Monday's day number
	templates *text.Templates
	library   *library
	kinds     map[*backlog.Item]text.Kind // of those that are not functional
	preset    *backlog.Priority           // G13

	talked, finished int // G9
	oneHand          bool
	humans           map[*backlog.Person]bool    // active in the window
	active           map[*backlog.Person][]int64 // when somebody did something, in microseconds, oldest first
}

// New works out the facts. From is the begin of the window that the checks look at.
// Known says of some people whether they are bots, by configuration.
func New(snap *backlog.Snapshot, from time.Time, declared Declared, known map[*backlog.Person]bool) *Facts {
	f := &Facts{snap: snap, declared: declared, from: from}
	var reading sync.WaitGroup
	reading.Go(f.readAll)
	f.imported = importEnd(snap)
	f.young = f.findYoung()
	f.bots = findBots(snap)
	maps.Copy(f.bots, known)
	f.repeats = findBulk(snap)
	f.active = f.activity()
	f.humans = f.activeHumans()
	f.oneHand = f.findOneHand()
	f.idleWeeks = f.findIdleWeeks()
	f.talked, f.finished = f.countTalk()
	f.preset = f.DefaultPriority()
	reading.Wait()
	return f
}

// readAll works out what is known from the words alone.
func (f *Facts) readAll() {
	f.kinds = map[*backlog.Item]text.Kind{}
	said := make([]string, 0, len(f.snap.Items))
	for _, it := range f.snap.Items {
		now := it.Now()
		if kind := text.KindOf(now.Type.Name, now.Labels, now.Text.Title); kind != text.Functional {
			f.kinds[it] = kind
		}
		if it.Level() == backlog.BacklogLevel {
			said = append(said, now.Text.Description)
		}
	}
	f.templates = text.FindTemplates(said)
	f.library = openLibrary(f.snap)
}

// Declared is what the team said about itself.
func (f *Facts) Declared() Declared { return f.declared }

// Imported is the end of the last import; zero without one (G3).
func (f *Facts) Imported() time.Time { return f.imported }

// Human reports whether the person is known and no bot (G2).
func (f *Facts) Human(p *backlog.Person) bool { return p != nil && !f.bots[p] }

// people reports whether an act may be a person's. Where the tracker names nobody, it may.
func (f *Facts) people(p *backlog.Person) bool { return !f.bots[p] }

// Functional reports whether the item is work for users as of its newest state:
// on backlog level, no bug, spike, technical or urgent item (G18).
func (f *Facts) Functional(it *backlog.Item) bool {
	return it.Level() == backlog.BacklogLevel && !it.Now().Type.Bug && f.kinds[it] == text.Functional
}

// Urgent reports whether the item is a bug or in the urgent lane (G18).
func (f *Facts) Urgent(it *backlog.Item) bool {
	return it.Now().Type.Bug || f.kinds[it] == text.Expedite
}

// Small reports whether three people or fewer were active in the window (G7).
func (f *Facts) Small() bool { return len(f.humans) <= 3 }

// Active is the number of people who did something in the window.
func (f *Facts) Active() int { return len(f.humans) }

// Young says why the team is too young to be judged (G4); empty if it is not.
func (f *Facts) Young() string { return f.young }

func (f *Facts) findYoung() string {
	first := f.snap.TakenAt
	for _, it := range f.snap.Items {
		if it.CreatedAt().Before(first) {
			first = it.CreatedAt()
		}
	}
	if f.imported.After(first) {
		first = f.imported
	}
	closed := 0
	for _, s := range f.snap.Sprints {
		if s.Closed(f.snap.TakenAt) && s.Start.Before(f.snap.TakenAt) {
			closed++
		}
	}
	switch days := int(f.snap.TakenAt.Sub(first).Hours() / 24); {
	case len(f.snap.Items) == 0:
		return "there are no items"
	case days < 60:
		return plural(days, "day", "days") + " of history; 60 are needed"
	case f.snap.Process == backlog.Scrum && closed < 3:
		return plural(closed, "closed Sprint", "closed Sprints") + "; 3 are needed"
	}
	return ""
}

// Scaled reports whether several product roles are the declared design (G19).
func (f *Facts) Scaled() bool {
	return f.declared.Framework == "safe" || f.declared.Framework == "less"
}
