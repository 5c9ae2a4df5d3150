package report

// This file writes a report as one HTML file: no network, no other file, and nothing
// in it runs or loads but our own style and script, which a content security policy
// names by their hashes. The page is whole without the script.

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io"
	"iter"
	"net/url"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

//go:embed page
var pageFiles embed.FS

// document is what page/page.html shows.
type document struct {
	Report    analyze.Report
	Title     string
	Index     []indexLine
	Portfolio *portfolio // for several teams
	Groups    []checkGroup
	News      []News // of each team
	Detail    detail
	Policy    string
	Style     template.CSS
	Script    template.JS
}

// HTML writes the report as one self-contained page. For several teams it weighs at most
// 5 MB as long as that is possible: a page that would be heavier tells less of each
// finding, and says so.
func HTML(w io.Writer, r analyze.Report) error { return Since{}.HTML(w, r) }

// HTML is the page, with what changed.
func (s Since) HTML(w io.Writer, r analyze.Report) error {
	page, err := pageTemplate()
	if err != nil {
		return fmt.Errorf("reading the page's template: %w", err)
	}
	r = neutral(r)
	news := s.news(r)
	for i, d := range details {
		out := bounded{limit: maxPage}
		if len(r.Teams) < 2 || i == len(details)-1 {
			out.limit = all
		}
		err := page.ExecuteTemplate(&out, "page.html", newDocument(r, news, d))
		if errors.Is(err, errTooHeavy) {
			continue
		}
		if err != nil {
			return fmt.Errorf("writing the HTML report: %w", err)
		}
		_, err = out.WriteTo(w)
		return err
	}
	return nil
}

func pageTemplate() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{
		"cast": cast, "completeness": completeness, "counted": counted, "date": date, "headline": headline,
		"ledgerLead": func() string { return ledgerLead }, "ledgerTitle": func() string { return ledgerTitle }, "link": link, "number": number, "owner": owner, "period": period, "prose": prose, "several": several, "sign": Change.sign,
		"sharedLead": func() string { return sharedLead }, "sharedTitle": func() string { return sharedTitle },
		"size": size, "subject": subject, "statusWords": func() []statusName { return statusWords }, "threshold": threshold, "verdicts": verdicts,
	}).ParseFS(pageFiles, "page/*.html")
}

func newDocument(r analyze.Report, news []News, d detail) document {
	style, script := pageFile("style.css"), pageFile("script.js")
	doc := document{
		Report: r, Title: "The Product Owner role", Groups: groupsOf(r.Teams), News: news, Detail: d,
		Policy: "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) + "; base-uri 'none'; form-action 'none'",
		Style:  template.CSS(style), Script: template.JS(script),
	}
	if len(r.Teams) == 1 {
		doc.Title += " · " + fit(r.Teams[0].Name, 120)
	}
	for i, t := range r.Teams {
		doc.Index = append(doc.Index, indexLine{t.Name, teamAnchor(i), inBrief(t), news[i].brief()})
	}
	doc.Portfolio = newPortfolio(r.Teams, news)
	return doc
}

// indexLine is a team in a line.
type indexLine struct{ Name, Anchor, Brief, News string }

// Teams prepares one team after the other: all of them at once take room.
func (d document) Teams() iter.Seq[teamView] {
	return func(yield func(teamView) bool) {
		for i, t := range d.Report.Teams {
			v := viewOfTeam(i, t, d.Detail)
			v.tell(d.News[i])
			if !yield(v) {
				return
			}
		}
	}
}

// pageFile is an embedded file; that it is there, the compiler knows.
func pageFile(name string) string {
	b, err := pageFiles.ReadFile("page/" + name)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// hash names an inline text in a content security policy.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// prose is s in at most so many letters, with numbers kept together with their unit.
func prose(s string, letters int) string {
	return strings.ReplaceAll(fit(s, letters), " %", "\u00a0%")
}

// link is s if a reader may safely follow it, which means the web; otherwise nothing,
// and the page shows plain text.
func link(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.User != nil || (u.Scheme != "https" && u.Scheme != "http") {
		return ""
	}
	return s
}
