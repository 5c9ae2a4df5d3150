package report

// This file writes Markdown for wikis and job summaries: the same story as the text
// format, with links. It keeps to what every dialect understands.

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// shownItems is how much evidence is shown before "and so many more".
const shownItems = 7

// Markdown writes a report in CommonMark.
func Markdown(w io.Writer, r analyze.Report) error { return Since{}.markdown(w, r) }

func (s Since) markdown(w io.Writer, r analyze.Report) error {
	var m markdown
	r = neutral(r)
	m.report(r, s.news(r))
	_, err := w.Write(m.Bytes())
	return err
}

type markdown struct{ bytes.Buffer }

func (m *markdown) line(format string, args ...any) {
	fmt.Fprintf(m, format, args...)
	m.WriteByte('\n')
}

func (m *markdown) report(r analyze.Report, news []News) {
	m.line("# How the Product Owner role is lived\n")
	m.line("*%s*\n", literal(r.Purpose))
	if len(r.Teams) == 0 {
		m.line("There is no team in this report.")
	}
	if len(r.Teams) > 1 {
		for i, t := range r.Teams {
			m.line("- **%s**: %s", literal(t.Name), literal(strings.TrimSuffix(inBrief(t)+" · "+news[i].brief(), " · ")))
		}
		m.line("")
		m.shared(r.Teams)
	}
	for i, t := range r.Teams {
		m.team(t, news[i])
	}
}

// shared is what several teams have in common, and what none of them shows.
func (m *markdown) shared(teams []analyze.TeamReport) {
	o := together(teams)
	if len(o.Shared) > 0 {
		m.line("## %s\n\n%s\n", sharedTitle, literal(sharedLead))
	}
	for _, p := range o.Shared {
		m.line("- %s: **%s** (%s): %s", p.Count(len(teams)), literal(p.Title), literal(p.ID), literal(strings.Join(p.names(teams), ", ")))
	}
	if len(o.Shared) > 0 {
		m.line("")
	}
	if absent := o.absent(); absent != "" {
		m.line("%s\n", literal(absent))
	}
}

func (m *markdown) team(t analyze.TeamReport, n News) {
	m.line("## %s\n", literal(strings.TrimSuffix(t.Name+" · "+headline(t), " · ")))
	if c := t.Coverage; c.Items+c.ItemsExpected > 0 {
		m.line("%s · %s · %s\n", literal(size(t)), literal(completeness(c)), literal(owner(t.Roles)))
	}
	m.list("Problem: ", t.Errors)
	m.list("Note: ", t.Coverage.Warnings)
	if len(t.Coverage.Missing) > 0 {
		m.list("The tracker does not tell: ", []string{strings.Join(t.Coverage.Missing, ", ")})
	}
	if changed := n.whole(); changed != "" {
		m.line("%s\n", literal(changed))
	}
	o := arrange(t.Checks)
	if len(o.Works) > 0 {
		m.line("### Works well\n")
		for _, f := range o.Works {
			m.line("- %s (%s)", literal(firstSentence(f.Message)), literal(f.ID+aside(n.Change(f).mark())))
		}
		if len(o.AlsoWorks) > 0 {
			m.line("- and %s more: %s", number(len(o.AlsoWorks)), literal(idsOf(o.AlsoWorks)))
		}
		m.line("")
	}
	if len(o.Talk) > 0 {
		m.line("### To talk about\n")
		for _, f := range o.Talk {
			m.finding(f, t.Window, n.Change(f))
		}
	}
	m.stances(t)
	if len(o.Silent) > 0 {
		m.line("### Cannot tell\n")
		for _, s := range o.Silent {
			m.line("- %s (%s)", literal(s.Reason), literal(idsOf(s.Findings)))
		}
		m.line("")
	}
}

