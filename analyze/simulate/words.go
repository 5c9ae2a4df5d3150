package simulate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file makes texts out of a team's stock of subjects. The stock is dealt like a
// deck of cards: every subject and variant once, theme after theme with some overlap,
// as products move from one concern to the next.

// stock is what a team writes about.
type stock struct {
	Themes     []theme
	Variants   []string // where a wish may apply: "in the app"
	Odd        []want   // titles that try what a report can hold
	Bucket     string   // the title of the epic for everything else; empty: none
	Symptoms   []string // bugs are a symptom at a place
	Places     []string
	Components []string // what technical work is done on
	Criteria   []string // acceptance criteria that fit nearly every story
	Background []string // what is known about the need behind a story
	Questions  []question
	Tongue     *tongue // nil: English
}

// tongue is how stories and requests are worded in another language.
type tongue struct {
	Story   string // with persona, wish and reason
	Heading string // over acceptance criteria
	Notes   []string
	Details []string
	Wishes  []string // with the title
}

// theme is a concern of the product: an epic and the wishes under it.
type theme struct {
	Title    string
	Outcome  string // empty: an epic that is only a title
	Personas []string
	Goals    []string // Sprint Goals that serve it
	Wants    []want
}

// want is one wish: "As a …, I want to <Want>, so that <Why>."
type want struct{ Title, Want, Why string }

// card is a wish with a variant, dealt once.
type card struct {
	theme   int
	want    *want
	variant string
}

