// Package jirafake is a Jira in memory. It takes Snapshots and answers for them as
// Jira Cloud would: items by token-paged searches, histories in bulk with epoch times,
// at most twenty comments in a search, reorderings by their direction only. Or it
// answers as a Data Center would: pages by position, histories within the issues,
// fields by their names, people by key and login, Sprints as the text of Java objects.
//
// The built-in example organisation is read through it, so that an example goes the
// same way as live data; tests switch on its Faults. It knows the questions that
// package jira asks, and refuses others as Jira would.
package jirafake

import (
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/go-json-experiment/json"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors/inprocess"
)

// Server answers for some teams. Each Snapshot is one board: the first has the id 1,
// and the board's name is the team's.
type Server struct {
	Faults Faults

	server bool // a Data Center
	boards []*board
	mux    *http.ServeMux
	mutex  sync.Mutex // guards the countdowns in Faults
}

// Faults are what goes wrong with real sites. The zero value is a healthy one.
type Faults struct {
	Token    string   // when set, requests signed with any other get 401
	Status   int      // when set, the status of every answer
	Page     bool     // a login page comes instead of data
	Busy     int      // so many requests get 429 first
	Cut      int      // so many answers are cut off first
	Loop     bool     // a search gives the same page for ever
	Repeat   bool     // the last issue of a page comes again on the next
	Absent   []string // paths that hold one of these words get 404
	PageSize int      // the most issues of a page; 0: what Jira allows
	Short    int      // so many of an issue's newest changes are all that comes with it; 0: all
	NoDates  bool     // searches cannot ask when a status category changed
}

// object is JSON in the making.
type object = map[string]any

// New makes a Cloud site out of Snapshots, which must not change afterwards.
func New(snaps ...*backlog.Snapshot) *Server {
	s := newServer(false, snaps)
	for _, version := range []string{"2", "3"} {
		platform := "/rest/api/" + version
		s.mux.HandleFunc("GET "+platform+"/serverInfo", s.serverInfo)
		s.mux.HandleFunc("GET "+platform+"/myself", s.myself)
		s.mux.HandleFunc("GET "+platform+"/field", s.fields)
		s.mux.HandleFunc("GET "+platform+"/status", s.statuses)
		s.mux.HandleFunc("GET "+platform+"/issuetype", s.types)
		s.mux.HandleFunc("GET "+platform+"/priority", s.priorities)
		s.mux.HandleFunc("GET "+platform+"/resolution", s.resolutions)
		s.mux.HandleFunc("POST "+platform+"/search/jql", s.search)
		s.mux.HandleFunc("POST "+platform+"/issue/bulkfetch", s.bulkIssues)
		s.mux.HandleFunc("POST "+platform+"/changelog/bulkfetch", s.bulk)
		s.mux.HandleFunc("GET "+platform+"/issue/{id}", s.oneIssue)
		s.mux.HandleFunc("GET "+platform+"/issue/{id}/changelog", s.changelog)
		s.mux.HandleFunc("GET "+platform+"/issue/{id}/comment", s.comments)
	}
	s.mux.HandleFunc("GET /rest/software/1.0/board/{id}/backlog", s.backlog)
	return s
}

// newServer makes what both kinds of Jira have.
func newServer(server bool, snaps []*backlog.Snapshot) *Server {
	s := &Server{server: server, mux: http.NewServeMux()}
	for i, snap := range snaps {
		s.boards = append(s.boards, newBoard(i+1, server, snap))
	}
	s.mux.HandleFunc("GET /rest/agile/1.0/board", s.listBoards)
	s.mux.HandleFunc("GET /rest/agile/1.0/board/{id}", s.oneBoard)
	s.mux.HandleFunc("GET /rest/agile/1.0/board/{id}/configuration", s.configuration)
	s.mux.HandleFunc("GET /rest/agile/1.0/board/{id}/sprint", s.sprints)
	s.mux.HandleFunc("GET /rest/agile/1.0/board/{id}/backlog", s.oldBacklog)
	return s
}

// ServeHTTP answers one request, or misbehaves as it was told to.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f := &s.Faults
	switch {
	case f.Token != "" && inprocess.Token(r) != f.Token:
		refuse(w, http.StatusUnauthorized, "Client must be authenticated to access this resource.")
	case f.Status != 0:
		refuse(w, f.Status, "The requested API has been removed or is not open to you.")
	case f.Page:
		w.Header().Set("Content-Type", "text/html;charset=UTF-8")
		io.WriteString(w, "<!DOCTYPE html><html><title>Log in</title><body>secret page content</body></html>")
	case s.countdown(&f.Busy):
		w.Header().Set("Retry-After", "1")
		refuse(w, http.StatusTooManyRequests, "Rate limit exceeded.")
	case s.absent(r.URL.Path):
		refuse(w, http.StatusNotFound, "null for uri: "+r.URL.Path)
	case s.countdown(&f.Cut):
		whole := inprocess.NewAnswer()
		s.mux.ServeHTTP(whole, r)
		w.WriteHeader(whole.Status)
		w.Write(whole.Body.Bytes()[:whole.Body.Len()/2])
	default:
		s.mux.ServeHTTP(w, r)
	}
}

func (s *Server) countdown(n *int) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	*n--
	return *n >= 0
}

func (s *Server) absent(path string) bool {
	for _, word := range s.Faults.Absent {
		if strings.Contains(path, word) {
			return true
		}
	}
	return false
}

// Transport answers requests in memory, whatever host they name: no port is opened.
func (s *Server) Transport() http.RoundTripper { return inprocess.Transport(s) }

// reply writes an answer. Object keys are sorted: the same question has the same answer.
func reply(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json;charset=UTF-8")
	if err := json.MarshalWrite(w, body, json.Deterministic(true)); err != nil {
		refuse(w, http.StatusInternalServerError, "the answer cannot be written")
	}
}

// refuse writes an error as Jira does.
func refuse(w http.ResponseWriter, status int, message string) {
	w.Header().Set("Content-Type", "application/json;charset=UTF-8")
	w.WriteHeader(status)
	reply(w, object{"errorMessages": []string{message}, "errors": object{}})
}

// span reads startAt and maxResults, and gives the part of n things they mean.
func span(r *http.Request, n, most int) (from, to int) {
	from, _ = strconv.Atoi(r.FormValue("startAt"))
	size, err := strconv.Atoi(r.FormValue("maxResults"))
	if err != nil || size <= 0 || size > most {
		size = most
	}
	from = min(max(from, 0), n)
	return from, min(from+size, n)
}
