package analyze

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// Options are what the configuration says about one team.
type Options struct {
	Window   time.Duration // what the checks look at, back from TakenAt; zero is 180 days
	Roles    []roles.Configured
	Declared guards.Declared
	Names    bool     // call people by their names
	Warnings []string // to show with the coverage
	Answers  []Answer // the team's own, to its findings
	// LookBack asks the checks at earlier moments too, which takes as long again for each.
	LookBack bool
	// Stances puts the findings together; see package stances. Nil leaves the report
	// without them. Its Pass is for reading: nothing told to it is heard.
	Stances func(*Pass, []Finding) []Stance
}

// result is one check's way from the rule to the report.
type result struct {
	check   Check
	article Article
	pass    *Pass
	verdict verdict
}

// Analyze runs the checks over one team. The same snapshot and options give the same
// report.
func Analyze(snap *backlog.Snapshot, checks []Check, o Options) TeamReport {
	team, _ := Trace(snap, checks, o)
	return team
}

// Trace is Analyze, and gives for every check with a finding, by its ID, the facts that
// the finding cites with their exact times, for tests that must know which.
func Trace(snap *backlog.Snapshot, checks []Check, o Options) (TeamReport, map[string][]Cite) {
	if o.Window == 0 {
		o.Window = 180 * 24 * time.Hour
	}
	facts := o.facts(snap)
	e := examine(snap, facts, checks, o)
	assigned := e.shared.Roles
	team := describe(snap, assigned, e.shared.From, o.Warnings)
	team.Sprints, team.Gaps = e.sprints(), e.gaps(snap)
	cites := map[string][]Cite{}
	for _, r := range e.results {
		rests := r.cites()
		team.Checks = append(team.Checks, r.finding(snap.Team, rests))
		if r.verdict.status == Watch || r.verdict.status == Flag {
			cites[r.check.ID] = rests
		}
	}
	answered(team.Checks, o.Answers, snap.Calendar.Date(snap.TakenAt), assigned, o.Names)
	if o.Stances != nil {
		team.Stances = o.Stances(e.pass(), team.Checks)
	}
	if o.LookBack {
		lookBack(snap, facts.Working(), checks, o, team.Checks)
	}
	return team, cites
}

// run takes one check to its own verdict.
func run(c Check, p *Pass) *result {
	r := &result{check: c, pass: p}
	article, err := ReadArticle(c.Doc)
	if err != nil {
		panic(c.ID + ": " + err.Error()) // a test holds every article of the catalogue
	}
	r.article = article
	if undated := (c.Needs | c.Reads) & p.Undated; undated != 0 {
		p.Doubt("of " + strings.Join(undated.Names(), " and ") + " there is no history, or not all of it: what they are now was taken for what they were")
	}
	if p.status, p.reason = precondition(c, p); p.status == "" {
		c.Rule.Run(p)
	}
	if p.status != "" {
		r.verdict = verdict{status: p.status, reason: p.reason, estimate: math.NaN(), low: math.NaN(), high: math.NaN(), chance: math.NaN(), amber: math.NaN(), red: math.NaN()}
		return r
	}
	r.verdict = c.Rule.judge(&p.tally)
	for _, why := range p.caps {
		r.verdict.demote(why)
	}
	if p.class == Hint {
		r.verdict.demote("it is a weak hint, which never makes a finding alone")
	}
	if owner, _ := p.Roles.Owner(p.TakenAt); c.guarded(guards.Codes) && p.Roles.Codes(owner) {
		p.Doubt(p.Who(owner) + " develops too: some of this may belong to that part")
	}
	talked, finished := p.Facts.Talk()
	if c.guarded(guards.TalksAway) && talked*2 < finished {
		r.verdict.demote(percentOf(talked, finished) + " of the finished items carry a comment; the team may talk in person or in chat")
	}
	return r
}

func (c Check) guarded(g guards.ID) bool {
	return slices.Contains(c.Guards, g)
}

// precondition applies the guards that concern a whole team.
func precondition(c Check, p *Pass) (Status, string) {
	switch {
	case c.Off:
		return NotApplicable, "switched off in the configuration"
	case c.guarded(guards.NoSprints) && p.Process == backlog.Kanban:
		return NotApplicable, "the team works without Sprints"
	case c.guarded(guards.ScaledSetups) && p.Facts.Scaled():
		return NotApplicable, "the declared set-up (" + p.Facts.Declared().Framework + ") shares the product roles by design"
	}
	if lacking := c.Needs & p.Missing; lacking != 0 {
		return NotAssessable, "the tracker does not show: " + strings.Join(lacking.Names(), ", ")
	}
	if len(p.Items) == 0 && len(p.leftOut) > 0 {
		return NotAssessable, "the history of the items did not come"
	}
	if young := p.Facts.Young(); young != "" {
		return Insufficient, young
	}
	if c.guarded(guards.SmallTeam) && p.Facts.Small() {
		return NotApplicable, "only " + count(p.Facts.Active(), [2]string{"person", "people"}) + " active: a finding about a role would be one about a person"
	}
	if c.Needs&backlog.Authors != 0 && p.Facts.OneHand() {
		return NotAssessable, "one account records nearly everything, so who did what is not to be seen"
	}
	return "", ""
}

