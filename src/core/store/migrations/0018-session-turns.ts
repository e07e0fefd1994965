/** Who answered for a session after whoever began it, and from when on. */
export const SQL = `
CREATE TABLE session_turns (
  session_key INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  at_ms REAL NOT NULL CHECK (at_ms >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('gone-on', 'taken-over', 'stop-undone')),
  by_user TEXT NOT NULL REFERENCES users (id)
) STRICT;

CREATE INDEX session_turns_session ON session_turns (session_key, at_ms);
`;
