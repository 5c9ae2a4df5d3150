package simulate

import "strings"

// This file is what a team writes down as the goal of a Sprint.

// goal is what the team writes down as its Sprint Goal.
func (t *team) goal(items []*work) string {
	if t.chance(t.Habits.GoalWritten) {
		var themes []int
		for _, w := range items {
			if w.about.want != nil {
				themes = append(themes, w.about.theme)
			}
		}
		return t.freshGoal(themes)
	}
	if !t.chance(t.Habits.GoalListed) || len(items) < 4 {
		return ""
	}
	var keys []string
	for _, w := range items[:min(6, len(items))] {
		keys = append(keys, w.Key)
	}
	return strings.Join(keys, ", ")
}

// freshGoal is a goal of one of the themes, or else of any, that was not used before.
func (t *team) freshGoal(themes []int) string {
	for i := range t.Stock.Themes {
		themes = append(themes, i)
	}
	for _, i := range themes {
		for _, g := range t.Stock.Themes[i].Goals {
			if !t.goals[g] {
				t.goals[g] = true
				return g
			}
		}
	}
	return ""
}
