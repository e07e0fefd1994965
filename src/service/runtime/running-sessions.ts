import type { CallerState } from './callers.ts';

/** After this long without a batch nobody goes on with a session: its window is gone. */
export const FORSAKEN_AFTER_MS = 15 * 60_000;

/** For so long somebody who stopped a session can undo that. */
export const UNDO_WITHIN_MS = 60_000;

/** Who records a session: somebody who is responsible for it, by one recorder of one window. */
export interface RecordedBy {
  readonly userId: string;
  readonly userName: string;
  readonly recorderId: string;
  /** Which camera it reads, as its window knows it; empty where nobody knows. */
  readonly camera: string;
  /** The window; null for one that was there before this process. */
  readonly caller: CallerState | null;
}

/**
 * The sessions that this process is recording, by who records each and when it last heard of it. Times are the machine's
 * uptime, which a sleep lengthens and a clock that is set does not.
 */
export interface RunningSessions {
  /** From now on this user and this recorder are the ones: at the beginning, and when a session is taken over. */
  recordedBy(sessionId: string, by: RecordedBy, atMs: number): void;
  /** The same window goes on with it under another user. */
  inHandsOf(sessionId: string, user: { readonly id: string; readonly name: string }): void;
  heardOf(sessionId: string, atMs: number): void;
  ended(sessionId: string): void;
  /** It was stopped by somebody, who can undo that for a minute. */
  stopped(sessionId: string, atMs: number): void;
  /** Sessions whose stop can be undone, with how long that is so. */
  justStopped(atMs: number): { readonly sessionId: string; readonly stoppedAtMs: number; readonly leftMs: number }[];
  clear(): void;
  find(sessionId: string): (RecordedBy & { readonly heardAtMs: number }) | null;
  /** Sessions that a user is responsible for. */
  ofUser(userId: string): string[];
  /** Sessions that a window records. */
  ofCaller(caller: CallerState): string[];
  /** Sessions to which a window that lost its connection, or whose user signed out, may still come back. */
  awaited(atMs: number): string[];
  /**
   * Sessions whose window is gone for good, each once it was silent for too long at two calls in a row: after a sleep of
   * the machine a window that is there has spoken by the second.
   */
  forsaken(atMs: number): string[];
  any(): boolean;
  watch(listener: (running: boolean) => void): () => void;
  /** Tells each session that runs no more, however it ended. */
  watchEnds(listener: (sessionId: string) => void): void;
}

interface RunningSession extends RecordedBy {
  readonly heardAtMs: number;
}

export function createRunningSessions(): RunningSessions {
  const running = new Map<string, RunningSession>();
  const listeners = new Set<(running: boolean) => void>();
  const endListeners = new Set<(sessionId: string) => void>();
  const stoppedAt = new Map<string, number>();
  let silentBefore = new Set<string>();
  const change = (make: () => void) => {
    const before = running.size > 0;
    make();
    const after = running.size > 0;
    if (before !== after) for (const tell of listeners) tell(after);
  };
  const tellEnd = (sessionId: string) => {
    for (const tell of endListeners) tell(sessionId);
  };
  const idsWhere = (isOne: (silentMs: number) => boolean, atMs: number) =>
    [...running].filter(([, { heardAtMs }]) => isOne(atMs - heardAtMs)).map(([sessionId]) => sessionId);

  return {
    recordedBy: (sessionId, by, atMs) => change(() => running.set(sessionId, { ...by, heardAtMs: atMs })),
    inHandsOf(sessionId, { id: userId, name: userName }) {
      const session = running.get(sessionId);
      if (session) running.set(sessionId, { ...session, userId, userName });
    },
    heardOf(sessionId, atMs) {
      const session = running.get(sessionId);
      if (session) running.set(sessionId, { ...session, heardAtMs: atMs });
    },
    ended(sessionId) {
      change(() => running.delete(sessionId));
      tellEnd(sessionId);
    },
    stopped(sessionId, atMs) {
      change(() => {
        if (running.delete(sessionId)) stoppedAt.set(sessionId, atMs);
      });
      tellEnd(sessionId);
    },
    justStopped(atMs) {
      for (const [sessionId, stoppedAtMs] of stoppedAt) {
        if (running.has(sessionId) || atMs - stoppedAtMs >= UNDO_WITHIN_MS) stoppedAt.delete(sessionId);
      }
      return [...stoppedAt].map(([sessionId, stoppedAtMs]) => ({
        sessionId,
        stoppedAtMs,
        leftMs: stoppedAtMs + UNDO_WITHIN_MS - atMs,
      }));
    },
    clear() {
      const ended = [...running.keys()];
      change(() => running.clear());
      for (const sessionId of ended) tellEnd(sessionId);
    },
    find: (sessionId) => running.get(sessionId) ?? null,
    ofUser: (userId) => [...running].filter(([, by]) => by.userId === userId).map(([sessionId]) => sessionId),
    ofCaller: (caller) => [...running].filter(([, by]) => by.caller === caller).map(([sessionId]) => sessionId),
    awaited: (atMs) => idsWhere((silentMs) => silentMs < FORSAKEN_AFTER_MS, atMs),
    forsaken(atMs) {
      const silent = idsWhere((silentMs) => silentMs >= FORSAKEN_AFTER_MS, atMs);
      const forsaken = silent.filter((sessionId) => silentBefore.has(sessionId));
      silentBefore = new Set(silent);
      return forsaken;
    },
    any: () => running.size > 0,
    watchEnds: (listener) => void endListeners.add(listener),
    watch(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
