import { selectFaces } from '../../core/dataset/faces/face-set.ts';
import type { Emotion } from '../../core/emotion/emotion.ts';
import { compareModels } from '../../core/evaluation/compare-models.ts';
import type { Comparison } from '../../core/evaluation/evaluation-schema.ts';
import { scoredFaces } from '../../core/evaluation/scored-faces.ts';
import { leaksIntoEvaluation } from '../../core/registry/leak.ts';
import type { ModelFolder } from '../../core/registry/model-folder.node.ts';
import { subjectDigest, subjectDigests } from '../../core/registry/subject-digest.node.ts';
import type { LogRecord } from '../../core/training/log-record.ts';
import { predictFaces } from '../predict/predict-faces.node.ts';
import type { RunData } from './training-data.node.ts';

/**
 * The new model against the reference on the test children that neither was fitted on.
 *
 * @param probabilities The new model's, row-major [test faces, classes].
 * @returns Null, with a warning that says why, when no such image or no common set of classes is left.
 */
export async function* compareOnTest(
  probabilities: Float32Array,
  classes: readonly Emotion[],
  { test, split }: RunData,
  reference: ModelFolder,
  { seed, now }: { seed: number; now: () => number },
): AsyncGenerator<LogRecord, Comparison | null> {
  const { id, classes: referenceClasses, threshold } = reference.config;
  const warn = (message: string): LogRecord => ({ kind: 'warning', message, atMs: now() });
  yield { kind: 'stage', stage: 'comparison', message: `Comparing with ${id} on the same images`, atMs: now() };

  const leaks = leaksIntoEvaluation(reference.config, subjectDigests(test.subject));
  const seen = new Set(leaks.map((each) => each.subject));
  if (seen.size > 0)
    yield warn(`${id} was fitted on ${seen.size} of the test subjects: the comparison leaves them out`);
  const rows = test.subject.flatMap((subject, row) => (seen.has(subjectDigest(subject)) ? [] : [row]));

  const shared = classes.filter((each) => referenceClasses.includes(each));
  const faces = selectFaces(test, rows);
  const k = classes.length;
  const own = Float32Array.from(rows.flatMap((row) => [...probabilities.subarray(row * k, (row + 1) * k)]));
  const candidate = scoredFaces(faces, own, classes, shared);
  if (shared.length < 2 || candidate.images.truth.length === 0) {
    yield warn(`There is no test image on which a comparison with ${id} would be fair: it is left out`);
    return null;
  }
  if (shared.length < k) yield warn(`${id} knows ${shared.join(', ')} only: the two are compared on these`);
  const theirs = scoredFaces(faces, await predictFaces(reference, faces), referenceClasses, shared);
  return compareModels(
    candidate.images,
    { ...theirs.images, modelId: id },
    { threshold, seed, subjectsKnown: split.subjectsKnown },
  );
}
