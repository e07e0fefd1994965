/**
 * A clock that the window and its workers share, in milliseconds since the epoch; it never goes backwards.
 * performance.now() starts from a different moment in each of them; its sum with timeOrigin agrees.
 */
export function sharedNowMs(): number {
  return performance.timeOrigin + performance.now();
}
