package azurefake

// This file decides whether a condition of a query holds for a work item.

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// holds makes the condition that a field stands in a relation to some values; nil for a
// relation that there is not.
func (s *Server) holds(f field, op string, values []string, precise bool) func(*revision) bool {
	switch op {
	case "under":
		return func(r *revision) bool { return under(words(f.value(r)), values[0]) }
	case "contains":
		return func(r *revision) bool {
			return strings.Contains(strings.ToLower(words(f.value(r))), strings.ToLower(values[0]))
		}
	case "group":
		return func(r *revision) bool { return slices.Contains(s.typesOf(values[0]), words(f.value(r))) }
	case "in", "=":
		return func(r *revision) bool {
			return slices.ContainsFunc(values, func(v string) bool { return versus(f, r, v, precise) == 0 })
		}
	case "<>":
		return func(r *revision) bool { return versus(f, r, values[0], precise) != 0 }
	case ">":
		return func(r *revision) bool { return versus(f, r, values[0], precise) > 0 }
	case ">=":
		return func(r *revision) bool { return versus(f, r, values[0], precise) >= 0 }
	case "<":
		return func(r *revision) bool { return versus(f, r, values[0], precise) < 0 }
	case "<=":
		return func(r *revision) bool { return versus(f, r, values[0], precise) <= 0 }
	}
	return nil
}

// under reports whether a path is another one or below it.
func under(path, root string) bool {
	path, root = strings.ToLower(path), strings.ToLower(root)
	return path == root || strings.HasPrefix(path, root+`\`)
}

// versus compares a field with a value, by what kind of field it is.
func versus(f field, r *revision, value string, precise bool) int {
	is := f.value(r)
	switch f.kind {
	case "integer", "double":
		n, _ := strconv.ParseFloat(value, 64)
		return compare(is, n)
	case "boolean":
		return strings.Compare(strconv.FormatBool(is == true), strings.ToLower(value))
	case "dateTime":
		if is == nil {
			return -1
		}
		at, _ := moment(is.(string), true)
		limit, _ := moment(value, true)
		if !precise {
			at = at.Truncate(24 * 60 * 60 * 1e9)
		}
		return at.Compare(limit)
	case "identity":
		if p, ok := is.(*backlog.Person); ok && p != nil && (strings.EqualFold(p.Name, value) || strings.EqualFold(login(p), value)) {
			return 0
		}
		return 1
	}
	return strings.Compare(strings.ToLower(words(is)), strings.ToLower(value))
}

// words is a value as text.
func words(v any) string {
	text, _ := v.(string)
	return text
}
