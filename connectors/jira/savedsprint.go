package jira

// This file tells Sprints in issues by their values, for files without the board's own
// list and without a list of fields that would name their field.

import (
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// savedSprints gives the Sprints in the value of a field as objects, whichever way they
// are written; none, if it holds anything else.
func savedSprints(raw jsontext.Value) []jsontext.Value {
	values := []jsontext.Value{raw}
	if raw.Kind() == '[' {
		values = nil
		_ = decode(raw, &values)
	}
	var out []jsontext.Value
	for _, one := range values {
		object := one
		if one.Kind() == '"' {
			object = javaObject(one)
		}
		var told struct {
			sprint
			State *string `json:"state"`
		}
		if decode(object, &told) != nil || told.ID == "" || told.State == nil || told.Name == "" {
			return nil
		}
		out = append(out, object)
	}
	return out
}

const javaMark = "com.atlassian.greenhopper.service.sprint.Sprint@"

// javaObject turns the text that Java makes of a Sprint into the object of other
// answers; nil, if it is another text.
func javaObject(raw jsontext.Value) jsontext.Value {
	var text string
	if decode(raw, &text) != nil || !strings.HasPrefix(text, javaMark) {
		return nil
	}
	s := javaSprint(text)
	object := map[string]string{"id": string(s.ID), "name": s.Name, "state": s.State, "goal": s.Goal, "boardId": string(s.BoardID)}
	for key, at := range map[string]stamp{"startDate": s.StartDate, "endDate": s.EndDate, "completeDate": s.CompleteDate} {
		if !at.IsZero() {
			object[key] = at.Format(time.RFC3339Nano)
		}
	}
	for key, value := range object {
		if value == "" {
			delete(object, key)
		}
	}
	out, err := json.Marshal(object, lenient, json.Deterministic(true))
	if err != nil {
		return nil
	}
	return out
}
