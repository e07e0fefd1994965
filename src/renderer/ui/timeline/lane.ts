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
  /** Of a lane of items its row for each, from 0: what lies in one row does not overlap. Empty for a curve. */
  readonly rows: readonly number[];
}

const HEIGHT_PX = { items: 28, valence: 76, confidence: 76 } as const;
const BETWEEN_PX = 6;
/** What overlaps still more is drawn over what lies in the last row. */
const MOST_ROWS = 3;

/** The lanes one below the other. @returns Their places, and the height of them all. */
export function placeLanes(lanes: readonly Lane[]): { places: LanePlace[]; heightPx: number } {
  let topPx = BETWEEN_PX;
  const places = lanes.map((lane) => {
    const rows = lane.kind === 'items' ? rowsOf(lane.items) : [];
    const heightPx = HEIGHT_PX[lane.kind] * (1 + Math.max(0, ...rows));
    const place = { lane, topPx, heightPx, rows };
    topPx += heightPx + BETWEEN_PX;
    return place;
  });
  return { places, heightPx: topPx };
}

/** The first row in which each item lies on none before it, so that no marker hides another. */
function rowsOf(items: readonly LaneItem[]): number[] {
  const endsMs: number[] = [];
  return items.map(({ fromMs, toMs }) => {
    const free = endsMs.findIndex((endMs) => endMs <= fromMs);
    const row = Math.min(free < 0 ? endsMs.length : free, MOST_ROWS - 1);
    // A moment takes up some time, too: what begins with it goes below it.
    endsMs[row] = Math.max(endsMs[row] ?? 0, toMs ?? fromMs + 1);
    return row;
  });
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
