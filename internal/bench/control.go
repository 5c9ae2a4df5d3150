package main

// This file starts the tracker as a process of its own, and steers it.

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// control steers a tracker from outside.
type control struct{ address string }

// start starts a tracker; stop ends it.
func start(self, tracker string, teams, items int) (c control, stop func(), err error) {
	child := exec.Command(self, "-tracker", tracker, "-serve", fmt.Sprintf("%dx%d", teams, items))
	child.Stderr = os.Stderr
	said, err := child.StdoutPipe()
	if err != nil {
		return c, nil, err
	}
	if err := child.Start(); err != nil {
		return c, nil, err
	}
	stop = func() { _, _ = child.Process.Kill(), child.Wait() }
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		stop()
		return c, nil, fmt.Errorf("starting the tracker: %w", err)
	}
	return control{strings.TrimSpace(line)}, stop, nil
}

func (c control) set(what, value string) { c.ask(what + "?to=" + value) }

func (c control) requests() int {
	n, err := strconv.Atoi(c.ask("requests"))
	if err != nil {
		panic(err) // it is our own server
	}
	return n
}

func (c control) ask(what string) string {
	answer, err := http.Get(c.address + "/control/" + what)
	if err != nil {
		panic(err)
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(answer.Body)
	if err != nil {
		panic(err)
	}
	return string(said)
}

// serveAll is the tracker, until it is killed.
func serveAll(tracker, size string) error {
	var teams, items int
	if _, err := fmt.Sscanf(size, "%dx%d", &teams, &items); err != nil {
		return fmt.Errorf("-serve %s: %w", size, err)
	}
	kind, known := trackers[tracker]
	if !known {
		return fmt.Errorf("-tracker %s: it is jira or azure", tracker)
	}
	j := newCopier(kind.made(teams, items))
	mux := http.NewServeMux()
	mux.Handle("/", j)
	mux.HandleFunc("/control/log", j.repeat)
	mux.HandleFunc("/control/requests", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, j.requests.Load()) })
	mux.HandleFunc("/control/latency", func(_ http.ResponseWriter, r *http.Request) {
		if latency, err := time.ParseDuration(r.FormValue("to")); err == nil {
			j.latency.Store(int64(latency))
		}
	})
	mux.HandleFunc("/control/change", func(_ http.ResponseWriter, r *http.Request) {
		if n, err := strconv.Atoi(r.FormValue("to")); err == nil {
			j.change(n)
		}
	})
	return j.serve(mux)
}
