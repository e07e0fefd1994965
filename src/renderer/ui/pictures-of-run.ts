import { createContext } from 'react';
import type { AgeBandName } from '../../core/emotion/age.ts';
import type { Emotion } from '../../core/emotion/emotion.ts';

/** Which of a run's test images are meant; what is left out does not matter. */
export interface RunChoice {
  readonly truth?: Emotion;
  readonly said?: Emotion;
  readonly right?: boolean;
  /** Probability of what was said, above this and up to that. */
  readonly sure?: { readonly from: number; readonly to: number };
  readonly ageBand?: AgeBandName;
  /** The image to begin with. */
  readonly imageKey?: number;
}

/** Address of the wall of faces with a run's test images. */
export function picturesPath(runId: string, { truth, said, right, sure, ageBand, imageKey }: RunChoice): string {
  const query = new URLSearchParams({ run: runId, runSplit: 'test' });
  const parts = { truth, said, right: right === undefined ? undefined : Number(right), sureFrom: sure?.from };
  for (const [name, value] of Object.entries({ ...parts, sureTo: sure?.to, age: ageBand, image: imageKey })) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `/training/wall?${query}`;
}

/** Id of the run whose test images figures are of, where they are known one by one; null where they are not. */
export const PicturesOfRun = createContext<string | null>(null);
