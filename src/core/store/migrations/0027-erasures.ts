/** What was erased: counts and ids, no content; and what is held back for some days so that it can be taken back. */
export const SQL = `
CREATE TABLE erasures (
  id TEXT PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN ('child', 'session', 'picture', 'video', 'user')),
  -- Of the child, the session or the user: nothing in the store has it any more.
  of_id TEXT NOT NULL,
  -- What stands for the child in reports; empty for a user.
  pseudonym TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'erased', 'undone')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  -- When what is held is erased by itself; null for what was erased at once.
  due_at TEXT,
  ended_at TEXT CHECK ((ended_at IS NULL) = (state = 'held')),
  -- Models that were made with the child, with their states then.
  models_json TEXT NOT NULL,
  -- What is held and under which key; null once it is not.
  held_json TEXT CHECK ((held_json IS NULL) = (state <> 'held')),
  receipt_json TEXT
) STRICT;

CREATE INDEX erasures_asked ON erasures (asked_at);
`;
