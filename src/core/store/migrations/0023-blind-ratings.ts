/** Blind ratings: stretches of many sessions that several people judge by their pictures alone. */
export const SQL = `
CREATE TABLE rating_tasks (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- The stretches and each rater's order were drawn with it.
  seed INTEGER NOT NULL,
  length_ms REAL NOT NULL CHECK (length_ms > 0),
  -- What was drawn: what is there no more has left the task.
  stretch_count INTEGER NOT NULL,
  child_count INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES users (id),
  closed_at TEXT
) STRICT;

CREATE TABLE rating_task_raters (
  task_key INTEGER NOT NULL REFERENCES rating_tasks (key) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id),
  -- In the order in which they were named.
  position INTEGER NOT NULL,
  handed_in_at TEXT,
  PRIMARY KEY (task_key, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating_stretches (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  task_key INTEGER NOT NULL REFERENCES rating_tasks (key) ON DELETE CASCADE,
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  from_ms REAL NOT NULL CHECK (from_ms >= 0),
  to_ms REAL NOT NULL CHECK (to_ms > from_ms),
  -- What the machine named for most of it when it was drawn; null for "not sure".
  machine TEXT
) STRICT;

CREATE INDEX rating_stretches_task ON rating_stretches (task_key);
CREATE INDEX rating_stretches_session ON rating_stretches (session_key);

-- One row a rater and stretch, in the rater's own order; without an answer until it is given.
CREATE TABLE ratings (
  stretch_key INTEGER NOT NULL REFERENCES rating_stretches (key) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id),
  place INTEGER NOT NULL,
  answer TEXT,
  answered_at TEXT CHECK ((answered_at IS NULL) = (answer IS NULL)),
  PRIMARY KEY (stretch_key, user_id)
) STRICT, WITHOUT ROWID;
`;
