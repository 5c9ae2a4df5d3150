package analyze

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

// Pass is one run of one check over one team: what the rule may read, and where it
// tells what it saw.
type Pass struct {
	*backlog.Snapshot
	Facts *guards.Facts
	Roles *roles.Assignment
	// Backlog are the Product Backlog items among the Items, done ones too.
	Backlog []*backlog.Item
	// From is the begin of the window; its end is TakenAt.
	From time.Time
	// Windows are the parts of the window, oldest first: the closed Sprints and the
	// running one, or 14-day blocks. Findings must show in more than one of them.
	Windows []Window

	taken   func() ([]Committed, int)
	decided func() []guards.Act
	begun   func() []time.Time // when work on each of the Backlog began
	tally
}

// Subject is what a rule looks at: an item or a Sprint, at a moment.
type Subject struct {
	Item   *backlog.Item
	Sprint *backlog.Sprint // the Sprint itself, or the one the item belongs to
	At     time.Time
}

// Cite is one recorded fact that a finding rests on.
type Cite struct {
	Item string // key of the item, or name of the Sprint
	URL  string
	At   time.Time
	By   *backlog.Person
	What string

	window int
}

// tally is what a rule told.
type tally struct {
	noun         [2]string
	windows      []windowTally
	measures     []float64
	unit         string
	waits        []wait
	severe       int
	graded       bool
	found        []Cite
	shown        []Cite
	against      []Cite
	leftOut      []LeftOut
	doubts       []string
	caps         []string
	unless       []backing
	parts        []part
	consequences windowTally
	words        map[string]string
	also         []string
	pictures     []func(Finding) Picture
	class        Class
	status       Status // set when the rule has no opinion
	reason       string
}

type windowTally struct {
	k, n    int
	running bool // its Sprint is not over
}

// backing is another check that a flag needs beside it, and what to say without.
type backing struct{ check, why string }

// Counts says what the subjects are called, for the reader: one "Sprint", many "Sprints".
func (p *Pass) Counts(one, many string) { p.noun = [2]string{one, many} }

// Periods replaces the windows, for rules that look further or coarser.
func (p *Pass) Periods(windows []Window) {
	p.Windows = windows
	p.windows = p.nothingYet()
}

// nothingYet is a tally of the windows before anything is counted.
func (p *Pass) nothingYet() []windowTally {
	tallies := make([]windowTally, len(p.Windows))
	for i, w := range p.Windows {
		tallies[i].running = w.Sprint != nil && !w.Sprint.Closed(p.TakenAt)
	}
	return tallies
}

// Examine tells that a subject was looked at, healthy or not.
func (p *Pass) Examine(s Subject) {
	if w := p.window(s); w >= 0 {
		p.windows[w].n++
	}
}

// Report tells that an examined subject shows the pattern, and what that rests on. A
// report without evidence is a mistake in the rule, and panics.
func (p *Pass) Report(s Subject, evidence ...Cite) {
	if len(evidence) == 0 {
		panic("a report without evidence")
	}
	w := p.window(s)
	if w < 0 {
		return
	}
	p.windows[w].k++
	for _, e := range evidence {
		e.window = w
		p.found = append(p.found, e)
	}
}

// ReportPast is Report for a subject of an earlier census: it shows how the stock came
// to be, and is never cited.
func (p *Pass) ReportPast(s Subject) {
	if w := p.window(s); w >= 0 {
		p.windows[w].k++
	}
}

// Count tells that an examined subject is one of those of which a check of shape TooFew
// wants more; what it rests on speaks against the finding.
func (p *Pass) Count(s Subject, evidence ...Cite) {
	if w := p.window(s); w >= 0 {
		p.windows[w].k++
		p.Counter(evidence...)
	}
}

// Severe tells that the subject just reported shows the pattern strongly.
func (p *Pass) Severe() { p.severe++ }

// Measure gives the measure of an examined period and its unit, for checks of shape
// Repeated.
func (p *Pass) Measure(x float64, unit string) {
	p.measures, p.unit = append(p.measures, x), unit
}

// Counter tells a fact that speaks against the finding. Only the newest are kept.
func (p *Pass) Counter(evidence ...Cite) {
	if p.against = append(p.against, evidence...); len(p.against) > 10*MostAgainst {
		p.against = newest(p.against)
	}
}

