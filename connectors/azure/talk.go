package azure

// This file fetches what is said on a work item. The interface is a preview for years,
// and has changed the names of things on the way.

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/go-json-experiment/json"
)

const commentPage = 200

// comment is something said, as it comes and as its document keeps it.
type comment struct {
	ID        number   `json:"id"`
	OldID     number   `json:"commentId,omitzero"`
	Text      string   `json:"text"`
	Rendered  string   `json:"renderedText,omitzero"` // of Markdown, as HTML
	Format    string   `json:"format,omitzero"`       // html or markdown
	By        identity `json:"createdBy"`
	At        moment   `json:"createdDate"`
	IsDeleted bool     `json:"isDeleted,omitzero"`
	// The oldest form has a revision in place of an id.
	Revision  number   `json:"revision,omitzero"`
	RevisedBy identity `json:"revisedBy,omitzero"`
	RevisedAt moment   `json:"revisedDate,omitzero"`
}

// conversation is a page of comments.
type conversation struct {
	list[comment]
	Comments []comment `json:"comments"`
	Total    int       `json:"totalCount"` // of all pages
	Token    string    `json:"continuationToken"`
}

func (c *conversation) promised() bool { return c.Comments != nil || c.list.promised() }

// settle brings older forms into the present one.
func (c *comment) settle() {
	if c.ID == 0 {
		c.ID = max(c.OldID, c.Revision)
	}
	if c.By == (identity{}) {
		c.By = c.RevisedBy
	}
	if c.At.IsZero() {
		c.At = c.RevisedAt
	}
	c.OldID, c.Revision, c.RevisedBy, c.RevisedAt = 0, 0, identity{}, moment{}
}

// comments gives the document of a work item's comments, nil where they cannot be had, and
// whether all of them are in it.
func (p *pull) comments(ctx context.Context, id int, project string) (body []byte, whole bool, err error) {
	all := []comment{}
	seen, tokens := map[number]bool{}, map[string]bool{"": true}
	query := url.Values{"$top": {fmt.Sprint(commentPage)}, "order": {"asc"}}
	at := place{"project": project, "workItemId": key(id)}
	for {
		var page conversation
		err := p.ask(ctx, question{endpoint: commentsEndpoint, at: at, query: query}, &page)
		if status, ok := errors.AsType[*statusError](err); ok && (status.absent() || status.code == http.StatusInternalServerError) {
			p.note(&p.mute, id)
			return nil, false, nil
		}
		if err != nil {
			return nil, false, failed(err, "reading the comments of work item %d", id)
		}
		for _, c := range append(page.Comments, page.all()...) {
			if c.settle(); !c.IsDeleted && !seen[c.ID] {
				all = append(all, c)
			}
			seen[c.ID] = true
		}
		if whole = page.Token == "" && len(seen) >= page.Total; !whole && !tokens[page.Token] {
			tokens[page.Token] = true
			query.Set("continuationToken", page.Token)
			continue
		}
		if whole {
			p.mutex.Lock()
			p.heard++
			p.mutex.Unlock()
		} else { // it breaks off, or goes round in circles
			p.note(&p.mute, id)
		}
		body, err = json.Marshal(all, lenient)
		return body, whole, err
	}
}
