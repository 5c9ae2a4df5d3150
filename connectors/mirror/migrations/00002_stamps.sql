-- Pulls fetch only what changed. A document has the stamp of its version; its body
-- stands apart, in the order of arrival, so that a finished pull takes over what
-- arrived without writing it again.

-- +goose Up
CREATE TABLE content (
    seq  INTEGER PRIMARY KEY,
    body BLOB NOT NULL -- as the tracker sent it, or packed
);
INSERT INTO content (seq, body) SELECT seq, body FROM document;

CREATE TABLE current (
    team  INTEGER NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    kind  TEXT NOT NULL,
    id    TEXT NOT NULL,
    stamp TEXT NOT NULL,
    seq   INTEGER NOT NULL,
    PRIMARY KEY (team, kind, id)
) WITHOUT ROWID;
INSERT INTO current (team, kind, id, stamp, seq) SELECT team, kind, id, '', seq FROM document;
DROP TABLE document;
ALTER TABLE current RENAME TO document;
CREATE INDEX document_in_order ON document (team, kind, seq);

-- What unfinished pulls brought: never read by analysis, not asked for again.
CREATE TABLE arrived (
    team  INTEGER NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    kind  TEXT NOT NULL,
    id    TEXT NOT NULL,
    stamp TEXT NOT NULL,
    seq   INTEGER NOT NULL,
    at    INTEGER NOT NULL DEFAULT (unixepoch()),
    other INTEGER NOT NULL DEFAULT 0, -- while a pull finishes: 1 for what it did not name
    PRIMARY KEY (team, kind, id)
) WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER arrived_again AFTER UPDATE OF seq ON arrived BEGIN
    DELETE FROM content WHERE seq = OLD.seq;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER document_changed AFTER UPDATE OF seq ON document BEGIN
    DELETE FROM content WHERE seq = OLD.seq;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER document_gone AFTER DELETE ON document BEGIN
    DELETE FROM content WHERE seq = OLD.seq;
END;
-- +goose StatementEnd

-- What moved over to document keeps its content.
-- +goose StatementBegin
CREATE TRIGGER arrived_gone AFTER DELETE ON arrived
WHEN NOT EXISTS (SELECT 1 FROM document WHERE team = OLD.team AND kind = OLD.kind AND id = OLD.id AND seq = OLD.seq) BEGIN
    DELETE FROM content WHERE seq = OLD.seq;
END;
-- +goose StatementEnd

ALTER TABLE team ADD COLUMN pulled INTEGER NOT NULL DEFAULT 0; -- complete pulls so far
UPDATE team SET pulled = 1;

-- +goose Down
CREATE TABLE older (
    seq  INTEGER PRIMARY KEY,
    team INTEGER NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (team, kind, id)
);
DROP TABLE arrived;
DROP TABLE document;
DROP TABLE content;
DELETE FROM team; -- packed bodies cannot be read by what went before
ALTER TABLE older RENAME TO document;
CREATE INDEX document_in_order ON document (team, kind, seq);
ALTER TABLE team DROP COLUMN pulled;
