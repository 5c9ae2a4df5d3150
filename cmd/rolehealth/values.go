package main

// This file reads the single values of the configuration: lengths of time, dates,
// roles and declarations.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

const day = 24 * time.Hour

// length reads 180d, 12w or 720h.
func (r *resolver) length(path, text string) (time.Duration, error) {
	units := map[byte]time.Duration{'d': day, 'w': 7 * day, 'h': time.Hour}
	if text != "" {
		n, err := strconv.Atoi(text[:len(text)-1])
		if unit := units[text[len(text)-1]]; err == nil && n > 0 && n < 100_000 && unit > 0 {
			return time.Duration(n) * unit, nil
		}
	}
	return 0, r.errorf(path, "%q is no length of time; write 180d, 12w or 720h", text)
}

func days(d time.Duration) string { return fmt.Sprintf("%gd", d.Hours()/24) }

// date reads a day, as its first moment in the zone; nothing is the zero time.
func (r *resolver) date(path, text string, zone *time.Location) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	t, err := time.ParseInLocation(time.DateOnly, text, zone)
	if err != nil {
		return t, r.errorf(path, "%q is no date; write it as 2026-01-31", text)
	}
	return t, nil
}

// roleLine is a configured role whose person is not looked up yet.
type roleLine struct {
	roles.Configured
	where string // the file and line, for messages
}

func (r *resolver) roles(path string, lines []RoleConfig, zone *time.Location) ([]roleLine, error) {
	var list []roleLine
	for i, c := range lines {
		at := path + "[" + strconv.Itoa(i) + "]"
		if c.Person == "" {
			return nil, r.errorf(at, "a role needs a person: an account id, mail address, login or name")
		}
		role, err := roles.Parse(c.Role)
		if err != nil {
			return nil, r.errorf(at+".role", "%v", err)
		}
		from, err := r.date(at+".from", c.From, zone)
		if err != nil {
			return nil, err
		}
		to, err := r.date(at+".to", c.To, zone)
		if err != nil {
			return nil, err
		}
		if !to.IsZero() {
			if to.Before(from) {
				return nil, r.errorf(at+".to", "the role ends (%s) before it begins (%s)", c.To, c.From)
			}
			to = to.AddDate(0, 0, 1)
		}
		list = append(list, roleLine{
			Configured: roles.Configured{Name: c.Person, Role: role, From: from, To: to},
			where:      fmt.Sprintf("%s:%d", r.doc.name, r.doc.line(at+".person")),
		})
	}
	return list, nil
}

func (r *resolver) declared(path string, c DeclareConfig) (guards.Declared, error) {
	for _, word := range []struct {
		key, value string
		allowed    []string
	}{
		{"framework", c.Framework, []string{"scrum", "kanban", "safe", "less"}},
		{"customer_links", c.CustomerLinks, []string{"expected"}},
		{"discovery", c.Discovery, []string{"expected"}},
		{"fifo", c.Fifo, []string{"policy"}},
	} {
		if word.value != "" && !slices.Contains(word.allowed, word.value) {
			return guards.Declared{}, r.errorf(path+"."+word.key, "%s cannot be %q; it can be %s, or left out", word.key, word.value, strings.Join(word.allowed, ", "))
		}
	}
	return guards.Declared{
		Framework: c.Framework, UsersAreDevelopers: c.UsersAreDevelopers, CustomerLinks: c.CustomerLinks != "",
		Discovery: c.Discovery != "", FIFO: c.Fifo != "", IceboxStatuses: c.Icebox.Statuses, IceboxLabels: c.Icebox.Labels,
	}, nil
}
