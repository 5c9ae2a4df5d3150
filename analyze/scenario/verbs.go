package scenario

import (
	"fmt"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// verbs are the acts a journal can tell of a day.
var verbs = []sentence[verb]{
	{"PERSON adds NEW", "Ada adds PAY-9 story 8", add},
	{"PERSON requests NEW", "Dana requests PAY-20..22", enter},
	{"PERSON requests NEW : TEXT", `Dana requests PAY-20: "Export as CSV"`, enter},
	{"PERSON imports NEW", "Ada imports PAY-100..159 stories", enter},
	{"PERSON splits KEY into NEW", "Ada splits PAY-1 into PAY-31, PAY-32", splitOff},
	{"PERSON removes MEMBERS", "Ada removes PAY-2", remove},
	{"PERSON takes ITEMS", "Ben takes PAY-4", take},
	{"PERSON assigns ITEMS to PERSON", "Ada assigns PAY-4 to Ben", assign},
	{"PERSON starts ITEMS", "Ben starts PAY-1", start},
	{"PERSON finishes ITEMS", "Ben finishes PAY-1", finish},
	{"PERSON reopens ITEMS", "Ben reopens PAY-1", reopen},
	{"PERSON blocks|unblocks ITEMS", "Ben blocks PAY-1", flag},
	{"PERSON declines ITEMS", "Ada declines PAY-21", decline},
	{"PERSON declines ITEMS : TEXT", `Ada declines PAY-21: "We will not export raw data"`, decline},
	{"PERSON closes ITEMS as duplicate of KEY", "Ada closes PAY-21 as duplicate of PAY-20", duplicate},
	{"PERSON closes ITEMS as obsolete|incomplete", "Ada closes PAY-21 as obsolete", discard},
	{"PERSON asks|answers|says on ITEMS : TEXT", `Ben asks on PAY-1: "Which currency, @Ada?"`, comment},
	{"PERSON moves ITEMS up|down", "Ada moves PAY-5 up", move},
	{"PERSON reorders ITEMS", "Ada reorders PAY-5, PAY-6", reorder},
	{"PERSON sets ITEMS to highest|high|medium|low|lowest priority", "Ada sets PAY-5 to high priority", prioritise},
	{"PERSON estimates ITEMS at NUMBER", "Ada estimates PAY-4 at 5", estimate},
	{"PERSON gives ITEMS the due date DATE", "Ada gives PAY-4 the due date 2026-03-20", setDate},
	{"PERSON puts ITEMS under KEY", "Ada puts PAY-4 under PAY-900", adopt},
	{"PERSON puts ITEMS in sprint WORDS", "Ada puts PAY-5 in sprint 8", place},
	{"PERSON labels ITEMS with WORD", "Ada labels PAY-4 with icebox", label},
	{"PERSON moves ITEMS to status WORDS", "Ada moves PAY-4 to status Icebox", setStatus},
	{"PERSON moves ITEMS to another project", "Ada moves PAY-1..50 to another project", migrate},
	{"PERSON links ITEMS to customer request KEY", "Ada links PAY-4 to customer request SUP-12", link},
	{"PERSON retitles ITEMS : TEXT", `Ada retitles PAY-20: "Export the invoices of a month"`, retitle},
	{"PERSON rewrites ITEMS", "Ada rewrites PAY-20", rewrite},
	{"PERSON rewrites ITEMS : TEXT", `Ada rewrites PAY-20: "As an accountant, I want …"`, rewrite},
	{"PERSON writes criteria on ITEMS : TEXT", `Ada writes criteria on PAY-20: "Given a month, …"`, writeCriteria},
}

// add puts an item in the running Sprint; without one it only enters the backlog.
func add(p *play, d *doing, e *entry) error {
	isNew := e.created.Equal(d.at)
	switch {
	case d.box == nil && !isNew:
		return fmt.Errorf("%s is in the backlog already, and no sprint runs", e.item.Key)
	case d.box == nil:
		return nil
	case e.box == d.box:
		return fmt.Errorf("%s is in %s already, since line %d", e.item.Key, d.box.Name, e.planner)
	case !e.ended.IsZero():
		return fmt.Errorf("%s was finished before", e.item.Key)
	}
	p.join(e, d.box, d.at, d.by, d.line)
	return nil
}

// enter has nothing left to do: the item came into being with the sentence.
func enter(_ *play, d *doing, e *entry) error {
	if !e.created.Equal(d.at) {
		return fmt.Errorf("%s is there already, since line %d", e.item.Key, e.line)
	}
	return nil
}

// splitOff makes one part of an item. Parts join what the whole is in.
func splitOff(p *play, d *doing, e *entry) error {
	whole := p.entries[d.args.key]
	if whole == nil {
		return fmt.Errorf("nothing is known of %s before it is split", d.args.key)
	}
	p.rec.Link(d.at, e.item, backlog.SplitFrom, whole.item)
	p.rec.Change(d.at, d.by, whole.item, backlog.LinkField, nil)
	p.note(d.line, whole.item.Key, d.at)
	if whole.box != nil && e.box != whole.box {
		p.join(e, whole.box, d.at, d.by, d.line)
	}
	return nil
}

func remove(p *play, d *doing, e *entry) error {
	if e.box == nil {
		return fmt.Errorf("%s is in no sprint", e.item.Key)
	}
	p.rec.Leave(d.at, d.by, e.item, e.box.Sprint)
	e.leave()
	return nil
}

func take(p *play, d *doing, e *entry) error {
	p.assign(d, e, d.by)
	return nil
}

func assign(p *play, d *doing, e *entry) error {
	p.assign(d, e, p.cast.people[d.args.whom])
	return nil
}

func (p *play) assign(d *doing, e *entry, to *backlog.Person) {
	e.worker = to
	p.rec.Change(d.at, d.by, e.item, backlog.AssigneeField, func(s *backlog.State) { s.Assignee = to })
}

func start(p *play, d *doing, e *entry) error {
	if !e.begun.IsZero() {
		return fmt.Errorf("%s was started already, on %s", e.item.Key, p.cal.Date(e.begun))
	}
	p.rec.Start(d.at, d.by, e.item)
	e.begun, e.worker = d.at, d.by
	return nil
}

func finish(p *play, d *doing, e *entry) error {
	if e.begun.IsZero() {
		p.begin(e, d.at, d.line)
	}
	return p.end(d, e, backlog.Delivered)
}

func decline(p *play, d *doing, e *entry) error {
	if len(d.args.texts) > 0 {
		if err := comment(p, d, e); err != nil {
			return err
		}
	}
	return p.end(d, e, backlog.Declined)
}

func duplicate(p *play, d *doing, e *entry) error {
	other := p.entries[d.args.key]
	if other == nil || other == e {
		return fmt.Errorf("nothing is known of %s, of which %s is to be a duplicate", d.args.key, e.item.Key)
	}
	p.rec.Link(d.at, e.item, backlog.DuplicateOf, other.item)
	return p.end(d, e, backlog.Duplicate)
}

// discard ends an item that is obsolete, which is a decision, or incomplete, which is none.
func discard(p *play, d *doing, e *entry) error {
	if d.args.word == "obsolete" {
		return p.end(d, e, backlog.Declined)
	}
	return p.end(d, e, backlog.Discarded)
}

func (p *play) end(d *doing, e *entry, how backlog.Outcome) error {
	if !e.ended.IsZero() {
		return fmt.Errorf("%s was finished already, on %s", e.item.Key, p.cal.Date(e.ended))
	}
	p.rec.End(d.at, d.by, e.item, how)
	e.ended = d.at
	return nil
}

func reopen(p *play, d *doing, e *entry) error {
	if e.ended.IsZero() {
		return fmt.Errorf("%s is not finished: say first when it was", e.item.Key)
	}
	p.rec.Change(d.at, d.by, e.item, backlog.StatusField|backlog.OutcomeField, func(s *backlog.State) {
		s.Status, s.Outcome = Doing, backlog.Open
	})
	e.ended = time.Time{}
	return nil
}

func flag(p *play, d *doing, e *entry) error {
	up := d.args.word == "blocks"
	p.rec.Change(d.at, d.by, e.item, backlog.FlagField, func(s *backlog.State) { s.Flagged = up })
	return nil
}
