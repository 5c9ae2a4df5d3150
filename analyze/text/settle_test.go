package text

import "testing"

func TestSettles(t *testing.T) {
	for said, want := range map[string]bool{
		"Clarified with Ada in person.":                     true,
		"Thanks! This is answered now.":                     true,
		"Nevermind, solved.":                                true,
		"Ist mit Ada geklärt.":                              true,
		"C'est réglé avec la compta.":                       true,
		"Aclarado con Ada.":                                 true,
		"Resolvido com o time.":                             true,
		"Is opgelost, dank je.":                             true,
		"Utrett med Ada igår.":                              true,
		"The list is sorted by date now.":                   false,
		"Not clarified yet.":                                false,
		"Has this been clarified?":                          false,
		"I start once this is clarified.":                   false,
		"Noch nicht geklärt.":                               false,
		"Ce n'est pas réglé.":                               false,
		"Works on the test system since this morning.":      false,
		"The answer is on the way":                          false,
		"":                                                  false,
		"It is not in the app. Solved for the shop though.": true,
	} {
		if got := Settles(said); got != want {
			t.Errorf("%q settles: %v, want %v", said, got, want)
		}
	}
}
