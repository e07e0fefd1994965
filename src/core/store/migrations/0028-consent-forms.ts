/** Which paper form stands behind a consent: its version, the day on which it was signed, and who recorded it here. */
export const SQL = `
ALTER TABLE consents ADD COLUMN form_version TEXT NOT NULL DEFAULT '';
-- yyyy-mm-dd; NULL where nobody said.
ALTER TABLE consents ADD COLUMN signed_on TEXT;
-- NULL for one that an earlier version of the program recorded.
ALTER TABLE consents ADD COLUMN recorded_by TEXT REFERENCES users (id);
`;
