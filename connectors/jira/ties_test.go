package jira_test

// These tests hold since when issues have their links, and which they had, by what their
// histories say.

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// shown is a present link: the side that acts, or that is acted upon, and the key there.
func shown(name, inward, outward, side, key, kind string) string {
	return fmt.Sprintf(`{"type":{"name":%q,"inward":%q,"outward":%q},"%sIssue":{"key":%q,"fields":{"issuetype":{"name":%q}}}}`, name, inward, outward, side, key, kind)
}

func blocks(key string) string {
	return shown("Blocks", "is blocked by", "blocks", "outward", key, "Story")
}

// logged is a history on a day of March, in the form of Jira's own.
func logged(day int, items ...string) string {
	return fmt.Sprintf(`{"id":"%d","created":"2026-03-%02dT09:00:00.000+0000","items":[%s]}`, 100+day, day, strings.Join(items, ","))
}

func linking(words, key string) string {
	return fmt.Sprintf(`{"field":"Link","fieldtype":"jira","from":null,"fromString":null,"to":%q,"toString":"%s %s"}`, key, words, key)
}

func unlinking(words, key string) string {
	return fmt.Sprintf(`{"field":"Link","fieldtype":"jira","from":%q,"fromString":"%s %s","to":null,"toString":null}`, key, words, key)
}

const desk = `"Types":[{"id":"1","name":"Story"},{"id":"2","name":"[System] Service request"}]`

// tied writes the links of an item, and those of its past.
func tied(it *backlog.Item) (out []string) {
	day := func(l backlog.Link) string {
		name := map[backlog.Relation]string{backlog.Related: "related", backlog.Blocks: "blocks", backlog.Cloned: "cloned", backlog.SplitFrom: "split from", backlog.DuplicateOf: "duplicate of"}[l.Relation]
		if l.Customer {
			name = "of customer"
		}
		from := "the beginning"
		if !l.Made.IsZero() {
			from = l.Made.UTC().Format("2 January")
		}
		return fmt.Sprintf("%s %s from %s", name, l.Key, from)
	}
	for _, l := range it.Links {
		out = append(out, day(l))
	}
	for _, l := range it.PastLinks {
		line := day(l.Link) + " to " + l.Until.UTC().Format("2 January")
		if l.Unclear {
			line = "unclear: " + line
		}
		out = append(out, line)
	}
	return out
}

