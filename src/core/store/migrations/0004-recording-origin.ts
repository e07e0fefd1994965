/** Where a player's clock stands at the first picture of a video file, which is the 0 of its session. */
export const SQL = `
ALTER TABLE sessions ADD COLUMN recording_origin_ms REAL NOT NULL DEFAULT 0 CHECK (recording_origin_ms >= 0);
`;
