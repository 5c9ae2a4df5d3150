-- One row a team, one row a document. A document's body is the tracker's own
-- answer, whole: fields that nobody asks for today need no new download tomorrow.

-- +goose Up
CREATE TABLE team (
    id         INTEGER PRIMARY KEY,
    connection TEXT NOT NULL,
    name       TEXT NOT NULL,
    UNIQUE (connection, name)
);

CREATE TABLE document (
    seq  INTEGER PRIMARY KEY, -- the order in which the documents came
    team INTEGER NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (team, kind, id)
);

CREATE INDEX document_in_order ON document (team, kind, seq);

-- +goose Down
DROP TABLE document;
DROP TABLE team;
