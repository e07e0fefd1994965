/** Weight of the newest step in the running mean of their times. */
const NEWEST = 0.1;

/** Tells how long the rest of a run will take, from the steps it has seen. */
export interface StepClock {
  /** To be called once a step. @returns Estimated time for `stepsLeft` more, or null after the first call. */
  leftMs(stepsLeft: number): number | null;
}

/**
 * @param now Milliseconds.
 */
export function stepClock(now: () => number): StepClock {
  let lastMs: number | null = null;
  let meanMs: number | null = null;
  return {
    leftMs(stepsLeft) {
      const atMs = now();
      if (lastMs !== null) {
        const stepMs = atMs - lastMs;
        meanMs = meanMs === null ? stepMs : meanMs + NEWEST * (stepMs - meanMs);
      }
      lastMs = atMs;
      return meanMs === null ? null : meanMs * stepsLeft;
    },
  };
}
