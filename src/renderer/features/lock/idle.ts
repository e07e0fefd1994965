/** For so long before the screen locks by itself, it says that it will. */
const WARNED_S = 30;

/** What a window does that nobody has touched for a while. */
export type Idle =
  | { readonly kind: 'used' }
  | { readonly kind: 'soon'; readonly inS: number }
  | { readonly kind: 'lock' };

/**
 * @param idleMs Since the last key or pointer, a machine's sleep included.
 * @param afterMinutes Null: never.
 */
export function idleFor(idleMs: number, afterMinutes: number | null): Idle {
  if (afterMinutes === null) return { kind: 'used' };
  const leftS = Math.ceil(60 * afterMinutes - idleMs / 1000);
  if (leftS <= 0) return { kind: 'lock' };
  return leftS <= WARNED_S ? { kind: 'soon', inS: leftS } : { kind: 'used' };
}
