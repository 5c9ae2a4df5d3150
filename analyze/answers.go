package analyze

// This file puts the team's own answers beside the findings.

import (
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/roles"
)

// Answer is what a team answered to the findings of a check. As is wrong (the finding is),
// explained (there is a good reason) or agreed (we are at it). It holds up to and with the
// date Until.
type Answer struct {
	Check string
	Acknowledgement
}

// Answers are the words that an Answer may be given as.
var Answers = []string{"wrong", "explained", "agreed"}

// answered gives the findings the answers that still hold on a date.
func answered(findings []Finding, answers []Answer, date string, who *roles.Assignment, names bool) {
	for i := range findings {
		f := &findings[i]
		if f.Status != Watch && f.Status != Flag {
			continue
		}
		for _, a := range answers {
			if a.Check != f.ID || a.Until < date {
				continue
			}
			given := a.Acknowledgement
			given.By, given.Why = signature(given.By, who, names), who.Redact(given.Why)
			f.Acknowledged = &given
		}
	}
}

// collective are the names under which a team answers as such.
var collective = []string{"team", "the team", "product owner", "the product owner", "scrum master", "the scrum master", "coach", "the coach", "developers", "the developers"}

// signature is who gave an answer: without names, a pseudonym if it was one of the people
// of the team, and nobody in particular if it was not.
func signature(by string, who *roles.Assignment, names bool) string {
	switch {
	case names || by == "" || slices.Contains(collective, strings.ToLower(by)):
		return by
	}
	if label := who.Redact(by); label != by {
		return label
	}
	return "somebody"
}
