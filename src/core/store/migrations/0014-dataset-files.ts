/** Files of a dataset that came over the connection of a browser, and lie sealed in the folder of data. */
export const SQL = `
-- 1 until all files that were chosen have come.
ALTER TABLE datasets ADD COLUMN uploading INTEGER NOT NULL DEFAULT 0 CHECK (uploading IN (0, 1));

CREATE TABLE dataset_files (
  dataset_id TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
  -- Relative to the folder that was chosen, with forward slashes.
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  received INTEGER NOT NULL DEFAULT 0 CHECK (received >= 0 AND received <= bytes),
  pieces INTEGER NOT NULL DEFAULT 0 CHECK (pieces >= 0),
  -- Of the sealed file.
  name TEXT NOT NULL UNIQUE,
  PRIMARY KEY (dataset_id, path)
) STRICT, WITHOUT ROWID;
`;
