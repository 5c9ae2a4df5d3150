package po

import (
	_ "embed"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/stats"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed own03_proxy.md
var proxyDoc string

var proxy = analyze.Check{
	ID: "OWN-03", Name: "proxy", Group: analyze.Ownership, Class: analyze.Proxy, Doc: proxyDoc,
	Needs:  backlog.Comments | backlog.Authors,
	Guards: []guards.ID{guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.Codes, guards.TalksAway, guards.Languages, guards.Clusters},
	Rule: proxyRule{
		Share:   analyze.Share{Amber: 0.30, Red: 0.50, MinN: 15, Origin: "our judgement"},
		NewDays: 60, Alike: 0.8, Linked: 5,
	},
}

type proxyRule struct {
	analyze.Share `yaml:",inline"`
	NewDays       int     `yaml:"new_days" means:"days after taking on the role in which relaying is learning" origin:"our judgement"`
	Alike         float64 `yaml:"alike" means:"share of the words in common with a linked request from which an item repeats it" origin:"our judgement"`
	Linked        int     `yaml:"linked" means:"items beside a linked request needed to tell how many repeat it" origin:"our judgement"`
}

func (c proxyRule) Run(p *analyze.Pass) {
	p.Counts("answered question", "answered questions")
	if !owned(p) {
		return
	}
	if !p.Roles.Any(roles.Developer) || !p.Roles.Any(roles.Stakeholder) {
		p.CannotTell("developers and stakeholders cannot be told apart here; name them in the configuration under roles")
		return
	}
	var direct, relayed []float64
	for _, it := range p.Items {
		said := slices.Collect(p.Facts.Said(it))
		for i, q := range said {
			owner, answer := c.answered(p, said[i:])
			if answer == nil {
				continue
			}
			subject := analyze.Subject{Item: it, At: q.At}
			switch how, decided := settled(p, said, *answer, owner); how {
			case unread:
				p.LeaveOut("answers in a language that cannot be read", 1)
			case unsettled:
				p.LeaveOut("questions put off whose answer is not visible", 1)
			case byOwner:
				p.Examine(subject)
				direct = append(direct, p.Calendar.Hours(q.At, decided.At).Hours())
				p.Counter(p.Fact(it, decided.At, owner, "answered a developer's question"))
			case bySomebodyElse:
				p.Examine(subject)
				relayed = append(relayed, p.Calendar.Hours(q.At, decided.At).Hours())
				p.Report(subject, p.Fact(it, answer.At, owner, "%s", relay(p, *answer, decided)))
			}
		}
	}
	if talked, finished := p.Facts.Talk(); talked*2 < finished {
		p.OnlyHint("fewer than half of the finished items carry a comment")
	}
	if copied, linked := copies(p, c.Alike); linked >= c.Linked {
		p.Also("Of %d items that the Product Owner wrote beside a stakeholder's linked request, %d repeat its words.", linked, copied)
	}
	if len(direct) >= 5 && len(relayed) >= 5 {
		p.Also("A relayed answer took %.0f working hours (median), a direct one %.0f.", stats.Median(relayed), stats.Median(direct))
	}
}

// answered is the Product Owner's first answer to the developer's question that opens
// the talk; nil if the first comment is no such question, or was not answered.
func (c proxyRule) answered(p *analyze.Pass, talk []backlog.Comment) (*backlog.Person, *backlog.Comment) {
	q := talk[0]
	owner, _ := p.Roles.Owner(q.At)
	if q.At.Before(p.From) || !asksOwner(p, q, owner) || c.new(p, owner, q.At) {
		return nil, nil
	}
	for i := range talk[1:] {
		if talk[1+i].By == owner {
			return owner, &talk[1+i]
		}
		if p.Roles.Of(talk[1+i].By, talk[1+i].At) == roles.Developer && text.Question(talk[1+i].Text) {
			return nil, nil // the later question is the one that is answered
		}
	}
	return nil, nil
}

// new reports whether the Product Owner had taken on the role only lately.
func (c proxyRule) new(p *analyze.Pass, owner *backlog.Person, t time.Time) bool {
	for _, h := range p.Roles.Held {
		if h.Person == owner && h.Configured && h.Role == roles.ProductOwner && !h.From.IsZero() && t.Sub(h.From) < days(c.NewDays) && !t.Before(h.From) {
			return true
		}
	}
	return false
}

// outcome is how a question was settled.
type outcome int

const (
	byOwner outcome = iota
	bySomebodyElse
	unsettled // put off, and no answer is visible
	unread
)

// short is the length below which an answer has no language of its own.
const short = 60

// settled tells who settled a question after the Product Owner's first answer. One that
// defers is followed until the Product Owner answers after all, or a stakeholder does:
// asking customers is the job and no deferral.
func settled(p *analyze.Pass, said []backlog.Comment, answer backlog.Comment, owner *backlog.Person) (outcome, backlog.Comment) {
	if len([]rune(answer.Text)) >= short && text.Detect(answer.Text) == "" {
		return unread, answer
	}
	if text.Relays(answer.Text) {
		return bySomebodyElse, answer
	}
	if _, defers := text.Defers(answer.Text); !defers {
		return byOwner, answer
	}
	for _, c := range said {
		if !c.At.After(answer.At) || text.Question(c.Text) {
			continue
		}
		_, defers := text.Defers(c.Text)
		switch {
		case c.By == owner && defers:
		case c.By == owner && text.Relays(c.Text):
			return bySomebodyElse, c
		case c.By == owner:
			return byOwner, c
		case c.By != nil && !c.By.Customer && p.Roles.Of(c.By, c.At) == roles.Stakeholder:
			return bySomebodyElse, c
		}
	}
	return unsettled, answer
}

// relay words how the decision came.
func relay(p *analyze.Pass, answer, decided backlog.Comment) string {
	when := later(p.Calendar.Days(answer.At, decided.At))
	switch {
	case decided.At.Equal(answer.At):
		return "answered a developer's question with somebody else's decision"
	case decided.By == answer.By:
		return "put a developer's question off, and gave somebody else's decision " + when
	}
	return "passed a developer's question on; " + p.Who(decided.By) + " commented next, " + when
}

// later words a distance in working days.
func later(n int) string {
	switch {
	case n <= 0:
		return "at once"
	case n == 1:
		return "one working day later"
	}
	return fmt.Sprintf("%d working days later", n)
}