func TestTies(t *testing.T) {
	for name, c := range map[string]struct {
		about  string
		links  []string
		log    []string
		others []connectors.Document
		want   []string
	}{
		"made":               {links: []string{blocks("B-1")}, log: []string{logged(3, linking("This issue blocks", "B-1"))}, want: []string{"blocks B-1 from 3 March"}},
		"made with the item": {links: []string{blocks("B-1")}, want: []string{"blocks B-1 from the beginning"}},
		"made together": {links: []string{blocks("B-1"), blocks("B-2")}, log: []string{logged(3, linking("This issue blocks", "B-1"), linking("This issue blocks", "B-2"))},
			want: []string{"blocks B-1 from 3 March", "blocks B-2 from 3 March"}},
		"two to one issue": {links: []string{shown("Relates", "relates to", "relates to", "outward", "B-1", ""), blocks("B-1")},
			log:  []string{logged(3, linking("This issue blocks", "B-1")), logged(5, linking("This issue relates to", "B-1"))},
			want: []string{"related B-1 from 5 March", "blocks B-1 from 3 March"}},
		"under a name of before": {links: []string{shown("Blocks", "hängt ab von", "verhindert", "outward", "B-1", "")}, log: []string{logged(3, linking("This issue blocks", "B-1"))},
			want: []string{"blocks B-1 from 3 March"}},
		"taken away, and made again": {links: []string{blocks("B-1")},
			log:  []string{logged(3, linking("This issue blocks", "B-1")), logged(5, unlinking("This issue blocks", "B-1")), logged(7, linking("This issue blocks", "B-1"))},
			want: []string{"blocks B-1 from 7 March", "blocks B-1 from 3 March to 5 March"}},
		"taken away, there from the beginning": {log: []string{logged(5, unlinking("This issue is blocked by", "B-1"))}, want: []string{"related B-1 from the beginning to 5 March"}},
		"of words that another link explains": {links: []string{shown("Cloners", "wird geklont von", "klont", "outward", "B-1", "")},
			log:  []string{logged(2, linking("Dieser Vorgang klont", "B-1")), logged(3, linking("Dieser Vorgang klont", "B-2")), logged(4, unlinking("Dieser Vorgang klont", "B-2"))},
			want: []string{"cloned B-1 from 2 March", "cloned B-2 from 3 March to 4 March"}},
		"of words that nobody explains": {log: []string{logged(3, linking("This issue impedes", "B-2")), logged(4, unlinking("This issue impedes", "B-2"))},
			want: []string{"unclear: related B-2 from 3 March to 4 March"}},
		"of words that mean two things": {links: []string{shown("Split story", "touches", "touches", "inward", "B-1", ""), shown("Clone", "touches", "touches", "outward", "B-2", "")},
			log:  []string{logged(2, linking("This issue touches", "B-1"), linking("This issue touches", "B-2")), logged(4, unlinking("This issue touches", "B-3"))},
			want: []string{"split from B-1 from 2 March", "cloned B-2 from 2 March", "unclear: related B-3 from the beginning to 4 March"}},
		"perhaps to a customer's request": {about: desk, log: []string{logged(4, unlinking("This issue relates to", "SUP-1"))},
			want: []string{"unclear: related SUP-1 from the beginning to 4 March"}},
		"no site of requests": {about: `"Types":[{"id":"1","name":"Story"}]`, log: []string{logged(4, unlinking("This issue relates to", "SUP-1"))},
			want: []string{"related SUP-1 from the beginning to 4 March"}},
		"to a customer's request": {about: desk, log: []string{logged(4, unlinking("This issue relates to", "SUP-1"))},
			others: []connectors.Document{issueDocument("8", "A-8", shown("Relates", "relates to", "relates to", "outward", "SUP-1", "[System] Service request")), document("history", "8", "[]")},
			want:   []string{"of customer SUP-1 from the beginning to 4 March"}},
		"to an issue of the team that was moved": {links: []string{blocks("A-8")}, log: []string{logged(3, linking("This issue blocks", "OLD-8"))},
			others: []connectors.Document{issueDocument("8", "A-8"), document("history", "8", "["+logged(4, `{"field":"Key","fromString":"OLD-8","toString":"A-8"}`)+"]")},
			want:   []string{"blocks A-8 from 3 March"}},
		"to an issue that was moved after this one was fetched": {links: []string{blocks("OLD-8")}, log: []string{logged(3, linking("This issue blocks", "OLD-8"))},
			others: []connectors.Document{issueDocument("8", "A-8"), document("history", "8", "["+logged(4, `{"field":"Key","fromString":"OLD-8","toString":"A-8"}`)+"]")},
			want:   []string{"blocks A-8 from 3 March"}},
		"to an issue elsewhere that was moved": {links: []string{blocks("NEW-1"), blocks("B-1")}, log: []string{logged(2, linking("This issue blocks", "B-1")), logged(3, linking("This issue blocks", "OLD-1"))},
			want: []string{"blocks NEW-1 from 3 March", "blocks B-1 from 2 March"}},
		"one of two that was moved": {links: []string{blocks("NEW-1"), blocks("NEW-2")}, log: []string{logged(3, linking("This issue blocks", "OLD-1"))},
			want: []string{"blocks NEW-1 from the beginning", "blocks NEW-2 from the beginning", "unclear: blocks NEW-1 from the beginning to 17 March", "unclear: blocks NEW-2 from the beginning to 17 March"}},
		"to an issue that was deleted": {log: []string{logged(3, linking("This issue blocks", "B-1"))}},
		"with no key": {links: []string{blocks("B-1")}, log: []string{logged(2, linking("This issue blocks", "B-1")), logged(3, `{"field":"Link","fieldtype":"jira","from":null,"to":null,"toString":"changed"}`)},
			want: []string{"blocks B-1 from 2 March", "unclear: related  from the beginning to 3 March"}},
		"of an import, before the item's time": {links: []string{blocks("B-1")}, log: []string{logged(1, linking("This issue blocks", "B-1"))}, want: []string{"blocks B-1 from 1 March"}},
		"after the pull":                       {links: []string{blocks("B-1")}, log: []string{logged(18, linking("This issue blocks", "B-1"))}, want: []string{"blocks B-1 from 18 March"}},
		"no history":                           {links: []string{blocks("B-1")}, log: []string{"none"}, want: []string{"blocks B-1 from the beginning", "unclear: blocks B-1 from the beginning to 17 March"}},
	} {
		t.Run(name, func(t *testing.T) {
			docs := append(c.others, issueDocument("7", "A-7", c.links...))
			if len(c.log) != 1 || c.log[0] != "none" {
				docs = append(docs, document("history", "7", "["+strings.Join(c.log, ",")+"]"))
			}
			extra := c.about
			if extra == "" {
				extra = `"Types":[{"id":"1","name":"Story"}]`
			}
			snap := readingOf(t, strings.Replace(about, `"Expected":1`, extra, 1), docs...)
			for _, it := range snap.Items {
				if diff := cmp.Diff(c.want, tied(it)); it.Key == "A-7" && diff != "" {
					t.Errorf("the links are (-want +got):\n%s", diff)
				}
			}
		})
	}
}

func issueDocument(id, key string, links ...string) connectors.Document {
	return document("issue", id, fmt.Sprintf(`{"id":%q,"key":%q,"fields":{"created":"2026-03-01T12:00:00.000+0000","issuetype":{"id":"1","name":"Story"},"issuelinks":[%s]}}`, id, key, strings.Join(links, ",")))
}
