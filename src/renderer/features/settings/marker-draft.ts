import { MARKER_KINDS, type MarkerButton, type MarkerKind } from '../../../core/emotion/marker.ts';
import { SESSION_KEYS } from '../../ui/session-keys.ts';

/** As many as the contract takes, and as fit beside one another on the live screen. */
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

/** What a keystroke in the field of a key makes of it: the last letter or digit that was typed, in lower case. */
export function keyFrom(typed: string): string {
  return /[a-z0-9](?=[^a-z0-9]*$)/.exec(typed.toLowerCase())?.[0] ?? '';
}

/** The row with another kind: a marker of the site's own has a name, the others have their word. */
export function withKind(button: MarkerButton, kind: MarkerKind): MarkerButton {
  return { ...button, kind, name: kind === 'custom' ? button.name : '' };
}

/** Kinds that a row may have: each of the standard ones is there once at the most, own ones as often as wanted. */
export function kindsFor(buttons: readonly MarkerButton[], row: number): MarkerKind[] {
  const taken = new Set(buttons.filter((_, i) => i !== row).map(({ kind }) => kind));
  return MARKER_KINDS.filter((kind) => kind === 'custom' || !taken.has(kind));
}

/** One more row: an own marker on the first key that is free. */
export function withOneMore(buttons: readonly MarkerButton[]): MarkerButton[] {
  const taken = new Set([...SESSION_KEYS, ...buttons.map(({ hotkey }) => hotkey)]);
  const hotkey = [...'1234567890abcdefghijklmnopqrstuvwxyz'].find((key) => !taken.has(key)) ?? '';
  return [...buttons, { kind: 'custom', name: '', hotkey, isInterval: false }];
}
