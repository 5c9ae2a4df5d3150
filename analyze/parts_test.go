package analyze

import (
	"strings"
	"testing"
)

// split is a rule with two or three parts, each with so many hits of five in each of ten Sprints.
type split struct {
	Parts
	hits [][10]int
}

// inParts is the check; its article speaks of the part.
func inParts(dominant, together int, hits ...[10]int) Check {
	c := check(split{Parts{usual, dominant, together}, hits})
	c.Doc = strings.ReplaceAll(article, "{what}", "{part}")
	return c
}

func (s split) Run(p *Pass) {
	for i, hits := range s.hits {
		part := p.Part([]string{"were handed out", "were estimated", "were written"}[i], s.Share, "case", "cases")
		for w, window := range p.Windows {
			for j := range 5 {
				subject := Subject{Sprint: window.Sprint, At: window.From}
				part.Examine(subject)
				if j < hits[w] {
					part.Report(subject, p.SprintFact(window.Sprint, window.From, "case %d", j))
				}
			}
		}
	}
}

func TestParts(t *testing.T) {
	none, some, most := all(0), all(3), all(5)
	for _, c := range []struct {
		name     string
		hits     [][10]int
		dominant int
		together int
		want     Status
		level    Level
		k        int
	}{
		{"nothing", [][10]int{none, none, none}, 1, 2, OK, "", 0},
		{"one dominates", [][10]int{none, most, none}, 1, 2, Flag, Red, 50},
		{"one dominates where two have to", [][10]int{none, most, none}, 2, 2, OK, "", 0},
		{"one dominates, and one is over it by chance", [][10]int{{2, 2, 1, 2, 1, 2, 2, 1, 2, 2}, most, none}, 2, 2, Watch, "", 50},
		{"one dominates, and one is worth talking about", [][10]int{some, most, none}, 2, 2, Flag, Amber, 50},
		{"two dominate", [][10]int{most, most, none}, 2, 2, Flag, Red, 50},
		{"one is worth talking about", [][10]int{some, none, none}, 1, 2, Watch, "", 30},
		{"two are", [][10]int{none, some, some}, 1, 2, Flag, Amber, 30},
		{"one is enough", [][10]int{none, some}, 1, 1, Flag, Amber, 30},
	} {
		f := first(t, inParts(c.dominant, c.together, c.hits...))
		if f.Status != c.want || f.Level != c.level || f.K != c.k || f.N != 50 {
			t.Errorf("%s: %s %s, %d of %d %q; want %s %s, %d of 50", c.name, f.Status, f.Level, f.K, f.N, f.Doubts, c.want, c.level, c.k)
		}
		if len(f.SubWindows) != 10 || f.SubWindows[9].K != c.k/10 {
			t.Errorf("%s: the last period counts %+v", c.name, f.SubWindows)
		}
	}
}

func TestPartsInWords(t *testing.T) {
	f := first(t, inParts(1, 2, all(0), all(3), all(3)))
	if want := "30 of 50 were estimated (60 %, at least 51 %; worth talking about from 30 %, our judgement). 0 of 50 were handed out. 30 of 50 were written."; f.Message != want {
		t.Errorf("the message is %q, want %q", f.Message, want)
	}
	if len(f.For) != 60 {
		t.Errorf("%d facts from the two parts that show it, want 60", len(f.For))
	}
	f = first(t, inParts(1, 2, all(0), all(0)))
	if !strings.HasPrefix(f.Message, "50 of 50 are well") || len(f.For) != 0 {
		t.Errorf("a healthy team: %q with %d facts", f.Message, len(f.For))
	}
}

// mixed is a rule with a share that all subjects show, and a stock that did so at first.
type mixed struct {
	Parts
	stock [10]int
}

func (m mixed) Run(p *Pass) {
	share, stock := p.Part("were written", m.Share, "case", "cases"), p.Part("lie there", Stock{m.Share}, "case", "cases")
	for i, w := range p.Windows {
		s := Subject{Sprint: w.Sprint, At: w.To}
		for j := range 30 {
			stock.Examine(s)
			if j < m.stock[i] {
				stock.Report(s, p.SprintFact(w.Sprint, w.To, "lies %d", j))
			}
		}
		share.Examine(s)
		share.Examine(s)
		share.Report(s, p.SprintFact(w.Sprint, w.From, "written"))
		share.Report(s, p.SprintFact(w.Sprint, w.From, "written, too"))
	}
}

// Of a stock only what lies there now counts, and is shown; of a share, everything.
func TestPartsOfStock(t *testing.T) {
	stock := all(20)
	stock[9] = 25
	c := check(mixed{Parts{usual, 2, 2}, stock})
	f := first(t, c)
	if f.Status != Flag || f.Level != Red || f.K != 25 && f.K != 20 {
		t.Errorf("%s %s, %d of %d %q, want a red flag", f.Status, f.Level, f.K, f.N, f.Doubts)
	}
	if len(f.For) != 25+20 {
		t.Errorf("%d facts, want 25 that lie there and 20 that were written", len(f.For))
	}
	if f = first(t, check(mixed{Parts{usual, 2, 2}, all(0)})); f.Status != OK {
		t.Errorf("one part of two is %s, want ok", f.Status)
	}
	usual := usual
	usual.MinN = 25
	if f = first(t, check(mixed{Parts{usual, 2, 2}, all(25)})); f.Status != Insufficient || f.Reason != "only 1 of 2 measures can be taken" {
		t.Errorf("with one of two measures: %s %q", f.Status, f.Reason)
	}
}
