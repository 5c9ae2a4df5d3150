package jira

// This file holds the words by which Jira's translated names are understood where
// no id or category tells: how an item ended, what a type is, what a link means.

import (
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// What resolutions and final statuses are called when an item ended without being
// delivered. Matched as parts of words, in lower case, without apostrophes.
var (
	duplicateWords = []string{"duplic", "duplikat", "dublett", "dubblett", "doublon", "dubbel"}
	declinedWords  = []string{
		"wont do", "wont fix", "will not", "not doing", "not do", "declin", "reject", "obsolete", "cancel", "abandon", "withdrawn", "out of scope", "gone away",
		"wird nicht", "nicht umsetz", "abgelehnt", "verworfen", "abgebrochen", "storniert", "zurückgezogen", "hinfällig", "obsolet",
		"ne sera pas", "refus", "rejet", "annul", "abandonn",
		"no se hará", "no se va a", "rechazad", "descartad", "no hacer",
		"não será", "não fazer", "rejeitad", "recusad",
		"wordt niet", "niet doen", "afgewezen", "geannuleerd", "vervallen", "verouderd",
		"åtgärdas inte", "görs inte", "avvisad", "avslag", "avbrut", "inställd", "föråldrad",
	}
	discardedWords = []string{
		"cannot reproduce", "cant reproduce", "not reproducible", "unable to reproduce", "incomplete", "invalid", "not a bug", "no bug", "as designed", "as intended",
		"nicht reproduzier", "unvollständig", "ungültig", "kein fehler", "non reproductible", "incomplet", "no reproducible",
		"não reproduz", "niet reproduceer", "onvolledig", "ongeldig", "inte reproducer", "ofullständig", "ogiltig",
	}
)

// ended tells how an item ended, by the names of its resolution and status: either
// may say so, and "Closed" or "Done" alone says delivered.
func ended(category backlog.Category, status, resolution string) backlog.Outcome {
	if category != backlog.Done {
		return backlog.Open
	}
	said := plainWord(resolution) + "\n" + plainWord(status)
	for _, way := range []struct {
		words   []string
		outcome backlog.Outcome
	}{{duplicateWords, backlog.Duplicate}, {discardedWords, backlog.Discarded}, {declinedWords, backlog.Declined}} {
		if slices.ContainsFunc(way.words, func(w string) bool { return strings.Contains(said, w) }) {
			return way.outcome
		}
	}
	return backlog.Delivered
}

func plainWord(s string) string {
	return apostrophes.Replace(strings.ToLower(strings.TrimSpace(s)))
}

var apostrophes = strings.NewReplacer("'", "", "’", "", "`", "")

var bugWords = []string{"bug", "defect", "fehler", "défaut", "anomalie", "erro", "error", "defeito", "fout", "bugg", "felrapport", "缺陷", "故障"}

// levelOf tells where a type stands. Sites before hierarchy levels say only which
// types are sub-tasks; an Epic is then known by its name.
func levelOf(t issueType) backlog.Level {
	name := plainWord(t.original())
	switch {
	case t.HierarchyLevel != nil && *t.HierarchyLevel > 0:
		return backlog.FeatureLevel
	case t.Subtask || t.HierarchyLevel != nil && *t.HierarchyLevel < 0:
		return backlog.SubLevel
	case t.HierarchyLevel == nil && (name == "epic" || name == "initiative"):
		return backlog.FeatureLevel
	case t.HierarchyLevel == nil && (name == "sub-task" || name == "subtask"):
		return backlog.SubLevel
	}
	return backlog.BacklogLevel
}

// original is the untranslated name, where there is one.
func (n named) original() string {
	if n.UntranslatedName != "" {
		return n.UntranslatedName
	}
	return n.Name
}

func isBug(t issueType) bool {
	return slices.ContainsFunc([]string{t.UntranslatedName, t.Name}, func(name string) bool {
		return slices.ContainsFunc(strings.FieldsFunc(plainWord(name), func(r rune) bool { return strings.ContainsRune(" -/_", r) }),
			func(word string) bool { return slices.Contains(bugWords, word) })
	})
}

// categories are Jira's own keys and the ids that go with them.
var categories = map[string]backlog.Category{
	"new": backlog.ToDo, "indeterminate": backlog.InProgress, "done": backlog.Done,
	"2": backlog.ToDo, "4": backlog.InProgress, "3": backlog.Done,
}

// bygone are statuses that Jira itself once shipped, by id, and the plainest names:
// workflows change, and histories still name statuses that no list has any more.
var bygone = map[string]backlog.Category{
	"1": backlog.ToDo, "3": backlog.InProgress, "4": backlog.ToDo, "5": backlog.Done, "6": backlog.Done,
	"to do": backlog.ToDo, "open": backlog.ToDo, "backlog": backlog.ToDo, "in progress": backlog.InProgress,
	"done": backlog.Done, "closed": backlog.Done, "resolved": backlog.Done,
}

// relation tells what a link means for the issue that carries it; outward is true
// where this issue is the one that acts.
func relation(typeName, inwardWords, outwardWords string, outward bool) backlog.Relation {
	about := plainWord(typeName + " " + inwardWords + " " + outwardWords)
	switch {
	case strings.Contains(about, "split"):
		if outward {
			return backlog.SplitTo
		}
		return backlog.SplitFrom
	case strings.Contains(about, "clone"):
		return backlog.Cloned
	case strings.Contains(about, "duplicat") && outward:
		return backlog.DuplicateOf
	case strings.Contains(about, "block") && outward:
		return backlog.Blocks
	}
	return backlog.Related
}

// requestWords are types of issues that only service desks and feedback tools have.
var requestWords = []string{"service request", "[system]", "support", "customer", "feedback", "serviceanfrage", "kundenanfrage", "demande de service"}

func isRequest(typeName string) bool {
	name := plainWord(typeName)
	return slices.ContainsFunc(requestWords, func(w string) bool { return strings.Contains(name, w) })
}
