package analyze

import "github.com/rolehealth/rolehealth/analyze/backlog"

// This file tells what the period was like that the checks looked at: its Sprints, and
// the times in which nothing happened.

// gapDays is how many working days without an act are worth knowing of.
const gapDays = 10

// sprints are those that ran within the window.
func (e *examination) sprints() []Sprint {
	list := []Sprint{}
	p := &e.shared
	for _, w := range e.windows {
		if w.Sprint == nil {
			continue
		}
		s := Sprint{Name: p.Told(w.Sprint.Name), From: p.Calendar.Date(w.Sprint.Start)}
		if w.Sprint.Closed(p.TakenAt) {
			s.To = p.Calendar.Date(w.Sprint.Completed)
		}
		if (p.Missing|p.Undated)&backlog.SprintGoals == 0 {
			s.Goal = new(w.Sprint.Goal != "")
		}
		list = append(list, s)
	}
	return list
}

// gaps are the times without an act. With three active people or fewer they would be about
// a person, and where histories are missing they may not have been.
func (e *examination) gaps(snap *backlog.Snapshot) []Period {
	list := []Period{}
	if e.shared.Facts.Small() || snap.Missing&backlog.ItemHistory != 0 || len(e.shared.Items) < len(snap.Items) {
		return list
	}
	for _, gap := range e.shared.Facts.Silences(gapDays) {
		list = append(list, Period{snap.Calendar.Date(gap[0]), snap.Calendar.Date(gap[1])})
	}
	return list
}
