package jira

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What is written by hand for speed means the same as these patterns.
var (
	mention = regexp.MustCompile(`\[~(?:accountid:)?([^\]\n]+)\]`)
	bullet  = regexp.MustCompile(`^\s*([*#]+|-)\s+`)
	strong  = regexp.MustCompile(`(^|[\s(>])\*(\S|\S[^*\n]*\S)\*($|[\s).,:;!?<])`)
	slanted = regexp.MustCompile(`(^|[\s(>])_(\S|\S[^_\n]*\S)_($|[\s).,:;!?<])`)
)

// FuzzMarkup holds that it does.
func FuzzMarkup(f *testing.F) {
	for _, text := range []string{
		"", "no markup", "*a* *b*", "**", "***", "****", "*ab**", "(*a b*). *c*, x", "*a *b*", "* a*", "_a_b_ _c d_", ">*ä*<", "*\xff*", "a*b* *c*d *e*", "a_long_name_",
		"* item", "** item", "#* item", "-item", "- item", " -  item", "-- item", "*", "\t# ", "\f-\fx",
		"[~accountid:5b:a], [~ben]", "[~]", "[~x", "[~x\n]", "[~[~x]", "[~accountid:]", "[~][~x]", "[~a\n[~b] [~c]!", "[~[~\n[~",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var on []string
		for _, found := range mention.FindAllStringSubmatch(text, -1) {
			on = append(on, found[1])
		}
		got, gotOn := mentioned(text)
		if want := mention.ReplaceAllString(text, callee); got != want || !slices.Equal(gotOn, on) {
			t.Errorf("%q becomes %q and calls on %q, want %q and %q", text, got, gotOn, want, on)
		}
		for line := range strings.SplitSeq(text, "\n") {
			if strings.ContainsRune(line, '\r') {
				continue // is no more when lines are read
			}
			if got, want := listed(line), bullet.ReplaceAllString(line, "- "); got != want {
				t.Errorf("%q is listed as %q, want %q", line, got, want)
			}
			if got, want := unstressed(line, '*'), strong.ReplaceAllString(line, "$1$2$3"); got != want {
				t.Errorf("%q becomes %q, want %q", line, got, want)
			}
			if got, want := unstressed(line, '_'), slanted.ReplaceAllString(line, "$1$2$3"); got != want {
				t.Errorf("%q becomes %q, want %q", line, got, want)
			}
		}
	})
}

// Only lines that change are written anew.
func TestEachLine(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a": "A", "\n": "\n", "a\n": "A\n", "\na\nb\n\nb": "\nA\nb\n\nb", "b\nb": "b\nb", "a\na": "A\nA", "b\na": "b\nA", "a\nb": "A\nb",
	} {
		if got := eachLine(in, func(line string) string { return strings.ReplaceAll(line, "a", "A") }); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	if got := eachLine("a\nb\na", func(line string) string { return strings.Trim(line, "a") }); got != "\nb\n" {
		t.Errorf("lines that become empty give %q", got)
	}
}
