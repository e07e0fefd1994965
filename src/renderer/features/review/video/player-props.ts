/** What a player is told, and what it tells. Times are those of the session's clock. */
export interface PlayerProps {
  readonly cursorMs: number;
  readonly isPlaying: boolean;
  /** 1 is as it was. */
  readonly speed: number;
  /** Playing has brought it to this moment. */
  readonly onTime: (atMs: number) => void;
  /** There is nothing more to play. */
  readonly onEnd: () => void;
}

/** From a quarter to four times as fast as it was. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;

export type Speed = (typeof SPEEDS)[number];

/** The next slower or faster one; the same at the end. */
export function nextSpeed(speed: Speed, by: -1 | 1): Speed {
  return SPEEDS[SPEEDS.indexOf(speed) + by] ?? speed;
}

/** What keys on the timeline ask of the player. */
export type PlayerCommand = 'play-or-pause' | 'slower' | 'faster';

const COMMANDS: Readonly<Record<string, PlayerCommand>> = { ' ': 'play-or-pause', ',': 'slower', '.': 'faster' };

/** Null for a key that is none of the player's. */
export function commandOf(key: string): PlayerCommand | null {
  return Object.hasOwn(COMMANDS, key) ? COMMANDS[key]! : null;
}
