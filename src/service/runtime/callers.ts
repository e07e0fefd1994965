import type { Caller } from './caller.ts';

/** What is known of one caller between its calls. */
export interface CallerState {
  readonly id: number;
  userId: string | null;
  /** Somebody was signed in here before. */
  wasSignedIn: boolean;
  /** When this caller last did something that shows somebody is there, by the machine's uptime. */
  usedAtMs: number;
  /** Calls of this caller that have not ended. */
  underWay: number;
  /** The screen is covered: only what `mayCallWhileLocked` names is answered. */
  isLocked: boolean;
  /** A recovery code that was made and is not confirmed yet. */
  newRecoveryCode: string | null;
  /** What this person has looked at since they signed in, so that looking again is not recorded again. */
  readonly seen: Set<string>;
  /** Files that they have begun to fetch, by what stands for the rest of each. */
  readonly begunFiles: Set<string>;
}

/** Who calls, and who of them is signed in as whom. */
export interface Callers {
  add(): Caller;
  remove(caller: Caller): void;
  /** Null for a caller that was disconnected. */
  find(caller: Caller): CallerState | null;
  /** @throws RangeError for a caller that was disconnected. */
  of(caller: Caller): CallerState;
  /** Until somebody signs in or out on it. */
  lock(callerState: CallerState): void;
  signIn(callerState: CallerState, userId: string): void;
  signOut(callerState: CallerState): void;
  /** Signs a user out wherever they are signed in; everybody, for null. */
  signOutUser(userId: string | null): void;
  isSignedIn(userId: string): boolean;
  anybodySignedIn(): boolean;
  /** Those on whom somebody is signed in and nobody has done anything for as long. */
  unused(forMs: number): CallerState[];
}

/** @param uptimeMs What tells for how long nobody called. */
export function createCallers(uptimeMs: () => number): Callers {
  const callers = new Map<number, CallerState>();
  let lastId = 0;

  const set = (callerState: CallerState, userId: string | null) => {
    callerState.wasSignedIn ||= userId !== null;
    callerState.usedAtMs = uptimeMs();
    callerState.userId = userId;
    callerState.isLocked = false;
    callerState.newRecoveryCode = null;
    callerState.seen.clear();
    callerState.begunFiles.clear();
  };
  return {
    add() {
      lastId++;
      callers.set(lastId, {
        id: lastId,
        userId: null,
        wasSignedIn: false,
        usedAtMs: uptimeMs(),
        underWay: 0,
        isLocked: false,
        newRecoveryCode: null,
        seen: new Set(),
        begunFiles: new Set(),
      });
      return { id: lastId };
    },
    remove: (caller) => callers.delete(caller.id),
    find: (caller) => callers.get(caller.id) ?? null,
    of(caller) {
      const callerState = callers.get(caller.id);
      if (!callerState) throw new RangeError(`a connected caller was expected; caller ${caller.id} is not`);
      return callerState;
    },
    lock(callerState) {
      callerState.isLocked = true;
    },
    signIn: set,
    signOut: (callerState) => set(callerState, null),
    signOutUser(userId) {
      for (const callerState of callers.values())
        if (userId === null || callerState.userId === userId) set(callerState, null);
    },
    isSignedIn: (userId) => [...callers.values()].some((callerState) => callerState.userId === userId),
    unused: (forMs) =>
      [...callers.values()].filter(
        ({ userId, underWay, usedAtMs }) => userId !== null && underWay === 0 && uptimeMs() - usedAtMs >= forMs,
      ),
    anybodySignedIn: () => [...callers.values()].some((callerState) => callerState.userId !== null),
  };
}
