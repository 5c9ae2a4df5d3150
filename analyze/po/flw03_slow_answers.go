package po

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/stats"
	"github.com/rolehealth/rolehealth/analyze/text"
)

// This file measures how long developers' questions wait for the Product Owner.

//go:embed flw03_slow_answers.md
var slowAnswersDoc string

var slowAnswers = analyze.Check{
	ID: "FLW-03", Name: "slow-answers", Group: analyze.Flow, Class: analyze.Proxy, Doc: slowAnswersDoc,
	Needs: backlog.Comments | backlog.Authors | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.Free, guards.SmallTeam, guards.Codes, guards.TalksAway,
		guards.Handover, guards.Clusters},
	Rule: slowAnswersRule{
		Wait:    analyze.Wait{Share: analyze.Share{Amber: 0.25, Red: 0.40, MinN: 15, Origin: "our judgement"}, Hours: 8, HoursRed: 16},
		TooLong: 16, Longest: 3,
	},
}

type slowAnswersRule struct {
	analyze.Wait `yaml:",inline"`
	TooLong      int `yaml:"too_long" means:"working hours, eight a day, after which a question waited too long" origin:"our judgement"`
	Longest      int `yaml:"longest" means:"longest waits named in the sentence" origin:"our judgement"`
}

func (c slowAnswersRule) Run(p *analyze.Pass) {
	p.Counts("question", "questions")
	if !owned(p) || !developed(p) {
		return
	}
	var late []question
	var waits []stats.Span // in working hours
	outlasted := 0
	for _, it := range p.Items {
		for _, q := range c.questions(p, it) {
			if q.left != "" {
				p.LeaveOut(q.left, 1)
				continue
			}
			subject := analyze.Subject{Item: it, At: q.asked.At}
			tooLong := q.waited > hours(c.TooLong)
			if !q.answered && !tooLong {
				p.LeaveOut("questions lost sight of within two working days", 1)
				p.Waited(subject, q.waited.Hours(), false)
				waits = append(waits, stats.Span{Length: q.waited.Hours()})
				continue
			}
			p.Examine(subject)
			p.Waited(subject, q.waited.Hours(), q.answered)
			waits = append(waits, stats.Span{Length: q.waited.Hours(), Ended: q.answered})
			if q.outlasts(p) {
				outlasted++
			}
			if tooLong {
				late = append(late, q)
				p.Report(subject, p.Fact(it, q.asked.At, q.asked.By, "%s", q.words()))
			}
		}
	}
	if outlasted > 0 {
		p.Also("%d were still open when their Sprint ended.", outlasted)
	}
	slices.SortStableFunc(late, func(a, b question) int { return -cmp.Compare(a.waited, b.waited) })
	var longest []string
	for _, q := range late[:min(len(late), c.Longest)] {
		longest = append(longest, fmt.Sprintf("%s (%s)", q.item.Key, workingTime(q.waited)))
	}
	if len(longest) > 0 {
		p.Also("Longest: %s.", strings.Join(longest, ", "))
	}
	p.Draw(func(f analyze.Finding) analyze.Picture { return c.picture(f, waits) })
}

// question is what a developer asked, and what became of it.
type question struct {
	item     *backlog.Item
	asked    backlog.Comment
	waited   time.Duration // in working hours
	answered bool          // else it was lost sight of then
	until    time.Time
	left     string // why it says nothing; empty if it does
}

// questions are those asked on the item within the window, one for each wait.
func (c slowAnswersRule) questions(p *analyze.Pass, it *backlog.Item) []question {
	if len(it.Comments) == 0 || it.Level() != backlog.BacklogLevel {
		return nil
	}
	var list []question
	talk := slices.Collect(p.Facts.Said(it))
	for i, said := range talk {
		owner, _ := p.Roles.Owner(said.At)
		if said.At.Before(p.From) || it.At(said.At) == nil || it.At(said.At).Outcome != backlog.Open || !asksOwner(p, said, owner) {
			continue
		}
		if n := len(list); n > 0 && said.At.Before(list[n-1].until) {
			continue // asked again: the wait goes on
		}
		q := question{item: it, asked: said}
		q.settle(p, talk[i+1:], owner)
		if p.Facts.Away(owner, said.At) || p.Facts.Away(owner, earlier(q.until, p.Calendar.Add(said.At, 2))) {
			q.left = "questions while the Product Owner was away"
		}
		list = append(list, q)
	}
	return list
}

// asksOwner reports whether a developer asks the Product Owner something: by name, or
// without naming anybody.
func asksOwner(p *analyze.Pass, q backlog.Comment, owner *backlog.Person) bool {
	return owner != nil && q.By != owner && p.Roles.Of(q.By, q.At) == roles.Developer &&
		(len(q.Mentions) == 0 || slices.Contains(q.Mentions, owner)) && text.Question(q.Text)
}

// settle follows the question until it is answered, or lost sight of.
func (q *question) settle(p *analyze.Pass, later []backlog.Comment, owner *backlog.Person) {
	q.until = p.TakenAt
	if end := q.item.Ending(); end != nil && end.At.After(q.asked.At) {
		q.until = end.At
	}
	for a := range p.Facts.Acts(q.item) {
		if a.By == owner && a.Changed.Has(answering) && a.At.After(q.asked.At) && !a.At.After(q.until) {
			q.until, q.answered = a.At, true
			break
		}
	}
	for _, c := range later {
		if c.At.After(q.until) {
			break
		}
		developer := p.Roles.Of(c.By, c.At) == roles.Developer
		switch {
		case c.By == owner, developer && (text.Settles(c.Text) || text.Relays(c.Text)):
			q.until, q.answered = c.At, true
		case c.By == q.asked.By, developer && text.Question(c.Text):
			continue
		default:
			q.until, q.left = c.At, "questions that somebody else commented on first"
		}
		break
	}
	q.waited = p.Calendar.Hours(q.asked.At, q.until)
}

// answering are the changes by which a Product Owner answers without a word.
const answering = backlog.ContentFields | backlog.EstimateField | backlog.StatusField | backlog.OutcomeField | backlog.FlagField | backlog.AttachmentField

// outlasts reports whether the question was still open when the item's Sprint ended.
func (q question) outlasts(p *analyze.Pass) bool {
	return slices.ContainsFunc(q.item.At(q.asked.At).Sprints, func(s *backlog.Sprint) bool {
		return s.Started(q.asked.At) && !s.Closed(q.asked.At) && s.Closed(p.TakenAt) && q.until.After(s.Completed)
	})
}

func (q question) words() string {
	if q.answered {
		return "a developer's question waited " + workingTime(q.waited) + " for an answer"
	}
	return "a developer's question had no visible answer in " + workingTime(q.waited)
}

// workingTime words a stretch of working hours.
func workingTime(d time.Duration) string {
	if n := int(d.Hours()) / 8; n > 1 {
		return fmt.Sprintf("%d working days", n)
	}
	return fmt.Sprintf("%d working hours", int(d.Hours()))
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
