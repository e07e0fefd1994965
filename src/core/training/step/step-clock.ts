/** Weight of the newest step in the running mean of their times. */
const NEWEST = 0.1;

/** Tells how fast a run is, and how long the rest of it will take, from the steps it has seen. */
export interface StepClock {
  /** To be called once a step. @returns What it took since the call before, in milliseconds; 0 the first time. */
  tick(): number;
  /** Mean time of a step in milliseconds; null before the second call of `tick`. */
  meanMs(): number | null;
  /** Leaves out the time since the last call: a pause, or a look at val. */
  skip(): void;
}

/**
 * @param now Milliseconds.
 */
export function stepClock(now: () => number): StepClock {
  let lastMs: number | null = null;
  let meanMs: number | null = null;
  return {
    tick() {
      const atMs = now();
      const stepMs = lastMs === null ? 0 : atMs - lastMs;
      if (lastMs !== null) meanMs = meanMs === null ? stepMs : meanMs + NEWEST * (stepMs - meanMs);
      lastMs = atMs;
      return stepMs;
    },
    meanMs: () => meanMs,
    skip() {
      if (lastMs !== null) lastMs = now();
    },
  };
}
