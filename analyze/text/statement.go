package text

// What a comment mainly does: its first statement, behind the greeting.

import "strings"

// comment makes a comment ready for reading, without what it quotes or pastes.
func comment(s string) reader {
	s = said(capped(s))
	r := reader{text: s, tokens: tokensInto(nil, s)}
	lookUp(r.tokens)
	return r
}

// longPreface is how many words may follow the words that open a preface.
const longPreface = 8

// statement gives the tokens from..end of the first clause that is no preface: no
// greeting, thanks, "good question", "I do not know", and no question asked back.
func (r *reader) statement() (from, end int) {
	ts := r.tokens
	for from = r.nextWord(0); from < len(ts); from = r.nextWord(end) {
		if stop := r.sentenceEnd(from); stop < len(ts) && strings.ContainsAny(r.text[ts[stop].from:ts[stop].to], "?？؟") {
			end = stop + 1
			continue
		}
		if end = r.segmentEnd(from); !r.preface(from, end) {
			return from, end
		}
	}
	return len(ts), len(ts)
}

// nextWord is the first word at or after i that does not only join clauses.
func (r *reader) nextWord(i int) int {
	for i < len(r.tokens) && (r.tokens[i].mark != word || joins.has(r.tokens[i].word)) {
		i++
	}
	return i
}

// segmentEnd is where the clause that begins at word i ends: at a mark, or at a word
// that joins the next clause.
func (r *reader) segmentEnd(i int) int {
	for i++; i < len(r.tokens); i++ {
		if t := r.tokens[i]; t.mark == comma || t.mark >= block || t.mark == word && joins.has(t.word) {
			break
		}
	}
	return i
}

// preface reports whether the clause from..end only leads to what is said, perhaps behind
// the rest of the name of somebody called on: "@Emma Berg Good question".
func (r *reader) preface(from, end int) bool {
	if r.leads(from, end) {
		return true
	}
	if from == 0 || r.text[r.tokens[from-1].from] != '@' {
		return false
	}
	for k := from + 1; k < min(from+nameWords, end) && r.tokens[k].mark == word; k++ {
		if r.leads(k, end) {
			return true
		}
	}
	return false
}

// leads reports whether the words from..end say nothing yet.
func (r *reader) leads(from, end int) bool {
	if opened := prefaces.at(r.tokens, from); opened > 0 && end-opened <= longPreface {
		return true
	}
	for _, t := range r.tokens[from:end] {
		if t.mark == word && !nods.has(t.word) {
			return false
		}
	}
	return true
}

// joins begin the next clause: what stands before them was said first.
var joins = newVocabulary(`and but so because while until till unless once though although und aber weil denn während
		bis sobald falls et mais car donc jusqu puisque y pero porque hasta mientras aunque e mas pois até enquanto embora
		maar omdat totdat terwijl dus och men eftersom tills medan`)

// nods are words that say nothing yet.
var nods = newVocabulary(`yes yep yeah sure ok okay hi hello hey hmm well right true oh ah sorry thanks thx please
		honestly unfortunately currently sadly ja klar gut hallo moin hm leider danke gerne tja stimmt richtig oui bonjour
		salut merci bien malheureusement désolé désolée euh si hola gracias bueno vale claro buenas pues lamentablemente
		perdón sim olá oi obrigado obrigada bom certo infelizmente desculpa desculpe então hoi dag helaas bedankt dank
		prima goed jo hej tack tyvärr visst okej jaha`)

// prefaces open a clause that leads to a statement, or says that there is none yet.
var prefaces = compile(
	"hi|hello|hey|dear|hallo|moin|guten|bonjour|salut|hola|buenas|buenos|olá|oi|bom|boa|hoi|goedemorgen|goedemiddag|beste|hej|hejsan|liebe|lieber|chère|cher|querido|querida",
	"thanks|thank|thx|danke|vielen|merci|gracias|muchas|obrigado|obrigada|bedankt|dank|dankjewel|tack",
	"good|great|fair|interesting|excellent|tricky|hard|tough|difficult|important question|point|one|catch|thing|idea",
	"that|this|it s|is (a|an) (very|really|quite) good|great|fair|interesting|tricky|hard|tough|difficult|important",
	"i|we do|don|really|honestly (not) (t) know", "i|we cannot|can (not) (t) say|tell|answer !you|me|us|him|her|them", "i|we am|m|are|re not (quite|really|so|entirely) sure|certain", "not sure|certain", "no idea|clue",
	"sorry for|about|to", "as for", "as to", "regarding|concerning|about|before|if|since|for", "on the|your|that|this",
	"let me|us think|see", "it|that|this depends", "depends", "that|this|it s|is (a|really|more) (a) question|decision|one for", "to be honest",
	"gute|guter|schwierige|spannende|wichtige|berechtigte frage|punkt|einwand|hinweis",
	"das|die ist (eine|ein) (sehr|wirklich) gute|guter|schwierig|schwierige|spannende|wichtige|knifflig",
	"das|ich weiss (ich|das) (auch|noch|leider|gerade) nicht", "das|ich kann (ich|das) (auch|noch|leider) nicht sagen|beantworten", "weiss ich|nicht", "keine ahnung", "bin (ich) (mir) (noch|auch) nicht sicher",
	"ich bin (mir) (auch|noch|da) nicht sicher", "kommt drauf", "das kommt", "zu|zur|zum|bevor|wegen|bezüglich|was",
	"bonne|excellente|très (bonne) question|remarque|idée", "c est une|un bonne|bon|excellente|vraie", "je ne|n|sais sais|pas|suis (pas)",
	"je ne peux pas (le|vous|te) dire|répondre", "aucune idée", "ça|cela dépend", "pour|concernant|avant|quant|si",
	"buena|muy|excelente|interesante (buena) pregunta|punto|observación|idea", "es una|un buena|buen|muy", "no lo|sé|se|estoy (sé|seguro|segura)",
	"no (lo) puedo|sabría decir|decirlo|responder", "ni idea", "depende", "sobre|respecto|antes|para|en cuanto",
	"boa|ótima|excelente pergunta|questão|ponto|observação|ideia", "é uma|um boa|ótima|bom", "não sei|tenho|estou (certeza|certo|certa)",
	"não posso|consigo|sei dizer|responder", "quanto|antes|para",
	"goede|goeie|terechte|lastige|interessante|goed vraag|punt|opmerking|idee", "dat is een|lastig (goede|lastige)", "dat weet ik niet",
	"weet ik niet", "dat|ik kan (ik|dat) (ook|nog|zo) niet zeggen|beantwoorden", "geen idee", "ik weet (dat|het) (ook|nog|zo) niet", "hangt ervan", "dat hangt", "voor|voordat|over|wat",
	"det|jag kan (jag|det) (inte) (heller) (inte) säga|svara", "bra|god|svår|intressant fråga|poäng|påpekande|idé", "det är en|svårt (bra|svår)", "vet inte", "det|jag vet (jag|det) (faktiskt|inte) (inte)",
	"ingen aning", "det beror", "beror", "för|innan|angående|gällande|vad",
)
