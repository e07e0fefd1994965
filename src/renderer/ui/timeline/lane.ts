/** One thing on a lane of items: a moment, or an interval. */
export interface LaneItem {
  readonly fromMs: number;
  /** Null for a moment. */
  readonly toMs: number | null;
  /** Drawn where it fits, else `short`, else nothing; colour or pattern are drawn in any case. */
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
  /** For an item lane, the row of each item, from 0; items in one row do not overlap. Empty for a curve. */
  readonly rows: readonly number[];
}

const HEIGHT_PX = { items: 28, valence: 76, confidence: 76 } as const;
const BETWEEN_PX = 6;
/** Rows of a lane at most; an item that overlaps all of them goes to the row that is free soonest. */
const MOST_ROWS = 3;
/** A moment's word takes up about this share of the whole session's width. */
const WORD_SHARE = 0.08;

/** Lays the lanes one below another. @returns Their places, and their height together. */
export function placeLanes(lanes: readonly Lane[]): { places: LanePlace[]; heightPx: number } {
  const items = lanes.flatMap((lane) => (lane.kind === 'items' ? lane.items : []));
  const wordMs = WORD_SHARE * items.reduce((most, { fromMs, toMs }) => Math.max(most, toMs ?? fromMs), 0);
  let topPx = BETWEEN_PX;
  const places = lanes.map((lane) => {
    const rows = lane.kind === 'items' ? rowsOf(lane.items, wordMs) : [];
    const heightPx = HEIGHT_PX[lane.kind] * (1 + Math.max(0, ...rows));
    const place = { lane, topPx, heightPx, rows };
    topPx += heightPx + BETWEEN_PX;
    return place;
  });
  return { places, heightPx: topPx };
}

/** For each item the first row in which it overlaps none before it, so that no marker hides another or its word. */
function rowsOf(items: readonly LaneItem[], wordMs: number): number[] {
  const endsMs: number[] = [];
  return items.map(({ fromMs, toMs }) => {
    let row = endsMs.findIndex((endMs) => endMs <= fromMs);
    if (row < 0) row = endsMs.length < MOST_ROWS ? endsMs.length : endsMs.indexOf(Math.min(...endsMs));
    endsMs[row] = Math.max(endsMs[row] ?? 0, toMs ?? fromMs + wordMs);
    return row;
  });
}

/**
 * The range that a scale of the whole plotting area needs for `low` to `high` to fill one lane: charts within one chart,
 * sharing one time axis.
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
