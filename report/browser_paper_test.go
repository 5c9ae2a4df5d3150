package report

// These tests look at the page on paper and with the rules of axe-core, and measure how
// long it takes to open.

import (
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A4 in pixels, without the margins that the style sets.
const paperWide, paperHigh = 672, 1016

func TestPaperBreaksNoCard(t *testing.T) {
	b := browser(t)
	for kind, r := range samples() {
		p := openTab(t, b, r, "", command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}), chromedp.EmulateViewport(paperWide, paperHigh))
		for _, problem := range ask[[]string](p, fmt.Sprintf(`[...document.querySelectorAll(".card, .pattern, figure")].filter((n) => n.checkVisibility()).flatMap((n) =>
			getComputedStyle(n).breakInside !== "avoid" ? [n.id + " may be broken"] : n.offsetHeight > %d && !n.textContent.includes("alert(1)") ? [n.id + " is higher than a page"] : [])`, paperHigh)) {
			t.Errorf("%s: %s", kind, problem)
		}
		if n := ask[int](p, `[...document.querySelectorAll(".card > .meta")].filter((n) => getComputedStyle(n).breakBefore !== "avoid").length`); n > 0 {
			t.Errorf("%s: the last lines of %d cards may stand alone on a page", kind, n)
		}
		if over := ask[int](p, sideways); over > 0 {
			t.Errorf("%s: %d pixels are cut off", kind, over)
		}
		if p.visible(".filter") > 0 {
			t.Errorf("%s: the filter is printed", kind)
		}
		if _, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize())); err != nil {
			t.Errorf("%s: printing: %v", kind, err)
		}
		p.quiet()
	}
}

// axeFile is where axe-core's axe.min.js is.
const axeFile = "AXE_CORE"

func TestAxeFindsNothing(t *testing.T) {
	rules, err := os.ReadFile(os.Getenv(axeFile))
	if err != nil {
		t.Skipf("contrast and labels are not checked: %s does not name the file axe.min.js of the npm package axe-core", axeFile)
	}
	b := browser(t)
	pages := samples()
	pages["news"] = sampleOf(now(), healthy())
	for kind, r := range pages {
		p := openAs(t, b, since(then(), healthy()).HTML, r, "")
		p.run(unfold)
		p.run(string(rules))
		for _, colours := range []string{"light", "dark"} {
			p.do(scheme(colours))
			for _, v := range ask[[]string](p, axeRun) {
				t.Errorf("%s, %s: %s", kind, colours, v)
			}
		}
	}
}

// axeRun lists what the rules find, and that none of them ran.
const axeRun = `axe.run().then((r) => r.passes.length === 0 ? ["no rule ran"] :
	r.violations.flatMap((v) => v.nodes.slice(0, 5).map((n) => v.id + ": " + n.html.slice(0, 200) + " " + n.failureSummary)))`

// BenchmarkOpen opens the page of one team with three dozen checks, and prints when its load
// event ended, in milliseconds after the navigation began.
func BenchmarkOpen(b *testing.B) {
	chromium, r := browser(b), crowd(1)
	took := 0.0
	for b.Loop() {
		p := openTab(b, chromium, r, "")
		took += ask[float64](p, `performance.getEntriesByType("navigation")[0].loadEventEnd`)
	}
	b.ReportMetric(took/float64(b.N), "ms/load")
}
