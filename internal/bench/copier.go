package main

// This file is the tracker's front: it renders each answer once, packs it, and copies it
// from then on.

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/maphash"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// asked is one question of a pull, for the bare client to repeat.
type asked struct {
	Method, Path, Accept string
	Body                 []byte
}

// tracker knows the questions that a pull asks.
type tracker interface {
	render(asked) []byte // nil: there is no such thing
	change(n int)        // edits n items of every team, now
}

// copier answers for a tracker.
type copier struct {
	tracker  tracker
	requests atomic.Int64
	latency  atomic.Int64

	mutex   sync.Mutex
	answers map[uint64][]byte
	log     []asked // what was asked while the answers were prepared
	edition int     // moves on with every change
	seed    maphash.Seed
}

func newCopier(t tracker) *copier {
	return &copier{tracker: t, answers: map[uint64][]byte{}, seed: maphash.MakeSeed()}
}

// change edits n items of every team.
func (c *copier) change(n int) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.edition++
	c.tracker.change(n)
}

// serve tells its address, and answers.
func (c *copier) serve(mux http.Handler) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println("http://" + listener.Addr().String())
	return http.Serve(listener, mux)
}

// repeat tells which questions were asked while the answers were prepared.
func (c *copier) repeat(w http.ResponseWriter, _ *http.Request) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	json.NewEncoder(w).Encode(c.log)
}

func (c *copier) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.requests.Add(1)
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	time.Sleep(time.Duration(c.latency.Load()))
	packed := c.answer(asked{r.Method, r.URL.RequestURI(), r.Header.Get("Accept"), body})
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
func (c *copier) answer(q asked) []byte {
	c.mutex.Lock()
	key := maphash.String(c.seed, fmt.Sprint(c.edition, q.Method, q.Path, q.Accept, string(q.Body)))
	packed, known := c.answers[key]
	c.mutex.Unlock()
	if known {
		return packed
	}
	plain := c.tracker.render(q)
	if plain == nil {
		return nil
	}
	var buffer bytes.Buffer
	zip := gzip.NewWriter(&buffer)
	zip.Write(plain)
	zip.Close()
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.answers[key] = buffer.Bytes()
	c.log = append(c.log, q)
	return buffer.Bytes()
}
