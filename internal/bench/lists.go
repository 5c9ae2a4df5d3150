package main

// This file answers what a site and a board are.

import (
	"fmt"
	"time"
)

func siteList(name string) []byte {
	return []byte(map[string]string{
		"serverInfo": `{"baseUrl":"https://bench.example","deploymentType":"Cloud","version":"1001.0.0"}`,
		"myself":     `{"accountId":"me","accountType":"atlassian","displayName":"Me","active":true,"timeZone":"Etc/UTC"}`,
		"field": `[{"id":"customfield_10020","name":"Sprint","custom":true,"schema":{"type":"array","items":"json","custom":"com.pyxis.greenhopper.jira:gh-sprint"}},
			{"id":"customfield_10019","name":"Rank","custom":true,"schema":{"type":"any","custom":"com.pyxis.greenhopper.jira:gh-lexo-rank"}},
			{"id":"customfield_10036","name":"Story Points","custom":true,"schema":{"type":"number","custom":"com.atlassian.jira.plugin.system.customfieldtypes:float"}}]`,
		"status": `[{"id":"1","name":"To Do","statusCategory":{"id":2,"key":"new"}},{"id":"3","name":"In Progress","statusCategory":{"id":4,"key":"indeterminate"}},
			{"id":"5","name":"Done","statusCategory":{"id":3,"key":"done"}}]`,
		"issuetype":  `[{"id":"11","name":"Story","subtask":false,"hierarchyLevel":0},{"id":"12","name":"Epic","subtask":false,"hierarchyLevel":1}]`,
		"priority":   `[{"id":"1","name":"High"},{"id":"2","name":"Medium"},{"id":"3","name":"Low"}]`,
		"resolution": `[{"id":"10000","name":"Done"}]`,
	}[name])
}

func boardPart(team int, part string) []byte {
	switch part {
	case "configuration":
		return fmt.Appendf(nil, `{"id":%d,"name":"Team %[1]d","type":"scrum","filter":{"id":"%[1]d"},"columnConfig":{"columns":[{"name":"To Do","statuses":[{"id":"1"}]},
			{"name":"In Progress","statuses":[{"id":"3"}]},{"name":"Done","statuses":[{"id":"5"}]}]},
			"estimation":{"type":"field","field":{"fieldId":"customfield_10036"}},"ranking":{"rankCustomFieldId":10019}}`, team)
	case "sprint":
		out := []byte(`{"isLast":true,"startAt":0,"maxResults":50,"values":[`)
		for n := range 28 {
			if n > 0 {
				out = append(out, ',')
			}
			out = sprintAs(out, team, n, "originBoardId")
		}
		return append(out, `]}`...)
	}
	return fmt.Appendf(nil, `{"id":%d,"name":"Team %[1]d","type":"scrum","location":{"projectKey":"T%[1]d"}}`, team)
}

// sprintAs writes a team's Sprint, the nth from the last one.
func sprintAs(out []byte, team, n int, board string) []byte {
	end := time.Now().Truncate(day).AddDate(0, 0, -14*n)
	return fmt.Appendf(out, `{"id":%d,"name":"Sprint %[1]d","state":"closed","goal":"Fewer calls about refunds, step %[1]d","startDate":"%s","endDate":"%s","completeDate":"%[3]s",%q:%d}`,
		team*1000+n, end.AddDate(0, 0, -13).Format(time.RFC3339), end.Format(time.RFC3339), board, team)
}
