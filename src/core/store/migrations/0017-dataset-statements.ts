/** What people say of a dataset's images when they add it, and what a check of them found. */
export const SQL = `
-- In place of a manifest, as plain data; null where nobody said anything.
ALTER TABLE datasets ADD COLUMN statement_json TEXT;

-- As plain data; null until its images have been checked since they last changed.
ALTER TABLE datasets ADD COLUMN check_json TEXT;
`;
