package text

// Whether an answer passes on what somebody else has decided.

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Relays reports whether a comment passes on what somebody else decided or wants:
// "Dana says", "according to Karin", "got an answer from management", "marketing wants
// Euro only". It must do so in its first sentence that says something. What customers
// or users say, and what a specification, a law or a screen says, is no decision
// passed on. A name is told by its capital letter, so one in lower case is missed.
func Relays(s string) bool {
	if _, defers := Defers(s); defers {
		return false // whose decision is waited for has not decided
	}
	r := comment(s)
	known, own := languages, ours
	if l := detect(r.tokens, r.text); l != Unknown {
		known, own = []Language{l}, of(l)
	}
	from, _ := r.statement()
	to := from
	for to < len(r.tokens) && r.tokens[to].mark < block {
		to++
	}
	for i := from; i < to; i++ {
		t := r.tokens[i]
		if t.mark != word {
			continue
		}
		if isUser(t.word) {
			return false
		}
		for _, l := range known {
			if r.relayed(grammars[l], own, from, i) {
				return true
			}
		}
	}
	return false
}

// relayed looks at word i of the statement that begins at from, in a language whose
// small words, which are no names, have the mark own: for words that name
// whoever decided, or for a name at the beginning of a clause and what they did.
func (r *reader) relayed(g *grammar, own languageSet, from, i int) bool {
	if g.told.at(r.tokens, i) > 0 {
		return true
	}
	if end := g.by.at(r.tokens, i); end > 0 && end < len(r.tokens) && r.somebody(g, own, end) > 0 {
		return true
	}
	if i > from && r.tokens[i-1].mark == word && !joins.has(r.tokens[i-1].word) && !thats.has(r.tokens[i-1].word) {
		return false
	}
	if next := i + 1; g.they.has(r.tokens[i].word) && next < len(r.tokens) && r.tokens[next].mark == word && g.decides.at(r.tokens, next) > 0 {
		return true
	}
	end := r.somebody(g, own, i)
	for k := end; end > 0 && k <= min(end+officeWords, len(r.tokens)-1) && r.tokens[k].mark != stop; k++ {
		t := r.tokens[k]
		if t.mark != word {
			continue
		}
		if g.decides.at(r.tokens, k) > 0 || g.says.at(r.tokens, k) > 0 {
			return true
		}
		if !g.between.has(t.word) && !g.articles.has(t.word) && !g.deciders.has(t.word) && !r.name(own, k) {
			return false
		}
	}
	return false
}

const (
	nameWords   = 3 // words of a name, and of a role before the word that names it
	officeWords = 4 // words behind a name: "from the sales department"
)

// somebody is the place behind the name, or behind the role of one who decides, that
// begins at token i; 0 if none does.
func (r *reader) somebody(g *grammar, own languageSet, i int) int {
	if end := r.decider(g, i); end > 0 {
		return end
	}
	first := i
	i = r.behindArticles(g, i)
	end := i
	for end < min(i+nameWords, len(r.tokens)) && r.name(own, end) {
		end++
	}
	if end == i || i > first && !g.articledNames {
		return 0
	}
	return end
}

// decider is the place behind the role of one who decides that begins at token i; 0 if
// none does.
func (r *reader) decider(g *grammar, i int) int {
	i = r.behindArticles(g, i)
	for k := i; k < min(i+nameWords, len(r.tokens)) && r.tokens[k].mark == word && !isUser(r.tokens[k].word); k++ {
		if g.deciders.has(r.tokens[k].word) {
			return k + 1
		}
		if !r.qualifies(k) {
			break
		}
	}
	return 0
}

func (r *reader) behindArticles(g *grammar, i int) int {
	for i < len(r.tokens) && r.tokens[i].mark == word && g.articles.has(r.tokens[i].word) {
		i++
	}
	return i
}

