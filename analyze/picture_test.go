package analyze

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// drawn is a picture of k and n that counts how often it was asked for.
func drawn(asked *int) func(*Pass) {
	return func(p *Pass) {
		p.Draw(func(f Finding) Picture {
			*asked++
			return Picture{Kind: Bars, Title: "first", Rows: []PictureRow{ClassRow("those", true, f.K, f.N), {Values: []float64{1.0 / 3}}}}
		})
		p.Draw(func(f Finding) Picture { return Picture{Title: "without rows"} })
		p.Draw(func(f Finding) Picture {
			w := f.SubWindows[len(f.SubWindows)-1]
			return Picture{Title: "last", Rows: []PictureRow{{From: w.From, Values: []float64{float64(w.N)}}}}
		})
	}
}

func TestPicturesShowWhatWasCounted(t *testing.T) {
	asked := 0
	f := first(t, check(made{Share: usual, hits: all(2), of: ten, do: drawn(&asked)}))
	if len(f.Pictures) != 2 || f.Pictures[0].Title != "first" || f.Pictures[1].Title != "last" {
		t.Fatalf("got %+v", f.Pictures)
	}
	if v := f.Pictures[0].Rows[0].Values; !slices.Equal(v, []float64{20, 50}) {
		t.Errorf("the picture shows %v, the finding %d of %d", v, f.K, f.N)
	}
	if v := f.Pictures[0].Rows[1].Values; v[0] != 0.3333 {
		t.Errorf("a third is written as %v", v)
	}
	if row := f.Pictures[1].Rows[0]; row.From != f.SubWindows[9].From || row.Values[0] != 5 {
		t.Errorf("the last window is %+v", row)
	}
}

func TestThereIsNothingToShowWithoutAnOpinion(t *testing.T) {
	asked := 0
	silent := func(p *Pass) { drawn(&asked)(p); p.CannotTell("no reason") }
	for status, rule := range map[Status]made{
		Insufficient:  {Share: usual, hits: all(1), of: all(1), do: drawn(&asked)},
		NotAssessable: {Share: usual, hits: ten, of: ten, do: silent},
	} {
		if f := first(t, check(rule)); f.Status != status || f.Pictures == nil || len(f.Pictures) > 0 || asked > 0 {
			t.Errorf("%s, want %s: %d pictures, asked for %d times", f.Status, status, len(f.Pictures), asked)
		}
	}
}

func TestRowsOfWindows(t *testing.T) {
	first(t, check(made{Share: usual, of: ten, do: func(p *Pass) {
		w := p.Windows[0]
		w.Sprint = &backlog.Sprint{Name: "Sprint of " + strings.Repeat("x", 500)}
		row := p.Row(w, 3, 4)
		if len([]rune(row.Label)) > 120 || row.From != w.From.Format(time.DateOnly) || row.To != w.To.Format(time.DateOnly) || !slices.Equal(row.Values, []float64{3, 4}) {
			t.Errorf("got %+v", row)
		}
		w.Sprint = nil
		if row := p.Row(w); row.Label != "" || row.From == "" {
			t.Errorf("a period without a Sprint: %+v", row)
		}
	}}))
}
