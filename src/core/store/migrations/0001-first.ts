/**
 * The first schema.
 *
 * Ids that the rest of the program sees are UUIDs. `key` columns are SQLite's own row numbers; they exist where a
 * table is referred to by very many rows, so that each of those spends a byte or two on it instead of 36.
 * Times of day are ISO 8601 in UTC; times within a session are milliseconds since it began.
 */
export const SQL = `
CREATE TABLE site (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1))
) STRICT;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('ward', 'research', 'reviewer', 'administrator')),
  removed_at TEXT
) STRICT;

-- A name may be given again after its bearer was removed; old sessions still point to the old row.
CREATE UNIQUE INDEX users_name ON users (name COLLATE NOCASE) WHERE removed_at IS NULL;

CREATE TABLE children (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE COLLATE NOCASE,
  birth_month TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE consents (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL REFERENCES children (id),
  monitor INTEGER NOT NULL CHECK (monitor IN (0, 1)),
  keep_crops INTEGER NOT NULL CHECK (keep_crops IN (0, 1)),
  train INTEGER NOT NULL CHECK (train IN (0, 1)),
  share_weights INTEGER NOT NULL CHECK (share_weights IN (0, 1)),
  given_by TEXT NOT NULL,
  child_assented INTEGER NOT NULL CHECK (child_assented IN (0, 1)),
  from_at TEXT NOT NULL,
  until_date TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE INDEX consents_child ON consents (child_id);

CREATE TABLE models (
  id TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('candidate', 'approved', 'retired')),
  origin TEXT NOT NULL CHECK (origin IN ('shipped', 'trained-here')),
  dir TEXT NOT NULL,
  created_at TEXT NOT NULL,
  approved_by TEXT,
  approved_at TEXT,
  comparison_json TEXT
) STRICT;

-- At most one model is in use.
CREATE UNIQUE INDEX models_approved ON models (state) WHERE state = 'approved';

CREATE TABLE sessions (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES children (id),
  model_id TEXT NOT NULL REFERENCES models (id),
  model_version TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('webcam', 'demo-clip')),
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL REFERENCES users (id),
  duration_ms REAL NOT NULL DEFAULT 0 CHECK (duration_ms >= 0),
  state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'stopped', 'recovered')),
  sample_count INTEGER NOT NULL DEFAULT 0,
  notes TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX sessions_child ON sessions (child_id);

-- The numbers of the batches that are on disk, so that one sent twice is stored once.
CREATE TABLE batches (
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  batch INTEGER NOT NULL,
  at_ms REAL NOT NULL,
  PRIMARY KEY (session_key, batch)
) STRICT, WITHOUT ROWID;

-- probabilities, box and quality are little-endian float32: see sample-blobs.node.ts.
CREATE TABLE samples (
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  at_ms REAL NOT NULL CHECK (at_ms >= 0),
  batch INTEGER NOT NULL,
  emotion INTEGER NOT NULL CHECK (emotion BETWEEN -1 AND 6),
  probabilities BLOB NOT NULL CHECK (length(probabilities) = 28),
  box BLOB NOT NULL CHECK (length(box) = 16),
  quality BLOB NOT NULL CHECK (length(quality) = 16),
  PRIMARY KEY (session_key, at_ms, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE gaps (
  id INTEGER PRIMARY KEY,
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  from_ms REAL NOT NULL CHECK (from_ms >= 0),
  to_ms REAL NOT NULL CHECK (to_ms >= from_ms),
  reason TEXT NOT NULL
) STRICT;

CREATE INDEX gaps_session ON gaps (session_key, from_ms);

CREATE TABLE markers (
  id TEXT PRIMARY KEY,
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  at_ms REAL NOT NULL CHECK (at_ms >= 0),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  by_user TEXT NOT NULL REFERENCES users (id)
) STRICT;

CREATE INDEX markers_session ON markers (session_key, at_ms);

CREATE TABLE datasets (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  dir TEXT NOT NULL UNIQUE,
  images INTEGER NOT NULL,
  children INTEGER NOT NULL,
  adults INTEGER NOT NULL,
  images_by_emotion_json TEXT NOT NULL,
  subjects_known INTEGER NOT NULL CHECK (subjects_known IN (0, 1)),
  problems_json TEXT NOT NULL,
  problem_count INTEGER NOT NULL
) STRICT;

CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'stopped', 'failed', 'interrupted')),
  learner TEXT NOT NULL,
  regime TEXT NOT NULL,
  epochs INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  engine TEXT NOT NULL,
  dataset_names_json TEXT NOT NULL,
  job_json TEXT NOT NULL,
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL REFERENCES users (id),
  message TEXT,
  test_json TEXT,
  comparison_json TEXT,
  model_id TEXT REFERENCES models (id)
) STRICT;

CREATE TABLE run_log (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  record_json TEXT NOT NULL
) STRICT;

CREATE INDEX run_log_run ON run_log (run_id);

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_name TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
`;
