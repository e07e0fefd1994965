/** Somebody who calls: a window, or the command line. Whoever signs in is signed in on this caller only. */
export interface Caller {
  readonly id: number;
}
