/**
 * What goes by rule: an export and all pictures of a session have receipts as well, and the beginning of the audit log may go, up to
 * an entry that a signed statement tells of. Nothing else of the log can.
 */
export const SQL = `
CREATE TABLE erasures_next (
  id TEXT PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN ('child', 'session', 'picture', 'pictures', 'video', 'user', 'export')),
  -- Of the child, the session, the user or the export: nothing in the store has it any more.
  of_id TEXT NOT NULL,
  -- What stands for the child in reports; empty for a user and an export.
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

INSERT INTO erasures_next (id, what, of_id, pseudonym, state, reason, asked_by, asked_at, due_at, ended_at, models_json,
                           held_json, receipt_json)
SELECT id, what, of_id, pseudonym, state, reason, asked_by, asked_at, due_at, ended_at, models_json, held_json, receipt_json
FROM erasures ORDER BY rowid;

DROP TABLE erasures;
ALTER TABLE erasures_next RENAME TO erasures;
CREATE INDEX erasures_asked ON erasures (asked_at);

-- The beginnings of the log that went by rule, each as the site signed it.
CREATE TABLE audit_cuts (
  -- The number of the last entry that went.
  last_sequence INTEGER PRIMARY KEY CHECK (last_sequence > 0),
  statement_json TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_cuts_no_update BEFORE UPDATE ON audit_cuts
BEGIN
  SELECT RAISE(ABORT, 'what was cut from the audit log stays told');
END;

CREATE TRIGGER audit_cuts_no_delete BEFORE DELETE ON audit_cuts
BEGIN
  SELECT RAISE(ABORT, 'what was cut from the audit log stays told');
END;

DROP TRIGGER IF EXISTS audit_no_delete;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
WHEN OLD.sequence > coalesce((SELECT max(last_sequence) FROM audit_cuts), 0)
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
`;
