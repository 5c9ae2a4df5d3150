package jira

// This file holds the shapes of Jira's answers, as far as they are read.

import (
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

type user struct {
	AccountID    string `json:"accountId"`
	AccountType  string `json:"accountType"`
	DisplayName  string `json:"displayName"`
	EmailAddress string `json:"emailAddress"`
	Name         string `json:"name"`
	Key          string `json:"key"`
}

// named is what most of Jira's small things have.
type named struct {
	ID               id     `json:"id"`
	Name             string `json:"name"`
	UntranslatedName string `json:"untranslatedName"`
}

type status struct {
	named
	StatusCategory struct {
		ID  id     `json:"id"`
		Key string `json:"key"`
	} `json:"statusCategory"`
}

type issueType struct {
	named
	Subtask        bool `json:"subtask"`
	HierarchyLevel *int `json:"hierarchyLevel"`
}

type field struct {
	ID               string `json:"id"`
	Name             string `json:"name"`
	UntranslatedName string `json:"untranslatedName"`
	Schema           struct {
		Type   string `json:"type"`
		Items  string `json:"items"`
		Custom string `json:"custom"`
		System string `json:"system"`
	} `json:"schema"`
}

type board struct {
	ID       id     `json:"id"`
	Name     string `json:"name"`
	Type     string `json:"type"`
	Location struct {
		ProjectKey string `json:"projectKey"`
	} `json:"location"`
}

type configuration struct {
	Type   string `json:"type"`
	Filter struct {
		ID id `json:"id"`
	} `json:"filter"`
	ColumnConfig struct {
		Columns []struct {
			Name     string  `json:"name"`
			Statuses []named `json:"statuses"`
		} `json:"columns"`
	} `json:"columnConfig"`
	Estimation struct {
		Type  string `json:"type"`
		Field struct {
			FieldID string `json:"fieldId"`
		} `json:"field"`
	} `json:"estimation"`
	Ranking struct {
		RankCustomFieldID id `json:"rankCustomFieldId"`
	} `json:"ranking"`
}

type sprint struct {
	ID            id     `json:"id"`
	Name          string `json:"name"`
	State         string `json:"state"`
	Goal          string `json:"goal"`
	StartDate     stamp  `json:"startDate"`
	EndDate       stamp  `json:"endDate"`
	CompleteDate  stamp  `json:"completeDate"`
	OriginBoardID id     `json:"originBoardId"`
	BoardID       id     `json:"boardId"`
}

// history is one act. Of a large team, a million of them are held at a time.
type history struct {
	ID      serial
	Created instant
	Author  *user
	*deed
}

// deed is what an act changed. Equal ones are shared.
type deed struct{ Items []change }

// change is one field's change. Null and "" mean the same in it. What a text was changed to
// is not kept: nobody compares it with what came next.
type change struct {
	*changed
	From, FromString, To, ToString loose
}

// changed is how a history names the field. All changes of a field share one.
type changed struct {
	fieldName
	form form           // of a change of parent
	kind backlog.Fields // see fieldMap.kind; 0: not asked for yet
}

// form is one of the ways in which Jira records the same change of parent.
type form int8

const (
	noForm      form = iota
	olderForm        // an Epic Link, or a Parent Link
	association      // an IssueParentAssociation
)

func (n fieldName) form() form {
	switch {
	case strings.EqualFold(n.Field, "epic link"), strings.EqualFold(n.Field, "parent link"):
		return olderForm
	case strings.EqualFold(n.Field, "issueparentassociation"):
		return association
	}
	return noForm
}

type fieldName struct {
	Field     string
	FieldType string // jira or custom
	FieldID   string // Cloud only
}

// isComment reports whether the change is the deletion or edit of a comment, which
// carries its text.
func (n fieldName) isComment() bool { return strings.EqualFold(n.Field, "comment") }

// isText reports whether it is one of Jira's own long texts.
func (n fieldName) isText() bool {
	return n.FieldType != "custom" && (n.FieldID == "" || n.FieldID == n.Field) && (n.Field == "description" || n.Field == "environment")
}

type comment struct {
	ID      id
	Author  *user
	said    said
	Created stamp
}

// said is a text as it reads without its markup.
type said struct {
	text string
	on   []string // accounts whom it calls on
	long bool     // it was too long to be read whole
}
