package main

// This file is the Jira.

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

type jira struct{ teams [][]*issue }

func newJira(teams, items int) *jira {
	j := &jira{}
	now := time.Now()
	for t := range teams {
		j.teams = append(j.teams, backlogOf(t+1, items, now))
	}
	return j
}

func (j *jira) change(n int) { editSome(j.teams, n) }

// editSome edits n issues of every team, now.
func editSome(teams [][]*issue, n int) {
	for _, issues := range teams {
		for i := range n {
			issues[i*len(issues)/n].edit(time.Now())
		}
	}
}

func (j *jira) render(q asked) []byte {
	path, _, _ := strings.Cut(q.Path, "?")
	switch {
	case strings.HasSuffix(path, "/search/jql"):
		return j.search(q.Body)
	case strings.HasSuffix(path, "/issue/bulkfetch"):
		return j.bulk(q.Body, `{"issues":[`, `],"issueErrors":[]}`, (*issue).json)
	case strings.HasSuffix(path, "/changelog/bulkfetch"):
		return j.bulk(q.Body, `{"issueChangeLogs":[`, `]}`, (*issue).log)
	case strings.HasSuffix(path, "/configuration"), strings.HasSuffix(path, "/sprint"), strings.Contains(path, "/board/"):
		parts := strings.Split(path, "/")
		team, _ := strconv.Atoi(parts[5])
		return boardPart(team, parts[len(parts)-1])
	}
	return siteList(path[strings.LastIndex(path, "/")+1:])
}

var (
	byFilter = regexp.MustCompile(`^filter = (\d+) `)
	since    = regexp.MustCompile(`AND updated >= "([^"]+)"`)
)

func (j *jira) search(body []byte) []byte {
	var q struct {
		JQL           string
		Fields        []string
		NextPageToken string
	}
	if json.Unmarshal(body, &q) != nil {
		return nil
	}
	filter := byFilter.FindStringSubmatch(q.JQL)
	if filter == nil {
		return nil
	}
	team, _ := strconv.Atoi(filter[1])
	hits := j.teams[team-1]
	if lately := since.FindStringSubmatch(q.JQL); lately != nil {
		at, _ := time.Parse("2006-01-02 15:04", lately[1])
		hits = slices.DeleteFunc(slices.Clone(hits), func(is *issue) bool { return is.updated.Before(at) })
	}
	size, render := 100, (*issue).json
	if slices.Equal(q.Fields, []string{"id"}) {
		size, render = 5000, func(is *issue, out []byte) []byte { return fmt.Appendf(out, `{"id":"%d"}`, is.id) }
	}
	from, _ := strconv.Atoi(q.NextPageToken)
	to := min(from+size, len(hits))
	out := []byte(`{"issues":[`)
	for i, is := range hits[from:to] {
		if i > 0 {
			out = append(out, ',')
		}
		out = render(is, out)
	}
	if to < len(hits) {
		return fmt.Appendf(out, `],"nextPageToken":"%d","isLast":false}`, to)
	}
	return append(out, `],"isLast":true}`...)
}

func (j *jira) bulk(body []byte, before, after string, render func(*issue, []byte) []byte) []byte {
	var q struct {
		IDs []string `json:"issueIdsOrKeys"`
	}
	if json.Unmarshal(body, &q) != nil {
		return nil
	}
	out := []byte(before)
	for i, name := range q.IDs {
		if i > 0 {
			out = append(out, ',')
		}
		id, _ := strconv.Atoi(name)
		out = render(j.teams[id/1_000_000-1][id%1_000_000-1], out)
	}
	return append(out, after...)
}
