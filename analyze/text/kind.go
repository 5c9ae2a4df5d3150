package text

// What kind of work an item is, by its type, its labels and a clear prefix of its title.

import "strings"

// Kind tells work that serves somebody outside the team from the rest. Bugs are told
// by their type, not here.
type Kind uint8

// The kinds, in the order in which they win when words point to several.
const (
	Functional Kind = iota // nothing says otherwise
	Technical              // technical debt, chores, enablers
	Spike                  // spikes, research, discovery, proofs of concept
	Expedite               // incidents, hotfixes, expedite lanes
)

func (k Kind) String() string {
	return [...]string{"functional", "technical", "spike", "expedite"}[k]
}

// KindOf reads the name of an item's type, its labels and its title. Of the title only
// a prefix counts: "[Spike] …", "Spike: …". A label counts as a whole: "production" is
// one, "production-planning" is not.
func KindOf(typeName string, labels []string, title string) Kind {
	kind := max(kinds[squashed(typeName)], kindOfWords(typeName))
	for _, l := range labels {
		kind = max(kind, kinds[squashed(l)])
	}
	if prefix := titlePrefix(title); prefix != "" && !onlyLabels.has(squashed(prefix)) {
		kind = max(kind, kinds[squashed(prefix)])
	}
	return kind
}

// kindOfWords looks at each word of a type name: "Enabler Story", "Tarea técnica".
func kindOfWords(name string) Kind {
	kind := Functional
	for w := range wordsIn(capped(name)) {
		if !onlyLabels.has(w) {
			kind = max(kind, kinds[w])
		}
	}
	return kind
}

// PlainTask reports whether a type's name says that it is a task and not a story.
func PlainTask(typeName string) bool { return plainTasks.has(squashed(typeName)) }

var plainTasks = newVocabulary(`task tasks todo aufgabe aufgaben tâche tâches tarea tareas tarefa tarefas taak taken uppgift uppgifter`)

// longPrefix is how many bytes a title's prefix may have.
const longPrefix = 32

// titlePrefix is what stands before the colon, or in the bracket, that opens a title.
func titlePrefix(title string) string {
	title = strings.TrimSpace(title)
	if title == "" {
		return ""
	}
	if end := closer(title[0]); end != 0 {
		inside, _, found := strings.Cut(title[1:], string(end))
		if found && len(inside) <= longPrefix {
			return inside
		}
		return ""
	}
	for _, mark := range []string{":", " - ", " – ", " | "} {
		prefix, _, found := strings.Cut(title, mark)
		if scope := strings.IndexByte(prefix, '('); scope > 0 {
			prefix = prefix[:scope] // chore(deps): …
		}
		if found && len(prefix) <= longPrefix {
			return prefix
		}
	}
	return ""
}

// squashed writes a name as one folded word, so that tech-debt, "Tech Debt" and
// TECH_DEBT are one.
func squashed(name string) string {
	var b strings.Builder
	for w := range wordsIn(capped(name)) {
		b.WriteString(strings.ReplaceAll(w, "_", ""))
	}
	return b.String()
}

var kinds = readyKinds()

func readyKinds() map[string]Kind {
	all := map[string]Kind{}
	for k, names := range kindNames {
		for name := range newVocabulary(names).words {
			all[name] = Kind(k)
		}
	}
	return all
}

// onlyLabels mean the kind as a label; in a type or title they are everyday words.
var onlyLabels = newVocabulary("production prod urgent p1 p0")

var kindNames = [...]string{
	Technical: `technical tech techdebt technicaldebt technicaltask technicalstory techstory
		techtask chore chores enabler enablers enablerstory enablerfeature refactoring refactor cleanup codecleanup
		housekeeping infrastructure infra devops architecture architecturalenabler engineering technisch technische
		technischeaufgabe technischeschuld technischeschulden techschulden wartung technischestory refaktorierung
		technique dettetechnique tachetechnique infrastructuretechnique refonte refactorisation técnica técnico
		tareatécnica deudatécnica historiatécnica refactorización infraestructura tarefatécnica dívidatécnica
		débitotécnico históriatécnica refatoração refatoramento technischetaak technischeschuld technischeschulden
		technischeuserstory teknisk tekniskskuld tekniskuppgift refaktorering infrastruktur`,
	Spike: `spike spikes techspike technicalspike spikestory research discovery poc pocs
		proofofconcept investigation investigate exploration prototype prototyping experiment timebox feasibility
		study recherche forschung untersuchung machbarkeit machbarkeitsstudie analyse erkundung prototyp étude
		exploration investigación pruebadeconcepto exploración investigação pesquisa provadeconceito exploração
		descoberta descubrimiento onderzoek verkenning haalbaarheid undersökning utredning förstudie utforskning
		preuvedeconcept`,
	Expedite: `expedite expedited expediteitem incident incidents hotfix hotfixes production
		productionissue productionbug productionincident prodissue prodbug prodincident prod sev0 sev1 severity1
		p0incident p1incident p1 p0 majorincident outage emergency urgent firefighting fasttrack fastlane störung
		notfall vorfall produktionsstörung produktionsfehler dringend eilt incidentdeproduction urgence panne
		incidente urgencia emergencia producción incidentedeproducción incidentedeprodução emergência urgência
		produção storing spoed spoedje noodgeval driftstörning akut haveri produktionsincident`,
}
