package text

// The tokeniser: words with their place in the text, and the marks that end a
// sentence, a line or a paragraph. Everything else in the package reads tokens.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

type mark uint8

const (
	word  mark = iota
	comma      // , ; : | and a mention: a pause inside a sentence
	wrap       // a line break before a line that goes on in lower case
	block      // any other line break: a new paragraph, list item or heading
	stop       // . ! ? at the end of a sentence
)

// token is a word or a mark. Its word is folded: lower case, without accents. Bytes
// from..to of the text are what was written.
type token struct {
	word     string
	from, to int
	set      languageSet // whose small word it is, once looked up
	mark     mark
	code     bool // inside a code block or inline code
	plain    bool // plain letters and digits only
}

// tokens splits a text. Apostrophes and hyphens separate words ("I'll" is i, ll);
// quotes, brackets, stars and other ornaments leave no token. An address is one word.
func tokens(text string) []token {
	return tokensInto(make([]token, 0, 64), text) // on the stack, for most titles and comments
}

// tokensInto appends the tokens of a text to ts.
func tokensInto(ts []token, text string) []token {
	ts = slices.Grow(ts, len(text)/4+4)
	code := codeSpans(text)
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		for len(code) > 0 && i >= code[0].To {
			code = code[1:]
		}
		coded := len(code) > 0 && i >= code[0].From
		if end, capitals := plainWord(text, i); end > i {
			ts = append(ts, token{word: lowered(text[i:end], capitals), from: i, to: end, code: coded, plain: true})
			i = end
			continue
		}
		t := next(text, i)
		if t.to > t.from {
			t.code = coded
			ts = append(ts, t)
			i = t.to
			continue
		}
		i = skip(text, i)
	}
	return ts
}

// plainWord is where the word of plain letters and digits at i ends, and whether there
// are capitals in it. It is i where there is none, or one that goes on with anything
// else: an accent, "_", "://".
func plainWord(text string, i int) (end int, capitals bool) {
	var seen byte
	for end = i; end < len(text) && wordBytes[text[end]] != noWord; end++ {
		seen |= wordBytes[text[end]]
	}
	if end < len(text) && (text[end] >= utf8.RuneSelf || text[end] == '_' || text[end] == ':') {
		return i, false
	}
	return end, seen&capital != 0
}

// next is the token that begins at i, or an empty one where there is only ornament.
func next(text string, i int) token {
	switch c := text[i]; {
	case isWordByte(c):
		return wordAt(text, i)
	case c == '\n':
		return token{from: i, to: i + 1, mark: lineBreak(text[i+1:])}
	case c == '@' || c == '[':
		return mention(text, i)
	case c == ',' || c == ';' || c == ':' || c == '|':
		return token{from: i, to: i + 1, mark: comma}
	case (c == '.' || c == '!' || c == '?') && endsSentence(text, i):
		return token{from: i, to: i + 1, mark: stop}
	case c < utf8.RuneSelf:
		return token{}
	}
	switch r, n := utf8.DecodeRuneInString(text[i:]); {
	case isWordRune(r):
		return wordAt(text, i)
	case strings.ContainsRune("。！？؟…", r):
		return token{from: i, to: i + n, mark: stop}
	}
	return token{}
}

// skip is the place after an ornament at i: one character, or a whole wiki macro
// such as {color:red}, which is formatting.
func skip(text string, i int) int {
	if text[i] == '{' {
		if end := strings.IndexAny(text[i+1:min(len(text), i+longMacro)], "}\n "); end > 0 && text[i+1+end] == '}' && isMacro(text[i+1:i+1+end]) {
			return i + end + 2
		}
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	return i + n
}

// How far the end of a macro or a mention is looked for, in bytes.
const (
	longMacro   = 64
	longMention = 128
)

func isMacro(name string) bool {
	name, _, _ = strings.Cut(name, ":")
	switch name {
	case "color", "panel", "quote", "code", "noformat", "info", "note", "tip", "warning", "expand", "*", "adf":
		return true
	}
	return false
}

// mention is a name to whom the words are said ("@dana", "[~dana]"): a pause.
func mention(text string, i int) token {
	switch end := i + 1; {
	case text[i] == '[' && strings.HasPrefix(text[end:], "~"):
		if n := strings.IndexAny(text[end:min(len(text), end+longMention)], "]\n"); n > 0 && text[end+n] == ']' {
			return token{from: i, to: end + n + 1, mark: comma}
		}
	case text[i] == '@' && (i == 0 || !isWordByte(text[i-1])):
		if t := wordAt(text, end); t.to > end {
			return token{from: i, to: t.to, mark: comma}
		}
	}
	return token{}
}

func wordAt(text string, i int) token {
	end := i
	if scheme := text[i:min(len(text), i+8)]; strings.HasPrefix(scheme, "http://") || strings.HasPrefix(scheme, "https://") {
		for end < len(text) && text[end] > ' ' && !strings.ContainsRune("|>)]\"", rune(text[end])) {
			end++
		}
		return token{word: text[i:end], from: i, to: end}
	}
	plain := true
	for end < len(text) {
		c := text[end]
		if c < utf8.RuneSelf {
			if !isWordByte(c) && c != '_' {
				break
			}
			end++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[end:])
		if !isWordRune(r) {
			break
		}
		plain = false
		end += n
	}
	// Underscores around a word are emphasis; inside it they belong to a name.
	written := strings.TrimRight(text[i:end], "_")
	if written == "" {
		return token{}
	}
	t := token{from: i, to: i + len(written)}
	if plain {
		t.word = strings.ToLower(written)
	} else {
		t.word = fold(written)
	}
	return t
}

func isWordByte(c byte) bool { return wordBytes[c] != noWord }

// What a byte may be in a word.
const (
	noWord  byte = 0
	small   byte = 1 // a plain letter or a digit
	capital byte = 2
)

var wordBytes = readyWordBytes()

func readyWordBytes() (kind [256]byte) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyz0123456789") {
		kind[c] = small
	}
	for c := byte('A'); c <= 'Z'; c++ {
		kind[c] = capital
	}
	return kind
}

func isWordRune(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// lineBreak tells a wrapped line from a new one by how the rest of the text begins.
func lineBreak(rest string) mark {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \t\r"))
	if unicode.IsLower(r) {
		return wrap
	}
	return block
}

// endsSentence reports whether the mark at i is followed by what may follow a
// sentence. A full stop after a single letter is an abbreviation (e.g., z. B.).
func endsSentence(text string, i int) bool {
	if text[i] == '.' && i >= 1 && isWordByte(text[i-1]) && (i == 1 || !isWordByte(text[i-2]) && text[i-2] < utf8.RuneSelf) {
		return false
	}
	if i+1 == len(text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[i+1:])
	return unicode.IsSpace(r) || strings.ContainsRune(".!?)]}\"'*_»”“’…", r)
}
