package jira

// This file notices lists that never end, because the same page comes again and again
// under another name each time.

import (
	"hash/maphash"

	"github.com/go-json-experiment/json/jsontext"
)

// pages remembers the pages of one list.
type pages struct {
	seed maphash.Seed
	met  map[uint64]bool
}

func newPages() pages { return pages{maphash.MakeSeed(), map[uint64]bool{}} }

// repeated reports whether a page of just these parts has come before.
func (p pages) repeated(parts ...jsontext.Value) bool {
	var sum maphash.Hash
	sum.SetSeed(p.seed)
	for _, part := range parts {
		_, _ = sum.Write(part) // never fails
		_ = sum.WriteByte('\n')
	}
	page := sum.Sum64()
	before := p.met[page]
	p.met[page] = true
	return before
}
