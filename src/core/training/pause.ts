/** Why a run waits: a live session has the machine, or a person wants it to. */
export const PAUSES = ['session', 'person'] as const;
export type PauseReason = (typeof PAUSES)[number];

/** What a run asks between two steps. */
export interface Pause {
  /** Why it is to wait now; null while it may go on. */
  asked(): PauseReason | null;
  /** Settled when it may go on, or is to stop. */
  over(): Promise<void>;
}

/** A pause that others ask for. */
export interface PauseSwitch extends Pause {
  /** @param reasons All that ask for it now; none lets the run go on. */
  set(reasons: readonly PauseReason[]): void;
}

/** @param stopped Settled when the run is to stop, so that one which waits can. */
export function pauseSwitch(stopped: Promise<unknown>): PauseSwitch {
  let reason: PauseReason | null = null;
  let waiting: (() => void)[] = [];
  const wake = () => {
    for (const each of waiting) each();
    waiting = [];
  };
  void stopped.then(wake, wake);
  return {
    asked: () => reason,
    async over() {
      if (reason === null) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      await Promise.race([promise, stopped.catch(() => {})]);
    },
    set(reasons) {
      reason = reasons.includes('person') ? 'person' : (reasons[0] ?? null);
      if (reason === null) wake();
    },
  };
}
