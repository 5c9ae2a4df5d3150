package report

import (
	"io"
	"testing"
)

// BenchmarkFormats writes 200 teams with three dozen checks each in every format.
func BenchmarkFormats(b *testing.B) {
	r := crowd(200)
	for _, name := range []string{"text", "json", "html", "markdown", "csv", "junit"} {
		format, err := Named(name, TextOptions{})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := format(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNeutral(b *testing.B) {
	r := crowd(200)
	b.ReportAllocs()
	for b.Loop() {
		neutral(r)
	}
}
