package jira

// This file opens a single saved issue: whether Read will understand it, when it was
// last touched, and whether its history came whole.

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// SavedIssue is one issue as a search page, or an answer about it alone, has it.
type SavedIssue struct {
	ID, Key  string
	Site     string    // the address of the Jira it came from; "" where it does not tell
	Updated  time.Time // as the issue itself says
	Newest   time.Time // the newest moment in it that is not after the given now
	Recorded bool      // its history came, and whole
	Cut      bool      // its history came, and may be a part
	Silent   bool      // it came with fewer comments than it has
	Sprints  []jsontext.Value
	Ranks    map[string]string // by field id: values that look like a place in the order
	Names    map[string]string // by field id, what histories call it

	body      jsontext.Value
	histories []jsontext.Value
}

// savedChangelog is a history as it comes along with an issue.
type savedChangelog struct {
	Total     *int             `json:"total"`
	Histories []jsontext.Value `json:"histories"`
}

// The most histories that Jira Cloud sends along with an issue: in a search, and
// with a single one. It keeps silent about the rest.
const (
	searchCut = 40
	issueCut  = 100
)

// OpenIssue reads an issue. Its error says what keeps it from being read.
func OpenIssue(raw jsontext.Value, now time.Time) (*SavedIssue, error) {
	var in struct {
		ID        id                        `json:"id"`
		Key       string                    `json:"key"`
		Self      string                    `json:"self"`
		Fields    map[string]jsontext.Value `json:"fields"`
		Changelog *savedChangelog           `json:"changelog"`
	}
	if err := unmarshal(raw, &in); err != nil {
		return nil, errors.New("it is no issue")
	}
	var created, updated stamp
	if err := decode(in.Fields["created"], &created); in.ID == "" || in.Key == "" || err != nil || created.IsZero() {
		return nil, errors.New("it has no id, no key or no date of creation")
	}
	_ = decode(in.Fields["updated"], &updated) // without it, the issue is as old as what it holds
	s := &SavedIssue{ID: string(in.ID), Key: in.Key, Updated: updated.Time, Ranks: map[string]string{}, Names: map[string]string{}}
	s.see(now, created.Time, updated.Time)
	for _, name := range []string{"resolutiondate", "statuscategorychangedate"} {
		var at stamp
		if decode(in.Fields[name], &at) == nil {
			s.see(now, at.Time)
		}
	}
	s.Site, _, _ = strings.Cut(in.Self, "/rest/")
	if !strings.HasPrefix(s.Site, "https://") && !strings.HasPrefix(s.Site, "http://") {
		s.Site = ""
	}
	if err := s.hear(in.Fields["comment"], now); err != nil {
		return nil, err
	}
	if err := s.remember(in.Changelog, now); err != nil {
		return nil, err
	}
	s.look(in.Fields)
	var err error
	s.body, err = json.Marshal(map[string]any{"id": s.ID, "key": s.Key, "fields": in.Fields}, lenient, json.Deterministic(true))
	return s, err
}

// see keeps the newest moment. What is dated after now was dated by a wrong clock.
func (s *SavedIssue) see(now time.Time, moments ...time.Time) {
	for _, at := range moments {
		if at.After(s.Newest) && !at.After(now) {
			s.Newest = at
		}
	}
}

func (s *SavedIssue) hear(raw jsontext.Value, now time.Time) error {
	var field commentField
	if err := decode(raw, &field); err != nil {
		return errors.New("its comments are of another shape")
	}
	s.Silent = field.Total != nil && *field.Total > len(field.Comments)
	for _, one := range field.Comments {
		var c struct {
			ID      id    `json:"id"`
			Author  *user `json:"author"`
			Created stamp `json:"created"`
		}
		if err := decode(one, &c); err != nil {
			return errors.New("one of its comments is of another shape")
		}
		s.see(now, c.Created.Time)
	}
	return nil
}

// remember takes the history, if it is whole: a part would tell a wrong story.
func (s *SavedIssue) remember(log *savedChangelog, now time.Time) error {
	if log == nil {
		return nil
	}
	cloud := false
	read, err := newThrift().log(join(log.Histories))
	if err != nil || slices.ContainsFunc(read, func(h history) bool { return h.Created == 0 }) {
		return errors.New("its history is of another shape")
	}
	for _, h := range read {
		s.see(now, h.Created.Time())
		cloud = cloud || h.Author != nil && h.Author.AccountID != ""
		for _, c := range h.Items {
			if c.FieldID != "" {
				s.Names[c.FieldID] = c.Field
			}
		}
	}
	n := len(log.Histories)
	cut := n == searchCut || n == issueCut
	if log.Total == nil && cut || log.Total != nil && n != *log.Total || cloud && cut {
		s.Cut = true
		return nil
	}
	tidied, err := tidy(log.Histories)
	if err != nil {
		return fmt.Errorf("its history cannot be read: %w", err)
	}
	s.histories, s.Recorded = tidied, true
	return nil
}

// look finds, by their values, the fields that only a list of fields would name, and
// drops the empty ones.
func (s *SavedIssue) look(fields map[string]jsontext.Value) {
	for name, raw := range fields {
		switch {
		case !strings.HasPrefix(name, "customfield_") && !agileSprint(name):
			continue
		case len(raw) == 0 || raw.Kind() == 'n':
			delete(fields, name)
			continue
		case raw.Kind() == '"' && bytes.IndexByte(raw, '|') > 0:
			var rank string
			if decode(raw, &rank) == nil && looksLikeRank(rank) {
				s.Ranks[name] = rank
			}
			continue
		}
		if sprints := savedSprints(raw); len(sprints) > 0 {
			s.Sprints = append(s.Sprints, sprints...)
			fields[name], _ = json.Marshal(sprints, lenient)
			s.Names[name] = "Sprint"
		}
	}
}

// agileSprint reports whether the field is one of those in which a board's own
// addresses give Sprints.
func agileSprint(name string) bool { return name == "sprint" || name == "closedSprints" }

// looksLikeRank reports whether a value is a place in an order as Jira writes it,
// such as 0|i0003r:zz.
func looksLikeRank(s string) bool {
	bucket, place, ok := strings.Cut(s, "|")
	digits, _, colon := strings.Cut(place, ":")
	return ok && colon && len(bucket) == 1 && bucket[0] >= '0' && bucket[0] <= '2' && len(digits) >= 3 &&
		strings.Trim(place, "0123456789abcdefghijklmnopqrstuvwxyz:") == ""
}
