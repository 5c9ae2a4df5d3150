package azure

// This file follows the reporting interface: all revisions, and all changes of links, of
// a project since a watermark, in the order in which they were recorded. It cannot be
// asked for a team. So a first pull begins at the beginning only where the team is no
// small part of its project; else it begins at the present, which gives the watermark
// for the next pull, and the histories are asked for one by one.

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"time"

	"github.com/rolehealth/rolehealth/connectors"
)

const (
	// smallPart is how many times as many work items a project may have as the team, for
	// its revisions to be read whole: a work item has about ten, a page a thousand, and
	// pages come one after another while eight histories come at a time.
	smallPart = 20
	// pageCap ends what would never end.
	pageCap = 1_000_000
	// lag is how far behind the present the watermark of a first pull begins: what was
	// just recorded may not be reported yet, and clocks differ.
	lag = time.Hour
)

// stream collects what is new. A watermark that is not taken any more is a first pull's.
func (p *pull) stream(ctx context.Context, _ sink) error {
	err := p.report(ctx)
	if refusedAs(err, http.StatusBadRequest) && p.about.Revisions != "" {
		p.log.DebugContext(ctx, "the watermark is not taken any more")
		p.forget()
		err = p.report(ctx)
	}
	return failed(err, "reading the revisions of project %q", p.team.Project)
}

func (p *pull) report(ctx context.Context) (err error) {
	from := url.Values{}
	p.partial = p.about.Revisions != ""
	if !p.partial {
		if p.partial, err = p.small(ctx); err != nil {
			return err
		}
		if p.partial {
			from.Set("startDateTime", p.about.PulledAt.Add(-lag).Format(time.RFC3339))
			clear(p.held) // an unfinished pull left it: what changed since then is not reported
		}
	}
	err = p.revisions(ctx, maps.Clone(from))
	if isAbsent(err) && p.about.Revisions == "" {
		p.forget()
		p.partial = true
		return p.optional(ctx, err, "The report of revisions may not be read: histories are read item by item, all of them with every pull")
	}
	if err != nil {
		return err
	}
	err = p.linked(ctx, maps.Clone(from))
	p.about.LinkedAt = p.now().UTC()
	p.about.NoLinks = isAbsent(err)
	return p.optional(ctx, err, "The history of links may not be read: parents are told by their field, other links not at all")
}

// small reports whether the team is a small part of its project.
func (p *pull) small(ctx context.Context) (bool, error) {
	most := smallPart*len(p.wanted) + 1
	if most <= queryPage {
		most = max(most, 1000) // a page of revisions costs less than to think about it
	}
	ids, err := p.query(ctx, "[System.TeamProject] = "+quote(p.team.Project), most)
	return len(ids) >= most, err
}

// revisions follows the pages of revisions. Long texts have to be asked for; a server
// that does not take the question so is asked without.
func (p *pull) revisions(ctx context.Context, query url.Values) error {
	body := struct {
		Fields  []string `json:"fields"`
		People  bool     `json:"includeIdentityRef"`
		Deleted bool     `json:"includeDeleted"`
	}{Fields: p.fields.wanted(), People: true, Deleted: true}
	came := revisionPage{fields: &p.fields, people: p.people, take: p.take}
	query.Set("$expand", "fields")
	from := p.about.Revisions
	err := p.follow(ctx, question{endpoint: revisionsEndpoint, at: p.inProject(), query: query, body: body}, &p.about.Revisions, &came, &came.watermark, nil)
	if !refusedAs(err, http.StatusBadRequest) || p.about.Revisions != from { // what came had its texts
		return err
	}
	query.Del("$expand")
	p.log.DebugContext(ctx, "no long texts in revisions here")
	return p.follow(ctx, question{endpoint: revisionsEndpoint, at: p.inProject(), query: query, body: body}, &p.about.Revisions, &came, &came.watermark, nil)
}

// take collects a revision of a work item that is, or may turn out to be, wanted.
func (p *pull) take(id, rev int, given *values) {
	d := p.drafts[id]
	if d == nil {
		if !p.minds(id, given) {
			return
		}
		d = &draft{id: id, tied: !p.about.NoLinks}
		p.drafts[id] = d
	}
	d.add(rev, given, nil, true)
}

// minds reports whether a work item may be wanted: it is on the list, it is held, it was
// deleted and belonged to the team, or it may be a parent.
func (p *pull) minds(id int, given *values) bool {
	if p.wanted[id] || p.held[key(id)] != "" {
		return true
	}
	if p.partial {
		return false // its history would not be whole
	}
	var kind, path string
	_ = unmarshal(given[typeField], &kind) // what is no text is nobody's type
	_ = unmarshal(given[areaField], &path)
	return p.about.isPortfolio(kind) || p.ours(path)
}

// ours reports whether the area belongs to the team.
func (p *pull) ours(path string) bool {
	for _, a := range p.about.Areas.Values {
		if a.holds(path) {
			return true
		}
	}
	return false
}

// linked follows the pages of links, and hands each to both of its ends.
func (p *pull) linked(ctx context.Context, query url.Values) error {
	var came linkPage
	return p.follow(ctx, question{endpoint: linksEndpoint, at: p.inProject(), query: query}, &p.about.Links, &came, &came.watermark, func() {
		for _, l := range came.links {
			l.Rel = forward(l.Rel)
			p.tie(l.Source, l.Rel, l.Target, l)
			p.tie(l.Target, opposite(l.Rel), l.Source, l)
		}
	})
}

// tie gives a change of a link to one of its ends, if that is wanted.
func (p *pull) tie(id int, rel string, other int, l link) {
	d := p.drafts[id]
	if d == nil {
		if !p.wanted[id] && p.held[key(id)] == "" {
			return
		}
		d = &draft{id: id, tied: true}
		p.drafts[id] = d
	}
	d.tieTo(tie{Rel: rel, ID: other, At: l.At.Time, By: shortOf(l.By), Active: l.Active})
}

// errEndless says that a list goes round in circles.
var errEndless = &strangeError{what: "the report repeats the same page again and again"}

// follow asks page after page, from the watermark on, and leaves the last one in it.
func (p *pull) follow(ctx context.Context, q question, mark *string, into scanner, end *watermark, each func()) error {
	if *mark != "" {
		q.query.Del("startDateTime") // the two exclude each other
		q.query.Set("continuationToken", *mark)
	}
	for range pageCap {
		if err := p.ask(ctx, q, into); err != nil {
			return err
		}
		if each != nil {
			each()
		}
		token := end.following()
		if end.last {
			if token != "" {
				*mark = token
			}
			return nil
		}
		if token == "" {
			return &strangeError{what: fmt.Sprintf("the report of %s does not say how to go on", q.name)}
		}
		if token == *mark {
			return errEndless
		}
		*mark = token
		q.query.Del("startDateTime")
		q.query.Set("continuationToken", token)
		p.tell(connectors.Progress{What: q.name, Done: len(p.drafts)})
	}
	return errors.New("the report does not end")
}
