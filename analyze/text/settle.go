package text

// Whether somebody says that a question is answered.

// Settles reports whether a comment says that a matter is clear by now: "clarified with
// Ada", "never mind, solved". It tells of an answer given elsewhere, not what the answer
// was. A question settles nothing, and neither does a sentence with a denial in it.
func Settles(s string) bool {
	if Question(s) {
		return false
	}
	settled, denied := false, false
	for _, t := range tokens(said(capped(s))) {
		switch {
		case t.mark == stop || t.mark == block:
			if settled && !denied {
				return true
			}
			settled, denied = false, false
		case t.mark == word:
			settled = settled || settledWords.has(t.word)
			denied = denied || deniedWords.has(t.word)
		}
	}
	return settled && !denied
}

var settledWords = newVocabulary(`clarified answered resolved solved settled nevermind geklärt beantwortet gelöst erledigt
		clarifié clarifiée répondu résolu résolue réglé réglée aclarado aclarada respondido resuelto resuelta solucionado
		esclarecido esclarecida respondida resolvido resolvida solucionada opgehelderd verduidelijkt beantwoord opgelost
		klarlagt utrett besvarad besvarat löst`)

var deniedWords = newVocabulary(`not isn wasn hasn never until unless when once if no nor still nicht noch kein wenn sobald bis ne pas jamais si quand sin
		cuando hasta não sem ainda quando até se niet nog geen zodra als tot inte ej ännu när om innan`)
