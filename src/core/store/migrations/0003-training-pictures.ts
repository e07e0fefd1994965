/** Datasets of kept pictures, and versions of baselines that are never given twice. */
export const SQL = `
ALTER TABLE datasets ADD COLUMN kind TEXT NOT NULL DEFAULT 'folder' CHECK (kind IN ('folder', 'kept-pictures'));

-- A picture that is deleted, because consent ended, is in no dataset any more.
CREATE TABLE dataset_pictures (
  dataset_id TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
  session_key INTEGER NOT NULL,
  at_ms REAL NOT NULL,
  emotion TEXT NOT NULL,
  PRIMARY KEY (dataset_id, session_key, at_ms),
  FOREIGN KEY (session_key, at_ms) REFERENCES crops (session_key, at_ms) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX dataset_pictures_crop ON dataset_pictures (session_key, at_ms);

ALTER TABLE children ADD COLUMN baseline_versions INTEGER NOT NULL DEFAULT 0 CHECK (baseline_versions >= 0);
UPDATE children SET baseline_versions =
  (SELECT coalesce(max(version), 0) FROM baselines WHERE baselines.child_id = children.id);
`;
