/** What sessions can be found by beside child, day and person; `set-aside` is that they are not their child's. */
export const FOUND_STATES = ['running', 'stopped', 'recovered', 'set-aside'] as const;

/** Sessions that somebody can choose: ended and their child's; `ended-live` without those that were read from a recording. */
export const FOUND_ONLY = ['ended', 'ended-live'] as const;

export type FoundOnly = (typeof FOUND_ONLY)[number];
export type FoundState = (typeof FOUND_STATES)[number];
