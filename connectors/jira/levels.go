package jira

// This file finds the levels of types where the answers do not tell them: those of a Data
// Center say which types are sub-tasks, and nothing of what is above a story.

import "github.com/rolehealth/rolehealth/analyze/backlog"

// raise puts the types on the level of features that something hangs below: an Epic
// Link leads to an epic, a Parent Link to what is above epics.
func (r *reader) raise() {
	for _, e := range r.entries {
		r.raiseBy(e, r.fields.epicLink)
		r.raiseBy(e, r.fields.parentLink)
	}
}

func (r *reader) raiseBy(e *entry, links []string) {
	for _, field := range links {
		above := r.byKey[keyIn(e.others.of(field))]
		if above == nil || above == e || above.kind.Subtask || above.kind.HierarchyLevel != nil {
			continue
		}
		t := r.types[string(above.kind.ID)]
		if t == nil {
			t = r.addType(*above.kind)
		}
		t.Level = backlog.FeatureLevel
	}
}
