package text

import "testing"

func TestWaitingForSomebodyDefers(t *testing.T) {
	for s, want := range map[string]bool{
		"I cannot say. This one is waiting for Henrik to decide.":      true,
		"This question is still waiting for the board to decide.":      true,
		"This one waits for Karin.":                                    true,
		"We are waiting for legal.":                                    true,
		"Waiting for Karin Holm, but I think ten.":                     true,
		"It is with finance.":                                          true,
		"I can't tell yet. I'll ask Karin.":                            true,
		"Das kann ich nicht sagen. Das liegt bei der Rechtsabteilung.": true,
		"Das wartet noch auf die Geschäftsführung.":                    true,
		"Ça attend la direction.":                                      true,
		"Je ne peux pas le dire. On attend Karin.":                     true,
		"Esto espera a Karin.":                                         true,
		"Estamos esperando a la dirección.":                            true,
		"Isto aguarda a diretoria.":                                    true,
		"Dit wacht nog op Karin.":                                      true,
		"Det väntar på Karin.":                                         true,
		"Det ligger hos ledningen.":                                    true,

		"@Emma Berg Good question. I'll ask Henrik and come back to you.": true,
		"@emma I do not know. Let me confirm with Henrik.":                true,
		"@田中 優希 Good question. I'll ask Henrik.":                          true,
		"@Emma Good idea. Let us take ten. I'll ask Henrik for a note.":   false,

		"This one is waiting for review.":               false,
		"This one is waiting for the old queue.":        false,
		"It is with tax, as on the receipt.":            false,
		"We are waiting for customers.":                 false,
		"It is with Karin's texts.":                     false,
		"Show it while the page is waiting for Stripe.": false,
		"Das wartet auf Freischaltung.":                 false,
		"Der Versand wartet auf Pakete.":                false,
		"I cannot say yes to both. Take the first.":     false,
		"Euro only. This one is waiting for Karin.":     false,
		"Orders that wait for Karin go to the second.":  false,
	} {
		if _, got := Defers(s); got != want {
			t.Errorf("%q defers: %v, want %v", s, got, want)
		}
	}
}
