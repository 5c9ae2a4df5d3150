package text

// Sprint Goals that only repeat the list of the Sprint.

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What makes a Sprint Goal a list. Our judgement.
const (
	listedItems = 3 // named by their keys
	listedParts = 4 // between commas, semicolons or bullets
	longPart    = 4 // words of a part; longer ones are clauses of a sentence
	longBullet  = 5 // the same for a line
)

var itemKey = regexp.MustCompile(`\b[A-Z][A-Z0-9_]+-[0-9]+\b|(?:^|[\s(,;])(?:AB)?#[0-9]+\b`)

// ListLike reports whether a Sprint Goal only repeats the list of the Sprint: it names
// three items by key, wants "all stories finished" and does not say what for, or has
// four short parts between commas, semicolons or in lines, none of which says what
// somebody does or gets. Where that is in doubt the goal is taken for one.
func ListLike(goal string) bool {
	goal = capped(goal)
	if len(itemKey.FindAllStringIndex(goal, listedItems)) == listedItems {
		return true
	}
	r := reader{text: goal, tokens: tokensInto(nil, goal), lines: splitLines(goal)}
	lookUp(r.tokens)
	return r.wholeSprint() || r.partsList()
}

// wholeSprint reports whether the goal is to finish all items and nothing else: a word
// that is none of finishing, of all, or of items would say what for.
func (r *reader) wholeSprint() bool {
	finish, all, item, whole := false, false, false, false
	for _, t := range r.tokens {
		if t.mark != word {
			continue
		}
		known := true
		switch w := t.word; {
		case finishing.has(w):
			finish = true
		case everything.has(w):
			whole = true
		case allOf.has(w):
			all = true
		case itemNames.has(w):
			item = true
		default:
			known = itemStates.has(w) || t.set&ours != 0 || strings.Trim(w, "0123456789") == ""
		}
		if !known {
			return false
		}
	}
	return finish && (whole || all && item)
}

// partsList reports whether the goal has four short parts without a verb, and no
// headline that could be the goal.
func (r *reader) partsList() bool {
	skip, headline := r.headline()
	if headline {
		return false
	}
	parts, begin := 0, -1
	for i := skip; i <= len(r.tokens); i++ {
		if i < len(r.tokens) && r.tokens[i].mark == word {
			if begin < 0 {
				begin = i
			}
			continue
		}
		if begin < 0 {
			continue
		}
		limit := longPart
		if i == len(r.tokens) || r.tokens[i].mark == block {
			limit = longBullet
		}
		if part := r.tokens[begin:i]; len(part) > limit || r.clause(part) {
			return false
		}
		parts, begin = parts+1, -1
	}
	return parts >= listedParts
}

// headline reports whether words of their own stand before a colon, or before lines
// with bullets: "Faster checkout: fewer clicks, fewer errors". A headline that only
// names the list, "Sprint 12:", is skipped up to the token returned.
func (r *reader) headline() (skip int, own bool) {
	bullets := len(r.lines) > 1 && !r.lines[0].item && r.lines[1].item
	for i, t := range r.tokens {
		colon := t.mark == comma && r.text[t.from] == ':'
		if !colon && !(bullets && t.mark == block) {
			continue
		}
		head := r.text[:t.from]
		key, _ := labelKey(nil, head)
		return i + 1, !Generic(head) && sections[string(key)] == noSection && !listHeads.has(string(key))
	}
	return 0, false
}

// clause reports whether a part is built around a verb that is no order to the team:
// one of the common verbs of goals, or the verb's ending behind its subject, as in
// "Search finds shoes" and "Suche findet Schuhe".
func (r *reader) clause(part []token) bool {
	for _, t := range part {
		if goalVerbs.has(t.word) {
			return true
		}
	}
	if len(part) < 3 || orders.has(part[0].word) || part[1].set&ours != 0 || part[2].set&ours != 0 {
		return false
	}
	subject, verb, object := r.capital(part[0]), part[1].word, r.capital(part[2])
	switch {
	case r.capital(part[1]):
		return false
	case subject && object:
		return strings.HasSuffix(verb, "t")
	}
	return strings.HasSuffix(verb, "s") && !strings.HasSuffix(verb, "ss") && !strings.HasSuffix(verb, "us")
}

func (r *reader) capital(t token) bool {
	first, _ := utf8.DecodeRuneInString(r.text[t.from:])
	return unicode.IsUpper(first)
}

