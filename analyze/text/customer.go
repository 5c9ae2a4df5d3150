package text

// Whether a customer has spoken: a request, a complaint, a ticket, an interview, or a
// customer's name in the story.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// customer is the first sign that the story comes from a customer. A feature about
// tickets or feedback is none.
func (r *reader) customer() (Span, bool) {
	for _, g := range r.known {
		if s, ok := r.firstPhrase(g.voices, cueVoice); ok {
			return s, true
		}
		if s, ok := r.asked(g); ok {
			return s, true
		}
	}
	if s, ok := r.deskLink(); ok {
		return s, true
	}
	var found Span
	r.headed(customerSection, func(_ line, content []line) bool {
		if r.namesCustomer(content[0]) {
			found = Span{content[0].from, content[0].to}
		}
		return found == Span{}
	})
	return found, found != Span{}
}

// asked is the first name behind words such as "requested by".
func (r *reader) asked(g *grammar) (Span, bool) {
	for _, i := range r.cued {
		if t := r.tokens[i]; t.set&cueVoice == 0 || t.code {
			continue
		}
		end := g.requests.at(r.tokens, i)
		if end == 0 {
			continue
		}
		name := inSentence(r.tokens, end)
		for name >= 0 && g.articles.has(r.tokens[name].word) {
			name = r.forward(name)
		}
		if name >= 0 && r.outside(g, r.tokens[name]) {
			return Span{r.tokens[i].from, r.clauseEnd(name)}, true
		}
	}
	return Span{}, false
}

// outside reports whether a word is the name of somebody who is no role of the
// organisation: written with a capital letter, and nothing that decides or develops.
func (r *reader) outside(g *grammar, t token) bool {
	first, _ := utf8.DecodeRuneInString(r.text[t.from:t.to])
	return unicode.IsUpper(first) && !g.deciders.has(t.word) && !g.technical.has(t.word) && !g.machines.has(t.word) &&
		!g.little.has(t.word) && !insiders.has(t.word)
}

// insiders ask for things, too, and are no customers.
var insiders = newVocabulary(`po product team scrum owner dev qa ux marketing vertrieb sales support legal datenschutz security
	entwicklung design architektur it ops operations produkt equipe équipe equipo time teamet`)

// namesCustomer reports whether a line under "Customer:" names one.
func (r *reader) namesCustomer(l line) bool {
	ts := r.within(Span{l.from, l.to})
	return r.wordsOf(l) <= longWho && !isPlaceholder(r.text[l.from:l.to]) && slices.ContainsFunc(ts, func(t token) bool {
		if t.mark != word {
			return false
		}
		for _, g := range grammars {
			if g.generic.has(t.word) || g.qualifiers.has(t.word) || g.little.has(t.word) {
				return false
			}
		}
		return true
	})
}

// deskLink is the first address of a place where customers write.
func (r *reader) deskLink() (Span, bool) {
	if !strings.Contains(r.text, "://") {
		return Span{}, false
	}
	for _, t := range r.tokens {
		if !strings.HasPrefix(t.word, "http") {
			continue
		}
		if slices.ContainsFunc(desks, func(desk string) bool { return strings.Contains(t.word, desk) }) {
			return Span{t.from, t.to}, true
		}
	}
	return Span{}, false
}

// desks are parts of the addresses of service desks and of tools for feedback.
var desks = []string{
	"zendesk.com", "freshdesk.com", "intercom.com", "helpscout", "servicedesk", "service-now.com", "/portals/", "/servicedesk/",
	"productboard.com", "uservoice.com", "canny.io", "trustpilot.", "hubspot.com",
}
