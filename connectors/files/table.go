package files

// This file reads tables: CSV as Jira and Azure Boards export it, and as spreadsheets
// save it again.

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// table is one file of rows.
type table struct {
	name    string
	columns columns
	rows    []row
	dates   order
	cut     bool // the file ends within a row
	broken  places
}

// row is one line of a table, which may stretch over several lines of the file.
type row struct {
	line  int
	cells []string
}

// exportCut is how many rows Jira exports at most, as it comes.
const exportCut = 1000

// cellCut is the longest text that a cell of the common spreadsheet holds; it cuts
// longer ones off.
const cellCut = 32767

// separators are what may stand between cells.
var separators = []rune{',', ';', '\t', '|'}

func (c *collection) readTable(name string, text []byte) {
	t, header := openTable(name, text)
	if t == nil {
		c.notUnderstood(name, header, "export as CSV from the list of issues, with all fields, or from a query")
		return
	}
	if missing := t.columns.lacking(); missing != "" {
		hint := "export it with all fields, and with Jira in English or German"
		if t.columns.azure {
			hint = "add the columns to the query, and export it again"
		}
		c.notUnderstood(name, "the table has no column for "+missing, hint)
		return
	}
	if t.columns.azure {
		t.rewrite(c)
	}
	days, err := t.days(c.now)
	if err != nil {
		c.refused += len(t.rows)
		c.notUnderstood(name, err.Error(), "export it again, or write the dates as 2026-01-31")
		return
	}
	if t.cut {
		c.cut.add(name)
	}
	c.broken.n, c.broken.first = c.broken.n+t.broken.n, append(c.broken.first, t.broken.first...)
	c.broken.first = c.broken.first[:min(3, len(c.broken.first))]
	c.warn(!t.columns.azure && len(t.rows) > 0 && len(t.rows)%exportCut == 0, "%s has exactly %d rows, and Jira exports no more than %d at a time: there may be more.", name, len(t.rows), exportCut)
	t.dates = days
	c.tables = append(c.tables, t)
}

// openTable reads the rows. It gives no table, and the reason, for a text that is none.
func openTable(name string, text []byte) (*table, string) {
	comma := rune(0)
	start := 0
	if line, rest, _ := bytes.Cut(text, []byte("\n")); len(bytes.TrimSpace(line)) == 5 && bytes.HasPrefix(bytes.ToLower(line), []byte("sep=")) {
		comma, text, start = rune(line[4]), rest, 1 // a hint for spreadsheets
	}
	var best columns
	for _, s := range separators {
		if comma != 0 && s != comma {
			continue
		}
		r := reader(text, s)
		header, err := r.Read()
		if err == nil {
			if found := bestColumns(header); found.known > best.known {
				best, best.separator = found, s
			}
		}
	}
	if best.known < 2 {
		return nil, "its first line has no column that exports of Jira or Azure Boards have"
	}
	t := &table{name: name, columns: best}
	t.read(reader(text, best.separator), start, text)
	return t, ""
}

func reader(text []byte, comma rune) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = comma, -1
	return r
}

func (t *table) read(r *csv.Reader, start int, text []byte) {
	if _, err := r.Read(); err != nil { // the header, which was read before
		return
	}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if bad, ok := errors.AsType[*csv.ParseError](err); ok {
			t.broken.add(fmt.Sprintf("%s:%d (a quotation mark is out of place)", t.name, bad.StartLine+start))
			t.cut = t.cut || errors.Is(bad.Err, csv.ErrQuote) && r.InputOffset() >= int64(len(text))
			continue
		}
		line, _ := r.FieldPos(0)
		one := row{line: line + start, cells: cells}
		switch {
		case strings.TrimSpace(strings.Join(cells, "")) == "":
		case len(cells) > t.columns.n && strings.TrimSpace(strings.Join(cells[t.columns.n:], "")) != "":
			t.broken.add(fmt.Sprintf("%s:%d (it has %d cells, the header %d)", t.name, one.line, len(cells), t.columns.n))
		case len(cells) < t.columns.n && r.InputOffset() >= int64(len(text)) && !bytes.HasSuffix(text, []byte("\n")):
			t.cut = true
			t.broken.add(fmt.Sprintf("%s:%d (the file ends within it)", t.name, one.line))
		default:
			t.rows = append(t.rows, one)
		}
	}
}

// cell is the first value of a column that is not empty.
func (r row) cell(at []int) string {
	for _, i := range at {
		if i < len(r.cells) {
			if v := strings.TrimSpace(r.cells[i]); v != "" {
				return v
			}
		}
	}
	return ""
}

// cellsOf are all values of a repeated column.
func (r row) cellsOf(at []int) []string {
	var out []string
	for _, i := range at {
		if i < len(r.cells) {
			if v := strings.TrimSpace(r.cells[i]); v != "" {
				out = append(out, v)
			}
		}
	}
	return out
}

// days learns in which order the table writes the parts of a date.
func (t *table) days(now time.Time) (order, error) {
	var seen evidence
	for _, what := range []string{"created", "updated", "resolved", "changed"} {
		for _, r := range t.rows {
			for _, v := range r.cellsOf(t.columns.at[what]) {
				seen.note(v, now)
			}
		}
	}
	return seen.order()
}

// moment reads a date of the table, as Jira's own answers write it; "" if it is none.
func moment(text string, days order) string {
	at, ok := parseTime(text, days)
	if !ok {
		return ""
	}
	return at.Format(time.RFC3339Nano)
}
