-- The dossier, first version. What every table and column means stands in SCHEMA.md.

CREATE TABLE record (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  revision INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  title TEXT NOT NULL, language TEXT NOT NULL, time_zone TEXT NOT NULL, half_life_days INTEGER NOT NULL, namings TEXT
) STRICT;

CREATE TABLE actor (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  kind TEXT NOT NULL, name TEXT NOT NULL, code_scheme TEXT, code TEXT,
  acts_for BLOB REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX actor_code ON actor(code) WHERE code IS NOT NULL;
CREATE INDEX actor_acts_for ON actor(acts_for) WHERE acts_for IS NOT NULL;

CREATE TABLE office (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  post TEXT NOT NULL, body BLOB NOT NULL REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX office_body ON office(body);

CREATE TABLE tenure (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  office BLOB NOT NULL REFERENCES office(id) DEFERRABLE INITIALLY DEFERRED,
  holder BLOB NOT NULL REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED,
  start_edtf TEXT, start_earliest INTEGER, end TEXT NOT NULL, end_latest INTEGER, acting INTEGER NOT NULL
) STRICT;
CREATE INDEX tenure_office ON tenure(office);
CREATE INDEX tenure_holder ON tenure(holder);

CREATE TABLE place (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  name TEXT NOT NULL, country BLOB REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED, latitude REAL, longitude REAL
) STRICT;
CREATE INDEX place_country ON place(country) WHERE country IS NOT NULL;

CREATE TABLE topic (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  name TEXT NOT NULL, parent BLOB REFERENCES topic(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX topic_parent ON topic(parent) WHERE parent IS NOT NULL;

CREATE TABLE source (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  title TEXT NOT NULL, publisher TEXT, author TEXT, url TEXT,
  published_edtf TEXT, published_earliest INTEGER, published_latest INTEGER, accessed TEXT, language TEXT,
  reliability TEXT NOT NULL, origin TEXT NOT NULL,
  repeats BLOB REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  sha256 TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX source_repeats ON source(repeats) WHERE repeats IS NOT NULL;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  kind TEXT NOT NULL, title TEXT NOT NULL, status TEXT NOT NULL, status_history TEXT,
  when_edtf TEXT, when_text TEXT,
  start_earliest INTEGER, start_latest INTEGER, end_earliest INTEGER, end_latest INTEGER,
  approximate INTEGER NOT NULL, uncertain INTEGER NOT NULL,
  told_relation TEXT, told_from BLOB REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED, told_within_days INTEGER,
  place BLOB REFERENCES place(id) DEFERRABLE INITIALLY DEFERRED,
  salience INTEGER NOT NULL, weight REAL, weight_reason TEXT,
  amount TEXT, original TEXT, statement TEXT, summary TEXT
) STRICT;
CREATE INDEX event_start ON event(start_earliest);
CREATE INDEX event_end ON event(end_latest);
CREATE INDEX event_open_start ON event(end_earliest) WHERE start_earliest IS NULL AND end_earliest IS NOT NULL;
CREATE INDEX event_open_end ON event(start_latest) WHERE end_latest IS NULL AND start_latest IS NOT NULL;
CREATE INDEX event_place ON event(place) WHERE place IS NOT NULL;
CREATE INDEX event_told_from ON event(told_from) WHERE told_from IS NOT NULL;

CREATE TABLE participant (
  event INTEGER NOT NULL REFERENCES event(seq) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
  actor BLOB NOT NULL REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL, spoken INTEGER NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_actor ON participant(actor);

CREATE TABLE event_topic (
  event INTEGER NOT NULL REFERENCES event(seq) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
  topic BLOB NOT NULL REFERENCES topic(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_topic_topic ON event_topic(topic);

CREATE TABLE status_source (
  event INTEGER NOT NULL REFERENCES event(seq) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
  source BLOB NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX status_source_source ON status_source(source);

CREATE TABLE tie (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  kind TEXT NOT NULL, title TEXT NOT NULL,
  from_actor BLOB NOT NULL REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED,
  to_actor BLOB NOT NULL REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED,
  mutual INTEGER NOT NULL, sign INTEGER NOT NULL,
  start_edtf TEXT, start_earliest INTEGER, start_latest INTEGER, end TEXT NOT NULL, end_earliest INTEGER, end_latest INTEGER,
  cause BLOB REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
  amount TEXT, summary TEXT
) STRICT;
CREATE INDEX tie_from ON tie(from_actor);
CREATE INDEX tie_to ON tie(to_actor);
CREATE INDEX tie_cause ON tie(cause) WHERE cause IS NOT NULL;

CREATE TABLE link (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  from_event BLOB NOT NULL REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
  to_event BLOB NOT NULL REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
  remark TEXT
) STRICT;
CREATE INDEX link_from ON link(from_event);
CREATE INDEX link_to ON link(to_event);

CREATE TABLE citation (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  item_kind TEXT NOT NULL, item BLOB NOT NULL,
  source BLOB NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  credibility INTEGER NOT NULL, rule TEXT,
  start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL
) STRICT;
CREATE INDEX citation_item ON citation(item, item_kind);
CREATE INDEX citation_source ON citation(source);

CREATE TABLE claim (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  item_kind TEXT NOT NULL, item BLOB NOT NULL, attribute TEXT NOT NULL, value TEXT NOT NULL,
  place BLOB REFERENCES place(id) DEFERRABLE INITIALLY DEFERRED,
  citation BLOB REFERENCES citation(id) DEFERRABLE INITIALLY DEFERRED,
  chosen INTEGER NOT NULL, reason TEXT
) STRICT;
CREATE INDEX claim_item ON claim(item, item_kind);
CREATE INDEX claim_place ON claim(place) WHERE place IS NOT NULL;
CREATE INDEX claim_citation ON claim(citation) WHERE citation IS NOT NULL;

CREATE TABLE note (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  title TEXT NOT NULL, likelihood TEXT, confidence TEXT, horizon_edtf TEXT, outcome TEXT, body TEXT NOT NULL
) STRICT;

CREATE TABLE note_reference (
  note INTEGER NOT NULL REFERENCES note(seq) DEFERRABLE INITIALLY DEFERRED, role TEXT NOT NULL, position INTEGER NOT NULL,
  item_kind TEXT NOT NULL, item BLOB NOT NULL,
  PRIMARY KEY (note, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_reference_item ON note_reference(item, item_kind);

CREATE TABLE note_link (
  note INTEGER NOT NULL REFERENCES note(seq) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
  item_kind TEXT NOT NULL, item BLOB NOT NULL,
  PRIMARY KEY (note, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_link_item ON note_link(item, item_kind);

CREATE TABLE assessment (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  a BLOB NOT NULL REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED,
  b BLOB NOT NULL REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED,
  direction TEXT NOT NULL, reason TEXT NOT NULL, assessed_on TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_a ON assessment(a);
CREATE INDEX assessment_b ON assessment(b);

CREATE TABLE draft (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  source BLOB NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  rule TEXT NOT NULL, confidence REAL NOT NULL, state TEXT NOT NULL, anchor TEXT NOT NULL, proposal TEXT NOT NULL
) STRICT;
CREATE INDEX draft_source ON draft(source);

CREATE TABLE name (
  kind TEXT NOT NULL, owner INTEGER NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL, language TEXT,
  PRIMARY KEY (kind, owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_text ON name(text);

CREATE TABLE revision (
  seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, item BLOB NOT NULL, revision INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL, superseded_at INTEGER NOT NULL, body TEXT
) STRICT;
CREATE INDEX revision_item ON revision(item, kind, revision);

CREATE TABLE operation (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL
) STRICT;
CREATE INDEX operation_undone ON operation(seq) WHERE state = 'undone';
CREATE INDEX operation_done ON operation(seq) WHERE state = 'done';

CREATE TABLE change (
  operation INTEGER NOT NULL REFERENCES operation(seq) DEFERRABLE INITIALLY DEFERRED, item BLOB NOT NULL, kind TEXT NOT NULL,
  before_revision INTEGER, after_revision INTEGER,
  PRIMARY KEY (operation, item, kind)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5(name, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
