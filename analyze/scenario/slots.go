package scenario

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// This file says what fits the slots of a pattern, apart from items (items.go).

// slots reads each slot. KEY is one item, NEW are items that may be new, ITEMS are
// items that exist, MEMBERS items that are in the Sprint.
var slots = map[string]func(*cursor, *args) error{
	"PERSON":  readPerson,
	"NAME":    readName,
	"ARTICLE": readArticle,
	"ROLE":    readRole,
	"TEXT":    readText,
	"TEXTS":   readTexts,
	"NUMBER":  readNumber,
	"DATE":    readDate,
	"DATES":   readDates,
	"WORD":    readWord,
	"WORDS":   readWords,
	"KEY":     readKey,
	"NEW":     readNew,
	"ITEMS":   readItems,
	"MEMBERS": readMembers,
}

var errNobody = errors.New("nobody here is called")

func readPerson(c *cursor, a *args) error {
	name := c.peek().text
	if c.done() || !c.people[name] {
		return fmt.Errorf(`%w %s; who is not Ada, Ben, Cleo or Dana needs a line such as "Eve is a stakeholder"`, errNobody, c.found())
	}
	c.at++
	if a.who == "" {
		a.who = name
	} else {
		a.whom = name
	}
	return nil
}

func readName(c *cursor, a *args) (err error) {
	a.who, err = expect(c, "a name", func(t token) (string, bool) { return t.text, isName(t) })
	return err
}

func isName(t token) bool {
	for _, first := range t.text {
		return !t.quoted && unicode.IsUpper(first)
	}
	return false
}

func readArticle(c *cursor, a *args) error {
	a.the = c.accept("the")
	if a.the || c.accept("a") || c.accept("an") {
		return nil
	}
	return fmt.Errorf(`want "a" or "the", found %s`, c.found())
}

// roleWords are the roles in words, and in the report's words.
var roleWords = []struct{ says, role string }{
	{"product owner", "product_owner"},
	{"scrum master", "scrum_master"},
	{"developer", "developer"},
	{"stakeholder", "stakeholder"},
	{"customer", customer},
	{"bot", bot},
}

// A customer is a stakeholder with an account of a portal; a bot is no person.
const (
	customer = "customer"
	bot      = "bot"
)

func readRole(c *cursor, a *args) error {
	for _, r := range roleWords {
		here, ok := c.at, true
		for _, word := range strings.Fields(r.says) {
			ok = ok && c.accept(word)
		}
		if ok {
			a.word = r.role
			return nil
		}
		c.at = here
	}
	return fmt.Errorf("want a role (product owner, scrum master, developer, stakeholder, customer or bot), found %s", c.found())
}

func readText(c *cursor, a *args) error {
	text, err := c.quotation()
	a.texts = append(a.texts, text)
	return err
}

func readTexts(c *cursor, a *args) error {
	for {
		if err := readText(c, a); err != nil {
			return err
		}
		if !c.accept(";") && !c.accept(",") {
			return nil
		}
	}
}

func readNumber(c *cursor, a *args) (err error) {
	a.number, err = expect(c, "a number", number)
	return err
}

func number(t token) (float64, bool) {
	n, err := strconv.ParseFloat(t.text, 64)
	return n, err == nil && !t.quoted && n >= 0 && n < 1e6
}

func readWord(c *cursor, a *args) (err error) {
	a.word, err = c.word("a word")
	return err
}

// readWords takes the rest of the sentence.
func readWords(c *cursor, a *args) error {
	if c.done() {
		return fmt.Errorf("want a name, found %s", c.found())
	}
	var words []string
	for ; !c.done(); c.at++ {
		words = append(words, c.peek().text)
	}
	a.word = strings.Join(words, " ")
	return nil
}

// date is a day of the calendar, at midnight UTC: a journal knows its zone only when
// it has been read whole.
type date = time.Time

func parseDate(t token) (date, bool) {
	d, err := time.Parse(time.DateOnly, t.text)
	return d, err == nil && !t.quoted
}

func readDate(c *cursor, a *args) error {
	d, err := expect(c, "a date such as 2026-03-02", parseDate)
	a.dates = append(a.dates, d)
	return err
}

// readDates reads a list of days and of spans of days.
func readDates(c *cursor, a *args) error {
	for {
		span, err := expect(c, "days such as 2026-12-24 or 2026-07-06..2026-07-17", parseSpan)
		if err != nil {
			return err
		}
		a.dates = slices.Concat(a.dates, span)
		if !c.accept(",") && !c.accept("and") {
			return nil
		}
	}
}

func parseSpan(t token) ([]date, bool) {
	from, to, isSpan := strings.Cut(t.text, "..")
	first, ok := parseDate(token{from, t.quoted})
	last := first
	if isSpan && ok {
		last, ok = parseDate(token{text: to})
	}
	if !ok || last.Before(first) || last.Sub(first) > 400*24*time.Hour {
		return nil, false
	}
	var days []date
	for d := first; !d.After(last); d = d.AddDate(0, 0, 1) {
		days = append(days, d)
	}
	return days, true
}
