package jira

// This file is how Jira Data Center (and the Server before it) is told from Cloud, and
// asked. It has version 2 of the platform's interface and the older Agile one; nothing
// of what Cloud alone offers is tried there. Histories come with the issues, and lists
// are paged by position.

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// server reports whether the documents are of a Data Center. Everything that does not
// call itself Cloud is one.
func (a *about) server() bool {
	var told struct {
		DeploymentType string `json:"deploymentType"`
	}
	return a.DataCenter || decode(a.Server, &told) == nil && told.DeploymentType != "" && !strings.EqualFold(told.DeploymentType, "Cloud")
}

// tracker is the word for it in a Snapshot.
func (a *about) tracker() string {
	if a.server() {
		return "jira-datacenter"
	}
	return "jira-cloud"
}

// ask keeps a question to the version that a Data Center has.
func (p *pull) ask(ctx context.Context, method, path string, body, into any) error {
	if p.server {
		return p.askUntilWhole(ctx, method, path, body, into)
	}
	return p.Connector.ask(ctx, method, path, body, into)
}

// get is ask without a body.
func (p *pull) get(ctx context.Context, path string, query url.Values, into any) error {
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	return p.ask(ctx, http.MethodGet, path, nil, into)
}

// serverOrder gives the ids of the backlog in its order; nil where neither the board
// nor a search tells it.
func (p *pull) serverOrder(ctx context.Context) ([]string, error) {
	ids, err := p.backlogPages(ctx, "rest/agile/1.0/board/"+url.PathEscape(string(p.board.ID))+"/backlog")
	// A Kanban board may have no backlog view: its backlog is then empty, and says nothing.
	if !isAbsent(err) && (err != nil || len(ids) > 0 || !strings.EqualFold(p.board.Type, string(backlog.Kanban))) {
		return ids, err
	}
	if ids, err = p.byRank(ctx); isAbsent(err) {
		return nil, nil
	}
	return ids, err
}
