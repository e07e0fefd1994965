/** What sessions can be found by beside child, day and person; `set-aside` is that they are not their child's. */
export const FOUND_STATES = ['running', 'stopped', 'recovered', 'set-aside'] as const;

export type FoundState = (typeof FOUND_STATES)[number];
