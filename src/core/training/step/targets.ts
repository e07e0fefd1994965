import type { FaceSet } from '../../dataset/faces/face-set.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import type { TrainingConfig } from '../training-config.ts';

/**
 * What cross-entropy asks of each row: its label, or how the annotators' votes fell. A face that three of ten call
 * neutral teaches more as .7 and .3 than as a certainty.
 *
 * Source: Barsoum et al. 2016, arXiv:1608.01041, section 3 ("cross-entropy loss", the best of their four).
 *
 * @param rows Rows of the face set.
 * @param classes Column of each row's label in `config.classes`.
 * @returns Row-major [rows, config.classes.length]; each row sums to 1. Votes for an emotion that the model does not have
 *   are left out; a row without any other falls to its label.
 */
export function targetsOf(
  faces: FaceSet,
  rows: Int32Array,
  classes: Int32Array,
  config: Pick<TrainingConfig, 'classes' | 'targets'>,
): Float32Array {
  const columns = config.classes.map((emotion) => EMOTIONS.indexOf(emotion));
  const targets = new Float32Array(rows.length * columns.length);
  for (const [i, row] of rows.entries()) {
    const votes = columns.map((emotion) => faces.votes[row * EMOTIONS.length + emotion]!);
    const sum = votes.reduce((total, each) => total + each, 0);
    const at = i * columns.length;
    if (config.targets === 'votes' && sum > 0)
      targets.set(
        votes.map((each) => each / sum),
        at,
      );
    else targets[at + classes[i]!] = 1;
  }
  return targets;
}
