/** Sessions that are said not to be of the child under which they stand: who said so, when and why. */
export const SQL = `
ALTER TABLE sessions ADD COLUMN set_aside_at TEXT;
ALTER TABLE sessions ADD COLUMN set_aside_by TEXT REFERENCES users (id);
ALTER TABLE sessions ADD COLUMN set_aside_reason TEXT CHECK (set_aside_reason <> '');
`;
