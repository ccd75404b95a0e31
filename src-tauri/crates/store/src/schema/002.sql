-- What the reader proposes in full, what became of quotes, and what a dossier was told.

ALTER TABLE citation ADD COLUMN fate TEXT;

ALTER TABLE draft ADD COLUMN details TEXT;

CREATE INDEX source_sha256 ON source(sha256);
CREATE INDEX source_url ON source(url) WHERE url IS NOT NULL;

CREATE TABLE lesson (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  words TEXT NOT NULL, kind TEXT, actor BLOB REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX lesson_actor ON lesson(actor) WHERE actor IS NOT NULL;
