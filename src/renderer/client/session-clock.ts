/**
 * The clock of one session, or of one window: milliseconds since it began, a machine's sleep included.
 *
 * The steady clock of a browser (performance.now) never goes back, but on Linux and macOS it stands still while the
 * machine sleeps. The wall clock does not, but it can be set, by a person or from the network. So a session runs on the
 * steady clock, which is moved ahead when the wall clock has run ahead of it and the machine's uptime says that this was
 * a sleep: inside a page nothing tells a sleep from a clock that was put forward.
 */
export class SessionClock {
  readonly #use: SessionClockOptions;
  #beganAtMs = 0;
  /** How far the wall clock is ahead of the steady one. */
  #leadMs = 0;
  /** How far the machine's uptime is ahead of the steady clock, by the last answer; null before the first. */
  #uptimeLeadMs: number | null = null;
  /** A jump of the wall clock of which it is not known yet what it was. */
  #unexplainedMs = 0;
  /** Moved by an answer, and not reported by {@link catchUp} yet. */
  #isMoved = false;

  constructor(use: SessionClockOptions) {
    this.#use = use;
  }

  /** The steady clock when the session began, moved back by every sleep since. */
  get beganAtMs(): number {
    return this.#beganAtMs;
  }

  get atMs(): number {
    return this.#use.steadyMs() - this.#beganAtMs;
  }

  /** True for the moment in which it is being asked whether the machine slept: the time is not to be relied on. */
  get isUnsure(): boolean {
    return this.#unexplainedMs > 0;
  }

  /** Sets the clock: to 0, or to the time of a session that is gone on with. */
  begin(atMs = 0): void {
    const steadyMs = this.#use.steadyMs();
    this.#beganAtMs = steadyMs - atMs;
    this.#leadMs = this.#use.wallMs() - steadyMs;
    void this.#askUptime();
  }

  /**
   * Moves the clock ahead by the sleep since the last call, if there was one. To be called several times a second, so
   * that a wall clock that runs a little fast never adds up to a sleep.
   *
   * @returns True when it was moved.
   */
  catchUp(): boolean {
    const leadMs = this.#use.wallMs() - this.#use.steadyMs();
    const jumpMs = leadMs - this.#leadMs;
    this.#leadMs = leadMs;
    if (jumpMs > SHORTEST_SLEEP_MS) this.#explain(jumpMs);
    const isMoved = this.#isMoved;
    this.#isMoved = false;
    return isMoved;
  }

  #explain(jumpMs: number): void {
    if (!this.#use.uptime) {
      this.#move(jumpMs);
      return;
    }
    this.#unexplainedMs += jumpMs;
    const beforeMs = this.#uptimeLeadMs;
    void this.#askUptime().then((afterMs) => {
      const unexplainedMs = this.#unexplainedMs;
      this.#unexplainedMs = 0;
      if (unexplainedMs === 0) return;
      // Without an answer it is taken for a sleep: a gap too many does less harm than readings at a wrong time.
      const sleptMs = beforeMs === null || afterMs === null ? unexplainedMs : afterMs - beforeMs;
      if (sleptMs > SHORTEST_SLEEP_MS / 2) {
        this.#move(Math.abs(sleptMs - unexplainedMs) < SHORTEST_SLEEP_MS ? unexplainedMs : sleptMs);
        this.#use.uptime?.onMoved();
      }
    });
  }

  #move(sleptMs: number): void {
    this.#beganAtMs -= sleptMs;
    this.#isMoved = true;
  }

  /** @returns How far the machine's uptime is ahead of the steady clock; null when nobody answers. */
  async #askUptime(): Promise<number | null> {
    if (!this.#use.uptime) return null;
    try {
      this.#uptimeLeadMs = (await answerWithin(this.#use.uptime.ask(), ANSWER_WITHIN_MS)) - this.#use.steadyMs();
      return this.#uptimeLeadMs;
    } catch {
      return null;
    }
  }
}

export interface SessionClockOptions {
  /** Milliseconds, never going back; they may stand still while the machine sleeps. */
  readonly steadyMs: () => number;
  /** Milliseconds since the epoch. */
  readonly wallMs: () => number;
  /** Null where nobody knows it: every jump ahead of the wall clock is then taken for a sleep. */
  readonly uptime: {
    /** Milliseconds since the machine started, its sleep included; no clock on a wall changes them. */
    readonly ask: () => Promise<number>;
    /** The clock has been moved by an answer: {@link SessionClock.catchUp} says so at its next call. */
    readonly onMoved: () => void;
  } | null;
}

/** Network time corrects a clock by less than this at once; no machine sleeps for less. */
const SHORTEST_SLEEP_MS = 2000;

/** The service is on the same machine; one that does not answer by then is out of reach. */
const ANSWER_WITHIN_MS = 1000;

function answerWithin(answer: Promise<number>, withinMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), withinMs);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
