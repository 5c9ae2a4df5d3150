package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestWhoIsNamedAsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"As a returning shopper, I want to pay faster.":              "returning shopper",
		"*As a* _field technician_ *I want* a map.":                  "field technician",
		"As a [registered reader], I want to reserve books.":         "registered reader",
		"Als Filialleiter, der neu ist, möchte ich eine Einführung.": "Filialleiter, der neu ist",
		"En tant qu'acheteuse, je veux payer plus vite.":             "acheteuse",
		"Persona: Regional manager\n\nShow the pipeline by region.":  "Regional manager",
		"I want, as a buyer, a receipt of what I paid.":              "buyer",
		"As a <role>, I want <goal> so that <reason>.":               "",
		"As a ..., I want ... so that ...":                           "",
	} {
		if got := Read(Story{Description: text}).WhoText; got != want {
			t.Errorf("%q: who is %q, want %q", text, got, want)
		}
	}
}

func TestLookAlikes(t *testing.T) {
	none := Reading{Language: English}
	for text, want := range map[string]Reading{
		"As a result, we should remove the job.":                       none,
		"As the first step, we want to collect all of them.":           none,
		"As the validator, we want to see all of the names.":           none,
		"As the validator, I want to see all of the names.":            none,
		"As a matter of fact, I want to see this in the list.":         none,
		"Acceptance test for SFTP: please look into it on the runner.": none,
		"Acceptance criteria:\n\nNotes:\n- look at the service":        none,
		"Acceptance criteria:\n- TBD\n- <criterion 2>\nthat is all":    none,
		"The job is so slow that it is of no use to us.":               none,
		"In order to reproduce this, open the page and wait for it.":   none,
	} {
		got := Read(Story{Description: text})
		if got.Who != want.Who || got.Why != want.Why || got.Criteria != want.Criteria || got.Language != want.Language {
			t.Errorf("%q: got %+v, want nothing found in English", text, got)
		}
	}
}

func TestSpansPointIntoTheText(t *testing.T) {
	s := Story{
		Title:       "Pause the lunch",
		Description: "As a parent, I want to pause the lunch so that I do not pay in the holidays.",
		Criteria:    "- no money is taken",
	}
	got, text := Read(s), s.Text()
	for want, span := range map[string]Span{
		"As a parent, I want":                    got.Spans.Who,
		"so that I do not pay in the holidays":   got.Spans.Why,
		"no money is taken":                      got.Spans.Criteria,
		"As a parent, I want to pause the lunch": {got.Spans.Who.From, got.Spans.Why.From - 1},
	} {
		if found := text[span.From:span.To]; found != want {
			t.Errorf("span %v is %q, want %q", span, found, want)
		}
	}
}

func TestUnknownLanguageClaimsNothing(t *testing.T) {
	got := Read(Story{Description: "Jako użytkownik chcę zresetować hasło, aby nie dzwonić do pomocy.\n\nAC:\n- użytkownik dostaje wiadomość"})
	if got.Language != Unknown || got.Who || got.Why {
		t.Errorf("a Polish story: got %+v, want no language, who or why", got)
	}
	if !got.Criteria {
		t.Error("criteria under a known heading must be found in any language")
	}
}

func TestLongTextsAreCutAtACharacter(t *testing.T) {
	s := Story{Description: strings.Repeat("é", longest), Criteria: "- the list is empty"}
	text := s.Text()
	if !utf8.ValidString(text) {
		t.Error("cut inside a character")
	}
	if got := Read(s); !got.Criteria || text[got.Spans.Criteria.From:got.Spans.Criteria.To] != "the list is empty" {
		t.Errorf("criteria behind a long description: got %+v", got)
	}
}

