/** Consents that a clock which nobody trusts says are over: nothing is used by them, and nothing of theirs is deleted until it is settled. */
export const SQL = `
ALTER TABLE consents ADD COLUMN doubted_at TEXT;
`;
