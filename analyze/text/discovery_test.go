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
		if got := Discovery(c.typeName, []string{c.label}, c.title, ""); got != c.want {
			t.Errorf("%q %q %q: %v, want %v", c.typeName, c.label, c.title, got, c.want)
		}
	}
}

func TestASpikeThatSendsSomebodyToUsersIsDiscovery(t *testing.T) {
	for _, c := range []struct {
		typeName, description string
		want                  bool
	}{
		{"Spike", "We do not know yet whether this helps. Talk to at least three people who fit: a guest with a phone.", true},
		{"Spike", "Show the drawing to four buyers and write down what they expect.", true},
		{"Research", "Mit fünf Kunden sprechen und aufschreiben, was sie erwarten.", true},
		{"Spike", "Kunden befragen, bevor wir bauen.", true},
		{"Spike", "Parler avec cinq clients du magasin.", true},
		{"Spike", "Hablar con tres compradores de oficina.", true},
		{"Spike", "Conversar com cinco clientes.", true},
		{"Spike", "Praat met vijf klanten.", true},
		{"Spike", "Prata med fem kunder i butiken.", true},
		{"Story", "Talk to at least three people who fit.", false},
		{"Spike", "Talk to the platform team about the queue. Customers must notice nothing.", false},
		{"Spike", "Measure how many users the new service carries.", false},
		{"Spike", "> Talk to customers first\n\nCompare both queues under load.", false},
		{"Spike", "", false},
	} {
		if got := Discovery(c.typeName, nil, "Compare two variants", c.description); got != c.want {
			t.Errorf("%s %q: %v, want %v", c.typeName, c.description, got, c.want)
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
