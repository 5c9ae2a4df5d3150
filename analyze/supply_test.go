package analyze

import "testing"

// lying is a rule that finds so many items left and finished in each of ten months.
type lying struct {
	Supply
	left, finished [10]int
}

func (l lying) Run(p *Pass) {
	p.Counts("item", "items")
	p.Say("what", "lie there")
	for i, w := range p.Windows {
		s := Subject{Sprint: w.Sprint, At: w.From}
		for range l.finished[i] {
			p.Examine(s)
		}
		for range l.left[i] {
			p.Report(s, p.SprintFact(w.Sprint, w.From, "lies there"))
		}
	}
}

func TestSupply(t *testing.T) {
	year := Supply{Amber: 9, Red: 18, AmberItems: 100, RedItems: 300, MinN: 3, Finished: 5, Origin: "our judgement"}
	late := all(90)
	late[9] = 150
	uneven := [10]int{5, 5, 5, 5, 5, 40, 40, 40, 40, 40}
	for _, c := range []struct {
		name           string
		left, finished [10]int
		want           Status
		level          Level
		k, n           int
	}{
		{"less than nine months", all(80), all(10), OK, "", 80, 100},
		{"nine months, yet a short list", all(100), all(10), OK, "", 100, 100},
		{"a year and a half of few items", all(200), all(10), Flag, Amber, 200, 100},
		{"three years of many", all(360), all(10), Flag, Red, 360, 100},
		{"three years, but not many enough to dominate", all(300), all(8), Flag, Amber, 300, 80},
		{"only the last month", late, all(10), Watch, "", 150, 100},
		{"months too uneven to be sure", all(290), uneven, Watch, "", 290, 225},
		{"hardly anything is ever finished", all(290), [10]int{5, 5, 4, 4, 4, 4, 4, 4, 4, 4}, Insufficient, "", 290, 42},
		{"nothing is there", all(0), all(10), OK, "", 0, 100},
	} {
		f := first(t, check(lying{year, c.left, c.finished}))
		if f.Status != c.want || f.Level != c.level || f.K != c.k || f.N != c.n {
			t.Errorf("%s: %s %s, %d of %d; want %s %s, %d of %d", c.name, f.Status, f.Level, f.K, f.N, c.want, c.level, c.k, c.n)
		}
	}
}

func TestSupplyInWords(t *testing.T) {
	f := first(t, check(lying{Supply{Amber: 9, Red: 18, AmberItems: 100, RedItems: 300, MinN: 3, Finished: 5, Origin: "our judgement"}, all(360), all(10)}))
	if want := "360 of 100 lie there (36 months, at least 36 months; worth talking about from 9 months, our judgement)."; f.Message != want {
		t.Errorf("the message is %q, want %q", f.Message, want)
	}
	if f.Trend != "unknown" {
		t.Errorf("a stock in months has the trend %q", f.Trend)
	}
}
