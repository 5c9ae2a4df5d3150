-- Documents are kept in chunks, many in one packed body: they resemble each other, and
-- to write a row for each took longer than to fetch them. Layout 4 moves what is held.

-- +goose Up
CREATE TABLE chunk (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which they came; never used again
    team    INTEGER NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    pulled  INTEGER NOT NULL, -- 1: of the last complete pull; 0: brought by one that is not
    stamped INTEGER NOT NULL, -- 0: its documents come anew with every pull
    at      INTEGER NOT NULL DEFAULT (unixepoch()),
    names   BLOB NOT NULL     -- which documents, packed; the program knows the form
);
CREATE INDEX chunk_in_order ON chunk (team, pulled, stamped, seq);

-- Bodies stand apart: what is said of a chunk changes, its body never does.
CREATE TABLE chunk_body (
    seq  INTEGER PRIMARY KEY,
    body BLOB NOT NULL
);

-- +goose StatementBegin
CREATE TRIGGER chunk_gone AFTER DELETE ON chunk BEGIN
    DELETE FROM chunk_body WHERE seq = OLD.seq;
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE chunk;
DROP TABLE chunk_body;
