package text

// Titles that say nothing of their own.

import "strings"

// Generic reports whether the title of a feature names a bucket, not a purpose: it
// has only words like misc, maintenance, backlog, and periods such as Q3 or 2026.
func Generic(title string) bool {
	named := false
	for word := range wordsIn(capped(title)) {
		switch w := strings.Trim(word, "0123456789"); {
		case w == "" || w == "q" || w == "h" || buckets.has(word) || buckets.has(w):
			named = true
		case !fillers.has(word):
			return false
		}
	}
	return named
}

var buckets = newVocabulary(`misc miscellaneous miscellanea various general generic other others stuff bucket
		maintenance backlog parking todo todos tasks task items stories tickets bugs bug bugfix bugfixes bugfixing
		fixes defects improvements improvement enhancements changes support operations ops bau technical tech debt
		techdebt housekeeping cleanup chores catchall collection container epic initiative theme topics ideas small
		leftovers leftover remaining unplanned adhoc hoc quarter year sprint release iteration increment pi phase
		roadmap fy cw kw week month version january february march april may june july august september october
		november december jan feb mar apr jun jul aug sep sept oct nov dec sonstiges sonstige diverses diverse
		verschiedenes allgemein allgemeines wartung pflege instandhaltung aufgaben fehler fehlerbehebung
		fehlerbehebungen verbesserungen kleinigkeiten kleinkram technische schulden betrieb weiteres themen
		sammelepic sammelticket quartal jahr januar februar märz mai juni juli oktober dezember divers diverses
		autre autres général maintenance améliorations corrections anomalies tâches support exploitation dette
		technique trimestre année lot janvier février mars avril juin juillet août septembre octobre novembre
		décembre varios varias misceláneo misceláneos miscelánea otros otras general mantenimiento mejoras
		correcciones errores tareas soporte deuda técnica trimestre año pendientes enero febrero marzo abril mayo
		junio julio agosto septiembre octubre noviembre diciembre diversos diversas vários várias outros outras
		geral manutenção melhorias correções erros tarefas suporte dívida débito técnico ano pendências janeiro
		fevereiro março maio junho julho setembro outubro novembro dezembro overig overige diverse algemeen
		onderhoud verbeteringen fouten taken beheer technische schuld kwartaal jaar restpunten januari februari
		maart augustus övrigt övriga diverse allmänt underhåll förbättringar buggar rättningar uppgifter förvaltning
		teknisk skuld kvartal år blandat juni juli augusti`)

// fillers may stand in such a title but do not make one.
var fillers = newVocabulary(`and of the for in a to und der die das für et de la le les des du y del e do da
		dos das en van het voor och för av the our new s our team up all clean catch off on ad no`)
