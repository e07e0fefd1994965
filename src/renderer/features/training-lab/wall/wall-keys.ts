import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { IMAGE_LABELS, type ImageLabel } from '../../../../core/store/lab/wall/wall-filter.ts';

/** The key of each label: digits for the seven emotions, as in the queue of uncertain moments, and letters for the rest. */
export const LABEL_KEYS = Object.fromEntries([
  ...EMOTIONS.map((emotion, index) => [emotion, String(index + 1)]),
  ['no-face', 'n'],
  ['not-usable', 'u'],
]) as Readonly<Record<ImageLabel, string>>;

export const ORIGINAL_KEY = 'o';

export const UNDO_KEY = 'Backspace';

/** What a key asks for. */
export type WallAction =
  | { readonly kind: 'label'; readonly label: ImageLabel }
  | { readonly kind: 'undo' }
  | { readonly kind: 'original' }
  | { readonly kind: 'move'; readonly to: number };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key does to the image under the cursor; null for any other key. */
export function labelAction({ key, ctrlKey, metaKey, altKey }: Key): WallAction | null {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') return { kind: 'undo' };
  if (ctrlKey || metaKey || altKey) return null;
  if (key === UNDO_KEY) return { kind: 'undo' };
  if (key.toLowerCase() === ORIGINAL_KEY) return { kind: 'original' };
  const label = IMAGE_LABELS.find((each) => LABEL_KEYS[each] === key.toLowerCase());
  return label ? { kind: 'label', label } : null;
}

/** The part of the wall that is on the screen. */
export interface WallShape {
  /** Images in all. */
  readonly count: number;
  readonly columns: number;
  /** Whole rows on the screen. */
  readonly rows: number;
}

/** Where a key moves the cursor; null for a key that does not move. */
export function moveAction(
  { key, ctrlKey, metaKey, altKey }: Key,
  cursor: number,
  { count, columns, rows }: WallShape,
): WallAction | null {
  if (metaKey || altKey || count === 0) return null;
  const page = columns * Math.max(1, rows - 1);
  const column = cursor % columns;
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: cursor - 1,
    ArrowRight: cursor + 1,
    ArrowUp: cursor - columns < 0 ? cursor : cursor - columns,
    ArrowDown: cursor + columns >= count ? cursor : cursor + columns,
    PageUp: Math.max(column, cursor - page),
    PageDown: cursor + page,
    Home: ctrlKey ? 0 : cursor - column,
    End: ctrlKey ? count - 1 : cursor - column + columns - 1,
  };
  const to = targets[key];
  return to === undefined ? null : { kind: 'move', to: Math.min(count - 1, Math.max(0, to)) };
}
