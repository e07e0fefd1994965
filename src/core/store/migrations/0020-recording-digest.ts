/** SHA-256 of a video file's content, by which it is known under any name; null where nobody computed it. */
export const SQL = `
ALTER TABLE sessions ADD COLUMN recording_sha256 TEXT CHECK (length(recording_sha256) = 64);
`;