// describe tells what the report says about the team beside the checks.
func describe(snap *backlog.Snapshot, assigned *roles.Assignment, from time.Time, warnings []string) TeamReport {
	c := snap.Coverage
	team := TeamReport{
		Name: snap.Team.Name, Connection: snap.Team.Connection, Tracker: snap.Team.Tracker, Process: string(snap.Process),
		Window: Period{snap.Calendar.Date(from), snap.Calendar.Date(snap.TakenAt)},
		Coverage: Coverage{Items: c.Items, ItemsExpected: c.Expected, ItemsWithoutHistory: c.WithoutRecord, Changes: c.Changes,
			Sprints: len(snap.Sprints), People: len(snap.People), Missing: snap.Missing.Names(), Warnings: []string{}},
		Roles: []Role{}, Stances: []Stance{}, Errors: []string{},
	}
	for _, w := range append(c.Warnings[:len(c.Warnings):len(c.Warnings)], warnings...) {
		team.Coverage.Warnings = append(team.Coverage.Warnings, assigned.Redact(w))
	}
	date := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return snap.Calendar.Date(t)
	}
	for _, h := range assigned.Held {
		if h.Person == nil {
			continue
		}
		if !h.To.IsZero() {
			h.To = h.To.Add(-1) // the last day, where a day ends the role
		}
		role := Role{Person: assigned.Label(h.Person), Role: string(h.Role), Source: "inferred", Confidence: string(h.Confidence), From: date(h.From), To: date(h.To)}
		if h.Configured {
			role.Source = "configured"
		}
		team.Roles = append(team.Roles, role)
	}
	return team
}

// cites are the facts that the finding rests on, newest first; none without an opinion.
func (r *result) cites() []Cite {
	switch r.verdict.status {
	case NotAssessable, NotApplicable, Insufficient:
		return nil
	}
	var list []Cite
	if r.verdict.status != OK {
		list = slices.Clone(r.pass.shown)
	}
	list = slices.Grow(list, len(r.pass.found))
	for i := range r.pass.found {
		if c := &r.pass.found[i]; !r.verdict.lastOnly || c.window == len(r.pass.windows)-1 {
			list = append(list, *c)
		}
	}
	return sorted(list)
}

// finding writes one check's result down for the report, with what it rests on.
func (r *result) finding(team backlog.Team, rests []Cite) Finding {
	p, v := r.pass, r.verdict
	f := Finding{
		ID: r.check.ID, Name: r.check.Name, Title: r.article.Title, Group: string(r.check.Group), Class: string(p.class),
		Status: v.status, Level: v.level, K: v.k, N: v.n, Effective: rounded(v.effective),
		Estimate: known(v.estimate), Low: known(v.low), High: known(v.high), Amber: known(v.amber), Red: known(v.red),
		Origin: r.check.Rule.origin(), Direction: v.direction, Reason: v.reason, Trend: r.trend(),
		SubWindows: []SubWindow{}, Earlier: []Earlier{}, Doubts: []string{}, LeftOut: []LeftOut{}, For: []Evidence{}, Against: []Evidence{}, Pictures: []Picture{},
		Benign: r.article.Benign, Ask: r.article.Ask, Try: r.article.Try, Fingerprint: fingerprint(team, r.check.ID),
	}
	if f.Direction == "" {
		f.Direction = "high"
	}
	if p.status != "" {
		return f
	}
	for i, w := range p.windows {
		f.SubWindows = append(f.SubWindows, SubWindow{p.Calendar.Date(p.Windows[i].From), p.Calendar.Date(p.Windows[i].To), w.k, w.n})
	}
	f.Doubts = append(append(f.Doubts, v.doubts...), p.doubts...)
	f.LeftOut = append(f.LeftOut, p.leftOut...)
	if v.status == Insufficient {
		return f
	}
	f.Message = r.message()
	f.For, f.Against = p.evidence(rests), p.evidence(newest(p.against))
	f.Pictures = r.draw(f)
	return f
}

// MostAgainst is how many facts against a finding are told. In a healthy team nearly every
// item is one: they are examples, and the counts tell of all.
const MostAgainst = 30

// evidence are facts as the report tells them. Many are of one day, and share its date.
func (p *Pass) evidence(cites []Cite) []Evidence {
	list := make([]Evidence, len(cites))
	day, date := 0, ""
	for i := range cites {
		c := &cites[i]
		if number := p.Calendar.DayNumber(c.At); i == 0 || number != day {
			day, date = number, p.Calendar.Date(c.At)
		}
		list[i] = Evidence{Item: c.Item, URL: c.URL, At: date, By: p.Who(c.By), What: c.What}
	}
	return list
}

// fingerprint tells the same finding in another report.
func fingerprint(team backlog.Team, id string) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{team.Connection, team.Name, id}, "\x00")))
	return hex.EncodeToString(sum[:6])
}
