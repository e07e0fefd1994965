/** Which consents that ran out have been acted upon: what they allowed has been stopped and deleted. */
export const SQL = `
ALTER TABLE consents ADD COLUMN expired_at TEXT;
`;
