/** On which day a film was made that was read into a session. */
export const SQL = `
-- yyyy-mm-dd, by the calendar of whoever said it; null of a live session, and where nobody said it.
ALTER TABLE sessions ADD COLUMN recording_day TEXT
  CHECK (recording_day IS NULL OR recording_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
`;