// shuffle builds the deck. A theme's cards lie around its place in the row of themes.
func (t *team) shuffle() []card {
	type placed struct {
		card
		at float64
	}
	var all []placed
	for i, theme := range t.Stock.Themes {
		for j := range theme.Wants {
			for _, v := range append([]string{""}, t.Stock.Variants...) {
				all = append(all, placed{card{i, &theme.Wants[j], v}, float64(i) + 3*t.rng.Float64()})
			}
		}
	}
	t.rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	all = all[:min(len(all), t.subjects())]
	for i := range t.Stock.Odd {
		all = append(all, placed{card{0, &t.Stock.Odd[i], ""}, float64(len(t.Stock.Themes)) * t.rng.Float64() / 2})
	}
	slices.SortFunc(all, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	var deck []card
	for _, p := range all {
		deck = append(deck, p.card)
	}
	return deck
}

// subjects is about how many wishes the team will write, so that the deck lasts.
func (t *team) subjects() int {
	h := t.Habits
	return int(1.1*42*(h.Requests+h.Ideas+h.Tickets+h.Inserted/2)) + h.Standing + 10
}

// deal takes the next card.
func (t *team) deal() card {
	if len(t.deck) == 0 {
		t.deck = t.shuffle()
	}
	c := t.deck[0]
	t.deck = t.deck[1:]
	return c
}

// home is the epic for a card: the theme's own, a bucket, or none.
func (t *team) home(c card) *work {
	switch x := t.rng.Float64(); {
	case x < t.Habits.Parented:
		return t.epic(c.theme)
	case x < t.Habits.Parented+t.Habits.Bucketed:
		return t.misc()
	}
	return nil
}

// epic is a theme's epic, written when the first item needs it.
func (t *team) epic(i int) *work {
	if w := t.epics[i]; w != nil && w.state != scenario.Done && !t.full(w) {
		return w
	}
	by := t.decider()
	if t.Habits.Handed {
		by = one(t, t.present(portfolio))
	}
	if by == nil {
		return t.epics[i]
	}
	text := &backlog.Text{Title: t.Stock.Themes[i].Title, Description: t.Stock.Themes[i].Outcome}
	if t.Habits.Hollow {
		text.Description = ""
	}
	if t.Habits.Scoped {
		text.Description = fmt.Sprintf(pick(t, scopes), strings.ToLower(text.Title), pick(t, t.Stock.Themes[i].Wants).Want)
	}
	if t.epics[i] != nil {
		text.Title += ", " + pick(t, nextSteps)
	}
	t.epics[i] = t.create(by, nil, backlog.State{Type: scenario.Epic, Text: text})
	return t.epics[i]
}

// full reports whether an epic has all its items, and the next one should begin.
func (t *team) full(epic *work) bool {
	n := 0
	for _, w := range t.items {
		if w.epic == epic {
			n++
		}
	}
	return t.Habits.EpicSize > 0 && n >= t.Habits.EpicSize
}

// misc is the bucket, written when it is first needed; nil for a team without one.
func (t *team) misc() *work {
	if by := t.decider(); t.bucket == nil && by != nil && t.Stock.Bucket != "" {
		t.bucket = t.create(by, nil, backlog.State{Type: scenario.Epic, Text: &backlog.Text{Title: t.Stock.Bucket}})
	}
	return t.bucket
}

// title is how an item about the card is called.
func (t *team) title(c card) string { return strings.TrimSpace(c.want.Title + " " + c.variant) }

func (t *team) persona(c card) string { return pick(t, t.Stock.Themes[c.theme].Personas) }

// story is a description that says who wants something and why, and when it is done.
func (t *team) story(c card) string {
	persona := t.persona(c)
	if in := t.Stock.Tongue; in != nil {
		return fmt.Sprintf(in.Story, persona, c.want.Want, c.want.Why) + "\n\n" + pick(t, t.Stock.Background) +
			"\n\n" + in.Heading + "\n" + t.list(t.Stock.Criteria, 3)
	}
	text := fmt.Sprintf("As %s %s, I want to %s, so that %s.", article(persona), persona, c.want.Want, cmp.Or(t.Habits.Wording.Why, c.want.Why))
	if c.variant != "" {
		text += "\n\nOnly " + c.variant + " for now."
	}
	return text + "\n\n" + pick(t, t.Stock.Background) + t.criteria(3)
}

// criteria are so many acceptance criteria under their heading, or nothing.
func (t *team) criteria(n int) string {
	if t.happens(t.Habits.Bare) {
		return t.form()
	}
	return "\n\n" + cmp.Or(t.Habits.Wording.Heading, "Acceptance criteria:") + "\n" + t.list(t.Stock.Criteria, n)
}

// form is what the tracker puts into every item, and nobody filled in.
func (t *team) form() string {
	if t.Habits.Wording.Form == "" {
		return ""
	}
	return "\n\n" + t.Habits.Wording.Form
}

// specification is a story with everything written down beforehand.
func (t *team) specification(c card) string {
	text := t.story(c) + "\n\nDetails:"
	for range 18 {
		other := pick(t, t.Stock.Themes[c.theme].Wants)
		text += "\n- " + fmt.Sprintf(pick(t, specifics), other.Want, pick(t, t.Stock.Variants), 2+t.rng.IntN(200))
	}
	return text + "."
}

// note is a description that says what to build and little else.
func (t *team) note(c card) string {
	if in := t.Stock.Tongue; in != nil {
		return strings.TrimSpace(t.title(c)) + ". " + pick(t, in.Notes) + "\n\n" + t.list(in.Details, 2)
	}
	text := strings.TrimSpace(t.title(c)) + ". "
	if opening := t.Habits.Wording.Opening; opening != "" {
		text = opening + " " + lowerFirst(text)
	}
	return text + pick(t, notes) + "\n\n" + t.list(details, 2) + t.form()
}

// asked is a request in the words of somebody from another department.
func (t *team) asked(c card, by *person) string {
	if in := t.Stock.Tongue; in != nil {
		return fmt.Sprintf(pick(t, in.Wishes), t.title(c)) + "\n\n" + t.list(in.Details, 2)
	}
	return fmt.Sprintf(pick(t, wishes), lowerFirst(t.title(c))) + " " + pick(t, wishReasons) + "\n\n" +
		t.list(details, 2) + "\n\n" + firstName(by)
}

// list is n different lines of a list.
func (t *team) list(from []string, n int) string {
	var lines []string
	for _, i := range t.rng.Perm(len(from))[:n] {
		lines = append(lines, "- "+from[i])
	}
	return strings.Join(lines, "\n")
}

func article(noun string) string {
	if strings.ContainsRune("aeio", rune(noun[0])) {
		return "an"
	}
	return "a"
}

func firstName(p *person) string {
	name, _, _ := strings.Cut(p.Person.Name, " ")
	return name
}

func lowerFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[:n]) + s[n:]
}
