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

func user(out []byte, team, n int) []byte {
	return fmt.Appendf(out, `{"self":"https://bench.example/rest/api/2/user?accountId=712020:%d-%d","accountId":"712020:%[1]d-%[2]d","avatarUrls":{"48x48":"https://avatar.example/%[1]d/%[2]d/48.png","24x24":"https://avatar.example/%[1]d/%[2]d/24.png"},"displayName":"Person %[1]d-%[2]d","active":true,"timeZone":"Etc/UTC","accountType":"atlassian"}`, team, n)
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

func (is *issue) json(out []byte) []byte {
	status, category, resolution := `"id":"1","name":"To Do"`, `"id":2,"key":"new","name":"To Do"`, `null`
	kind, above, sprint := `"id":"11","name":"Story","subtask":false,"hierarchyLevel":0`, "", ""
	switch {
	case is.epic():
		kind = `"id":"12","name":"Epic","subtask":false,"hierarchyLevel":1`
		status, category = `"id":"3","name":"In Progress"`, `"id":4,"key":"indeterminate","name":"In Progress"`
	case !is.waits():
		sprint = fmt.Sprintf(`{"id":%d,"name":"Sprint %[1]d","state":"closed","boardId":%[2]d}`, is.sprint(), is.team)
		status, category, resolution = `"id":"5","name":"Done"`, `"id":3,"key":"done","name":"Done"`, `{"id":"10000","name":"Done"}`
	}
	if !is.epic() {
		above = fmt.Sprintf(`"parent":{"id":"%d","key":"T%d-%d"},`, is.team*1_000_000+is.at/50*50+1, is.team, is.at/50*50+1)
	}
	out = fmt.Appendf(out, `{"expand":"renderedFields,names,schema","id":"%d","self":"https://bench.example/rest/api/2/issue/%[1]d","key":"T%d-%d","fields":{"summary":"Refund %[3]d shows when the money arrives","issuetype":{"self":"https://bench.example/rest/api/2/issuetype/11",%s},"project":{"id":"%[2]d","key":"T%[2]d","name":"Team %[2]d","projectTypeKey":"software"},`, is.id, is.team, is.at+1, kind)
	out = fmt.Appendf(out, `"status":{"self":"https://bench.example/rest/api/2/status",%s,"statusCategory":{%s}},"resolution":%s,"priority":{"id":"%d","name":"Medium"},"labels":["refund","web"],"created":"%s","updated":"%s","description":"`, status, category, resolution, is.at%3+1, is.created.Format(stampForm), is.updated.Format(stampForm))
	chance := is.chance()
	out = append(out, is.story(chance)...)
	out = append(out, `","assignee":`...)
	out = user(out, is.team, is.developer())
	out = append(out, `,"reporter":`...)
	out = user(out, is.team, is.asker())
	out = append(out, `,"creator":`...)
	out = user(out, is.team, is.asker())
	out = fmt.Appendf(out, `,%s"customfield_10036":%d,"customfield_10020":[%s],"issuelinks":[],`, above, is.at%5+1, sprint)
	out = fmt.Appendf(out, `"comment":{"comments":[{"id":"%d","author":`, is.id*10)
	out = user(out, is.team, is.developer())
	var said strings.Builder
	write(&said, chance, 12)
	return fmt.Appendf(out, `,"body":"Which currency is meant, [~accountid:712020:%d-1]? %s","created":"%s"}],"total":1,"maxResults":1,"startAt":0}}}`, is.team, said.String(), is.moment(1).Add(time.Hour).Format(stampForm))
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
