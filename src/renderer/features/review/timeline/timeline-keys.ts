import type { TimelineAction, TimelineState } from './timeline-state.ts';

/** What the keys jump between, each sorted by its beginning. */
export interface JumpTargets {
  readonly episodes: readonly { readonly fromMs: number; readonly toMs: number }[];
  /** Markers, observations and annotations. */
  readonly entries: readonly { readonly fromMs: number; readonly toMs: number }[];
}

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** A cursor within this distance of a jump target counts as being on it, and goes on to the next. */
const ON_IT_MS = 1;

/** A key that found nothing has to say so: silence looks like a key that does not work. */
export interface NothingFound {
  readonly kind: 'nothing-found';
  readonly sought: 'nextEpisode' | 'previousEpisode' | 'nextEntry' | 'previousEntry';
}

/** What a key does on the timeline, or null for a key that does nothing there. */
export function keyAction(
  { key, shiftKey }: Pressed,
  state: TimelineState,
  jumpTargets: JumpTargets,
): TimelineAction | NothingFound | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return { kind: 'scrub', direction: key === 'ArrowLeft' ? -1 : 1, isCoarse: shiftKey };
    case '+':
    case '=':
      return { kind: 'zoom', factor: 0.5 };
    case '-':
      return { kind: 'zoom', factor: 2 };
    case '0':
      return { kind: 'show-all' };
    case 'Home':
      return { kind: 'cursor', atMs: 0 };
    case 'End':
      return { kind: 'cursor', atMs: state.wholeMs };
    case 'n':
      return visit(nextEpisode(jumpTargets.episodes, state), 'nextEpisode');
    case 'p':
      return visit(previous(jumpTargets.episodes, state.cursorMs), 'previousEpisode');
    case 'j':
      return go(next(jumpTargets.entries, state.cursorMs), 'nextEntry');
    case 'k':
      return go(previous(jumpTargets.entries, state.cursorMs), 'previousEntry');
    case '[':
      return { kind: 'select-from-cursor' };
    case ']':
      return { kind: 'select-to-cursor' };
    case 'Escape':
      return state.selection && { kind: 'select', range: null };
    default:
      return null;
  }
}

type JumpTarget = JumpTargets['entries'][number];

const isAfter = ({ fromMs }: JumpTarget, cursorMs: number) => fromMs > cursorMs + ON_IT_MS;
const isBefore = ({ fromMs }: JumpTarget, cursorMs: number) => fromMs < cursorMs - ON_IT_MS;

const next = (all: readonly JumpTarget[], cursorMs: number) => all.find((each) => isAfter(each, cursorMs));
const previous = (all: readonly JumpTarget[], cursorMs: number) => all.findLast((each) => isBefore(each, cursorMs));
/** The cursor may start on an episode that nobody has chosen yet: that one is the next. */
const nextEpisode = (all: readonly JumpTarget[], { cursorMs, selection }: TimelineState) =>
  all.find((each) => isAfter(each, cursorMs) || (!isBefore(each, cursorMs) && each.fromMs !== selection?.fromMs));

/** Shows the whole episode and chooses it, ready to be corrected. */
const visit = (found: JumpTarget | undefined, sought: NothingFound['sought']): TimelineAction | NothingFound =>
  found ? { kind: 'visit', fromMs: found.fromMs, toMs: found.toMs } : { kind: 'nothing-found', sought };

/** Moves only the cursor: what is chosen and the zoom stay as they are. */
const go = (found: JumpTarget | undefined, sought: NothingFound['sought']): TimelineAction | NothingFound =>
  found ? { kind: 'cursor', atMs: found.fromMs } : { kind: 'nothing-found', sought };
