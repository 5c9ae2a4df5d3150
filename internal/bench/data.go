package main

// This file makes up the issues: each has a story to tell of twelve changes.

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

type issue struct {
	team, id, at int
	created      time.Time
	updated      time.Time
	edits        int
}

// backlogOf spreads issues over four hundred days.
func backlogOf(team, items int, now time.Time) []*issue {
	all := make([]*issue, items)
	apart := 370 * 24 * time.Hour / time.Duration(items)
	for i := range all {
		all[i] = &issue{team: team, id: team*1_000_000 + i + 1, at: i, created: office(now.Add(-400 * day).Add(time.Duration(i) * apart))}
		all[i].updated = all[i].moment(changes - 1)
	}
	return all
}

const (
	day     = 24 * time.Hour
	changes = 12 // of each issue
	people  = 8  // of each team: a Product Owner, six developers, a stakeholder
)

// office moves a time into the hours in which people work, to the next day on which they do.
func office(t time.Time) time.Time {
	t = t.UTC().Truncate(day).Add(9*time.Hour + t.Sub(t.Truncate(day))/3)
	switch t.Weekday() {
	case time.Saturday:
		t = t.Add(2 * day)
	case time.Sunday:
		t = t.Add(day)
	}
	return t.Truncate(time.Millisecond)
}

// moment is when the issue's nth change happened: one a day.
func (is *issue) moment(n int) time.Time {
	if n >= changes {
		return is.updated
	}
	at := is.created.Add(time.Duration(n+1) * day)
	switch at.Weekday() {
	case time.Saturday:
		at = at.Add(2 * day)
	case time.Sunday:
		at = at.Add(day)
	}
	return at.Add(time.Duration(n) * time.Minute)
}

// Every fiftieth issue is an epic, which is begun and goes on; of the others nine in ten go
// through a Sprint, and one in ten waits.
func (is *issue) epic() bool  { return is.at%50 == 0 }
func (is *issue) waits() bool { return is.at%10 == 0 && !is.epic() }

// act is what the nth change is about; -1 is of no account.
func (is *issue) act(n int) int {
	switch n {
	case 5, 11: // into a Sprint, and done
		if is.waits() || is.epic() {
			return -1
		}
	case 9: // begun
		if is.waits() {
			return -1
		}
	}
	return n
}

// asker entered the issue: the Product Owner, 1, or the stakeholder.
func (is *issue) asker() int {
	if is.at%5 == 3 {
		return people
	}
	return 1
}

// developer works on it.
func (is *issue) developer() int { return is.at%(people-2) + 2 }

// by made the nth change: developers estimate and work, and now and then rewrite and order.
func (is *issue) by(n int) int {
	if n == 3 || n >= 9 || is.at%9 == 0 {
		return is.developer()
	}
	return 1
}

func (is *issue) edit(at time.Time) { is.updated, is.edits = at.Truncate(time.Millisecond), is.edits+1 }

const stampForm = "2006-01-02T15:04:05.000-0700"

// account is the id of a team's nth person.
func account(team, n int) string { return fmt.Sprintf("712020:b0a7c3d2-51fe-4c9b-%04x-%012x", team, n) }

func user(out []byte, team, n int) []byte {
	id := account(team, n)
	out = fmt.Appendf(out, `{"self":"https://bench.example/rest/api/2/user?accountId=712020%%3A%s","accountId":"%s","avatarUrls":{`, id[len("712020:"):], id)
	for i, size := range []string{"48", "24", "16", "32"} {
		if i > 0 {
			out = append(out, ',')
		}
		out = fmt.Appendf(out, `"%sx%[1]s":"https://avatar.example/%08x%08x%08x%08x?d=https%%3A%%2F%%2Favatar.example%%2Finitials%%2FP%d-%d.png"`, size, team*7919, n*104729, team+n, 99991*n, team, n)
	}
	return fmt.Appendf(out, `},"displayName":"Person %d-%d","active":true,"timeZone":"Etc/UTC","accountType":"atlassian"}`, team, n)
}

// chance gives the same texts for an issue every time.
func (is *issue) chance() *rand.Rand { return rand.New(rand.NewPCG(uint64(is.id), 1)) }

// story writes what an issue says: a sentence in the usual form, and about a hundred
// words that no other issue has in this order, so that it packs like real texts.
func (is *issue) story(chance *rand.Rand) string {
	var s strings.Builder
	fmt.Fprintf(&s, `As a buyer who returned a parcel, I want to see when my refund number %d arrives, so that I need not call anybody.`, is.at+1)
	s.WriteString(`\n\n*Acceptance criteria*`)
	for range 3 {
		s.WriteString(`\n- `)
		write(&s, chance, 9)
	}
	s.WriteString(`\n\n`)
	write(&s, chance, 70)
	return s.String()
}

