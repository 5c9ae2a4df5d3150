package main

// This file writes what was read in a story, for programs and for people.

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/rolehealth/rolehealth/analyze/text"
)

// answer is what was made of one question about a story; an unknown one is null.
type answer struct {
	known, yes bool
	span       text.Span
}

func (a answer) MarshalJSON() ([]byte, error) {
	if !a.known {
		return []byte("null"), nil
	}
	return json.Marshal(a.yes)
}

// span is where an answer stands, in characters, and the words themselves.
type span struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Text string `json:"text"`
}

// answers are all questions about a story. What was found is known in every language;
// that something is not there is known in a language that is read.
type answers struct {
	ID           json.RawMessage `json:"id"`
	Language     *text.Language  `json:"language"`
	Who          answer          `json:"who"`
	WhoSpecific  answer          `json:"who_specific"`
	Why          answer          `json:"why"`
	Outcome      answer          `json:"outcome"`
	Hypothesis   answer          `json:"hypothesis"`
	CustomerLink answer          `json:"customer_link"`
	Criteria     answer          `json:"acceptance_criteria"`
	Crisp        answer          `json:"crisp"`
	Technical    answer          `json:"technical"`
	Spans        map[string]span `json:"spans"`
}

func answersOf(s story, r text.Reading) answers {
	read := r.Language != text.Unknown
	found := func(yes bool, at text.Span) answer { return answer{read || yes, yes, at} }
	a := answers{
		ID:           s.ID,
		Who:          found(r.Who, r.Spans.Who),
		WhoSpecific:  answer{read, r.WhoSpecific, r.Spans.Who},
		Why:          found(r.Why, r.Spans.Why),
		Outcome:      found(r.Outcome, r.Spans.Outcome),
		Hypothesis:   found(r.Hypothesis, r.Spans.Hypothesis),
		CustomerLink: found(r.CustomerLink, r.Spans.CustomerLink),
		Criteria:     found(r.Criteria, r.Spans.Criteria),
		Crisp:        answer{read, r.Crisp, r.Spans.Crisp},
		Technical:    found(r.Technical, r.Spans.Technical),
	}
	if s.ID == nil {
		a.ID = json.RawMessage(`""`)
	}
	if read {
		a.Language = &r.Language
	}
	if text.KindOf(s.Type, nil, s.Summary) != text.Functional {
		a.Technical = answer{} // it says so openly
	}
	return a
}

// named gives the answers by their name in JSON, in its order.
func (a answers) named() []struct {
	name string
	answer
} {
	return []struct {
		name string
		answer
	}{
		{"who", a.Who}, {"who_specific", a.WhoSpecific}, {"why", a.Why}, {"outcome", a.Outcome}, {"hypothesis", a.Hypothesis},
		{"customer_link", a.CustomerLink}, {"acceptance_criteria", a.Criteria}, {"crisp", a.Crisp}, {"technical", a.Technical},
	}
}

func writeReadingJSON(w io.Writer, s story, r text.Reading) error {
	a, whole := answersOf(s, r), s.text().Text()
	a.Spans = map[string]span{}
	for _, one := range a.named() {
		if at := one.span; one.known && one.yes {
			a.Spans[one.name] = span{utf8.RuneCountInString(whole[:at.From]), utf8.RuneCountInString(whole[:at.To]), whole[at.From:at.To]}
		}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	if err := out.Encode(a); err != nil {
		return fmt.Errorf("writing what was read: %w", err)
	}
	return nil
}

// labels are the answers in the words of people.
var labels = map[string]string{
	"who": "for whom", "who_specific": "somebody in particular", "why": "why", "outcome": "measurable outcome", "hypothesis": "hypothesis",
	"customer_link": "from a customer", "acceptance_criteria": "acceptance criteria", "crisp": "that can be checked", "technical": "technical in disguise",
}

// longQuote is how many characters of a span people are shown.
const longQuote = 72

func writeReadingText(w io.Writer, s story, r text.Reading) error {
	a, whole := answersOf(s, r), s.text().Text()
	var b strings.Builder
	title, _, _ := strings.Cut(strings.TrimSpace(whole), "\n")
	fmt.Fprintln(&b, strings.TrimSpace(strings.Trim(string(s.ID), `"`)+" "+quoted(title)))
	row := func(label, value string) { fmt.Fprintf(&b, "  %-24s%s\n", label, value) }
	row("language", cmp.Or(string(r.Language), "none that is read"))
	for _, one := range a.named() {
		row(labels[one.name], one.words(whole, r, one.name))
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, oneLineEach(b.String()))
	return err
}

// words are an answer for people: yes with the words it rests on, no, or cannot tell.
func (a answer) words(whole string, r text.Reading, name string) string {
	switch {
	case !a.known:
		return "cannot tell"
	case !a.yes:
		return "no"
	}
	said := "yes: " + quoted(whole[a.span.From:a.span.To])
	switch {
	case name == "why" && r.WeakWhy:
		said += " (it repeats the wish)"
	case name == "acceptance_criteria" && r.CriteriaCount > 1:
		said += fmt.Sprintf(" (the first of %d)", r.CriteriaCount)
	}
	return said
}

// quoted is a text in quotation marks, in one line that is not too long.
func quoted(s string) string {
	short := []rune(strings.Join(strings.Fields(s), " "))
	if len(short) > longQuote {
		short = append(short[:longQuote-1], '…')
	}
	return "“" + string(short) + "”"
}

// oneLineEach keeps the lines, and what is in them from steering the terminal.
func oneLineEach(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = oneLine(lines[i])
	}
	return strings.Join(lines, "\n")
}
