package report

// These tests use the page as people do: they filter, follow links and press keys.

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// choose sets a field of the filter as a person does.
func (p *tab) choose(field, value string) {
	p.Helper()
	p.run(`{ const f = document.querySelector(".filter [name=` + field + `]"); f.value = "` + value + `"; f.dispatchEvent(new Event("input", {bubbles: true})) }`)
}

func TestFilterShowsWhatFitsAndKeepsItInTheAddress(t *testing.T) {
	b := browser(t)
	p := openTab(t, b, samples()["several"], "")
	if got := [3]int{p.visible(".team"), p.visible(".card"), p.visible(".board tbody tr")}; got != [3]int{4, 4, 4} {
		t.Fatalf("unfiltered: %d teams, %d cards and %d rows", got[0], got[1], got[2])
	}
	for _, c := range []struct {
		name                string
		fields              [][2]string
		teams, cards, rows  int
		columns, well, hush int
		hash, said          string
	}{
		{"group", [][2]string{{"group", "ORD"}}, 3, 3, 3, 5, 1, 2, "#group=ORD", "Shown: 6 checks of 3 teams"},
		{"and status", [][2]string{{"status", "flag"}}, 1, 2, 1, 5, 0, 0, "#group=ORD&status=flag", "Shown: 2 checks of 1 team"},
		{"cannot tell", [][2]string{{"group", ""}, {"status", "silent"}}, 2, 0, 2, 11, 0, 6, "#status=silent", "Shown: 6 checks of 2 teams"},
		{"team", [][2]string{{"status", ""}, {"team", " check "}}, 1, 4, 1, 11, 2, 3, "#team=check", "Shown: 9 checks of 1 team"},
		{"nothing", [][2]string{{"team", "& no such #"}}, 0, 0, 0, 11, 0, 0, "#team=%26%20no%20such%20%23", "Shown: 0 checks of 0 teams"},
		{"no filter", [][2]string{{"team", ""}}, 4, 4, 4, 11, 7, 6, "", ""},
	} {
		for _, f := range c.fields {
			p.choose(f[0], f[1])
		}
		for _, again := range []bool{false, true} {
			at := p
			if again {
				at = openTab(t, b, samples()["several"], c.hash)
			}
			got := [6]int{at.visible(".team"), at.visible(".card"), at.visible(".board tbody tr"), at.visible(".board .checks th"), at.visible(".well"), at.visible(".silent .ids span")}
			if want := [6]int{c.teams, c.cards, c.rows, c.columns, c.well, c.hush}; got != want {
				t.Errorf("%s, from the address %t: teams, cards, rows, columns, wells and silent checks are %v, want %v", c.name, again, got, want)
			}
			if hash, said := ask[string](at, `location.hash`), ask[string](at, `document.querySelector(".filter [role=status]").textContent`); hash != c.hash || said != c.said {
				t.Errorf("%s, from the address %t: %q, %q; want %q, %q", c.name, again, hash, said, c.hash, c.said)
			}
			at.quiet()
		}
	}
}

func TestDeepLinkOpensWhatItPointsTo(t *testing.T) {
	b := browser(t)
	for _, hash := range []string{"#team-2-VAL-01", "#team-2-ORD-05", "#team-2-OWN-03", "#team-2-OWN-03&group=OWN", "#team-2-ORD-05&status=ok"} {
		p := openTab(t, b, samples()["several"], hash)
		place := hash[:len("#team-2-VAL-01")]
		if !ask[bool](p, `(() => { const at = document.querySelector("`+place+`"), box = at.getBoundingClientRect();
			return at.checkVisibility() && box.top >= 0 && box.top < innerHeight && (at.tagName !== "DETAILS" || at.open); })()`) {
			t.Errorf("%s is not in view", hash)
		}
		p.quiet()
	}
	far := openTab(t, b, crowd(20), "#team-20-ORD-03")
	if top := ask[float64](far, `document.querySelector("#team-20-ORD-03").getBoundingClientRect().top`); top < 0 || top > 100 {
		t.Errorf("a finding of the last of many teams is %.0f pixels from the top", top)
	}
	for _, odd := range []string{"#nowhere", "#%", "#group=none&status=%3Cscript%3E", "#team-2-ORD-05&&=&group"} {
		p := openTab(t, b, samples()["several"], odd)
		if got := p.visible(".team"); got != 4 {
			t.Errorf("%s: %d teams are shown", odd, got)
		}
		p.quiet()
	}
}

func TestALinkKeepsTheFilterThatShowsItsTarget(t *testing.T) {
	p := openTab(t, browser(t), samples()["several"], "#group=ORD")
	p.do(chromedp.Click(`.board a[href="#team-2-ORD-05"]`), chromedp.Poll[chromedp.Void](`location.hash === "#team-2-ORD-05&group=ORD"`))
	if got := p.visible(".card"); got != 3 {
		t.Errorf("%d cards are shown, want the 3 of the group", got)
	}
	p.quiet()
}

func TestTableIsOneStopForTheKeyboard(t *testing.T) {
	p := openTab(t, browser(t), samples()["several"], "")
	focused := func(keys string) string {
		p.do(chromedp.KeyEvent(keys))
		return ask[string](p, `document.activeElement.hash || document.activeElement.className`)
	}
	p.run(`document.querySelector(".scroll.wide").focus()`)
	for _, step := range []struct{ keys, want string }{
		{kb.Tab, "#team-1"}, {kb.ArrowDown, "#team-2"}, {kb.ArrowRight, "#team-2-ORD-05"}, {kb.ArrowRight, "#team-2-ORD-02"},
		{kb.ArrowLeft, "#team-2-ORD-05"}, {kb.ArrowUp, "#team-2-ORD-05"}, {kb.ArrowLeft, "#team-2"}, {kb.ArrowDown, "#team-3"},
	} {
		if got := focused(step.keys); got != step.want {
			t.Errorf("got to %q, want %q", got, step.want)
		}
	}
	if inside := ask[int](p, `document.querySelectorAll(".board [tabindex='0']").length`); inside != 1 {
		t.Errorf("%d stops inside the table, want 1", inside)
	}
	p.quiet()
}
