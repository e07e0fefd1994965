/** One thing on a lane of items: a moment, or an interval. */
export interface LaneItem {
  readonly fromMs: number;
  /** Null for a moment. */
  readonly toMs: number | null;
  /** Drawn where it fits, else `short`, else nothing: its colour or pattern stands all the same. */
  readonly text: string;
  readonly short?: string;
  readonly colour: string;
  /** filled: a plain thing; outlined: doubt; hatched: nothing was read. */
  readonly look: 'filled' | 'outlined' | 'hatched';
}

/** A row of the timeline: items along it, or a curve of the readings. */
export type Lane =
  | { readonly kind: 'items'; readonly name: string; readonly items: readonly LaneItem[] }
  | { readonly kind: 'valence' | 'confidence'; readonly name: string };

/** Where a lane lies, in CSS pixels from the top of the plotting area. */
export interface LanePlace {
  readonly lane: Lane;
  readonly topPx: number;
  readonly heightPx: number;
}

const HEIGHT_PX = { items: 28, valence: 76, confidence: 76 } as const;
const BETWEEN_PX = 6;

/** The lanes one below the other. @returns Their places, and the height of them all. */
export function placeLanes(lanes: readonly Lane[]): { places: LanePlace[]; heightPx: number } {
  let topPx = BETWEEN_PX;
  const places = lanes.map((lane) => {
    const heightPx = HEIGHT_PX[lane.kind];
    const place = { lane, topPx, heightPx };
    topPx += heightPx + BETWEEN_PX;
    return place;
  });
  return { places, heightPx: topPx };
}

/**
 * The range that a scale of the whole plotting area must have, so that `low` to `high` fill one lane of it: charts within
 * one chart, with one axis of time.
 */
export function rangeWithin(
  { topPx, heightPx }: Pick<LanePlace, 'topPx' | 'heightPx'>,
  wholePx: number,
  low: number,
  high: number,
): [number, number] {
  const perPx = (high - low) / heightPx;
  return [low - (wholePx - topPx - heightPx) * perPx, high + topPx * perPx];
}
