import { EMOTIONS } from '../../emotion/emotion.ts';
import type { SampleColumns } from '../sample-columns.ts';

/** Samples at the given times; each names an emotion by index, or none with -1, with probability 0.7 for it. */
export function samplesOf(rows: readonly (readonly [atMs: number, emotion: number])[]): SampleColumns {
  const probabilities = rows.flatMap(([, emotion]) =>
    EMOTIONS.map((_, index) => (emotion < 0 ? 1 / 7 : index === emotion ? 0.7 : 0.05)),
  );
  return {
    count: rows.length,
    atMs: Float64Array.from(rows, ([atMs]) => atMs),
    probabilities: Float32Array.from(probabilities),
    emotion: Int8Array.from(rows, ([, emotion]) => emotion),
  };
}

/** One sample every `stepMs` from `fromMs` up to, not including, `toMs`. */
export function steady(fromMs: number, toMs: number, emotion: number, stepMs = 50): [number, number][] {
  const rows: [number, number][] = [];
  for (let atMs = fromMs; atMs < toMs; atMs += stepMs) rows.push([atMs, emotion]);
  return rows;
}
