package deliver

// This file words a message's subject, and names its attachment.

import (
	"fmt"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/report"
)

// subject is such as "Checkout: 2 things to talk about, 1 new, 1 better (week 47)".
func subject(all []told) string {
	var until string
	var talk, fresh, better, judged, unjudged, failed int
	for _, t := range all {
		until = max(until, t.Window.To)
		talk += len(t.Talk)
		fresh += len(t.News.With(report.Fresh))
		better += len(t.News.With(report.Better)) + len(t.News.With(report.Gone))
		judged += len(t.Works) + len(t.Talk)
		if len(t.Errors) > 0 {
			failed++
		} else {
			unjudged += t.Unjudged
		}
	}
	what := report.Several(talk, "thing") + " to talk about"
	switch {
	case len(all) == failed:
		what = "could not be read"
	case judged == 0:
		what = "cannot tell yet"
	case talk == 0:
		what = report.Quiet(judged, unjudged)
	}
	for _, part := range []struct {
		n    int
		what string
	}{{fresh, "new"}, {better, "better"}, {failed, "not read"}} {
		if part.n > 0 && failed < len(all) {
			what += fmt.Sprintf(", %d %s", part.n, part.what)
		}
	}
	who := report.Several(len(all), "team")
	if len(all) == 1 {
		who = all[0].Name
	}
	if day, err := time.Parse(time.DateOnly, until); err == nil {
		_, week := day.ISOWeek()
		what += fmt.Sprintf(" (week %d)", week)
	}
	return who + ": " + what
}

// fileName is such as rolehealth-checkout-2026-11-20.html, in letters that every mail
// program and file system takes.
func fileName(all []told) string {
	var until string
	for _, t := range all {
		until = max(until, t.Window.To)
	}
	name := fmt.Sprint(len(all), "-teams")
	if len(all) == 1 {
		name = slug(all[0].Name)
	}
	return strings.Trim("rolehealth-"+name+"-"+slug(until), "-") + ".html"
}

func slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return strings.Join(words, "-")
}
