package azure

// This file finds the team: its areas and iterations, and what its process means by
// types, states and fields.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/wire"
)

// listAge is how long the lists of a process are believed: they change rarely.
const listAge = 24 * time.Hour

// place asks where the team is and, unless it is known, how it works.
func (p *pull) place(ctx context.Context, _ sink) error {
	if strings.TrimSpace(p.team.Project) == "" {
		return &connectors.Error{Doing: "finding team " + p.team.Name, Kind: connectors.ErrNotFound, Err: errors.New("no project is configured"), Hint: "set project, and team, of this team in the configuration"}
	}
	doing := fmt.Sprintf("reading the team %q of project %q", cmp.Or(p.team.Team, "default"), p.team.Project)
	if err := p.ask(ctx, question{endpoint: areasEndpoint, at: p.inTeam()}, &p.about.Areas); err != nil {
		return p.noTeam(ctx, failed(err, "%s", doing))
	}
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() error { return p.iterations(inner) })
	if p.about.ListedAt.IsZero() {
		p.about.ListedAt = p.about.PulledAt
		group.Go(func() error { return p.process(inner) })
	}
	if err := group.Wait(); err != nil {
		return failed(err, "%s", doing)
	}
	if err := p.tree(ctx); err != nil {
		return failed(err, "%s", doing)
	}
	p.fields = discover(p.about.Fields, p.about.Backlog, p.team.Fields)
	for _, unknown := range p.fields.unknown {
		p.warn("The configured field %s does not exist, or this account may not see it.", unknown)
	}
	p.types = p.about.boardTypes()
	if kind := goalSource(p.team.Fields.Goal).kind; kind != "" && !slices.Contains(p.types, kind) {
		p.types = append(p.types, kind)
	}
	return nil
}

func (p *pull) inProject() place { return place{"project": p.team.Project} }

func (p *pull) inTeam() place {
	at := p.inProject()
	if p.team.Team != "" {
		at["team"] = p.team.Team
	}
	return at
}

// noTeam names the teams there are, the likeliest first, where the configured one cannot be
// found.
func (p *pull) noTeam(ctx context.Context, err error) error {
	failure, ok := errors.AsType[*connectors.Error](err)
	if !ok || failure.Kind != connectors.ErrNotFound {
		return err
	}
	names := p.teams(ctx)
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(alike(p.team.Team, b), alike(p.team.Team, a)), cmp.Compare(a, b))
	})
	if len(names) > 0 {
		failure.Err = fmt.Errorf("%w; the project has the teams %s", failure.Err, wire.OneLine(strings.Join(names, ", ")))
	}
	return failure
}

// teams lists the project's teams, as far as they may be read.
func (p *pull) teams(ctx context.Context) []string {
	const page, most = 100, 1000
	var names []string
	for len(names) < most {
		var came list[named]
		query := url.Values{"$top": {strconv.Itoa(page)}, "$skip": {strconv.Itoa(len(names))}}
		if p.ask(ctx, question{endpoint: teamsEndpoint, at: place{"projectId": p.team.Project}, query: query}, &came) != nil {
			break
		}
		for _, team := range came.all() {
			names = append(names, team.Name)
		}
		if len(came.all()) < page {
			break
		}
	}
	return names
}

// alike counts the pairs of letters of one name that are in another.
func alike(name, other string) (pairs int) {
	letters := []rune(strings.ToLower(name))
	other = strings.ToLower(other)
	for i := range len(letters) - 1 {
		if strings.Contains(other, string(letters[i:i+2])) {
			pairs++
		}
	}
	return pairs
}

// iterations asks for the team's Sprints. A team that chose none has none.
func (p *pull) iterations(ctx context.Context) error {
	var came list[iteration]
	err := p.ask(ctx, question{endpoint: iterationsEndpoint, at: p.inTeam()}, &came)
	p.about.NoSprints = isAbsent(err)
	p.about.Iterations = came.all()
	return p.optional(ctx, err, "The team's iterations may not be read, or it has chosen none")
}

