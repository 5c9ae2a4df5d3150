package text

import "strings"

// What a language table holds. The tables are data: one file per language, in the
// notation of phrase.go. To mend how a language is read, change its table and add the
// sentence that showed it to testdata.

// table is one language as written in its file.
type table struct {
	function string // its most frequent small words: they tell the language
	titles   string // words of short titles that tell it, too

	// The persona form: "As a buyer, I want". An opener, a noun phrase, a wish.
	openers  []string // with an indefinite article or as clear as one: "as a"
	bare     []string // without an article: only at the start of a clause, short
	definite []string // with a definite article: only short, for a person, and with "I"
	wishes   []string // subject and verb in the order that follows the noun phrase
	myWish   []string // the same for the first person singular only
	verbs    []string // the verb alone, for "I, as a buyer, want"
	i        string   // the subjects of that form

	notPeople  string // heads of a noun phrase that name no one: "as a result"
	notOpening string // words that cannot begin a bare noun phrase: "as soon"
	generic    string // names for anybody: user, customer
	qualifiers string // words that make a generic name no more specific: end, normal
	technical  string // developer-type roles
	machines   string // systems that are given a voice: "as an API"
	nounFirst  string // adjectives follow the noun: yes or empty
	clause     string // a generic name followed by a plain word is a clause ("als gebruiker inlogt"): yes or empty

	benefits []string // open a benefit clause wherever they stand
	reasons  []string // open one only after a wish of the same sentence
	purpose  string   // words of both that may also say what something is for
	means    string   // what those may follow and give no reason: "a button to save"

	given, when, then []string // the three parts of an example

	defers  []string // an answer that leaves the decision to somebody else
	errands []string // somebody is asked to do work, not to decide
	awaits  []string // words before the name or role of whoever has to decide: waiting for
	users   string   // whom it is good to ask: customers and users
	about   string   // words that end the naming of whom is asked: whether, if

	deciders      string   // roles and departments that decide things
	articles      string   // before such a role: the, our
	articledNames string   // people's names have an article, too: yes or empty
	capitals      string   // every noun has a capital letter, not only names: yes or empty
	between       string   // words between a name and its verb: of, from, also
	they          string   // he, she, they; only what they decided is passed on
	decides       []string // what somebody decided: decided, has approved
	says          []string // what somebody says or wants
	by            []string // words before the name of whoever decided: according to
	told          []string // a decision passed on without a name: I was told

	asks       []string // a question without a question mark
	rhetorical []string // whole sentences that ask nobody
	because    string   // begins the answer that shows a question to be rhetorical

	directions string   // which way a measure goes: reduce, fewer
	more       string   // the same, but only beside a figure or behind a word that leads to it
	leads      string   // those words: leads to, gets
	measures   string   // what is counted: calls, orders
	rates      string   // what is measured as a share or on a scale: conversion, waiting time
	partitive  string   // between a share and what it is a share of: of
	numerals   string   // the small numbers in words
	hypotheses []string // a belief that is to be tested; @up stands for directions and more
	voices     []string // a customer has spoken: "users reported", "support ticket 12"
	requests   []string // words before the name of whoever asked: requested by
	vague      string   // words of criteria that nobody can check: fast, easy
	rebuilds   []string // what is done to software only: refactor
	acts       []string // what is done to software and other things: migrate, rename
	changes    []string // what is done to everything: update
	parts      string   // parts of software that no user meets: schema, database
	softParts  string   // parts that may be a user's own: table, library
	verbLast   string   // a title may end with its verb: yes or empty
}

// grammar is a table made ready for reading.
type grammar struct {
	openers, bare, definite phrases
	unmarked                phrases // the bare openers anywhere in a clause
	wishes, myWish, verbs   phrases

	i, notPeople, notOpening                         vocabulary
	generic, qualifiers, little, technical, machines vocabulary
	clause, nounFirst, articledNames, capitals       bool
	purpose, means                                   vocabulary

	benefits, reasons, given, when, then phrases
	defers, errands, awaits              phrases
	asks, rhetorical                     phrases
	decides, says, by, told              phrases
	users, about, because                vocabulary
	deciders, articles, between, they    vocabulary

	directions, more, leads, measures, rates vocabulary
	partitive, numerals, vague               vocabulary
	parts, softParts                         vocabulary
	hypotheses, voices, requests             phrases
	rebuilds, acts, changes                  phrases
	verbLast                                 bool
}

