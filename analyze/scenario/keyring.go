package scenario

import (
	"strconv"
	"strings"
)

// keyring gives keys that the journal does not use.
type keyring struct {
	prefix string
	next   int
}

// newKeyring takes the project of the journal's keys, or makes one of the team's name,
// and begins at the first round number above them all.
func newKeyring(j *journal) keyring {
	k := keyring{next: 1000}
	for key := range j.book {
		k.avoid(key)
	}
	for _, t := range j.epics {
		k.avoid(t.args.key)
	}
	if k.prefix == "" {
		k.prefix = project(j.team)
	}
	return k
}

func (k *keyring) avoid(key string) {
	prefix, number, _ := strings.Cut(key, "-")
	if k.prefix == "" || prefix < k.prefix {
		k.prefix = prefix
	}
	if n, err := strconv.Atoi(number); err == nil && n >= k.next {
		k.next = (n/1000 + 1) * 1000
	}
}

func (k *keyring) free() string {
	k.next++
	return k.prefix + "-" + strconv.Itoa(k.next-1)
}

// project makes a key of a name: three letters of it.
func project(name string) string {
	var letters []rune
	for _, r := range strings.ToUpper(name) {
		if r >= 'A' && r <= 'Z' {
			letters = append(letters, r)
		}
	}
	if len(letters) < 3 {
		return "TEAM"
	}
	return string(letters[:3])
}
