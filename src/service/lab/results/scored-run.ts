import { EMOTIONS, type Emotion } from '../../../core/emotion/emotion.ts';
import type { ScoredImages } from '../../../core/evaluation/scored-images.ts';
import type { RunImageRow } from '../../../core/store/lab/run-images.node.ts';

export interface ScoredRun {
  readonly images: ScoredImages;
  /** Of the same rows. */
  readonly keys: readonly number[];
}

/** What a run's model said of its images, as evaluation takes it. Images of an emotion that is none of its classes are left out. */
export function scoredRun(rows: readonly RunImageRow[], classes: readonly Emotion[]): ScoredRun {
  const columns = classes.map((each) => EMOTIONS.indexOf(each));
  const counted = rows.filter(({ truth }) => classes.includes(truth));
  return {
    keys: counted.map(({ key }) => key),
    images: {
      classes,
      probabilities: Float32Array.from(counted.flatMap((row) => columns.map((column) => row.probabilities[column]!))),
      truth: Int8Array.from(counted, ({ truth }) => classes.indexOf(truth)),
      // A face of nobody known is somebody's of its own.
      subject: counted.map(({ subject, key }) => subject ?? `image ${key}`),
      ageYears: counted.map(({ ageYears }) => ageYears),
    },
  };
}
