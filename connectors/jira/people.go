package jira

// This file tells people apart. Cloud has one account id for a person. Data Center
// has two names: a key, which stays for good and which histories use, and a login,
// which may change and which mentions use.

import "github.com/rolehealth/rolehealth/analyze/backlog"

// meet gets to know everybody who stands in an issue in full, before histories and
// texts name them by one of their names alone.
func (r *reader) meet() {
	if !r.about.server() {
		return
	}
	for _, e := range r.entries {
		for _, u := range []*user{e.shown.creator, e.reporter, e.assignee} {
			r.person(u)
		}
		for _, h := range e.histories {
			r.person(h.Author)
		}
	}
}

// account finds or adds the person whom a history names by an id alone.
func (r *reader) account(id, name string) *backlog.Person {
	if p := r.logins[id]; p != nil && r.people[id] == nil {
		return p
	}
	return r.person(&user{AccountID: id, DisplayName: name})
}

// mentioned finds the person whom a text calls on; nil if nobody here is called so.
func (r *reader) mentioned(account string) *backlog.Person {
	if p := r.logins[account]; p != nil {
		return p
	}
	return r.people[account]
}
