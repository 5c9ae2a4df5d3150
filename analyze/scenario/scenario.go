// Package scenario turns histories into Snapshots: single acts through the Recorder,
// or a dated journal in plain sentences that a scrum master can read and correct.
//
// A journal is read in three steps. The lines are taken apart (lines.go), each
// sentence is found in a table of known ones (grammar.go; the tables are settings.go,
// sprints.go and verbs.go), and what was told is played day by day into a Recorder
// (play.go), which adds what a healthy team would have done and nobody said
// (life.go, birth.go). README.md describes the language.
package scenario

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// Scenario is a journal as played: the team's history, and what the journal expects
// the checks to make of it.
type Scenario struct {
	Name     string // for messages: the file it was read from
	Snapshot *backlog.Snapshot
	Roles    []RoleLine // who was declared to be what
	Declared Declared
	Facts    []Fact        // by line
	Cited    []Expectation // the arrows, by line
	Verdicts []Verdict     // by line
	flow     int           // the line that says it works without Sprints; 0 if none does
}

// RoleLine says what somebody was declared to be. From and To are zero where the
// role has no beginning or end; To is the end of the last day.
type RoleLine struct {
	Person   *backlog.Person
	Role     string // product_owner, scrum_master, developer, stakeholder or bot
	From, To time.Time
}

// Declared is what "declare" lines said: what no tracker tells.
type Declared struct {
	Framework          string // scrum, kanban, safe or less; empty: not said
	UsersAreDevelopers bool
	CustomerLinks      bool
	Discovery          bool
	FIFO               bool
	IceboxStatuses     []string
	IceboxLabels       []string
}

// Fact is one recorded fact and the line of the journal it came from. A line can make
// several facts.
type Fact struct {
	Line int
	Item string // key of an item, or name of a Sprint
	At   time.Time
}

// Parse reads and plays a journal. The name is for messages. The error lists all
// mistakes in the order of lines, twenty at most, each as "name:line: what is wrong".
func Parse(name, text string) (*Scenario, error) {
	var wrong mistakes
	j := read(text, &wrong)
	if err := wrong.join(name); err != nil {
		return nil, err
	}
	s := j.play(&wrong)
	if err := wrong.join(name); err != nil {
		return nil, err
	}
	s.Name = name
	return s, nil
}

// mistakes are what is wrong with a journal.
type mistakes []mistake

type mistake struct {
	line int
	err  error
}

const mostMistakes = 20

func (m *mistakes) add(line int, err error) {
	if err != nil {
		*m = append(*m, mistake{line, err})
	}
}

// join is all mistakes as one error; nil if there are none.
func (m mistakes) join(name string) error {
	slices.SortStableFunc(m, func(a, b mistake) int { return a.line - b.line })
	var all []error
	for i, one := range m {
		if i == mostMistakes {
			all = append(all, fmt.Errorf("%s: and %d more mistakes", name, len(m)-i))
			break
		}
		all = append(all, fmt.Errorf("%s:%d: %w", name, one.line, one.err))
	}
	return errors.Join(all...)
}
