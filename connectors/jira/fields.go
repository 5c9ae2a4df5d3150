package jira

// This file knows which field is which. Custom fields have another number on every
// site and names that people translate, so they are found by the type that Jira
// gives them; only what has no type of its own is found by name.

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// fieldMap lists the ids of the fields that matter. There may be several of a kind:
// of each item the first one with a value counts.
type fieldMap struct {
	sprint, rank, epicLink, parentLink, flagged []string
	points, criteria, goal, customers           []string

	listed  bool                      // the site told its fields: ids decide, names do not
	kinds   map[string]backlog.Fields // by id, what a change of the field means
	names   map[string][]string       // the ids of custom fields, by name: Data Center's histories tell no id
	unknown []string                  // configured ids that the site does not have
}

// Jira's own types of custom fields.
const (
	sprintType     = "com.pyxis.greenhopper.jira:gh-sprint"
	rankType       = "com.pyxis.greenhopper.jira:gh-lexo-rank"
	epicLinkType   = "com.pyxis.greenhopper.jira:gh-epic-link"
	estimateType   = "com.pyxis.greenhopper.jira:jsw-story-points"
	parentLinkType = "com.atlassian.jpo:jpo-custom-field-parent"
	checkboxType   = "com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes"
	floatType      = "com.atlassian.jira.plugin.system.customfieldtypes:float"
)

// Names of fields that have no type of their own, in lower case.
var (
	pointNames    = []string{"story points", "story point estimate"}
	flagNames     = []string{"flagged", "impediment", "markiert"}
	criteriaNames = []string{"acceptance criteria", "acceptance criterion", "acceptance criteria (ac)", "akzeptanzkriterien", "abnahmekriterien", "critères d'acceptation", "criterios de aceptación", "critérios de aceitação", "acceptatiecriteria", "acceptanskriterier"}
	goalNames     = []string{"goal", "objective", "expected outcome", "ziel", "objectif", "objetivo", "doel", "mål"}
	customerNames = []string{"customer", "customers", "customer name", "kunde", "kunden", "client", "clients", "cliente", "clientes", "klant", "klanten", "kund", "kunder"}
	dateTypes     = []string{"date", "datetime"}
	writtenTypes  = []string{"string", "array", "option", "any", "option-with-child"}
	timeEstimate  = "timeoriginalestimate"
)

// discover finds the fields by type, by the board's own configuration and by what
// was configured.
func discover(fields []field, board configuration, want connectors.Fields) fieldMap {
	m := fieldMap{listed: len(fields) > 0, kinds: map[string]backlog.Fields{}, names: map[string][]string{}}
	known := map[string]bool{}
	slices.SortFunc(fields, func(a, b field) int { return strings.Compare(a.ID, b.ID) })
	for _, f := range fields {
		known[f.ID] = true
		m.name(f)
		m.sort(f)
	}
	if id := board.Estimation.Field.FieldID; id != "" {
		m.points = []string{id}
	}
	if id := board.Ranking.RankCustomFieldID; id != "" {
		m.rank = append(m.rank, "customfield_"+string(id))
	}
	for _, w := range []struct {
		id   string
		into *[]string
	}{{want.Criteria, &m.criteria}, {want.Goal, &m.goal}, {want.Customer, &m.customers}} {
		if w.id != "" {
			*w.into = []string{w.id}
			if m.listed && !known[w.id] {
				m.unknown = append(m.unknown, w.id)
			}
		}
	}
	m.index()
	return m
}

// name remembers what a custom field is called.
func (m *fieldMap) name(f field) {
	if f.Schema.Custom == "" {
		return
	}
	names := []string{strings.ToLower(f.Name), strings.ToLower(f.UntranslatedName)}
	for _, name := range slices.Compact(names) {
		if name != "" {
			m.names[name] = append(m.names[name], f.ID)
		}
	}
}

// sort files one field under what it is.
func (m *fieldMap) sort(f field) {
	name := strings.ToLower(strings.TrimSpace(f.UntranslatedName))
	if name == "" {
		name = strings.ToLower(strings.TrimSpace(f.Name))
	}
	written := slices.Contains(writtenTypes, f.Schema.Type) && f.Schema.Custom != ""
	switch {
	case f.Schema.Custom == sprintType:
		m.sprint = append(m.sprint, f.ID)
	case f.Schema.Custom == rankType:
		m.rank = append(m.rank, f.ID)
	case f.Schema.Custom == epicLinkType:
		m.epicLink = append(m.epicLink, f.ID)
	case f.Schema.Custom == parentLinkType:
		m.parentLink = append(m.parentLink, f.ID)
	case f.Schema.Custom == estimateType:
		m.points = slices.Insert(m.points, 0, f.ID)
	case f.Schema.Custom == floatType && slices.Contains(pointNames, name):
		m.points = append(m.points, f.ID)
	case f.Schema.Custom == checkboxType && slices.Contains(flagNames, name):
		m.flagged = append(m.flagged, f.ID)
	case written && slices.Contains(criteriaNames, name):
		m.criteria = append(m.criteria, f.ID)
	case written && slices.Contains(goalNames, name):
		m.goal = append(m.goal, f.ID)
	case written && slices.Contains(customerNames, name):
		m.customers = append(m.customers, f.ID)
	case slices.Contains(dateTypes, f.Schema.Type) && f.Schema.Custom != "":
		m.kinds[f.ID] = backlog.DatesField
	}
}

