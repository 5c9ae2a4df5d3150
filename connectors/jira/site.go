package jira

// This file asks a site what it is, who is signed in, and what its ids stand for.

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors"
)

// listAge is how long the lists of a site are believed: they change rarely.
const listAge = 24 * time.Hour

// site finds out which Jira this is, and that the token is taken.
func (p *pull) site(ctx context.Context, _ sink) error {
	doing := "signing in to " + p.publicBase()
	group, inner := errgroup.WithContext(ctx)
	if len(p.about.Server) == 0 {
		group.Go(func() error {
			err := p.ofSite(inner, "rest/api/2/serverInfo", &p.about.Server)
			return p.optional(inner, err, "The site does not tell its version")
		})
	}
	group.Go(func() error { return p.whoami(inner) })
	if err := group.Wait(); err != nil {
		return p.atTheDoor(ctx, failed(err, "%s", doing))
	}
	p.server = p.about.server()
	return nil
}

// whoami makes sure that the token is taken, and learns the zone of the account.
func (p *pull) whoami(ctx context.Context) error {
	var me struct {
		user
		TimeZone string `json:"timeZone"`
	}
	var raw jsontext.Value
	err := p.ofSite(ctx, "rest/api/2/myself", &raw)
	if err == nil {
		err = decode(raw, &me)
	}
	if refused, ok := errors.AsType[*statusError](err); ok && refused.code == http.StatusForbidden {
		out := failed(err, "signing in to %s", p.publicBase()).(*connectors.Error)
		out.Kind = connectors.ErrAuth
		return out
	}
	if zone, bad := time.LoadLocation(me.TimeZone); err == nil && bad == nil && me.TimeZone != "" {
		p.zone = zone
	}
	p.about.DataCenter = err == nil && me.AccountID == "" && me.Name != "" // where the site itself does not tell
	return p.optional(ctx, err, "The site does not tell who is signed in")
}

// place finds the board while it asks for the lists that say what ids stand for, unless
// they are held and new enough.
func (p *pull) place(ctx context.Context, _ sink) error {
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() error { return p.findBoard(inner) })
	if p.about.ListedAt.IsZero() {
		group.Go(func() error { return p.lists(inner) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	var fields []field
	if err := decode(p.about.Fields, &fields); err != nil {
		return failed(err, "reading the list of fields")
	}
	var statuses []status
	if err := decode(p.about.Statuses, &statuses); err != nil {
		return failed(err, "reading the list of statuses")
	}
	p.done = doneStatuses(statuses)
	p.fields = discover(fields, p.config, p.team.Fields)
	return nil
}

// lists asks for the lists, side by side.
func (p *pull) lists(ctx context.Context) error {
	p.about.ListedAt = p.about.PulledAt
	group, inner := errgroup.WithContext(ctx)
	for _, list := range []struct {
		path, without string
		into          *jsontext.Value
	}{
		{"field", "The site does not list its fields: they are told by their names alone", &p.about.Fields},
		{"status", "The site does not list its statuses: past ones may not be understood", &p.about.Statuses},
		{"issuetype", "The site does not list its issue types: past ones may not be understood", &p.about.Types},
		{"priority", "The site does not list its priorities: their order is not known", &p.about.Priorities},
		{"resolution", "The site does not list its resolutions", &p.about.Resolutions},
	} {
		group.Go(func() error {
			var raw jsontext.Value
			err := p.ofSite(inner, "rest/api/2/"+list.path, &raw)
			switch err = p.optional(inner, err, list.without); {
			case errors.Is(err, errNoList), err == nil && list.path != "priority" && list.path != "resolution" && isEmpty(raw):
				p.warn("%s.", list.without) // no issue is without a field, a type and a status
				return nil
			case err == nil:
				*list.into = raw
			}
			return failed(err, "reading the list of %s", list.path)
		})
	}
	return group.Wait()
}

func isEmpty(list jsontext.Value) bool {
	var all []jsontext.Value
	return list.Kind() == '[' && decode(list, &all) == nil && len(all) == 0
}

// strangers asks for the lists again when an issue that was fetched has a status, type,
// priority or resolution that the held lists do not know.
func (p *pull) strangers(ctx context.Context, _ sink) error {
	if !p.held.stranger {
		return nil
	}
	p.sitewide.forget()
	return p.lists(ctx)
}
