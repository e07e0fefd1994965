import { clampRange, panRange, type TimeRange, zoomRange } from '../../../ui/timeline/time-range.ts';

/** What is visible of a session, where the cursor is, and which stretch is chosen. */
export interface TimelineState {
  readonly wholeMs: number;
  readonly range: TimeRange;
  readonly cursorMs: number;
  readonly selection: TimeRange | null;
}

export type TimelineAction =
  | { readonly kind: 'show'; readonly range: TimeRange }
  | { readonly kind: 'show-all' }
  /** By a share of the visible range; negative moves towards the beginning. */
  | { readonly kind: 'pan'; readonly share: number }
  /** Around the cursor if it is in view; 0.5 shows half as much. */
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'cursor'; readonly atMs: number }
  | { readonly kind: 'scrub'; readonly direction: -1 | 1; readonly isCoarse: boolean }
  | { readonly kind: 'select'; readonly range: TimeRange | null }
  | { readonly kind: 'select-from-cursor' }
  | { readonly kind: 'select-to-cursor' }
  /** Brings a stretch into view, with a little around it, and chooses it if it has a length. */
  | { readonly kind: 'visit'; readonly fromMs: number; readonly toMs: number };

/** A fine step is this share of the visible range, a coarse one twenty times that. */
const STEP_SHARE = 1 / 200;
const COARSE_STEPS = 20;
/** The gap between two readings at 15 a second: a finer step would show the same one again. */
const SHORTEST_STEP_MS = 1000 / 15;
/** How much is shown before and after a stretch that is visited. */
const AROUND_MS = 5_000;
/** How much is chosen while only one end is known. */
const FIRST_SELECTION_MS = 2_000;

export function startTimeline(wholeMs: number): TimelineState {
  return { wholeMs, range: { fromMs: 0, toMs: wholeMs }, cursorMs: 0, selection: null };
}

export function changeTimeline(state: TimelineState, action: TimelineAction): TimelineState {
  const { wholeMs, range, cursorMs, selection } = state;
  switch (action.kind) {
    case 'show':
      return { ...state, range: clampRange(action.range, wholeMs) };
    case 'show-all':
      return { ...state, range: { fromMs: 0, toMs: wholeMs } };
    case 'pan':
      return { ...state, range: panRange(range, action.share, wholeMs) };
    case 'zoom':
      return {
        ...state,
        range: zoomRange(isIn(range, cursorMs) ? around(range, cursorMs) : range, action.factor, wholeMs),
      };
    case 'cursor':
      return moveCursor(state, action.atMs);
    case 'scrub': {
      const fineMs = Math.max((range.toMs - range.fromMs) * STEP_SHARE, SHORTEST_STEP_MS);
      return moveCursor(state, cursorMs + action.direction * fineMs * (action.isCoarse ? COARSE_STEPS : 1));
    }
    case 'select':
      return { ...state, selection: action.range && clampSelection(action.range, wholeMs) };
    case 'select-from-cursor': {
      const toMs = selection && selection.toMs > cursorMs ? selection.toMs : cursorMs + FIRST_SELECTION_MS;
      return { ...state, selection: clampSelection({ fromMs: cursorMs, toMs }, wholeMs) };
    }
    case 'select-to-cursor': {
      const fromMs = selection && selection.fromMs < cursorMs ? selection.fromMs : cursorMs - FIRST_SELECTION_MS;
      return { ...state, selection: clampSelection({ fromMs, toMs: cursorMs }, wholeMs) };
    }
    case 'visit': {
      const { fromMs, toMs } = action;
      return {
        ...state,
        range: clampRange({ fromMs: fromMs - AROUND_MS, toMs: toMs + AROUND_MS }, wholeMs),
        cursorMs: Math.min(Math.max(fromMs, 0), wholeMs),
        selection: toMs > fromMs ? clampSelection({ fromMs, toMs }, wholeMs) : selection,
      };
    }
  }
}

const isIn = (range: TimeRange, atMs: number) => range.fromMs <= atMs && atMs <= range.toMs;

/** A range of the same length with the moment in its middle. */
function around({ fromMs, toMs }: TimeRange, atMs: number): TimeRange {
  const halfMs = (toMs - fromMs) / 2;
  return { fromMs: atMs - halfMs, toMs: atMs + halfMs };
}

/** Moves the cursor within the session; the view follows when the cursor leaves it. */
function moveCursor(state: TimelineState, toMs: number): TimelineState {
  const cursorMs = Math.min(Math.max(toMs, 0), state.wholeMs);
  const range = isIn(state.range, cursorMs) ? state.range : clampRange(around(state.range, cursorMs), state.wholeMs);
  return { ...state, cursorMs, range };
}

function clampSelection({ fromMs, toMs }: TimeRange, wholeMs: number): TimeRange | null {
  const inside = { fromMs: Math.max(fromMs, 0), toMs: Math.min(toMs, wholeMs) };
  return inside.toMs > inside.fromMs ? inside : null;
}
