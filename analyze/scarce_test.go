package analyze

import "testing"

func TestScarce(t *testing.T) {
	shape := Scarce{TooFew: TooFew{Amber: 0.05, MinN: 40}, Idle: 0.34, IdleN: 6}
	for _, c := range []struct {
		name         string
		k, n         int
		had, counted int
		want         Status
	}{
		{"none of fifty", 0, 50, 0, 0, Flag},
		{"one of fifty may be chance", 1, 50, 0, 0, OK},
		{"six of fifty", 6, 50, 4, 6, OK},
		{"six of fifty that change nothing", 6, 50, 0, 6, Watch},
		{"too few to speak about consequences", 5, 50, 0, 5, OK},
		{"too few at all", 0, 39, 0, 0, Insufficient},
	} {
		p := &Pass{tally: tally{noun: [2]string{"item", "items"}, windows: make([]windowTally, 10)}}
		for i := range c.n {
			p.windows[i%10].n++
		}
		for i := range c.k {
			p.windows[i%10].k++
		}
		for i := range c.counted {
			p.Consequence(i < c.had)
		}
		if got := shape.judge(&p.tally).status; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
