package scenario

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file does what is said on items, and what changes their order or their text.

var mention = regexp.MustCompile(`@(\p{L}+)`)

func comment(p *play, d *doing, e *entry) error {
	text := d.args.texts[0]
	var mentioned []*backlog.Person
	for _, m := range mention.FindAllStringSubmatch(text, -1) {
		who := p.cast.people[m[1]]
		if who == nil {
			return fmt.Errorf("%w %q", errNobody, m[1])
		}
		mentioned = append(mentioned, who)
	}
	p.rec.Comment(d.at, d.by, e.item, text, mentioned...)
	return nil
}

// move brings an item to the top of the Product Backlog, or to its end.
func move(p *play, d *doing, e *entry) error {
	if d.args.word == "up" {
		p.rec.Rank(d.at, d.by, e.item, +1, 0)
	} else {
		p.rec.Rank(d.at, d.by, e.item, -1, len(p.order)+len(p.epics))
	}
	return nil
}

// reorder brings items to the top in the order of the sentence.
func reorder(p *play, d *doing, e *entry) error {
	p.rec.Rank(d.at, d.by, e.item, +1, d.nth)
	return nil
}

func prioritise(p *play, d *doing, e *entry) error {
	to := priorities[d.args.word]
	p.rec.Change(d.at, d.by, e.item, backlog.PriorityField, func(s *backlog.State) { s.Priority = to })
	return nil
}

func estimate(p *play, d *doing, e *entry) error {
	points := d.args.number
	p.rec.Change(d.at, d.by, e.item, backlog.EstimateField, func(s *backlog.State) { s.Estimate = points })
	return nil
}

// setDate records that a date was set: the model keeps that it changed, not the date.
func setDate(p *play, d *doing, e *entry) error {
	p.rec.Change(d.at, d.by, e.item, backlog.DatesField, nil)
	return nil
}

func adopt(p *play, d *doing, e *entry) error {
	parent, err := p.named(d.args.key, d.at, d.line)
	if err != nil {
		return err
	}
	if parent == e.item {
		return errors.New(d.args.key + " cannot be its own parent")
	}
	p.rec.Change(d.at, d.by, e.item, backlog.ParentField, func(s *backlog.State) { s.Parent = parent })
	return nil
}

func place(p *play, d *doing, e *entry) error {
	box := p.sprint(sprintName(d.args.word))
	if box == nil {
		return fmt.Errorf("there is no sprint %s", d.args.word)
	}
	if box.Closed(d.at) {
		return fmt.Errorf("%s is closed by then", box.Name)
	}
	p.join(e, box, d.at, d.by, d.line)
	return nil
}

func label(p *play, d *doing, e *entry) error {
	with := d.args.word
	p.rec.Change(d.at, d.by, e.item, backlog.LabelsField, func(s *backlog.State) {
		s.Labels = append(slices.Clone(s.Labels), with)
	})
	return nil
}

// setStatus moves an item to a status of its own that is on no column and not in work.
func setStatus(p *play, d *doing, e *entry) error {
	status := p.status(d.args.word)
	p.rec.Change(d.at, d.by, e.item, backlog.StatusField, func(s *backlog.State) { s.Status = status })
	return nil
}

func (p *play) status(name string) *backlog.Status {
	i := slices.IndexFunc(p.statuses, func(s *backlog.Status) bool { return s.Name == name })
	if i < 0 {
		i = len(p.statuses)
		p.statuses = append(p.statuses, &backlog.Status{ID: strconv.Itoa(10 + i), Name: name, Category: backlog.ToDo, Column: -1})
	}
	return p.statuses[i]
}

func migrate(p *play, d *doing, e *entry) error {
	p.rec.Change(d.at, d.by, e.item, backlog.ProjectField, nil)
	return nil
}

func link(p *play, d *doing, e *entry) error {
	e.item.Links = append(e.item.Links, backlog.Link{Relation: backlog.Related, Key: d.args.key, Customer: true, Made: d.at})
	p.rec.Change(d.at, d.by, e.item, backlog.LinkField, nil)
	return nil
}

func retitle(p *play, d *doing, e *entry) error {
	to := d.args.texts[0]
	p.rec.Rewrite(d.at, d.by, e.item, backlog.TitleField, func(t *backlog.Text) { t.Title = to })
	return nil
}

// rewrite gives an item the description of the sentence, or a healthy new one.
func rewrite(p *play, d *doing, e *entry) error {
	to := write(spec{}, len(p.order)+d.nth).Description
	if len(d.args.texts) > 0 {
		to = d.args.texts[0]
	}
	p.rec.Rewrite(d.at, d.by, e.item, backlog.DescriptionField, func(t *backlog.Text) { t.Description = to })
	return nil
}

func writeCriteria(p *play, d *doing, e *entry) error {
	to := d.args.texts[0]
	p.rec.Rewrite(d.at, d.by, e.item, backlog.CriteriaField, func(t *backlog.Text) { t.Criteria = to })
	return nil
}
