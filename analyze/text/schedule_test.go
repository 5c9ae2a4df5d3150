package text

import "testing"

func TestScheduling(t *testing.T) {
	for _, s := range []string{
		"When will this be done?", "ETA?", "Any update on this one, @Ben?", "What's the status?", "By when do you need the texts?",
		"Are we still on track for the fair?", "The deadline is Friday.", "How long will it take?", "This has to be live by the 12th.", "How far along are you?",
		"Wann ist das fertig?", "Bis wann schafft ihr das?", "Wie ist der Stand?", "Wie weit seid ihr?", "Der Liefertermin steht: 12. Mai.",
		"Quand est-ce que ce sera prêt ?", "Où en sommes-nous ?", "C'est pour quand ?", "La date limite est vendredi.",
		"¿Cuándo estará listo?", "¿Para cuándo?", "¿Alguna novedad?", "¿Cómo vamos?",
		"Quando fica pronto?", "Qual é o prazo?", "Alguma novidade?",
		"Wanneer is dit klaar?", "Wat is de status?", "Hoe staat het ermee?",
		"När är det klart?", "Vad är läget?", "Hur lång tid tar det?",
	} {
		if !Scheduling(s) {
			t.Errorf("%q is about dates or progress", s)
		}
	}
	for _, s := range []string{
		"", "Euro only for now. The other shops follow in May.",
		"Show the due date of the invoice in bold.", "The status of the order should be visible to the buyer.",
		"When the buyer is done, show the receipt.", "As soon as the payment is complete we send a mail.",
		"Please use the shop's time zone, not the buyer's.", "The deadline field of the form must accept dates in the past.",
		"> When will this be done?\nNo, the amount comes first.",
		"Wenn die Zahlung fertig ist, zeigen wir die Quittung.", "Den Status der Bestellung bitte fett.",
		"Le statut de la commande doit être visible.", "Quand l'acheteur paie, on affiche le reçu.",
		"El estado del pedido se muestra arriba.", "Cuando el comprador paga, mostramos el recibo.",
		"O estado da encomenda fica visível.", "De status van de bestelling moet zichtbaar zijn.", "Statusen på ordern ska synas.",
		"När köparen betalar visas kvittot.",
	} {
		if Scheduling(s) {
			t.Errorf("%q is about the product", s)
		}
	}
}
