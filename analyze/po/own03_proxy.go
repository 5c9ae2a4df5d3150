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
		NewDays: 60,
	},
}

type proxyRule struct {
	analyze.Share `yaml:",inline"`
	NewDays       int `yaml:"new_days" means:"days after taking on the role in which relaying is learning" origin:"our judgement"`
}

func (c proxyRule) Run(p *analyze.Pass) {
	p.Counts("answered question", "answered questions")
	if owner, _ := p.Roles.Owner(p.TakenAt); owner == nil {
		p.CannotTell("the Product Owner is not known; name them in the configuration under roles")
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
			p.Examine(subject)
			_, defers := text.Defers(answer.Text)
			decided := decidedBy(p, said, answer.At)
			if !defers || decided == nil {
				direct = append(direct, p.Calendar.Hours(q.At, answer.At).Hours())
				if !defers {
					p.Counter(p.Fact(it, answer.At, owner, "answered a developer's question directly"))
				}
				continue
			}
			relayed = append(relayed, p.Calendar.Hours(q.At, decided.At).Hours())
			p.Report(subject, p.Fact(it, answer.At, owner, "passed a developer's question on; %s answered it %s that",
				p.Who(decided.By), after(p.Calendar.Days(answer.At, decided.At))))
		}
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
	if owner == nil || q.By == owner || q.At.Before(p.From) || !p.Roles.Is(q.By, roles.Developer) || !text.Question(q.Text) || c.new(p, owner, q.At) {
		return nil, nil
	}
	if len(q.Mentions) > 0 && !slices.Contains(q.Mentions, owner) {
		return nil, nil
	}
	for i := range talk[1:] {
		if talk[1+i].By == owner {
			return owner, &talk[1+i]
		}
		if p.Roles.Is(talk[1+i].By, roles.Developer) && text.Question(talk[1+i].Text) {
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

// decidedBy is the first comment of a stakeholder after t; nil without one.
func decidedBy(p *analyze.Pass, said []backlog.Comment, t time.Time) *backlog.Comment {
	for i := range said {
		if said[i].At.After(t) && p.Roles.Is(said[i].By, roles.Stakeholder) {
			return &said[i]
		}
	}
	return nil
}

// after words a distance in working days.
func after(n int) string {
	switch {
	case n <= 0:
		return "on the day of"
	case n == 1:
		return "one working day after"
	}
	return fmt.Sprintf("%d working days after", n)
}
