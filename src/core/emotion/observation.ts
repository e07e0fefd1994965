/**
 * What staff or the child say of a moment, beside the machine's reading and never mixed with it.
 *
 * FLACC: Merkel, Voepel-Lewis, Shayevitz, Malviya 1997, "The FLACC: a behavioral scale for scoring postoperative pain
 * in young children", Pediatric Nursing 23(3): five parts of 0 to 2, a total of 0 to 10.
 * Faces scale: the child's own report on six faces scored 0, 2, 4, 6, 8, 10, as scored in Hicks et al. 2001, "The Faces Pain
 * Scale - Revised", Pain 93(2).
 */
export const FLACC_PARTS = ['face', 'legs', 'activity', 'cry', 'consolability'] as const;

export type FlaccPart = (typeof FLACC_PARTS)[number];

/** Of one part. */
export const FLACC_SCORES = [0, 1, 2] as const;

export type FlaccScore = (typeof FLACC_SCORES)[number];

export const FACES_SCORES = [0, 2, 4, 6, 8, 10] as const;

export type FacesScore = (typeof FACES_SCORES)[number];

/** `note` holds free words of the staff, possibly empty except in a note. */
export type Observation =
  | ({ readonly kind: 'flacc'; readonly note: string } & { readonly [part in FlaccPart]: FlaccScore })
  | { readonly kind: 'faces-scale'; readonly score: FacesScore; readonly note: string }
  | { readonly kind: 'note'; readonly note: string };

/** 0 to 10. */
export function flaccTotal(observation: Observation & { readonly kind: 'flacc' }): number {
  return FLACC_PARTS.reduce((sum, part) => sum + observation[part], 0);
}