func FuzzRead(f *testing.F) {
	for _, row := range rows(f, "tuned_stories.tsv") {
		f.Add("", row.text, "")
	}
	f.Add("As a", "so that", "Given when then")
	f.Add("", "", ":")
	f.Add("\xff{code", "`{{ `\n> \"", "[~x @ h1.")
	f.Fuzz(func(t *testing.T, title, description, criteria string) {
		s := Story{Title: title, Description: description, Criteria: criteria}
		got, text := Read(s), s.Text()
		for _, span := range []Span{got.Spans.Who, got.Spans.Why, got.Spans.Outcome, got.Spans.Hypothesis, got.Spans.CustomerLink, got.Spans.Criteria, got.Spans.Crisp, got.Spans.Technical} {
			if span.From < 0 || span.To < span.From || span.To > len(text) {
				t.Errorf("span %v of a text of %d bytes", span, len(text))
			}
		}
		if got.Who != (got.Spans.Who != Span{}) || got.Why != (got.Spans.Why != Span{}) || got.Criteria != (got.Spans.Criteria != Span{}) ||
			got.Outcome != (got.Spans.Outcome != Span{}) || got.Hypothesis != (got.Spans.Hypothesis != Span{}) || got.CustomerLink != (got.Spans.CustomerLink != Span{}) ||
			got.Crisp != (got.Spans.Crisp != Span{}) || got.Technical != (got.Spans.Technical != Span{}) {
			t.Errorf("a finding without its span, or a span without a finding: %+v", got)
		}
		if span, ok := Defers(description); ok != (span != Span{}) || span.To > len(description) {
			t.Errorf("deferral %v at %v of %d bytes", ok, span, len(description))
		}
		Question(description)
		if len(FindTemplates([]string{title, description}).Strip(criteria)) > len(criteria) {
			t.Error("stripping made a text longer")
		}
		if c := Changed(title, description); c < 0 || c > 1 {
			t.Errorf("changed %v", c)
		}
		Generic(title)
		ListLike(description)
		Relays(description)
		KindOf(title, []string{description}, criteria)
		Discovery(title, []string{description}, criteria, description)
		Removes(title)
		Measured(description)
		Key(description)
	})
}

// hostile are texts that make careless matching slow.
var hostile = []string{"as a ", "um ", "{{", "`a", "so that ", "waiting for ", "Given when ", "Why:\n", "- [ ] a\n", "\"", "¿", "> \"a\" ", "[~", "as a user ",
	"reduce ", "10 % of ", "nine of ten ", "we believe ", "requested by the ", "customers have ", "AC:\n- fast\n", "Why: a b c d e f g h i j k l m n o p\n"}

func TestTimeIsInProportionToTheText(t *testing.T) {
	for _, piece := range hostile {
		s := strings.Repeat(piece, longest/len(piece))
		began := time.Now()
		Read(Story{Description: s})
		Question(s)
		Defers(s)
		Relays(s)
		ListLike(s)
		(*Templates)(nil).Strip(s)
		if took := time.Since(began); took > 15*time.Second { // a busy machine, and the race detector
			t.Errorf("%d bytes of %q took %v; some milliseconds are right", len(s), piece, took)
		}
	}
}

