package scenario

import (
	"fmt"
	"strings"
)

// This file takes a sentence apart into words, quotations and punctuation.

// token is a word, a quotation without its marks, or one of , ; : at a word's end. In
// a quotation, \n begins a new line.
type token struct {
	text   string
	quoted bool
}

func tokens(s string) []token {
	var all []token
	for i, part := range strings.Split(s, `"`) {
		if i%2 == 1 {
			all = append(all, token{strings.ReplaceAll(part, `\n`, "\n"), true})
			continue
		}
		for _, word := range strings.Fields(part) {
			bare := strings.TrimRight(word, ",;:")
			if bare != "" {
				all = append(all, token{text: bare})
			}
			for _, mark := range word[len(bare):] {
				all = append(all, token{text: string(mark)})
			}
		}
	}
	return all
}

// cursor is a place in a sentence while it is read.
type cursor struct {
	tokens []token
	at     int
	people map[string]bool // whose names are known
}

// peek is the next token; the zero token at the end.
func (c *cursor) peek() token {
	if c.at == len(c.tokens) {
		return token{}
	}
	return c.tokens[c.at]
}

func (c *cursor) done() bool { return c.at == len(c.tokens) }

// accept steps over the word if it comes next.
func (c *cursor) accept(word string) bool {
	if c.done() || c.peek().quoted || c.peek().text != word {
		return false
	}
	c.at++
	return true
}

// expect steps over what read takes; what names it in the error.
func expect[T any](c *cursor, what string, read func(token) (T, bool)) (T, error) {
	value, ok := read(c.peek())
	if c.done() || !ok {
		return value, fmt.Errorf("want %s, found %s", what, c.found())
	}
	c.at++
	return value, nil
}

func (c *cursor) found() string {
	if c.done() {
		return "the end of the sentence"
	}
	return fmt.Sprintf("%q", c.peek().text)
}

// word reads any one word.
func (c *cursor) word(what string) (string, error) {
	return expect(c, what, func(t token) (string, bool) { return t.text, !t.quoted })
}

// quotation reads a text in quotation marks.
func (c *cursor) quotation() (string, error) {
	return expect(c, `words in quotation marks`, func(t token) (string, bool) { return t.text, t.quoted })
}