func write(s *strings.Builder, chance *rand.Rand, words int) {
	for i := range words {
		if i > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(vocabulary[chance.IntN(len(vocabulary))])
	}
}

var vocabulary = strings.Fields(`the a of to and in is that it for was on are as with they at be this from have or by one had not but what all
were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see
time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know
refund parcel buyer shop desk call page mail money day week month amount part number bank card order return label carrier address invoice receipt tax total
currency rate limit account login password search filter result list item basket checkout payment voucher price stock store size colour delivery window slot`)

// json writes the issue with all that Jira tells of each thing in it.
func (is *issue) json(out []byte) []byte {
	out = fmt.Appendf(out, `{"expand":"operations,versionedRepresentations,editmeta,changelog,renderedFields","id":"%d","self":%q,"key":"%s","fields":{"summary":%q,"issuetype":`, is.id, place("issue/%d", is.id), is.key(), is.summary())
	out = is.kind(out)
	out = fmt.Appendf(out, `,"project":{"self":%q,"id":"%d","key":"T%[2]d","name":"Team %[2]d","projectTypeKey":"software","simplified":false,"avatarUrls":{"48x48":%q,"24x24":%[4]q,"16x16":%[5]q,"32x32":%[6]q}},"status":`,
		place("project/%d", is.team), is.team, picture("project", ""), picture("project", "small"), picture("project", "xsmall"), picture("project", "medium"))
	out = is.status(out)
	out = append(out, `,"resolution":`...)
	if is.done() {
		out = fmt.Appendf(out, `{"self":%q,"id":"10000","description":"Work has been completed on this issue.","name":"Done"}`, place("resolution/10000"))
	} else {
		out = append(out, `null`...)
	}
	out = is.priority(append(out, `,"priority":`...))
	out = fmt.Appendf(out, `,"labels":["refund","web"],"created":"%s","updated":"%s","description":"`, is.created.Format(stampForm), is.updated.Format(stampForm))
	chance := is.chance()
	out = append(out, is.story(chance)...)
	out = user(append(out, `","assignee":`...), is.team, is.developer())
	out = user(append(out, `,"reporter":`...), is.team, is.asker())
	out = user(append(out, `,"creator":`...), is.team, is.asker())
	if above := is.above(); above != nil {
		out = fmt.Appendf(out, `,"parent":{"id":"%d","key":"%s","self":%q,"fields":{"summary":%q,"status":`, above.id, above.key(), place("issue/%d", above.id), above.summary())
		out = above.priority(append(above.status(out), `,"priority":`...))
		out = append(above.kind(append(out, `,"issuetype":`...)), `}}`...)
	}
	out = fmt.Appendf(out, `,"customfield_10036":%d,"customfield_10020":[`, is.at%5+1)
	if is.done() {
		out = sprintAs(out, is.team, is.sprint()-is.team*1000, "boardId")
	}
	out = fmt.Appendf(out, `],"issuelinks":[],"comment":{"self":%q,"comments":[{"self":%q,"id":"%d","author":`, place("issue/%d/comment", is.id), place("issue/%d/comment/%d", is.id, is.id*10), is.id*10)
	out = user(out, is.team, is.developer())
	var said strings.Builder
	write(&said, chance, 12)
	out = fmt.Appendf(out, `,"body":"Which currency is meant, [~accountid:%s]? %s","updateAuthor":`, account(is.team, 1), said.String())
	out = user(out, is.team, is.developer())
	return fmt.Appendf(out, `,"created":"%s","updated":"%[1]s","jsdPublic":true}],"total":1,"maxResults":1,"startAt":0}}}`, is.moment(1).Add(time.Hour).Format(stampForm))
}

func place(format string, args ...any) string {
	return "https://bench.example/rest/api/2/" + fmt.Sprintf(format, args...)
}

func picture(of, size string) string {
	return "https://bench.example/rest/api/2/universal_avatar/view/type/" + of + "/avatar/10315?size=" + size
}

func (is *issue) key() string { return fmt.Sprintf("T%d-%d", is.team, is.at+1) }
func (is *issue) summary() string {
	return fmt.Sprintf("Refund %d shows when the money arrives", is.at+1)
}
func (is *issue) done() bool { return !is.epic() && !is.waits() }

