package po

// This file shows the waits of FLW-03: after how long how many questions still waited.

import (
	"fmt"
	"slices"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

// waitSteps are the working hours at which the waits are counted: the first two days by
// the hour, later days and weeks. Nobody needs to know it closer.
func (c slowAnswersRule) waitSteps(longest float64) []float64 {
	steps := []float64{float64(c.TooLong)}
	for h := 1.0; ; {
		steps = append(steps, h)
		if h >= longest {
			break
		}
		switch {
		case h < 8:
			h++
		case h < 24:
			h += 2
		case h < 80:
			h += 8
		case h < 320:
			h += 40
		default:
			h *= 2
		}
	}
	slices.Sort(steps)
	return slices.Compact(steps)
}

// picture is the curve of the questions that still wait.
func (c slowAnswersRule) picture(f analyze.Finding, waits []stats.Span) analyze.Picture {
	longest, unanswered := 0.0, 0
	for _, w := range waits {
		longest = max(longest, w.Length)
		if !w.Ended && w.Length > float64(c.TooLong) {
			unanswered++
		}
	}
	title := fmt.Sprintf("None of the %d questions waited longer than %d working hours", f.N, c.TooLong)
	if f.K > 0 {
		title = fmt.Sprintf("%d of %d questions waited longer than %d working hours, %s of them without a visible answer", f.K, f.N, c.TooLong, some(unanswered))
	}
	picture := analyze.Picture{
		Kind: analyze.Waiting, Head: "Waited up to", Title: title,
		Note: fmt.Sprintf("A question without a visible answer waits until its item ended, or until today. One lost sight of within %d hours counts until then, and not among the %d.",
			c.TooLong, f.N),
		Series: []analyze.Series{{Name: "up to working hours"}, {Name: "answered"}, {Name: "no visible answer"}, {Name: "still waiting"}},
	}
	curve, before := stats.KaplanMeier(waits), -1.0
	for _, step := range c.waitSteps(longest) {
		answered, unseen := 0, 0
		for _, w := range waits {
			switch {
			case w.Length <= before || w.Length > step:
			case w.Ended:
				answered++
			default:
				unseen++
			}
		}
		if answered+unseen == 0 && step != float64(c.TooLong) {
			continue
		}
		row := analyze.ClassRow(fmt.Sprintf("%g h", step), step > float64(c.TooLong), 0, answered, unseen, 0)
		row.Values[0], row.Values[3] = step, curve.Left(step)
		picture.Rows = append(picture.Rows, row)
		before = step
	}
	return picture
}
