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

function shared(a: readonly string[], b: readonly string[]): string[] {
  const known = new Set(a);
  return [...new Set(b)].filter((each) => known.has(each));
}
