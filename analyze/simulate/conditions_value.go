package simulate

import "slices"

// This file holds conditions about direction and value: goals, whys, users, outcomes.

func aboutValue() []Condition {
	return []Condition{
		Condition{Name: "no goals above items", Kind: Planted, Shows: []string{"VAL-01"},
			About: "One item in ten is put under an epic that says something; two in ten go under “Misc”."}.
			bothPlans(func(p *plan) { p.Habits.Parented, p.Habits.Bucketed, p.Stock.Bucket = 0.1, 0.2, "Misc" }),
		Condition{Name: "epics that are only titles", Kind: Planted, Shows: []string{"VAL-01"},
			About: "Items have epics, and the epics say nothing."}.
			both(func(h *habits) { h.Hollow = true }),
		Condition{Name: "some goals above items", Kind: Borderline, Shows: []string{"VAL-01"},
			About: "About half of the items are under an epic."}.
			both(func(h *habits) { h.Parented = 0.5 }),
		Condition{Name: "items without a why", Kind: Planted, Shows: []string{"VAL-02"},
			About: "Items say what to build and not what for; epics are only titles."}.
			both(func(h *habits) { h.Named, h.NamedRequests, h.Hollow = 0.03, 0, true }),
		Condition{Name: "a why now and then", Kind: Borderline, Shows: []string{"VAL-02"},
			About: "Four items in ten say what for."}.
			both(func(h *habits) { h.Named, h.NamedRequests, h.Hollow = 0.4, 0.1, true }),
		Condition{Name: "nobody named", Kind: Planted, Shows: []string{"VAL-03"},
			About: "Hardly an item tells for whom it is. The team has declared that it should."}.
			bothPlans(func(p *plan) {
				p.Habits.Named, p.Habits.NamedRequests, p.Habits.Trials, p.Declared.CustomerLinks = 0.03, 0, 0, true
			}),
		Condition{Name: "nobody named any more", Kind: Planted, Shows: []string{"VAL-03"},
			About: "The standing backlog tells for whom things are; of what is written since, hardly an item does."}.
			both(func(h *habits) { h.Named, h.NamedRequests, h.NamedStanding, h.Trials = 0.03, 0, 0.95, 0 }),
		Condition{Name: "somebody named now and then", Kind: Borderline, Shows: []string{"VAL-03"},
			About: "A quarter of the items tells for whom it is."}.
			both(func(h *habits) { h.Named, h.NamedRequests = 0.28, 0.1 }),
		Condition{Name: "epics without an outcome", Kind: Planted, Shows: []string{"VAL-04"},
			About: "Epics say what is built, and not what it should change. The team has declared that it works with hypotheses."}.
			bothPlans(func(p *plan) {
				p.Stock = checkoutStock // no title of which promises anything
				p.Habits.Scoped, p.Habits.EpicSize, p.Declared.Discovery = true, 3, true
			}),
		Condition{Name: "no discovery", Kind: Planted, Shows: []string{"VAL-05"},
			About: "No research, no interviews, no trials; everything goes straight into building."}.
			both(func(h *habits) { h.Research, h.Trials, h.LooksBack = 0, 0, 0 }),
		Condition{Name: "features and no look back", Kind: Planted, Shows: []string{"VAL-06"},
			About: "One small epic after the other is finished, none has an outcome, and nobody returns to any."}.
			both(func(h *habits) { h.EpicSize, h.LooksBack, h.Scoped, h.Trials = 2, 0, true, 0 }),
		Condition{Name: "a look back now and then", Kind: Borderline, Shows: []string{"VAL-06"},
			About: "Somebody looks at the effect of one epic in eight."}.
			both(func(h *habits) { h.EpicSize, h.LooksBack, h.Scoped, h.Trials = 2, 0.12, true, 0 }),
		Condition{Name: "no Sprint Goals", Kind: Planted, Shows: []string{"VAL-07"},
			About: "Hardly any Sprint has a goal; some have a list of items in its place."}.
			sprints(func(h *habits) { h.GoalWritten, h.GoalListed = 0.05, 0.5 }),
		Condition{Name: "a Sprint Goal in two of three", Kind: Borderline, Shows: []string{"VAL-07"},
			About: "Two Sprints in three have a goal."}.
			sprints(func(h *habits) { h.GoalWritten = 0.66 }),
		Condition{Name: "words of a template, about nobody", Kind: Planted, Shows: []string{"VAL-03"},
			About: "Items begin with “As a result, we should …”, which names nobody."}.
			bothPlans(func(p *plan) {
				p.Habits.Named, p.Habits.NamedRequests, p.Habits.Trials, p.Declared.CustomerLinks = 0.03, 0, 0, true
				p.Habits.Wording.Opening = "As a result, we should"
			}),
		Condition{Name: "the same why everywhere", Kind: Borderline, Shows: []string{"VAL-02"},
			About: "Every story ends with “so that it works better”: a form filled in, and hardly a reason."}.
			both(func(h *habits) { h.Wording.Why, h.Hollow = "it works better", true }),
		Condition{Name: "a goal field in another language", Kind: LookAlike, Spares: []string{"VAL-07", "VAL-01"},
			About: "Sprint Goals in German: they are goals all the same."}.
			sprintPlan(func(p *plan) { p.Stock = p.Stock.saying(germanGoals) }),
	}
}

// saying is the stock with other Sprint Goals.
func (s stock) saying(goals []string) stock {
	s.Themes = slices.Clone(s.Themes)
	for i := range s.Themes {
		s.Themes[i].Goals = nil
	}
	s.Themes[0].Goals = goals
	return s
}

var germanGoals = []string{
	"Gäste bezahlen ohne Konto", "Eine Rückgabe braucht keinen Anruf mehr", "Rabatte stimmen auf jeder Rechnung",
	"Wer abbricht, findet seinen Korb wieder", "Bestellungen ins Ausland kommen an", "Die Kasse lädt auf alten Handys",
	"Gutscheine gelten auch in der Filiale", "Firmen sehen Preise ohne Steuer", "Fehler beim Bezahlen erklären sich selbst",
	"Adressen werden beim Tippen geprüft", "Geschenke gehen an eine andere Adresse", "Der Kundendienst sieht, was der Kunde sieht",
	"Raten lassen sich wählen", "Rückzahlungen kommen in drei Tagen an", "Die Lieferzeit stimmt schon im Korb",
	"Treuepunkte lassen sich einlösen", "Zwei Pakete, eine Nachricht", "Abos lassen sich anhalten", "Belege kommen als Datei",
}
