import type { Caller } from './caller.ts';

/** What is known of one caller between its calls. */
export interface Seat {
  userId: string | null;
  /** What this person has looked at since they signed in, so that looking again is not recorded again. */
  readonly seen: Set<string>;
}

/** Who calls, and who of them is signed in as whom. */
export interface Seats {
  add(): Caller;
  remove(caller: Caller): void;
  /** @throws RangeError for a caller that was disconnected. */
  of(caller: Caller): Seat;
  signIn(seat: Seat, userId: string): void;
  signOut(seat: Seat): void;
  /** Signs a user out wherever they are signed in; everybody, for null. */
  signOutUser(userId: string | null): void;
  anybodySignedIn(): boolean;
}

export function createSeats(): Seats {
  const seats = new Map<number, Seat>();
  let lastId = 0;

  const set = (seat: Seat, userId: string | null) => {
    seat.userId = userId;
    seat.seen.clear();
  };
  return {
    add() {
      lastId++;
      seats.set(lastId, { userId: null, seen: new Set() });
      return { id: lastId };
    },
    remove: (caller) => seats.delete(caller.id),
    of(caller) {
      const seat = seats.get(caller.id);
      if (!seat) throw new RangeError(`a connected caller was expected; caller ${caller.id} is not`);
      return seat;
    },
    signIn: set,
    signOut: (seat) => set(seat, null),
    signOutUser(userId) {
      for (const seat of seats.values()) if (userId === null || seat.userId === userId) set(seat, null);
    },
    anybodySignedIn: () => [...seats.values()].some((seat) => seat.userId !== null),
  };
}
