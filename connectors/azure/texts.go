package azure

// This file fetches long texts as they are now, two hundred work items at a time, where
// the report of revisions leaves them out: it is documented to give them when asked, and
// older servers may not know the question.

import (
	"context"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// batchPage is the most work items of one answer.
const batchPage = 200

// texts fills in what the report left out. That it did is known once a work item is found
// that has a text, while no revision of any has.
func (p *pull) texts(ctx context.Context, _ sink) error {
	var ids []int
	for id, d := range p.drafts {
		if p.wanted[id] && d.last > 0 {
			ids = append(ids, id)
		}
		if !p.about.NoTexts && slices.ContainsFunc(long[:3], func(f field) bool { return d.value(f) != nil }) {
			return nil
		}
	}
	if p.partial && !p.about.NoTexts {
		return nil // histories that come one by one have their texts
	}
	slices.Sort(ids)
	for page := range slices.Chunk(ids, batchPage) {
		some, err := p.textsOf(ctx, page)
		if p.untold = isAbsent(err); p.untold {
			p.warn("Descriptions and acceptance criteria may not be read: whether there are some, nobody can tell.")
			return nil
		}
		if err != nil {
			return failed(err, "reading the texts of work items")
		}
		p.about.NoTexts = p.about.NoTexts || some
	}
	if !p.about.NoTexts {
		p.bare = nil // there are none anywhere
		return nil
	}
	p.warn("The history of descriptions and acceptance criteria may not be read: they are taken to have been always as they are now.")
	return nil
}

// textsOf fetches a page of texts, and reports whether there was any.
func (p *pull) textsOf(ctx context.Context, ids []int) (some bool, err error) {
	var names []string
	for _, f := range long {
		if name := p.fields.references[f]; name != "" {
			names = append(names, name)
		}
	}
	came, err := p.batch(ctx, ids, names)
	if err != nil {
		return false, err
	}
	lacking := slices.Clone(ids)
	for _, it := range came {
		d := p.drafts[int(it.ID)]
		lacking = slices.DeleteFunc(lacking, func(id int) bool { return id == int(it.ID) })
		if d == nil {
			continue
		}
		d.now = map[string]jsontext.Value{}
		for name, value := range it.Fields {
			for _, f := range p.fields.by[`"`+name+`"`] {
				if value.Kind() == '"' {
					d.now[fieldNames[f]], some = value, true
				}
			}
		}
	}
	p.bare = append(p.bare, lacking...)
	return some, nil
}

// present is a work item as it is now.
type present struct {
	ID     number                    `json:"id"`
	Rev    number                    `json:"rev"`
	Fields map[string]jsontext.Value `json:"fields"`
}

// batch fetches work items as they are now. Those that may not be read come as null, and
// are left out.
func (p *pull) batch(ctx context.Context, ids []int, fields []string) ([]*present, error) {
	var came list[*present]
	body := map[string]any{"ids": ids, "fields": fields, "errorPolicy": "omit"}
	if err := p.ask(ctx, question{endpoint: batchEndpoint, body: body}, &came); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(came.all(), func(it *present) bool { return it == nil || it.ID <= 0 }), nil
}
