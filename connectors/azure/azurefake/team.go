package azurefake

// This file makes a Snapshot a team: its area, its iterations and its work items.

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// node is an area or an iteration: it has a number in work items and a GUID elsewhere.
type node struct {
	id       int
	name     string
	path     string // from the project down, parted by backslashes
	from, to string // the dates of an iteration; empty: none
}

func (n node) guid() string { return guid("node", n.path) }

// guid makes an id that is the same every time.
func guid(words ...string) string {
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte(strings.Join(words, "\n"))).String()
}

// team is one Snapshot with the numbers Azure gives to things.
type team struct {
	number  int
	name    string
	snap    *backlog.Snapshot
	area    node
	inner   node // the area below
	backlog node // the iteration above the Sprints
	sprints map[*backlog.Sprint]node
	items   []*workItem // by id
	byKey   map[string]*workItem
	places  map[*backlog.Item]float64 // in the order of the backlog
}

func (t *team) id() string { return guid("team", t.name) }

// wef is the prefix of the fields of the team's board.
func (t *team) wef() string {
	return "WEF_" + strings.ToUpper(strings.ReplaceAll(guid("board", t.name), "-", "")) + "_Kanban.Column"
}

// workItem is an item with its history as Azure keeps it.
type workItem struct {
	team  *team
	src   *backlog.Item
	id    int
	area  node
	revs  []*revision // the first has the number 1
	links []change    // of its relations, by time
}

func (s *Server) newTeam(number int, snap *backlog.Snapshot) *team {
	path := s.project.path + `\` + tidy(snap.Team.Name)
	t := &team{number: number, name: snap.Team.Name, snap: snap, sprints: map[*backlog.Sprint]node{}, byKey: map[string]*workItem{},
		area:    node{id: number*1000 + 1, name: tidy(snap.Team.Name), path: path},
		inner:   node{id: number*1000 + 2, name: "Inner", path: path + `\Inner`},
		backlog: node{id: number*1000 + 3, name: tidy(snap.Team.Name), path: path}}
	for i, sprint := range snap.Sprints {
		n := node{id: number*1000 + 10 + i, name: tidy(sprint.Name), path: t.backlog.path + `\` + tidy(sprint.Name)}
		n.from, n.to = t.date(sprint.Start), t.date(sprint.End)
		t.sprints[sprint] = n
	}
	for i, src := range snap.Items {
		it := &workItem{team: t, src: src, id: number*100000 + i + 1, area: t.area}
		switch {
		case s.options.EpicsAbove && src.Level() == backlog.FeatureLevel:
			it.area = s.project
		case s.options.Nested && i%3 == 2:
			it.area = t.inner
		}
		t.items = append(t.items, it)
		s.items[it.id], s.byWork[src], t.byKey[src.Key] = it, it, it
	}
	t.rank()
	return t
}

// tidy takes what may not be in the name of a node out of it.
func tidy(name string) string { return strings.NewReplacer(`\`, "-", "/", "-").Replace(name) }

// date is the team's day at t, as iterations have it: at midnight, of no zone.
func (t *team) date(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return t.snap.Calendar.Date(at) + "T00:00:00Z"
}

// ID is the number that the organisation gave to an item.
func (s *Server) ID(it *backlog.Item) int { return s.byWork[it].id }

// PersonID is the id that the organisation gave to somebody.
func PersonID(p *backlog.Person) string { return guid("person", p.ID) }

// identity writes somebody as Azure does nearly everywhere.
func identity(p *backlog.Person) any {
	if p == nil {
		return nil
	}
	id := PersonID(p)
	out := object{"displayName": p.Name, "id": id, "uniqueName": login(p), "descriptor": descriptor(p),
		"url":      "https://spsprodweu1.vssps.visualstudio.com/_apis/Identities/" + id,
		"imageUrl": "https://dev.azure.com/_apis/GraphProfile/MemberAvatars/" + descriptor(p)}
	out["_links"] = object{"avatar": object{"href": out["imageUrl"]}}
	return out
}

// descriptor tells by its beginning whether somebody is a person or a service.
func descriptor(p *backlog.Person) string {
	if p.App {
		return "svc." + PersonID(p)
	}
	return "aad." + PersonID(p)
}

func login(p *backlog.Person) string {
	for _, name := range []string{p.Mail, p.Login} {
		if name != "" {
			return name
		}
	}
	return p.ID
}

// combined writes somebody in one text, as reports do unless asked otherwise.
func combined(p *backlog.Person) any {
	if p == nil {
		return nil
	}
	return fmt.Sprintf("%s <%s>", p.Name, login(p))
}

// URL is an address of the organisation: that of Services, or of a Server with a host of
// its own for each version.
func (s *Server) URL() string {
	if s.flavour.server {
		return s.site("tfs" + s.options.Version + ".example.com")
	}
	return s.site("dev.azure.com")
}

// site is where the organisation is, as the asker sees it.
func (s *Server) site(host string) string {
	return (&url.URL{Scheme: "https", Host: host, Path: "/" + s.options.Base}).String()
}

// visible are the team's work items that exist and may be read.
func (s *Server) visible(t *team) []*workItem {
	return slices.DeleteFunc(slices.Clone(t.items), func(it *workItem) bool { return !s.readable(it) })
}

// readable reports whether a work item exists already and lies where one may look.
func (s *Server) readable(it *workItem) bool {
	return s.happened(it.revs[0].at) && !slices.Contains(s.Faults.Unreadable, it.area.name)
}

// newest is the work item's last revision so far.
func (s *Server) newest(it *workItem) *revision {
	n := len(it.revs)
	for n > 1 && !s.happened(it.revs[n-1].at) {
		n--
	}
	return it.revs[n-1]
}

// asOf is the work item as it was, with the links it had; nil before it existed.
func (s *Server) asOf(it *workItem, at time.Time) *revision {
	n := 0
	for n < len(it.revs) && !it.revs[n].at.After(at) {
		n++
	}
	if n == 0 {
		return nil
	}
	r := *it.revs[n-1]
	r.seen = at
	return &r
}
