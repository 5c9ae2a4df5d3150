package main

// This file decides how a failure ends: with which status, and in which words. A
// failure is one line on stderr that says what is wrong and what to do.

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/rolehealth/rolehealth/connectors"
)

// The exit statuses. Part comes before Found: a gate on partial data is no gate.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2 // the command line or the configuration is wrong
	exitFound  = 3 // findings at or above --fail-on
	exitPart   = 4 // some teams failed, the others were reported
)

// usageError is a mistake in the command line or the configuration.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

func usageErrorf(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...)}
}

// status is an exit status that needs no more words.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

func statusOf(err error) int {
	if err == nil {
		return exitDone
	}
	if s, ok := errors.AsType[status](err); ok {
		return int(s)
	}
	if _, ok := errors.AsType[*usageError](err); ok {
		return exitUsage
	}
	return exitFailed
}

// describe puts a failure into one line: what is wrong and, where it is known, what
// to do next.
func describe(err error) string {
	if errors.Is(err, context.Canceled) {
		return "interrupted; the local copy is as it was before"
	}
	text := err.Error()
	if failure, ok := errors.AsType[*connectors.Error](err); ok && failure.Hint != "" {
		text = strings.TrimRight(text, ".") + "; " + failure.Hint
	}
	return oneLine(text)
}

// public is a failure as a report may tell it: what was being done, of what kind the
// failure is and what to do, without words that a tracker or a file brought in. Those
// may name people, and go to stderr alone.
func public(err error) string {
	if failure, ok := errors.AsType[interface {
		error
		Public() string
	}](err); ok {
		return oneLine(failure.Public())
	}
	return "the team's data could not be read; the run says why on stderr"
}

// oneLine keeps text from elsewhere from breaking the line or steering the terminal.
func oneLine(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), "; ")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, s)
}
