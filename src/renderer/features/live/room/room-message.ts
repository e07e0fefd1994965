import type { DistressState } from '../../../../core/emotion/distress.ts';
import type { Shown } from '../readout/held-word.ts';

/** What a session tells its room view: the word, what is said of distress, and nothing of whom it is. */
export type RoomMessage =
  | {
      readonly kind: 'shows';
      readonly isPaused: boolean;
      readonly displayed: Pick<Shown, 'word' | 'confidence'>;
      /** Null while there is no reading, and where the model says nothing of it. */
      readonly distress: DistressState | null;
    }
  | { readonly kind: 'ended' };

/** Said so often, also when nothing changes. */
export const TOLD_EVERY_MS = 300;

/** Where a window's session and its room views meet: a channel of its own for each window. */
export function roomChannel(id: string): BroadcastChannel {
  return new BroadcastChannel(`faceward.room.${id}`);
}

/** The part of an address that opens a room view. */
export const ROOM_HASH = '#/room/';
