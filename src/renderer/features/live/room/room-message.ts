import type { Shown } from '../readout/held-word.ts';

/** What a session tells its room view: the word and nothing of whom it is. */
export type RoomMessage =
  | { readonly kind: 'shows'; readonly isPaused: boolean; readonly displayed: Pick<Shown, 'word' | 'confidence'> }
  | { readonly kind: 'ended' };

/** Said so often, also when nothing changes. */
export const TOLD_EVERY_MS = 300;

/** Where a window's session and its room views meet: a channel of its own for each window. */
export function roomChannel(id: string): BroadcastChannel {
  return new BroadcastChannel(`faceward.room.${id}`);
}

/** The part of an address that opens a room view. */
export const ROOM_HASH = '#/room/';
