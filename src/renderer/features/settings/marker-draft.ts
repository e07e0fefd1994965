import { MARKER_KINDS, type MarkerButton, type MarkerKind } from '../../../core/emotion/marker.ts';
import { SESSION_KEYS } from '../../ui/session-keys.ts';

/** As many as the contract accepts and the live screen has room for. */
export const MOST_MARKERS = 12;

/** Why a row of the table cannot be saved as it is. */
export type MarkerProblem = 'noKey' | 'keyTaken' | 'keyReserved' | 'noName' | 'nameTaken';

/** What is wrong with a row; empty when nothing is. */
export function markerProblems(buttons: readonly MarkerButton[], row: number): MarkerProblem[] {
  const { kind, name, hotkey } = buttons[row]!;
  const others = buttons.filter((_, i) => i !== row);
  const problems: MarkerProblem[] = [];
  if (!/^[a-z0-9]$/.test(hotkey)) problems.push('noKey');
  else if (SESSION_KEYS.includes(hotkey)) problems.push('keyReserved');
  else if (others.some((each) => each.hotkey === hotkey)) problems.push('keyTaken');
  if (kind === 'custom') {
    const own = name.trim().toLocaleLowerCase();
    if (own === '') problems.push('noName');
    else if (others.some((each) => each.name.trim().toLocaleLowerCase() === own)) problems.push('nameTaken');
  }
  return problems;
}

/** The key after a keystroke in its field: the last letter or digit that was typed, in lower case. */
export function keyFrom(typed: string): string {
  return /[a-z0-9](?=[^a-z0-9]*$)/.exec(typed.toLowerCase())?.[0] ?? '';
}

/** The row with another kind: only the site's own markers have a name. */
export function withKind(button: MarkerButton, kind: MarkerKind): MarkerButton {
  return { ...button, kind, name: kind === 'custom' ? button.name : '' };
}

/** Kinds that a row may have: each standard kind once at most, own markers any number of times. */
export function kindsFor(buttons: readonly MarkerButton[], row: number): MarkerKind[] {
  const taken = new Set(buttons.filter((_, i) => i !== row).map(({ kind }) => kind));
  return MARKER_KINDS.filter((kind) => kind === 'custom' || !taken.has(kind));
}

/** One more row: an own marker on the first free key. */
export function withOneMore(buttons: readonly MarkerButton[]): MarkerButton[] {
  const taken = new Set([...SESSION_KEYS, ...buttons.map(({ hotkey }) => hotkey)]);
  const hotkey = [...'1234567890abcdefghijklmnopqrstuvwxyz'].find((key) => !taken.has(key)) ?? '';
  return [...buttons, { kind: 'custom', name: '', hotkey, isInterval: false }];
}
