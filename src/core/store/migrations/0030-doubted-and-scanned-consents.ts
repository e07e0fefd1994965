/**
 * Consents that a clock which nobody trusts says are over: nothing is used by them, and nothing of theirs is deleted until it is settled.
 * And scans of the paper forms behind consents.
 */
export const SQL = `
ALTER TABLE consents ADD COLUMN doubted_at TEXT;

CREATE TABLE consent_scans (
  id TEXT PRIMARY KEY,
  consent_id TEXT NOT NULL REFERENCES consents (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  media_type TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
  bytes BLOB NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users (id)
) STRICT;

CREATE INDEX consent_scans_of_consent ON consent_scans (consent_id);
CREATE INDEX consent_scans_of_child ON consent_scans (child_id);
`;
