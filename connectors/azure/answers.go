package azure

// This file holds the shapes of Azure's answers, as far as they are read. The same list
// comes as "value" from the live service and as "values" in Microsoft's examples, the
// same id as a number here and as a string there.

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// list is a list in either of its envelopes.
type list[T any] struct {
	Value  []T     `json:"value"`
	Values []T     `json:"values"`
	Count  *number `json:"count"`
}

func (l list[T]) all() []T { return append(l.Value, l.Values...) }

// promised is what an answer can say of itself: that it holds what it is asked for, be that
// an empty list. One that lacks it, such as {}, tells of nothing that there is none.
type promised interface{ promised() bool }

func (l *list[T]) promised() bool {
	return l.Value != nil || l.Values != nil || l.Count != nil && *l.Count == 0
}
func (a *teamAreas) promised() bool            { return a.Values != nil }
func (c *category) promised() bool             { return c.Types != nil }
func (b *backlogConfiguration) promised() bool { return len(b.Requirements.Types) > 0 }
func (n *node) promised() bool                 { return n.Identifier != "" }
func (f *found) promised() bool                { return f.WorkItems != nil || f.QueryType != "" }

// number is a whole number, whether it came as a number or as a string; 0 for null.
type number int

// UnmarshalJSON takes a number, a string of digits, or null.
func (n *number) UnmarshalJSON(b []byte) error {
	s := strings.Trim(string(b), `"`)
	if s == "" || s == "null" {
		*n = 0
		return nil
	}
	value, err := strconv.Atoi(s)
	if err != nil {
		return fmt.Errorf("%.20q is no number", b)
	}
	*n = number(value)
	return nil
}

// moment is a time; zero for null, "", and the years in which Azure puts "never".
type moment struct{ time.Time }

