/** After this long without a batch nobody goes on with a session: its window is gone. */
const FORSAKEN_AFTER_MS = 15 * 60_000;

/** The sessions that this process is recording, by when it last heard of each. */
export interface RunningSessions {
  heardOf(sessionId: string, atMs: number): void;
  ended(sessionId: string): void;
  clear(): void;
  /** True while a window that lost its connection, or whose user signed out, may still come back to one. */
  anyAwaited(atMs: number): boolean;
  watch(listener: (running: boolean) => void): () => void;
}

export function createRunningSessions(): RunningSessions {
  const heardAtMs = new Map<string, number>();
  const listeners = new Set<(running: boolean) => void>();
  const change = (make: () => void) => {
    const before = heardAtMs.size > 0;
    make();
    const after = heardAtMs.size > 0;
    if (before !== after) for (const tell of listeners) tell(after);
  };
  return {
    heardOf: (sessionId, atMs) => change(() => heardAtMs.set(sessionId, atMs)),
    ended: (sessionId) => change(() => heardAtMs.delete(sessionId)),
    clear: () => change(() => heardAtMs.clear()),
    anyAwaited: (atMs) => [...heardAtMs.values()].some((heard) => atMs - heard < FORSAKEN_AFTER_MS),
    watch(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
