package text

import "testing"

func TestDiscovery(t *testing.T) {
	for _, c := range []struct {
		typeName, label, title string
		want                   bool
	}{
		{"Spike", "", "Interview five office managers", true},
		{"Story", "", "A/B test of the date on the page of the article", true},
		{"Story", "", "Usability test of the new basket", true},
		{"Task", "user-research", "Talk to six shops", true},
		{"Experiment", "", "Later question for the phone", true},
		{"Spike", "", "Nutzerinterviews zum neuen Warenkorb", true},
		{"Spike", "", "Entretiens avec six acheteurs", true},
		{"Spike", "", "Entrevistas con clientes de oficina", true},
		{"Spike", "", "Teste de usabilidade do carrinho", true},
		{"Spike", "", "Gebruikerstest van het mandje", true},
		{"Spike", "", "Användarintervjuer om korgen", true},
		{"Spike", "spike", "Find out which queue is faster", false},
		{"Story", "", "Plan the dates of a job interview", false},
		{"Story", "", "Test data for the orders table", false},
		{"Story", "", "", false},
	} {
		if got := Discovery(c.typeName, []string{c.label}, c.title); got != c.want {
			t.Errorf("%q %q %q: %v, want %v", c.typeName, c.label, c.title, got, c.want)
		}
	}
}

func TestRemoves(t *testing.T) {
	for title, want := range map[string]bool{
		"Remove the old export": true, "Switch off the newsletter": true, "Alten Export abschalten": true, "Supprimer l'ancien export": true,
		"Quitar el menú antiguo": true, "Retirar o menu antigo": true, "Oude export verwijderen": true, "Ta bort den gamla exporten": true,
		"Buyers remove an article from the basket": false, "Export the list": false, "": false,
	} {
		if got := Removes(title); got != want {
			t.Errorf("%q: %v, want %v", title, got, want)
		}
	}
}

func TestMeasured(t *testing.T) {
	for comment, want := range map[string]bool{
		"Calls are down to 20 a week.": true, "Die Conversion liegt bei 3,1 %.": true, "Le taux est passé à 12 %.": true,
		"Samtalen är nere på 20 i veckan.": true, "Released with build 231.": false, "Calls are down.": false, "": false,
	} {
		if got := Measured(comment); got != want {
			t.Errorf("%q: %v, want %v", comment, got, want)
		}
	}
}
