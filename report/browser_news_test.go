package report

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// What changed is marked in the table without words of its own, stays beside the sign of
// the status, and leads to what is told of it.
func TestNewsOnThePage(t *testing.T) {
	b := browser(t)
	page, r := since(then(), healthy()).HTML, sampleOf(now(), healthy())
	for name, screen := range map[string]action{"phone": phone(), "desk": chromedp.EmulateViewport(1200, 900)} {
		p := openAs(t, b, page, r, "", screen)
		if over := ask[int](p, sideways); over > 0 {
			t.Errorf("%s: the page is %d pixels wider than the screen", name, over)
		}
		for _, problem := range ask[[]string](p, `[...document.querySelectorAll(".board td > b")].flatMap((b) => {
			const mark = b.getBoundingClientRect(), cell = b.parentElement.getBoundingClientRect();
			return mark.width && mark.right <= cell.right && mark.left >= cell.left && mark.top >= cell.top && mark.bottom <= cell.bottom ? [] : [b.parentElement.textContent + " is marked outside its cell"];
		})`) {
			t.Errorf("%s: %s", name, problem)
		}
		if got := ask[int](p, `document.querySelectorAll(".board td > b").length`); got != 6 {
			t.Errorf("%d cells are marked, want 6", got)
		}
		for _, id := range []string{"VAL-01", "VAL-03", "ORD-05"} {
			p.run(`document.querySelector('.news a[href="#team-1-` + id + `"]').click()`)
			if got := ask[string](p, `location.hash`); !strings.HasSuffix(got, id) || !ask[bool](p, `document.querySelector(location.hash).checkVisibility()`) {
				t.Errorf("the link to %s leads to %q", id, got)
			}
		}
		// The filter by status reads the cells as before.
		p.choose("status", "flag")
		if got := ask[int](p, `[...document.querySelectorAll(".board tbody td")].filter((c) => !c.classList.contains("off")).length`); got != 3 {
			t.Errorf("the filter leaves %d cells, want the 3 flags", got)
		}
		p.quiet()
	}
}
