package main

// This file is the command text: stories in, what is read in them out.

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/rolehealth/rolehealth/analyze/text"
)

func (a *app) textCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "text [FILE]",
		Short: "Shows what is read in a story: who, why, acceptance criteria and more",
		Long: `Reads a story from FILE or stdin and shows what the text rules find in it, each with the
words it rests on. Plain text is one story. JSON lines are one story each:

  {"id":"PAY-1","type":"Story","summary":"…","description":"…","acceptance":"…"}

With --format json there is one line for each, with true, false, or null for what cannot be
told: the language is not read, or the type says openly that the work is technical. A span
counts characters in summary, description and acceptance, joined by line breaks. A bad line
is told with its number; all others are read, and the status is 1.`,
		Example: "  rolehealth text story.txt\n  rolehealth text stories.jsonl --format json",
		Args:    atMostOne("FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.text(append(args, "-")[0], format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

func (a *app) text(path, format string) error {
	if known := []string{"text", "json"}; !slices.Contains(known, format) {
		return usageErrorf("--format cannot be %q%s; it can be text or json", format, didYouMean(format, known))
	}
	file, err := a.input(path, "give a file with a story, or none for stdin")
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.stdout)
	err = a.readStories(file, path, func(s story, r text.Reading) error {
		if format == "json" {
			return writeReadingJSON(out, s, r)
		}
		return writeReadingText(out, s, r)
	})
	return errors.Join(err, out.Flush(), file.Close())
}

// story is one story of the input, as a JSON line gives it.
type story struct {
	ID          json.RawMessage `json:"id"` // a word or a number, given back as it is
	Type        string          `json:"type"`
	Summary     string          `json:"summary"`
	Description string          `json:"description"`
	Acceptance  string          `json:"acceptance"`
}

// text is the story as it is read.
func (s story) text() text.Story {
	return text.Story{Title: s.Summary, Description: s.Description, Criteria: s.Acceptance}
}

// peeked is how much of the input tells whether it is JSON lines.
const peeked = 64 << 10

// readStories reads all stories and hands each on. Bad lines are complained about, and
// end with a status of their own.
func (a *app) readStories(file io.Reader, path string, each func(story, text.Reading) error) error {
	in := bufio.NewReaderSize(file, peeked)
	head, err := in.Peek(peeked)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	plain, err := plainText(head)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if _, err := in.Discard(len(head) - len(plain)); err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	reader := text.Reader{}
	if !jsonLines(path, plain) {
		whole, err := io.ReadAll(in)
		if err != nil {
			return fmt.Errorf("reading %s: %w", path, err)
		}
		s := story{Description: string(whole)}
		return each(s, reader.Read(s.text()))
	}
	bad := false
	for number := 1; ; number++ {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("reading %s: %w", path, err)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			s, wrong := parseStory(line)
			if wrong != nil {
				bad = true
				fmt.Fprintf(a.stderr, "rolehealth: line %d: %s\n", number, oneLine(wrong.Error()))
			} else if err := each(s, reader.Read(s.text())); err != nil {
				return err
			}
		}
		if err != nil {
			break
		}
	}
	if bad {
		return status(exitFailed)
	}
	return nil
}

// jsonLines reports whether the input is JSON lines: by its name, or because most of
// its first lines begin as JSON objects do.
func jsonLines(path string, head []byte) bool {
	if slices.Contains([]string{".jsonl", ".ndjson", ".json"}, filepath.Ext(path)) {
		return true
	}
	objects, lines := 0, 0
	for line := range bytes.Lines(head) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		lines++
		if rest, found := bytes.CutPrefix(line, []byte("{")); found && bytes.HasPrefix(bytes.TrimSpace(rest), []byte(`"`)) {
			objects++
		}
	}
	return objects > 0 && 2*objects >= lines
}

// parseStory reads one line.
func parseStory(line []byte) (story, error) {
	var s story
	err := json.Unmarshal(line, &s)
	why := ""
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && wrong.Field != "" {
		why = fmt.Sprintf("%s is a %s", wrong.Field, wrong.Value)
	} else if !bytes.HasPrefix(bytes.TrimSpace(line), []byte("{")) {
		why = "it is no JSON object"
	} else if err != nil {
		why = err.Error()
	}
	if why != "" {
		return s, fmt.Errorf(`not read: %s; write {"id":"…","summary":"…","description":"…","acceptance":"…"}`, why)
	}
	return s, nil
}
