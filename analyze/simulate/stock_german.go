package simulate

// germanStock is what a team writes about that writes German: insurance claims.
var germanStock = stock{
	Variants:   []string{"für Hausrat", "für Autos", "für Reisen", "für Haustiere", "in Österreich", "für Firmen"},
	Symptoms:   []string{"Falscher Betrag", "Leere Seite", "Bild fehlt", "Mail kommt doppelt", "Datum verschoben", "Knopf ohne Wirkung"},
	Places:     []string{"im Schadenformular", "bei der Auszahlung", "im Postfach", "auf alten Handys", "nach dem Abmelden", "in der Übersicht"},
	Components: []string{"claims service", "document store", "mail queue", "payout engine"},
	Criteria: []string{
		"Es geht ohne Maus", "Der Text steht in Deutsch und Englisch", "Alte Fälle sehen aus wie bisher", "Ein leeres Feld wird benannt",
		"Der Betrag steht mit Währung da", "Die Bestätigung kommt per Mail", "Nichts Persönliches steht im Protokoll",
		"Bei einem Ausfall sagt die Seite, was fehlt", "Die Zahl steht im Wochenbericht", "Der Kundendienst sieht dasselbe",
		"Es lässt sich für ein Land abschalten", "Zwei offene Fenster stören sich nicht",
	},
	Background: []string{
		"Der Kundendienst hört davon zwanzigmal in der Woche.", "In den Gesprächen vom Mai scheiterten vier von sechs Leuten hier.",
		"Heute braucht es dafür einen Anruf.", "Die Beschwerden vom Frühjahr führen hierher.", "Wir haben es auf Papier versucht, und es wurde verstanden.",
		"Zwei Mitbewerber haben es seit einem Jahr.", "Jeder dritte Fall bleibt an dieser Stelle liegen.", "Die Umfrage nennt es als zweitgrößtes Ärgernis.",
	},
	Questions: []question{
		{"soll das auch für alte Verträge gelten?", "Ja, auch für die."}, {"was passiert, wenn kein Bild da ist?", "Dann zeigen wir einen Platzhalter."},
		{"runden wir auf oder kaufmännisch?", "Kaufmännisch, wie überall."}, {"darf das Feld leer bleiben?", "Ja, es ist freiwillig."},
		{"wie lange bleibt die Meldung stehen?", "Bis man sie schließt."}, {"gilt das auch in Österreich?", "Noch nicht, erst Deutschland."},
	},
	Tongue: &tongue{
		Story:   "Als %s möchte ich %s, damit %s.",
		Heading: "Akzeptanzkriterien:",
		Notes:   []string{"Siehe Anlage.", "Im Wochentreffen vereinbart.", "Wie bisher im alten System.", "Wird vor dem Herbst gebraucht."},
		Details: []string{"gleiche Stelle wie heute", "Farbe nach Vorlage", "sortiert nach Namen", "höchstens zehn Zeilen", "auch als Tabelle", "nur nach Anmeldung"},
		Wishes:  []string{"Hallo, könnten wir das bekommen: %s?", "Bitte einplanen: %s.", "Wir hätten gern: %s.", "Neuer Wunsch von uns: %s."},
	},
	Themes: []theme{
		{"Schäden melden", "Wer einen Schaden hat, meldet ihn in fünf Minuten ohne Anruf; heute gelingt das vier von zehn.",
			[]string{"Mieterin nach einem Wasserschaden", "Autofahrer auf dem Seitenstreifen", "Vater auf Reisen"},
			[]string{"Ein Schaden ist in fünf Minuten gemeldet", "Fotos kommen ohne Umweg an", "Niemand tippt seine Nummer ab"},
			[]want{
				{"Fotos beim Melden anhängen", "Fotos gleich mitschicken", "niemand nachfragen muss"},
				{"Entwurf einer Meldung behalten", "später weiterschreiben können", "ich nichts zweimal eintippe"},
				{"Schadenort auf der Karte zeigen", "den Ort auf der Karte wählen", "ich keine Adresse suchen muss"},
				{"Zeugen eintragen", "Zeugen gleich nennen", "die Prüfung schneller geht"},
				{"Meldung vorlesen lassen", "die Meldung hören können", "ich sie unterwegs prüfen kann"},
				{"Vertrag vorschlagen", "meinen Vertrag vorgeschlagen bekommen", "ich keine Nummer brauche"},
			}},
		{"Geld auszahlen", "Kleine Schäden sind in drei Tagen bezahlt, bei acht von zehn Fällen, gemessen jeden Monat.",
			[]string{"Kundin mit kleinem Schaden", "Rentner ohne Bankkarte", "Inhaberin einer Werkstatt"},
			[]string{"Kleine Schäden sind in drei Tagen bezahlt", "Wer wartet, weiß worauf", "Die Werkstatt bekommt ihr Geld direkt"},
			[]want{
				{"Stand der Auszahlung zeigen", "sehen, wo mein Geld bleibt", "ich nicht anrufen muss"},
				{"Direkt an die Werkstatt zahlen", "die Rechnung abtreten", "ich nichts auslegen muss"},
				{"Kleine Beträge sofort zahlen", "kleine Beträge sofort erhalten", "ich die Scheibe gleich tauschen kann"},
				{"Ablehnung begründen", "den Grund einer Ablehnung lesen", "ich weiß, was noch fehlt"},
				{"Konto ändern", "ein anderes Konto angeben", "das Geld richtig ankommt"},
				{"Teilzahlung anzeigen", "Teilzahlungen einzeln sehen", "ich die Summe verstehe"},
			}},
		{"Verträge verstehen", "Fragen zum Vertrag an den Kundendienst sinken um ein Drittel gegenüber dem Vorjahr.",
			[]string{"junge Mieterin", "Familie mit zwei Autos", "Hundehalterin"},
			[]string{"Wer fragt, findet die Antwort im Vertrag", "Lücken im Schutz fallen auf", "Ein Umzug ist ein Formular"},
			[]want{
				{"Schutz in einfachen Worten zeigen", "in einfachen Worten lesen, was versichert ist", "ich keine Angst vor Lücken habe"},
				{"Verträge vergleichen", "zwei Verträge nebeneinander sehen", "ich nicht doppelt zahle"},
				{"Umzug melden", "meine neue Adresse einmal melden", "alle Verträge stimmen"},
				{"Beitrag vorausrechnen", "sehen, was es nächstes Jahr kostet", "ich planen kann"},
				{"Kündigung bestätigen", "eine Bestätigung erhalten", "ich sicher bin"},
				{"Unterlagen ablegen", "alles an einem Ort finden", "ich nichts abheften muss"},
			}},
	},
}
