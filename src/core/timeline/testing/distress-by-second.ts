import type { DistressState } from '../../emotion/distress.ts';

/** What a face shows: the rest of a child is a neutral face, of which "distress likely" is wrong as of any other calm one. */
export type Shows = 'distress' | 'rest' | 'other';

export interface ShownStretch {
  readonly shows: Shows;
  readonly fromMs: number;
  readonly toMs: number;
}

/** What the line said at the time of a frame; null where nothing was read. */
export interface SaidAt {
  readonly atMs: number;
  readonly state: DistressState | null;
}

/** A whole second in which one thing was shown. */
export interface JudgedSecond {
  readonly shows: Shows;
  /** What was said most of the time. */
  readonly said: DistressState | null;
  /** From the face's change to the second's beginning. */
  readonly sinceChangeMs: number;
}

/** A stretch of a film, once the line could have followed. */
export interface JudgedStretch {
  readonly shows: Shows;
  readonly lengthMs: number;
  /** From the change of face until "likely" was said (of distress), or no more was (of others); null if never. */
  readonly delayMs: number | null;
  /** "Likely" was said anew, after it had not been said. */
  readonly isCalledAnew: boolean;
}

const SECOND_MS = 1000;

/** The whole seconds of a film in each of which one thing was shown, and what was said of it. Seconds without a frame are left out. */
export function judgeSeconds(shown: readonly ShownStretch[], said: readonly SaidAt[]): JudgedSecond[] {
  const bySecond = Map.groupBy(said, ({ atMs }) => Math.floor(atMs / SECOND_MS));
  return [...bySecond].flatMap(([second, own]) => {
    const fromMs = second * SECOND_MS;
    const stretch = shown.find((each) => each.fromMs <= fromMs && fromMs + SECOND_MS <= each.toMs);
    if (!stretch) return [];
    return [{ shows: stretch.shows, said: mostSaid(own), sinceChangeMs: fromMs - stretch.fromMs }];
  });
}

/** How the line followed each stretch of a film. */
export function judgeStretches(shown: readonly ShownStretch[], said: readonly SaidAt[]): JudgedStretch[] {
  return shown.map(({ shows, fromMs, toMs }) => {
    const own = said.filter(({ atMs }) => fromMs <= atMs && atMs < toMs);
    const followed = own.find(({ state }) => (state === 'likely') === (shows === 'distress'));
    const isCalledAnew = own.some(
      ({ state }, index) => index > 0 && state === 'likely' && own[index - 1]!.state !== 'likely',
    );
    return { shows, lengthMs: toMs - fromMs, delayMs: followed ? followed.atMs - fromMs : null, isCalledAnew };
  });
}

function mostSaid(own: readonly SaidAt[]): DistressState | null {
  const counted = [...Map.groupBy(own, ({ state }) => state)].map(([state, { length }]) => ({ state, length }));
  return counted.reduce((most, each) => (each.length > most.length ? each : most)).state;
}
