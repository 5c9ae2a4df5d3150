package azure

// This file collects the revisions of a work item into its document. Azure gives every
// revision whole; the document keeps the first one whole and of each later one only what
// is different, in short names and without the addresses and pictures of people:
//
//	{"id":12,"revisions":[{"rev":1,"fields":{"type":"Bug","title":"…"}},{"rev":2,"fields":{"state":"Done","effort":null}}],
//	 "links":[{"rel":"System.LinkTypes.Related","id":5,"at":"…","by":{…},"active":true}]}
//
// Null is a value that was taken away. Links are absent where they could not be read. Long
// texts stand apart, under "now", where revisions do not tell them.

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// draft is a work item being collected.
type draft struct {
	id    int
	first int // the revision it begins with
	last  int // the newest revision
	gap   bool
	out   []byte           // the revisions, with commas between them
	at    [fieldCount]span // where in out the present value of each field stands
	links []tie
	tied  bool                      // the links are known
	talks int                       // revisions with which something was said
	blank bool                      // one of the revisions changed nothing that is asked for: a comment may have been edited
	short bool                      // some of the history did not come
	part  bool                      // the history did not come: this is only how it is now
	now   map[string]jsontext.Value // long texts as they are now, where revisions do not tell them
}

// span is a part of draft.out; empty where the field has no value.
type span struct{ from, to uint32 }

// tie is a change of a link as its document keeps it.
type tie struct {
	Rel    string         `json:"rel"`
	ID     int            `json:"id"`
	At     time.Time      `json:"at,omitzero"`
	By     jsontext.Value `json:"by,omitzero"`
	Active bool           `json:"active"`
}

// values are the fields of one revision; nil is no value. What a revision does not have
// is none either, unless it tells only what changed.
type values [fieldCount][]byte

// add takes one more revision. Those that it has already are left out; where one between
// is lacking, that is remembered. Whole says that the revision tells every field.
func (d *draft) add(rev int, given *values, told *[fieldCount]bool, whole bool) {
	if rev <= d.last {
		return
	}
	if d.first == 0 {
		d.first = rev
		d.gap = rev != 1
	} else if rev != d.last+1 {
		d.gap = true
	}
	d.last = rev
	if len(d.out) > 0 {
		d.out = append(d.out, ',')
	}
	d.out = append(d.out, `{"rev":`...)
	d.out = strconv.AppendInt(d.out, int64(rev), 10)
	d.out = append(d.out, `,"fields":{`...)
	begun, blank := false, true
	for f := range fieldCount {
		value := given[f]
		if !whole && !told[f] || bytes.Equal(value, d.value(f)) || f == assigneeField && samePerson(value, d.value(f)) {
			continue
		}
		if begun {
			d.out = append(d.out, ',')
		}
		begun, blank = true, blank && f.isSignature()
		d.out = append(d.out, '"')
		d.out = append(d.out, fieldNames[f]...)
		d.out = append(d.out, `":`...)
		if value == nil {
			d.out = append(d.out, "null"...)
			d.at[f] = span{}
			continue
		}
		from := uint32(len(d.out))
		d.out = append(d.out, value...)
		if f == spokenField {
			d.talks++
		} else {
			d.at[f] = span{from, uint32(len(d.out))}
		}
	}
	d.out = append(d.out, `}}`...)
	d.blank = d.blank || blank
}

// samePerson reports whether two forms name one account: the reports leave out its name,
// which updates tell.
func samePerson(a, b []byte) bool {
	var one, other identity
	return a != nil && b != nil && unmarshal(a, &one) == nil && unmarshal(b, &other) == nil && one.ID != "" && one.ID == other.ID
}

// value is the present value of a field; nil if there is none.
func (d *draft) value(f field) []byte {
	s := d.at[f]
	if s.from == s.to {
		return nil
	}
	return d.out[s.from:s.to]
}

// text is the present value of a field that is a short text; "" for none.
func (d *draft) text(f field) string {
	var s string
	if raw := d.value(f); raw == nil || unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

// count is the present value of a field that is a whole number; 0 for none.
func (d *draft) count(f field) int {
	n, err := strconv.ParseFloat(string(d.value(f)), 64)
	if err != nil {
		return 0
	}
	return int(n)
}

// tieTo takes one change of a link; a repeated one is left out.
func (d *draft) tieTo(t tie) {
	if !slices.ContainsFunc(d.links, func(o tie) bool {
		return o.Rel == t.Rel && o.ID == t.ID && o.At.Equal(t.At) && o.Active == t.Active
	}) {
		d.links = append(d.links, t)
	}
}

// parent is the id of what stands above the work item now; 0 for none. Where no link
// tells, the field does.
func (d *draft) parent() int {
	d.sortLinks()
	parent, told := 0, false
	for _, t := range d.links {
		switch {
		case t.Rel != toParent:
			continue
		case t.Active:
			parent = t.ID
		case parent == t.ID:
			parent = 0
		}
		told = true
	}
	if !told {
		return d.count(parentField)
	}
	return parent
}

// sortLinks brings the changes of links into the order of time; of those at one time,
// what was cut comes first.
func (d *draft) sortLinks() {
	slices.SortStableFunc(d.links, func(a, b tie) int {
		order := cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Rel, b.Rel))
		if order == 0 && a.Active != b.Active {
			if a.Active {
				return 1
			}
			return -1
		}
		return cmp.Or(order, cmp.Compare(a.ID, b.ID))
	})
}

// document writes it.
func (d *draft) document() ([]byte, error) {
	out := make([]byte, 0, len(d.out)+64+200*len(d.links))
	out = append(out, `{"id":`...)
	out = strconv.AppendInt(out, int64(d.id), 10)
	if d.part {
		out = append(out, `,"part":true`...)
	}
	out = append(out, `,"revisions":[`...)
	out = append(out, d.out...)
	out = append(out, ']')
	if len(d.now) > 0 {
		now, err := json.Marshal(d.now, lenient, json.Deterministic(true))
		if err != nil {
			return nil, fmt.Errorf("keeping the texts of work item %d: %w", d.id, err)
		}
		out = append(append(out, `,"now":`...), now...)
	}
	if d.tied {
		d.sortLinks()
		links, err := json.Marshal(append([]tie{}, d.links...), lenient)
		if err != nil {
			return nil, fmt.Errorf("keeping the links of work item %d: %w", d.id, err)
		}
		out = append(append(out, `,"links":`...), links...)
	}
	return append(out, '}'), nil
}

// people writes identities in short, each once.
type people map[string][]byte

// short gives the form in which documents name somebody; nil for nobody.
func (p people) short(raw []byte) []byte {
	if known, ok := p[string(raw)]; ok {
		return known
	}
	var who identity
	var out []byte
	if unmarshal(raw, &who) == nil && who != (identity{}) {
		out, _ = json.Marshal(who, lenient) // it consists of texts
	}
	if len(p) < manyPeople {
		p[string(raw)] = out
	}
	return out
}

// manyPeople is how many are remembered.
const manyPeople = 50_000
