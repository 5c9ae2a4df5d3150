// Command rolehealth reads the backlogs and Sprints of teams, with their whole
// history, and tells how the Product Owner role is lived.
//
// This package is the wiring: flags and configuration in, connectors, mirror, checks
// and report formats put together, exit statuses out. Each command has its own file;
// run.go holds what they share. Nothing else in the program knows cobra or viper.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // one binary that knows the time zones anywhere
)

func main() {
	if os.Getenv("GOGC") == "" {
		setPace()
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Environ()))
}
