package po

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed val07_no_sprint_goal.md
var noSprintGoalDoc string

var noSprintGoal = analyze.Check{
	ID: "VAL-07", Name: "no-sprint-goal", Group: analyze.Value, Class: analyze.Observed, Doc: noSprintGoalDoc,
	Needs:  backlog.SprintGoals,
	Guards: []guards.ID{guards.NewTeam, guards.NoSprints, guards.Unused, guards.Parking},
	Rule:   noSprintGoalRule{analyze.Share{Amber: 0.34, Red: 0.67, MinN: 4, FlagFrom: 6, Origin: "our judgement"}},
}

type noSprintGoalRule struct {
	analyze.Share `yaml:",inline"`
}

func (c noSprintGoalRule) Run(p *analyze.Pass) {
	p.Counts("closed Sprint", "closed Sprints")
	if written, all := goalsWritten(p); p.Facts.Declared().Framework != "scrum" && float64(written) < guards.UnusedShare*float64(all) {
		p.CannotTell(fmt.Sprintf("Sprint Goals are not kept in the tracker (%d of %d Sprints have one); declare the framework scrum if they should be", written, all))
		return
	}
	var kinds [len(goalKinds)]int
	before := ""
	for _, s := range p.ClosedSprints() {
		subject := analyze.Subject{Sprint: s, At: s.Start}
		p.Examine(subject)
		switch goal := strings.TrimSpace(s.Goal); {
		case goal == "":
			kinds[noGoal]++
			p.Report(subject, p.SprintFact(s, s.Start, "has no Sprint Goal"))
		case text.ListLike(goal):
			kinds[listGoal]++
			p.Report(subject, p.SprintFact(s, s.Start, "has a list for a goal: %s", p.Quote(goal)))
		case strings.EqualFold(goal, before):
			kinds[sameGoal]++
			p.Report(subject, p.SprintFact(s, s.Start, "has the goal of the Sprint before: %s", p.Quote(goal)))
		default:
			kinds[trueGoal]++
			p.Counter(p.SprintFact(s, s.Start, "had a goal: %s", p.Quote(goal)))
		}
		before = strings.TrimSpace(s.Goal)
	}
	p.Draw(func(f analyze.Finding) analyze.Picture {
		picture := analyze.Picture{
			Kind: analyze.Bars, Head: "Sprint Goal", Series: []analyze.Series{{Name: "closed Sprints"}},
			Title: fmt.Sprintf("Of %d Sprints, %s had a goal of their own", f.N, some(kinds[trueGoal])),
		}
		for kind, n := range kinds {
			picture.Rows = append(picture.Rows, analyze.ClassRow(goalKinds[kind], kind != trueGoal, n))
		}
		return picture
	})
}

// What Sprints have for a goal.
const (
	trueGoal = iota
	listGoal
	sameGoal
	noGoal
)

// goalKinds say it to the reader.
var goalKinds = [...]string{trueGoal: "a goal", listGoal: "a list", sameGoal: "the last again", noGoal: "none"}

// goalsWritten counts the Sprints of all history that started, and those with a goal.
func goalsWritten(p *analyze.Pass) (written, all int) {
	for _, s := range p.Sprints {
		if s.Started(p.TakenAt) {
			all++
			if strings.TrimSpace(s.Goal) != "" {
				written++
			}
		}
	}
	return written, all
}
