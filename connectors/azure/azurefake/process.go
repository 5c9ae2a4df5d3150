package azurefake

// This file knows the processes: what kinds of work items a project has, in which states
// they can be, and which fields hold their place and their size.

import (
	"cmp"
	"slices"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// Process is how a project was set up.
type Process int

// Microsoft's processes; Inherited is one whose types and states have the names they
// have in the Snapshots, as organisations make them for themselves.
const (
	Scrum Process = iota
	Agile
	Basic
	CMMI
	Inherited
)

// process is a Process in words.
type process struct {
	name                         string
	epic, requirement, bug, task string
	keep                         bool // the Snapshots' own names
	order, effort                string
	title                        string    // of the backlog of requirements
	states                       [][]state // by column of the board
	off                          []state   // on no column
	removed                      string    // empty: work items can only be done or deleted
	kinds                        []kind
}

// state is one step of a workflow.
type state struct{ name, category string }

// kind is a type of work item.
type kind struct {
	name  string
	level backlog.Level
}

const (
	stackRank       = "Microsoft.VSTS.Common.StackRank"
	backlogPriority = "Microsoft.VSTS.Common.BacklogPriority"
	scheduling      = "Microsoft.VSTS.Scheduling."
)

var processes = map[Process]process{
	Scrum: {name: "Scrum", epic: "Epic", requirement: "Product Backlog Item", bug: "Bug", task: "Task", title: "Backlog items",
		order: backlogPriority, effort: scheduling + "Effort", removed: "Removed",
		states: [][]state{{{"New", "Proposed"}}, {{"Approved", "Proposed"}}, {{"Committed", "InProgress"}}, {{"Done", "Completed"}}}},
	Agile: {name: "Agile", epic: "Epic", requirement: "User Story", bug: "Bug", task: "Task", title: "Stories",
		order: stackRank, effort: scheduling + "StoryPoints", removed: "Removed",
		states: [][]state{{{"New", "Proposed"}}, {{"Active", "InProgress"}}, {{"Resolved", "Resolved"}}, {{"Closed", "Completed"}}}},
	Basic: {name: "Basic", epic: "Epic", requirement: "Issue", bug: "Issue", task: "Task", title: "Issues",
		order: stackRank, effort: scheduling + "Effort",
		states: [][]state{{{"To Do", "Proposed"}}, {{"Doing", "InProgress"}}, {{"Done", "Completed"}}}},
	CMMI: {name: "CMMI", epic: "Epic", requirement: "Requirement", bug: "Bug", task: "Task", title: "Requirements",
		order: stackRank, effort: scheduling + "Size",
		states: [][]state{{{"Proposed", "Proposed"}}, {{"Active", "InProgress"}}, {{"Resolved", "Resolved"}}, {{"Closed", "Completed"}}}},
	Inherited: {name: "Contoso Scrum", bug: "Bug", title: "Backlog items", keep: true,
		order: backlogPriority, effort: scheduling + "Effort", removed: "Removed"},
}

// words is the process with the types it has: those of the Snapshots where it is an
// inherited one.
func (p Process) words(snaps []*backlog.Snapshot) process {
	words := processes[p]
	if !words.keep {
		words.kinds = []kind{{words.epic, backlog.FeatureLevel}, {"Feature", backlog.FeatureLevel}, {words.requirement, backlog.BacklogLevel}, {words.task, backlog.SubLevel}}
		if p == Basic {
			words.kinds = slices.Delete(words.kinds, 1, 2)
		} else {
			words.kinds = append(words.kinds, kind{words.bug, backlog.BacklogLevel})
		}
		return words
	}
	seen := map[string]bool{}
	for _, snap := range snaps {
		for _, it := range snap.Items {
			for i := range it.Revisions {
				words.learn(it.Revisions[i].State, seen)
			}
		}
	}
	if !seen["type "+words.bug] { // no process is without
		words.kinds = append(words.kinds, kind{words.bug, backlog.BacklogLevel})
	}
	slices.SortFunc(words.kinds, func(a, b kind) int { return cmp.Or(cmp.Compare(b.level, a.level), cmp.Compare(a.name, b.name)) })
	return words
}

// learn adds the names of a state to an inherited process.
func (p *process) learn(s *backlog.State, seen map[string]bool) {
	if word := "type " + s.Type.Name; !seen[word] {
		seen[word] = true
		p.kinds = append(p.kinds, kind{s.Type.Name, s.Type.Level})
	}
	if word := "state " + s.Status.Name; !seen[word] {
		seen[word] = true
		category := map[backlog.Category]string{backlog.InProgress: "InProgress", backlog.Done: "Completed"}[s.Status.Category]
		added := state{s.Status.Name, cmp.Or(category, "Proposed")}
		if s.Status.Column < 0 {
			p.off = append(p.off, added)
			return
		}
		for len(p.states) <= s.Status.Column {
			p.states = append(p.states, nil)
		}
		p.states[s.Status.Column] = append(p.states[s.Status.Column], added)
	}
}

// kind is the type of a work item.
func (p *process) kind(t *backlog.Type) string {
	switch {
	case p.keep:
		return t.Name
	case t.Level == backlog.FeatureLevel:
		return p.epic
	case t.Level == backlog.SubLevel:
		return p.task
	case t.Bug:
		return p.bug
	}
	return p.requirement
}

// state is the step of the workflow, and the reason that Azure keeps beside it.
func (p *process) state(s *backlog.State) (name, reason string) {
	reason = map[backlog.Outcome]string{backlog.Delivered: "Work finished", backlog.Declined: "Removed from the backlog",
		backlog.Duplicate: "Duplicate", backlog.Discarded: "Cannot Reproduce"}[s.Outcome]
	reason = cmp.Or(reason, "Moved to state "+s.Status.Name)
	switch {
	case p.removed != "" && s.Outcome > backlog.Delivered:
		return p.removed, reason
	case p.keep:
		return s.Status.Name, reason
	}
	category := "Proposed"
	switch {
	case s.Outcome != backlog.Open || s.Status.Category == backlog.Done:
		category = "Completed"
	case s.Status.Category == backlog.InProgress:
		category = "InProgress"
	}
	return p.first(category, s.Status.Column > 0 && category == "Proposed"), reason
}

// first is the first state of a category, or the last of it.
func (p *process) first(category string, last bool) (name string) {
	for _, column := range p.states {
		for _, one := range column {
			if one.category == category && (name == "" || last) {
				name = one.name
			}
		}
	}
	return name
}

// column is the board column of a state; empty when it is on none.
func (p *process) column(name string) string {
	for i, column := range p.states {
		if slices.ContainsFunc(column, func(s state) bool { return s.name == name }) {
			return p.columnName(i)
		}
	}
	return ""
}

// columnName names a column after its first state.
func (p *process) columnName(i int) string {
	if len(p.states[i]) == 0 {
		return "Column " + string(rune('1'+i))
	}
	return p.states[i][0].name
}

// mapped are the states of a type with their categories.
func (p *process) mapped() []state {
	all := slices.Concat(slices.Concat(p.states...), p.off)
	if !slices.ContainsFunc(all, func(s state) bool { return s.category == "Completed" }) {
		all = append(all, state{"Done", "Completed"}) // nothing was finished yet, but could be
	}
	if p.removed != "" {
		all = append(all, state{p.removed, "Removed"})
	}
	return all
}

// named are the types of a level.
func (p *process) named(level backlog.Level) (names []string) {
	for _, k := range p.kinds {
		if k.level == level {
			names = append(names, k.name)
		}
	}
	return names
}
