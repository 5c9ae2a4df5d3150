// Package mirror is the local copy of what trackers answered: one SQLite file that
// holds the documents of every team's last complete pull. Analysis reads from here
// and needs no network.
//
// What a pull brings is kept as it arrives, but read only once the pull is complete:
// a failure, a Ctrl-C or a kill leaves the earlier copy whole, and the next pull need
// not ask again for what arrived. Several teams may be pulled at once, and several
// processes may use the same file.
package mirror

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/rolehealth/rolehealth/connectors"
)

// ErrNeverPulled is the kind of a *connectors.Error about a team that has no copy.
var ErrNeverPulled = errors.New("never pulled")

// fileName is the file inside the data folder.
const fileName = "mirror.db"

// Mirror is an open local copy. It may be used by several goroutines.
type Mirror struct {
	path string
	lock sync.Mutex
	db   *sql.DB // nil while there is no file
}

// Key names a team: the name may appear once under each connection.
type Key struct{ Connection, Team string }

// Open opens the copy in the folder. A file of an older version is brought up to date,
// one of a newer version is refused. Where there is none, folder and file are made
// with the first documents to keep; only the user can read them.
func Open(ctx context.Context, dir string) (*Mirror, error) {
	m := &Mirror{path: filepath.Join(dir, fileName)}
	if _, err := m.existing(ctx); err != nil {
		return nil, err
	}
	return m, nil
}

// existing is the database, or nil if there is no file yet.
func (m *Mirror) existing(ctx context.Context) (*sql.DB, error) {
	if _, err := os.Stat(m.path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return m.database(ctx)
}

// database is the database, made if need be.
func (m *Mirror) database(ctx context.Context) (*sql.DB, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.db != nil {
		return m.db, nil
	}
	db, err := open(ctx, m.path)
	if err == nil {
		m.db = db
		return db, nil
	}
	if failure, ok := errors.AsType[*connectors.Error](err); ok {
		return nil, failure
	}
	const doing = "opening the local copy"
	if isDamage(err) {
		return nil, m.damaged(doing, err)
	}
	return nil, &connectors.Error{Doing: doing, Err: fmt.Errorf("%s: %w", m.path, err), Hint: "check the folder, or choose another one with --data"}
}

func open(ctx context.Context, path string) (*sql.DB, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	// The database would make a file that everybody can read; its side files take
	// their mode from it.
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := file.Close(); err != nil {
		return nil, err
	}
	address, err := dsn(path)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", address)
	if err != nil {
		return nil, err
	}
	if err := migrate(ctx, db, path); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// dsn is the database's address. Writers of other processes are waited for rather
// than refused, readers do not wait for writers, and what is deleted is overwritten.
func dsn(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/… on Windows
	}
	options := url.Values{
		"_busy_timeout": {"20000"},
		"_txlock":       {"immediate"},
		"_pragma":       {"journal_mode(WAL)", "foreign_keys(ON)", "secure_delete(ON)", "synchronous(NORMAL)", "wal_autocheckpoint(8000)"},
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: options.Encode()}).String(), nil
}

// Close releases the file.
func (m *Mirror) Close() error {
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.db == nil {
		return nil
	}
	return m.db.Close()
}

// Documents gives the documents of the team's last complete pull: those without a stamp,
// then the others, each in the order in which they were written. A body is good until the
// next one comes. For a team that was never pulled, it gives one *connectors.Error of the
// kind ErrNeverPulled.
func (m *Mirror) Documents(ctx context.Context, team Key) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		if err := m.each(ctx, team, func(d connectors.Document) bool { return yield(d, nil) }); err != nil {
			yield(connectors.Document{}, err)
		}
	}
}

func (m *Mirror) each(ctx context.Context, team Key, yield func(connectors.Document) bool) (err error) {
	defer m.explain(&err, "reading", team)
	var id int64
	var pulled bool
	db, err := m.existing(ctx)
	if err == nil && db != nil {
		id, pulled, err = teamID(ctx, db, team)
	}
	if err != nil {
		return err
	}
	if !pulled {
		return &connectors.Error{
			Doing: "reading the local copy of " + team.Team, Kind: ErrNeverPulled,
			Err: errors.New("it was never pulled"), Hint: fmt.Sprintf("run: rolehealth pull %q", team.Team),
		}
	}
	rows, err := db.QueryContext(ctx, `
		SELECT chunks, names, body FROM team
		LEFT JOIN chunk ON team = team.id AND chunk.pulled = 1 LEFT JOIN chunk_body USING (seq)
		WHERE team.id = ? ORDER BY stamped, seq`, id)
	if err != nil {
		return err
	}
	defer rows.Close()
	var room []byte
	came, all := 0, 0
	for rows.Next() {
		var names, bodies sql.RawBytes
		if err := rows.Scan(&all, &names, &bodies); err != nil {
			return err
		}
		if names == nil {
			break // the team has none
		}
		came++
		more := true
		room, err = eachDocument(room, names, bodies, func(d connectors.Document) bool {
			more = yield(d)
			return more
		})
		if err != nil || !more {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if came != all {
		return errDamaged
	}
	return nil
}

// teamID finds the team's number, 0 if nothing was kept of it yet, and whether a pull of
// it was ever complete.
func teamID(ctx context.Context, db *sql.DB, team Key) (id int64, pulled bool, err error) {
	row := db.QueryRowContext(ctx, `SELECT id, pulled > 0 FROM team WHERE connection = ? AND name = ?`, team.Connection, team.Team)
	if err = row.Scan(&id, &pulled); errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	return id, pulled, err
}

// explain adds to an error what was being done to which copy, and what to do about it.
func (m *Mirror) explain(err *error, doing string, team Key) {
	if _, told := errors.AsType[*connectors.Error](*err); *err == nil || told {
		return
	}
	if doing += " the local copy of " + team.Team; isDamage(*err) {
		*err = m.damaged(doing, *err)
		return
	}
	*err = fmt.Errorf("%s: %w", doing, *err)
}

// errDamaged is what is told of a chunk that cannot be read.
var errDamaged = errors.New("it is damaged")

// isDamage reports whether the file is not what was written.
func isDamage(err error) bool {
	failure, ok := errors.AsType[*sqlite.Error](err)
	return errors.Is(err, errDamaged) || ok && failure.Code()&0xff == sqlite3.SQLITE_CORRUPT
}

func (m *Mirror) damaged(doing string, err error) error {
	return &connectors.Error{Doing: doing, Err: fmt.Errorf("%s: %w", m.path, err), Hint: "delete this file, and pull again"}
}