// above is the issue's epic, as far as its own issues tell of it.
func (is *issue) above() *issue {
	if is.epic() {
		return nil
	}
	at := is.at / 50 * 50
	return &issue{team: is.team, id: is.team*1_000_000 + at + 1, at: at}
}

func (is *issue) kind(out []byte) []byte {
	id, level, name, means := 11, 0, "Story", "Functionality or a feature expressed as a user goal."
	if is.epic() {
		id, level, name, means = 12, 1, "Epic", "A big user story that needs to be broken down."
	}
	return fmt.Appendf(out, `{"self":%q,"id":"%d","description":%q,"iconUrl":%q,"name":%q,"subtask":false,"avatarId":10315,"hierarchyLevel":%d}`, place("issuetype/%d", id), id, means, picture("issuetype", "medium"), name, level)
}

func (is *issue) status(out []byte) []byte {
	id, name, category, key, colour := 1, "To Do", 2, "new", "blue-gray"
	switch {
	case is.epic():
		id, name, category, key, colour = 3, "In Progress", 4, "indeterminate", "yellow"
	case is.done():
		id, name, category, key, colour = 5, "Done", 3, "done", "green"
	}
	return fmt.Appendf(out, `{"self":%q,"description":"","iconUrl":"https://bench.example/images/icons/status_generic.gif","name":%q,"id":"%d","statusCategory":{"self":%q,"id":%d,"key":%q,"colorName":%q,"name":%[2]q}}`,
		place("status/%d", id), name, id, place("statuscategory/%d", category), category, key, colour)
}

func (is *issue) priority(out []byte) []byte {
	n := is.at%3 + 1
	return fmt.Appendf(out, `{"self":%q,"iconUrl":"https://bench.example/images/icons/priorities/%d.svg","name":%q,"id":"%[2]d"}`, place("priority/%d", n), n, []string{"High", "Medium", "Low"}[n-1])
}

// sprint is the number of the Sprint in which work on the issue began: two weeks each.
func (is *issue) sprint() int {
	return is.team*1000 + min(int(time.Since(is.moment(9)).Hours()/24/14), 27)
}

// log writes the changes, and one more for each edit.
func (is *issue) log(out []byte) []byte {
	out = fmt.Appendf(out, `{"issueId":"%d","changeHistories":[`, is.id)
	for n := range changes + is.edits {
		if n > 0 {
			out = append(out, ',')
		}
		out = fmt.Appendf(out, `{"id":"%d","author":`, is.id*100+n)
		out = user(out, is.team, is.by(n))
		out = fmt.Appendf(out, `,"created":%d,"items":[`, is.moment(n).UnixMilli())
		out = append(is.item(out, n), `]}`...)
	}
	return append(out, `]}`...)
}

func (is *issue) item(out []byte, n int) []byte {
	change := func(name, id, from, fromString, to, toString string) []byte {
		return fmt.Appendf(out, `{"field":%q,"fieldtype":"jira","fieldId":%q,"from":%s,"fromString":%s,"to":%s,"toString":%s}`, name, id, from, fromString, to, toString)
	}
	switch is.act(n) {
	case 0, 2, 4, 6:
		return change("Rank", "customfield_10019", `""`, `""`, `""`, []string{`"Ranked higher"`, `"Ranked lower"`}[is.at%2])
	case 1:
		return change("description", "description", `null`, `"As a buyer, I want my money."`, `null`, `"`+is.story(is.chance())+`"`)
	case 3:
		return change("Story Points", "customfield_10036", `null`, `null`, `null`, fmt.Sprintf(`"%d"`, is.at%5+1))
	case 5:
		return change("Sprint", "customfield_10020", `""`, `""`, fmt.Sprintf(`"%d"`, is.sprint()), fmt.Sprintf(`"Sprint %d"`, is.sprint()))
	case 7:
		return change("priority", "priority", fmt.Sprintf(`"%d"`, (is.at+1)%3+1), `"Medium"`, fmt.Sprintf(`"%d"`, is.at%3+1), `"Medium"`)
	case 8:
		return change("labels", "labels", `null`, `"refund"`, `null`, `"refund web"`)
	case 9:
		return change("status", "status", `"1"`, `"To Do"`, `"3"`, `"In Progress"`)
	case 11:
		return append(append(change("status", "status", `"3"`, `"In Progress"`, `"5"`, `"Done"`), ','),
			`{"field":"resolution","fieldtype":"jira","fieldId":"resolution","from":null,"fromString":null,"to":"10000","toString":"Done"}`...)
	}
	return change("timespent", "timespent", `null`, `null`, `"3600"`, `"3600"`)
}
