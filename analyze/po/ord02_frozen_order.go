package po

import (
	_ "embed"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

//go:embed ord02_frozen_order.md
var frozenOrderDoc string

var frozenOrder = analyze.Check{
	ID: "ORD-02", Name: "frozen-order", Group: analyze.Ordering, Class: analyze.Observed, Doc: frozenOrderDoc,
	Needs:  backlog.RankHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.Free, guards.Unused, guards.Edges},
	Rule: frozenOrderRule{
		Share: analyze.Share{Amber: 0.50, Red: 0.75, MinN: 4, FlagFrom: 6, Origin: "our judgement; one real team reordered with a median gap of one day, at most 33"},
		News:  5, OrderingDays: 2,
	},
}

type frozenOrderRule struct {
	analyze.Share `yaml:",inline"`
	News          int `yaml:"news" means:"new or changed items from which a period brought something to react to" origin:"our judgement"`
	OrderingDays  int `yaml:"ordering_days" means:"days of ordering outside planning that a period has at least" origin:"our judgement"`
}

func (c frozenOrderRule) Run(p *analyze.Pass) {
	p.Counts("period with news", "periods with news")
	decisions := p.Decisions()
	if used := orderUsed(p, decisions); used*10 < len(p.Windows) || used == 0 {
		p.CannotTell("the order in the tracker is hardly ever changed; it may be kept elsewhere")
		return
	}
	planning := planningDays(p)
	var strips []analyze.PictureRow
	windows := p.ClosedWindows()
	came := changedItems(p, windows)
	for i, w := range windows {
		if p.Facts.WorkedDays(w.From, w.To) < 4 {
			p.LeaveOut("periods of holidays or shutdown", 1)
			continue
		}
		news := came[i]
		if len(news) < c.News {
			p.LeaveOut("periods with hardly any new or changed items", 1)
			continue
		}
		ordered := orderedIn(p, w, decisions)
		decided, days := outside(ordered, planning)
		free := freeDays(p, w, planning)
		if free == 0 {
			p.LeaveOut("periods that are planning days only", 1)
			continue
		}
		// The setting is for a Sprint of two weeks, with seven days outside planning.
		needed := max(1, min(c.OrderingDays, (c.OrderingDays*free+3)/7))
		subject := analyze.Subject{Sprint: w.Sprint, At: w.To}
		p.Examine(subject)
		strip := dayStrip(p, w, news, ordered, planning)
		strip.Shows = decided < needed
		strips = append(strips, strip)
		if strip.Shows {
			p.Report(subject, p.WindowFact(w, "%d items were new or changed; the order moved on %s outside planning", len(news), nDays(days)))
		} else {
			p.Counter(p.WindowFact(w, "the order moved on %s outside planning", nDays(days)))
		}
	}
	p.Also("The longest pause in ordering was %d working days.", c.longestGap(p, decisions))
	p.Draw(func(f analyze.Finding) analyze.Picture { return c.picture(f, strips) })
}

// orderedIn are the days in the window, by their number, on which the order moved, and how
// many people moved it on each.
func orderedIn(p *analyze.Pass, w analyze.Window, decisions []guards.Act) map[int]int {
	type day struct {
		number int
		by     *backlog.Person
	}
	seen, days := map[day]bool{}, map[int]int{}
	for _, d := range decisions {
		if d.At.Before(w.From) || d.At.After(w.To) {
			continue
		}
		if on := (day{p.Calendar.DayNumber(d.At), d.By}); !seen[on] {
			seen[on] = true
			days[on.number]++
		}
	}
	return days
}

// outside counts the decision-days outside planning, each of one person, and the days themselves.
func outside(ordered map[int]int, planning map[int]bool) (decisionDays, days int) {
	for day, people := range ordered {
		if !planning[day] {
			decisionDays, days = decisionDays+people, days+1
		}
	}
	return decisionDays, days
}

// freeDays counts the days of the window that the team worked and did not plan on.
func freeDays(p *analyze.Pass, w analyze.Window, planning map[int]bool) int {
	n := 0
	for d := p.Calendar.Midnight(w.From); !d.After(w.To); d = d.AddDate(0, 0, 1) {
		if p.Facts.Worked(d) && !planning[p.Calendar.DayNumber(d)] {
			n++
		}
	}
	return n
}

// orderUsed counts the windows in which the order itself moved, by rank or priority.
func orderUsed(p *analyze.Pass, decisions []guards.Act) int {
	used := 0
	for _, w := range p.Windows {
		if slices.ContainsFunc(decisions, func(a guards.Act) bool {
			return a.Changed.Has(backlog.RankField|backlog.PriorityField) && !a.At.Before(w.From) && !a.At.After(w.To)
		}) {
			used++
		}
	}
	return used
}

// longestGap is the longest time in the window without an ordering decision, in days
// on which the team worked.
func (c frozenOrderRule) longestGap(p *analyze.Pass, decisions []guards.Act) int {
	longest, last := 0, p.From
	if since := knownSince(p); since.After(last) {
		last = since
	}
	for _, d := range decisions {
		if d.At.After(last) {
			longest = max(longest, p.Facts.WorkedDays(last, d.At)-2)
			last = d.At
		}
	}
	return max(longest, p.Facts.WorkedDays(last, p.TakenAt)-1)
}

// planningDays are the days around the start of every Sprint, by their number: the day
// itself, the working day before and the one after.
func planningDays(p *analyze.Pass) map[int]bool {
	days := map[int]bool{}
	for _, s := range p.Sprints {
		if !s.Start.IsZero() {
			for _, t := range []time.Time{p.Calendar.Add(s.Start, -1), s.Start, p.Calendar.Add(s.Start, 1)} {
				days[p.Calendar.DayNumber(t)] = true
			}
		}
	}
	return days
}

// newsFields are the changes that tell something new; moving an item on does not.
const newsFields = backlog.Created | backlog.ContentFields | backlog.PriorityField | backlog.EstimateField | backlog.ParentField |
	backlog.LinkField | backlog.LabelsField | backlog.CustomersField | backlog.AttachmentField

// changedItems are, for each of the windows, the days of the first news in it, by their
// number, on every Product Backlog item that had some while it was in no running Sprint.
func changedItems(p *analyze.Pass, windows []analyze.Window) [][]int {
	days, last := make([][]int, len(windows)), make([]*backlog.Item, len(windows))
	for _, it := range p.Backlog {
		for a := range p.Facts.Acts(it) {
			running := func(s *backlog.Sprint) bool { return s.Started(a.At) }
			if !a.Changed.Has(newsFields) {
				continue
			}
			for i, w := range windows {
				if last[i] != it && !a.At.Before(w.From) && !a.At.After(w.To) && !slices.ContainsFunc(a.State.Sprints, running) {
					last[i] = it
					days[i] = append(days[i], p.Calendar.DayNumber(a.At))
				}
			}
		}
	}
	return days
}

func nDays(n int) string {
	switch n {
	case 0:
		return "no day"
	case 1:
		return "one day"
	}
	return fmt.Sprintf("%d days", n)
}
