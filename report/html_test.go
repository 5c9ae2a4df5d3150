package report

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/rolehealth/rolehealth/analyze"
)

// nodes is every element of the page, in its order.
func nodes(t *testing.T, page string) []*html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var list []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			list = append(list, n)
		}
	}
	return list
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestPageNeedsNoNetwork(t *testing.T) {
	for kind, r := range samples() {
		for _, n := range nodes(t, render(t, HTML, r)) {
			for _, a := range n.Attr {
				item := n.Data == "a" && a.Key == "href" && strings.HasPrefix(a.Val, "https://acme.atlassian.net/browse/PAY-")
				if strings.Contains(a.Val, "://") && !item {
					t.Errorf("%s: <%s %s=%q>", kind, n.Data, a.Key, a.Val)
				}
			}
			if slices.Contains([]string{"img", "link", "iframe", "object", "embed", "form", "base"}, n.Data) {
				t.Errorf("%s: the page has a <%s>", kind, n.Data)
			}
			if n.Data == "a" && strings.Contains(attr(n, "href"), "://") && attr(n, "rel") != "noreferrer" {
				t.Errorf("%s: link %s tells where the reader came from", kind, attr(n, "href"))
			}
		}
	}
}

func TestPolicyAllowsOurOwnScriptAndStyleOnly(t *testing.T) {
	var policy string
	for _, n := range nodes(t, render(t, HTML, sampleOf(hostile()))) {
		switch {
		case n.Data == "meta" && attr(n, "http-equiv") == "Content-Security-Policy":
			policy = attr(n, "content")
		case n.Data == "style", n.Data == "script":
			if directive := n.Data + "-src " + hash(n.FirstChild.Data); !strings.Contains(policy, directive) {
				t.Errorf("the policy %q does not have %q", policy, directive)
			}
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy is %q", policy)
	}
}

func TestHostileTextIsText(t *testing.T) {
	page := render(t, HTML, sampleOf(hostile()))
	scripts := 0
	for _, n := range nodes(t, page) {
		if n.Data == "script" {
			scripts++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts on the page, want our own", scripts)
	}
	if harmful(strings.ReplaceAll(page, "\n", "")) {
		t.Error("control or formatting characters on the page")
	}
	if !strings.Contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("the hostile text is not shown as the text it is")
	}
}

func TestPageCanBeNavigated(t *testing.T) {
	for kind, r := range samples() {
		all := nodes(t, render(t, HTML, r))
		ids := map[string]int{}
		for _, n := range all {
			if id := attr(n, "id"); id != "" {
				ids[id]++
			}
		}
		for id, times := range ids {
			if times > 1 {
				t.Errorf("%s: id %s is there %d times", kind, id, times)
			}
		}
		for _, n := range all {
			targets := strings.Fields(attr(n, "aria-labelledby"))
			if target, inside := strings.CutPrefix(attr(n, "href"), "#"); inside {
				targets = append(targets, target)
			}
			for _, target := range targets {
				if ids[target] == 0 {
					t.Errorf("%s: <%s> points to #%s, which is not there", kind, n.Data, target)
				}
			}
			part := n.Parent.Data == "g" // of a drawing
			if n.Data == "svg" && !part && (attr(n, "role") != "img" || attr(n, "aria-label") == "") {
				t.Errorf("%s: a drawing without words", kind)
			}
		}
	}
	all := render(t, HTML, samples()["several"])
	for _, deep := range []string{`id="team-2-ORD-02"`, `id="team-2-VAL-01"`, `id="team-2-OWN-03"`, `href="#team-3"`} {
		if !strings.Contains(all, deep) {
			t.Errorf("no %s on the page", deep)
		}
	}
}

func TestScriptAndStyleStaySmall(t *testing.T) {
	if n := len(pageFile("style.css")) + len(pageFile("script.js")); n > 30_000 {
		t.Errorf("style and script weigh %d bytes, want at most 30,000", n)
	}
}

func TestEvidenceBeyondSevenIsFolded(t *testing.T) {
	c := cardOf("team-1", passThrough(), details[0])
	if shown, folded := len(c.Cited.Shown), len(c.Cited.Folded); shown != 7 || folded != 24 {
		t.Errorf("%d shown and %d folded, want 7 and 24", shown, folded)
	}
}

func TestLink(t *testing.T) {
	for in, ok := range map[string]bool{
		"https://acme.atlassian.net/browse/PAY-1": true,
		"http://127.0.0.1:8080/browse/PAY-1":      true,
		"javascript:alert(1)":                     false,
		"JaVaScRiPt://x/%0aalert(1)":              false,
		"data:text/html,x":                        false,
		"//evil.example/x":                        false,
		"https:///nohost":                         false,
		"https://user:secret@acme.example/":       false,
		"/browse/PAY-1":                           false,
		"":                                        false,
	} {
		if got := link(in); (got == in && in != "") != ok {
			t.Errorf("link(%q) = %q", in, got)
		}
	}
}

func TestBarStandsWhereTheNumbersAre(t *testing.T) {
	f := passThrough()
	b := newBar(f)
	if b.Max != "100 %" || b.Low != 60 || b.High != 79 || b.At != 70.5 {
		t.Errorf("got %+v", b)
	}
	f.Estimate, f.Low, f.High, f.Amber, f.Red, f.Direction = new(0.03), new(0.01), new(0.08), new(0.05), new(0.02), "low"
	b = newBar(f)
	want := []zone{{From: 20, Span: 30}, {From: 0, Span: 20, Red: true}}
	if b.Max != "10 %" || b.At != 30 || !slices.Equal(b.Zones, want) {
		t.Errorf("small shares, too few: got %+v, want zones %v on a scale to 10 %%", b, want)
	}
}

func TestWhatIsCountedAlreadyIsNotOtherwise(t *testing.T) {
	for message, want := range map[string]bool{
		"83 of 84 items say why.":                           true,
		"The order moved in 83 of 84 periods.":              true,
		"Of 84 items taken on, 83 were decided once.":       true,
		"1 of 84 assignments was the Product Owner's.":      false,
		"On 3 days, 1 of 84 was, or could have been (1 %).": false,
		"21 of 84 were, and 1 of 845.":                      true,
		"The Product Owner's were 1 of 84.":                 false,
	} {
		f := passThrough()
		f.Status, f.K, f.N, f.Message = analyze.OK, 1, 84, message
		if got := strings.Contains(newBar(f).Caption, "It is otherwise in 1 of 84."); got != want {
			t.Errorf("%s: otherwise is told: %t, want %t", message, got, want)
		}
	}
}

func TestCountedIsInTheUnitOfItsThresholds(t *testing.T) {
	months, share, none := passThrough(), passThrough(), passThrough()
	months.K, months.N = 156, 92
	months.Estimate, months.Low, months.High = new(9.8), new(8.7), new(11.0)
	none.N = 0
	for want, f := range map[string]analyze.Finding{"9.8": months, "31 of 44": share, "": none} {
		if got := counted(f); got != want {
			t.Errorf("%d of %d, %v: counted %q, want %q", f.K, f.N, *f.Estimate, got, want)
		}
	}
}

func TestThresholdsThatTellNothingAreNotNamed(t *testing.T) {
	f := passThrough()
	f.Amber, f.Red = new(0.5), new(0.5)
	if b := newBar(f); !strings.Contains(b.Caption, "about: above 50 %.") || b.Ticks[0].Label != "50 %" {
		t.Errorf("one threshold: got %q and %+v", b.Caption, b.Ticks)
	}
	f.Estimate, f.Low, f.High, f.Amber, f.Red, f.Direction = new(0.03), new(0.01), new(0.08), new(0.05), new(0.0), "low"
	if b := newBar(f); !strings.Contains(b.Caption, "about: below 5 %.") {
		t.Errorf("nothing is below nothing: got %q", b.Caption)
	}
}

func TestMeasuresThatAreNoShareAreNotDrawn(t *testing.T) {
	f := passThrough()
	f.Estimate, f.Low, f.High = new(2.6), new(2.1), new(3.2)
	if c := cardOf("team-1", f, details[0]); c.Bar != nil || c.Trend != nil {
		t.Error("a measure beyond 1 is drawn as a share")
	}
	f = passThrough()
	f.SubWindows = []analyze.SubWindow{{From: "2026-05-24", To: "2026-11-20", K: 31, N: 44}}
	if newTrend(f) != nil {
		t.Error("one period is drawn as a trend")
	}
}
