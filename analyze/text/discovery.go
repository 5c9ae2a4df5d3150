package text

// Items that find something out about users, and items that take something away.

// Discovery reports whether an item is there to learn what users need or do: an
// experiment, a prototype, interviews, a usability or A/B test. A technical spike is not;
// a spike is one whose description sends somebody to them, whatever its title says.
func Discovery(typeName string, labels []string, title, description string) bool {
	for _, name := range append([]string{typeName}, labels...) {
		if discoveryNames.has(squashed(name)) {
			return true
		}
	}
	return discoveries.in(tokens(capped(title))) ||
		KindOf(typeName, labels, title) == Spike && meetings.in(tokens(said(capped(description))))
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

// meetings are words for going to those who use the product, or may.
var meetings = compile(
	"talk|talking|speak|speaking to|with ~6 people|users|customers|buyers|shoppers|readers|clients|patients|guests|visitors",
	"ask|asking|show|watch|watching|observe|observing|visit|visiting|interview|interviewing ~5 users|customers|buyers|shoppers|readers|clients|patients|guests|visitors",
	"mit ~5 kunden|kundinnen|nutzern|nutzerinnen|anwendern|käufern|leuten|menschen sprechen|reden", "sprich|sprecht|sprechen|rede|redet|reden mit ~5 kunden|kundinnen|nutzern|nutzerinnen|anwendern|käufern|leuten|menschen",
	"kunden|kundinnen|nutzer|nutzerinnen|anwender|käufer fragen|befragen|besuchen|beobachten|interviewen",
	"parler|parlez|discuter|discutez avec|à ~5 utilisateurs|utilisatrices|clients|acheteurs|personnes|gens", "interroger|observer|rencontrer|visiter ~5 utilisateurs|utilisatrices|clients|acheteurs",
	"hablar|hable|habla con ~5 usuarios|usuarias|clientes|compradores|personas", "preguntar|observar|visitar|entrevistar ~5 usuarios|usuarias|clientes|compradores",
	"falar|fale|conversar com ~5 usuários|utilizadores|clientes|compradores|pessoas", "perguntar|observar|visitar|entrevistar ~5 usuários|utilizadores|clientes|compradores",
	"praten|praat|spreken|spreek met ~5 gebruikers|klanten|kopers|mensen", "met ~5 gebruikers|klanten|kopers|mensen praten|spreken", "vraag|bezoek|observeer|interview ~5 gebruikers|klanten|kopers",
	"prata|tala med ~5 användare|kunder|köpare|personer|människor", "fråga|besök|besöka|observera ~5 användare|kunder|köpare",
)

var removals = compile(
	"^remove|removing|retire|retiring|sunset|decommission|drop|discontinue|delete", "switch|switching|turn|turning off", "roll|rolling back",
	"entfernen|abschalten|abschaffen|abkündigen|einstellen|zurückbauen|rückbau|ausbauen", "^supprimer|retirer|désactiver|abandonner", "^eliminar|quitar|retirar|desactivar",
	"^remover|retirar|desativar|descontinuar", "verwijderen|uitzetten|uitfaseren|afschaffen", "^ta bort", "^avveckla|avveckling",
)
