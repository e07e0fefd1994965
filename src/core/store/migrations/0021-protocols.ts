/** What sessions are to be like, what makes a child's face say something else, and both as they stood when a session began. */
export const SQL = `
CREATE TABLE protocols (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  planned_minutes INTEGER CHECK (planned_minutes > 0),
  flacc_every_minutes INTEGER CHECK (flacc_every_minutes > 0),
  markers_json TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE UNIQUE INDEX protocols_name ON protocols (name COLLATE NOCASE) WHERE removed_at IS NULL;

CREATE TABLE cautions (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL REFERENCES children (id),
  kind TEXT NOT NULL CHECK (kind IN ('palsy', 'tube', 'medication', 'other')),
  note TEXT NOT NULL,
  by_user TEXT NOT NULL REFERENCES users (id),
  since_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;

CREATE INDEX cautions_child ON cautions (child_id);

-- Copies, as plain data: a protocol that is changed later changes no session.
CREATE TABLE session_plans (
  session_key INTEGER PRIMARY KEY REFERENCES sessions (key) ON DELETE CASCADE,
  protocol_json TEXT,
  cautions_json TEXT NOT NULL
) STRICT;
`;
