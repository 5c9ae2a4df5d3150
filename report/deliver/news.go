package deliver

// This file tells what changed between two reports of a team.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/report"
)

// news is what changed in a team since an earlier report.
type news struct {
	since string // the earlier report's last date; empty if there is none
	// fresh, worse and better are to talk about now; gone and silent were before. What
	// can no longer be told is silent: it may still be there.
	fresh, worse, better, gone, silent []analyze.Finding
}

// newsOf compares by fingerprint. An earlier report that lies later, or that could not
// read the team, is none.
func newsOf(now analyze.TeamReport, earlier *analyze.Report) news {
	before, ok := same(now, earlier)
	if !ok || len(now.Errors) > 0 {
		return news{}
	}
	n := news{since: before.Window.To}
	weights := map[string]int{}
	for _, f := range before.Checks {
		weights[f.Fingerprint] = f.Weight()
	}
	for _, f := range now.Checks {
		was, is := weights[f.Fingerprint], f.Weight()
		switch {
		case was == 0 && is > 0:
			n.fresh = append(n.fresh, f)
		case was > 0 && is > was:
			n.worse = append(n.worse, f)
		case is > 0 && is < was:
			n.better = append(n.better, f)
		case was > 0 && f.Status == analyze.OK:
			n.gone = append(n.gone, f)
		case was > 0 && is == 0:
			n.silent = append(n.silent, f)
		}
	}
	return n
}

func same(now analyze.TeamReport, earlier *analyze.Report) (analyze.TeamReport, bool) {
	if earlier == nil {
		return analyze.TeamReport{}, false
	}
	for _, t := range earlier.Teams {
		if t.Name == now.Name && t.Connection == now.Connection {
			return t, len(t.Errors) == 0 && t.Window.To != "" && t.Window.To <= now.Window.To
		}
	}
	return analyze.TeamReport{}, false
}

// note says what is new about a finding that is to talk about.
func (n news) note(f analyze.Finding) string {
	is := func(other analyze.Finding) bool { return other.Fingerprint == f.Fingerprint }
	switch {
	case slices.ContainsFunc(n.fresh, is):
		return "new"
	case slices.ContainsFunc(n.worse, is):
		return "worse"
	case slices.ContainsFunc(n.better, is):
		return "better"
	}
	return ""
}

// words counts what changed, in a sentence.
func (n news) words() string {
	if n.since == "" {
		return "This is the first report."
	}
	var parts []string
	for _, part := range []struct {
		of   []analyze.Finding
		what string
	}{{n.fresh, "new"}, {n.worse, "worse"}, {n.better, "better"}, {n.gone, "gone"}, {n.silent, "can no longer be told"}} {
		if len(part.of) > 0 {
			parts = append(parts, fmt.Sprint(len(part.of), " ", part.what))
		}
	}
	if len(parts) == 0 {
		parts = []string{"nothing changed"}
	}
	return "Since " + report.Day(n.since) + ": " + strings.Join(parts, ", ") + "."
}
