package po

import (
	_ "embed"
	"fmt"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

//go:embed flw01_disturbed_sprint.md
var disturbedSprintDoc string

var disturbedSprint = analyze.Check{
	ID: "FLW-01", Name: "disturbed-sprint", Group: analyze.Flow, Class: analyze.Observed, Doc: disturbedSprintDoc,
	Needs:  backlog.SprintHistory,
	Guards: []guards.ID{guards.NewTeam, guards.NoSprints, guards.Parking, guards.Edges, guards.UrgentLane},
	Rule: disturbedSprintRule{
		Graded: analyze.Graded{Share: analyze.Share{Amber: 0.50, Red: 0.50, MinN: 4, FlagFrom: 6, Origin: "our judgement"}},
		Added:  0.25, AddedRed: 0.45, Removed: 0.20, Planned: 5, Early: 0.80,
	},
}

type disturbedSprintRule struct {
	analyze.Graded `yaml:",inline"`
	Added          float64 `yaml:"added" means:"items added, as a share of those planned, above which a Sprint counts as disturbed" origin:"measured base rate: the median of 1,214 open-source Sprints is 0.38; a vendor calls 0.30 red"`
	AddedRed       float64 `yaml:"added_red" means:"the same for strongly disturbed" origin:"our judgement"`
	Removed        float64 `yaml:"removed" means:"items removed, as a share of those planned, above which a Sprint counts as disturbed" origin:"measured base rate: three in four open-source Sprints stay below 0.19"`
	Planned        int     `yaml:"planned" means:"planned items that a Sprint needs to be looked at" origin:"our judgement"`
	Early          float64 `yaml:"early" means:"share of the plan done from which additions are a top-up" origin:"our judgement"`
}

func (c disturbedSprintRule) Run(p *analyze.Pass) {
	p.Counts("closed Sprint with enough planned items", "closed Sprints with enough planned items")
	added, removed, planned := 0, 0, 0
	visits := visitsOf(p)
	var strips []analyze.PictureRow
	for _, s := range p.ClosedSprints() {
		scope := c.scopeOf(p, s, visits[s])
		if len(scope.planned) < c.Planned {
			p.LeaveOut(fmt.Sprintf("Sprints with fewer than %d planned items", c.Planned), 1)
			continue
		}
		p.LeaveOut("bugs and urgent items added", scope.urgent)
		subject := analyze.Subject{Sprint: s, At: s.Start}
		p.Examine(subject)
		in, out := scope.share(scope.added), scope.share(scope.removed)
		p.Counter(scope.topUps...)
		strip := p.Row(analyze.Window{From: s.Start, To: s.Completed, Sprint: s},
			scope.done, len(scope.planned)-scope.done-len(scope.removed), len(scope.removed), len(scope.added))
		strip.Shows = in > c.Added || out > c.Removed
		strips = append(strips, strip)
		if !strip.Shows {
			continue
		}
		added, removed, planned = added+len(scope.added), removed+len(scope.removed), planned+len(scope.planned)
		p.Report(subject, append(scope.added, scope.removed...)...)
		if in > c.AddedRed {
			p.Severe()
		}
	}
	p.Also("In these, %d items were planned, %d were added and %d taken out unfinished.", planned, added, removed)
	p.Draw(func(f analyze.Finding) analyze.Picture { return c.picture(f, strips) })
}

// picture is what became of every Sprint's content.
func (c disturbedSprintRule) picture(f analyze.Finding, strips []analyze.PictureRow) analyze.Picture {
	var sums [4]int
	for _, s := range strips {
		for i, v := range s.Values {
			sums[i] += int(v)
		}
	}
	return analyze.Picture{
		Kind: analyze.Scope, Head: "Sprint", Rows: strips,
		Title: fmt.Sprintf("Of %d items planned in %d Sprints, %s were finished in them and %s taken out; %s came on top",
			sums[0]+sums[1]+sums[2], f.N, some(sums[0]), some(sums[2]), some(sums[3])),
		Note: "Bugs and urgent items, parts of planned ones, and what came once the plan was nearly done, are not counted as added.",
		Series: []analyze.Series{{Name: "planned and finished"}, {Name: "planned, not finished"},
			{Name: "planned, then taken out", Shows: true}, {Name: "added on the way", Shows: true}},
	}
}

// scope is what happened to one Sprint's content.
type scope struct {
	planned        []*backlog.Item
	done           int // of those, delivered by the close
	added, removed []analyze.Cite
	topUps         []analyze.Cite // added after most of the plan was done
	urgent         int            // bugs and expedites, counted apart
}

func (s scope) share(of []analyze.Cite) float64 { return float64(len(of)) / float64(len(s.planned)) }

// stay is an item's time in the Sprint.
type stay struct {
	it *backlog.Item
	backlog.Stay
}

// visitsOf lists the times that Product Backlog items spent in each Sprint.
func visitsOf(p *analyze.Pass) map[*backlog.Sprint][]stay {
	visits := map[*backlog.Sprint][]stay{}
	for _, it := range p.Backlog {
		for _, st := range it.Stays() {
			visits[st.Sprint] = append(visits[st.Sprint], stay{it, st})
		}
	}
	return visits
}

func (c disturbedSprintRule) scopeOf(p *analyze.Pass, s *backlog.Sprint, visits []stay) scope {
	planned, late := c.sorted(s, visits)
	var sc scope
	plannedPoints, addedPoints, estimated := 0.0, 0.0, true
	keys := map[string]bool{}
	for _, st := range planned {
		sc.planned = append(sc.planned, st.it)
		keys[st.it.Key] = true
		plannedPoints += points(st.it, s.Start)
		estimated = estimated && points(st.it, s.Start) > 0
	}
	var disturbing []stay
	for _, st := range late {
		switch {
		case p.Facts.Urgent(st.it):
			sc.urgent++
		case splitOf(st.it, keys):
			p.LeaveOut("parts of planned items that were split", 1)
		case c.nearlyDone(sc.planned, st.From):
			sc.topUps = append(sc.topUps, p.Fact(st.it, st.From, st.By, "pulled in after most of the plan was done"))
		default:
			disturbing = append(disturbing, st)
			addedPoints += points(st.it, st.From)
			estimated = estimated && points(st.it, st.From) > 0
		}
	}
	total := fmt.Sprintf("%d items added to %d planned", len(disturbing), len(planned))
	if estimated {
		total += fmt.Sprintf(" (%g points added to %g planned)", addedPoints, plannedPoints)
	}
	for _, st := range disturbing {
		sc.added = append(sc.added, p.Fact(st.it, st.From, st.By, "added to %s on day %d: in all %s", p.Told(s.Name), p.Calendar.Days(s.Start, st.From)+1, total))
	}
	for _, st := range planned {
		if c.removed(st, s, keys) {
			sc.removed = append(sc.removed, p.Fact(st.it, st.To, st.OutBy, "taken out of %s on day %d", p.Told(s.Name), p.Calendar.Days(s.Start, st.To)+1))
		} else if end := st.it.Ending(); end != nil && end.State.Outcome == backlog.Delivered && !end.At.After(s.Completed) {
			sc.done++
		}
	}
	return sc
}

// sorted divides the items that were in the Sprint into those planned and those that came
// later. The first day is planning, the last hours are tidying up.
func (c disturbedSprintRule) sorted(s *backlog.Sprint, visits []stay) (planned, late []stay) {
	begun, closing := s.Start.Add(backlog.PlanningGrace), s.Completed.Add(-backlog.ClosingGrace)
	for _, st := range visits {
		switch {
		case !st.To.IsZero() && !st.To.After(begun):
		case !st.From.After(begun):
			planned = append(planned, st)
		case st.From.Before(closing):
			late = append(late, st)
		}
	}
	return planned, late
}

// removed reports whether a planned item left the running Sprint unfinished and unsplit.
func (c disturbedSprintRule) removed(st stay, s *backlog.Sprint, keys map[string]bool) bool {
	if st.To.IsZero() || !st.To.Before(s.Completed.Add(-backlog.ClosingGrace)) || splitOf(st.it, keys) {
		return false
	}
	end := st.it.Ending()
	return end == nil || end.At.After(st.To)
}

// nearlyDone reports whether most of the plan was finished at t.
func (c disturbedSprintRule) nearlyDone(planned []*backlog.Item, t time.Time) bool {
	done := 0
	for _, it := range planned {
		if end := it.Ending(); end != nil && !end.At.After(t) {
			done++
		}
	}
	return float64(done) >= c.Early*float64(len(planned)) && len(planned) > 0
}

// splitOf reports whether the item was split from, or into, one of the items.
func splitOf(it *backlog.Item, keys map[string]bool) bool {
	for _, l := range it.Links {
		if keys[l.Key] && (l.Relation == backlog.SplitFrom || l.Relation == backlog.SplitTo) {
			return true
		}
	}
	return false
}

func points(it *backlog.Item, t time.Time) float64 {
	if s := it.At(t); s != nil {
		return s.Estimate
	}
	return 0
}
