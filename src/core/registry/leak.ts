import type { ModelConfig } from './model-config.ts';

/** A subject that is in two places where it may be in one only. */
export interface Leak {
  /** Digest of the subject's id, as a model's config holds it. */
  readonly subject: string;
  readonly places: readonly [string, string];
}

/** Subjects that are in two splits of the model's own data; empty when the split is sound. */
export function leaksBetweenSplits({ split: { subjects } }: Pick<ModelConfig, 'split'>): Leak[] {
  const pairs = [
    ['train', 'val'],
    ['train', 'test'],
    ['val', 'test'],
  ] as const;
  return pairs.flatMap(([a, b]) =>
    shared(subjects[a], subjects[b]).map((subject) => ({ subject, places: [a, b] as const })),
  );
}

/**
 * Subjects of an evaluation set that the model was fitted on: figures on them flatter it. Val counts as fitted on,
 * because temperature and threshold were chosen there.
 *
 * @param digests Of the evaluation set's subjects.
 */
export function leaksIntoEvaluation(
  { split: { subjects } }: Pick<ModelConfig, 'split'>,
  digests: readonly string[],
): Leak[] {
  const leaksFrom = (split: 'train' | 'val') =>
    shared(subjects[split], digests).map((subject) => ({ subject, places: [split, 'evaluation'] as const }));
  return [...leaksFrom('train'), ...leaksFrom('val')];
}

function shared(a: readonly string[], b: readonly string[]): string[] {
  const known = new Set(a);
  return [...new Set(b)].filter((each) => known.has(each));
}