// UnmarshalJSON takes a time with or without a zone; without one it is UTC.
func (m *moment) UnmarshalJSON(b []byte) error {
	s := strings.Trim(string(b), `"`)
	if strings.Contains(s, `\`) && unmarshal(b, &s) != nil { // a plus is escaped by some
		return fmt.Errorf("%.30q is no time", s)
	}
	m.Time = time.Time{}
	if s == "" || s == "null" {
		return nil
	}
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", time.DateOnly} {
		if at, err := time.Parse(layout, s); err == nil {
			if at.Year() > 1 && at.Year() < 9999 {
				m.Time = at.UTC()
			}
			return nil
		}
	}
	return fmt.Errorf("%.30q is no time", s)
}

type teamAreas struct {
	Default string `json:"defaultValue"`
	Values  []area `json:"values"`
}

// area is a part of the tree of areas that a team owns.
type area struct {
	Path     string `json:"value"`
	Children bool   `json:"includeChildren"`
}

// holds reports whether a work item with that path belongs to the area. Paths do not mind
// upper and lower case.
func (a area) holds(path string) bool {
	if strings.EqualFold(a.Path, path) {
		return true
	}
	return a.Children && len(path) > len(a.Path) && path[len(a.Path)] == '\\' && strings.EqualFold(a.Path, path[:len(a.Path)])
}

// iteration is one of the team's Sprints.
type iteration struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Path       string `json:"path"`
	Attributes struct {
		Start  moment `json:"startDate"`
		Finish moment `json:"finishDate"` // the last day, included
	} `json:"attributes"`
}

// node is a part of the tree of iterations: it has a number, which work items name, and
// an identifier, which teams name.
type node struct {
	ID         number `json:"id"`
	Identifier string `json:"identifier"`
	Children   []node `json:"children"`
}

type level struct {
	ID    string  `json:"id"`
	Name  string  `json:"name"`
	Rank  int     `json:"rank"`
	Types []named `json:"workItemTypes"`
}

type named struct {
	Name string `json:"name"`
}

type backlogConfiguration struct {
	Tasks        level   `json:"taskBacklog"`
	Requirements level   `json:"requirementBacklog"`
	Portfolios   []level `json:"portfolioBacklogs"`
	States       []struct {
		Type   string            `json:"workItemTypeName"`
		States map[string]string `json:"states"`
	} `json:"workItemTypeMappedStates"`
	Fields struct {
		TypeFields map[string]string `json:"typeFields"`
	} `json:"backlogFields"`
	Bugs string `json:"bugsBehavior"` // off, asTasks or asRequirements
}

type workItemType struct {
	Name          string  `json:"name"`
	ReferenceName string  `json:"referenceName"`
	States        []state `json:"states"`
}

type state struct {
	Name     string `json:"name"`
	Category string `json:"category"`
}

type category struct {
	ReferenceName string  `json:"referenceName"`
	Types         []named `json:"workItemTypes"`
}

type column struct {
	Name   string            `json:"name"`
	States map[string]string `json:"stateMappings"` // by type
}

// identity is somebody as a work item names them: an object, "Name <address>", or null.
type identity struct {
	ID          string `json:"id,omitzero"`
	Descriptor  string `json:"descriptor,omitzero"`
	UniqueName  string `json:"uniqueName,omitzero"`
	DisplayName string `json:"displayName,omitzero"`
}

// UnmarshalJSON takes all three; whatever else comes names nobody.
func (i *identity) UnmarshalJSON(b []byte) error {
	*i = identity{}
	switch {
	case len(b) > 0 && b[0] == '"':
		var s string
		if err := unmarshal(b, &s); err != nil {
			return err
		}
		i.DisplayName, i.UniqueName = apart(s)
	case len(b) > 0 && b[0] == '{':
		type plain identity
		var object struct {
			plain
			Name loose `json:"name"`
		}
		if unmarshal(b, &object) != nil { // one odd value must not cost the page
			return nil
		}
		*i = identity(object.plain)
		if name, address := apart(i.UniqueName); address != "" {
			i.UniqueName = address
			if i.DisplayName == "" {
				i.DisplayName = name
			}
		}
		if i.DisplayName == "" {
			i.DisplayName, _ = apart(string(object.Name))
		}
	}
	return nil
}

// apart takes "Name <address>" apart; without an address, all of it is the name.
func apart(s string) (name, address string) {
	s = strings.TrimSpace(s)
	open := strings.LastIndex(s, "<")
	if open < 0 || !strings.HasSuffix(s, ">") {
		return s, ""
	}
	return strings.TrimSpace(s[:open]), strings.TrimSpace(s[open+1 : len(s)-1])
}

// loose is a string; whatever else comes is none.
type loose string

// UnmarshalJSON takes anything.
func (l *loose) UnmarshalJSON(b []byte) error {
	var s string
	if len(b) > 0 && b[0] == '"' {
		if err := unmarshal(b, &s); err != nil {
			return err
		}
	}
	*l = loose(s)
	return nil
}

// link is one change of a tie between two work items, from the side of the source.
type link struct {
	Rel    string
	Source int
	Target int
	At     moment
	By     identity
	Active bool // false: the tie was cut
}

// linkEnds is what both shapes of a reported link have.
type linkEnds struct {
	Source  number   `json:"sourceId"`
	Target  number   `json:"targetId"`
	Changed moment   `json:"changedDate"`
	By      identity `json:"changedBy"`
	Active  bool     `json:"isActive"`
}

// UnmarshalJSON takes the older, flat shape and the present one.
func (l *link) UnmarshalJSON(b []byte) error {
	var raw struct {
		linkEnds
		Rel        string `json:"rel"`
		Attributes *struct {
			linkEnds
			Type string `json:"linkType"`
		} `json:"attributes"`
	}
	if err := unmarshal(b, &raw); err != nil {
		return err
	}
	ends := raw.linkEnds
	l.Rel = raw.Rel
	if raw.Attributes != nil {
		ends = raw.Attributes.linkEnds
		if raw.Attributes.Type != "" {
			l.Rel = raw.Attributes.Type
		}
	}
	l.Source, l.Target, l.At, l.By, l.Active = int(ends.Source), int(ends.Target), ends.Changed, ends.By, ends.Active
	return nil
}
