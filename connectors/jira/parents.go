package jira

// This file finds what is and what was above an issue.

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// parentOf lists the ids and keys of what is above an issue.
func (m fieldMap) parentOf(field func(name string) jsontext.Value) []string {
	if parent := parentIn(field("parent")); parent != "" {
		return []string{parent}
	}
	for _, name := range slices.Concat(m.epicLink, m.parentLink) {
		if key := keyIn(field(name)); key != "" {
			return []string{key}
		}
	}
	return nil
}

// parentIn reads the id of a parent; its key, where that is not told.
func parentIn(raw []byte) string {
	var by id
	var key string
	s := scanner{page: raw}
	_ = s.members(func(name []byte) (_ bool, err error) { // of another shape, it names nobody
		switch string(name) {
		case "id":
			err = s.into(&by)
		case "key":
			err = s.into(&key)
		default:
			return false, nil
		}
		return true, err
	})
	return cmp.Or(string(by), key)
}

// keyIn reads a link to an issue, which is a key or an object that holds one.
func keyIn(raw jsontext.Value) string {
	var key string
	if decode(raw, &key) == nil {
		return key
	}
	var thing struct {
		Key  string `json:"key"`
		Data struct {
			Key string `json:"key"`
		} `json:"data"`
	}
	if decode(raw, &thing) != nil {
		return ""
	}
	return cmp.Or(thing.Key, thing.Data.Key)
}

// above lists the ids or keys of what is above an issue or, by its history, ever was: the
// past cannot be shown without it. Each parent is named once, by its id if that is known.
func (p *pull) above(d *detailed) []string {
	out := p.fields.parentOf(d.fields.of)
	ids := map[string]string{} // by key
	add := func(parent, key loose) {
		if parent != "" && key != "" {
			ids[string(key)] = string(parent)
		}
		parent = cmp.Or(parent, key)
		if parent != "" && !strings.ContainsAny(string(parent), " \t\n") && !slices.Contains(out, string(parent)) {
			out = append(out, string(parent))
		}
	}
	if !p.server && !bytes.Contains(d.log, []byte("Parent")) && !bytes.Contains(d.log, []byte("Epic Link")) {
		return out // Cloud's words for it are never translated, and most histories hold none
	}
	histories, err := p.thrift.log(d.log)
	if err != nil {
		return out // reading it will say so
	}
	for _, h := range histories {
		for _, c := range h.Items {
			if p.fields.kind(c) == backlog.ParentField {
				add(c.From, c.FromString)
				add(c.To, c.ToString)
			}
		}
	}
	return slices.DeleteFunc(out, func(parent string) bool { return ids[parent] != "" })
}
