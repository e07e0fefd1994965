/** The three parts of a dataset, in the order of their use. */
export const SPLITS = ['train', 'val', 'test'] as const;

export type SplitName = (typeof SPLITS)[number];

export function isSplitName(text: string): text is SplitName {
  return (SPLITS as readonly string[]).includes(text);
}
