/**
 * What a ward relies on: recordings, interval markers, observations, annotations, baselines, kept pictures, rollups,
 * cached timelines, settings and exports.
 *
 * `sessions` is rebuilt, since SQLite cannot change a CHECK. This needs foreign keys off, else dropping the old table
 * would delete all samples with it: see migrate().
 */
export const SQL = `
CREATE TABLE new_sessions (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES children (id),
  model_id TEXT NOT NULL REFERENCES models (id),
  model_version TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('webcam', 'demo-clip', 'recording')),
  recording_name TEXT CHECK ((recording_name IS NOT NULL) = (source = 'recording')),
  live_session_id TEXT REFERENCES sessions (id) CHECK (live_session_id IS NULL OR source = 'recording'),
  keeps_crops INTEGER NOT NULL DEFAULT 0 CHECK (keeps_crops IN (0, 1)),
  -- 0 for a session from before there were rollups, until they are made.
  has_rollups INTEGER NOT NULL DEFAULT 1 CHECK (has_rollups IN (0, 1)),
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL REFERENCES users (id),
  duration_ms REAL NOT NULL DEFAULT 0 CHECK (duration_ms >= 0),
  state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'stopped', 'recovered')),
  sample_count INTEGER NOT NULL DEFAULT 0,
  notes TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO new_sessions (key, id, child_id, model_id, model_version, source, has_rollups, started_at, started_by,
                          duration_ms, state, sample_count, notes)
SELECT key, id, child_id, model_id, model_version, source, 0, started_at, started_by,
       duration_ms, state, sample_count, notes
FROM sessions;

DROP TABLE sessions;
ALTER TABLE new_sessions RENAME TO sessions;
CREATE INDEX sessions_child ON sessions (child_id);

ALTER TABLE markers ADD COLUMN to_ms REAL CHECK (to_ms IS NULL OR to_ms >= at_ms);
ALTER TABLE consents ADD COLUMN keep_baseline INTEGER NOT NULL DEFAULT 0 CHECK (keep_baseline IN (0, 1));

CREATE TABLE observations (
  id TEXT PRIMARY KEY,
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  at_ms REAL NOT NULL CHECK (at_ms >= 0),
  observation_json TEXT NOT NULL,
  by_user TEXT NOT NULL REFERENCES users (id),
  written_at TEXT NOT NULL
) STRICT;

CREATE INDEX observations_session ON observations (session_key, at_ms);

CREATE TABLE annotations (
  id TEXT PRIMARY KEY,
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  from_ms REAL NOT NULL CHECK (from_ms >= 0),
  to_ms REAL NOT NULL CHECK (to_ms > from_ms),
  label TEXT NOT NULL,
  note TEXT NOT NULL,
  by_user TEXT NOT NULL REFERENCES users (id),
  written_at TEXT NOT NULL
) STRICT;

CREATE INDEX annotations_session ON annotations (session_key, from_ms);

CREATE TABLE baselines (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL REFERENCES children (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  model_id TEXT NOT NULL REFERENCES models (id),
  model_version TEXT NOT NULL,
  from_ms REAL NOT NULL CHECK (from_ms >= 0),
  to_ms REAL NOT NULL CHECK (to_ms > from_ms),
  sample_count INTEGER NOT NULL,
  probabilities_json TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  by_user TEXT NOT NULL REFERENCES users (id),
  is_active INTEGER NOT NULL DEFAULT 0 CHECK (is_active IN (0, 1)),
  UNIQUE (child_id, version)
) STRICT;

CREATE UNIQUE INDEX baselines_active ON baselines (child_id) WHERE is_active = 1;
CREATE INDEX baselines_session ON baselines (session_key);

CREATE TABLE crops (
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  at_ms REAL NOT NULL CHECK (at_ms >= 0),
  grey BLOB NOT NULL,
  PRIMARY KEY (session_key, at_ms)
) STRICT;

-- Sums are little-endian float64 [7], counts little-endian uint32 [8]: see rollups.node.ts.
CREATE TABLE rollups (
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  level_ms INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  probability_sums BLOB NOT NULL CHECK (length(probability_sums) = 56),
  emotion_counts BLOB NOT NULL CHECK (length(emotion_counts) = 32),
  PRIMARY KEY (session_key, level_ms, bucket)
) STRICT, WITHOUT ROWID;

-- Gaps and summary of a session that has ended: neither changes any more.
CREATE TABLE summaries (
  session_key INTEGER PRIMARY KEY REFERENCES sessions (key) ON DELETE CASCADE,
  timeline_json TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE exports (
  id TEXT PRIMARY KEY,
  formats_json TEXT NOT NULL,
  language TEXT NOT NULL,
  is_identified INTEGER NOT NULL CHECK (is_identified IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'stopped')),
  problems_json TEXT NOT NULL,
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL REFERENCES users (id),
  session_ids_json TEXT NOT NULL
) STRICT;

CREATE TABLE export_files (
  export_id TEXT NOT NULL REFERENCES exports (id) ON DELETE CASCADE,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (export_id, session_id, format)
) STRICT;
`;
