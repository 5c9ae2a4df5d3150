package report

// This file words what changed between two reports: in a sentence for a team, in a word
// or a few beside a finding.

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// mark is the change as a word beside a finding: that is not gone itself, and stands
// where it works well.
func (c Change) mark() string {
	if c == Gone {
		return "the finding is gone"
	}
	return string(c)
}

func (c Change) sign() string {
	for _, known := range changes {
		if known.Change == c {
			return known.Sign
		}
	}
	return ""
}

// Words count what changed, in a sentence; empty without an earlier report.
func (n News) Words() string { return n.sentence(unnamed) }

func unnamed([]analyze.Finding) string { return "" }

// whole also names the checks.
func (n News) whole() string {
	return n.sentence(func(findings []analyze.Finding) string { return " (" + idsOf(findings) + ")" })
}

func (n News) sentence(named func([]analyze.Finding) string) string {
	if n.Since == "" {
		return n.Excuse()
	}
	return n.Lead() + n.counts(named) + "." + n.Caution()
}

func (n News) counts(named func([]analyze.Finding) string) string {
	var parts []string
	for _, p := range n.Parts {
		parts = append(parts, p.Count()+named(p.Findings))
	}
	return cmp.Or(strings.Join(parts, ", "), "nothing changed")
}

// Excuse says why nothing is compared, if there was something to compare with.
func (n News) Excuse() string {
	if n.Reason == "" {
		return ""
	}
	return "Nothing is compared: " + n.Reason + "."
}

// Lead begins the sentence.
func (n News) Lead() string { return "Since " + date(n.Since) + ": " }

// Caution warns of changes that may be the program's; empty without any.
func (n News) Caution() string {
	if n.then == n.now || len(n.Parts) == 0 {
		return ""
	}
	return fmt.Sprintf(" The earlier report is by rolehealth %s, this one by %s: some of that may come from the program.", n.then, n.now)
}

// mark says of a finding what became of it, and what it was before.
func (n News) mark(f analyze.Finding) string {
	day, then := date(n.Since), n.before[f.Fingerprint]
	switch c := n.Change(f); c {
	case "":
		return ""
	case Fresh:
		return "new since " + day
	case Worse, Better:
		was, _, _ := strings.Cut(signal(then), ",")
		return string(c) + " than on " + day + ", when it was " + was
	case Told:
		return "can be told now, and could not on " + day
	default:
		return c.mark() + " since " + day
	}
}

// brief is the news in a line among those of other teams; empty where nothing changed.
func (n News) brief() string {
	if len(n.Parts) == 0 {
		return ""
	}
	return n.Lead() + n.counts(unnamed)
}
