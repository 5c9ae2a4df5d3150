package jira

// This file understands links that were taken away: what they meant, and whether they led
// to a request of a customer. What cannot be told stays unclear.

import (
	"cmp"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// lore is what the present links of all issues teach about those that were taken away, of
// which histories keep the words alone.
type lore struct {
	relations map[string]backlog.Relation // by the words of one side
	customers map[string]bool             // by the key of the other side
	away      []away                      // to be understood once all issues are
}

// ambiguous words belong to types of links that mean different things.
const ambiguous = backlog.Relation(-1)

func newLore() lore {
	known := lore{relations: map[string]backlog.Relation{}, customers: map[string]bool{}}
	for _, t := range shippedTypes {
		known.learn(t.inward, backlog.Link{Relation: relation(t.name, t.inward, t.outward, false)})
		known.learn(t.outward, backlog.Link{Relation: relation(t.name, t.inward, t.outward, true)})
	}
	return known
}

// shippedTypes are those that Jira itself ships.
var shippedTypes = []struct{ name, inward, outward string }{
	{"Blocks", "is blocked by", "blocks"}, {"Cloners", "is cloned by", "clones"}, {"Duplicate", "is duplicated by", "duplicates"},
	{"Relates", "relates to", "relates to"}, {"Issue split", "split from", "split to"}, {"Problem/Incident", "is caused by", "causes"},
}

func (k *lore) learn(words string, l backlog.Link) {
	if was, known := k.relations[words]; known && was != l.Relation {
		k.relations[words] = ambiguous
	} else {
		k.relations[words] = l.Relation
	}
	if l.Key != "" {
		k.customers[l.Key] = l.Customer
	}
}

// meant finds what a link was by what a history says of it, such as "This issue blocks",
// the beginning of which may be translated.
func (k *lore) meant(said string) (what backlog.Relation, known bool) {
	longest := ""
	for words, relation := range k.relations {
		if len(words) > len(longest) && endsIn(said, words) {
			longest, what, known = words, relation, relation != ambiguous
		}
	}
	if !known {
		what = backlog.Related
	}
	return what, known
}

// endsIn reports whether those are the last words of what is said.
func endsIn(said, words string) bool {
	before, ends := strings.CutSuffix(said, words)
	return ends && words != "" && (before == "" || strings.HasSuffix(before, " "))
}

// away is a link of an item that was taken away.
type away struct {
	item *backlog.Item
	at   int // in its PastLinks
	said string
}

// recall understands them.
func (r *reader) recall() {
	for _, a := range r.lore.away {
		l := &a.item.PastLinks[a.at]
		relation, told := r.lore.meant(a.said)
		customer, known := r.asked(l.Key)
		l.Relation, l.Customer = relation, customer
		l.Unclear = l.Unclear || !told || !known
	}
}

// asked reports whether an issue is a customer's request, as far as that is known.
func (r *reader) asked(key string) (customer, known bool) {
	if r.desks[projectOf(key)] {
		return true, true
	}
	if customer, known = r.lore.customers[key]; known {
		return customer, true
	}
	if e := r.byKey[key]; e != nil && len(e.item.Revisions) > 0 {
		return isRequest(e.item.Now().Type.Name), true
	}
	for _, t := range r.lists.types {
		if isRequest(cmp.Or(t.UntranslatedName, t.Name)) {
			return false, false
		}
	}
	return false, len(r.lists.types) > 0
}
