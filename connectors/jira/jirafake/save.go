package jirafake

// This file saves what a site shows of a board, as somebody with a browser would.

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/go-json-experiment/json"

	"github.com/rolehealth/rolehealth/connectors/inprocess"
)

// allComments is more than any item has.
const allComments = 1 << 20

// Save gives the files of one board, by name: its items with their whole histories and
// comments, its Sprints, and the lists that say what ids stand for. The first board is 1.
func (s *Server) Save(id int) (map[string][]byte, error) {
	b := s.boards[id-1]
	files := map[string][]byte{}
	for name, path := range map[string]string{
		"fields": "api/2/field", "statuses": "api/2/status", "types": "api/2/issuetype",
		"configuration": fmt.Sprintf("agile/1.0/board/%d/configuration", id),
	} {
		got := inprocess.NewAnswer()
		r, err := http.NewRequest(http.MethodGet, site+"/rest/"+path, nil)
		if err != nil {
			return nil, fmt.Errorf("asking for %s: %w", path, err)
		}
		s.ServeHTTP(got, r)
		files[name+".json"] = got.Body.Bytes()
	}
	issues, sprints := []object{}, []object{}
	for _, it := range b.ranked() {
		whole := b.issue(it, []string{"*all"})
		whole["fields"].(object)["comment"] = b.commentPage(it, 0, allComments)
		whole["changelog"] = s.withChangelog(hit{b, it}, 0)
		issues = append(issues, whole)
	}
	for _, sprint := range b.snap.Sprints {
		sprints = append(sprints, b.sprint(sprint, "originBoardId"))
	}
	for name, page := range map[string]object{
		"issues":  {"startAt": 0, "maxResults": len(issues), "total": len(issues), "issues": issues},
		"sprints": {"startAt": 0, "maxResults": len(sprints), "isLast": true, "values": sprints},
	} {
		body, err := json.Marshal(page, json.Deterministic(true))
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", name, err)
		}
		files[name+".json"] = slices.Clip(body)
	}
	return files, nil
}
