package report

// This file looks at several teams together: which patterns many of them show, and which
// none does. What many teams share is often made around them. Teams are never compared:
// they keep the order of the configuration, and nothing is added up for one of them.

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// How what teams share is introduced.
const (
	sharedTitle = "Several teams share"
	sharedLead  = "What several teams show is often made around them, and not by whoever holds a role in one of them."
)

// A pattern is shared where at least two teams show it, and at least one in so many of
// those that could tell.
const sharedByOneIn = 4

// pattern is what one check found in all teams together.
type pattern struct {
	ID, Title string
	Example   analyze.Finding // of the first team that shows it
	Showing   []int           // the places of the teams that show it, in their order
	Watched   int             // teams where it is worth watching
	Judged    int             // teams of which it can be told
}

// overview is what there is to say of several teams together.
type overview struct {
	Shared []pattern // what most teams show first
	Unseen []pattern // no team shows it, and at least half could tell
	Untold []pattern // it cannot be told of any team
}

// together finds what the teams have in common. One team has nothing to share.
func together(teams []analyze.TeamReport) overview {
	var o overview
	if len(teams) < 2 {
		return o
	}
	for _, p := range patterns(teams) {
		switch {
		case p.Judged == 0:
			o.Untold = append(o.Untold, p)
		case len(p.Showing) >= 2 && sharedByOneIn*len(p.Showing) >= p.Judged:
			o.Shared = append(o.Shared, p)
		case len(p.Showing)+p.Watched == 0 && 2*p.Judged >= len(teams):
			o.Unseen = append(o.Unseen, p)
		}
	}
	slices.SortStableFunc(o.Shared, func(a, b pattern) int { return cmp.Compare(len(b.Showing), len(a.Showing)) })
	return o
}

// patterns is every check of the teams, in the order of the catalogue.
func patterns(teams []analyze.TeamReport) []pattern {
	var list []pattern
	place := map[string]int{}
	for i, t := range teams {
		for _, f := range t.Checks {
			at, known := place[f.ID]
			if !known {
				at = len(list)
				place[f.ID] = at
				list = append(list, pattern{ID: f.ID, Title: f.Title, Example: f})
			}
			list[at].add(i, f)
		}
	}
	return list
}

// add counts a team. A finding that the team answered to be wrong counts as none.
func (p *pattern) add(team int, f analyze.Finding) {
	if f.Acknowledged != nil && f.Acknowledged.As == "wrong" {
		return
	}
	switch f.Status {
	case analyze.Flag:
		if len(p.Showing) == 0 {
			p.Example = f
		}
		p.Showing = append(p.Showing, team)
	case analyze.Watch:
		p.Watched++
	case analyze.OK:
	default:
		return
	}
	p.Judged++
}

// Count is how many of the teams show it, in words.
func (p pattern) Count(teams int) string {
	s := fmt.Sprintf("%s of %s", number(len(p.Showing)), several(p.Judged, "team"))
	if p.Judged < teams {
		s += " that can tell"
	}
	return s
}

// names are the teams that show it.
func (p pattern) names(teams []analyze.TeamReport) []string {
	var names []string
	for _, i := range p.Showing {
		names = append(names, teams[i].Name)
	}
	return names
}

// absent names what was looked for and is seen nowhere; empty if there is nothing like that.
func (o overview) absent() string {
	if len(o.Unseen) == 0 {
		return ""
	}
	ids := make([]string, len(o.Unseen))
	for i, p := range o.Unseen {
		ids[i] = p.ID
	}
	return "Looked for, and seen in no team that can tell: " + strings.Join(ids, ", ")
}