func TestPhrasesNeedAWord(t *testing.T) {
	for _, l := range languages {
		g := grammars[l]
		for _, set := range []phrases{g.openers, g.bare, g.wishes, g.verbs, g.benefits, g.reasons, g.given, g.when, g.then, g.defers, g.asks, g.rhetorical, g.errands, g.decides, g.says, g.by, g.told,
			g.hypotheses, g.voices, g.requests, g.rebuilds, g.acts, g.changes} {
			if len(set) == 0 {
				t.Errorf("%s: a part of the table is empty", l)
			}
			for first, list := range set {
				for _, p := range list {
					if required := slices.IndexFunc(p, func(s step) bool { return !s.optional && !s.not && s.gap == 0 && !s.closing }); required < 0 {
						t.Errorf("%s: a phrase with %q has no word it needs", l, first)
					}
				}
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	story := Story{
		Title:       "Pause the lunch subscription",
		Description: "As a parent, I want to pause the lunch so that I do not pay in the holidays.\n\nAcceptance criteria:\n- no money is taken\n\n",
	}
	story.Description += strings.Repeat("The kitchen plans a week ahead, and parents forget to tell. ", 31)
	b.SetBytes(int64(len(story.Text())))
	b.ReportAllocs()
	r := Reader{}
	for b.Loop() {
		r.Read(story)
	}
}

func TestTheDescriptionTellsTheLanguage(t *testing.T) {
	finnish := "Kun asiakas palauttaa tuotteen, hän haluaa nähdä hyvityksen tilillään jo seuraavana päivänä."
	code := "```\nfor i := range 10 { fmt.Println(i) } // and so on for all of the numbers\n```"
	for _, c := range []struct {
		story Story
		want  Language
	}{
		{Story{Title: "Show the refund on the account of the buyer", Description: finnish}, Unknown},
		{Story{Title: "As a buyer I want to see the refund on the account", Description: code}, English},
		{Story{Title: "Passwort zurücksetzen", Description: "Die Mail mit dem Link soll nach einer Minute da sein, und der Link gilt einen Tag."}, German},
		{Story{Title: "Refunds"}, Unknown},
		{Story{Title: "Refunds", Usual: German}, German},
		{Story{Title: "Refunds", Description: finnish, Usual: German}, Unknown},
	} {
		if got := Read(c.story).Language; got != c.want {
			t.Errorf("%q: language %q, want %q", c.story.Text(), got, c.want)
		}
	}
}

func TestReasonsHaveManyForms(t *testing.T) {
	for story, want := range map[string]bool{
		"As a teacher, I want grades to be exported. This saves me an hour every Friday.":  true,
		"As a barber I want a waiting list. Because people leave.":                         true,
		"As a barber I want a waiting list, otherwise people leave.":                       true,
		"As a pilot, I want the weather at noon, given that fuel depends on it.":           true,
		"As an auditor I want to see who changed a rate, for transparency.":                true,
		"As a clerk I want a list of payments to ensure that nothing is lost.":             true,
		"As a clerk, I want to be able to save my draft of an answer.":                     false,
		"As a clerk I want a button to save the draft of an answer.":                       false,
		"En tant que gérante, je veux un bouton pour exporter la liste.":                   false,
		"En tant que gérante, je veux exporter la liste pour préparer la réunion.":         true,
		"Como gerente quiero un botón para exportar la lista.":                             false,
		"Como gerente quiero un botón para que la lista salga antes.":                      true,
		"Como gerente quero um botão para exportar a lista.":                               false,
		"Als beheerder wil ik een knop om de lijst te exporteren.":                         false,
		"Als beheerder wil ik de lijst exporteren om hem te bespreken.":                    true,
		"Som chef vill jag ha en knapp för att exportera listan.":                          false,
		"Als Leiterin möchte ich einen Knopf, um die Liste zu exportieren.":                false,
		"Als Leiterin möchte ich die Liste exportieren, damit Prüfer jede Zahlung finden.": true,
		"As a clerk I want a list. So we need a new page.":                                 false,
	} {
		if got := Read(Story{Description: story}); got.Why != want {
			t.Errorf("%q: why %v (%q), want %v", story, got.Why, got.WhyText, want)
		}
	}
}

func TestWeakWhy(t *testing.T) {
	for story, want := range map[string]bool{
		"As a clerk I want to export the list so that I can export the list.":                  true,
		"As a clerk I want the orders to be indexed so that the orders are indexed.":           true,
		"Als Leiterin möchte ich die Liste exportieren, damit ich die Liste exportieren kann.": true,
		"As a clerk I want to export the list so that the auditor sees every payment.":         false,
		"As a clerk I want to export the list.":                                                false,
		"In order to export the list, as a clerk I want a button on the first page.":           false,
	} {
		if got := Read(Story{Description: story}); got.WeakWhy != want {
			t.Errorf("%q: weak why %v, want %v", story, got.WeakWhy, want)
		}
	}
}

func TestCriteriaAreCounted(t *testing.T) {
	for text, want := range map[string]struct {
		count int
		crisp bool
	}{
		"AC:\n- the total is right\n- a receipt is printed\n- TBD":                                                            {2, true},
		"AC:\n- it should be fast\n- easy to use":                                                                             {2, false},
		"AC:\n- fast: under 2 seconds\n- easy to use":                                                                         {2, true},
		"Acceptance criteria:\nGiven a cart\nWhen I pay\nThen I get a mail\nAnd the cart is empty\n\nGiven no cart":           {2, true},
		"The till is broken.\n\nGiven a cart, when I pay, then I get a mail. Given no cart, when I pay, then I see an error.": {2, true},
		"The till is broken and nobody knows why it is.":                                                                      {0, false},
	} {
		got := Read(Story{Description: text})
		if got.CriteriaCount != want.count || got.Crisp != want.crisp || got.Criteria != (want.count > 0) {
			t.Errorf("%q: %d criteria, crisp %v; want %+v", text, got.CriteriaCount, got.Crisp, want)
		}
	}
}

func TestAReaderForgetsTheLastStory(t *testing.T) {
	r := Reader{}
	long := Story{Title: "Pause", Description: "As a parent, I want to pause the lunch so that I save money.\n\nAC:\n- no money is taken"}
	short := Story{Description: "The kitchen plans a week ahead."}
	first := r.Read(long)
	for range 2 {
		if got := r.Read(short); got != Read(short) {
			t.Errorf("after a long story: %+v", got)
		}
		if got := r.Read(long); got != first {
			t.Errorf("read again: %+v, want %+v", got, first)
		}
	}
}

func BenchmarkFindTemplates(b *testing.B) {
	var texts []string
	for i := range 500 {
		texts = append(texts, fmt.Sprintf("As a clerk, I want report number %d of the week\n\n*Why*\nThe week begins on day %d, and nobody sees it before noon.\n\nh3. Acceptance criteria\n- report %d opens\n- <criterion>\n\nDefinition of Done:\n- tests are green\n- docs are written\n", i, i, i)+
			strings.Repeat(fmt.Sprintf("The kitchen of shop %d plans a week ahead, and parents forget to tell. ", i), 20))
	}
	b.SetBytes(int64(len(strings.Join(texts, ""))))
	b.ReportAllocs()
	for b.Loop() {
		found := FindTemplates(texts)
		for _, text := range texts {
			found.Strip(text)
		}
	}
}
