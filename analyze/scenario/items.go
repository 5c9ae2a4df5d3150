package scenario

import (
	"fmt"
	"regexp"
	"strconv"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file reads which items a sentence is about: by key, as so many new ones, or by
// a description of those already there.

// spec is what a journal says of one item that may be new. What it leaves open is
// healthy.
type spec struct {
	key       string        // empty: the next free one
	kind      *backlog.Type // nil: not said
	points    float64       // 0: not said
	titles    []string      // dealt in turn over a range
	sayings   []string      // descriptions, likewise
	nth       int           // its place in the range, from 0
	labels    []string
	customers []string
	by, under string
	priority  *backlog.Priority // nil: medium, as when nobody judged
	lacks     lack
	untouched bool // nobody refined it
	words     int  // of the description at least; 0: not said
}

// lack is a set of healthy things an item goes without.
type lack uint8

const (
	noParent lack = 1 << iota
	noCustomer
	noWhy
	noCriteria
	noDescription
	noEstimate
)

var lackWords = map[string]lack{
	"parent": noParent, "customer": noCustomer, "why": noWhy,
	"criteria": noCriteria, "description": noDescription, "estimate": noEstimate,
}

var kindWords = map[string]*backlog.Type{
	"story": Story, "stories": Story, "bug": Bug, "bugs": Bug, "task": Task, "tasks": Task,
	"spike": Spike, "spikes": Spike, "sub-task": SubTask, "sub-tasks": SubTask,
}

var keyPattern = regexp.MustCompile(`^([A-Z][A-Z0-9]*)-(\d{1,7})(?:\.\.(?:[A-Z][A-Z0-9]*-)?(\d{1,7}))?$`)

const (
	mostItems  = 2000
	itemsWords = "items such as PAY-2 or PAY-20..59"
)

// keys reads a key or a range of keys.
func keys(t token) ([]string, bool) {
	m := keyPattern.FindStringSubmatch(t.text)
	if m == nil || t.quoted {
		return nil, false
	}
	from, _ := strconv.Atoi(m[2])
	to := from
	if m[3] != "" {
		to, _ = strconv.Atoi(m[3])
	}
	if to < from || to-from >= mostItems {
		return nil, false
	}
	var all []string
	for n := from; n <= to; n++ {
		all = append(all, fmt.Sprintf("%s-%d", m[1], n))
	}
	return all, true
}

func readKey(c *cursor, a *args) error {
	key, err := readOneKey(c)
	a.key = key
	return err
}

func readOneKey(c *cursor) (string, error) {
	return expect(c, "the key of an item, such as PAY-1", func(t token) (string, bool) {
		all, ok := keys(t)
		if !ok || len(all) != 1 {
			return "", false
		}
		return all[0], true
	})
}

// readItems reads keys, or a description.
func readItems(c *cursor, a *args) error {
	if p, ok := readPick(c); ok {
		a.pick = &p
		return nil
	}
	return readList(c, a, func() ([]spec, error) {
		named, err := expect(c, itemsWords+`, "every item" or "the oldest 4 items"`, keys)
		return specs(named), err
	})
}

// readMembers reads what readItems does; what is described is in the Sprint and open.
func readMembers(c *cursor, a *args) error {
	err := readItems(c, a)
	if a.pick != nil {
		a.pick.member, a.pick.open = true, true
	}
	return err
}

// readNew reads items with what is said of them.
func readNew(c *cursor, a *args) error {
	a.fresh = true
	return readList(c, a, func() ([]spec, error) {
		group, err := expect(c, itemsWords+` or "6 stories"`, newItems)
		if err != nil {
			return nil, err
		}
		said := group[0]
		if err := said.read(c); err != nil {
			return nil, err
		}
		for i := range group {
			key := group[i].key
			group[i] = said
			group[i].key, group[i].nth = key, i
		}
		if group[0].key == "" && said.kind == nil {
			return nil, fmt.Errorf("want stories, bugs, tasks or spikes, found %s", c.found())
		}
		return group, nil
	})
}

func readList(c *cursor, a *args, one func() ([]spec, error)) error {
	for {
		group, err := one()
		if err != nil {
			return err
		}
		a.items = append(a.items, group...)
		if !c.accept(",") && !c.accept("and") {
			return nil
		}
	}
}

// newItems reads keys, or how many new items there are.
func newItems(t token) ([]spec, bool) {
	if named, ok := keys(t); ok {
		return specs(named), true
	}
	n, err := strconv.Atoi(t.text)
	if err != nil || t.quoted || n < 1 || n > mostItems {
		return nil, false
	}
	return make([]spec, n), true
}

func specs(keys []string) []spec {
	all := make([]spec, len(keys))
	for i, key := range keys {
		all[i].key = key
	}
	return all
}

// read reads what follows a key: the kind, the points and what is unlike a healthy item.
func (s *spec) read(c *cursor) error {
	if c.accept("expedite") {
		s.labels = append(s.labels, "expedite")
	}
	if kind := kindWords[c.peek().text]; kind != nil && !c.peek().quoted {
		s.kind = kind
		c.at++
		if points, ok := number(c.peek()); ok {
			s.points = points
			c.at++
		}
	}
	for {
		more, err := s.modify(c)
		if !more || err != nil {
			return err
		}
	}
}

// modify reads one modifier, if there is one.
func (s *spec) modify(c *cursor) (more bool, err error) {
	switch {
	case c.accept("without"):
		var l lack
		_ = c.accept("a") || c.accept("an")
		l, err = expect(c, "parent, customer, why, criteria, description or estimate",
			func(t token) (lack, bool) { return lackWords[t.text], lackWords[t.text] != 0 })
		s.lacks |= l
	case c.accept("titled"):
		s.titles, err = c.choice()
	case c.accept("saying"):
		s.sayings, err = c.choice()
	case c.accept("for"):
		var name string
		name, err = c.quotation()
		s.customers = append(s.customers, name)
	case c.accept("labelled"):
		var label string
		label, err = c.word("a label")
		s.labels = append(s.labels, label)
	case c.accept("by"):
		var a args
		err = readPerson(c, &a)
		s.by = a.who
	case c.accept("with"):
		s.priority, err = expect(c, "highest, high, medium, low or lowest priority",
			func(t token) (*backlog.Priority, bool) { return priorities[t.text], priorities[t.text] != nil })
		if err == nil && !c.accept("priority") {
			err = fmt.Errorf("want the word priority, found %s", c.found())
		}
	case c.accept("of"):
		var words float64
		words, err = expect(c, "how many words, such as 200", number)
		s.words = int(words)
		if err == nil && !c.accept("words") {
			err = fmt.Errorf("want the word words, found %s", c.found())
		}
	case c.accept("under"):
		s.under, err = readOneKey(c)
	case c.accept("expedite"):
		s.labels = append(s.labels, "expedite")
	case c.accept("untouched"):
		s.untouched = true
	default:
		return false, nil
	}
	return true, err
}

// choice reads one text, or several to be dealt in turn: "one" or "another".
func (c *cursor) choice() ([]string, error) {
	var texts []string
	for {
		text, err := c.quotation()
		if err != nil {
			return nil, err
		}
		texts = append(texts, text)
		if !c.accept("or") {
			return texts, nil
		}
	}
}
