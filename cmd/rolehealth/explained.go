package main

// This file writes what explain adds to an article: where the check stands in the ledger
// of stances, how often it was right, and what it says of a history with the pattern and
// of one without.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/po"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/analyze/stances"
	"github.com/rolehealth/rolehealth/analyze/stats"
	"github.com/rolehealth/rolehealth/report"
)

func writeLedger(b *strings.Builder, places []stances.Place) {
	var found, well []string
	for _, p := range places {
		name := p.Stance + " (" + p.Strength + ")"
		if p.Well {
			well = append(well, name)
		} else {
			found = append(found, name)
		}
	}
	if len(places) == 0 {
		return
	}
	heading(b, "In the ledger of stances")
	if len(found) > 0 {
		b.WriteString(wrapped("- When it finds something, it speaks for: "+strings.Join(found, ", ")+". When it is well, against.") + "\n")
	}
	if len(well) > 0 {
		b.WriteString(wrapped("- When it is well, it speaks for: "+strings.Join(well, ", ")+". When it finds something, against.") + "\n")
	}
}

func writeAccuracy(b *strings.Builder, measured po.Accuracy, id string) {
	heading(b, "How often it is right")
	rates, ok := measured.Checks[id]
	if !ok {
		b.WriteString("Not measured yet.\n")
		return
	}
	b.WriteString(wrapped(fmt.Sprintf("Measured on %s with simulated teams, %d for each condition. Real teams may differ. It flagged:", report.Day(measured.Date), measured.TeamsPerCondition)) + "\n\n")
	for _, line := range []struct {
		rate  po.Rate
		teams string
	}{
		{rates.Recall, "teams that show the pattern"},
		{rates.FalseAlarms, "healthy teams"},
		{rates.LookAlikes, "teams that only look as if they showed it"},
	} {
		b.WriteString(wrapped("- "+line.teams+": "+rateWords(line.rate)) + "\n")
	}
	b.WriteString("\n" + wrapped("To repeat it: "+measured.Command) + "\n")
}

// rateWords is a rate with its 95 % interval.
func rateWords(r po.Rate) string {
	if r.N == 0 {
		return "not measured"
	}
	low, high := stats.Wilson(float64(r.K), float64(r.N), stats.Z95)
	return fmt.Sprintf("%d of %d (%.1f %%; 95 %% interval %.1f to %.1f %%)", r.K, r.N, 100*float64(r.K)/float64(r.N), 100*low, 100*high)
}

// example is a history of the article with what the check says of it now.
type example struct {
	scenario.Example
	label   string
	finding analyze.Finding
}

// exampled are the first history of the n-th check's article that it flags, or that a
// weak hint finds worth watching, and the first that is well, and the titles of the others.
func exampled(checks []analyze.Check, n int) (shown []example, more []string, err error) {
	c := checks[n]
	all, err := scenario.FromMarkdown("the article of "+c.ID, c.Doc)
	if err != nil {
		return nil, nil, err
	}
	bad := [2]string{"flag", "Flagged"}
	if c.Class == analyze.Hint {
		bad = [2]string{"watch", "Worth watching"}
	}
	for _, want := range [][2]string{bad, {"ok", "Not flagged"}} {
		i := slices.IndexFunc(all, func(ex scenario.Example) bool { return strings.Contains(ex.Text, "=> "+c.ID+" "+want[0]) })
		if i < 0 {
			continue
		}
		ex := example{Example: all[i], label: want[1]}
		if ex.finding, err = said(checks, n, ex.Example); err != nil {
			return nil, nil, err
		}
		shown, all = append(shown, ex), slices.Delete(all, i, i+1)
	}
	for _, ex := range all {
		more = append(more, ex.Heading)
	}
	return shown, more, nil
}

// said is what the n-th check says of a history with the thresholds in force, switched
// off or not.
func said(checks []analyze.Check, n int, ex scenario.Example) (analyze.Finding, error) {
	checks = slices.Clone(checks)
	checks[n].Off = false
	played, err := ex.Parse("the article of " + checks[n].ID)
	if err != nil {
		return analyze.Finding{}, err
	}
	team, _, err := trace(played, checks, analyze.Options{})
	if err != nil {
		return analyze.Finding{}, err
	}
	return team.Checks[n], nil
}

func writeExamples(b *strings.Builder, shown []example, more []string) {
	for _, ex := range shown {
		heading(b, ex.label+": "+ex.Heading)
		for line := range strings.Lines(ex.Text) {
			b.WriteString("    " + line)
		}
		says := ex.finding.Message
		if says == "" {
			says = ex.finding.Reason
		}
		status := strings.TrimSpace(string(ex.finding.Status) + " " + string(ex.finding.Level))
		b.WriteString("\n" + wrapped("The report says ("+status+"): "+says) + "\n")
	}
	if len(more) > 0 {
		b.WriteString("\n" + wrapped("More examples are in its article: "+strings.Join(more, "; ")+".") + "\n")
	}
}
