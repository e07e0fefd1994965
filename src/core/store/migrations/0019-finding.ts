/** What lists of sessions and children are found by: a page of them is read from an index, however many there are. */
export const SQL = `
CREATE INDEX sessions_started ON sessions (started_at);
CREATE INDEX sessions_child_started ON sessions (child_id, started_at);
CREATE INDEX sessions_starter ON sessions (started_by, started_at);
CREATE INDEX sessions_running ON sessions (started_at) WHERE state = 'running';
CREATE INDEX sessions_recovered ON sessions (started_at) WHERE state = 'recovered';
CREATE INDEX sessions_set_aside ON sessions (started_at) WHERE set_aside_at IS NOT NULL;

-- The one by child and day serves whoever asked for it.
DROP INDEX sessions_child;
`;
