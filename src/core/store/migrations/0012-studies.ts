/** Studies: who began which, and how far they are. Their cells are files in the site's folder. */
export const SQL = `
CREATE TABLE studies (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'finished', 'failed', 'interrupted')),
  -- As it was asked for: enough to begin it, and to go on.
  settings_json TEXT NOT NULL,
  dataset_names_json TEXT NOT NULL,
  -- What its images were counted as when it began; null until then.
  study_json TEXT,
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL REFERENCES users (id),
  -- Why it failed, as a failure.
  message TEXT
) STRICT;

-- How fast this machine trains, as it was last measured.
CREATE TABLE machine_speed (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  measured_at TEXT NOT NULL,
  question_json TEXT NOT NULL,
  speed_json TEXT NOT NULL
) STRICT;
`;
