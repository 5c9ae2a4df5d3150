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
	var parent struct {
		ID  id     `json:"id"`
		Key string `json:"key"`
	}
	if decode(field("parent"), &parent) == nil && parent.ID != "" {
		return []string{string(parent.ID)}
	}
	if parent.Key != "" {
		return []string{parent.Key}
	}
	for _, name := range slices.Concat(m.epicLink, m.parentLink) {
		if key := keyIn(field(name)); key != "" {
			return []string{key}
		}
	}
	return nil
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
