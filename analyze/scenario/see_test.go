package scenario

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file shows items to tests, in words.

func creator(it *backlog.Item) any  { return it.Creator().Name }
func titled(it *backlog.Item) any   { return it.Title() }
func order(it *backlog.Item) any    { return it.Order }
func links(it *backlog.Item) any    { return linksOn(it, "2026-03-04") }
func status(it *backlog.Item) any   { return fmt.Sprint(it.Now().Status.Name, " ", it.Now().Outcome) }
func assignee(it *backlog.Item) any { return it.Now().Assignee.Name }

func rank(it *backlog.Item) any { return it.Revisions[len(it.Revisions)-1].Rank }

func sprintNames(it *backlog.Item) any {
	var names []string
	for _, s := range it.Now().Sprints {
		names = append(names, s.Name)
	}
	return strings.Join(names, ", ")
}

func comments(it *backlog.Item) any {
	var said []string
	for _, c := range it.Comments {
		var mentioned []string
		for _, p := range c.Mentions {
			mentioned = append(mentioned, p.ID)
		}
		said = append(said, fmt.Sprintf("%s: %s %v", c.By.Name, c.Text, mentioned))
	}
	return strings.Join(said, "; ")
}

func changedOn(it *backlog.Item, day string, fields backlog.Fields) bool {
	return slices.ContainsFunc(it.Revisions, func(r backlog.Revision) bool {
		return r.At.Format(time.DateOnly) == day && r.Changed == fields
	})
}

func factOn(s *Scenario, line int, key string) bool {
	return slices.ContainsFunc(s.Facts, func(f Fact) bool { return f.Line == line && f.Item == key })
}

// linksOn lists the links that were made on a day.
func linksOn(it *backlog.Item, day string) (all []string) {
	for _, l := range it.Links {
		if l.Made.Format(time.DateOnly) == day {
			all = append(all, fmt.Sprint(l.Relation, " ", l.Key, " ", l.Customer))
		}
	}
	return all
}
