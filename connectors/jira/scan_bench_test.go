package jira

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

// BenchmarkScan reads a page of histories as a Pull must: proved whole, cut into issues,
// without ballast. The json package only passes over it, and would leave the rest to do.
func BenchmarkScan(b *testing.B) {
	var page bytes.Buffer
	page.WriteString(`{"issueChangeLogs":[`)
	for issue := range 250 {
		if issue > 0 {
			page.WriteByte(',')
		}
		fmt.Fprintf(&page, `{"issueId":"%d","changeHistories":[`, 10_000+issue)
		for n := range 12 {
			if n > 0 {
				page.WriteByte(',')
			}
			fmt.Fprintf(&page, `{"id":"%d","author":{"self":"https://acme.example/user?accountId=%d","accountId":"%[2]d","avatarUrls":{"48x48":"https://acme.example/%[2]d/48.png"},"displayName":"Person %[2]d","active":true,"timeZone":"Etc/UTC"},"created":%d,"items":[{"field":"summary","fieldId":"summary","from":null,"fromString":"Refunds %[1]d","to":null,"toString":"Refunds %[1]d \u00e4 %[4]s"}]}`,
				issue*100+n, n%7, 1_700_000_000_000+n, strings.Repeat("word ", n))
		}
		page.WriteString(`]}`)
	}
	page.WriteString(`]}`)
	room := make([]byte, page.Len())
	for name, read := range map[string]func() error{
		"scanner": func() error { return (&logPage{}).scan(room) },
		"json":    func() error { return jsontext.NewDecoder(bytes.NewBuffer(room), lenient).SkipValue() },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(page.Len()))
			for b.Loop() {
				copy(room, page.Bytes()) // a page that was read has lost its ballast
				if err := read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
