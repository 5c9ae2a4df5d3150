package jira

// This file reads Sprints as Data Center writes them into an issue: as the text that
// Java makes of an object, with keys in an order that differs between versions.

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// sprintValues reads an issue's Sprint field in either way of writing.
func sprintValues(raw jsontext.Value) []sprint {
	var several []jsontext.Value
	if decode(raw, &several) != nil {
		several = []jsontext.Value{raw}
	}
	var out []sprint
	for _, one := range several {
		var s sprint
		var text string
		switch {
		case len(one) == 0 || one.Kind() == 'n':
			continue
		case one.Kind() == '"' && decode(one, &text) == nil:
			s = javaSprint(text)
		case decode(one, &s) != nil:
			continue
		}
		if s.ID != "" {
			out = append(out, s)
		}
	}
	return out
}

// javaKey is where a value begins. Names and goals are free text with commas, equal
// signs and brackets in them, so only Jira's own words count, and only where one of
// them can stand.
var javaKey = regexp.MustCompile(`(?:^\[|,)(activatedDate|autoStartStop|completeDate|endDate|goal|id|incompleteIssuesDestinationId|name|rapidViewId|sequence|startDate|state|synced)=`)

// The values that are no free text have one form only.
var javaForms = map[string]*regexp.Regexp{
	"id": regexp.MustCompile(`^\d+$`), "sequence": regexp.MustCompile(`^\d+$`), "rapidViewId": regexp.MustCompile(`^(\d+|<null>)$`),
	"state":     regexp.MustCompile(`^(?i:future|active|closed)$`),
	"startDate": javaDate, "endDate": javaDate, "completeDate": javaDate, "activatedDate": javaDate,
}

var javaDate = regexp.MustCompile(`^(<null>|\d{4}-\d\d-\d\dT[\d:.+Z-]+)$`)

// javaSprint reads com.atlassian.greenhopper.service.sprint.Sprint@1f[id=1,…]. The id
// decides; a text without one is no Sprint.
func javaSprint(text string) sprint {
	at := strings.IndexByte(text, '[')
	if at < 0 || !strings.HasSuffix(text, "]") {
		return sprint{}
	}
	body := text[at : len(text)-1]
	values, last := map[string][]string{}, ""
	starts := javaKey.FindAllStringSubmatchIndex(body, -1)
	for i, start := range starts {
		end := len(body)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		key, value := body[start[2]:start[3]], body[start[1]:end]
		if form := javaForms[key]; form != nil && last != "" && !form.MatchString(value) {
			values[last][len(values[last])-1] += body[start[0]:end] // a name or goal that looks like a key
			continue
		}
		values[key] = append(values[key], strings.TrimPrefix(value, "<null>"))
		last = key
	}
	first := func(key string) string { return append(values[key], "")[0] }
	s := sprint{ID: id(first("id")), Name: first("name"), Goal: first("goal"), State: strings.ToLower(first("state")), BoardID: id(first("rapidViewId"))}
	// A name may hold what looks like an id. The place in the order is the id, as long
	// as nobody has moved the Sprint.
	if order := first("sequence"); slices.Contains(values["id"], order) {
		s.ID = id(cmp.Or(order, string(s.ID)))
	}
	for key, into := range map[string]*stamp{"startDate": &s.StartDate, "endDate": &s.EndDate, "completeDate": &s.CompleteDate} {
		_ = into.UnmarshalJSON([]byte(first(key))) // a date of another form counts as none
	}
	return s
}