func (m *markdown) finding(f analyze.Finding, window analyze.Period, changed Change) {
	sign, weight := "□", "worth watching"
	if f.Status == analyze.Flag {
		sign, weight = "■", string(f.Level)
	}
	m.line("#### %s %s (%s, %s)\n", sign, literal(f.Title), literal(f.ID), weight+aside(changed.mark()))
	m.line("%s\n", literal(f.Message))
	if a := f.Acknowledged; a != nil {
		m.line("> %s\n", literal(answer(*a)))
	}
	if before := stoodBefore(f, window); before != "" {
		m.list("Earlier: ", []string{before})
	}
	m.list("Doubt: ", f.Doubts)
	m.evidence("Rests on", f.For)
	if len(f.Against) >= analyze.MostAgainst {
		m.evidence("Against it, at most the newest "+number(analyze.MostAgainst), f.Against)
	} else {
		m.evidence("Against it", f.Against)
	}
	m.list("Could be harmless: ", f.Benign)
	m.list("Ask: ", f.Ask)
	if f.Try != "" {
		m.list("Try: ", []string{f.Try})
	}
}

// stances writes the ledger: those with signs with what speaks for and against them, the
// others by name.
func (m *markdown) stances(t analyze.TeamReport) {
	for i, part := range ledger(t, "") {
		if i == 0 {
			m.line("### %s\n\n%s\n", ledgerTitle, literal(ledgerLead))
		}
		m.line("#### %s\n", literal(part.Title))
		for _, s := range part.Stances {
			if !s.Seen {
				continue
			}
			m.line("- **%s**: %s", literal(s.whole()), s.Word)
			m.signs("for", s.For)
			m.signs("against", s.Against)
			for _, quiet := range s.Silent {
				m.line("  - not judged: %s, %s", literal(quiet.Short), literal(quiet.Said))
			}
		}
		for _, word := range unseenWords {
			if names := part.named(word); names != "" {
				m.line("- %s: %s", word, literal(names))
			}
		}
		m.line("")
	}
}

func (m *markdown) signs(what string, signs []sign) {
	for _, s := range signs {
		m.line("  - %s: %s (%s)", what, literal(s.Said), literal(s.Short))
	}
}

// list writes a line each, or nothing.
func (m *markdown) list(what string, lines []string) {
	for _, l := range lines {
		m.line("- %s%s", what, literal(l))
	}
	if len(lines) > 0 {
		m.line("")
	}
}

func (m *markdown) evidence(what string, all []analyze.Evidence) {
	if len(all) == 0 {
		return
	}
	m.line("%s:\n", what)
	for _, e := range all[:min(len(all), shownItems)] {
		said := e.What
		if e.By != "" {
			said = e.By + ": " + said
		}
		m.line("- %s, %s: %s", linked(e), literal(date(e.At)), literal(said))
	}
	if more := len(all) - shownItems; more > 0 {
		m.line("- and %s more", number(more))
	}
	m.line("")
}

// linked is the item, as a link where its address is one of the web.
func linked(e analyze.Evidence) string {
	to := link(e.URL)
	if to == "" {
		return literal(subject(e))
	}
	return "[" + literal(e.Item) + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C").Replace(to) + ">)"
}

// aside sets words apart that may be none.
func aside(s string) string {
	if s == "" {
		return ""
	}
	return ", " + s
}

func idsOf(findings []analyze.Finding) string {
	ids := make([]string, len(findings))
	for i, f := range findings {
		ids[i] = f.ID
	}
	return strings.Join(ids, ", ")
}

// answer is what the team answered to a finding, in a sentence.
func answer(a analyze.Acknowledgement) string {
	s := "The team's answer: " + a.As
	if a.By != "" {
		s += ", by " + a.By
	}
	if a.Until != "" {
		s += ", until " + date(a.Until)
	}
	if a.Why != "" {
		s += ": " + a.Why
	}
	return s
}

// literal is text that no dialect takes for markup, for HTML, for an address to make a
// link of, for somebody to notify or for another item to refer to.
func literal(s string) string { return opening.ReplaceAllString(escape.Replace(s), `$1\$2`) }

var escape = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "@", "&#64;", "#", "&#35;", "://", "&#58;//", "www.", "www&#46;",
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "$", `\$`, "!", `\!`, "{", `\{`, "}", `\}`,
)

// opening is what makes a list or a rule of a line that begins with it.
var opening = regexp.MustCompile(`^(\d*)([-+=.)])`)
