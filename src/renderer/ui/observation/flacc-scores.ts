import {
  FLACC_PARTS,
  FLACC_SCORES,
  type FlaccPart,
  type FlaccScore,
  flaccTotal,
  type Observation,
} from '../../../core/emotion/observation.ts';

/** What has been chosen so far; a part is absent until it was. */
export type FlaccScores = { readonly [part in FlaccPart]?: FlaccScore };

/** @returns Null while a part is missing. */
export function flaccObservation(scores: FlaccScores, note: string): (Observation & { kind: 'flacc' }) | null {
  const { face, legs, activity, cry, consolability } = scores;
  if (
    face === undefined ||
    legs === undefined ||
    activity === undefined ||
    cry === undefined ||
    consolability === undefined
  ) {
    return null;
  }
  return { kind: 'flacc', face, legs, activity, cry, consolability, note: note.trim() };
}

/** How far a score has come: the number of parts chosen, and the total once all are. */
export function flaccProgress(scores: FlaccScores): { readonly parts: number; readonly total: number | null } {
  const observation = flaccObservation(scores, '');
  return {
    parts: FLACC_PARTS.filter((part) => scores[part] !== undefined).length,
    total: observation && flaccTotal(observation),
  };
}

/** The part that comes after another; null after the last. */
export function partAfter(part: FlaccPart): FlaccPart | null {
  return FLACC_PARTS[FLACC_PARTS.indexOf(part) + 1] ?? null;
}

/** The score that a key stands for; null for any other key. */
export function scoreOfKey(key: string): FlaccScore | null {
  return FLACC_SCORES.find((score) => String(score) === key) ?? null;
}
