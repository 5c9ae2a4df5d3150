package main

// This file is the Azure Boards: the same stories as the Jira's, told by the fake of an
// organisation. Every tenth work item was talked about, because what was said takes a
// question of its own for each.

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/connectors/inprocess"
)

const talked = 10

type azureBoards struct {
	teams  [][]*issue
	server *azurefake.Server
}

func newAzure(teams, items int) *azureBoards {
	a := &azureBoards{}
	now := time.Now()
	for t := range teams {
		a.teams = append(a.teams, backlogOf(t+1, items, now))
	}
	a.build()
	return a
}

func (a *azureBoards) change(n int) {
	editSome(a.teams, n)
	a.build()
}

// build makes the organisation as it now is.
func (a *azureBoards) build() {
	var snaps []*backlog.Snapshot
	for i, issues := range a.teams {
		snaps = append(snaps, snapshotOf(i+1, issues))
	}
	a.server = azurefake.New(azurefake.Options{Project: "Bench"}, snaps...)
}

func (a *azureBoards) render(q asked) []byte {
	request, err := http.NewRequest(q.Method, "http://127.0.0.1"+q.Path, bytes.NewReader(q.Body))
	if err != nil {
		return nil
	}
	request.Header.Set("Accept", q.Accept)
	answer := inprocess.NewAnswer()
	a.server.ServeHTTP(answer, request)
	if answer.Status != http.StatusOK {
		return nil
	}
	return answer.Body.Bytes()
}

// The words of every team.
var (
	story = &backlog.Type{ID: "11", Name: "Story", Level: backlog.BacklogLevel}
	epic  = &backlog.Type{ID: "12", Name: "Epic", Level: backlog.FeatureLevel}
	steps = []*backlog.Status{{ID: "1", Name: "To Do", Category: backlog.ToDo}, {ID: "2", Name: "In Progress", Category: backlog.InProgress, Column: 1},
		{ID: "3", Name: "Done", Category: backlog.Done, Column: 2}}
)

// snapshotOf tells the stories of a team's issues as revisions.
func snapshotOf(team int, issues []*issue) *backlog.Snapshot {
	now := time.Now()
	s := &backlog.Snapshot{Team: backlog.Team{Name: fmt.Sprintf("Team %d", team)}, Process: backlog.Scrum, TakenAt: now, PulledAt: now}
	for n := range people {
		s.People = append(s.People, &backlog.Person{ID: fmt.Sprintf("%d-%d", team, n+1), Name: fmt.Sprintf("Person %d-%d", team, n+1)})
	}
	for n := range 28 {
		start := now.Truncate(24*time.Hour).AddDate(0, 0, -14*n-13)
		s.Sprints = append(s.Sprints, &backlog.Sprint{ID: strconv.Itoa(n), Name: fmt.Sprintf("Sprint %d", 28-n), Start: start, End: start.AddDate(0, 0, 13), Completed: start.AddDate(0, 0, 13)})
	}
	for _, is := range issues {
		s.Items = append(s.Items, is.told(s))
	}
	s.Sort()
	return s
}

// told tells an issue's twelve changes, and its edits.
func (is *issue) told(s *backlog.Snapshot) *backlog.Item {
	it := &backlog.Item{ID: strconv.Itoa(is.id), Key: strconv.Itoa(is.id), Order: is.at}
	chance := is.chance()
	text := strings.NewReplacer(`\n`, "\n", `*`, "").Replace(is.story(chance))
	state := backlog.State{Type: story, Status: steps[0], Assignee: s.People[is.developer()-1], Text: &backlog.Text{Title: fmt.Sprintf("Refund %d shows when the money arrives", is.at+1), Description: "As a buyer, I want my money."}}
	if is.epic() {
		state.Type = epic
	}
	first := state
	it.Revisions = []backlog.Revision{{At: is.created, By: s.People[is.asker()-1], Changed: backlog.Created, State: &first}}
	for n := range changes + is.edits {
		r := backlog.Revision{At: is.moment(n), By: s.People[is.by(n)-1]}
		switch r.Changed = backlog.EffortField; is.act(n) {
		case 0, 2, 4, 6:
			r.Changed, r.Rank = backlog.RankField, int8(1-is.at%2*2)
		case 1:
			r.Changed, state.Text = backlog.DescriptionField, &backlog.Text{Title: state.Text.Title, Description: text}
		case 3:
			r.Changed, state.Estimate = backlog.EstimateField, float64(is.at%5+1)
		case 5:
			r.Changed, state.Sprints = backlog.SprintField, []*backlog.Sprint{s.Sprints[is.sprint()%1000]}
		case 8:
			r.Changed, state.Labels = backlog.LabelsField, []string{"refund", "web"}
		case 9:
			r.Changed, state.Status = backlog.StatusField, steps[1]
		case 11:
			r.Changed, state.Status, state.Outcome = backlog.StatusField|backlog.OutcomeField, steps[2], backlog.Delivered
		}
		after := state
		r.State = &after
		it.Revisions = append(it.Revisions, r)
	}
	if is.at%talked == 0 {
		var said strings.Builder
		write(&said, chance, 12)
		it.Comments = []backlog.Comment{{At: is.moment(1).Add(time.Hour), By: s.People[is.developer()-1], Text: "Which currency is meant? " + said.String(), Mentions: s.People[:1]}}
	}
	return it
}

func azureConfiguration(address string, teams int) string {
	var s strings.Builder
	fmt.Fprintf(&s, "connections:\n  - {name: bench, type: azure, url: %q, token_env: BENCH_TOKEN}\nteams:\n", address+"/example-org")
	for i := range teams {
		fmt.Fprintf(&s, "  - {name: Team %d, connection: bench, project: Bench, team: Team %[1]d, %s}\n", i+1, roles(i+1))
	}
	return s.String()
}
