package scenario

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// settings are the sentences that describe the team and what was there before.
var settings = []sentence[func(*journal, told) error]{
	{"team WORDS", "team Checkout", func(j *journal, t told) error { j.team = t.args.word; return nil }},
	{"kanban board", "kanban board", func(j *journal, t told) error { j.process, j.flow = backlog.Kanban, t.line; return nil }},
	{"scrum board", "scrum board", func(j *journal, _ told) error { j.process = backlog.Scrum; return nil }},
	{"today DATE", "today 2026-06-30", func(j *journal, t told) error { j.today = t.args.dates[0]; return nil }},
	{"calendar WORD", "calendar Europe/Stockholm", setZone},
	{"holidays DATES", "holidays 2026-12-24, 2026-12-28..2026-12-31", setHolidays},
	{"NAME is ARTICLE ROLE", "Eve is a stakeholder", setRole},
	{"NAME is ARTICLE ROLE from DATE", "Gus is a product owner from 2026-03-01", setRoleFrom},
	{"NAME is ARTICLE ROLE until DATE", "Ada is the product owner until 2026-02-28", setRoleUntil},
	{"NAME is ARTICLE ROLE from DATE until DATE", "Gus is a product owner from 2026-03-01 until 2026-05-31", setRoleSpan},
	{"nobody is the product owner", "nobody is the product owner", setNoOwner},
	{"roles are unknown", "roles are unknown", func(j *journal, _ told) error { j.unknown = true; return nil }},
	{"declare framework scrum|kanban|safe|less", "declare framework safe", setFramework},
	{"declare users are developers", "declare users are developers", func(j *journal, _ told) error { j.declared.UsersAreDevelopers = true; return nil }},
	{"declare customer links expected", "declare customer links expected", func(j *journal, _ told) error { j.declared.CustomerLinks = true; return nil }},
	{"declare discovery expected", "declare discovery expected", func(j *journal, _ told) error { j.declared.Discovery = true; return nil }},
	{"declare fifo policy", "declare fifo policy", func(j *journal, _ told) error { j.declared.FIFO = true; return nil }},
	{"declare icebox label WORD", "declare icebox label icebox", setIceboxLabel},
	{"declare icebox status WORDS", "declare icebox status Icebox", setIceboxStatus},
	{"cannot see WORDS", "cannot see rank history, comments", setUnseen},
	{"no epics", "no epics", func(j *journal, _ told) error { j.noEpics = true; return nil }},
	{"PERSON writes the epics", "Dana writes the epics", func(j *journal, t told) error { j.epicsBy = t; return nil }},
	{"epic KEY TEXT", `epic PAY-901 "Misc"`, addEpic},
	{"epic KEY TEXT : TEXT", `epic PAY-900 "Faster refunds": "Refund within one day so that customers come back"`, addEpic},
	{"epic KEY TEXT since DATE", `epic PAY-901 "Misc" since 2024-01-08`, addEpic},
	{"epic KEY TEXT since DATE : TEXT", `epic PAY-900 "Faster refunds" since 2025-11-03: "Refund within one day so that customers come back"`, addEpic},
	{"backlog on DATE : NEW", "backlog on 2025-09-01: PAY-100..159 stories by Dana", addStanding},
	{"parking sprint WORDS", "parking sprint Later", addParking},
}

func setZone(j *journal, t told) error {
	zone, err := time.LoadLocation(t.args.word)
	if err != nil || t.args.word == "Local" {
		return fmt.Errorf("there is no time zone %q; write it like Europe/Stockholm", t.args.word)
	}
	j.zone = zone
	return nil
}

func setHolidays(j *journal, t told) error {
	for _, d := range t.args.dates {
		j.holidays[d.Format(time.DateOnly)] = true
	}
	return nil
}

func setRole(j *journal, t told) error { return addRole(j, t, date{}, date{}) }

func setRoleFrom(j *journal, t told) error { return addRole(j, t, t.args.dates[0], date{}) }

func setRoleUntil(j *journal, t told) error { return addRole(j, t, date{}, t.args.dates[0]) }

func setRoleSpan(j *journal, t told) error { return addRole(j, t, t.args.dates[0], t.args.dates[1]) }

func addRole(j *journal, t told, from, to date) error {
	if !to.IsZero() && to.Before(from) {
		return fmt.Errorf("%s stops before beginning: %q", t.args.who, t.text)
	}
	j.roles = append(j.roles, roleSaid{name: t.args.who, role: t.args.word, from: from, to: to, alone: t.args.the})
	return nil
}

func setNoOwner(j *journal, _ told) error {
	j.roles = append(j.roles, roleSaid{role: productOwner, alone: true})
	return nil
}

func setFramework(j *journal, t told) error { j.declared.Framework = t.args.word; return nil }

func setIceboxLabel(j *journal, t told) error {
	j.declared.IceboxLabels = append(j.declared.IceboxLabels, t.args.word)
	return nil
}

func setIceboxStatus(j *journal, t told) error {
	j.declared.IceboxStatuses = append(j.declared.IceboxStatuses, t.args.word)
	return nil
}

// setUnseen knows the aspects by the names the model gives them.
func setUnseen(j *journal, t told) error {
	all := ^backlog.Aspects(0)
	for name := range strings.SplitSeq(t.args.word, " , ") {
		i := slices.Index(all.Names(), name)
		if i < 0 {
			return fmt.Errorf("%q is nothing a tracker shows; there are %s", name, strings.Join(all.Names(), ", "))
		}
		j.unseen |= 1 << i
	}
	return nil
}

func addEpic(j *journal, t told) error { j.epics = append(j.epics, t); return nil }

func addStanding(j *journal, t told) error {
	j.standing = append(j.standing, t)
	return j.describe(t.args.items)
}

func addParking(j *journal, t told) error { j.parking = append(j.parking, t); return nil }
