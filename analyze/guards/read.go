package guards

import (
	"strings"
	"sync"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/text"
)

// This file reads what items say, without what templates say for them. Reading is the
// dearest part of an analysis: every text is read once, however many checks ask.

// library is what was read so far.
type library struct {
	open   sync.Mutex // one check reads at a time
	reader text.Reader
	read   map[*backlog.Text]text.Reading
	own    map[string]string // texts without their templates
	usual  text.Language     // of the titles together: one alone is too short to tell
	preset map[string]bool   // criteria that stand in a fifth of the items, by their key
}

// Own strips what stands in every item from a text (G11).
func (f *Facts) Own(s string) string {
	f.library.open.Lock()
	defer f.library.open.Unlock()
	return f.own(s)
}

func (f *Facts) own(s string) string {
	own, ok := f.library.own[s]
	if !ok {
		own = f.templates.Strip(s)
		f.library.own[s] = own
	}
	return own
}

// Read is what a text says once the templates are taken out (G11). Without a Language
// it could not be read (G12); a text too short to have one takes that of the titles.
func (f *Facts) Read(t *backlog.Text) text.Reading {
	f.library.open.Lock()
	defer f.library.open.Unlock()
	if read, ok := f.library.read[t]; ok {
		return read
	}
	s := text.Story{Title: t.Title, Description: f.own(t.Description), Criteria: t.Criteria, Usual: f.library.usual}
	if f.library.preset[text.Key(t.Criteria)] {
		s.Criteria = ""
	}
	read := f.library.reader.Read(s)
	f.library.read[t] = read
	return read
}

// enoughTitles is how many bytes of titles tell their language.
const enoughTitles = 1 << 14

// openLibrary finds out what has to be known before the first text is read.
func openLibrary(snap *backlog.Snapshot) *library {
	var titles strings.Builder
	criteria, n := map[string]int{}, 0
	for _, it := range snap.Items {
		if it.Level() != backlog.BacklogLevel {
			continue
		}
		if titles.Len() < enoughTitles {
			titles.WriteString(it.Title() + ".\n")
		}
		if key := text.Key(it.Now().Text.Criteria); key != "" {
			criteria[key]++
			n++
		}
	}
	l := &library{read: map[*backlog.Text]text.Reading{}, own: map[string]string{}, usual: text.Detect(titles.String()), preset: map[string]bool{}}
	for key, same := range criteria {
		l.preset[key] = same >= text.TemplateTexts && float64(same) >= text.TemplateShare*float64(n)
	}
	return l
}
