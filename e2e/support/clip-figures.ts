import type { ClipTruth, Reading } from './clip-truth.ts';

/** What lies this close to a change of what the clip shows proves nothing: clocks run apart by a few frames. */
const MARGIN_MS = 400;

/** How a session's readings compare with what the clip shows. */
export interface ClipFigures {
  readonly readings: number;
  readonly whileAbsent: readonly Reading[];
  readonly fromAdult: readonly Reading[];
  /** Whole seconds in which the child's emotion is plain and was read. */
  readonly plainSeconds: number;
  /** Of those, seconds for which most readings name the emotion that is shown. */
  readonly rightSeconds: number;
  /** Of those, seconds for which "neutral" would have been right: the baseline to beat. */
  readonly neutralSeconds: number;
  /** Seconds by "shown -> read"; "not sure" where most readings name nothing. */
  readonly confusion: ReadonlyMap<string, number>;
}

/** @param offsetMs Time of the clip at which the session began. */
export function clipFigures(truth: ClipTruth, readings: readonly Reading[], offsetMs: number): ClipFigures {
  const steady = (clipMs: number, what: (clipMs: number) => unknown) =>
    what(clipMs - MARGIN_MS) === what(clipMs) && what(clipMs + MARGIN_MS) === what(clipMs);
  const isAbsent = (clipMs: number) => !truth.at(clipMs, 'child')?.isPresent;
  const seconds = new Map<string, string[]>();
  for (const { atMs, emotion } of readings) {
    const clipMs = atMs + offsetMs;
    const shown = truth.plainEmotion(clipMs);
    if (!shown || !steady(clipMs, (each) => truth.plainEmotion(each))) continue;
    const key = `${Math.floor(clipMs / 1000)} ${shown}`;
    seconds.set(key, [...(seconds.get(key) ?? []), emotion || 'not sure']);
  }
  const judged = [...seconds].map(([key, read]) => ({ shown: key.split(' ')[1]!, read: mostFrequent(read) }));
  const confusion = new Map<string, number>();
  for (const { shown, read } of judged) {
    const key = `${shown} -> ${read}`;
    confusion.set(key, (confusion.get(key) ?? 0) + 1);
  }
  return {
    readings: readings.length,
    whileAbsent: readings.filter(({ atMs }) => isAbsent(atMs + offsetMs) && steady(atMs + offsetMs, isAbsent)),
    fromAdult: readings.filter(({ atMs, box }) => truth.isAdult(box, atMs + offsetMs)),
    plainSeconds: judged.length,
    rightSeconds: judged.filter(({ shown, read }) => shown === read).length,
    neutralSeconds: judged.filter(({ shown }) => shown === 'neutral').length,
    confusion,
  };
}

export function figuresText(figures: ClipFigures): string {
  const { readings, whileAbsent, fromAdult, plainSeconds, rightSeconds, neutralSeconds, confusion } = figures;
  const percent = (count: number) => `${((100 * count) / plainSeconds).toFixed(0)} %`;
  return (
    `${readings} readings, ${whileAbsent.length} while absent, ${fromAdult.length} of the adult; emotion right in ` +
    `${percent(rightSeconds)} of ${plainSeconds} plain seconds (always "neutral": ${percent(neutralSeconds)}); ` +
    [...confusion].map(([pair, count]) => `${pair} ${count}`).join(', ')
  );
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}
