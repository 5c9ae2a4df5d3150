package azure

// This file decodes single values. Work items name the same people, states and paths
// again and again: equal words are kept once.

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// change reads the new value of a field. What has another shape than it should counts as
// none.
func (r *reader) change(f field, raw jsontext.Value) (change, error) {
	c := change{field: f}
	switch {
	case raw.Kind() == 'n':
		return c, nil
	case f.isIdentity():
		var err error
		c.who, err = r.who(raw)
		r.carried[f] = true
		return c, err
	case raw.Kind() == '"':
		var err error
		c.text, err = r.reading(f, raw)
		if err != nil {
			return c, err
		}
	case raw.Kind() == '0', raw.Kind() == 't':
		c.text = r.word(string(raw))
	}
	r.carried[f] = true
	return c, nil
}

// reading gives the text of a value: plain, where it is long.
func (r *reader) reading(f field, raw jsontext.Value) (string, error) {
	if known, ok := r.words[string(raw)]; ok && !isLong(f) {
		return known, nil
	}
	if known, ok := r.texts[string(raw)]; ok && isLong(f) {
		return known, nil
	}
	var s string
	if err := unmarshal(raw, &s); err != nil {
		return "", err
	}
	switch {
	case isLong(f):
		s, _ = plain(s)
		if len(r.texts) < manyPeople && len(raw) < 2000 { // templates come again and again
			r.texts[string(raw)] = s
		}
	case f != titleField && len(raw) < 200 && len(r.words) < manyPeople:
		r.words[string(raw)] = s
	}
	return s, nil
}

func isLong(f field) bool {
	return f == descriptionField || f == stepsField || f == criteriaField || f == goalField
}

// word gives the one copy of a short text.
func (r *reader) word(s string) string {
	if one, ok := r.words[s]; ok {
		return one
	}
	one := strings.Clone(s)
	r.words[one] = one
	return one
}

// who finds somebody by the form in which documents name them; nil for nobody.
func (r *reader) who(raw []byte) (*who, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, nil
	}
	if known, ok := r.whos[string(raw)]; ok {
		return known, nil
	}
	var w who
	if err := unmarshal(raw, &w.identity); err != nil {
		return nil, err
	}
	if w.identity == (identity{}) {
		return nil, nil
	}
	r.whos[string(raw)] = &w
	return &w, nil
}
