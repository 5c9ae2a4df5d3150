package azure

// This file reads pages of the reporting interface, which are large: a thousand whole
// revisions, of which little is new. Nothing is decoded that is not kept.

import (
	"bytes"
	"errors"
	"net/url"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// watermark is what every page of the reporting interface ends with.
type watermark struct {
	token string
	next  string // a link, which holds the token where it does not stand alone
	last  bool
	whole bool // it has its list
}

func (w *watermark) promised() bool { return w.whole }

// following is the token to go on with.
func (w watermark) following() string {
	if w.token != "" {
		return w.token
	}
	_, rest, _ := strings.Cut(w.next, "continuationToken=") // tokens hold semicolons, which separate nothing here
	token, _, _ := strings.Cut(rest, "&")
	if plain, err := url.QueryUnescape(token); err == nil {
		return plain
	}
	return token
}

// read takes one of the parts of a page; ok is false if it is none of them.
func (w *watermark) read(from *jsontext.Decoder, name string) (ok bool, err error) {
	switch name {
	case "continuationToken", "nextLink":
		raw, err := from.ReadValue()
		if err != nil {
			return true, err
		}
		text := string(raw)
		if raw.Kind() == '"' {
			if err := unmarshal(raw, &text); err != nil {
				return true, err
			}
		} else if raw.Kind() == 'n' {
			text = ""
		}
		if name == "nextLink" {
			w.next = text
		} else {
			w.token = text
		}
		return true, nil
	case "isLastBatch":
		raw, err := from.ReadValue()
		w.last = raw.Kind() == 't'
		return true, err
	}
	return false, nil
}

// errShape says that something else came where an object or a list was promised.
var errShape = errors.New("another shape than promised")

// members reads an object: each is called before the value of every member, with its name
// between quotes and without escapes, and reads that value or leaves it alone.
func members(from *jsontext.Decoder, each func(quoted []byte) (read bool, err error)) error {
	if open, err := from.ReadToken(); err != nil || open.Kind() != '{' {
		return errors.Join(err, errShape)
	}
	for from.PeekKind() != '}' {
		name, err := from.ReadValue()
		if err != nil {
			return err
		}
		if bytes.IndexByte(name, '\\') >= 0 {
			var plain string
			if err := unmarshal(name, &plain); err != nil {
				return err
			}
			name = []byte(`"` + plain + `"`)
		}
		read, err := each(name)
		if err == nil && !read {
			err = from.SkipValue()
		}
		if err != nil {
			return err
		}
	}
	_, err := from.ReadToken()
	return err
}

// elements reads a list: each reads one element. Null is an empty list.
func elements(from *jsontext.Decoder, each func() error) error {
	open, err := from.ReadToken()
	if err != nil || open.Kind() == 'n' {
		return err
	}
	if open.Kind() != '[' {
		return errShape
	}
	for from.PeekKind() != ']' {
		if err := each(); err != nil {
			return err
		}
	}
	_, err = from.ReadToken()
	return err
}

// unquoted is the name of a member.
func unquoted(name []byte) string {
	if len(name) < 2 {
		return ""
	}
	return string(name[1 : len(name)-1])
}

// revisionPage reads a page of revisions. Take gets each of them, and some of them twice
// where a page breaks off and is read again; its fields are good until it returns.
type revisionPage struct {
	watermark
	fields *fieldMap
	people people
	take   func(id, rev int, given *values)
}

func (p *revisionPage) scan(page []byte) error {
	p.watermark = watermark{}
	from := jsontext.NewDecoder(bytes.NewBuffer(page), lenient)
	var given values
	return members(from, func(quoted []byte) (bool, error) {
		name := unquoted(quoted)
		if name != "values" && name != "value" {
			return p.read(from, name)
		}
		p.whole = true
		return true, elements(from, func() error { return p.revision(from, page, &given) })
	})
}

// revision reads one. The decoder's own room may move with every read, and page does
// not: values are cut out of page.
func (p *revisionPage) revision(from *jsontext.Decoder, page []byte, given *values) error {
	clear(given[:])
	id, rev := 0, 0
	err := members(from, func(quoted []byte) (bool, error) {
		switch string(quoted) {
		case `"id"`, `"rev"`:
			into := &id
			if quoted[1] == 'r' {
				into = &rev
			}
			raw, err := from.ReadValue()
			if err == nil {
				*into, err = strconv.Atoi(string(raw))
			}
			return true, err
		case `"fields"`:
			return true, members(from, func(quoted []byte) (bool, error) {
				wanted := p.fields.by[string(quoted)]
				if len(wanted) == 0 {
					return false, nil
				}
				raw, err := from.ReadValue()
				if err != nil {
					return true, err
				}
				for _, f := range wanted {
					given[f] = p.kept(f, page[from.InputOffset()-int64(len(raw)):from.InputOffset()])
				}
				return true, nil
			})
		}
		return false, nil
	})
	if err != nil {
		return err
	}
	if id <= 0 || rev <= 0 {
		return errShape
	}
	p.take(id, rev, given)
	return nil
}

// kept is the form of a value in a document; nil for none.
func (p *revisionPage) kept(f field, raw []byte) []byte {
	switch {
	case string(raw) == "null", string(raw) == `""`:
		return nil
	case f.isIdentity():
		return p.people.short(raw)
	}
	return raw
}

// linkPage reads a page of changes of links.
type linkPage struct {
	watermark
	links []link
}

func (p *linkPage) scan(page []byte) error {
	p.watermark, p.links = watermark{}, nil
	from := jsontext.NewDecoder(bytes.NewBuffer(page), lenient)
	return members(from, func(quoted []byte) (bool, error) {
		name := unquoted(quoted)
		if name != "values" && name != "value" {
			return p.read(from, name)
		}
		p.whole = true
		return true, elements(from, func() error {
			raw, err := from.ReadValue()
			if err != nil {
				return err
			}
			var l link
			if err := unmarshal(raw, &l); err != nil {
				return err
			}
			p.links = append(p.links, l)
			return nil
		})
	})
}