func (t table) ready() *grammar {
	return &grammar{
		openers: compile(t.openers...), bare: compile(t.bare...), definite: compile(t.definite...), unmarked: compile(unmarked(t.bare)...),
		wishes: compile(append(t.wishes, t.myWish...)...), myWish: compile(t.myWish...), verbs: compile(t.verbs...),
		i: newVocabulary(t.i), notPeople: newVocabulary(t.notPeople), notOpening: newVocabulary(t.notOpening),
		generic: newVocabulary(t.generic), qualifiers: newVocabulary(t.qualifiers), technical: newVocabulary(t.technical), machines: newVocabulary(t.machines),
		little: newVocabulary(t.function), clause: t.clause != "", nounFirst: t.nounFirst != "",
		benefits: compile(t.benefits...), reasons: compile(t.reasons...),
		purpose: newVocabulary(t.purpose), means: newVocabulary(t.means),
		given: compile(t.given...), when: compile(t.when...), then: compile(t.then...),
		defers: compile(t.defers...), asks: compile(t.asks...), rhetorical: compile(t.rhetorical...),
		errands: compile(t.errands...), awaits: compile(t.awaits...), decides: compile(t.decides...), says: compile(t.says...), by: compile(t.by...), told: compile(t.told...),
		deciders: newVocabulary(t.deciders), articles: newVocabulary(t.articles), between: newVocabulary(t.between),
		they: newVocabulary(t.they), articledNames: t.articledNames != "", capitals: t.capitals != "",
		directions: newVocabulary(t.directions), more: newVocabulary(t.more), leads: newVocabulary(t.leads),
		measures: newVocabulary(t.measures), rates: newVocabulary(t.rates), partitive: newVocabulary(t.partitive),
		numerals: newVocabulary(t.numerals), vague: newVocabulary(t.vague), parts: newVocabulary(t.parts, anyParts),
		softParts: newVocabulary(t.softParts), verbLast: t.verbLast != "",
		hypotheses: compile(expand(t.hypotheses, "@up", t.directions+" "+t.more)...),
		voices:     compile(t.voices...), requests: compile(t.requests...), rebuilds: compile(t.rebuilds...), acts: compile(t.acts...), changes: compile(t.changes...),
		users: newVocabulary(t.users), about: newVocabulary(t.about), because: newVocabulary(t.because),
	}
}

// unmarked takes the mark for the beginning of a clause off phrases.
func unmarked(lines []string) []string {
	var all []string
	for _, line := range lines {
		all = append(all, strings.TrimPrefix(line, "^"))
	}
	return all
}

// expand writes a list of words out where phrases name it.
func expand(lines []string, name, words string) []string {
	written := strings.NewReplacer(name, strings.Join(strings.Fields(words), "|"))
	var all []string
	for _, line := range lines {
		all = append(all, written.Replace(line))
	}
	return all
}

// anyParts are parts of software by names that all languages use.
const anyParts = `api apis endpoint endpoints cluster redis postgres postgresql mysql mongodb oracle kafka rabbitmq docker
	kubernetes k8s helm terraform jenkins gitlab nginx java python golang node nodejs react angular vue spring hibernate sdk orm
	backend frontend middleware microservice microservices pipeline pipelines cache framework frameworks repo logger
	logging sql graphql grpc lambda container`

// languages is the order in which several grammars are tried.
var languages = []Language{English, German, French, Spanish, Portuguese, Dutch, Swedish}

var tables = map[Language]table{
	English: english, German: german, French: french, Spanish: spanish,
	Portuguese: portuguese, Dutch: dutch, Swedish: swedish,
}

var grammars = readyTables()

func readyTables() map[Language]*grammar {
	all := map[Language]*grammar{}
	for language, t := range tables {
		all[language] = t.ready()
	}
	return all
}
