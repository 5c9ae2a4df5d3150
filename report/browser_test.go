package report

// These tests open pages in a real browser, Chromium, where there is one: the parser of
// the other tests runs no script and draws nothing.

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/rolehealth/rolehealth/analyze"
)

// browser starts one Chromium for a test, or skips the test.
func browser(t testing.TB) context.Context {
	t.Helper()
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && program == "" {
			program = path
		}
	}
	if program == "" {
		t.Skip("no Chromium on the PATH: the page is not tried in a browser; on Debian, apt-get install chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.WindowSize(1280, 900))
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, quit := chromedp.NewContext(ctx)
	t.Cleanup(quit)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting %s: %v", program, err)
	}
	return ctx
}

// tab is a page in the browser.
type tab struct {
	testing.TB
	ctx  context.Context
	file string // the page's address

	mu     sync.Mutex
	errors []string // what the browser complained about
	wanted []string // what the page asked for, itself apart
}

// openTab shows a report in a tab of its own, with what else the test wants set before.
func openTab(t testing.TB, browser context.Context, r analyze.Report, fragment string, before ...action) *tab {
	t.Helper()
	return openAs(t, browser, HTML, r, fragment, before...)
}

// openAs shows a report as a format writes it.
func openAs(t testing.TB, browser context.Context, page Format, r analyze.Report, fragment string, before ...action) *tab {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := page(file, r); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	ctx, closeTab := chromedp.NewContext(browser)
	t.Cleanup(closeTab)
	p := &tab{TB: t, ctx: ctx, file: (&url.URL{Scheme: "file", Path: path}).String()}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal(err)
	}
	p.do(append(before, command(network.Enable, network.EnableParams{}), chromedp.Navigate(p.file+fragment))...)
	return p
}

// hear notes errors and requests.
func (p *tab) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		p.errors = append(p.errors, fmt.Sprint(e.ExceptionDetails.Text, e.ExceptionDetails.Exception))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			p.errors = append(p.errors, fmt.Sprint(e.Type, e.Args))
		}
	case *log.EventEntryAdded:
		p.errors = append(p.errors, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		if address, _, _ := strings.Cut(e.Request.URL, "#"); address != p.file {
			p.wanted = append(p.wanted, e.Request.URL)
		}
	}
}

func (p *tab) do(actions ...action) {
	p.Helper()
	if err := chromedp.Do(p.ctx, actions...); err != nil {
		p.Fatal(err)
	}
}

// run runs a script on the page.
func (p *tab) run(script string) {
	p.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](script, chromedp.EvalAwaitPromise))
}

// ask evaluates a JavaScript expression, or a promise of its value, on the page.
func ask[T any](p *tab, expression string) T {
	p.Helper()
	answer, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatal(err)
	}
	return answer
}

// quiet is an error for everything the browser complained about.
func (p *tab) quiet() {
	p.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, e := range p.errors {
		p.Errorf("the browser says: %s", e)
	}
	for _, address := range p.wanted {
		p.Errorf("the page asked for %s", address)
	}
}

// action is something to do with a page.
type action = chromedp.Action[chromedp.Void]

// command is a command of the browser as an action.
func command[P, R any](c cdp.Command[P, R], params P) action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// phone makes the screen as narrow as a small phone's.
func phone() action { return chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile) }

// scheme asks for light or dark.
func scheme(name string) action {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}},
	})
}

const unfold = `document.querySelector(".filter button")?.click()`

// sideways is by how many pixels the page is wider than the screen.
const sideways = `document.documentElement.scrollWidth - document.documentElement.clientWidth`

// visible counts what is shown of a selector.
func (p *tab) visible(selector string) int {
	p.Helper()
	return ask[int](p, fmt.Sprintf(`[...document.querySelectorAll(%q)].filter((n) => n.checkVisibility()).length`, selector))
}

func TestBrowserHasNothingToComplainAbout(t *testing.T) {
	b := browser(t)
	all := samples()
	all["crowd"] = crowd(200)
	for kind, r := range all {
		p := openTab(t, b, r, "")
		p.run(unfold)
		for _, screen := range []struct {
			name string
			set  action
		}{{"dark", scheme("dark")}, {"phone", phone()}} {
			p.do(screen.set)
			if over := ask[int](p, sideways); over > 0 {
				t.Errorf("%s, %s: the page is %d pixels too wide for the screen", kind, screen.name, over)
			}
		}
		p.quiet()
	}
}

// A name without a place to break it stays in its cell.
func TestLongNamesStayInTheirCells(t *testing.T) {
	long := sampleTeam(strings.Repeat("Auftragsbearbeitung", 10))
	p := openTab(t, browser(t), sampleOf(healthy(), long, troubled()), "")
	const out = `[...document.querySelectorAll(".board tbody th")].filter((n) => n.scrollWidth > n.clientWidth).length`
	for _, screen := range []action{phone(), chromedp.EmulateViewport(1000, 800)} {
		p.do(screen)
		if n := ask[int](p, out); n > 0 {
			t.Errorf("%d names run over the signs beside them", n)
		}
	}
	p.quiet()
}

func TestPageIsDarkWhereThatIsWanted(t *testing.T) {
	b := browser(t)
	paper := func(name string) string {
		return ask[string](openTab(t, b, samples()["several"], "", scheme(name)), `getComputedStyle(document.body).backgroundColor`)
	}
	if light, dark := paper("light"), paper("dark"); light != "rgb(246, 245, 241)" || dark != "rgb(20, 24, 28)" {
		t.Errorf("light is %s, dark is %s", light, dark)
	}
}
