package scenario

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// This file compares what a journal expects of a check with what the check made of it.

// Expectation is an arrow: a finding of the check cites a fact of this line, and says this.
type Expectation struct {
	Line  int
	Check string // the check's id
	Says  string // words the citation has to contain; may be empty
}

// Verdict is what a check has to conclude about the whole team.
type Verdict struct {
	Line   int
	Check  string
	Status string // a status word of the report
	Level  string // amber or red; empty: any
}

// Cite is one fact that a check's finding rests on.
type Cite struct {
	Item string // key of an item, or name of a Sprint
	At   time.Time
	Says string
}

// Checks lists the ids of the checks the journal expects something of, by first mention.
func (s *Scenario) Checks() []string {
	var ids []string
	note := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, e := range s.Cited {
		note(e.Check)
	}
	for _, v := range s.Verdicts {
		note(v.Check)
	}
	return ids
}

// Check compares one check's result with the journal: every arrow must be met by a
// citation, every citation must be of a line with an arrow, and a verdict must be the
// status. It gives the differences in plain words, none if all is as expected. A
// journal without a word about the check expects nothing.
func (s *Scenario) Check(id string, got []Cite, status, level string) []string {
	if !slices.Contains(s.Checks(), id) {
		return nil
	}
	var differences []string
	say := func(line int, format string, args ...any) {
		differences = append(differences, fmt.Sprintf("%s:%d: %s", s.Name, line, fmt.Sprintf(format, args...)))
	}
	arrows := map[int]bool{}
	for _, want := range s.Cited {
		if want.Check == id {
			arrows[want.Line] = true
			s.unmet(want, got, say)
		}
	}
	told := map[int]bool{}
	for _, c := range got {
		lines := s.lines(c)
		switch {
		case len(lines) == 0:
			differences = append(differences, fmt.Sprintf("%s: %s cites %s at %s, which no line tells: %q", s.Name, id, c.Item, c.At.Format(time.DateTime), c.Says))
		case !told[lines[0]] && !slices.ContainsFunc(lines, func(n int) bool { return arrows[n] }):
			told[lines[0]] = true // a line can make many facts: one is enough to say so
			say(lines[0], "%s cites %s on this line, which has no arrow: %q", id, c.Item, c.Says)
		}
	}
	for _, want := range s.Verdicts {
		if want.Check == id && (want.Status != status || (want.Level != "" && want.Level != level)) {
			say(want.Line, "%s is %q, want %q", id, join(status, level), join(want.Status, want.Level))
		}
	}
	return differences
}

// unmet says so if no citation answers the arrow.
func (s *Scenario) unmet(want Expectation, got []Cite, say func(int, string, ...any)) {
	var said []string
	for _, c := range got {
		if !slices.Contains(s.lines(c), want.Line) {
			continue
		}
		if strings.Contains(c.Says, want.Says) {
			return
		}
		if words := fmt.Sprintf("%q", c.Says); !slices.Contains(said, words) && len(said) < 3 {
			said = append(said, words)
		}
	}
	if len(said) > 0 {
		say(want.Line, "%s cites this line, but says %s, want %q", want.Check, strings.Join(said, " and "), want.Says)
		return
	}
	say(want.Line, "%s does not cite this line", want.Check)
}

// lines are the lines that tell the cited fact. A span of days belongs to the line that
// says that the team works in a flow, as a Sprint belongs to its header.
func (s *Scenario) lines(c Cite) []int {
	var lines []int
	if s.flow > 0 && isSpan(c.Item) {
		lines = append(lines, s.flow)
	}
	for _, f := range s.Facts {
		if f.Item == c.Item && f.At.Equal(c.At) && !slices.Contains(lines, f.Line) {
			lines = append(lines, f.Line)
		}
	}
	return lines
}

// isSpan reports whether a fact is about days, such as "2026-01-05 to 2026-01-19".
func isSpan(item string) bool {
	from, to, _ := strings.Cut(item, " to ")
	_, first := parseDate(token{text: from})
	_, last := parseDate(token{text: to})
	return first && last
}

func join(status, level string) string { return strings.TrimSpace(status + " " + level) }
