/** Goes with a link to the live page of a child: the session begins with that one press, where nothing is left to choose. */
export const STARTS_AT_ONCE = { startsAtOnce: true } as const;

/** @param state What came with the address of the page; whatever a browser kept of it. */
export function startsAtOnce(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'startsAtOnce' in state && state.startsAtOnce === true;
}
