package jira

// This file finds out since when an issue has its links, and which it had before. Jira
// records both on both ends, by the key of the other one and the words of the link's type:
// "This issue blocks ABC-2". The walk goes backwards, as that over the states: from the
// present links, undoing one change after another.

import (
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// tie is a link while the walk is under way. Its Until is zero as long as it is there.
type tie struct {
	backlog.PastLink
	words string // "blocks"; of one that was taken away with what stands before them
	dated bool   // its making was met
}

// lost is a making that fits to no link: the other issue moved to another project since and
// has another key there, or it was deleted.
type lost struct {
	at         time.Time
	key, words string
}

// tie gives an item its links.
func (r *reader) tie(e *entry) {
	if len(e.links) == 0 && !e.touched.Has(backlog.LinkField) {
		return
	}
	ties := r.shownTies(e)
	var missed []lost
	if e.touched.Has(backlog.LinkField) {
		ties, missed = r.untie(e, ties)
		missed = slices.DeleteFunc(missed, func(m lost) bool { return moved(ties, m) })
	}
	for _, t := range ties {
		vague := !t.dated && (len(missed) > 0 || !e.recorded)
		if t.Until.IsZero() {
			e.item.Links = append(e.item.Links, t.Link)
			if !vague {
				continue
			}
			t.Until = r.snap.PulledAt
		} else if !t.Unclear {
			r.lore.away = append(r.lore.away, away{e.item, len(e.item.PastLinks), t.words})
		}
		t.Unclear = t.Unclear || vague
		e.item.PastLinks = append(e.item.PastLinks, t.PastLink)
	}
}

// untie walks back over the changes of links.
func (r *reader) untie(e *entry, ties []tie) ([]tie, []lost) {
	var missed []lost
	for _, h := range slices.Backward(e.histories) {
		for _, c := range slices.Backward(h.Items) {
			if r.fields.kind(c) != backlog.LinkField {
				continue
			}
			at, made, gone := h.Created.Time(), string(c.To), string(c.From)
			if made != "" {
				words := wordsOf(string(c.ToString), made)
				if i := r.made(ties, made, words); i >= 0 {
					ties[i].Made, ties[i].dated = at, true
				} else {
					missed = append(missed, lost{at, made, words})
				}
			}
			if gone != "" || made == "" { // of what has no key, nothing is known
				l := backlog.PastLink{Link: backlog.Link{Key: r.keyNow(gone)}, Until: at, Unclear: gone == ""}
				ties = append(ties, tie{PastLink: l, words: wordsOf(string(c.FromString), gone), dated: l.Unclear})
			}
		}
	}
	return ties, missed
}

// made finds the link that was made to an issue; of several, that with the same words. -1 for
// none.
func (r *reader) made(ties []tie, key, words string) int {
	key = r.keyNow(key)
	found := -1
	for i, t := range ties {
		if t.dated || t.Key != key {
			continue
		}
		if endsIn(words, t.words) {
			return i
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

// moved dates the link to an issue that has moved to another project since, and reports
// whether there is just one that it can be.
func moved(ties []tie, m lost) bool {
	found := -1
	for i, t := range ties {
		if t.dated || projectOf(t.Key) == projectOf(m.key) || !endsIn(m.words, t.words) {
			continue
		}
		if found >= 0 {
			return false
		}
		found = i
	}
	if found >= 0 {
		ties[found].Made, ties[found].dated = m.at, true
	}
	return found >= 0
}

// keyNow is the key that an issue has now, if that is known.
func (r *reader) keyNow(key string) string {
	if e := r.byKey[key]; e != nil {
		return e.item.Key
	}
	return key
}

// wordsOf is what a history says of a link, without the key of the other side.
func wordsOf(said, key string) string {
	return strings.TrimSpace(strings.TrimSuffix(said, key))
}
