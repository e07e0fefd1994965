import type { ReadFace } from './read-face.ts';

/** An image of a child and the reading of another one, at rest. */
export interface BaselinePair {
  readonly face: ReadFace;
  /** In the order of EMOTIONS. */
  readonly baseline: readonly number[];
}

/** Each child's first neutral image is its baseline, and all its others are held against it. */
export function baselinePairs(faces: readonly ReadFace[]): BaselinePair[] {
  return [...Map.groupBy(faces, ({ subject }) => subject).values()].flatMap((own) => {
    const [rest] = own
      .filter(({ emotion }) => emotion === 'neutral')
      .sort((a, b) => a.path.localeCompare(b.path, 'en'));
    if (!rest) return [];
    return own.filter((face) => face !== rest).map((face) => ({ face, baseline: rest.probabilities }));
  });
}
