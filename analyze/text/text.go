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
type Story struct {
	Title, Description, Criteria string
	// Usual is the language of the texts around it. It is taken where this one is too
	// short to tell: most titles are.
	Usual Language
}

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
	// Language is that of the description, or of the whole story where that is short; ""
	// means that personas and benefits in running text were not looked for.
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
	// background with at least 40 characters of content. WhyText is that clause or section.
	Why     bool
	WhyText string
	// WeakWhy: the why repeats most of what is wanted.
	WeakWhy bool
	// Outcome: a result that can be measured: a measure with a direction ("fewer
	// calls"), a rate with a percentage, a share to be reached, a section for metrics.
	Outcome bool
	// Hypothesis: a belief that is to be tested ("We believe that … will …").
	Hypothesis bool
	// CustomerLink: the text tells of a customer's request, complaint, ticket or
	// interview, or names a customer.
	CustomerLink bool
	// Criteria: acceptance criteria in their field, under a heading, as Given-When-Then
	// or as a checklist. Headings without content and placeholders do not count.
	Criteria bool
	// CriteriaCount is how many there are; an example is one.
	CriteriaCount int
	// Crisp: at least one of them has more than vague words ("fast", "easy to use").
	Crisp bool
	// Technical: the persona is a developer or the like, or the title or wish works on
	// a part of the software, and no benefit for users is given. A title shows it in any
	// of the languages.
	Technical bool
	Spans     Spans
}

// Spans are what the findings of a Reading rest on: the persona form or section, the
// clauses or sections, the first criterion and the first that is crisp.
type Spans struct{ Who, Why, Outcome, Hypothesis, CustomerLink, Criteria, Crisp, Technical Span }

// How long a text has to be, in bytes, to have a language of its own, and a description
// to be the one that tells the story's.
const (
	shortText = 120
	shortBody = 60
)

// Read finds in a story who, why and by what criteria.
func Read(s Story) Reading { return new(Reader).Read(s) }

// A Reader reads one story after another in the same memory, which is faster for many.
// The zero Reader is ready; it is not for use by several goroutines at once.
type Reader struct{ r reader }

// Read finds in a story who, why and by what criteria.
func (rd *Reader) Read(s Story) Reading {
	r := &rd.r
	*r = reader{tokens: r.tokens[:0], cued: r.cued[:0], lines: r.lines[:0]}
	r.text, r.body, r.criteria = s.join()
	r.tokens = tokensInto(r.tokens, r.text)
	lookUp(r.tokens)
	r.cued = cued(r.cued, r.tokens)
	r.lines = linesInto(r.lines, r.text)
	reading := Reading{Language: r.language(s.Usual)}
	r.known = knownTo[reading.Language]
	r.who(&reading)
	if reading.Spans.Why, reading.Why = r.why(); reading.Why {
		reading.WhyText = strings.Clone(r.text[reading.Spans.Why.From:reading.Spans.Why.To])
	}
	reading.WeakWhy = r.weakWhy(&reading)
	reading.Spans.Outcome, reading.Outcome = r.outcome()
	reading.Spans.Hypothesis, reading.Hypothesis = r.hypothesis()
	reading.Spans.CustomerLink, reading.CustomerLink = r.customer()
	found := r.accepted()
	reading.Criteria, reading.CriteriaCount, reading.Spans.Criteria = found.count > 0, found.count, found.first
	reading.Crisp, reading.Spans.Crisp = found.crisp != Span{}, found.crisp
	reading.Spans.Technical, reading.Technical = r.technical(&reading)
	return reading
}

// language is that of the description, since titles are often in another; of the whole
// story where there is none to speak of; and the usual one for short stories.
func (r *reader) language(usual Language) Language {
	if r.criteria-r.body >= shortBody {
		said := r.within(Span{r.body, r.criteria})
		if l := detect(said, r.text); l != Unknown || speaks(said) {
			return l
		}
	}
	if l := detect(r.tokens, r.text); l != Unknown {
		return l
	}
	if len(r.text) <= shortText {
		return usual
	}
	return Unknown
}

// who finds for whom the story is.
func (r *reader) who(reading *Reading) {
	for _, g := range r.known {
		if p, ok := r.persona(g); ok {
			reading.Who, reading.WhoText, reading.Spans.Who = true, strings.Clone(r.text[p.name.From:p.name.To]), p.form
			r.opening, r.wish, r.wishEnd = p.form, p.wish, r.sentenceEnd(p.wish)
			break
		}
	}
	if !reading.Who {
		if name, ok := r.whoSection(); ok {
			reading.Who, reading.WhoText, reading.Spans.Who = true, strings.Clone(r.text[name.From:name.To]), name
		}
	}
	if reading.Who {
		reading.WhoSpecific, reading.TechnicalWho = r.judge(reading.WhoText)
	}
}

// reader is one story being read.
type reader struct {
	text           string
	known          []*grammar
	tokens         []token
	cued           []int // the tokens with which something that is looked for may begin
	lines          []line
	body, criteria int  // where the description and the criteria begin in text
	opening        Span // the persona form
	wish, wishEnd  int  // the tokens between the verb of a persona's wish and the end of its sentence
}

// knownTo are the grammars to try on a story: its own language, then English, whose
// story template teams of all languages use. None if the language is unknown.
var knownTo = readyKnown()

func readyKnown() map[Language][]*grammar {
	all := map[Language][]*grammar{English: {grammars[English]}}
	for _, l := range languages[1:] {
		all[l] = []*grammar{grammars[l], grammars[English]}
	}
	return all
}
