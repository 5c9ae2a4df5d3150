package text

// German: the words and phrases by which it is read. The verb stands before the
// subject after a persona, and "zu" may hide inside the verb of a purpose.

var german = table{
	function: `der die das und ist nicht den von zu mit sich des dem auf für ein eine einen einem einer eines im
		es an als auch werden wird aus er hat dass sie nach bei um noch wie über so zum war haben nur oder aber vor
		zur bis mehr durch man sein wenn kann können sollen soll muss müssen ich wir ihr mich mir uns mein meine
		unser unsere diese dieser dieses damit sodass möchte möchten will bitte hier beim ohne keine kein wurde
		wurden sind wäre würde hätte sollte könnte alle dann schon jetzt da am was wer welche welcher gibt jede jeder
		jedes`,
	titles: `anzeigen hinzufügen zurücksetzen ermöglichen ändern löschen beheben rechnung rechnungen anmeldung passwort benutzer händler bestellung bestellungen erweitern`,

	openers: []string{
		"als ein|eine|jeder|jede|einer", "in meiner rolle|funktion als (ein|eine)",
		"in der rolle als|eines|einer (ein|eine)",
	},
	bare:     []string{"^als"},
	definite: []string{"^als der|die|das|unser|unsere"},
	myWish: []string{
		"möchte|moechte|will|wünsche|wuensche|brauche|benötige|benoetige|kann|muss|sollte|soll|würde|wuerde|hätte|haette|habe|erwarte|bin|darf|sehe|bekomme|erhalte ich",
		"ich (nicht) möchte|moechte|will|brauche|benötige|kann|muss|würde|hätte",
	},
	wishes: []string{
		"möchten|moechten|wollen|wünschen|brauchen|benötigen|können|koennen|müssen|muessen|sollten|sollen|würden|hätten|haben wir",
		"möchte|will|kann|muss man", "soll es (mir) möglich", "ist es mir|uns",
	},
	verbs: []string{
		"möchte|moechte|will|wünsche|brauche|benötige|kann|muss|sollte|würde|hätte|möchten|wollen|brauchen|müssen",
	},
	i: "ich wir",

	notPeople: `ergebnis ergebnisse folge konsequenz schritt *schritt nächstes nächste erstes erste zweites
		letztes beispiel alternative *alternative workaround *lösung lösung teil vorbereitung grundlage voraussetzung
		*voraussetzung ziel erinnerung effekt *effekt test option massnahme *massnahme vorschlag idee ersatz
		ergänzung basis regel ausgangspunkt start anfang reaktion antwort vorsichtsmassnahme fazit kompromiss
		experiment versuch zusatz hinweis ausnahme meilenstein ausgleich rückfallebene fallback quickfix fix`,
	notOpening: `ob dass ich wir er sie es man ihr wenn nächstes erstes zweites letztes folge nach auf in im bei
		mit von zu zum zur besprochen erwartet gewünscht vereinbart auch nur so wir dies dieses das hier da die`,
	generic: `nutzer nutzerin nutzerinnen nutzern benutzer benutzerin benutzern anwender anwenderin anwendern user
		users kunde kundin kunden kundinnen person personen jemand mensch endnutzer endnutzerin endkunde endkunden
		endanwender endbenutzer team teams rolle stakeholder verbraucher konsument konsumenten unternehmen firma
		auftraggeber customer`,
	qualifiers: `shop shops in innen normaler normale beliebiger jeder jede system anwendung applikation app produkt webseite
		website plattform software portal allgemeiner typischer einzelner externer interner end ends`,
	technical: `entwickler entwicklerin entwicklern ingenieur ingenieurin *ingenieur *ingenieurin *entwickler *entwicklerin dev developer *developer tester
		testerin *tester programmierer programmiererin architekt architektin *architekt ingenieur *ingenieur devops
		qa engineer engineers entwicklungsteam entwicklerteam`,
	machines: `system backend frontend schnittstelle datenbank server dienst api microservice`,

	benefits: []string{
		"sodass", "so dass",
		"damit ich|wir|er|sie|es|man|der|die|das|den|dem|ein|eine|mein|meine|unser|unsere|unseren|kunden|kundinnen|nutzer|niemand|jeder|alle|keine|kein|nicht|sich|diese|dieser|neue|ihre|seine|auch|bei|beim|im",
		"damit !ist|sind|war|waren|wird|werden|wurde|kann|können|soll|sollte|muss|hat|haben|beschäftigt|verbunden|verbundene|verbundenen|begonnen|fertig|einverstanden|gemeint|arbeiten|geht|lässt|beginnt|umgehen|zusammen|zu|nicht ~14 *en|*t|ist|sind|kann|wird $",
		"um ~14 zu !reproduzieren|testen *en|*ern|*eln|sein|tun",
		"um ~14 einzu*|aufzu*|abzu*|anzu*|auszu*|vorzu*|nachzu*|zurückzu*|herzu*|hinzuzu*|festzu*|sicherzu*|weiterzu*|mitzu*|durchzu*|umzu*|freizu*|bereitzu*|wiederzu*|zusammenzu*|fortzu*|hochzu*|herunterzu*|herauszu*|loszu*|wahrzu*|teilzu*",
	},
	reasons: []string{"weil", "denn", "damit", "zwecks", "sonst", "ansonsten", "aus gründen", "zur|für (mehr|bessere|besseren) übersicht|übersichtlichkeit|sicherheit|klarheit|transparenz|nachvollziehbarkeit", "da ich|wir|es|die|der|das|sonst"},

	purpose: `um`,
	means:   `knopf button schaltfläche möglichkeit option funktion weg link menü werkzeug taste formular dialog schalter`,

	given: []string{"gegeben", "angenommen", "gegebensei"},
	when:  []string{"wenn", "sobald"},
	then:  []string{"dann"},

	defers: []string{
		"ich|wir muss|müssen|werde|werden|möchte|will ~4 fragen|nachfragen|rückfragen|abklären|absprechen|nachhaken",
		"ich|wir muss|müssen|werde|werden|will ~4 mit ~5 klären|besprechen|abstimmen|absprechen|sprechen|reden",
		"muss|müssen|werde|werden ich|wir ~3 mit ~4 sprechen|reden", "ich|wir bespreche|besprechen ~4 mit", "bespreche|besprechen ich|wir ~4 mit",
		"muss|müssen|werde|werden ich|wir ~4 fragen|nachfragen|rückfragen|klären|abklären|abstimmen|besprechen|absprechen",
		"ich|wir frage|fragen !mich|uns|ob|dich|euch|sie|nur",
		"^frage|frag !mich|uns|ob|dich|euch|ist|an|zu|zum|zur|bei|wie|was|von ~4 nach",
		"ich|wir kläre|klären ~5 mit|ab|intern", "ich|wir kläre|klären das|es|dies $", "kläre|frage|frag ich|wir", "^kläre (das|es|ich) ~4 mit|ab|intern",
		"ich|wir stimme|stimmen ~5 mit ~4 ab", "ich|wir spreche|sprechen ~3 mit", "ich|wir hake|haken ~4 nach",
		"^muss (das|ich) (noch|erst|zuerst) ~4 klären|fragen|abstimmen|nachfragen|abklären",
		"lass|lasst mich ~4 fragen|nachfragen|klären|abklären|absprechen",
		"melde|melden (ich) (mich|uns) ~5 zurück|wieder", "ich|wir gebe|geben|leite|leiten|reiche|reichen ~4 weiter",
		"ich|wir habe|haben ~5 weitergeleitet|weitergegeben|eskaliert",
		"ich|wir warte|warten (noch|hier|gerade|leider) (immer|noch) auf !deine|eure|ihre ~5 entscheidung|freigabe|rückmeldung|feedback|zustimmung|bestätigung|ok|okay|genehmigung|entscheid|abnahme",
		"ich|wir warte|warten (noch|hier|gerade|leider) (immer|noch) auf !deine|eure|ihre|den|das ~3 antwort",
		"warte|warten ich|wir (noch|hier|gerade) auf !deine|eure|ihre ~5 entscheidung|freigabe|rückmeldung|feedback|zustimmung|bestätigung|ok|okay|genehmigung|entscheid|abnahme|antwort",
		"^warte|warten (noch|hier|gerade) auf !deine|eure|ihre ~3 antwort",
		"^warte|warten (noch|hier|gerade) auf !deine|eure|ihre ~5 entscheidung|freigabe|rückmeldung|feedback|zustimmung|bestätigung|ok|okay|genehmigung|entscheid|abnahme",
		"ich|wir warte|warten (noch) (darauf) ~2 bis|dass ~5 entscheidet|entscheiden|entschieden|freigibt|zustimmt|antwortet|genehmigt|bestätigt",
		"^warte|warten (noch) (darauf) ~2 bis|dass ~5 entscheidet|entscheiden|entschieden|freigibt|zustimmt|antwortet|genehmigt|bestätigt",
		"das|darüber|dies muss|müssen|müsste !ich|man|das|es|ihr|du ~4 entscheiden|freigeben|genehmigen|absegnen",
		"der|die|das|unser|unsere ~3 muss|müssen (das|erst|noch|darüber|dem) ~2 entscheiden|freigeben|genehmigen|absegnen",
		"kann ich nicht (selbst|allein) entscheiden", "kann|darf|möchte ~3 nicht (selbst|allein) entscheiden",
		"liegt nicht bei mir", "nicht meine entscheidung", "entscheidung liegt bei",
		"ich|wir habe|haben ~4 gefragt|angefragt|nachgefragt ~2 warte|warten|melde|melden", "bin|sind (noch) in rücksprache|klärung|abstimmung", "halte|nehme|nehmen|halten ~3 rücksprache",
		"^rücksprache mit", "muss|müssen ~4 rücksprache",
	},
	awaits: []string{"wartet|warten|warte (noch|leider) (immer|noch) auf", "liegt (noch|gerade|jetzt) bei"},
	errands: []string{
		"frage|fragen|frag ~3 ob er|sie|ihr ~6 ergänzt|ergänzen|einbaut|einbauen|anpasst|anpassen|hinzufügt|hinzufügen|nachträgt|schreibt|macht|testet|hilft|baut|aufnimmt",
	},
	users: `nutzer nutzerin nutzern nutzerinnen benutzer benutzern benutzerin anwender anwendern anwenderin kunde
		kunden kundin kundinnen endkunden endnutzer endnutzern user users käufer kundenbefragung nutzerbefragung
		usern`,
	about: `ob wie was wann warum welche welcher welches wer wo dass bevor wegen weil`,

	asks: []string{
		"bitte|bitten (noch|um|kurz) klären|bestätigen|klärung|bestätigung|rückmeldung|info|auskunft|erläuterung|präzisieren|konkretisieren|spezifizieren|erläutern|erklären|aufklärung|stellungnahme",
		"bitte ~5 klären|bestätigen|präzisieren|konkretisieren|erläutern|mitteilen|klarstellen",
		"bitte ~3 sagen|mitteilen|schreiben ob|wie|was|welche|welcher|wann|wer|wo",
		"gib|gebt|geben|sag|sagt|sagen (sie) (uns|mir) bitte (kurz) (bescheid) ob|wie|was|welche|wann|wer",
		"gib|gebt bitte bescheid ob|wie|was|welche|wer",
		"sag|sagt mir|uns (bitte) (kurz) ob|wie|was|welche|wann|wer|wo",
		"^kannst|könntest|könnt|können|könnten|kann du|ihr|sie|jemand|mir ~6 sagen|klären|bestätigen|erklären|erläutern|präzisieren|mitteilen|konkretisieren",
		"frage|fragen mich|uns (gerade|noch) ob|wie|was|warum|welche|wann|wer|wo",
		"^weiss|weisst|wisst jemand|du|ihr|wer", "ist (mir|uns) (noch|leider) unklar",
		"ist (mir|uns) (noch|leider) nicht (ganz) klar", "mir|uns ist|wird (noch|leider) unklar",
		"mir|uns ist|wird (noch|leider) nicht (ganz) klar", "^unklar (ist) (mir|noch) ob|wie|was|welche|wann|wer",
		"bin (mir) (noch|leider) nicht (ganz) sicher ob|wie|was|welche|wann",
		"weiss|wissen (noch|leider) nicht ob|wie|was|welche|wann|wer",
		"ich|wir würde|würden|möchte|möchten (gern|gerne) wissen", "würde mich interessieren",
		"offen ist|bleibt ob|wie|was|welche|wann", "zu klären ist|wäre|bleibt",
		"^was meinst|meint|denkst|denkt du|ihr", "^sollen|soll wir|ich|das|der|die|es ~12 oder",
	},
	rhetorical: []string{
		"^wer weiss (das) (schon)", "^was soll s", "^na und", "^wen interessiert|juckt",
		"^was kann|soll (da|denn|schon) (schon) (schief|schiefgehen)", "^warum auch nicht", "^wer hätte das gedacht",
		"^echt", "^wirklich", "^ernsthaft", "^wer braucht (das) (schon|denn)", "^wie schwer kann",
	},
	because: "weil",

	deciders: `management geschäftsführung geschäftsführer geschäftsführerin geschäftsleitung vorstand vertrieb
		marketing rechtsabteilung recht chef chefin leitung fachbereich fachabteilung abteilung einkauf controlling
		finanzen finanzabteilung buchhaltung lenkungskreis lenkungsausschuss gremium steuerkreis compliance
		datenschutz bereichsleitung bereichsleiter bereichsleiterin abteilungsleiter abteilungsleiterin
		abteilungsleitung produktmanagement produktmanager zentrale hauptverwaltung auftraggeber sponsor legal sales
		ceo cto cfo cio stakeholder business direktor direktorin revision betriebsrat oben`,
	capitals: "yes",
	articles: "der die das den dem des unser unsere unserem unserer mein meine meinem meiner vom",
	between:  "aus von vom im in der dem hat haben auch noch jetzt gerade herr frau team abteilung nun schon wieder",
	they:     "sie er",
	decides: []string{
		"entschied|entschieden|beschloss|beschlossen|entscheidet !ich|wir|man|noch|morgen",
		"hat|haben !ich|wir ~6 entschieden|beschlossen|festgelegt|freigegeben|abgelehnt|zugestimmt|genehmigt|vorgegeben|angeordnet|abgesegnet",
	},
	says: []string{
		"sagt|sagte|meint|meinte|wünscht|verlangt|fordert|besteht|bestand|bevorzugt|bestätigt !ich|wir|man|mir|dir|er|sie|nichts",
		"will|wollte|wollen|möchte|möchten !ich|wir|man|wissen|er|sie|es|mit ~5 !wissen|sprechen|reden|verstehen|treffen",
		"hat|haben !ich|wir ~5 gesagt|gewünscht|bestätigt|verlangt|gemeint",
		"ist|sind einverstanden|dafür|dagegen",
	},
	by: []string{
		"laut|gemäss", "nach aussage|angabe|wunsch|vorgabe (von|vom|aus)", "auf wunsch|anweisung|geheiss (von|vom|aus)",
		"^antwort|rückmeldung|entscheidung|ok|freigabe|feedback|bescheid|zusage|ansage|vorgabe (von|vom|aus)",
		"habe|haben ich|wir|jetzt|nun|endlich|eine|die|das (jetzt|nun|endlich|eine|die|das) (eine|die|das) antwort|rückmeldung|entscheidung|ok|freigabe|feedback|bescheid|zusage|ansage|vorgabe (von|vom|aus)",
		"^sagt|meint|sagte|meinte", "von !hand entschieden|beschlossen|freigegeben|vorgegeben", "^so will|wollte|möchte|hat|wünscht (es|das)",
	},
	told: []string{
		"mir|uns wurde|ist ~3 gesagt|mitgeteilt|vorgegeben", "^wurde ~3 von oben", "kommt|kam|ist von (ganz) oben", "ansage|entscheidung|vorgabe von oben",
	},

	directions: `senken senkt sinken sinkt gesenkt reduzieren reduziert reduzierung verringern verringert verkürzen
		verkürzt steigern steigert steigerung steigen steigt erhöhen erhöht erhöhung weniger geringer geringere geringeren
		höhere höherer höheren höher niedriger niedrigere halbieren halbiert verdoppeln verdoppelt wächst wachsen fallen
		fällt verbessern verbessert minimieren maximieren rückgang zuwachs zurückgehen`,
	more:  `mehr schneller`,
	leads: `führt führen bringt bringen ergibt erzielt erzielen erreichen bekommen bekommt erhalten bewirkt sorgt`,
	measures: `anruf* retoure* rücksendung* beschwerde* reklamation* bestellung* buchung* anmeldung* abbrüch* kündigung* storni
		tickets anfrage* fehler* besuche besuchen klicks kauf käufe käufen einkäuf* warenkörb* körb* abonnenten
		folgebestellung* wiederkäuf* kosten ausfäll* mahnung* verspätung* registrierung* downloads rückfrage* vorfäll*
		*anrufe *anrufen *retouren *bestellungen *beschwerden *anfragen *kosten *abbrüche *buchungen *tickets *käufe *käufen`,
	rates: `conversion konversion quote *quote rate *rate anteil *anteil zufriedenheit *zufriedenheit nps umsatz
		auslastung nutzung zeit *zeit *zeiten dauer *dauer kundenbindung gewinn treue`,
	partitive: `der aller von des`,
	numerals:  `einer eine einem eins zwei drei vier fünf sechs sieben acht neun zehn`,
	hypotheses: []string{
		"wir|ich glauben|glaube|vermuten|vermute|erwarten|erwarte|denken ~24 @up|führt|führen|früher|öfter|häufiger|eher|seltener|besser", "wir|ich nehmen|nehme an ~20 @up|führt|führen|würde|würden",
		"unsere|meine hypothese", "wir wissen ~6 stimmt|zutrifft|richtig", "wir haben|liegen (damit) (recht|richtig) wenn", "wenn wir ~16 dann ~3 mehr|weniger|seltener",
		"das|dies testen|prüfen wir ~4 mit|lang", "^um das|dies zu testen|prüfen", "annahme zu|die wir prüfen|testen",
	},
	voices: []string{
		"kunde|kunden|kundin|kundinnen|nutzer|nutzerinnen|anwender|benutzer|käufer|käuferinnen|leute|patienten|gäste haben|hat ~10 gemeldet|gewünscht|gefragt|beschwert|gefordert|berichtet|verlangt|gebeten|bemängelt|angeregt",
		"kunde|kunden|kundin|kundinnen|nutzer|nutzerinnen|anwender|käufer (sich) wünschen|melden|beschweren|berichten|beklagen|wünscht|meldet|verlangt|beklagt (sich)",
		"gewünscht|gemeldet|angefragt|gefordert|verlangt|beschwert von|vom ~3 kunde|kunden|kundin|kundinnen|nutzern|anwendern|käufern|benutzern",
		"feedback|beschwerde|beschwerden|wunsch|wünsche|anfrage|anfragen|rückmeldung|rückmeldungen|umfrage der|von|vom|des|unserer ~2 kunde|kunden|kundin|kundinnen|nutzer|nutzern|anwender|anwendern|käufer|käufern|pilotkunden|testkunden",
		"kundenfeedback|kundenwunsch|kundenanfrage|kundenbeschwerde|nutzerfeedback|nutzerbefragung|kundenbefragung|kundeninterview|kundeninterviews|nutzerinterviews|usabilitytest",
		"support|service|helpdesk|zendesk|kunden (ticket|fall|anfrage) (nr|nummer) ~1 #", "supportticket|kundenticket ~1 #",
		"in|aus|bei ~4 interviews|interview|umfrage|befragung|nutzertests",
	},
	requests: []string{"auf wunsch von|der|des", "gewünscht|gemeldet|angefragt|gefordert von|vom", "wunsch|anfrage|beschwerde|rückmeldung|feedback von|vom"},
	vague: `schnell schneller einfach einfacher leicht intuitiv benutzerfreundlich nutzerfreundlich bedienerfreundlich
		übersichtlich gut gute guter gutes besser schön modern sauber korrekt richtig ordentlich angemessen angemessene
		ausreichend robust flexibel effizient reibungslos nahtlos komfortabel performant performance stabil zuverlässig
		verständlich klar optimal wie erwartet erwartungsgemäss funktioniert funktionieren sinnvoll zeitnah zügig bequem`,
	rebuilds:  []string{"refactoring|refactoren|refaktorieren|refaktorierung|refactor|containerisieren"},
	acts:      []string{"migrieren|migriert|migration|upgraden|upgrade|umbenennen|umbenannt|umbenennung|auslagern|ausgelagert|extrahieren", "konfigurieren|konfiguriert|indizieren|indiziert|indexieren|entkoppeln|portieren|anheben"},
	changes:   []string{"aktualisieren|aktualisiert|aktualisierung|updaten|update|ablösen|einführen|einrichten"},
	parts:     `datenbank *datenbank datenbanken *bibliothek treiber *treiber abhängigkeit abhängigkeiten warteschlange schnittstelle schnittstellen codebasis altsystem`,
	softParts: `bibliothek schema tabelle tabellen spalte spalten server dienst *dienst modul module klasse klassen umgebung *umgebung komponente zweige`,
	verbLast:  "yes",
}
