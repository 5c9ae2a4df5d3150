package text

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"Please build an export for invoices", "please build an *export* for invoices.", 1},
		{"Please build an export for invoices", "A mail when the invoice is due", 0},
		{"export invoices as CSV", "export orders as CSV", 0.75},
		{"", "", 0},
		{"export", "", 0},
		{"h3. Export\n* invoices", "## Export\n- invoices", 1},
	} {
		if got := Similarity(c.a, c.b); math.Abs(got-c.want) > 0.001 {
			t.Errorf("%q and %q: %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestChanged(t *testing.T) {
	for _, c := range []struct {
		old, new string
		want     float64
	}{
		{"Show all open invoices", "show   all *open* invoices!", 0},
		{"Show all open invoices", "Show all paid invoices", 0.25},
		{"Show invoices", "Show invoices of this year", 0.6},
		{"Show invoices of this year", "Show invoices", 0.6},
		{"", "Show invoices", 1},
		{"", "", 0},
	} {
		if got := Changed(c.old, c.new); math.Abs(got-c.want) > 0.001 {
			t.Errorf("%q to %q: %.2f, want %.2f", c.old, c.new, got, c.want)
		}
	}
}

func TestGeneric(t *testing.T) {
	for title, want := range map[string]bool{
		"Misc": true, "Maintenance": true, "Backlog": true, "Q3": true, "2026 Q1": true, "Q3/2026": true, "Sonstiges": true, "Divers": true,
		"Various bugs and improvements": true, "Technical debt": true, "Sprint 12": true, "Övrigt": true, "Manutenção": true, "H1 2026": true,
		"Payments maintenance": false, "Refunds without a phone call": false, "Checkout Q3": false, "and of the": false, "": false, "Onboarding": false,
	} {
		if got := Generic(title); got != want {
			t.Errorf("%q: generic %v, want %v", title, got, want)
		}
	}
}

func TestListLike(t *testing.T) {
	for goal, want := range map[string]bool{
		"PAY-1, PAY-2 and PAY-7":                                         true,
		"#101 #102 #103":                                                 true,
		"Finish all stories":                                             true,
		"Complete the remaining tickets of the sprint":                   true,
		"Alle Stories abschließen":                                       true,
		"Terminer toutes les tâches":                                     true,
		"Terminar todas las historias":                                   true,
		"Alle stories afronden":                                          true,
		"Slutföra alla ärenden":                                          true,
		"Login, refunds, invoice export, search":                         true,
		"- login\n- refunds\n- export\n- search":                         true,
		"Refunds work end to end":                                        false,
		"Buyers in Germany, Austria, Italy and Spain can pay later":      false,
		"Finish PAY-1 so that refunds reach the bank":                    false,
		"Finish all items of the sprint backlog":                         true,
		"Complete all committed work":                                    true,
		"Close all bugs":                                                 true,
		"Alle offenen Tickets abarbeiten":                                true,
		"Terminer tous les tickets du sprint":                            true,
		"Cerrar todos los tickets pendientes":                            true,
		"Concluir todas as tarefas do sprint":                            true,
		"Alle openstaande taken afronden":                                true,
		"Slutföra alla uppgifter i sprinten":                             true,
		"Fewer calls, fewer mails, fewer returns, fewer tears":           false,
		"Close out all tickets from last sprint":                         true,
		"Login; export; invoices; footer":                                true,
		"Login, export, invoices, fix the footer":                        true,
		"Sprint 12: login, export, invoices, footer":                     true,
		"Anmeldung, Export, Rechnungen, Fußzeile korrigieren":            true,
		"Connexion, export, factures, pied de page":                      true,
		"Resolve all payment failures for Klarna":                        false,
		"Close all open findings of the security audit":                  false,
		"Finish all stories for the launch in Norway":                    false,
		"Deliver every parcel notice in the language of the shopper":     false,
		"Complete all steps to go live in Norway":                        false,
		"Alle Zahlungsfehler bei Klarna beheben":                         false,
		"Alle Schritte für den Start in Norwegen abschließen":            false,
		"Terminer toutes les étapes pour ouvrir en Norvège":              false,
		"Cerrar todos los hallazgos de la auditoría":                     false,
		"Fechar todas as falhas de pagamento":                            false,
		"Alle bevindingen van de audit sluiten":                          false,
		"Stänga alla fynd från granskningen":                             false,
		"Search finds shoes, coats, hats, and bags by colour":            false,
		"Suche findet Schuhe, Mäntel, Hüte, Taschen":                     false,
		"La búsqueda encuentra zapatos, abrigos, gorros, bolsos":         false,
		"Faster checkout: fewer clicks, fewer errors, fewer calls":       false,
		"Faster checkout: clicks, errors, calls, returns":                false,
		"Refunds reach the buyer\n- login\n- export\n- search\n- footer": false,
		"": false,
	} {
		if got := ListLike(goal); got != want {
			t.Errorf("%q: list-like %v, want %v", goal, got, want)
		}
	}
}

func TestKindOf(t *testing.T) {
	for _, c := range []struct {
		typeName, label, title string
		want                   Kind
	}{
		{"Story", "", "Refund to the card", Functional},
		{"Task", "production-planning", "Plan the next batch", Functional},
		{"Story", "", "Incident reports for the night shift", Functional},
		{"Spike", "", "How do refunds work", Spike},
		{"Story", "PoC", "Face login", Spike},
		{"Story", "", "[Spike] Face login", Spike},
		{"Story", "", "Spike: face login", Spike},
		{"Technical Task", "", "Move the images", Technical},
		{"Enabler Story", "", "Message bus", Technical},
		{"Technische Schuld", "", "Altes Modul", Technical},
		{"Tarea técnica", "", "Mover imágenes", Technical},
		{"Story", "tech-debt", "Old module", Technical},
		{"Task", "", "chore(deps): bump the router", Technical},
		{"Story", "sev1", "Checkout is down", Expedite},
		{"Bug", "P1-incident", "Checkout is down", Expedite},
		{"Incident", "", "Checkout is down", Expedite},
		{"Spike", "hotfix", "Checkout is down", Expedite},
	} {
		if got := KindOf(c.typeName, []string{c.label}, c.title); got != c.want {
			t.Errorf("%q %q %q: %s, want %s", c.typeName, c.label, c.title, got, c.want)
		}
	}
}

func TestTemplates(t *testing.T) {
	var texts []string
	for i := range 12 {
		own := fmt.Sprintf("As a clerk\nI want report number %d of the week", i)
		criteria := "- <criterion>"
		if i%2 == 0 {
			criteria = fmt.Sprintf("- report %d opens", i)
		}
		texts = append(texts, own+"\n\n*Why*\nExplain the problem in two sentences, please do.\n\nh3. Acceptance Criteria\n"+criteria+"\n\nDefinition of Done:\n- tests are green\n- docs are written")
	}
	found := FindTemplates(texts)
	want := "As a clerk\nI want report number 4 of the week\n\n\nh3. Acceptance Criteria\n- report 4 opens\n\n"
	if got := found.Strip(texts[4]); got != want {
		t.Errorf("stripped:\n%q, want\n%q", got, want)
	}
	read := Read(Story{Description: found.Strip(texts[5])})
	if !read.Who || read.Why || read.Criteria {
		t.Errorf("a story with nothing but its template below: %+v, want only who", read)
	}
	if got := FindTemplates(texts[:9]).Strip(texts[4]); got != texts[4] {
		t.Errorf("nine texts show no template, got %q", got)
	}
	if got := (*Templates)(nil).Strip("as it is"); got != "as it is" {
		t.Errorf("no templates: got %q", got)
	}
}

func TestTemplatesNeedTheSameLineInAFifth(t *testing.T) {
	texts := make([]string, 20)
	for i := range texts {
		texts[i] = fmt.Sprintf("Report %s is needed", strings.Repeat("x", i+1))
	}
	for i := range 3 {
		texts[i] += "\nAsk the finance team"
	}
	if got := FindTemplates(texts).Strip(texts[0]); got != texts[0] {
		t.Errorf("three of twenty is no template, got %q", got)
	}
	texts[3] += "\n- ask the *finance* team"
	if got := FindTemplates(texts).Strip(texts[0]); got == texts[0] {
		t.Error("four of twenty is a template, whatever its formatting")
	}
}

func TestHeadingsWithoutContentAreNone(t *testing.T) {
	for text, want := range map[string]string{
		"h2. Goal\nh2. Scope\nh2. Risks":       "",
		"h2. Goal / h2. Scope / h2. Risks":     "",
		"Goal\nScope\nRisks":                   "",
		"**Goal:**\n**Scope:**":                "",
		"## Ziel\n\n## Umfang\n":               "",
		"*Objectif*\n\n*Périmètre*":            "",
		"Objetivo:\nAlcance:":                  "",
		"Doel\nBuiten scope":                   "",
		"Syfte:\n\nOmfattning:":                "",
		"Problem:\nBuyers leave.\n\nScope:":    "Problem:\nBuyers leave.\n\n",
		"*Refund within one day.*":             "*Refund within one day.*",
		"h3. As a buyer, I want to pay later.": "h3. As a buyer, I want to pay later.",
		"{code}\nname:\nvalue:\n{code}":        "{code}\nname:\nvalue:\n{code}",
	} {
		for _, found := range []*Templates{nil, FindTemplates(nil), FindTemplates([]string{text, text})} {
			if got := found.Strip(text); got != want {
				t.Errorf("%q: stripped to %q, want %q", text, got, want)
			}
		}
	}
}

func TestRecurringAnswersAreNoTemplate(t *testing.T) {
	for _, same := range []string{
		"Persona: returning shopper", "*Zielgruppe:* Filialleiter", "h3. Who\nStore managers", "Pour qui : acheteuse", "Para quién: compradora",
		"Para quem: compradora", "Doelgroep: filiaalleiders", "Målgrupp: butikschefer", "Goal: fewer calls to support",
	} {
		var texts []string
		for i := range 12 {
			texts = append(texts, fmt.Sprintf("Report %s is wanted.\n%s\nAsk the finance team", strings.Repeat("x", i+1), same))
		}
		if strings.Contains(same, "\n") {
			for i := range texts {
				texts[i] = strings.TrimSuffix(texts[i], "\nAsk the finance team")
			}
		}
		got := FindTemplates(texts).Strip(texts[3])
		if !strings.Contains(got, same) || strings.Contains(got, "finance") {
			t.Errorf("%q must stay and the rest of the template go, got %q", same, got)
		}
	}
	for _, asked := range []string{"Persona: describe who needs it", "h3. Who\nWho is it for?", "Persona: <role>", "Zielgruppe: Wer braucht das?"} {
		var texts []string
		for i := range 12 {
			texts = append(texts, fmt.Sprintf("Report %s is wanted.\n%s", strings.Repeat("x", i+1), asked))
		}
		if got := FindTemplates(texts).Strip(texts[3]); strings.TrimSpace(got) != "Report xxxx is wanted." {
			t.Errorf("%q asks for a persona and names none, got %q", asked, got)
		}
	}
}

func TestShortTitlesTellTheirLanguage(t *testing.T) {
	for title, want := range map[string]Language{
		"Passwort zurücksetzen": German, "Rechnung als PDF anzeigen": German, "Réinitialiser le mot de passe": French,
		"Restablecer la contraseña": Spanish, "Redefinir a senha": Portuguese, "Mostrar o imposto no recibo": Portuguese,
		"Wachtwoord opnieuw instellen": Dutch, "Visa momsen på kvittot": Swedish, "Show the tax on the receipt": English,
		"Fix login": Unknown, "Export": Unknown, "Mostra la tassa sullo scontrino": Unknown, "Vis moms på kvitteringen": Unknown,
		"Afegir una nota a la factura": Unknown, "Engadir unha nota á factura": Unknown, "Näytä vero kuitilla": Unknown,
	} {
		if got := Detect(title); got != want {
			t.Errorf("%q: language %q, want %q", title, got, want)
		}
	}
}
