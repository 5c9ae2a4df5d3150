// Package text reads what a story says: who it is for, why it is wanted, by what it
// will be accepted; and in comments, who asks and who passes a question on.
//
// It knows English, German, French, Spanish, Portuguese, Dutch and Swedish. The rules
// are short lists of phrases, kept as data in one file per language, and what they are
// worth is measured by a labelled set in testdata. Where the language cannot be told,
// nothing that depends on it is claimed: the answer then means "not read", not "no".
//
// All functions are pure, import the standard library only and take time in
// proportion to the text. Of a text longer than 64 KiB only the beginning is read.
package text

import (
	"strings"
	"unicode/utf8"
)

// longest is how many bytes of a text are read; stories are shorter, pasted logs are not.
const longest = 64 << 10

// capped is the part of a text that is read: the beginning, up to a whole character.
func capped(s string) string {
	if len(s) <= longest {
		return s
	}
	end := longest
	for end > longest-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// Span is a stretch of the text that was read, in bytes. The zero Span is none.
type Span struct{ From, To int }

// Story is what an item says, as plain text, Markdown or wiki markup.
type Story struct{ Title, Description, Criteria string }

// Text is the story as one text: its fields that are not blank, each cut at 64 KiB,
// with a line break between them. The spans of a Reading point into it.
func (s Story) Text() string {
	whole, _, _ := s.join()
	return whole
}

// join also tells where the body begins behind the title, and where the criteria do.
func (s Story) join() (whole string, body, criteria int) {
	var b strings.Builder
	b.Grow(min(len(s.Title), longest) + min(len(s.Description), longest) + min(len(s.Criteria), longest) + 2)
	add := func(field string) (from int) {
		if strings.TrimSpace(field) == "" {
			return b.Len()
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		from = b.Len()
		b.WriteString(capped(field))
		return from
	}
	add(s.Title)
	body = add(s.Description)
	criteria = add(s.Criteria)
	return b.String(), body, criteria
}

// Reading is what was found in a story. A field is false both where nothing was found
// and where the language is unknown: look at Language first. Sections, criteria and
// checklists are found by headings of all languages, whatever the story's own.
type Reading struct {
	// Language is that of the whole story; "" means that personas and benefits in
	// running text were not looked for.
	Language Language
	// Who: somebody is named for whom this is, by the persona form ("As a buyer, I
	// want") or in a section such as "Persona:". WhoText is that name as written.
	Who     bool
	WhoText string
	// WhoSpecific: the name says more than user, customer or person.
	WhoSpecific bool
	// TechnicalWho: the name is a developer, a tester, a system or the like.
	TechnicalWho bool
	// Why: a benefit clause ("so that"), or a section on the problem, the value or the
	// background with at least 40 characters of content.
	Why bool
	// Criteria: acceptance criteria in their field, under a heading, as Given-When-Then
	// or as a checklist. Headings without content and placeholders do not count.
	Criteria bool
	Spans    Spans
}

// Spans are what the findings of a Reading rest on: the persona form or section, the
// benefit clause or section, the first criterion.
type Spans struct{ Who, Why, Criteria Span }

// Read finds in a story who, why and by what criteria.
func Read(s Story) Reading {
	r := reader{}
	r.text, r.body, r.criteria = s.join()
	r.tokens = tokens(r.text)
	lookUp(r.tokens)
	r.lines = splitLines(r.text)
	reading := Reading{Language: detect(r.tokens, r.text)}
	for _, g := range r.grammars(reading.Language) {
		if p, ok := r.persona(g); ok {
			reading.Who, reading.WhoText, reading.Spans.Who = true, r.text[p.name.From:p.name.To], p.form
			r.wish, r.wishEnd = p.wish, r.sentenceEnd(p.wish)
			break
		}
	}
	if !reading.Who {
		if name, ok := r.whoSection(); ok {
			reading.Who, reading.WhoText, reading.Spans.Who = true, r.text[name.From:name.To], name
		}
	}
	if reading.Who {
		reading.WhoSpecific, reading.TechnicalWho = r.judge(reading.WhoText, reading.Language)
	}
	reading.Spans.Why, reading.Why = r.why(reading.Language)
	reading.Spans.Criteria, reading.Criteria = r.accepted(reading.Language)
	return reading
}

// reader is one story being read.
type reader struct {
	text           string
	tokens         []token
	lines          []line
	body, criteria int // where the description and the criteria begin in text
	wish, wishEnd  int // the tokens between the verb of a persona's wish and the end of its sentence
}

// grammars are those to try on a story: its own language, then English, whose story
// template teams of all languages use. None if the language is unknown.
func (r *reader) grammars(l Language) []*grammar {
	switch l {
	case Unknown:
		return nil
	case English:
		return []*grammar{grammars[English]}
	}
	return []*grammar{grammars[l], grammars[English]}
}
