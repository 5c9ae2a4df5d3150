package jira_test

// This file is a server that replays recorded answers through the endpoints that a
// Pull asks.

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// site replays recordings. What it has no recording of, it does not have.
type site struct {
	board, configuration             object
	issues, sprints, statuses, kinds []object
	histories                        map[string][]any // by issue id, oldest first
	noBulk                           bool
}

// newSite takes the histories out of the issues, as a search gives them.
func newSite(issues []object) *site {
	s := &site{issues: issues, histories: map[string][]any{}}
	for _, is := range issues {
		log, _ := is["changelog"].(object)
		delete(is, "changelog")
		newest, _ := log["histories"].([]any)
		for i := len(newest) - 1; i >= 0; i-- {
			s.histories[is["id"].(string)] = append(s.histories[is["id"].(string)], newest[i])
		}
	}
	return s
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	var body any
	switch {
	case strings.HasSuffix(path, "/serverInfo"):
		body = object{"deploymentType": "Cloud"}
	case strings.HasSuffix(path, "/myself"):
		body = object{"accountId": "me"}
	case strings.HasSuffix(path, "/sprint"):
		body = s.sprintPage(r)
	case strings.HasSuffix(path, "/configuration") && s.configuration != nil:
		body = s.configuration
	case strings.Contains(path, "/agile/1.0/board/") && !strings.HasSuffix(path, "/configuration") && !strings.HasSuffix(path, "/backlog"):
		body = s.board
	case strings.HasSuffix(path, "api/2/status") && s.statuses != nil:
		body = s.statuses
	case strings.HasSuffix(path, "api/2/issuetype") && s.kinds != nil:
		body = s.kinds
	case strings.HasSuffix(path, "/search/jql"):
		body = s.search(r)
	case strings.HasSuffix(path, "/changelog/bulkfetch") && !s.noBulk:
		body = s.bulk(r)
	case strings.HasSuffix(path, "/changelog"):
		body = s.changelog(r)
	}
	if body == nil {
		w.WriteHeader(http.StatusNotFound)
		body = object{"errorMessages": []string{"not recorded"}}
	}
	json.NewEncoder(w).Encode(body)
}

func (s *site) sprintPage(r *http.Request) any {
	if s.sprints == nil {
		return nil
	}
	var from int
	fmt.Sscan(r.FormValue("startAt"), &from)
	to := min(from+7, len(s.sprints))
	return object{"startAt": from, "isLast": to == len(s.sprints), "values": s.sprints[from:to]}
}

func (s *site) search(r *http.Request) any {
	var q struct{ JQL, NextPageToken string }
	json.NewDecoder(r.Body).Decode(&q)
	if ids, ok := strings.CutPrefix(q.JQL, "id in ("); ok {
		return s.named(strings.Split(ids[:strings.Index(ids, ")")], ","))
	}
	var from int
	fmt.Sscan(q.NextPageToken, &from)
	to := min(from+10, len(s.issues))
	page := object{"issues": s.issues[from:to]}
	if to < len(s.issues) {
		page["nextPageToken"] = fmt.Sprint(to)
	}
	return page
}

// named gives the issues of those ids. Like Jira, it refuses all when one is not there:
// the parents above were not recorded.
func (s *site) named(ids []string) any {
	var found []object
	for _, is := range s.issues {
		if slices.Contains(ids, is["id"].(string)) {
			found = append(found, is)
		}
	}
	if len(found) < len(ids) {
		return nil
	}
	return object{"issues": found}
}

// bulk gives four histories a page, with times as numbers, and the last one again on
// the next page.
func (s *site) bulk(r *http.Request) any {
	var q struct {
		IssueIdsOrKeys []string
		NextPageToken  string
	}
	json.NewDecoder(r.Body).Decode(&q)
	type one struct {
		id      string
		history any
	}
	var all []one
	for _, id := range q.IssueIdsOrKeys {
		for _, h := range s.histories[id] {
			numbered := object{}
			maps.Copy(numbered, h.(object))
			at, _ := time.Parse("2006-01-02T15:04:05.999-0700", numbered["created"].(string))
			numbered["created"] = at.UnixMilli()
			all = append(all, one{id, numbered})
		}
	}
	var from int
	fmt.Sscan(q.NextPageToken, &from)
	to := min(from+40, len(all))
	logs := []object{}
	for _, o := range all[max(0, from-1):to] {
		logs = append(logs, object{"issueId": o.id, "changeHistories": []any{o.history}})
	}
	page := object{"issueChangeLogs": logs}
	if to < len(all) {
		page["nextPageToken"] = fmt.Sprint(to)
	}
	return page
}

func (s *site) changelog(r *http.Request) any {
	parts := strings.Split(r.URL.Path, "/")
	all := s.histories[parts[len(parts)-2]]
	var from int
	fmt.Sscan(r.FormValue("startAt"), &from)
	from = min(from, len(all))
	to := min(from+9, len(all))
	return object{"startAt": from, "maxResults": 9, "total": len(all), "isLast": to == len(all), "values": append([]any{}, all[from:to]...)}
}
