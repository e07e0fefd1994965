import { selectFaces } from '../../core/dataset/faces/face-set.ts';
import type { DistressLimits } from '../../core/emotion/distress.ts';
import type { Emotion } from '../../core/emotion/emotion.ts';
import { compareModels } from '../../core/evaluation/compare-models.ts';
import type { Comparison } from '../../core/evaluation/evaluation-schema.ts';
import { scoredFaces } from '../../core/evaluation/scored-faces.ts';
import type { ModelFolder } from '../../core/registry/model-folder.node.ts';
import { fittedOn, type SubjectKeys } from '../../core/registry/subjects/known-subjects.node.ts';
import { type LogRecord, stageRecord, warningRecord } from '../../core/training/log-record.ts';
import { saying } from '../../core/training/said.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { predictFaces } from '../predict/predict-faces.node.ts';
import type { RunData } from './training-data.node.ts';

interface ComparisonOptions {
  /** The new model's limits of distress; null where it has none. */
  readonly distress: DistressLimits | null;
  readonly seed: number;
  readonly now: () => number;
  readonly keys: SubjectKeys;
}

/**
 * The new model against the reference on the test children that neither was fitted on.
 *
 * @param probabilities The new model's, row-major [test faces, classes].
 * @returns Null, with a warning that says why, when no such image or no common set of classes is left.
 */
export async function* compareOnTest(
  probabilities: Float32Array,
  classes: readonly Emotion[],
  { test, split }: Pick<RunData, 'test' | 'split'>,
  reference: ModelFolder,
  { distress, seed, now, keys }: ComparisonOptions,
): AsyncGenerator<LogRecord, Comparison | null> {
  const { id: model, classes: referenceClasses, threshold, distress: theirDistress } = reference.config;
  const warn = (text: Failure) => warningRecord(saying(text), now());
  yield stageRecord('comparison', saying(failure('runLog.comparing', { model })), now());

  const known = fittedOn(reference.config, test.subject, keys);
  const seen = new Set([...known.train, ...known.val]);
  if (known.unknown) yield warn(failure('runLog.seen-unknown', { model }));
  if (seen.size > 0) yield warn(failure('runLog.comparison-leaves-out', { model, count: seen.size }));
  const rows = test.subject.flatMap((subject, row) => (seen.has(subject) ? [] : [row]));

  const shared = classes.filter((each) => referenceClasses.includes(each));
  const faces = selectFaces(test, rows);
  const k = classes.length;
  const own = Float32Array.from(rows.flatMap((row) => [...probabilities.subarray(row * k, (row + 1) * k)]));
  const candidate = scoredFaces(faces, own, classes, shared);
  if (shared.length < 2 || candidate.images.truth.length === 0) {
    yield warn(failure('runLog.no-fair-comparison', { model }));
    return null;
  }
  if (shared.length < k) yield warn(failure('runLog.compared-on-some', { model, classes: shared }));
  const theirs = scoredFaces(faces, await predictFaces(reference, faces), referenceClasses, shared);
  const comparison = compareModels(
    candidate.images,
    // Limits hold for the probabilities that they were chosen on, and not for such as are scaled to fewer emotions.
    { ...theirs.images, modelId: model, distress: shared.length < referenceClasses.length ? null : theirDistress },
    { threshold, distress: shared.length < k ? null : distress, seed, subjectsKnown: split.subjectsKnown },
  );
  return { ...comparison, referenceDigest: reference.digest };
}
