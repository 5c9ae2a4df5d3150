package text

import (
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
	f.Add("\xff{code", "`{{ `\n> \"", "[~x @ h1.")
	f.Fuzz(func(t *testing.T, title, description, criteria string) {
		s := Story{Title: title, Description: description, Criteria: criteria}
		got, text := Read(s), s.Text()
		for _, span := range []Span{got.Spans.Who, got.Spans.Why, got.Spans.Criteria} {
			if span.From < 0 || span.To < span.From || span.To > len(text) {
				t.Errorf("span %v of a text of %d bytes", span, len(text))
			}
		}
		if got.Who != (got.Spans.Who != Span{}) || got.Why != (got.Spans.Why != Span{}) || got.Criteria != (got.Spans.Criteria != Span{}) {
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
	})
}

// hostile are texts that make careless matching slow.
var hostile = []string{"as a ", "um ", "{{", "`a", "so that ", "waiting for ", "Given when ", "Why:\n", "- [ ] a\n", "\"", "¿", "> \"a\" ", "[~", "as a user "}

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
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%d bytes of %q took %v; some milliseconds are right", len(s), piece, took)
		}
	}
}

func TestPhrasesNeedAWord(t *testing.T) {
	for _, l := range languages {
		g := grammars[l]
		for _, set := range []phrases{g.openers, g.bare, g.wishes, g.verbs, g.benefits, g.reasons, g.given, g.when, g.then, g.defers, g.asks, g.rhetorical, g.errands, g.decides, g.says, g.by, g.told} {
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
