import type { VideoFragment } from '../../../../contract/review/videos.ts';

type Stretch = Pick<VideoFragment, 'fromMs' | 'toMs'>;

/** Between two fragments lies less than a picture's length, unless something is missing. */
const SEAM_MS = 500;

/** Where a moment lies in a video: in one of its fragments, or in none, and what comes next. */
export interface PlaceInVideo<F extends Stretch> {
  readonly here: F | null;
  readonly next: F | null;
}

/** @param fragments In the order of time. */
export function placeInVideo<F extends Stretch>(fragments: readonly F[], atMs: number): PlaceInVideo<F> {
  const index = fragments.findLastIndex(({ fromMs }) => fromMs <= atMs);
  const last = fragments[index];
  const next = fragments[index + 1] ?? null;
  const isSeam = next !== null && last !== undefined && next.fromMs - last.toMs < SEAM_MS;
  const here = last && (atMs < last.toMs || isSeam) ? last : null;
  return { here, next };
}

/** Stretches without a hole between them, for a person to see. */
export function stretchesOf(fragments: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { fromMs, toMs } of fragments) {
    const before = stretches.at(-1);
    if (before && fromMs - before.toMs < SEAM_MS) stretches[stretches.length - 1] = { fromMs: before.fromMs, toMs };
    else stretches.push({ fromMs, toMs });
  }
  return stretches;
}
