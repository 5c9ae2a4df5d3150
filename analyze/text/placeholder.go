package text

// Placeholders: what a template leaves behind when nobody fills it in.

import (
	"iter"
	"slices"
	"strings"
)

// notYet opens a line that says the content is still to come, or stands elsewhere.
var notYet = compile(
	"tbd", "tba", "tbc", "todo", "wip", "n a", "na", "none", "nothing", "xxx|xx|yyy", "lorem", "blank",
	"fill in|this|out", "missing",
	"to be|follow defined|done|discussed|determined|clarified|added|confirmed|written|refined|completed|agreed|specified|decided",
	"to follow", "will follow", "to do",
	"see|cf (the) attached|attachment|above|below|description|confluence|wiki|figma|link|ticket|epic|parent|comment|comments|mockup|design|document|spec",
	"not yet|defined|applicable", "same as", "coming soon", "folgt|folgen", "offen", "noch offen|zu|nicht",
	"wird|werden noch", "keine|keiner", "siehe|s o|oben|unten|anhang|beschreibung|confluence|epic|ticket",
	"siehe", "ausstehend", "unbekannt", "à définir|compléter|préciser|venir|déterminer|discuter", "aucun|aucune",
	"voir (la|le|l) ci|description|pièce|annexe|confluence|maquette|lien", "non défini|applicable", "en attente",
	"por definir|determinar|completar|confirmar", "pendiente|pendientes|pendente", "ninguno|ninguna",
	"ver (la|el|a|o) descripción|adjunto|confluence|arriba|descrição|anexo|acima", "no aplica",
	"não aplicável|definido", "a definir|completar|confirmar|determinar", "nenhum|nenhuma", "nog te|niet|nader",
	"nader te", "geen", "zie (de) bijlage|boven|onder|beschrijving|confluence|epic|link", "volgt", "nvt", "n v t",
	"onbekend", "att definiera|bestämma|komplettera", "ska definieras|bestämmas|kompletteras|fyllas",
	"kommer senare", "inga|ingen|saknas", "se beskrivning|bilaga|ovan|nedan|confluence|länk",
	"ej klart|definierat|tillämpligt",
)

// How long a line may be that begins like notYet and is one, in words, and any
// placeholder, in bytes.
const (
	longNotYet      = 7
	longPlaceholder = 200
)

// slots name what a template wants to have in a bracket: "[type of user]".
var slots = newVocabulary(`role roles type persona who user-role usertype goal reason benefit value outcome
		feature action function name text criterion criteria insert describe your some what why something rolle
		benutzerrolle nutzerrolle nutzertyp benutzertyp typ ziel nutzen grund funktion kriterium wer wunsch rôle
		profil objectif bénéfice raison fonctionnalité but critère qui rol papel tipo perfil objetivo beneficio
		benefício razón razão motivo funcionalidad funcionalidade criterio critério quién quem functie doel reden
		voordeel wens wie roll mål nytta syfte anledning vem typ`)

// bareSlots stand for a persona even without a bracket.
var bareSlots = newVocabulary(`role rolle rôle rol papel roll persona`)

// isPlaceholder reports whether s, a name, a clause or a line, has no content of its own.
func isPlaceholder(s string) bool {
	if len(s) > longPlaceholder {
		return false
	}
	s = strings.Trim(s, " \t\r\n*_~|-–—,;:.…\"'“”")
	var space [longPlaceholder/4 + 4]token // this is asked of every line
	ts := wordsInto(space[:0], s)
	if len(ts) == 0 {
		return true
	}
	if len(ts) <= longNotYet && notYet.at(ts, 0) > 0 {
		return true
	}
	if len(ts) == 1 && bareSlots.has(ts[0].word) || len(ts) == 3 && ts[0].word == "type" && ts[1].word == "of" {
		return true
	}
	end := strings.IndexByte(s, closer(s[0]))
	switch {
	case end < 0 || !wordless(s[end+1:]):
		return false
	case s[0] == '<':
		return true
	}
	for _, t := range ts {
		if slots.has(t.word) {
			return true
		}
	}
	return false
}

func closer(open byte) byte {
	switch open {
	case '<':
		return '>'
	case '[':
		return ']'
	case '{':
		return '}'
	case '(':
		return ')'
	}
	return 0
}

// words are the tokens of a text without its marks.
func words(s string) []token { return wordsInto(make([]token, 0, 64), s) }

// wordsInto puts them into the memory of ts.
func wordsInto(ts []token, s string) []token {
	return slices.DeleteFunc(tokensInto(ts[:0], s), func(t token) bool { return t.mark != word })
}

// wordless reports whether a text has no words.
func wordless(s string) bool {
	for range wordsIn(s) {
		return false
	}
	return true
}

// wordsIn gives the same words without a list of them.
func wordsIn(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(s); {
			if s[i] == ' ' {
				i++
				continue
			}
			if end, capitals := plainWord(s, i); end > i {
				if !yield(lowered(s[i:end], capitals)) {
					return
				}
				i = end
				continue
			}
			t := next(s, i)
			switch {
			case t.to <= t.from:
				i = skip(s, i)
				continue
			case t.mark == word && !yield(t.word):
				return
			}
			i = t.to
		}
	}
}