// index makes the lists searchable by id.
func (m *fieldMap) index() {
	for _, list := range []struct {
		kind backlog.Fields
		ids  []string
	}{
		{backlog.SprintField, m.sprint}, {backlog.RankField, m.rank}, {backlog.ParentField, m.epicLink},
		{backlog.ParentField, m.parentLink}, {backlog.EstimateField, m.points}, {backlog.FlagField, m.flagged},
		{backlog.CriteriaField, m.criteria}, {backlog.GoalField, m.goal}, {backlog.CustomersField, m.customers},
	} {
		for _, id := range list.ids {
			m.kinds[id] = list.kind
		}
	}
}

// wanted lists the fields to ask for; all, where the site does not tell which it has.
func (m fieldMap) wanted() []string {
	if !m.listed {
		return []string{"*all"}
	}
	want := []string{"summary", "description", "issuetype", "status", "resolution", "priority", "assignee", "reporter", "creator",
		"created", "updated", "labels", "parent", "issuelinks", "comment", "project"}
	for _, ids := range [][]string{m.sprint, m.epicLink, m.parentLink, m.flagged, m.points, m.criteria, m.goal, m.customers} {
		want = append(want, ids...)
	}
	return want
}

// quiet is wanted without the comments.
func (m fieldMap) quiet() []string {
	if !m.listed {
		return []string{"*all", "-comment"}
	}
	return slices.DeleteFunc(m.wanted(), func(field string) bool { return field == "comment" })
}

// The fields that every site has, and the words that histories use for them, in
// lower case. Resolutions stand for the outcome.
var systemKinds = map[string]backlog.Fields{
	"summary": backlog.TitleField, "description": backlog.DescriptionField, "issuetype": backlog.TypeField,
	"status": backlog.StatusField, "resolution": backlog.OutcomeField, "priority": backlog.PriorityField,
	"assignee": backlog.AssigneeField, "labels": backlog.LabelsField,
	"issueparentassociation": backlog.ParentField, "parent": backlog.ParentField,
	"link": backlog.LinkField, "attachment": backlog.AttachmentField,
	"duedate": backlog.DatesField, "fixversions": backlog.DatesField, "fix version": backlog.DatesField,
	"timeestimate": backlog.EffortField, "timeoriginalestimate": backlog.EffortField, "timespent": backlog.EffortField,
	"worklogid": backlog.EffortField, "worklogtimespent": backlog.EffortField,
	"key": backlog.ProjectField, "project": backlog.ProjectField, "workflow": backlog.ProjectField,
}

// What the custom fields are called in histories, for sites that do not list them.
var customKinds = map[string]backlog.Fields{
	"sprint": backlog.SprintField, "rank": backlog.RankField, "epic link": backlog.ParentField, "parent link": backlog.ParentField,
	"story points": backlog.EstimateField, "story point estimate": backlog.EstimateField, "flagged": backlog.FlagField,
	"start date": backlog.DatesField, "end date": backlog.DatesField, "target start": backlog.DatesField, "target end": backlog.DatesField,
	"acceptance criteria": backlog.CriteriaField,
}

// kind tells what a change is about. A reordering is known by its English words,
// whatever the field is called.
func (m *fieldMap) kind(c change) backlog.Fields {
	if ranked(c) != 0 {
		return backlog.RankField
	}
	if c.changed.kind == 0 {
		c.changed.kind = m.kindOf(c.fieldName)
	}
	return c.changed.kind
}

func (m *fieldMap) kindOf(f fieldName) backlog.Fields {
	if f.FieldID == "" {
		return m.kindByName(strings.ToLower(f.Field), f.FieldType == "custom")
	}
	if kind, ok := m.kinds[f.FieldID]; ok {
		return kind
	}
	if !strings.HasPrefix(f.FieldID, "customfield_") {
		return cmp.Or(systemKinds[strings.ToLower(f.FieldID)], backlog.OtherField)
	}
	if kind, ok := customKinds[strings.ToLower(f.Field)]; ok && !m.listed {
		return kind
	}
	return backlog.OtherField
}

// kindByName tells it where the history names no id. What is not Jira's own is looked
// up in the site's list, whose names may be translated; a name that the list has no
// more is taken for the field that Jira ships under it.
func (m *fieldMap) kindByName(word string, custom bool) backlog.Fields {
	if kind := cmp.Or(m.kinds[word], systemKinds[word]); kind != 0 && !custom {
		return kind
	}
	for _, id := range m.names[word] {
		if kind := m.kinds[id]; kind != 0 {
			return kind
		}
	}
	if len(m.names[word]) > 0 {
		return backlog.OtherField
	}
	return cmp.Or(customKinds[word], backlog.OtherField)
}

// ranked is +1 for a move up the backlog, -1 for one down, 0 for anything else.
func ranked(c change) int8 {
	switch {
	case strings.EqualFold(string(c.ToString), "Ranked higher"):
		return 1
	case strings.EqualFold(string(c.ToString), "Ranked lower"):
		return -1
	}
	return 0
}

// learn adds the ids that histories tell for fields the site did not list.
func (m *fieldMap) learn(c change) {
	if m.listed || !strings.HasPrefix(c.FieldID, "customfield_") || m.kinds[c.FieldID] != 0 {
		return
	}
	kind := m.kindOf(c.fieldName) // which may be learnt from another change still
	if ranked(c) != 0 {
		kind = backlog.RankField
	}
	lists := map[backlog.Fields]*[]string{
		backlog.SprintField: &m.sprint, backlog.RankField: &m.rank, backlog.EstimateField: &m.points,
		backlog.FlagField: &m.flagged, backlog.CriteriaField: &m.criteria,
	}
	if list := lists[kind]; list != nil {
		m.kinds[c.FieldID] = kind
		*list = append(*list, c.FieldID)
	}
}
