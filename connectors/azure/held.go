package azure

// This file remembers what earlier pulls brought: the watermark up to which everything is
// known, and of each work item the stamp of its document, which tells its newest revision
// and what else decides whether the document still holds.

import (
	"bytes"
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// recall reads what an earlier pull of this team learnt about the whole.
func (p *pull) recall(ctx context.Context, _ sink) error {
	if p.team.Held == nil {
		return nil
	}
	var old about
	raw, err := p.team.Held.Body(ctx, aboutKind, aboutKind)
	if err != nil || raw == nil || unmarshal(raw, &old) != nil || old.Site != p.base || old.Project != p.team.Project || old.Team != p.team.Team {
		return err
	}
	p.about.NoTexts, p.before = old.NoTexts, old.LinkedAt
	if !old.NoLinks { // without links, a document cannot be added to
		p.about.Revisions, p.about.Links = old.Revisions, old.Links
	}
	if age := p.about.PulledAt.Sub(old.ListedAt); age < 0 || age > listAge {
		return nil
	}
	p.about.ListedAt, p.about.Fields, p.about.Backlog, p.about.States = old.ListedAt, old.Fields, old.Backlog, old.States
	p.about.Bugs, p.about.Columns, p.about.Nodes, p.about.Gone = old.Bugs, old.Columns, old.Nodes, old.Gone
	return nil
}

// remember reads the stamps of what is held. Those of another question say nothing, and
// then the watermark does not either.
func (p *pull) remember(ctx context.Context, _ sink) error {
	question := fnv.New32a()
	fmt.Fprintln(question, p.base, p.fields.references)
	p.mark = fmt.Sprintf("%08x", question.Sum32())
	if p.team.Held == nil {
		return nil
	}
	stamps, err := p.team.Held.Stamps(ctx, itemKind)
	if err != nil {
		return err
	}
	p.held = make(map[string]string, len(stamps))
	other := false
	for id, stamp := range stamps {
		s, ok := parseStamp(stamp)
		if ok && s.mark == p.mark {
			p.held[id] = stamp
		}
		other = other || ok && s.mark != p.mark
	}
	if other || len(p.held) == 0 {
		p.about.Revisions, p.about.Links = "", ""
	}
	return nil
}

// forget begins anew.
func (p *pull) forget() {
	p.about.Revisions, p.about.Links = "", ""
	clear(p.held)
	clear(p.drafts)
}

// key is the id of a document.
func key(id int) string { return strconv.Itoa(id) }

// stamp is what a document's stamp tells.
type stamp struct {
	rev      int
	links    int // changes of links; -1: not known
	mark     string
	comments int // in a document of their own
	parent   int
	deleted  time.Time // zero: it is there
	short    bool      // some of the history did not come: it is asked for again
}

func (s stamp) String() string {
	deleted := "-"
	if !s.deleted.IsZero() {
		deleted = s.deleted.UTC().Format(time.RFC3339)
	}
	out := fmt.Sprintf("%d %d %s %d %d %s", s.rev, s.links, s.mark, s.comments, s.parent, deleted)
	if s.short {
		out += " short"
	}
	return out
}

func parseStamp(text string) (s stamp, ok bool) {
	parts := strings.Fields(text)
	if len(parts) == 7 && parts[6] == "short" {
		s.short, parts = true, parts[:6]
	}
	if len(parts) != 6 {
		return s, false
	}
	s.mark = parts[2]
	for at, into := range map[int]*int{0: &s.rev, 1: &s.links, 3: &s.comments, 4: &s.parent} {
		n, err := strconv.Atoi(parts[at])
		if err != nil {
			return s, false
		}
		*into = n
	}
	s.deleted, _ = time.Parse(time.RFC3339, parts[5]) // "-" is none
	return s, s.rev > 0
}

// stampOf is empty, so that the item is fetched by every pull, where its history or its
// texts did not come. Comments are those in a document of their own.
func (p *pull) stampOf(d *draft, comments int) string {
	if d.part || p.untold || slices.Contains(p.bare, d.id) {
		return ""
	}
	links := -1
	if d.tied {
		links = len(d.links)
	}
	s := stamp{rev: d.last, links: links, mark: p.mark, comments: comments, parent: d.parent(), short: d.short}
	if d.deleted() {
		s.deleted = d.changedAt()
	}
	return s.String()
}

// deleted reports whether the work item lies in the recycle bin.
func (d *draft) deleted() bool { return string(d.value(deletedField)) == "true" }

// createdAt is when the work item came into being; zero for what cannot be read.
func (d *draft) createdAt() time.Time {
	var at moment
	_ = unmarshal(d.value(createdDateField), &at)
	return at.Time
}

// changedAt is the time of the newest revision.
func (d *draft) changedAt() time.Time {
	var at moment
	_ = unmarshal(d.value(changedDateField), &at) // without one it is the zero time
	return at.Time
}

// saved is a document of a work item.
type saved struct {
	ID        int             `json:"id"`
	Part      bool            `json:"part"`
	Revisions []savedRevision `json:"revisions"`
	Links     *[]tie          `json:"links"`

	Now map[string]jsontext.Value `json:"now"`
}

type savedRevision struct {
	Rev    int            `json:"rev"`
	Fields jsontext.Value `json:"fields"`
}

// onto adds what d collected to the document that is held; nil where that cannot be added to.
// Where the two do not meet, there is a gap.
func (d *draft) onto(body []byte) (*draft, error) {
	var old, add saved
	news, err := d.document()
	if err == nil {
		err = unmarshal(body, &old)
	}
	if err == nil {
		err = unmarshal(news, &add)
	}
	if err != nil || old.ID != d.id || old.Part {
		return nil, err
	}
	out := &draft{id: d.id, tied: old.Links != nil, now: d.now}
	if len(d.out) == 0 { // only links are new
		out.now = old.Now
	}
	for _, revisions := range [][]savedRevision{old.Revisions, add.Revisions} {
		out.blank = false
		if err := out.replay(revisions); err != nil {
			return nil, err
		}
	}
	if !out.tied {
		return nil, nil
	}
	out.gap = out.gap || out.first != 1
	for _, t := range append(*old.Links, d.links...) {
		out.tieTo(t)
	}
	return out, nil
}

// replay adds saved revisions, the first of which tells every field.
func (d *draft) replay(revisions []savedRevision) error {
	for i, r := range revisions {
		var given values
		var told [fieldCount]bool
		from := jsontext.NewDecoder(bytes.NewBuffer(r.Fields), lenient)
		err := members(from, func(quoted []byte) (bool, error) {
			f, known := byName[string(quoted)]
			if !known {
				return false, nil
			}
			raw, err := from.ReadValue()
			if told[f] = true; raw.Kind() != 'n' {
				given[f] = bytes.Clone(raw)
			}
			return true, err
		})
		if err != nil {
			return err
		}
		d.add(r.Rev, &given, &told, i == 0)
	}
	return nil
}
