package text

// Dutch: the words and phrases by which it is read. "Als" opens a persona and also a
// condition: a generic name followed by a plain word ("als een gebruiker inlogt") is
// taken for the condition.

var dutch = table{
	function: `de het een en van ik te dat die in is niet op aan met als voor er maar om hem dan zou of wat mijn
		men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog
		zal me zij nu geen omdat iets worden toch al waren veel meer doen moet zonder kan hun dus alles onder wordt
		wil wij we ons onze zodat kunnen willen moeten zijn was werd welke wie waar wanneer jullie hier alle elke
		graag`,
	titles: `tonen toevoegen wachtwoord instellen opnieuw gebruiker factuur facturen wijzigen verwijderen bestelling bestellingen`,

	openers: []string{"als een|elke|iedere", "in mijn rol als|van (een)", "in de rol van (een)"},
	bare:    []string{"^als"},
	myWish: []string{
		"wil|moet|kan|zou|wens|heb|mag|verwacht|ben|zie|krijg|wilde|zal|hoef ik", "ik (niet) wil|moet|kan|zou|wens",
	},
	wishes: []string{
		"willen|moeten|kunnen|zouden|hebben|mogen|wensen|verwachten we|wij", "moet het mogelijk", "moet|zou het",
	},
	verbs: []string{"wil|moet|kan|zou|willen|moeten|kunnen"},
	i:     "ik wij we",

	notPeople: `resultaat gevolg stap *stap voorbeeld alternatief oplossing *oplossing deel onderdeel basis
		aanvulling herinnering test optie maatregel *maatregel regel voorwaarde *voorwaarde punt begin start
		compromis vervolg effect doel uitgangspunt minimum maximum workaround fix experiment uitzondering verbetering
		antwoord reactie suggestie voorstel idee conclusie eerste laatste volgende tweede voorbereiding mijlpaal
		fallback`,
	notOpening: `ik we wij je jij u jullie hij zij ze het er dat dit die de deze men iemand niemand dan eerste
		volgende laatste gevolg besproken afgesproken verwacht vermeld gezegd volgt in op bij met van voor na eenmaal
		ook er alles alle niet nu geen mijn onze`,
	generic: `gebruiker gebruikers klant klanten persoon personen iemand mens eindgebruiker eindgebruikers
		eindklant user users team teams rol stakeholder consument consumenten bedrijf afnemer belanghebbende customer`,
	qualifiers: `winkel normale gewone willekeurige elke iedere typische algemene systeem applicatie app product website
		platform software portaal externe interne eind standaard`,
	technical: `ontwikkelaar ontwikkelaars *ontwikkelaar developer developers dev tester testers *tester
		programmeur architect *architect engineer engineers devops qa ontwikkelteam`,
	machines: `systeem backend frontend api server database microservice`,
	clause:   "yes",

	benefits: []string{"zodat", "opdat", "om ~14 te *en|gaan|staan|zien|doen|zijn|slaan", "teneinde"},
	reasons:  []string{"omdat", "want", "waardoor", "aangezien", "met het oog op", "voor (meer|de) duidelijkheid|veiligheid|zekerheid|transparantie|gemak|overzicht", "zo kan|hoef|weet|blijf ik|we|wij"},

	purpose: `om`,
	means:   `knop knoppen mogelijkheid optie functie manier link menu formulier veld scherm graag kans tool`,

	given: []string{"gegeven", "stel"},
	when:  []string{"wanneer", "als"},
	then:  []string{"dan"},

	defers: []string{
		"ik|we|wij ga|gaan|moet|moeten|zal|zullen|wil ~6 vragen|navragen|nagaan|uitzoeken|overleggen|afstemmen|checken|bespreken|voorleggen",
		"ik|we|wij vraag|vragen !me|ons|je|jullie|of|mij|u|wat|hoe", "vraag|vragen ik|we|wij !me|mij|ons",
		"moet|moeten|ga|gaan|zal ik|we|wij ~5 vragen|navragen|overleggen|afstemmen|checken|bespreken|voorleggen|nagaan",
		"ik|we|wij check|checken|overleg|overleggen|bespreek|bespreken|stem ~4 met|bij|af",
		"^check|overleg|bespreek|vraag (dit|het|ik|dat) (even|dit|het) met|bij|na|aan",
		"ik|we|wij leg|leggen ~4 voor|neer", "ik zoek|ga ~3 na|uit", "ik|we|wij kom|komen ~4 terug",
		"kom ik|we|wij ~4 terug", "ik|we laat|laten ~3 weten !wanneer|zodra|als|of",
		"laat mij|me ~4 vragen|navragen|checken|overleggen|nagaan|afstemmen|uitzoeken",
		"ik|we|wij wacht|wachten (nog|hier) (steeds) op !je|jullie|uw|jouw ~5 beslissing|besluit|goedkeuring|akkoord|antwoord|reactie|feedback|bevestiging|ok|terugkoppeling",
		"wacht|wachten ik|we|wij (nog) op !je|jullie|uw|jouw ~5 beslissing|besluit|goedkeuring|akkoord|antwoord|reactie|feedback|bevestiging|ok|terugkoppeling",
		"^wacht|wachten|wachtend (nog) op !je|jullie|uw|jouw ~5 beslissing|besluit|goedkeuring|akkoord|antwoord|reactie|feedback|bevestiging|ok|terugkoppeling",
		"^in afwachting van", "zijn|ben (nog) in afwachting van",
		"ik|we|wij wacht|wachten (nog) (tot|totdat|erop) (dat) ~4 beslist|besluit|goedkeurt|akkoord|antwoordt|reageert|bevestigt",
		"^wacht|wachten (nog) (tot|totdat|erop) (dat) ~4 beslist|besluit|goedkeurt|akkoord|antwoordt|reageert|bevestigt",
		"moet|moeten !ik|we|wij|je|jullie ~3 beslissen|goedkeuren|akkoord|besluiten|aftekenen",
		"moet ~5 akkoord (op|voor) geven", "niet aan mij", "niet mijn beslissing|besluit",
		"is aan ~3 om te|dit|dat|hierover", "kan ik niet (zelf|alleen) beslissen", "kan|mag ~3 niet ~2 beslissen",
		"ik|we heb|hebben ~5 doorgestuurd|doorgezet|geëscaleerd|neergelegd|uitgezet",
		"ik|we|wij geef|stuur|zet|speel ~4 door", "even navragen|overleggen|afstemmen",
	},
	awaits: []string{"wacht|wachten (nog) (steeds) op", "ligt (nog|nu) bij"},
	errands: []string{
		"vraag|vragen ~3 om ~6 te !beslissen|bevestigen|beantwoorden|reageren|kiezen|besluiten",
		"vraag|vragen ~2 of hij|zij|ze ~5 toevoegt|aanpast|schrijft|bouwt|maakt|test|helpt|kan|wil",
	},
	users: `gebruiker gebruikers klant klanten eindgebruikers eindgebruiker eindklant eindklanten koper kopers
		consumenten abonnees`,
	about: `of wat hoe wanneer waarom welke wie waar omdat over voordat`,

	asks: []string{
		"graag|gelieve|svp|aub ~4 verduidelijken|bevestigen|toelichten|toelichting|verduidelijking|bevestiging|specificeren|opheldering|uitsluitsel|aangeven|uitleggen",
		"^kun|kan|kunnen|kunt|zou|zouden je|jij|u|jullie|iemand ~6 verduidelijken|bevestigen|toelichten|uitleggen|vertellen|aangeven|specificeren|zeggen",
		"verduidelijk|bevestig ~3 aub|svp|alsjeblieft|graag", "vraag|vragen me|mij|ons (nog) af|of|wat|hoe",
		"ik vroeg me af", "is (me|mij|ons|nog) (nog) niet (helemaal|echt) duidelijk",
		"is (me|mij|ons) (nog) onduidelijk", "^onduidelijk of|wat|hoe|welke|wie|wanneer",
		"laat|laten (me|mij|ons|het|even) (ons|me|mij|even) weten of|wat|hoe|welke|wie",
		"weet|weten (nog|we|ik) niet (zeker) of|wat|hoe|welke|wie|wanneer", "^weet iemand|jij|je|u",
		"ik|we zou|zouden|wil|willen (graag) (willen) weten", "ben|zijn benieuwd of|wat|hoe|welke",
		"^wat denk|vind|vinden je|jij|u|jullie", "de vraag is|blijft", "twijfel of|over",
		"^moeten|zullen we|wij ~10 of",
	},
	rhetorical: []string{
		"^wie weet", "^wat maakt het uit", "^nou en", "^wie boeit", "^waarom ook niet", "^waarom niet",
		"^wat kan|kon er mis", "^echt waar", "^echt", "^serieus", "^wie had dat gedacht", "^wat wil je nog meer",
		"^hoe moeilijk kan", "^wie zit",
	},
	because: "omdat",

	deciders: `directie directeur management marketing verkoop sales inkoop juridische jurist juridisch legal financiën
		finance bestuur stuurgroep chef baas leiding afdeling afdelingshoofd compliance raad ceo cto cfo cio manager
		business sponsor opdrachtgever hoofdkantoor controlling boekhouding stakeholder stakeholders hoofd`,
	articles: "de het onze ons mijn een",
	between:  "van uit bij de het heeft hebben ook nog nu al net team afdeling zaken weer toch eindelijk",
	they:     "ze zij hij",
	decides: []string{
		"besloot|besloten|beslist|besliste|koos|kozen", "heeft|hebben !ik|we|wij ~5 besloten|beslist|goedgekeurd|afgekeurd|afgewezen|gekozen|bepaald|vastgelegd",
	},
	says: []string{
		"zegt|zeggen|zei|zeiden|wil|willen|wilde|vindt|vinden|verlangt|eist|bevestigt !ik|we|wij|je|hoi|weten|hij|zij|ze|graag|met ~5 !weten|praten|overleggen|begrijpen",
		"heeft|hebben !ik|we|wij ~4 gezegd|gevraagd|bevestigd|aangegeven", "is|zijn akkoord", "geeft|geven aan|de voorkeur",
	},
	by: []string{
		"volgens", "^antwoord|besluit|akkoord|reactie|beslissing|goedkeuring|terugkoppeling van|uit", "heb|hebben ik|we|wij|nu|net|een|het (nu|een|het) (een|het) antwoord|besluit|akkoord|reactie|goedkeuring (gekregen) van|uit", "^zegt|zei|aldus", "op verzoek van",
		"besloten|goedgekeurd|bepaald door",
	},
	told: []string{"er is besloten", "mij|ons is ~2 gezegd|verteld|opgedragen", "van hogerhand", "komt van boven"},

	directions: `verlagen verlaagt verlaging verminderen vermindert vermindering verkorten verkort verhogen verhoogt verhoging stijgen
		stijgt stijging dalen daalt daling minder lager lagere hoger hogere halveren halveert verdubbelen verdubbelt groeien groeit
		zakken zakt verbeteren verbetert minimaliseren maximaliseren terugbrengen`,
	more:  `meer sneller`,
	leads: `leidt leiden zorgt zorgen levert opleveren krijgen krijgt tot`,
	measures: `telefoontje* oproepen klacht* retour* bestelling* aankop* mandje* boeking* aanmelding* annulering* opzegging* tickets
		vragen fouten storing* bezoek* klik* verkop* abonnement* kosten incident* herhaalaankop* meldingen herinneringen`,
	rates: `conversie percentage *percentage aandeel verloop behoud gebruik omzet nps tevredenheid *tevredenheid wachttijd
		*tijd duur *duur winst bezetting klanttevredenheid`,
	partitive: `van`,
	numerals:  `een één twee drie vier vijf zes zeven acht negen tien`,
	hypotheses: []string{
		"wij|we|ik geloven|geloof|denken|denk|verwachten|vermoeden dat ~24 @up|leidt|eerder|vaker", "wij|we nemen aan ~20 @up|leidt|eerder|vaker",
		"onze|mijn hypothese", "we|wij weten ~8 klopt|waar|gelijk", "we|wij hebben gelijk als|wanneer", "als we ~16 dan ~3 meer|minder", "^om dit|dat te testen|toetsen", "dit|dat testen we",
	},
	voices: []string{
		"klant|klanten|gebruiker|gebruikers|koper|kopers|mensen|abonnees|patiënten (hebben|heeft) ~8 gemeld|gevraagd|geklaagd|verzocht|aangegeven|gewenst|verteld",
		"klant|klanten|gebruiker|gebruikers|koper|kopers (die) klagen|klaagden|vragen|vroegen|melden|meldden|wensen|klaagde|vroeg|meldde",
		"gevraagd|gemeld|gewenst|verzocht door ~3 klant|klanten|gebruiker|gebruikers|kopers",
		"feedback|klacht|klachten|verzoek|verzoeken|wens|wensen|reactie|reacties|enquête van|onder|door ~3 klant|klanten|gebruiker|gebruikers|kopers|pilotklanten|testklanten",
		"klantfeedback|klantverzoek|klantwens|klantvraag|klachtmelding|gebruikersonderzoek|klantinterview|klantinterviews|gebruikerstest|gebruikerstests !formulier",
		"support|service|helpdesk|zendesk|klant (ticket|melding|zaak) (nr|nummer) ~1 #", "supportticket|klantticket ~1 #",
		"in|uit|tijdens ~4 interviews|interview|enquête",
	},
	requests: []string{"op verzoek van", "gevraagd|gemeld|gewenst door", "verzoek|klacht|wens van"},
	vague: `snel sneller vlot makkelijk makkelijker gemakkelijk eenvoudig simpel intuïtief gebruiksvriendelijk gebruikersvriendelijk
		goed goede beter mooi modern netjes correct juist passend redelijk robuust flexibel efficiënt soepel naadloos
		comfortabel prestaties performance stabiel betrouwbaar duidelijk optimaal verwacht werkt werken voldoende handig overzichtelijk`,
	rebuilds:  []string{"refactoren|refactor|refactoring"},
	acts:      []string{"migreren|migratie|gemigreerd|upgraden|hernoemen|hernoemd|extraheren|configureren|geconfigureerd|indexeren|geïndexeerd|ontkoppelen|herschrijven|verplaatsen|overzetten"},
	changes:   []string{"updaten|bijwerken|bijgewerkt|invoeren"},
	parts:     `database *database databases *bibliotheek driver afhankelijkheid afhankelijkheden wachtrij interface codebase`,
	softParts: `bibliotheek schema tabel tabellen kolom kolommen server dienst service *service module modules klasse omgeving *omgeving component takken`,
	verbLast:  "yes",
}
