package azure

// This file says what the types and states of a process mean: at which level a type
// stands, and what a state says about the work. Only the team's own configuration
// decides; names count where it is silent.

import (
	"maps"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// Azure's categories of states.
const (
	proposed   = "proposed"
	inProgress = "inprogress"
	resolved   = "resolved"
	completed  = "completed"
	removed    = "removed"
)

// meaning is what states say, by type and state in lower case.
type meaning map[string]map[string]string

func (a *about) meaning() meaning {
	m := meaning{}
	add := func(kind, state, category string) {
		kind, state = strings.ToLower(kind), strings.ToLower(state)
		if m[kind] == nil {
			m[kind] = map[string]string{}
		}
		m[kind][state] = strings.ToLower(category)
	}
	for _, t := range a.States {
		for _, s := range t.States {
			add(t.Name, s.Name, s.Category)
		}
	}
	for _, mapped := range a.Backlog.States { // the board's own mapping wins
		for state, category := range mapped.States {
			add(mapped.Type, state, category)
		}
	}
	return m
}

// done lists the states in which work items of that type have ended.
func (m meaning) done(kind string) []string {
	var states []string
	for state, category := range m[strings.ToLower(kind)] {
		if category == completed || category == removed {
			states = append(states, state)
		}
	}
	slices.Sort(states)
	return states
}

// bygone are the states of Microsoft's processes: histories name states and types that
// no list has any more.
var bygone = map[string]string{
	"new": proposed, "proposed": proposed, "to do": proposed, "approved": proposed, "ready": proposed,
	"active": inProgress, "committed": inProgress, "doing": inProgress, "in progress": inProgress, "open": inProgress,
	"resolved": resolved, "closed": completed, "done": completed, "completed": completed, "removed": removed,
}

// category tells what a state says; "" where nobody knows.
func (m meaning) category(kind, state string) string {
	state = strings.ToLower(state)
	if c := m[strings.ToLower(kind)][state]; c != "" {
		return c
	}
	if c := m.elsewhere(state); c != "" {
		return c
	}
	return bygone[state]
}

// elsewhere is what the state says with the other types, where they agree.
func (m meaning) elsewhere(state string) string {
	agreed := ""
	for _, kind := range slices.Sorted(maps.Keys(m)) {
		c := m[kind][state]
		if c != "" && agreed != "" && c != agreed {
			return ""
		}
		if c != "" {
			agreed = c
		}
	}
	return agreed
}

// categoryOf puts Azure's category into the model's: what is resolved awaits its
// confirmation and is still under way.
func categoryOf(category string) backlog.Category {
	switch category {
	case proposed:
		return backlog.ToDo
	case inProgress, resolved:
		return backlog.InProgress
	case completed, removed:
		return backlog.Done
	}
	return backlog.UnknownCategory
}

// What Azure gives as the reason of a state when work ended without being delivered.
var (
	duplicateWords = []string{"duplicate"}
	discardedWords = []string{"cannot reproduce", "as designed", "not a bug", "no longer reproducible", "incomplete", "invalid"}
	declinedWords  = []string{"removed", "rejected", "abandoned", "obsolete", "cut", "out of scope", "won't", "wont", "deferred", "declined", "not doing", "no longer needed"}
)

// ended tells how a work item ended, by the category of its state and the reason given.
func ended(category, reason string) backlog.Outcome {
	if category != completed && category != removed {
		return backlog.Open
	}
	words := " " + strings.ToLower(reason) + " "
	says := func(list []string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return strings.Contains(words, " "+w) })
	}
	switch {
	case says(duplicateWords):
		return backlog.Duplicate
	case says(discardedWords):
		return backlog.Discarded
	case category == removed, says(declinedWords):
		return backlog.Declined
	}
	return backlog.Delivered
}

// levels says where types stand, by name in lower case.
func (a *about) levels() map[string]backlog.Level {
	levels := map[string]backlog.Level{}
	set := func(l backlog.Level, types []named) {
		for _, t := range types {
			levels[strings.ToLower(t.Name)] = l
		}
	}
	set(backlog.SubLevel, a.Backlog.Tasks.Types)
	for _, bug := range a.Bugs {
		level := backlog.BacklogLevel
		if a.Backlog.Bugs == "asTasks" {
			level = backlog.SubLevel
		}
		levels[strings.ToLower(bug)] = level
	}
	set(backlog.BacklogLevel, a.Backlog.Requirements.Types)
	for _, portfolio := range a.Backlog.Portfolios {
		set(backlog.FeatureLevel, portfolio.Types)
	}
	return levels
}

// isPortfolio reports whether work items of that type stand above Product Backlog items.
func (a *about) isPortfolio(kind string) bool {
	return slices.ContainsFunc(a.Backlog.Portfolios, func(l level) bool {
		return slices.ContainsFunc(l.Types, func(t named) bool { return strings.EqualFold(t.Name, kind) })
	})
}

// relation tells what a link means for the work item that carries it.
func relation(rel string) backlog.Relation {
	switch rel {
	case "System.LinkTypes.Duplicate-Reverse":
		return backlog.DuplicateOf
	case "System.LinkTypes.Dependency-Forward": // its successor waits for it
		return backlog.Blocks
	}
	return backlog.Related
}

// The two sides of the tie between parent and child, from the side that carries it.
const (
	toParent = "System.LinkTypes.Hierarchy-Reverse"
	toChild  = "System.LinkTypes.Hierarchy-Forward"
)

// opposite is the link as the other side carries it.
func opposite(rel string) string {
	if stem, ok := strings.CutSuffix(rel, "-Forward"); ok {
		return stem + "-Reverse"
	}
	if stem, ok := strings.CutSuffix(rel, "-Reverse"); ok {
		return stem + "-Forward"
	}
	return rel
}

// forward gives a link its direction: a report that tells only the family is from the
// source's side.
func forward(rel string) string {
	switch rel {
	case "System.LinkTypes.Hierarchy", "System.LinkTypes.Dependency", "System.LinkTypes.Duplicate":
		return rel + "-Forward"
	}
	return rel
}
