/** Runs that wait for their turn, and the one that was told to wait while it has it. */
export const SQL = `
CREATE TABLE run_turns (
  run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
  -- Among those that wait, ascending; null for the run that is under way.
  place REAL,
  paused INTEGER NOT NULL CHECK (paused IN (0, 1))
) STRICT;
`;
