package azure

// This file asks which work items there are. Queries answer with ids alone, and with no
// more than 20,000 of them: longer answers are asked for by id, page after page.

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// queryPage is the most ids of one answer; 20,000 itself is refused.
const queryPage = 19_999

// areasAtOnce is how many areas one question names: it may have 32,000 letters in all.
const areasAtOnce = 100

// found is the answer to a query.
type found struct {
	WorkItems []struct {
		ID number `json:"id"`
	} `json:"workItems"`
	QueryType string `json:"queryType"`
}

// query gives the ids of all work items that fit, or the first so many of them; 0 means
// all.
func (p *pull) query(ctx context.Context, where string, most int) ([]int, error) {
	var ids []int
	for last := 0; ; {
		top := queryPage
		if most > 0 {
			top = min(top, most-len(ids))
		}
		var came found
		text := fmt.Sprintf("SELECT [System.Id] FROM WorkItems WHERE %s AND [System.Id] > %d ORDER BY [System.Id]", where, last)
		err := p.ask(ctx, question{endpoint: wiqlEndpoint, at: p.inProject(), body: map[string]string{"query": text},
			query: url.Values{"timePrecision": {"true"}, "$top": {strconv.Itoa(top)}}}, &came)
		if err != nil {
			return nil, err
		}
		for _, w := range came.WorkItems {
			if int(w.ID) <= last {
				return nil, &strangeError{what: "the query does not answer in the order of ids"}
			}
			last = int(w.ID)
			ids = append(ids, last)
		}
		if len(came.WorkItems) < top || most > 0 && len(ids) >= most {
			return ids, nil
		}
	}
}

// list asks for the team's work items: all that were open since the horizon.
func (p *pull) list(ctx context.Context, _ sink) error {
	for areas := range slices.Chunk(p.about.Areas.Values, areasAtOnce) { // a team without areas owns nothing
		ids, err := p.query(ctx, p.scope(areas), 0)
		if err != nil {
			return failed(err, "reading the ids of the work items of project %q", p.team.Project)
		}
		for _, id := range ids {
			p.wanted[id] = true
		}
	}
	return nil
}

// scope is the question for everything in some of the team's areas that stands on its
// backlogs.
func (p *pull) scope(some []area) string {
	var areas []string
	for _, a := range some {
		operator := "="
		if a.Children {
			operator = "UNDER"
		}
		areas = append(areas, fmt.Sprintf("[System.AreaPath] %s %s", operator, quote(a.Path)))
	}
	return fmt.Sprintf("[System.TeamProject] = %s AND (%s) AND [System.WorkItemType] IN (%s)%s",
		quote(p.team.Project), strings.Join(areas, " OR "), quoted(p.types), p.horizon())
}

// horizon leaves out what was done before the horizon, and stayed so. A type whose states
// are not known is wanted whole.
func (p *pull) horizon() string {
	if p.about.Since.IsZero() {
		return ""
	}
	meaning := p.about.meaning()
	var open []string
	for _, kind := range p.types {
		condition := "[System.WorkItemType] = " + quote(kind)
		if done := meaning.done(kind); len(done) > 0 {
			condition += " AND [System.State] NOT IN (" + quoted(done) + ")"
		}
		open = append(open, "("+condition+")")
	}
	changed := "Microsoft.VSTS.Common.StateChangeDate"
	if len(p.about.Fields) > 0 && !slices.ContainsFunc(p.about.Fields, func(l listed) bool { return strings.EqualFold(l.ReferenceName, changed) }) {
		changed = references[changedDateField]
	}
	return fmt.Sprintf(" AND (%s OR [%s] >= %s)", strings.Join(open, " OR "), changed, quote(p.about.Since.UTC().Format(time.RFC3339)))
}

// quote writes a text as a query does.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func quoted(names []string) string {
	var out []string
	for _, name := range names {
		out = append(out, quote(name))
	}
	return strings.Join(out, ", ")
}
