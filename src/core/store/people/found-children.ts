/** What children can be found by beside their code: whether they may be watched today, and for how long. */
export const FOUND_CHILDREN = ['may-be-watched', 'ends-soon', 'no-consent'] as const;

export type FoundChildren = (typeof FOUND_CHILDREN)[number];
