/** A search waits for so long until nothing more is typed. */
export const TYPING_MS = 200;
