/** Video of sessions, kept where a family agreed to that: its sealed files lie beside the store, and are named here. */
export const SQL = `
ALTER TABLE consents ADD COLUMN keep_video INTEGER NOT NULL DEFAULT 0 CHECK (keep_video IN (0, 1));

-- A session whose video is kept, from its beginning on.
CREATE TABLE videos (
  session_key INTEGER PRIMARY KEY REFERENCES sessions (key) ON DELETE CASCADE,
  -- Of the sealed file.
  name TEXT NOT NULL UNIQUE,
  -- Bytes of the sealed file that its fragments take; what lies behind them was never noted.
  sealed_bytes INTEGER NOT NULL DEFAULT 0 CHECK (sealed_bytes >= 0)
) STRICT;

CREATE TABLE video_fragments (
  session_key INTEGER NOT NULL REFERENCES videos (session_key) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 0),
  -- On the session's clock: its first picture, and the end of its last.
  from_ms REAL NOT NULL CHECK (from_ms >= 0),
  to_ms REAL NOT NULL CHECK (to_ms >= from_ms),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  -- Where it lies in the sealed file.
  at_byte INTEGER NOT NULL CHECK (at_byte >= 0),
  PRIMARY KEY (session_key, number),
  UNIQUE (session_key, from_ms)
) STRICT, WITHOUT ROWID;
`;
