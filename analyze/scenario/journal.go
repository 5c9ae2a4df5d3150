package scenario

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file reads the lines of a journal into what they say, and decides by their
// form which table of sentences they belong to: a dated sentence tells an act, an
// indented one is about the Sprint above it, any other describes the team.

// journal is a history as written.
type journal struct {
	team     string
	process  backlog.Process
	flow     int // the line that says it works without Sprints
	zone     *time.Location
	holidays map[string]bool
	today    date // zero: the last day mentioned
	roles    []roleSaid
	unknown  bool // no role is declared
	declared Declared
	unseen   backlog.Aspects
	noEpics  bool
	epics    []told
	epicsBy  told // who writes them; nobody said: the Product Owner
	parking  []told
	standing []told // items that were there before
	blocks   []*block
	acts     []told // outside Sprints
	book     book
	cited    []Expectation
	verdicts []Verdict
}

// told is one sentence that makes facts.
type told struct {
	line int
	text string
	args args
	when when // of acts
	do   verb
	bulk bool // all at once
}

// when says on which days an act was done: days of the Sprint above, or dates.
type when struct {
	days     []int
	from, to date
	every    int // working days between
}

var (
	dayLine  = regexp.MustCompile(`^day (\d[\d.,\s]*): *(.+)$`)
	dateLine = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d)(?: every (\d+) working days)?)?: *(.+)$`)
	declares = regexp.MustCompile(`^(\p{Lu}\S*) is (?:a|an|the) `)
)

// read understands a whole journal.
func read(text string, wrong *mistakes) *journal {
	j := &journal{team: "Team", process: backlog.Scrum, zone: time.UTC, holidays: map[string]bool{}, book: book{}}
	lines, cited, verdicts := split(text, wrong)
	j.cited, j.verdicts = cited, verdicts
	people := map[string]bool{}
	for _, r := range usualRoles {
		people[r.name] = true
	}
	for _, l := range lines {
		if m := declares.FindStringSubmatch(l.text); m != nil {
			people[m[1]] = true
		}
	}
	var above *block
	for _, l := range lines {
		if !l.indented {
			above = nil
		}
		header, err := j.read(l, above, people)
		wrong.add(l.number, err)
		if header != nil {
			above = header
		}
	}
	return j
}

// read understands one line; it gives the Sprint that the line opens, if it does.
func (j *journal) read(l line, above *block, people map[string]bool) (*block, error) {
	switch {
	case strings.HasPrefix(l.text, "day ") || dateLine.MatchString(l.text):
		return nil, j.readAct(l, above, people)
	case nearest(firstWord(l.text), []string{"sprint", "sprints"}) < 3:
		opened, err := readHeader(l)
		if err == nil {
			j.blocks = append(j.blocks, opened)
		}
		return opened, err
	case !l.indented:
		row, a, err := find(settings, l.text, people)
		if err != nil {
			return nil, undated(l.text, people, err)
		}
		return nil, row.do(j, told{line: l.number, text: l.text, args: a})
	case above == nil:
		return nil, fmt.Errorf(`%q is indented, and there is no sprint above it`, l.text)
	}
	row, a, err := find(bodies, l.text, people)
	if err != nil {
		return nil, undated(l.text, people, err)
	}
	if err := j.describe(a.items); err != nil {
		return nil, err
	}
	row.do(above, told{line: l.number, text: l.text, args: a})
	return nil, nil
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// undated sees whether a sentence that is not known here only lacks its day.
func undated(text string, people map[string]bool, err error) error {
	if _, _, other := find(verbs, text, people); other == nil {
		return fmt.Errorf(`say when: "day 3: %s" in a sprint, or "2026-03-04: %s"`, text, text)
	}
	return err
}

// readAct understands "day 3: Ada adds PAY-9" and "2026-03-04: Ada adds PAY-9".
func (j *journal) readAct(l line, above *block, people map[string]bool) error {
	w, text, err := readWhen(l.text)
	if err != nil {
		return err
	}
	if w.days != nil && above == nil {
		return fmt.Errorf("%q needs a sprint above it; elsewhere write a date", l.text)
	}
	text, bulk := strings.CutSuffix(text, " in bulk")
	row, a, err := find(verbs, text, people)
	if err != nil {
		return err
	}
	if err := j.describe(a.items); err != nil {
		return err
	}
	t := told{line: l.number, text: text, args: a, when: w, do: row.do, bulk: bulk}
	if w.days != nil {
		above.acts = append(above.acts, t)
	} else {
		j.acts = append(j.acts, t)
	}
	return nil
}

// longest is the longest span a sentence may tell of.
const longest = 10 * 366 * 24 * time.Hour

// readWhen takes the days off the front of a sentence.
func readWhen(s string) (w when, rest string, err error) {
	if m := dayLine.FindStringSubmatch(s); m != nil {
		w.days, err = readDays(m[1])
		return w, m[2], err
	}
	m := dateLine.FindStringSubmatch(s)
	if m == nil {
		return w, "", fmt.Errorf(`cannot read the day of %q; write "day 3: …", "day 1..9: …" or "2026-03-04: …"`, s)
	}
	var fromOK, toOK bool
	w.from, fromOK = parseDate(token{text: m[1]})
	w.to, toOK = w.from, true
	if m[2] != "" {
		w.to, toOK = parseDate(token{text: m[2]})
	}
	w.every = 1
	if m[3] != "" {
		_, err = fmt.Sscan(m[3], &w.every)
	}
	if !fromOK || !toOK || w.to.Before(w.from) || w.to.Sub(w.from) > longest || w.every < 1 || err != nil {
		return w, "", fmt.Errorf("%q does not begin with days that exist and lie within ten years", s)
	}
	return w, m[4], nil
}

// readDays reads "4", "1..9" and "2, 5, 8".
func readDays(s string) ([]int, error) {
	var days []int
	for part := range strings.SplitSeq(s, ",") {
		from, to, isSpan := strings.Cut(strings.TrimSpace(part), "..")
		first, err := dayNumber(from)
		last := first
		if isSpan && err == nil {
			last, err = dayNumber(to)
		}
		if err != nil || last < first {
			return nil, fmt.Errorf(`%q are no days of a sprint; write "day 3", "day 1..9" or "day 2, 5"`, s)
		}
		for d := first; d <= last; d++ {
			days = append(days, d)
		}
	}
	return days, nil
}

func dayNumber(s string) (n int, err error) {
	if _, err := fmt.Sscanf(s, "%d", &n); err != nil {
		return 0, err
	}
	if n < 1 || n > 100 || s != fmt.Sprint(n) {
		return 0, errors.New("no day")
	}
	return n, nil
}

// describe keeps what a sentence says of the items it names.
func (j *journal) describe(items []spec) error {
	for _, s := range items {
		if s.key == "" {
			continue
		}
		if err := j.book.add(s); err != nil {
			return err
		}
	}
	return nil
}
