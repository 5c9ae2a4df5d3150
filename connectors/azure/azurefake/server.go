// Package azurefake is an Azure DevOps organisation in memory. It takes Snapshots, each
// of which becomes a team of one project, and answers for them as Azure Boards would:
// whole revisions in the order of a watermark, links in a report of their own, ids
// alone from a query, at most two hundred work items at a time, null for what may not be
// read, a place in the backlog as a number with gaps, long text as HTML. Or it answers
// as an Azure DevOps Server of 2020 or 2022, with what those know.
//
// It is written from Microsoft's documents and recorded answers, not from what the
// connector asks. The built-in example can be read through it; tests switch on its
// Faults.
package azurefake

import (
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors/inprocess"
)

// Options say what kind of organisation it is. The zero value is one on Azure DevOps
// Services with the Scrum process.
type Options struct {
	Process Process
	Version string // of an Azure DevOps Server: "2020" or "2022"; empty: Services
	Base    string // the path before the project; default "example-org", or "tfs/DefaultCollection"
	Project string // default "Fabrikam Fiber"
	// Markdown has long text written as that, as Services can since 2025.
	Markdown bool
	// Nested puts every third item into an area below the team's own.
	Nested bool
	// EpicsAbove puts features into the area of the whole project, which no team owns.
	EpicsAbove bool
	// Deleted are the keys of items that lie in the recycle bin.
	Deleted []string
	// Renumbered are moments at which the gaps between the places in a backlog were used
	// up, so that every item of it got another number in the same order.
	Renumbered []time.Time
	// Imported is when the history before it was brought in by a migration; zero: never.
	Imported time.Time
}

// Faults are what goes wrong with real organisations. The zero value is a healthy one.
type Faults struct {
	Token      string   // when set, requests signed with any other get 401
	SignIn     bool     // the sign-in page comes, with status 203
	Redirect   bool     // requests are sent to the sign-in page
	Stopped    bool     // the organisation is stopped: 503, and a byte order mark
	Status     int      // when set, the status of every answer
	Busy       int      // so many requests get 429 first
	Cut        int      // so many answers are cut off first
	Throttled  bool     // answers come with Retry-After and status 200
	Absent     []string // paths that hold one of these words, in lower case, get 404
	Unreadable []string // areas that the account may not read, by their last name
	PageSize   int      // the most of a page; 0: what Azure allows
	QueryLimit int      // the most ids of a query; 0: what Azure allows
	OldLinks   bool     // links are reported in their older, flat shape
	OldPeople  bool     // people are reported by id and combined name only
	Holes      bool     // every fifth revision but first and last is not reported
	Long       int      // updates of items with more revisions than this fail; 0: never
}

// Server answers for one organisation.
type Server struct {
	Faults Faults
	// Until is the organisation's present: what happened later is not there yet. Zero:
	// everything has happened.
	Until time.Time

	options Options
	words   process
	flavour flavour
	project node
	teams   []*team
	items   map[int]*workItem
	byWork  map[*backlog.Item]*workItem
	stream  []*revision // all revisions, by watermark
	links   []link      // all changes of links, by watermark
	fields  []field
	mux     *http.ServeMux
	mutex   sync.Mutex // guards the countdowns in Faults
}

// New makes an organisation out of Snapshots, which must not change afterwards.
func New(options Options, snaps ...*backlog.Snapshot) *Server {
	s := &Server{options: options, flavour: flavours[options.Version], items: map[int]*workItem{}, byWork: map[*backlog.Item]*workItem{}}
	if s.options.Project == "" {
		s.options.Project = "Fabrikam Fiber"
	}
	if s.options.Base == "" {
		s.options.Base = s.flavour.base
	}
	s.project = node{id: 1, name: s.options.Project, path: s.options.Project}
	s.words = options.Process.words(snaps)
	s.fields = s.fieldTable()
	for i, snap := range snaps {
		s.teams = append(s.teams, s.newTeam(i+1, snap))
	}
	for _, t := range s.teams {
		for _, it := range t.items {
			s.tell(it)
		}
	}
	s.number()
	s.mux = s.routes()
	return s
}

// Transport answers requests in memory, whatever host they name: no port is opened.
func (s *Server) Transport() http.RoundTripper { return inprocess.Transport(s) }

// ServeHTTP answers one request, or misbehaves as it was told to.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f := &s.Faults
	switch {
	case f.SignIn:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNonAuthoritativeInfo)
		w.Write([]byte("<!DOCTYPE html><html><title>Azure DevOps Services | Sign In</title><body>secret page content</body></html>"))
	case f.Redirect:
		w.Header().Set("Location", "https://spsprodweu1.vssps.visualstudio.com/_signin")
		w.WriteHeader(http.StatusFound)
	case f.Token != "" && inprocess.Token(r) != f.Token:
		w.Header().Set("Www-Authenticate", `Basic realm="https://dev.azure.com/"`)
		w.WriteHeader(http.StatusUnauthorized)
	case f.Stopped:
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusServiceUnavailable)
		w.Write([]byte("\ufeff"))
		write(w, failure("VssServiceException", "TF24668: The following team project collection is stopped: example-org. Start the collection and then try again."))
	case f.Status != 0:
		refuse(w, f.Status, "VssServiceException", "TF400898: An Internal Error Occurred.")
	case s.countdown(&f.Busy):
		w.Header().Set("Retry-After", "1")
		refuse(w, http.StatusTooManyRequests, "RequestBlockedException", "TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource <Concurrency> in namespace <User>.")
	case s.countdown(&f.Cut):
		whole := inprocess.NewAnswer()
		s.route(whole, r)
		w.WriteHeader(whole.Status)
		w.Write(whole.Body.Bytes()[:whole.Body.Len()/2])
	default:
		if f.Throttled {
			w.Header().Set("Retry-After", "1")
			w.Header().Set("X-RateLimit-Resource", "Core")
			w.Header().Set("X-RateLimit-Delay", "0.500")
			w.Header().Set("X-RateLimit-Remaining", "0")
		}
		s.route(w, r)
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

// happened reports whether t is not in the organisation's future.
func (s *Server) happened(t time.Time) bool { return s.Until.IsZero() || !t.After(s.Until) }

// now is the organisation's present.
func (s *Server) now() time.Time {
	at := s.Until
	for _, t := range s.teams {
		if s.Until.IsZero() && t.snap.TakenAt.After(at) {
			at = t.snap.TakenAt
		}
	}
	return at
}

// page is how many things come at once, where Azure would give most.
func (s *Server) page(most int) int {
	if s.Faults.PageSize > 0 {
		return min(most, s.Faults.PageSize)
	}
	return most
}
