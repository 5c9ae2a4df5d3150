package jirafake

// This file answers searches, for the few forms of JQL that package jira sends.

import (
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// hit is an issue that a search found.
type hit struct {
	board *board
	item  *backlog.Item
}

// minutes is how a search writes a time, in the zone of the account: here always UTC.
const minutes = "2006-01-02 15:04"

type question struct {
	JQL           string   `json:"jql"`
	Fields        []string `json:"fields"`
	MaxResults    int      `json:"maxResults"`
	NextPageToken string   `json:"nextPageToken"`
}

func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	var q question
	// As Jira does: what the documentation does not know is refused.
	if json.UnmarshalRead(r.Body, &q, json.RejectUnknownMembers(true)) != nil {
		refuse(w, http.StatusBadRequest, "Invalid request payload.")
		return
	}
	hits, wrong := s.find(q.JQL)
	if wrong != "" {
		refuse(w, http.StatusBadRequest, wrong)
		return
	}
	most := 100
	if len(q.Fields) == 0 || slices.Equal(q.Fields, []string{"id"}) {
		most = 5000
	}
	if s.Faults.PageSize > 0 {
		most = s.Faults.PageSize
	}
	if q.MaxResults > 0 {
		most = min(most, q.MaxResults)
	}
	s.page(w, hits, q.NextPageToken, most, q.Fields)
}

// page answers with the part of the hits that the token leads to.
func (s *Server) page(w http.ResponseWriter, hits []hit, token string, most int, fields []string) {
	from := 0
	if token != "" {
		n, err := strconv.Atoi(strings.TrimPrefix(token, "from-"))
		if err != nil || n < 0 || n > len(hits) {
			refuse(w, http.StatusBadRequest, "The nextPageToken is not valid.")
			return
		}
		from = n
	}
	to := min(from+most, len(hits))
	if s.Faults.Repeat && from > 0 {
		from--
	}
	issues := []object{}
	for _, h := range hits[from:to] {
		issues = append(issues, h.board.issue(h.item, fields))
	}
	out := object{"issues": issues, "isLast": to == len(hits)}
	if to < len(hits) {
		out["nextPageToken"] = "from-" + strconv.Itoa(to)
	}
	if s.Faults.Loop {
		out["isLast"], out["nextPageToken"] = false, "from-0"
	}
	reply(w, out)
}

var (
	byFilter = regexp.MustCompile(`^filter = (\d+)( |$)`)
	byList   = regexp.MustCompile(`(?:^| OR )(?:id|key) in \(([^)]*)\)`)
	since    = regexp.MustCompile(`(statusCategoryChangedDate|updated) >= "(\d{4}-\d\d-\d\d)"`)
	edited   = regexp.MustCompile(`AND updated >= "(\d{4}-\d\d-\d\d \d\d:\d\d)"`)
)

// find gives what a JQL means, or why it is refused.
func (s *Server) find(jql string) (hits []hit, wrong string) {
	if byList.MatchString(jql) {
		return s.listed(jql)
	}
	if (s.server || s.Faults.NoDates) && strings.Contains(jql, "statusCategoryChangedDate") {
		return nil, "Field 'statusCategoryChangedDate' does not exist or you do not have permission to view it."
	}
	filter := byFilter.FindStringSubmatch(jql)
	if filter == nil {
		return nil, "Unbounded JQL queries are not allowed here. Please add a search restriction to your query."
	}
	for _, b := range s.boards {
		if strconv.Itoa(b.filter()) == filter[1] {
			return s.issuesOf(b, b.matching(jql)), ""
		}
	}
	return nil, "The value '" + filter[1] + "' does not exist for the field 'filter'."
}

