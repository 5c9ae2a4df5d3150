package wire

import (
	"bytes"
	"compress/gzip"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPackedAnswers(t *testing.T) {
	text := strings.Repeat(`{"key":"A-1"},`, 10_000)
	whole := packed(t, text)
	long := strings.Repeat(text, longest/len(text)+1)
	damaged := bytes.Clone(whole)
	damaged[len(damaged)-6] ^= 1 // of the checksum
	for name, c := range map[string]struct {
		body   []byte
		header string
		want   string
		fails  bool
	}{
		"packed":            {whole, "gzip", text, false},
		"packed, in caps":   {whole, "GZIP", text, false},
		"packed in two":     {append(bytes.Clone(whole), packed(t, "{}")...), "gzip", text + "{}", false},
		"plain":             {[]byte(text), "", text, false},
		"cut in the middle": {whole[:len(whole)/2], "gzip", "", true},
		"cut at the end":    {whole[:len(whole)-1], "gzip", text, true},
		"cut in the head":   {whole[:5], "gzip", "", true},
		"damaged":           {damaged, "gzip", text, true},
		"garbage behind":    {append(bytes.Clone(whole), "garbage!!!"...), "gzip", text, true},
		"no gzip at all":    {[]byte(text), "gzip", "", true},
		"empty":             {nil, "gzip", "", false},
		"plain and long":    {[]byte(long), "", long, false},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if got := r.Header.Get("Accept-Encoding"); got != "gzip" {
				t.Errorf("%s: asked for %q, want gzip", name, got)
			}
			if c.header != "" {
				w.Header().Set("Content-Encoding", c.header)
			}
			w.Write(c.body)
		}))
		line := NewLine(slog.New(slog.DiscardHandler)).Transport(nil)
		for range 3 { // the second and third have used room
			r, err := http.NewRequest(http.MethodGet, server.URL, nil)
			if err != nil {
				t.Fatal(err)
			}
			answer, err := line.RoundTrip(r)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(answer.Body)
			if (err != nil) != c.fails || !strings.HasPrefix(long, strings.TrimSuffix(string(got), "{}")) || !c.fails && string(got) != c.want {
				t.Errorf("%s: %d bytes and %v, want %d bytes, failing %v", name, len(got), err, len(c.want), c.fails)
			}
			if n, again := answer.Body.Read(make([]byte, 1)); n != 0 || again == nil || c.fails && again == io.EOF {
				t.Errorf("%s: after its end it gives %d bytes and %v", name, n, again)
			}
			if answer.Header.Get("Content-Encoding") != "" || len(r.Header) != 0 {
				t.Errorf("%s: the headers are %v and %v", name, answer.Header, r.Header)
			}
			answer.Body.Close()
			if n, closed := answer.Body.Read(make([]byte, 1)); n != 0 || closed == nil {
				t.Errorf("%s: after it was closed it gives %d bytes and %v", name, n, closed)
			}
		}
		server.Close()
	}
}

// Whoever asks for a packed answer unpacks it.
func TestPackedAnswersThatWereAskedFor(t *testing.T) {
	whole := packed(t, "{}")
	line := newUnpacking(trip(func(r *http.Request) (*http.Response, error) {
		got := respond(r, http.StatusOK, http.Header{"Content-Encoding": {"gzip"}})
		got.Body = io.NopCloser(bytes.NewReader(whole))
		return got, nil
	}))
	r, err := http.NewRequest(http.MethodGet, "https://tracker.example/x", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "gzip")
	answer, err := line.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(answer.Body); err != nil || !bytes.Equal(got, whole) {
		t.Errorf("it gives %q and %v, want it packed", got, err)
	}
}

// A tracker whose answer breaks off has it read as far as it came, and then an error.
func TestBodiesThatBreakOff(t *testing.T) {
	for _, header := range []string{"", "gzip"} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", header)
			w.Header().Set("Content-Length", "1000")
			w.Write(packed(t, "{}"))
		}))
		r, err := http.NewRequest(http.MethodGet, server.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := NewLine(slog.New(slog.DiscardHandler)).Transport(nil).RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(answer.Body); len(got) == 0 || err == nil {
			t.Errorf("%q: %d bytes came and %v, want some, and an error", header, len(got), err)
		}
		answer.Body.Close()
		server.Close()
	}
}
