package main

// This file finds the people whom the configuration names among those in the data.

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// whoIs gives the configured roles with their persons. Somebody who is not in the data
// keeps the role, so that nobody else is taken for its holder, and makes a warning.
// Two people who could be meant are an error: a guess would judge the wrong one.
func whoIs(lines []roleLine, people []*backlog.Person, names bool) (list []roles.Configured, warnings []string, err error) {
	for _, line := range lines {
		switch found := named(line.Name, people); len(found) {
		case 0:
			who := "The configured " + wordsOf(line.Role)
			if names {
				who += " (" + line.Name + ")"
			}
			warnings = append(warnings, who+" does nothing in this data; check the name in the configuration ("+filepath.Base(line.where)+").")
		case 1:
			line.Person = found[0]
		default:
			return nil, nil, &ambiguousError{line, found}
		}
		list = append(list, line.Configured)
	}
	return list, warnings, nil
}

// ambiguousError is a configured name that several people have.
type ambiguousError struct {
	line  roleLine
	found []*backlog.Person
}

func (e *ambiguousError) Error() string {
	return fmt.Sprintf("%s: %q could be %s; write the account id instead", e.line.where, e.line.Name, candidates(e.found))
}

// Public is the same without anybody's name.
func (e *ambiguousError) Public() string {
	return fmt.Sprintf("the configured %s could be any of %d people (%s); write the account id instead",
		wordsOf(e.line.Role), len(e.found), filepath.Base(e.line.where))
}

// Unwrap says that it is a mistake in the configuration.
func (e *ambiguousError) Unwrap() error { return &usageError{e.Error()} }

// wordsOf is a role as people say it.
func wordsOf(r roles.Role) string { return strings.ReplaceAll(string(r), "_", " ") }

// named are the people whom a word could mean. An account id is unique and goes first.
func named(word string, people []*backlog.Person) []*backlog.Person {
	var found []*backlog.Person
	for _, p := range people {
		if p.ID == word {
			return []*backlog.Person{p}
		}
		if slices.ContainsFunc([]string{p.Mail, p.Login, p.Name}, func(s string) bool { return s != "" && strings.EqualFold(s, word) }) {
			found = append(found, p)
		}
	}
	return found
}

func candidates(people []*backlog.Person) string {
	var list []string
	for _, p := range people {
		list = append(list, fmt.Sprintf("%s (%s)", p.Name, p.ID))
	}
	return strings.Join(list[:len(list)-1], ", ") + " or " + list[len(list)-1]
}
