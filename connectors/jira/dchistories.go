package jira

// This file takes histories out of a Data Center's issues, and makes sure that they
// are whole: there is no other way to them, and no second page.

import (
	"context"
	"net/url"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors/wire"
)

// changelog is an issue's history as it comes with the issue.
type changelog struct {
	Total     *int             `json:"total"`
	Histories []jsontext.Value `json:"histories"`
}

// withHistory takes an issue apart into what it is and what it was.
func (p *pull) withHistory(raw jsontext.Value) (*detailed, error) {
	var parts map[string]jsontext.Value
	if err := decode(raw, &parts); err != nil {
		return nil, err
	}
	log, came := parts["changelog"]
	delete(parts, "changelog")
	rest, err := json.Marshal(parts, lenient, json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	d, err := p.lookAt(rest)
	if err != nil {
		return nil, err
	}
	if d.ID == "" || d.fields == nil {
		return nil, &strangeError{what: "an issue came without id or fields"}
	}
	if !came {
		return d, nil
	}
	return d, p.take(d, log)
}

// take believes a history if it is whole, or, where it does not tell its total, at least
// looks so. A part of one would tell a wrong story.
func (p *pull) take(d *detailed, raw jsontext.Value) error {
	var log changelog
	if err := decode(raw, &log); err != nil {
		return err
	}
	histories, err := tidy(log.Histories)
	if err != nil || log.Histories == nil || log.Total == nil && capped(len(histories)) || log.Total != nil && len(histories) < *log.Total {
		return err
	}
	d.log, d.recorded = join(histories), true
	return nil
}

// completeHistories asks for the issues whose histories are not whole once more, each
// alone.
func (p *pull) completeHistories(ctx context.Context, issues []*detailed) error {
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(wire.Parallel)
	for _, d := range issues {
		if d.recorded {
			continue
		}
		group.Go(func() error {
			var answer struct {
				Changelog jsontext.Value `json:"changelog"`
			}
			query := url.Values{"expand": {"changelog"}, "fields": {"updated"}}
			err := p.get(inner, "rest/api/2/issue/"+url.PathEscape(string(d.ID)), query, &answer)
			if err == nil && answer.Changelog != nil {
				err = p.take(d, answer.Changelog)
			}
			if err != nil && !isAbsent(err) && !divisible(inner, err) {
				return failed(err, "reading the history of %s", d.Key)
			}
			if !d.recorded {
				p.note(&p.unread, d.Key)
			}
			return nil
		})
	}
	return group.Wait()
}
