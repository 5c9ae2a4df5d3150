package main

// This file is the Jira: it renders each answer once, packs it, and copies it from then
// on. It knows the questions that a pull asks.

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/maphash"
	"io"
	"net"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// asked is one question of a pull, for the bare client to repeat.
type asked struct {
	Method, Path string
	Body         []byte
}

type jira struct {
	teams    [][]*issue
	requests atomic.Int64
	latency  atomic.Int64

	mutex   sync.Mutex
	answers map[uint64][]byte
	log     []asked // what was asked while the answers were prepared
	edition int     // moves on with every change
	seed    maphash.Seed
}

func newJira(teams, items int) *jira {
	j := &jira{answers: map[uint64][]byte{}, seed: maphash.MakeSeed()}
	now := time.Now()
	for t := range teams {
		j.teams = append(j.teams, backlogOf(t+1, items, now))
	}
	return j
}

// change edits n issues of every team, now.
func (j *jira) change(n int) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	j.edition++
	for _, issues := range j.teams {
		for i := range n {
			issues[i*len(issues)/n].edit(time.Now())
		}
	}
}

// serve tells its address, and answers.
func (j *jira) serve(mux http.Handler) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println("http://" + listener.Addr().String())
	return http.Serve(listener, mux)
}

// repeat tells which questions were asked while the answers were prepared.
func (j *jira) repeat(w http.ResponseWriter, _ *http.Request) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	json.NewEncoder(w).Encode(j.log)
}

func (j *jira) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	j.requests.Add(1)
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	time.Sleep(time.Duration(j.latency.Load()))
	packed := j.answer(asked{r.Method, r.URL.RequestURI(), body})
	if packed == nil {
		http.Error(w, `{"errorMessages":["no such thing"]}`, http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		plain, _ := gzip.NewReader(bytes.NewReader(packed))
		io.Copy(w, plain)
		return
	}
	w.Header().Set("Content-Encoding", "gzip")
	w.Header().Set("Content-Length", strconv.Itoa(len(packed)))
	w.Write(packed)
}

// answer renders and packs, or copies.
func (j *jira) answer(q asked) []byte {
	j.mutex.Lock()
	key := maphash.String(j.seed, fmt.Sprint(j.edition, q.Method, q.Path, string(q.Body)))
	packed, known := j.answers[key]
	j.mutex.Unlock()
	if known {
		return packed
	}
	plain := j.render(q)
	if plain == nil {
		return nil
	}
	var buffer bytes.Buffer
	zip := gzip.NewWriter(&buffer)
	zip.Write(plain)
	zip.Close()
	j.mutex.Lock()
	defer j.mutex.Unlock()
	j.answers[key] = buffer.Bytes()
	j.log = append(j.log, q)
	return buffer.Bytes()
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