// qualifies reports whether word k may stand between an article and a role: "the new
// sales director".
func (r *reader) qualifies(k int) bool {
	return r.tokens[k].set&ours == 0 && !things.has(r.tokens[k].word)
}

// name reports whether word k can be somebody's name: a capital letter, then small
// ones, and no word that names a thing or everybody.
func (r *reader) name(own languageSet, k int) bool {
	t := r.tokens[k]
	if t.mark != word || t.to-t.from < 2 || t.set&own != 0 || t.code {
		return false
	}
	first, n := utf8.DecodeRuneInString(r.text[t.from:])
	second, _ := utf8.DecodeRuneInString(r.text[t.from+n:])
	return unicode.IsUpper(first) && unicode.IsLower(second) && !things.has(t.word) && !isUser(t.word)
}

func isUser(w string) bool {
	return folk.has(w) || slices.ContainsFunc(languages, func(l Language) bool { return grammars[l].users.has(w) })
}

// thats begin what is thought or said: "I think that Dana decided".
var thats = newVocabulary(`that dass que dat att`)

// folk are users by other names.
var folk = newVocabulary(`guest guests member members shop shops shopper shoppers visitor visitors reader readers parent
		parents patient patients student students pupil pupils driver drivers *buyers everyone everybody
		nobody somebody someone anyone people person team teams gäste mitglieder käufer besucher leser jeder jede alle
		niemand jemand leute team teams invités membres visiteurs lecteurs personne tous équipe invitados miembros
		visitantes lectores todos nadie alguien gente equipo equipe convidados membros leitores ninguém alguém gasten
		leden bezoekers lezers iedereen niemand iemand mensen gäster medlemmar besökare läsare alla ingen någon teamet`)

// things say and want something without deciding, and words that look like a name at
// the beginning of a sentence.
var things = newVocabulary(`spec specs specification documentation docs doc document law contract standard guide manual
		readme wiki confluence ticket story epic issue item design figma mockup prototype screen page button label form
		field mail email text message error log logs test tests build code api backend frontend server system app
		browser safari chrome firefox google apple android ios jira jenkins sonar git github gitlab docker stripe paypal
		klarna analytics data report statistics survey interviews rule rules regulation requirement requirements
		checkout search header footer script job service database schema plan roadmap backlog sprint scrum title
		description comment table column persona default euro yes no ok sure maybe perhaps actually currently today yesterday
		tomorrow then here there also now still only just *ly
		spezifikation spezifikationen dokumentation doku gesetz vertrag norm handbuch anleitung entwurf seite knopf
		formular feld meldung fehler protokoll datenbank tabelle regel regeln umfrage statistik auswertung analyse daten
		suche beschreibung *ung *tion *tionen *heit *keit *gesetz *log *logs *test *tests *plan *vertrag *formular *daten *buch
		danach vielleicht eigentlich morgen gestern heute natürlich klar leider bisher aktuell momentan derzeit
		grundsätzlich dazu dafür hierzu bitte nichts wer was
		spécification cahier loi contrat norme manuel maquette écran bouton formulaire champ erreur journal règle règles
		enquête statistiques données recherche demain hier aujourd maintenant ici rien qui système
		especificación ley contrato norma pantalla botón formulario campo mensaje registro regla reglas encuesta
		estadísticas datos búsqueda mañana ayer hoy ahora aquí nada quién sistema
		especificação lei tela botão formulário mensagem regra regras pesquisa estatísticas dados busca amanhã ontem
		agora aqui quem
		specificatie documentatie wet contract handleiding ontwerp scherm knop formulier veld bericht fout logboek
		regel regels enquête cijfers gegevens zoeken morgen gisteren vandaag nu hier niets wie misschien eigenlijk
		specifikation specifikationen dokumentation dokumentationen lagen avtal avtalet manual skärm knapp formulär fält
		meddelande fel logg regel enkät statistik data sökning idag igår imorgon nu här inget vem kanske egentligen`)