// newest are the MostAgainst newest facts, or all.
func newest(against []Cite) []Cite {
	against = sorted(against)
	return against[:min(len(against), MostAgainst)]
}

// Show adds evidence that belongs to a finding as a whole rather than to one subject.
func (p *Pass) Show(evidence ...Cite) { p.shown = append(p.shown, evidence...) }

// LeaveOut tells that a guard took n subjects out.
func (p *Pass) LeaveOut(what string, n int) {
	if n == 0 {
		return
	}
	for i := range p.leftOut {
		if p.leftOut[i].What == what {
			p.leftOut[i].N += n
			return
		}
	}
	p.leftOut = append(p.leftOut, LeftOut{what, n})
}

// Say fills a {placeholder} of the article's sentences.
func (p *Pass) Say(placeholder, words string) { p.words[placeholder] = words }

// Also adds a sentence that follows the one of the article in a finding.
func (p *Pass) Also(sentence string, args ...any) {
	p.also = append(p.also, fmt.Sprintf(sentence, args...))
}

// Doubt tells something that lowers the confidence without changing the status.
func (p *Pass) Doubt(why string) { p.doubts = append(p.doubts, why) }

// CapAtWatch keeps the check from flagging, and says why.
func (p *Pass) CapAtWatch(why string) { p.caps = append(p.caps, why) }

// CapUnless keeps the check from flagging unless another check, by its ID, finds
// something too; why is said where it does not.
func (p *Pass) CapUnless(check, why string) { p.unless = append(p.unless, backing{check, why}) }

// OnlyHint makes the check one of class C for this team, and says why.
func (p *Pass) OnlyHint(why string) { p.class = Hint; p.CapAtWatch(why) }

// CannotTell ends the check: the tracker does not show it, for this reason.
func (p *Pass) CannotTell(reason string) { p.status, p.reason = NotAssessable, reason }

// TooLittle ends the check: beside what its shape counts, something else is too scarce.
func (p *Pass) TooLittle(reason string) { p.status, p.reason = Insufficient, reason }

// DoesNotApply ends the check: for this team it has no meaning, for this reason.
func (p *Pass) DoesNotApply(reason string) { p.status, p.reason = NotApplicable, reason }

// Fact cites something about an item. Words of the tracker among the args go through
// Told or Quote; people through Who.
func (p *Pass) Fact(it *backlog.Item, at time.Time, by *backlog.Person, what string, args ...any) Cite {
	return Cite{Item: it.Key, URL: it.URL, At: at, By: by, What: fmt.Sprintf(what, args...)}
}

// Told is a name or title of the tracker without what names a person, in one line.
func (p *Pass) Told(s string) string {
	line := strings.Join(strings.Fields(p.Roles.Redact(s)), " ")
	if len(line) <= 120 && utf8.ValidString(line) {
		return line
	}
	words := []rune(line)
	if len(words) > 120 {
		words = append(words[:119], '…')
	}
	return string(words)
}

// Quote is Told in quotation marks.
func (p *Pass) Quote(s string) string { return "“" + p.Told(s) + "”" }

// SprintFact cites something about a Sprint.
func (p *Pass) SprintFact(s *backlog.Sprint, at time.Time, what string, args ...any) Cite {
	return Cite{Item: p.Told(s.Name), At: at, What: fmt.Sprintf(what, args...)}
}

// WindowFact cites something about a window: its Sprint, or its days.
func (p *Pass) WindowFact(w Window, what string, args ...any) Cite {
	if w.Sprint != nil {
		return p.SprintFact(w.Sprint, w.Sprint.Start, what, args...)
	}
	return Cite{Item: p.Calendar.Date(w.From) + " to " + p.Calendar.Date(w.To), At: w.From, What: fmt.Sprintf(what, args...)}
}

// Who is what readers are told about who somebody is.
func (p *Pass) Who(person *backlog.Person) string { return p.Roles.Label(person) }

// count is the number of subjects that show the pattern, and of all.
func (t *tally) count() (k, n int) {
	for _, w := range t.windows {
		k, n = k+w.k, n+w.n
	}
	return k, n
}

func (t *tally) clusters() []stats.Cluster {
	var list []stats.Cluster
	for _, w := range t.windows {
		list = append(list, stats.Cluster{K: w.k, N: w.n})
	}
	return list
}
