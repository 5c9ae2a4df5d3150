package text

// Items that find something out about users, and items that take something away.

// Discovery reports whether an item is there to learn what users need or do: an
// experiment, a prototype, interviews, a usability or A/B test. A technical spike is not.
func Discovery(typeName string, labels []string, title string) bool {
	for _, name := range append([]string{typeName}, labels...) {
		if discoveryNames.has(squashed(name)) {
			return true
		}
	}
	return discoveries.in(tokens(capped(title)))
}

// Removes reports whether the title of an item says that something is taken away.
func Removes(title string) bool { return removals.in(tokens(capped(title))) }

// in reports whether one of the phrases stands anywhere.
func (set phrases) in(ts []token) bool {
	for i, t := range ts {
		if t.mark == word && set.at(ts, i) > 0 {
			return true
		}
	}
	return false
}

var discoveryNames = newVocabulary(`discovery productdiscovery experiment experiments userresearch uxresearch customerresearch
	interview interviews prototype abtest abtesting usability usabilitytest usertest usertesting validation assumptiontest
	nutzerforschung nutzertest prototyp kundeninterview testutilisateur prototipo experimento
	entrevistas protótipo pesquisacomusuários gebruikersonderzoek gebruikerstest användartest användarstudie`)

var discoveries = compile(
	"experiment|experiments|usability|prototype|prototypes|survey", "a b test|tests|testing|testen|teste",
	"user|customer|buyer|shopper interview|interviews|research|test|tests|testing|survey|visit|visits", "interview|interviews (with) ~2 users|customers|buyers|shoppers|people|clients|readers",
	"^interview|interviews", "fake door", "concept test|tests", "assumption|assumptions test|tests", "validate|test (the|our) assumption|assumptions|hypothesis",
	"nutzerinterview|nutzerinterviews|kundeninterview|kundeninterviews|nutzertest|nutzertests|usabilitytest|usabilitytests|prototyp|umfrage|kundenumfrage|nutzerbefragung|kundenbefragung|nutzerforschung",
	"interviews mit", "entretien|entretiens (avec|des|de) ~2 utilisateurs|utilisateur|clients|client|acheteurs", "test|tests utilisateur|utilisateurs", "sondage|enquête", "prototype|maquette testée",
	"entrevista|entrevistas (con|a|com|de) ~2 usuarios|clientes|compradores|usuários|utilizadores", "prueba|pruebas|teste|testes de usabilidad|usabilidade", "prototipo|experimento|encuesta|protótipo",
	"pesquisa com usuários|clientes|utilizadores", "gebruikersinterview|gebruikersinterviews|klantinterview|klantinterviews|gebruikerstest|gebruikerstests|gebruikersonderzoek|enquête",
	"interviews met", "användarintervju|användarintervjuer|kundintervju|kundintervjuer|användartest|användartester|enkät|användarstudie", "intervjua ~2 kunder|användare|köpare",
)

var removals = compile(
	"^remove|removing|retire|retiring|sunset|decommission|drop|discontinue|delete", "switch|switching|turn|turning off", "roll|rolling back",
	"entfernen|abschalten|abschaffen|abkündigen|einstellen|zurückbauen|rückbau|ausbauen", "^supprimer|retirer|désactiver|abandonner", "^eliminar|quitar|retirar|desactivar",
	"^remover|retirar|desativar|descontinuar", "verwijderen|uitzetten|uitfaseren|afschaffen", "^ta bort", "^avveckla|avveckling",
)
