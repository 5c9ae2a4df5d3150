package azure

import (
	"slices"
	"testing"
)

func TestPlain(t *testing.T) {
	for name, c := range map[string]struct {
		written, want string
		on            []string
	}{
		"HTML":            {written: "<div>As a <b>buyer</b>&nbsp;I pay</div><div><br></div><div>at once</div>", want: "As a buyer I pay\n\nat once"},
		"a list":          {written: "<ul><li>one</li><li>two <i>more</i></li></ul>", want: "- one\n- two more"},
		"a table":         {written: "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", want: "| a | b\n | c | d"},
		"styles, scripts": {written: "<style>p{color:red}</style><p>seen</p><script>alert(1)</script>", want: "seen"},
		"a link":          {written: `<p>see <a href="https://x.example">the page</a></p>`, want: "see the page"},
		"a mention":       {written: `<div><a href="#" data-vss-mention="version:2.0,d291b0c4-a05c-4ea6-8df1-4b41d5f39eff">@Jamal Hartnett</a> which one?</div>`, want: "@someone which one?", on: []string{"d291b0c4-a05c-4ea6-8df1-4b41d5f39eff"}},
		"a work item":     {written: `<div><a href="/_workitems/edit/7" data-vss-mention="version:1.0">#7</a> is first</div>`, want: "#7 is first"},
		"broken HTML":     {written: "<div>one<p>two</div></b>three", want: "one\ntwo\nthree"},
		"Markdown":        {written: "## Goal\n\n**Pay** at *once*, see [the page](https://x.example)\n* one\n+ two\n- three\n\n```\ncode\n```", want: "Goal\n\nPay at once, see the page\n- one\n- two\n- three\n\ncode"},
		"its mention":     {written: "@<D291B0C4-A05C-4EA6-8DF1-4B41D5F39EFF> please", want: "@someone please", on: []string{"D291B0C4-A05C-4EA6-8DF1-4B41D5F39EFF"}},
		"plain":           {written: "if a < b and c > d, then 3 * 4 _ 5", want: "if a < b and c > d, then 3 * 4 _ 5"},
		"entities":        {written: "black &amp; white", want: "black & white"},
		"escapes":         {written: `1\. \*no\* emphasis`, want: "1. *no* emphasis"},
		"nothing":         {},
	} {
		got, on := plain(c.written)
		if got != c.want || !slices.Equal(on, c.on) {
			t.Errorf("%s: %q calls on %q, want %q calling on %q", name, got, on, c.want, c.on)
		}
	}
}
