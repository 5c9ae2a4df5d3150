package report

// This file prepares the ledger of stances for readers: what was seen in the window, in
// words, with what speaks for it and against it. Nothing here is a diagnosis.

import (
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// How the ledger is introduced.
const (
	ledgerTitle = "Signs seen in this window"
	ledgerLead  = "What the findings, taken together, say for and against known ways of filling the role. They are signs of what was done here in this time, in words and without a score; they do not say who somebody is."
)

// ledgerPart is one kind of stances under its heading.
type ledgerPart struct {
	kind, Title, Lead string
	Stances           []stanceView
}

// ledgerParts are the kinds in the order of reading: first what works.
var ledgerParts = []ledgerPart{
	{kind: "preferred", Title: "Preferred stances", Lead: "Ways of filling the role that serve a team."},
	{kind: "misunderstood", Title: "Misunderstood stances", Lead: "Ways of filling the role that it tends to be squeezed into."},
	{kind: "organisation", Title: "The organisation’s own patterns", Lead: "What is around the role, and not the doing of whoever holds it."},
}

// named lists the stances with that word.
func (part ledgerPart) named(word string) string {
	var names []string
	for _, s := range part.Stances {
		if s.Word == word {
			names = append(names, s.Name)
		}
	}
	return strings.Join(names, ", ")
}

// stanceView is one stance as readers see it.
type stanceView struct {
	Name, Gloss string
	Word        string
	Seen        bool // there are signs
	For         []sign
	Against     []sign
	Silent      []sign
}

// whole is the name and what it stands for.
func (s stanceView) whole() string {
	if s.Gloss == "" {
		return s.Name
	}
	return s.Name + ": " + s.Gloss
}

// sign is an entry of the ledger: what a check or sign said, and which it was.
type sign struct {
	Who    string // "ORD-05 pass-through"; empty for a remark
	Said   string
	Short  string // the check's id, or the name of the sign
	Anchor string // where the page tells of the check; empty if the report does not
}

// ledger is the team's stances by kind; kinds without any are left out. Anchor is where
// the page tells of the team.
func ledger(t analyze.TeamReport, anchor string) []ledgerPart {
	var parts []ledgerPart
	for _, part := range ledgerParts {
		for _, s := range t.Stances {
			if s.Kind == part.kind {
				part.Stances = append(part.Stances, viewOf(s, t.Checks, anchor))
			}
		}
		if len(part.Stances) > 0 {
			parts = append(parts, part)
		}
	}
	return parts
}

func viewOf(s analyze.Stance, checks []analyze.Finding, anchor string) stanceView {
	v := stanceView{Word: signWord(s)}
	v.Name, v.Gloss, _ = strings.Cut(s.Name, ": ")
	v.Seen = s.Signs != "no"
	v.For, v.Against, v.Silent = signsOf(s.For, checks, anchor), signsOf(s.Against, checks, anchor), signsOf(s.Unassessed, checks, anchor)
	return v
}

const (
	noSign     = "no sign"
	tooLittle  = "too little" // something speaks for it, and less than it takes
	cannotTell = "cannot tell"
)

// unseenWords are the words for stances without signs, in the order of reading.
var unseenWords = []string{tooLittle, noSign, cannotTell}

// signWord is how much was seen. It takes more that was judged than was not to say that
// there is no sign.
func signWord(s analyze.Stance) string {
	switch s.Signs {
	case "clear", "some":
		return s.Signs + " signs"
	case "little":
		return "little sign"
	}
	if judged := len(s.For) + len(s.Against); judged == 0 || judged < len(s.Unassessed) {
		return cannotTell
	}
	if len(s.For) > 0 {
		return tooLittle
	}
	return noSign
}

func signsOf(entries []string, checks []analyze.Finding, anchor string) []sign {
	var list []sign
	for _, e := range entries {
		s := sign{Said: e, Short: e}
		if who, said, ok := strings.Cut(e, ": "); ok && !strings.Contains(who, ". ") {
			s.Who, s.Short, s.Said = who, who, said
		}
		for _, f := range checks {
			if strings.HasPrefix(s.Who+" ", f.ID+" ") {
				s.Short, s.Anchor = f.ID, anchor+"-"+f.ID
			}
		}
		list = append(list, s)
	}
	return list
}
