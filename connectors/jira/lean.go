package jira

// This file drops from an answer what nobody will ever ask for: pictures of people and
// of types, and the addresses of everything. They are a good half of what Jira sends.

import "bytes"

// ballast are the members to drop, as they stand in JSON.
var ballast = [][]byte{[]byte(`"avatarUrls":`), []byte(`"self":`), []byte(`"iconUrl":`), []byte(`"timeZone":`)}

// lean drops them, in place. In JSON, a quote within a text has a backslash before it:
// what stands behind a brace or a comma is the name of a member, and no part of a text.
// From where the answer ends too early, it is left as it is.
func lean(page []byte) []byte {
	for _, name := range ballast {
		page = without(page, name)
	}
	return page
}

func without(page, name []byte) []byte {
	kept, rest := page[:0], page
	for {
		at := bytes.Index(rest, name)
		if at < 0 {
			break
		}
		behind := at + len(name)
		from, to := at, valueEnd(rest, behind)
		if to < 0 {
			break
		}
		switch {
		case to == behind || at == 0 || rest[at-1] != '{' && rest[at-1] != ',':
			from, to = behind, behind
		case to < len(rest) && rest[to] == ',':
			to++
		case rest[at-1] == ',':
			from--
		}
		kept = append(kept, rest[:from]...)
		rest = rest[to:]
	}
	return append(kept, rest...)
}

// valueEnd is behind the text or the object that begins at from; from itself before any
// other value, and -1 where it does not end.
func valueEnd(page []byte, from int) int {
	depth := 0
	for i := from; i < len(page); i++ {
		switch page[i] {
		case '{':
			depth++
		case '}':
			depth--
		case '"':
			if i = textEnd(page, i); i < 0 {
				return -1
			}
		default:
			if depth == 0 {
				return from
			}
		}
		if depth == 0 {
			return i + 1
		}
	}
	return -1
}

// textEnd is the closing quote of the text that begins at from; -1 if there is none.
func textEnd(page []byte, from int) int {
	for i := from + 1; i < len(page); i++ {
		switch page[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return -1
}
