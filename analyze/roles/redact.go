package roles

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file takes out of a tracker's text what names a person.

var (
	mailAddress = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN.-]+\.\pL{2,}`)
	mention     = regexp.MustCompile(`\[~(?:accountid:)?([^\]\s]+)\]`)
)

// swap is a word that names somebody, and the pseudonym to put in its place.
type swap struct{ from, to string }

// particles are parts of names that are words of every text.
var particles = []string{"and", "the", "for", "von", "van", "der", "den", "del", "des", "dos", "the", "bin", "ibn", "team", "user", "admin", "jira"}

// listSwaps lists what names the people of the team by its first letter, the longest
// first. Of a bot only the whole name counts: its parts are words such as "automation".
func (a *Assignment) listSwaps() {
	a.swaps = map[rune][]swap{}
	for p, label := range a.labels {
		whole := norm.NFC.String(strings.TrimSpace(p.Name))
		names := []string{p.Mail, p.Login, p.ID, whole, strings.Join(strings.Fields(whole), "")}
		if !a.Is(p, Bot) {
			names = append(names, strings.Fields(whole)...)
		}
		for _, name := range names {
			if telling(name) {
				first := anyCase(after(name, 0))
				a.swaps[first] = append(a.swaps[first], swap{name, label})
			}
		}
	}
	for _, alike := range a.swaps {
		slices.SortFunc(alike, func(x, y swap) int {
			return cmp.Or(-cmp.Compare(len(x.from), len(y.from)), cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to))
		})
	}
}

// telling reports whether a word is long enough to name somebody: two letters, or two
// signs of a script that writes without spaces.
func telling(name string) bool {
	return utf8.RuneCountInString(name) >= 2 && !slices.Contains(particles, strings.ToLower(name))
}

// Redact takes out of a tracker's text what names a person of the team, and mail
// addresses and mentions of anybody, unless names were asked for. It is for the
// tracker's words only, not for sentences of this program.
func (a *Assignment) Redact(s string) string {
	if a.names {
		return s
	}
	s = norm.NFC.String(s)
	if strings.Contains(s, "[~") {
		s = mention.ReplaceAllStringFunc(s, a.mentioned)
	}
	if s = a.withLabels(s); strings.Contains(s, "@") {
		s = mailAddress.ReplaceAllString(s, "[mail]")
	}
	return s // most have neither: the patterns are dear
}

// mentioned is what readers are told in place of a mention.
func (a *Assignment) mentioned(m string) string {
	if label := a.byID(mention.FindStringSubmatch(m)[1]); label != "" {
		return label
	}
	return "[somebody]"
}

// withLabels is s with labels in place of names.
func (a *Assignment) withLabels(s string) string {
	var out strings.Builder
	copied, before := 0, utf8.RuneError
	for at := 0; at < len(s); {
		if label, length := a.nameAt(s, at, before); length > 0 {
			out.WriteString(s[copied:at])
			out.WriteString(label)
			at += length
			copied = at
			before, _ = utf8.DecodeLastRuneInString(s[:at])
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		at, before = at+size, r
	}
	if copied == 0 {
		return s
	}
	out.WriteString(s[copied:])
	return out.String()
}

func (a *Assignment) byID(id string) string {
	for p, label := range a.labels {
		if p.ID == id || p.Login == id {
			return label
		}
	}
	return ""
}

// nameAt finds the longest name that stands at a place of the text, as whole words or
// in the genitive, and its length there. Before is the rune in front of it.
func (a *Assignment) nameAt(s string, at int, before rune) (label string, length int) {
	if wordly(before) && !dense(after(s, at)) {
		return "", 0
	}
	for _, w := range a.swaps[anyCase(after(s, at))] {
		n := foldedPrefix(s[at:], w.from)
		if n == 0 {
			continue
		}
		first, _ := utf8.DecodeRuneInString(w.from)
		if dense(first) {
			return w.to, n
		}
		next := after(s, at+n)
		if genitive := next == 's' && !wordly(after(s, at+n+1)); !wordly(next) || genitive {
			return w.to, n
		}
	}
	return "", 0
}

// after is the rune at a place counted in bytes; RuneError behind the end.
func after(s string, at int) rune {
	if at >= len(s) {
		return utf8.RuneError
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return r
}

func wordly(r rune) bool {
	return r != utf8.RuneError && !dense(r) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// dense reports whether the script is written without spaces between words.
func dense(r rune) bool {
	return r >= firstDense && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

const firstDense = 'ก' // of Thai; the other scripts come later

// foldedPrefix is the length of the prefix of s that equals sub under case folding; 0
// for none. It ends at the first letter that differs: names and texts may be very long.
func foldedPrefix(s, sub string) int {
	end := 0
	for _, want := range sub {
		got, size := utf8.DecodeRuneInString(s[end:])
		if size == 0 || !sameLetter(got, want) {
			return 0
		}
		end += size
	}
	return end
}

// sameLetter compares under simple case folding, as strings.EqualFold does.
func sameLetter(a, b rune) bool {
	if a == b {
		return true
	}
	if max(a, b) < utf8.RuneSelf {
		return unicode.ToLower(a) == unicode.ToLower(b)
	}
	for r := unicode.SimpleFold(a); r != a; r = unicode.SimpleFold(r) {
		if r == b {
			return true
		}
	}
	return false
}

// anyCase is the same for all letters that sameLetter takes for one.
func anyCase(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToUpper(r)
	}
	least := r
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		least = min(least, other)
	}
	return least
}

// label numbers everybody within a role: the newest Product Owner is PO-1.
func (a *Assignment) label(snap *backlog.Snapshot) {
	a.labels = map[*backlog.Person]string{}
	count := map[string]int{}
	give := func(p *backlog.Person, prefix string) {
		if p != nil && a.labels[p] == "" {
			count[prefix]++
			a.labels[p] = fmt.Sprintf("%s-%d", prefix, count[prefix])
		}
	}
	prefixes := map[Role]string{ProductOwner: "PO", ScrumMaster: "SM", Developer: "DEV", Stakeholder: "STK", Bot: "BOT"}
	for _, h := range a.Held {
		give(h.Person, prefixes[h.Role])
	}
	rest := slices.Clone(snap.People)
	slices.SortFunc(rest, func(x, y *backlog.Person) int { return cmp.Compare(order(x), order(y)) })
	for _, p := range rest {
		give(p, "OTHER")
	}
	a.listSwaps()
}
