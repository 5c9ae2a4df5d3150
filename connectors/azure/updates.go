package azure

// This file fetches the history of single work items: of those that the report of
// revisions does not have whole. Updates tell only what changed, and changes of links in
// between, which are no revisions.

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

const (
	updatePage = 200    // the most of one answer
	mostRevs   = 10_000 // Azure gives no more of one work item
)

// update is one entry of a work item's history.
type update struct {
	ID      int      `json:"id"`
	Rev     int      `json:"rev"`
	By      identity `json:"revisedBy"`
	Revised moment   `json:"revisedDate"` // of one with fields: when the next came
	Fields  map[string]struct {
		New jsontext.Value `json:"newValue"`
	} `json:"fields"`
	Relations struct {
		Added   []relationEnd `json:"added"`
		Removed []relationEnd `json:"removed"`
	} `json:"relations"`
}

type relationEnd struct {
	Rel string `json:"rel"`
	URL string `json:"url"`
}

// history fetches one work item; nil where it cannot be read.
func (p *pull) history(ctx context.Context, id int) (*draft, error) {
	var all []update
	seen := map[int]bool{0: true}
	for {
		var came list[update]
		err := p.ask(ctx, question{endpoint: updatesEndpoint, at: place{"id": key(id)},
			query: url.Values{"$top": {strconv.Itoa(updatePage)}, "$skip": {strconv.Itoa(len(all))}}}, &came)
		status, refused := errors.AsType[*statusError](err)
		switch {
		case refused && len(all) == 0 && status.absent():
			return nil, nil
		case refused && (status.absent() || len(all) >= mostRevs || status.code == 500):
			return p.present(ctx, id)
		case err != nil:
			return nil, failed(err, "reading the history of work item %d", id)
		}
		page := came.all()
		again := !slices.ContainsFunc(page, func(u update) bool { return !seen[u.ID] })
		for _, u := range page {
			seen[u.ID] = true
		}
		if !again {
			all = append(all, page...)
		}
		switch {
		case len(all) == 0:
			return p.present(ctx, id)
		case !again && (len(page) == updatePage || len(all) > updatePage || superseded(all)):
			continue
		}
		d := p.collect(id, all)
		if d.last == 0 {
			return p.present(ctx, id)
		}
		if d.short = d.first != 1 || d.gap || superseded(all); d.short {
			p.note(&p.unread, id)
		}
		return d, nil
	}
}

// superseded reports whether a revision came after the newest of those that came.
func superseded(all []update) bool {
	newest := slices.MaxFunc(all, func(a, b update) int { return cmp.Compare(a.Rev, b.Rev) })
	for _, u := range all {
		if u.Rev == newest.Rev && u.isRevision() {
			return !u.Revised.IsZero()
		}
	}
	return false
}

// collect puts updates together.
func (p *pull) collect(id int, all []update) *draft {
	slices.SortStableFunc(all, func(a, b update) int { return cmp.Or(cmp.Compare(a.Rev, b.Rev), cmp.Compare(a.ID, b.ID)) })
	d := &draft{id: id, tied: true}
	for _, u := range all {
		var given values
		var told [fieldCount]bool
		for name, change := range u.Fields {
			for _, f := range p.fields.by[`"`+name+`"`] {
				told[f] = true
				given[f] = p.shortened(f, change.New)
			}
		}
		if u.isRevision() {
			d.add(u.Rev, &given, &told, false)
		}
		tieAll(d, u)
	}
	return d
}

// shortened is the form of a value in a document, for questions that run side by side; nil
// for none.
func (p *pull) shortened(f field, value jsontext.Value) []byte {
	if len(value) == 0 || value.Kind() == 'n' || string(value) == `""` {
		return nil
	}
	if !f.isIdentity() {
		return value
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return p.people.short(value)
}

// isRevision tells revisions from changes of links alone, which have no time of change
// among their fields.
func (u *update) isRevision() bool {
	_, dated := u.Fields[references[changedDateField]]
	return dated
}

// tieAll takes the changes of links of an update. One that is no revision is dated by the
// time it was made, and the others by the time of their revision.
func tieAll(d *draft, u update) {
	at := u.Revised
	if u.isRevision() || at.IsZero() {
		_ = unmarshal(d.value(changedDateField), &at) // without a time, the link counts from the beginning
	}
	for _, change := range []struct {
		ends   []relationEnd
		active bool
	}{{u.Relations.Removed, false}, {u.Relations.Added, true}} {
		for _, end := range change.ends {
			if other := workItemID(end); other > 0 {
				d.tieTo(tie{Rel: end.Rel, ID: other, At: at.Time, By: shortOf(u.By), Active: change.active})
			}
		}
	}
}

// workItemID is the work item that a relation leads to; 0 for files and addresses.
func workItemID(end relationEnd) int {
	at := strings.LastIndexByte(end.URL, '/')
	if at < 0 || !strings.HasSuffix(strings.ToLower(end.URL[:at]), "/workitems") {
		return 0
	}
	id, _ := strconv.Atoi(end.URL[at+1:]) // of something else there is no number
	return max(id, 0)
}

// shortOf is the form in which documents name somebody; nil for nobody.
func shortOf(who identity) jsontext.Value {
	if who == (identity{}) {
		return nil
	}
	raw, _ := json.Marshal(who, lenient) // it consists of texts
	return raw
}

// present fetches a work item as it is now, where its history may not be had; nil where
// that may not either.
func (p *pull) present(ctx context.Context, id int) (*draft, error) {
	came, err := p.batch(ctx, []int{id}, p.fields.wanted())
	if isAbsent(err) || err == nil && len(came) == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, failed(err, "reading work item %d", id)
	}
	var given values
	for name, value := range came[0].Fields {
		for _, f := range p.fields.by[`"`+name+`"`] {
			given[f] = p.shortened(f, value)
		}
	}
	d := &draft{id: id, part: true}
	d.add(max(int(came[0].Rev), 1), &given, nil, true)
	p.note(&p.unread, id)
	return d, nil
}
