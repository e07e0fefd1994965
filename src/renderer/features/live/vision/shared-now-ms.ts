/**
 * A clock that the window and its workers share, in milliseconds since the epoch; it never goes backwards. performance.now()
 * begins at another moment in each of them, its sum with timeOrigin does not.
 */
export function sharedNowMs(): number {
  return performance.timeOrigin + performance.now();
}
