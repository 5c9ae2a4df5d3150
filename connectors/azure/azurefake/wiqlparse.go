package azurefake

// This file reads queries, for the part of the language that flat ones are written in.

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// query is what a text asks for.
type query struct {
	where func(*revision) bool
	order []sortKey
	asOf  time.Time
	bin   bool // it speaks of the recycle bin
}

type sortKey struct {
	field field
	sign  int
}

// parser walks over the words of a query.
type parser struct {
	server  *Server
	words   []string
	precise bool
	wrong   error
	bin     bool
}

var word = regexp.MustCompile(`\[[^\]]*\]|'(?:[^']|'')*'|"[^"]*"|@?[\w.\-:]+|<>|<=|>=|[=<>(),]`)

func (s *Server) parse(text string, precise bool) (query, error) {
	p := &parser{server: s, words: word.FindAllString(text, -1), precise: precise}
	q := query{where: func(*revision) bool { return true }}
	if !p.take("select") {
		return q, fmt.Errorf("TF51006: The query statement is missing a SELECT clause")
	}
	for len(p.words) > 0 && !strings.EqualFold(p.words[0], "from") {
		p.words = p.words[1:]
	}
	if !p.take("from") || !p.take("workitems") {
		return q, fmt.Errorf("TF51006: The query is not one of work items")
	}
	if p.take("where") {
		q.where = p.any()
	}
	if p.take("order") && p.take("by") {
		q.order = p.keys()
	}
	if p.take("asof") {
		q.asOf, _ = moment(unquote(p.next()), true)
	}
	if p.wrong == nil && len(p.words) > 0 {
		p.fail("unexpected " + p.words[0])
	}
	q.bin = p.bin
	return q, p.wrong
}

// take steps over a word if it is the next one.
func (p *parser) take(want string) bool {
	if len(p.words) == 0 || !strings.EqualFold(p.words[0], want) {
		return false
	}
	p.words = p.words[1:]
	return true
}

func (p *parser) next() string {
	if len(p.words) == 0 {
		p.fail("the query ends too early")
		return ""
	}
	first := p.words[0]
	p.words = p.words[1:]
	return first
}

func (p *parser) fail(why string) {
	if p.wrong == nil {
		p.wrong = fmt.Errorf("TF51006: The query statement is not valid: %s", why)
	}
}

func (p *parser) keys() (keys []sortKey) {
	for {
		key := sortKey{field: p.field(), sign: 1}
		if p.take("desc") {
			key.sign = -1
		} else {
			p.take("asc")
		}
		keys = append(keys, key)
		if !p.take(",") {
			return keys
		}
	}
}

func (p *parser) field() field {
	name := strings.ToLower(strings.Trim(p.next(), "[]"))
	if name == "system.isdeleted" {
		p.bin = true
	}
	for _, f := range p.server.fields {
		if strings.ToLower(f.ref) == name || strings.ToLower(fieldName(f)) == name {
			return f
		}
	}
	p.fail("TF51005: The query references a field that does not exist: " + name)
	return field{value: func(*revision) any { return nil }}
}

// any reads conditions of which one must hold.
func (p *parser) any() func(*revision) bool {
	holds := p.all()
	for p.take("or") {
		one, other := holds, p.all()
		holds = func(r *revision) bool { return one(r) || other(r) }
	}
	return holds
}

// all reads conditions that must hold together.
func (p *parser) all() func(*revision) bool {
	holds := p.one()
	for p.take("and") {
		one, other := holds, p.one()
		holds = func(r *revision) bool { return one(r) && other(r) }
	}
	return holds
}

func (p *parser) one() func(*revision) bool {
	switch {
	case p.take("not"):
		holds := p.one()
		return func(r *revision) bool { return !holds(r) }
	case p.take("ever"):
		return ever(p.one())
	case p.take("("):
		holds := p.any()
		if !p.take(")") {
			p.fail("a parenthesis is not closed")
		}
		return holds
	}
	return p.condition()
}

// ever holds when a condition held at any time so far.
func ever(holds func(*revision) bool) func(*revision) bool {
	return func(now *revision) bool {
		return slices.ContainsFunc(now.item.revs[:now.number], holds)
	}
}

// condition reads one comparison.
func (p *parser) condition() func(*revision) bool {
	f := p.field()
	not := p.take("not")
	p.take("was")
	op := strings.ToLower(p.next())
	if op == "in" && p.take("group") {
		op = "group"
	}
	values := []string{}
	if op == "in" {
		if !p.take("(") {
			p.fail("IN wants a list")
		}
		for ok := true; ok; ok = p.take(",") {
			values = append(values, p.value(f))
		}
		if !p.take(")") {
			p.fail("a list is not closed")
		}
	} else {
		values = append(values, p.value(f))
	}
	if op == "ever" {
		return ever(p.server.holds(f, "=", values, p.precise))
	}
	holds := p.server.holds(f, op, values, p.precise)
	if holds == nil {
		p.fail("there is no operator " + op)
	}
	if not {
		return func(r *revision) bool { return !holds(r) }
	}
	return holds
}

func (p *parser) value(f field) string {
	raw := p.next()
	if strings.EqualFold(raw, "@project") {
		return p.server.project.name
	}
	if strings.HasPrefix(raw, "@") {
		p.fail("the macro " + raw + " works only from the web portal")
	}
	text := unquote(raw)
	if f.kind == "dateTime" {
		if _, ok := moment(text, p.precise); !ok {
			p.fail("You cannot supply a time with the date when running a query using date precision. The error is caused by " + text)
		}
	}
	return text
}

func unquote(raw string) string {
	if inner, ok := strings.CutPrefix(raw, "'"); ok {
		return strings.ReplaceAll(strings.TrimSuffix(inner, "'"), "''", "'")
	}
	return strings.Trim(raw, `"`)
}

// typesOf are the types of a category.
func (s *Server) typesOf(category string) []string {
	for _, l := range s.levels() {
		if strings.EqualFold(l.id, category) {
			return s.words.named(l.of)
		}
	}
	if strings.EqualFold(category, "Microsoft.FeatureCategory") {
		return s.words.named(backlog.FeatureLevel)
	}
	return []string{s.words.bug}
}