// The words of "finish all stories", in all languages.
var (
	finishing = newVocabulary(`finish finishing finished complete completing completed close closing closed deliver
		do done resolve resolved implement implemented clear burn empty fix get fertig fertigstellen
		fertigstellung abschliessen abschluss abgeschlossen abarbeiten abarbeitung erledigen erledigt erledigung
		umsetzen umsetzung umgesetzt schliessen leeren leer liefern beenden terminer finir finaliser livrer clôturer
		compléter réaliser fermer traiter vider résoudre terminés terminées finis finies livrés livrées
		terminar completar finalizar acabar cerrar entregar resolver hacer vaciar terminadas terminados cerrados
		cerradas concluir fechar fazer esvaziar concluídas concluídos concluídos fechados fechadas afronden
		afmaken afwerken opleveren oplossen sluiten klaar af leegmaken leeg afgerond slutföra avsluta färdigställa
		leverera stänga göra bli klara klart klar färdiga tömma avslutade stängda`)
	allOf = newVocabulary(`all every each remaining rest alle aller allen restliche restlichen übrige übrigen offene
		offenen sämtliche tous toutes tout restants restantes derniers dernières todas todos restantes pendientes
		pendentes resterende openstaande overige committed planned geplanten geplante zugesagten
		zugesagte prévus prévues planifiés planifiées planificadas planificados comprometidas comprometidos planejadas
		planejados planeadas planeados geplande planerade åtagna alla resterande återstående samtliga`)
	itemNames = newVocabulary(`item items story stories ticket tickets task tasks bug bugs issue issues userstories
		pbi pbis point points us work subtasks sprint board vorgang vorgänge aufgabe aufgaben fehler punkte sprints
		einträge tâche tâches élément éléments récit récits anomalies historia historias tarea tareas elementos errores
		incidencias itens história histórias tarefa tarefas erros taak taken punten verhalen ärenden uppgifter
		uppgift berättelser buggar poster backloggposter`)
	everything = newVocabulary(`everything sprint sprinten sprintbacklog backlog backloggen board bord brädet tavlan
		alles tout todo tudo allt resto resten reste commitment`)
	itemStates = newVocabulary(`open selected current product user whole entire full started
		unfinished left over leftover carried pending outstanding agreed scheduled assigned this last next
		offenen offene restlichen begonnenen angefangenen aktuellen
		ouverts ouvertes engagés restants abiertas abiertos abertas abertos
		openstaande open lopende öppna påbörjade kvarvarande usuario usuário gebruikers hela helt
		komplett vollständig`)
	listHeads = newVocabulary(`goal goals sprint scope focus topics themes todo plan ziel ziele themen fokus objectif
		objectifs thèmes objetivo objetivos temas doel doelen mål fokus`)
)

// orders open a part that tells the team what to do: an entry of a list.
var orders = newVocabulary(`fix add update remove refactor implement build create test write improve migrate upgrade
		clean review finish start setup set move rename replace change deploy release prepare design document
		integrate configure delete extend rework investigate check`)

// goalVerbs say what somebody does, gets or can do, or what there will be more or less
// of: a part that has one is a clause.
var goalVerbs = newVocabulary(`can cannot could will is are has have able without work works find finds show shows get
		gets pay pays see sees know knows reach reaches receive receives go goes run runs become becomes need needs no
		longer book books buy buys trust trusts save saves answer answers learn learns understand understands keep
		keeps make makes let lets help helps cost costs take takes stop stops feel feels use uses arrive arrives stay
		stays happen happens want wants choose chooses lose loses open opens
		fewer less more faster weniger mehr schneller moins plus menos más mais minder meer färre mindre fler
		können kann könnte ist sind hat haben wird werden damit findet finden zeigt zeigen sieht sehen bekommt
		bekommen erhält erhalten zahlt zahlen bezahlt bezahlen weiss wissen läuft laufen funktioniert funktionieren
		kommt kommen braucht brauchen kauft kaufen bucht buchen spart sparen bleibt bleiben geht gehen versteht
		verstehen lernt nutzt nutzen erreicht erreichen ohne
		peut peuvent pouvoir puissent est sont a ont trouve trouvent voit voient reçoit reçoivent paie paient sait
		savent fonctionne fonctionnent arrive arrivent achète achètent affiche comprend comprennent reste restent
		permet utilise utilisent sans
		puede pueden poder es son está están tiene tienen encuentra encuentran ve ven recibe reciben paga pagan sabe
		saben funciona funcionan llega llegan compra compran muestra entiende entienden queda quedan usa usan sin
		pode podem são estão tem têm encontra encontram vê veem recebe recebem sabem funcionam chega chegam compram
		mostra entende entendem fica ficam usam sem
		kan kunnen zijn heeft hebben wordt worden vindt vinden ziet zien krijgt krijgen betaalt betalen weet weten
		werkt werken komt komen koopt kopen toont begrijpt begrijpen blijft blijven gebruikt gebruiken zodat zonder
		kunna är har blir hittar ser får betalar vet fungerar kommer köper visar förstår stannar använder slipper utan`)
