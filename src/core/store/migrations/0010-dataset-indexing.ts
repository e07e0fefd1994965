/** How far a dataset's images have been named and opened, so that it can go on after the program ended. */
export const SQL = `
-- When its images were last named in full; null until then.
ALTER TABLE datasets ADD COLUMN listed_at TEXT;
-- Somebody stopped it: it goes on when somebody says so.
ALTER TABLE datasets ADD COLUMN indexing_stopped INTEGER NOT NULL DEFAULT 0 CHECK (indexing_stopped IN (0, 1));
-- Why it cannot go on, as a failure.
ALTER TABLE datasets ADD COLUMN indexing_fault_json TEXT;
`;
