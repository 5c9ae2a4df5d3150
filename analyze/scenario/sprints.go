package scenario

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// This file reads the header of a Sprint, or of many alike, and the undated sentences
// below it.

// block is one header with what stands below. What stands below many Sprints holds
// for each of them.
type block struct {
	line   int
	boxes  []boxSaid
	plans  []told // what was planned
	kept   []told // what was left unfinished
	acts   []told
	single bool
}

// boxSaid is one Sprint as written.
type boxSaid struct {
	name, goal string
	from, to   date
}

// bodies are the undated sentences below the header of a Sprint.
var bodies = []sentence[func(*block, told)]{
	{"has NEW", "has PAY-1 story 5, PAY-2 bug, 6 stories", addPlan},
	{"has ITEMS", "has the oldest 4 items", addPlan},
	{"unfinished MEMBERS", "unfinished PAY-3", addKept},
	{"carries MEMBERS over", "carries PAY-3 over", addKept},
	{"goals : TEXTS", `goals: "Refunds work end to end"; "Buyers pay by invoice"`, setGoals},
}

func addPlan(b *block, t told) { b.plans = append(b.plans, t) }
func addKept(b *block, t told) { b.kept = append(b.kept, t) }

// setGoals deals the goals out in turn, from the first again when they are used up.
func setGoals(b *block, t told) {
	for i := range b.boxes {
		b.boxes[i].goal = t.args.texts[i%len(t.args.texts)]
	}
}

var (
	oneSprint = regexp.MustCompile(`^sprint (.+?) from (\S+) to ([^\s:]+)(?:: *(.*))?$`)
	sprints   = regexp.MustCompile(`^sprints (\d{1,3})\.\.(\d{1,3}) of (\d) weeks? from ([^\s:]+)(?:: *(.*))?$`)
)

// readHeader reads "sprint 7 from 2026-03-02 to 2026-03-13: The goal" and
// "sprints 1..8 of 2 weeks from 2026-01-05: The goal".
func readHeader(l line) (*block, error) {
	b := &block{line: l.number}
	if m := oneSprint.FindStringSubmatch(l.text); m != nil {
		from, fromOK := parseDate(token{text: m[2]})
		to, toOK := parseDate(token{text: m[3]})
		if !fromOK || !toOK || to.Before(from) || to.Sub(from) > longest {
			return b, fmt.Errorf("sprint %s has no dates that exist: %s to %s", m[1], m[2], m[3])
		}
		b.single = true
		b.boxes = []boxSaid{{name: sprintName(m[1]), goal: m[4], from: from, to: to}}
		return b, nil
	}
	if m := sprints.FindStringSubmatch(l.text); m != nil {
		return b, b.repeat(m[1], m[2], m[3], m[4], m[5])
	}
	return b, fmt.Errorf(`cannot read %q; the nearest known sentences are: sprint 7 from 2026-03-02 to 2026-03-13: The goal; sprints 1..8 of 2 weeks from 2026-01-05: The goal`, l.text)
}

// repeat lays out Sprints one after the other. Their goals differ by the number.
func (b *block) repeat(first, last, weeks, start, goal string) error {
	from, ok := parseDate(token{text: start})
	a, _ := strconv.Atoi(first)
	z, _ := strconv.Atoi(last)
	w, _ := strconv.Atoi(weeks)
	if !ok || z < a || z-a > 200 || w < 1 {
		return fmt.Errorf("sprints %s..%s of %s weeks from %s do not exist", first, last, weeks, start)
	}
	for n := a; n <= z; n++ {
		box := boxSaid{name: sprintName(strconv.Itoa(n)), from: from, to: from.AddDate(0, 0, 7*w-1)}
		if goal != "" {
			box.goal = fmt.Sprintf("%s %d", goal, n)
		}
		b.boxes = append(b.boxes, box)
		from = from.AddDate(0, 0, 7*w)
	}
	return nil
}

// sprintName is "Sprint 7" for 7, and the words themselves otherwise.
func sprintName(s string) string {
	if strings.Trim(s, "0123456789") == "" {
		return "Sprint " + s
	}
	return s
}