// process asks for the lists that say what types, states and fields mean, side by side.
func (p *pull) process(ctx context.Context) error {
	if err := p.ask(ctx, question{endpoint: backlogEndpoint, at: p.inTeam()}, &p.about.Backlog); err != nil {
		return failed(err, "reading the backlog configuration of project %q", p.team.Project)
	}
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() error {
		var came list[listed]
		err := p.ask(inner, question{endpoint: fieldsEndpoint, at: p.inProject()}, &came)
		p.about.Fields = came.all()
		return p.unlisted(inner, err, "The fields are not listed: the usual ones are taken on trust")
	})
	group.Go(func() error {
		var came list[column]
		at := p.inTeam()
		at["board"] = p.about.Backlog.Requirements.Name
		err := p.ask(inner, question{endpoint: boardColumnEndpoint, at: at}, &came)
		p.about.Columns = came.all()
		return p.unlisted(inner, err, "The board's columns may not be read")
	})
	group.Go(func() error {
		var bugs category
		at := p.inProject()
		at["category"] = "Microsoft.BugCategory"
		err := p.ask(inner, question{endpoint: categoriesEndpoint, at: at}, &bugs)
		for _, t := range bugs.Types {
			p.about.Bugs = append(p.about.Bugs, t.Name)
		}
		if err == nil || !isAbsent(err) {
			return err
		}
		p.about.Bugs = []string{"Bug"}
		return nil
	})
	if err := group.Wait(); err != nil {
		return err
	}
	return p.states(ctx)
}

// states asks for the states of each type: the backlog configuration leaves out those
// that take an item off the backlog.
func (p *pull) states(ctx context.Context) error {
	types := p.about.boardTypes()
	p.about.States = make([]workItemType, len(types))
	group, inner := errgroup.WithContext(ctx)
	for i, name := range types {
		group.Go(func() error {
			var came list[state]
			at := p.inProject()
			at["type"] = name
			err := p.ask(inner, question{endpoint: statesEndpoint, at: at}, &came)
			p.about.States[i] = workItemType{Name: name, States: came.all()}
			return p.unlisted(inner, err, fmt.Sprintf("The states of type %s may not be read", name))
		})
	}
	return group.Wait()
}

// unlisted turns the absence of one of these lists into a warning, for every pull until it
// can be read.
func (p *pull) unlisted(ctx context.Context, err error, without string) error {
	if err != nil {
		p.mutex.Lock()
		p.relist = true
		p.mutex.Unlock()
	}
	return p.optional(ctx, err, without)
}

// tree asks for the tree of iterations, unless the known one has all the team's Sprints.
func (p *pull) tree(ctx context.Context) error {
	known := map[string]bool{}
	for _, n := range p.about.Nodes {
		known[n.Identifier] = true
	}
	if !slices.ContainsFunc(p.about.Iterations, func(i iteration) bool { return !known[i.ID] }) {
		return nil
	}
	var root node
	at := p.inProject()
	at["structureGroup"] = "Iterations"
	err := p.ask(ctx, question{endpoint: nodesEndpoint, at: at, query: url.Values{"$depth": {"14"}}}, &root)
	if refusedAs(err, http.StatusNotFound) || err == nil {
		p.about.Nodes = flat(nil, root)
	}
	return p.optional(ctx, err, "The tree of iterations may not be read: Sprints are told by their paths")
}

func flat(into []node, n node) []node {
	if n.Identifier != "" {
		into = append(into, node{ID: n.ID, Identifier: n.Identifier})
	}
	for _, child := range n.Children {
		into = flat(into, child)
	}
	return into
}

// boardTypes lists the types that stand on one of the team's backlogs, in a fixed order.
func (a *about) boardTypes() []string {
	var types []string
	add := func(names ...named) {
		for _, n := range names {
			if !slices.Contains(types, n.Name) {
				types = append(types, n.Name)
			}
		}
	}
	for _, l := range a.Backlog.Portfolios {
		add(l.Types...)
	}
	add(a.Backlog.Requirements.Types...)
	if a.Backlog.Bugs != "off" {
		for _, bug := range a.Bugs {
			add(named{bug})
		}
	}
	add(a.Backlog.Tasks.Types...)
	return types
}
