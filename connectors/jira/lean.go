package jira

// This file drops from an answer what nobody will ever ask for: pictures of people and
// of types, and the addresses of everything. They are a good half of what Jira sends.

import "bytes"

// isBallast tells the members to drop.
func isBallast(name []byte) bool {
	switch string(name) {
	case "avatarUrls", "self", "iconUrl", "timeZone":
		return true
	}
	return false
}

// lean drops them, in place. What stands in quotes behind a brace or a comma, and before a
// colon, is the name of a member. From where the answer ends too early, it is left as it is.
func lean(page []byte) []byte {
	kept, from := page[:0], 0
	for at := nextQuote(page, 0); at >= 0; {
		end := textEnd(page, at)
		if end < 0 {
			break
		}
		behind := end + 2
		if behind > len(page) || page[end+1] != ':' || at == 0 || page[at-1] != '{' && page[at-1] != ',' || !isBallast(page[at+1:end]) {
			at = nextQuote(page, end+1)
			continue
		}
		to := valueEnd(page, behind)
		if to < 0 {
			break
		}
		if to == behind { // another value than a text or an object: it stays
			at = nextQuote(page, behind)
			continue
		}
		kept = append(kept, page[from:at]...)
		switch last := len(kept) - 1; {
		case to < len(page) && page[to] == ',':
			to++
		case kept[last] == ',':
			kept = kept[:last]
		}
		from, at = to, nextQuote(page, to)
	}
	return append(kept, page[from:]...)
}

// nextQuote is where the next one stands; -1 if there is none.
func nextQuote(page []byte, from int) int {
	at := bytes.IndexByte(page[from:], '"')
	if at < 0 {
		return -1
	}
	return from + at
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
	for at := nextQuote(page, from+1); at >= 0; at = nextQuote(page, at+1) {
		escapes := 0
		for page[at-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return at
		}
	}
	return -1
}
