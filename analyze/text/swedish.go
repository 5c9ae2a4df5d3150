package text

// Swedish: the words and phrases by which it is read.

var swedish = table{
	function: `och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig
		du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi
		dem vara vad över än dig kan sina här ha mot alla under någon eller allt mycket sedan ju denna själv detta åt
		utan varit hur ingen mitt ni bli blev oss din dessa några deras blir mina samma vilken er sådan vår blivit
		vill ska behöver måste också bara mer eftersom finns får vilka varje inga våra ditt vem vilket innan vårt`,
	titles: `visa lägg lösenord återställ kvitto kvittot faktura fakturor användare ändra beställning beställningar`,

	openers:  []string{"som en|ett|varje", "i min roll som|av (en)", "i rollen som (en)", "i egenskap av (en)"},
	bare:     []string{"^som"},
	definite: nil,
	myWish: []string{
		"vill|behöver|önskar|kan|ska|skulle|måste|bör|har|får|förväntar|ser|skall|hoppas|vet jag",
		"jag (inte) vill|behöver|önskar|kan|ska|skulle|måste",
	},
	wishes: []string{"vill|behöver|önskar|kan|ska|skulle|måste|bör|har|får vi|man", "ska|bör|måste det vara|gå"},
	verbs:  []string{"vill|behöver|önskar|kan|ska|skulle|måste|bör"},
	i:      "jag vi",

	notPeople: `resultat följd konsekvens steg *steg exempel alternativ lösning *lösning del grund komplement
		påminnelse test alternativ åtgärd *åtgärd regel förutsättning punkt början start kompromiss uppföljning
		effekt *effekt mål minimum maximum utgångspunkt workaround fix experiment undantag förbättring svar reaktion
		förslag idé slutsats första sista nästa andra förberedelse`,
	notOpening: `jag vi du ni han hon de det den man att är var har sagt vanligt alltid nämnt diskuterat
		överenskommet förväntat följer framgår om när på i med av för till ovan nedan ni sagts beskrivits kan ska
		vill inte mest minst första nästa följd finns blir`,
	generic: `användare användaren användarna kund kunden kunder person personer någon människa slutanvändare
		slutkund slutkunder user team teamet roll stakeholder konsument konsumenter företag intressent brukare`,
	qualifiers: `butik butiken vanlig normal godtycklig varje typisk allmän system systemet applikation applikationen app appen
		produkt produkten webbplats plattform programvara portal extern intern slut`,
	technical: `utvecklare *utvecklare utvecklaren testare *testare testaren programmerare arkitekt *arkitekt
		ingenjör *ingenjör developer dev devops qa utvecklingsteam`,
	machines: `system backend frontend api server databas mikrotjänst`,

	benefits: []string{
		"så att", "för att !återskapa|reproducera|det|den|jag|de|vi", "i syfte att",
		"för att jag|vi|det|de|den ~6 ska|skall|kan|inte|slipper|lätt|enkelt", "på så sätt|vis",
	},
	reasons: []string{
		"så jag|vi|de|man|hon|han|användare|användaren|kunder|kunden|ingen|alla|det|den|mina|mitt", "eftersom",
		"därför att", "för ~2 skull", "för (ökad|bättre) tydlighet|säkerhet|transparens|enkelhet|överblick", "för att", "därmed", "för då|annars", "vilket gör|ger|hjälper|underlättar",
	},

	purpose: `för`,
	means:   `knapp knappar möjlighet alternativ funktion sätt länk meny formulär fält skärm verktyg`,

	given: []string{"givet"},
	when:  []string{"när"},
	then:  []string{"så", "då"},

	defers: []string{
		"jag|vi ska|skall|måste|behöver|får|vill (först|bara|nog) ~3 fråga|höra|kolla|checka|stämma|diskutera|ta|undersöka ~5 med|av|efter|runt|upp",
		"jag|vi ska|skall|måste|behöver|får (först|bara|nog) ~2 fråga !om|efter",
		"jag|vi frågar|hör !om|mig|dig|er|efter|gärna", "jag|vi kollar|checkar|stämmer|diskuterar|lyfter|tar ~5 med",
		"frågar|kollar|lyfter|stämmer jag|vi ~4 med|av",
		"måste|behöver|ska|får jag|vi ~4 fråga|kolla|stämma|höra|diskutera|lyfta",
		"^ska|måste|behöver|får (jag) (först|bara|nog) fråga|höra|kolla|stämma ~4 med|av|innan",
		"^kollar|frågar|stämmer ~3 med|av|efter",
		"låt mig (först|bara) fråga|kolla|höra|stämma|checka|undersöka !koden|loggarna|loggen", "jag|vi återkommer",
		"^återkommer", "jag|vi hör av (mig|oss)",
		"vi|jag väntar|avvaktar (fortfarande|ännu|bara|just) (nu) på !ditt|ert|din|er ~5 beslut|godkännande|svar|återkoppling|feedback|bekräftelse|besked|ok|klartecken",
		"vi|jag inväntar|avvaktar !på|ditt|ert|din|er ~5 beslut|godkännande|svar|återkoppling|feedback|bekräftelse|besked|ok|klartecken",
		"väntar|avvaktar vi|jag (fortfarande|ännu) på !ditt|ert|din|er ~5 beslut|godkännande|svar|återkoppling|feedback|bekräftelse|besked|ok|klartecken",
		"^väntar|avvaktar (fortfarande|ännu) på !ditt|ert|din|er ~5 beslut|godkännande|svar|återkoppling|feedback|bekräftelse|besked|ok|klartecken",
		"^inväntar|avvaktar !på|ditt|ert|din|er ~5 beslut|godkännande|svar|återkoppling|feedback|bekräftelse|besked|ok|klartecken",
		"vi|jag väntar|avvaktar (fortfarande) (på) att ~5 ska|beslutar|godkänner|bestämmer|svarar|bekräftar",
		"^väntar|avvaktar (fortfarande) (på) att ~5 ska|beslutar|godkänner|bestämmer|svarar|bekräftar", "^i väntan på", "är (fortfarande) i väntan på",
		"måste|behöver|ska|får !jag|vi|man|du|ni ~3 besluta|bestämma|avgöra", "är inte mitt beslut",
		"inte mitt beslut", "inte upp till mig", "inte min sak", "upp till ~3 att besluta|bestämma|avgöra",
		"kan (jag) inte (jag) (själv) besluta|bestämma|avgöra", "jag|vi har ~4 vidarebefordrat|eskalerat|lyft",
		"jag|vi vidarebefordrar|eskalerar|lyfter ~4 till|med", "jag|vi skickar ~3 vidare",
	},
	awaits: []string{"väntar|avvaktar (fortfarande|ännu) (på)", "inväntar", "ligger (fortfarande|nu) hos"},
	errands: []string{
		"fråga|frågar ~3 om han|hon|de|att kan|vill|ska|lägga|skriva|bygga|testa !besluta|bestämma|godkänna|bekräfta|svara",
	},
	users: `användare användaren användarna kund kunden kunder kunderna slutanvändare slutanvändarna köpare
		konsumenter abonnenter brukare brukarna`,
	about: `om vad hur när varför vilken vilka vem var eftersom innan huruvida`,

	asks: []string{
		"vänligen|snälla|var (vänlig|snäll) (och) (kan) (du|ni) förtydliga|bekräfta|klargör|klargöra|precisera|förklara|specificera|bekräftar|ange",
		"^kan|skulle du|ni|någon ~4 förtydliga|bekräfta|förklara|klargöra|precisera|berätta|säga|specificera|svara",
		"förtydliga|bekräfta ~3 tack|gärna",
		"tacksam för|om ~5 förtydligande|svar|besked|klargörande|förtydliga|bekräfta|svara",
		"jag|vi undrar|funderar (på|över) (om|vad|hur|vilken|vilka|varför|när|vem|vilket)",
		"^undrar om|vad|hur|vilken|vilka|varför|när|vem|vilket", "är (det) (fortfarande) oklart",
		"^oklart om|vad|hur|vilken|vilka|vem|när", "är (det) inte (helt) klart|tydligt om|vad|hur|vilken|vilka|för",
		"låt mig|oss veta om|vad|hur|vilken|vilka",
		"vet (jag|vi) inte (riktigt) om|vad|hur|vilken|vilka|vem|när|varför", "förstår (jag|vi) inte", "^vet någon|du|ni",
		"är osäker|osäkra på|om", "säg (till) (mig|oss|gärna) om|vad|hur|vilken", "jag|vi skulle vilja veta",
		"behöver veta|förtydligande", "meddela (mig|oss|gärna) (gärna) om|vad|hur|vilken|vilka",
		"^vad tycker|tror du|ni", "^ska vi ~10 eller",
	},
	rhetorical: []string{
		"^vem vet", "^än sen", "^vem bryr sig", "^varför inte",
		"^vad kan|kunde|skulle (möjligen) (kunna|gå) (gå) fel", "^på riktigt", "^verkligen", "^allvarligt",
		"^seriöst", "^vem hade trott", "^vad mer kan man", "^hur svårt kan",
	},
	because: "eftersom därför",

	deciders: `ledningen ledning chefen chef marknad marknadsavdelningen marknadsföring sälj säljavdelningen juristerna
		juridik juridiska ekonomi ekonomiavdelningen styrgruppen styrelsen inköp avdelningschefen avdelningen
		affären verksamheten vd vd'n direktören compliance legal marketing sales management nämnden huvudkontoret
		beställaren sponsorn ceo cto cfo stakeholder`,
	articles: "vår vårt min den det en",
	between:  "från på i av har också nu redan fortfarande äntligen igen hos",
	they:     "de dom han hon",
	decides: []string{
		"bestämde|beslutade|godkände|avslog|valde", "har !jag|vi ~4 bestämt|beslutat|godkänt|avslagit|valt|sagt (nej|ja)",
	},
	says: []string{
		"säger|sa|sade|vill|ville|föredrar|kräver|krävde|insisterar|bekräftade|bekräftar !jag|vi|hej|veta|man|att (de|han|hon) !veta|prata|diskutera|förstå|ha",
		"vill ha", "har !jag|vi ~4 sagt|bekräftat|krävt|önskat", "är okej|överens|med på",
	},
	by: []string{
		"enligt", "^svar|besked|beslut|ok|godkännande|återkoppling från|av", "jag|vi fick|har|fått (nu|äntligen|fått) (ett) svar|besked|beslut|ok|godkännande från|av", "^säger|sa", "på begäran av", "beslutat|bestämt|godkänt av",
	},
	told: []string{"jag|vi fick|har höra|fått (att) (höra)", "det är bestämt|beslutat (att|av)", "det har bestämts|beslutats", "kommer|kom uppifrån", "beslut|order uppifrån"},

	directions: `minska minskar minskade minskning sänka sänker sänkning korta kortar öka ökar ökning höja höjer färre mindre lägre
		högre halvera halverar fördubbla fördubblar växa växer sjunka sjunker stiga stiger förbättra förbättrar minimera
		maximera falla faller`,
	more:  `fler mer snabbare`,
	leads: `leder leda ger få får bidrar resulterar medför`,
	measures: `samtal* klagomål* retur* beställning* köp* varukorg* korgar* bokning* anmälning* registrering* avbokning* uppsägning*
		ärende* fel avbrott besök* klick* försäljning* prenumeration* kostnad* incident* återköp* påminnelse* supportsamtal* stöd* *köp *samtal`,
	rates:     `konvertering* andel andelen grad *grad *graden *grader omsättning* intäkt* nps nöjdhet* användning* väntetid* *tid *tiden ledtid* svarstid* lönsamhet*`,
	partitive: `av`,
	numerals:  `en ett två tre fyra fem sex sju åtta nio tio`,
	hypotheses: []string{
		"vi|jag tror|antar|förmodar|förväntar|misstänker (oss) att ~24 @up|leder|oftare|tidigare", "vår|min hypotes", "hypotesen är",
		"vi vet att ~6 stämmer|rätt|sant", "vi har rätt om|när", "om vi ~16 så ~3 fler|färre", "^för att testa|pröva detta|det", "det|detta testar|prövar vi",
	},
	voices: []string{
		"kund|kunder|kunderna|användare|användarna|köpare|köparna|folk|prenumeranter|patienter (har) (också) rapporterat|rapporterade|bett|bad|klagat|klagade|klagar|frågat|frågade|önskat|önskar|meddelat|sagt|efterfrågat|efterfrågar",
		"önskat|rapporterat|begärt|efterfrågat|anmält|önskad|begärd av|från ~3 kund|kunder|kunden|användare|köpare",
		"synpunkt|synpunkter|feedback|klagomål|önskemål|önskan|begäran|återkoppling|enkät från|av|bland ~3 kund|kunder|kunderna|användare|användarna|köpare|pilotkund*|pilotkunder|pilotkunderna|testkunder",
		"kundönskemål|kundfeedback|kundklagomål|användarintervju|användarintervjuer|kundintervju|kundintervjuer|användartest|användartester",
		"support|service|helpdesk|zendesk|kund (ärende|fall) (nr|nummer) ~1 #", "supportärende|kundärende ~1 #",
		"i|från|under ~4 intervjuer|intervju|intervjuerna|enkät|enkäten",
	},
	requests: []string{"på begäran|önskan|uppdrag|önskemål av|från", "önskat|begärt|rapporterat|efterfrågat av", "önskemål|klagomål|begäran från"},
	vague: `snabb snabbt snabba snabbare lätt lätta enkel enkelt enkla enklare intuitiv intuitivt användarvänlig användarvänligt bra
		bättre fin fint modern modernt ren korrekt riktig lämplig lämpligt rimlig rimligt robust flexibel flexibelt effektiv
		effektivt smidig smidigt smidiga bekväm prestanda stabil stabilt pålitlig tydlig tydligt optimal förväntat fungerar fungera tillräcklig tillräckligt`,
	rebuilds:  []string{"refaktorera|refaktorering|refactoring|refaktoreras"},
	acts:      []string{"migrera|migrering|migreras|migrerad|uppgradera|uppgraderas|uppgradering", "byt|byta namn", "döp|döpa om", "bryt|bryta ut", "konfigurera|konfigureras|indexera|indexeras"},
	changes:   []string{"uppdatera|uppdateras|uppdatering|införa|inför"},
	parts:     `databas databasen *databas *databasen *bibliotek drivrutin drivrutinen beroende beroenden kodbas gränssnitt`,
	softParts: `biblioteket bibliotek schema tabell tabellen kolumn kolumnen server servern tjänst *tjänst tjänsten *tjänsten modul modulen klass klassen miljö *miljö *miljön komponent grenar kluster *kluster *klustret`,
}
