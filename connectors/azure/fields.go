package azure

// This file knows the fields of work items: which are asked for, under which short name
// a document keeps each of them, and which the organisation calls order and effort.

import (
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/connectors"
)

// field is one of the things a work item tells. Documents keep it under its name here.
type field int

const (
	typeField field = iota
	stateField
	reasonField
	titleField
	descriptionField
	stepsField // to reproduce, which bugs have in place of a description
	criteriaField
	goalField
	customerField
	assigneeField
	priorityField
	tagsField
	iterationField // its number
	iterationPathField
	areaField
	projectField
	parentField
	orderField
	effortField
	columnField
	commentsField // how many
	spokenField   // what was said with the revision; it does not last
	attachmentsField
	blockedField
	deletedField
	changedByField
	changedDateField
	authorizedField // who really entered it
	createdByField
	createdDateField
	startField   // date
	targetField  // date
	dueField     // date
	finishField  // date
	remainField  // work
	plannedField // work
	spentField   // work
	fieldCount
)

// fieldNames are the names in documents.
var fieldNames = [fieldCount]string{
	"type", "state", "reason", "title", "description", "steps", "criteria", "goal", "customer", "assignee", "priority", "tags",
	"iteration", "iterationPath", "area", "project", "parent", "order", "effort", "column", "comments", "said", "attachments", "blocked", "deleted",
	"changedBy", "changedDate", "authorizedAs", "createdBy", "createdDate", "start", "target", "due", "finish", "remaining", "planned", "spent",
}

// byName finds a field by its name in documents, between quotes.
var byName = func() map[string]field {
	names := map[string]field{}
	for f, name := range fieldNames {
		names[`"`+name+`"`] = field(f)
	}
	return names
}()

// references are Azure's names for those fields whose names are everywhere the same.
var references = [fieldCount]string{
	typeField: "System.WorkItemType", stateField: "System.State", reasonField: "System.Reason", titleField: "System.Title",
	descriptionField: "System.Description", stepsField: "Microsoft.VSTS.TCM.ReproSteps", criteriaField: "Microsoft.VSTS.Common.AcceptanceCriteria",
	assigneeField: "System.AssignedTo", priorityField: "Microsoft.VSTS.Common.Priority", tagsField: "System.Tags",
	iterationField: "System.IterationId", iterationPathField: "System.IterationPath", areaField: "System.AreaPath", projectField: "System.TeamProject",
	parentField: "System.Parent", columnField: "System.BoardColumn", commentsField: "System.CommentCount", spokenField: "System.History", attachmentsField: "System.AttachedFileCount",
	blockedField: "Microsoft.VSTS.CMMI.Blocked", deletedField: "System.IsDeleted",
	changedByField: "System.ChangedBy", changedDateField: "System.ChangedDate", authorizedField: "System.AuthorizedAs",
	createdByField: "System.CreatedBy", createdDateField: "System.CreatedDate",
	startField: "Microsoft.VSTS.Scheduling.StartDate", targetField: "Microsoft.VSTS.Scheduling.TargetDate",
	dueField: "Microsoft.VSTS.Scheduling.DueDate", finishField: "Microsoft.VSTS.Scheduling.FinishDate",
	remainField: "Microsoft.VSTS.Scheduling.RemainingWork", plannedField: "Microsoft.VSTS.Scheduling.OriginalEstimate",
	spentField: "Microsoft.VSTS.Scheduling.CompletedWork",
}

// long are the fields that hold long text; the last one may hold short text as well.
var long = []field{descriptionField, stepsField, criteriaField, goalField}

// isIdentity reports whether the field names somebody.
func (f field) isIdentity() bool {
	return f == assigneeField || f == changedByField || f == authorizedField || f == createdByField
}

// isSignature reports whether the field only tells by whom and when a revision was made.
func (f field) isSignature() bool { return f >= changedByField && f <= createdDateField }

// fieldMap tells where each field is found.
type fieldMap struct {
	references [fieldCount]string // Azure's names; "" for what the organisation lacks
	by         map[string][]field // the reverse, by the name between quotes: one may serve two ends
	unknown    []string           // configured, and not there
}

// listed is a field as the organisation lists it.
type listed struct {
	Name          string `json:"name"`
	ReferenceName string `json:"referenceName"`
	Type          string `json:"type"`
}

// discover chooses the fields: those of the process, then those that are configured.
// Without a list of what there is, the usual ones are taken on trust.
func discover(list []listed, process backlogConfiguration, configured connectors.Fields) fieldMap {
	m := fieldMap{references: references, by: map[string][]field{}}
	m.references[orderField] = process.Fields.TypeFields["Order"]
	m.references[effortField] = process.Fields.TypeFields["Effort"]
	has := func(name string) bool {
		return slices.ContainsFunc(list, func(l listed) bool { return strings.EqualFold(l.ReferenceName, name) })
	}
	for f, name := range m.references {
		if len(list) > 0 && !has(name) {
			m.references[f] = ""
		}
	}
	for f, name := range map[field]string{criteriaField: configured.Criteria, goalField: goalSource(configured.Goal).field, customerField: configured.Customer} {
		if name == "" {
			continue
		}
		at := slices.IndexFunc(list, func(l listed) bool {
			return strings.EqualFold(l.ReferenceName, name) || strings.EqualFold(l.Name, name)
		})
		switch {
		case at >= 0:
			m.references[f] = list[at].ReferenceName
		case len(list) == 0:
			m.references[f] = name
		default:
			m.unknown = append(m.unknown, name)
		}
	}
	slices.Sort(m.unknown)
	for f, name := range m.references {
		if name != "" {
			quoted := `"` + name + `"`
			m.by[quoted] = append(m.by[quoted], field(f))
		}
	}
	return m
}

// wanted lists Azure's names of all fields.
func (m *fieldMap) wanted() []string {
	var names []string
	for _, name := range m.references {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
