package text

// Whether a comment is about dates and progress rather than about what is wanted.

// Scheduling reports whether a comment asks or says when something will be done, how far
// it is, or what a deadline is, in any of the seven languages. Quotations and code count
// for nothing. A date that is part of the product ("show the due date of the invoice") is
// none: what counts are the words people use about their own work.
func Scheduling(s string) bool {
	ts := tokens(said(capped(s)))
	for i, t := range ts {
		if t.mark == word && schedules.at(ts, i) > 0 {
			return true
		}
	}
	return false
}

// finished are the words for "done" that may follow a "when", by language.
const (
	finishedEnglish    = "done|ready|finished|live|shipped|released|delivered|complete|completed|deployed"
	finishedGerman     = "fertig|live|ausgeliefert|abgeschlossen|erledigt|verfügbar|produktiv"
	finishedFrench     = "prêt|prête|prêts|terminé|terminée|fini|finie|livré|livrée|disponible|production"
	finishedSpanish    = "listo|lista|terminado|terminada|acabado|acabada|entregado|entregada|disponible|producción"
	finishedPortuguese = "pronto|pronta|concluído|concluída|terminado|terminada|entregue|disponível|produção"
	finishedDutch      = "klaar|af|live|opgeleverd|beschikbaar|gereed"
	finishedSwedish    = "klar|klart|klara|färdig|färdigt|levererad|levererat|släppt|live"
)

var schedules = compile(
	// English
	"eta", "etas", "when will|can|is|are|do|does ~6 "+finishedEnglish, "by when", "until when", "what is|s|are the (current) status|deadline|eta|progress",
	"status update|report", "any (status) update|news|progress", "^status $", "on|off track", "on|behind|ahead (of) schedule", "in time for", "on time $",
	"deadline is|was|slips|slipped|moves|moved|stands|remains|approaches", "meet|miss|missed|hold|keep|make our|the|this|that|your deadline|date",
	"due on|by|today|tomorrow|monday|tuesday|wednesday|thursday|friday|this|next", "how long (will|does|do) ~5 take|need", "how much (work|time) (is|s) (still) left|remaining",
	"how far are|is|along", "percent|% done|complete|finished", "has|have|must|need|needs to (be) "+finishedEnglish+" by|until|before",
	// German
	"wann ~6 "+finishedGerman, "bis wann", "wie|was ist|lautet der (aktuelle) stand|status", "gibt|gibts (es) (schon|hier) (was) neues|neuigkeiten",
	"zwischenstand", "deadline|abgabetermin|liefertermin ist|war|steht|rückt|bleibt", "im zeitplan|verzug", "wie lange ~5 dauert|braucht|brauchst|brauchen|noch",
	"wie weit (bist|seid|sind|ist)", "muss|müssen ~4 bis ~3 "+finishedGerman,
	// French
	"quand ~7 "+finishedFrench, "pour quand", "où en est|es|sommes|êtes|sont", "quel est|sont (le|la|l) statut|état|délai|échéance|avancement",
	"date limite|butoir est|reste|approche", "combien de temps", "dans les temps|délais", "doit|doivent être ~2 "+finishedFrench+" avant|pour|d",
	// Spanish
	"cuándo ~6 "+finishedSpanish, "para cuándo", "cuál es|era el (estado|plazo) $", "cuál es el estado|plazo|avance", "alguna novedad", "cómo va|vamos",
	"cuánto (tiempo) (le) falta|queda|tarda|tardará", "fecha límite es|sigue|era", "debe|tiene (que) estar "+finishedSpanish+" antes|para",
	// Portuguese
	"quando ~6 "+finishedPortuguese, "para quando", "qual (é) o estado|status|prazo|andamento", "alguma novidade|atualização", "como está|vai o andamento",
	"quanto (tempo) (ainda) falta|demora", "prazo é|termina|continua", "precisa|tem (de|que) estar "+finishedPortuguese+" até|antes",
	// Dutch
	"wanneer ~6 "+finishedDutch, "tegen wanneer", "wat is de (huidige) status|stand|planning", "hoe staat het", "is er (al) nieuws", "hoe lang ~4 duurt|nog|nodig",
	"deadline is|was|blijft|schuift", "op schema", "moet|moeten ~4 voor|vóór|uiterlijk ~3 "+finishedDutch,
	// Swedish
	"när ~6 "+finishedSwedish, "till när", "vad är (den) (aktuella) status|statusen|läget", "hur går det", "hur långt ~4 kommit", "hur lång tid", "någon uppdatering",
	"deadline|deadlinen är|var|ligger|flyttas", "enligt plan", "måste vara "+finishedSwedish+" innan|före|till|senast",
)