// listed gives the issues that a JQL lists by id or key, and what is wrong with those
// that there are not.
func (s *Server) listed(jql string) (hits []hit, wrong string) {
	for _, list := range byList.FindAllStringSubmatch(jql, -1) {
		for one := range strings.SplitSeq(list[1], ",") {
			if h, ok := s.lookUp(strings.Trim(one, ` "`)); ok {
				hits = append(hits, h)
			} else {
				wrong = "An issue with key '" + one + "' does not exist for field 'key'."
			}
		}
	}
	if lately := edited.FindStringSubmatch(jql); lately != nil {
		at, _ := time.Parse(minutes, lately[1])
		hits = slices.DeleteFunc(hits, func(h hit) bool { return changed(h.item, true).Before(at) })
	}
	return hits, wrong
}

func (s *Server) issuesOf(b *board, items []*backlog.Item) []hit {
	var hits []hit
	for _, it := range items {
		hits = append(hits, hit{b, it})
	}
	return hits
}

// matching gives the board's items that the rest of a JQL lets through.
func (b *board) matching(jql string) []*backlog.Item {
	from := time.Time{}
	date := since.FindStringSubmatch(jql)
	if date != nil {
		from, _ = time.Parse(time.DateOnly, date[2])
	}
	onlyOpen := strings.Contains(jql, "statusCategory != Done")
	items := b.issues
	if strings.Contains(jql, "ORDER BY rank") {
		items = b.ranked()
	}
	return slices.DeleteFunc(slices.Clone(items), func(it *backlog.Item) bool {
		if lately := edited.FindStringSubmatch(jql); lately != nil {
			if at, _ := time.Parse(minutes, lately[1]); changed(it, true).Before(at) {
				return true
			}
		}
		if !onlyOpen || it.Now().Status.Category != backlog.Done {
			return false
		}
		return date == nil || changed(it, date[1] == "updated").Before(from)
	})
}

// ranked lists all issues of the board as a search by rank does: the backlog in its
// order, then what is not in it.
func (b *board) ranked() []*backlog.Item {
	items := b.order()
	for _, it := range b.issues {
		if it.Order < 0 {
			items = append(items, it)
		}
	}
	return items
}

// bulkIssues answers for single issues, those that are not there left out.
func (s *Server) bulkIssues(w http.ResponseWriter, r *http.Request) {
	var q struct {
		Names  []string `json:"issueIdsOrKeys"`
		Fields []string `json:"fields"`
	}
	if json.UnmarshalRead(r.Body, &q, json.RejectUnknownMembers(true)) != nil || len(q.Names) == 0 || len(q.Names) > 100 {
		refuse(w, http.StatusBadRequest, "Between 1 and 100 issues may be asked for.")
		return
	}
	issues := []object{}
	for _, name := range q.Names {
		if h, ok := s.lookUp(name); ok {
			issues = append(issues, h.board.issue(h.item, q.Fields))
		}
	}
	slices.SortFunc(issues, func(a, b object) int { return strings.Compare(a["id"].(string), b["id"].(string)) })
	reply(w, object{"issues": issues, "issueErrors": []object{}})
}

// oneIssue answers for one issue, without its history.
func (s *Server) oneIssue(w http.ResponseWriter, r *http.Request) {
	h, ok := s.lookUp(r.PathValue("id"))
	if !ok {
		refuse(w, http.StatusNotFound, "Issue does not exist or you do not have permission to see it.")
		return
	}
	reply(w, h.board.issue(h.item, strings.Split(r.FormValue("fields"), ",")))
}

// changed is when anything about an item, or its status category alone, last changed.
func changed(it *backlog.Item, anything bool) time.Time {
	last := it.CreatedAt()
	for i := 1; i < len(it.Revisions); i++ {
		if anything || it.Revisions[i].State.Status.Category != it.Revisions[i-1].State.Status.Category {
			last = it.Revisions[i].At
		}
	}
	for _, c := range it.Comments {
		if anything && c.At.After(last) {
			last = c.At
		}
	}
	if all := linkings(it); anything && len(all) > 0 && all[len(all)-1].at.After(last) {
		last = all[len(all)-1].at
	}
	return last
}

// lookUp finds an issue by id or key.
func (s *Server) lookUp(name string) (hit, bool) {
	for _, b := range s.boards {
		if it := b.byName[name]; it != nil {
			return hit{b, it}, true
		}
	}
	return hit{}, false
}
