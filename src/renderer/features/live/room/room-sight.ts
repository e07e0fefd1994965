import type { RoomMessage } from './room-message.ts';

/** A word that was not confirmed for so long is not shown any more. */
const SILENCE_MS = 1000;

/** What a room view shows: what the session says, or that it says nothing, or has ended. */
export type RoomSight =
  | (RoomMessage & { readonly kind: 'shows' })
  | { readonly kind: 'ended' }
  /** `isNew`: nothing was ever heard. */
  | { readonly kind: 'silent'; readonly isNew: boolean };

/**
 * Keeps what a session said last for no longer than it holds: a word that stands on a wall after its source has gone would
 * be taken for a reading.
 */
export class RoomWatch {
  #last: { readonly message: RoomMessage; readonly atMs: number } | null = null;

  hear(message: RoomMessage, atMs: number): void {
    this.#last = { message, atMs };
  }

  at(nowMs: number): RoomSight {
    if (!this.#last) return { kind: 'silent', isNew: true };
    const { message, atMs } = this.#last;
    if (message.kind === 'ended') return message;
    return nowMs - atMs > SILENCE_MS ? { kind: 'silent', isNew: false } : message;
  }
}
