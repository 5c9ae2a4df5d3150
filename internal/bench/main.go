// Command bench measures a pull against what the network alone costs: it starts a tracker
// that only ever copies prepared answers, lets the program pull, analyse and report, and
// lets a bare client fetch the same pages with the same concurrency. Server and clients
// are processes of their own, so that the figures are the clients' alone.
//
//	go run ./internal/bench
//	go run ./internal/bench -tracker azure -large 0
//
// Or it measures what the report of many teams takes in every format:
//
//	go run ./internal/bench -reports 200
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

func main() {
	small := flag.Int("items", 10_000, "items of the first organisation")
	large := flag.Int("large", 100_000, "items of the others; 0 leaves them out")
	fetch := flag.String("fetch", "", "be the bare client of this `address`")
	tracker := flag.String("tracker", "jira", "the tracker: jira or azure")
	serve := flag.String("serve", "", "be the tracker of so many `TEAMSxITEMS`")
	reports := flag.Int("reports", 0, "measure the formats instead, for so many `teams`")
	flag.Parse()
	err := error(nil)
	switch {
	case *reports > 0:
		err = formatsOf(*reports)
	case *fetch != "":
		err = fetchAll(*fetch)
	case *serve != "":
		err = serveAll(*tracker, *serve)
	default:
		err = run(*tracker, *small, *large)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// build makes the program in a folder of its own, which the caller removes.
func build() (dir, program string, err error) {
	if dir, err = os.MkdirTemp("", "rolehealth-bench-"); err != nil {
		return "", "", err
	}
	program = filepath.Join(dir, "rolehealth")
	compile := exec.Command("go", "build", "-o", program, "./cmd/rolehealth")
	compile.Stderr = os.Stderr
	if err := compile.Run(); err != nil {
		return "", "", errors.Join(fmt.Errorf("building the program: %w", err), os.RemoveAll(dir))
	}
	return dir, program, nil
}

func run(tracker string, small, large int) error {
	dir, program, err := build()
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := &bench{dir: dir, tracker: tracker, program: program}
	fmt.Printf("%-44s %8s %8s %8s %9s %7s\n", "", "requests", "wall s", "CPU s", "items/CPU", "RSS MB")
	if err := b.organisation(1, small); err != nil {
		return err
	}
	if large == 0 {
		return nil
	}
	if err := b.organisation(10, large/10); err != nil {
		return err
	}
	return b.organisation(1, large)
}

type bench struct {
	dir, program  string
	tracker       string
	teams, items  int
	site          control
	config, store string
}

// organisation measures one site, from a cold pull to the report.
func (b *bench) organisation(teams, items int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	b.teams, b.items = teams, items
	var stop func()
	if b.site, stop, err = start(self, b.tracker, teams, items); err != nil {
		return err
	}
	defer stop()
	b.store = filepath.Join(b.dir, fmt.Sprint(teams, "x", items))
	b.config = b.store + ".yaml"
	if err := os.WriteFile(b.config, []byte(trackers[b.tracker].configured(b.site.address, teams)), 0o600); err != nil {
		return err
	}
	fmt.Printf("teams: %d, items in each: %d, with 12 changes each\n", teams, items)
	// The first run prepares the answers; the server's own work must not count.
	if _, err := b.measure("", b.rolehealth("pull", "-first")); err != nil {
		return err
	}
	for _, latency := range []time.Duration{0, 100 * time.Millisecond} {
		b.site.set("latency", latency.String())
		of := fmt.Sprintf(", %s a request", latency)
		bare, err := b.measure("bare client, gunzip"+of, exec.Command(self, "-fetch", b.site.address))
		if err != nil {
			return err
		}
		pull, err := b.measure("pull, cold"+of, b.rolehealth("pull", latency.String()))
		if err != nil {
			return err
		}
		whole, err := b.measure("pull, analyse and report, cold"+of, b.rolehealth("run", latency.String()+"-run"))
		if err != nil {
			return err
		}
		fmt.Printf("  %-42s          %7.2fx for the pull, %.2fx with analysis and report\n", "over the bare client", pull/bare, whole/bare)
	}
	return b.again()
}

// again measures what comes after the first pull.
func (b *bench) again() error {
	b.site.set("latency", "0s")
	if _, err := b.measure("pull, nothing changed", b.rolehealth("pull", "0s")); err != nil {
		return err
	}
	b.site.set("change", "100")
	if _, err := b.measure("pull, 100 changed in each team", b.rolehealth("pull", "0s")); err != nil {
		return err
	}
	_, err := b.measure("analysis alone, all checks, text report", b.rolehealth("analyze", "0s"))
	return err
}

func (b *bench) rolehealth(command, store string) *exec.Cmd {
	return exec.Command(b.program, command, "-q", "--config", b.config, "--data", b.store+store)
}

// measure runs a client, prints what it took, and gives its seconds on the clock.
func (b *bench) measure(what string, client *exec.Cmd) (float64, error) {
	before := b.site.requests()
	client.Env = append(os.Environ(), "BENCH_TOKEN=none")
	client.Stderr = os.Stderr
	begun := time.Now()
	err := client.Run()
	wall := time.Since(begun).Seconds()
	if err != nil {
		return wall, fmt.Errorf("%s: %w", strings.Join(client.Args, " "), err)
	}
	cpu := (client.ProcessState.UserTime() + client.ProcessState.SystemTime()).Seconds()
	usage := client.ProcessState.SysUsage().(*syscall.Rusage)
	if what != "" {
		fmt.Printf("  %-42s %8d %8.2f %8.2f %9.0f %7.0f\n", what, b.site.requests()-before, wall, cpu,
			float64(b.teams*b.items)/cpu, float64(usage.Maxrss)/1024)
	}
	return wall, nil
}

// trackers are how they are made, and how the program is told of them.
var trackers = map[string]struct {
	made       func(teams, items int) tracker
	configured func(address string, teams int) string
}{
	"jira":  {func(teams, items int) tracker { return newJira(teams, items) }, jiraConfiguration},
	"azure": {func(teams, items int) tracker { return newAzure(teams, items) }, azureConfiguration},
}

func jiraConfiguration(address string, teams int) string {
	var s strings.Builder
	fmt.Fprintf(&s, "connections:\n  - {name: bench, type: jira, url: %q, token_env: BENCH_TOKEN}\nteams:\n", address)
	for i := range teams {
		fmt.Fprintf(&s, "  - {name: Team %d, connection: bench, board: %[1]d, %s}\n", i+1, roles(i+1))
	}
	return s.String()
}

// roles tells who the Product Owner and the stakeholder of a team are, without whom half of
// the checks would have nothing to do.
func roles(team int) string {
	return fmt.Sprintf("roles: [{person: Person %d-1, role: product_owner}, {person: Person %[1]d-%d, role: stakeholder}]", team, people)
}
