import { setTimeout as delay } from 'node:timers/promises';
import type { ImageRecord } from '../../core/dataset/dataset.ts';
import type { FaceCache } from '../../core/dataset/faces/face-cache.ts';
import { type FaceSet, selectFaces } from '../../core/dataset/faces/face-set.ts';
import { loadFaces } from '../../core/dataset/faces/load-faces.node.ts';
import { imagesHash } from '../../core/dataset/images-hash.node.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { startWasm } from '../../core/engine/wasm.node.ts';
import { evaluate } from '../../core/evaluation/evaluation.ts';
import { scoredFaces } from '../../core/evaluation/scored-faces.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { readModel } from '../../core/registry/model-folder.node.ts';
import { fittedOn, keyOf, type SubjectKeys } from '../../core/registry/subjects/known-subjects.node.ts';
import { testSetHash } from '../../core/registry/subjects/test-set-hash.node.ts';
import { failure } from '../../core/words/failure.ts';
import { FailureError } from '../../core/words/failure-error.ts';
import { openKeptFaces } from '../dataset/kept-faces.node.ts';
import { keysFor } from '../dataset/subject-keys.node.ts';
import { predictFaces } from '../predict/predict-faces.node.ts';
import { compareOnTest } from '../train/comparison.node.ts';
import { countTestLook } from '../train/test-looks.node.ts';
import { readRelabelled } from '../train/training-data.node.ts';
import type { CompleteTrainingJob } from '../train/training-job.ts';
import { type ComparisonJob, type ComparisonTold, comparisonJobSchema, type NewComparison } from './comparison-job.ts';

export interface CompareOptions {
  readonly signal: AbortSignal;
  readonly now?: () => number;
}

/** Progress is told no more often. */
const TELL_EVERY_MS = 300;

/**
 * Compares a model with another on locked test images, after it was made: those of its own training, or of a model made
 * elsewhere those that a run of this site has locked. It counts as a look at them. The images must be those that were
 * locked: others could be chosen to fit.
 *
 * @throws FailureError when they are gone or changed, or no comparison on them would be fair; ModelFolderError when a
 *   model is not what was entered; the signal's reason when aborted.
 */
export async function* compareAgain(
  given: ComparisonJob,
  { signal, now = Date.now }: CompareOptions,
): AsyncGenerator<ComparisonTold, NewComparison> {
  const job = comparisonJobSchema.parse(given);
  const { training } = job;
  const model = await readModel(job.model.dir, job.model.digest);
  const reference = await readModel(job.reference.dir, job.reference.digest);
  const lockedBy = job.lockedBy && (await readModel(job.lockedBy.dir, job.lockedBy.digest));
  const locked = lockedBy?.config ?? model.config;
  const keys = keysFor(training);
  const changed = (dataset: string) => {
    const named = { model: model.config.id, dataset };
    return new FailureError(failure(lockedBy ? 'models.locked-images-changed' : 'models.test-images-changed', named));
  };
  const { records, testHashes } = await testRecords(locked, training, { keys, changed });
  signal.throwIfAborted();

  await startWasm();
  using cache = openKeptFaces(training);
  const mayBeRead = records.filter(({ subject }) => !job.leaveOut.includes(subject));
  const faces = yield* loadTelling(mayBeRead, { signal, cache });
  if (mayBeRead.length === records.length) requireAsMany(locked, faces.emotion, changed);
  const looks = testHashes.map((testHash) =>
    training.dataDir === null
      ? 0
      : countTestLook(training.dataDir, { testHash, modelId: model.config.id, atMs: now() }),
  );
  const known = fittedOn(model.config, faces.subject, keys);
  const seen = new Set(lockedBy ? [...known.train, ...known.val] : []);
  const test = selectFaces(
    faces,
    faces.subject.flatMap((subject, row) => (seen.has(subject) ? [] : [row])),
  );
  const probabilities = await predictFaces(model, test);
  signal.throwIfAborted();
  const { seed } = locked;
  const { distress } = model.config;
  const comparing = compareOnTest(probabilities, model.config.classes, { test, split: locked.split }, reference, {
    distress,
    seed,
    now,
    keys,
  });
  let next = await comparing.next();
  while (!next.done) next = await comparing.next();
  if (!next.value) throw new FailureError(failure('models.no-fair-comparison', { reference: reference.config.id }));
  const { threshold, classes } = model.config;
  const { subjectsKnown } = locked.split;
  const elsewhere = lockedBy && {
    shows: locked.testedOn,
    test: evaluate(scoredFaces(test, probabilities, classes).images, { threshold, distress, seed, subjectsKnown }),
    seen: seen.size,
    subjectsUnknown: known.unknown,
  };
  return { comparison: next.value, lookCount: Math.max(0, ...looks) || null, elsewhere };
}

async function* loadTelling(
  records: readonly ImageRecord[],
  { signal, cache }: { readonly signal: AbortSignal; readonly cache: FaceCache | null },
): AsyncGenerator<ComparisonTold, FaceSet> {
  let told: ComparisonTold = { done: 0, total: records.length };
  const onProgress = (done: number, total: number) => {
    told = { done, total };
  };
  const loading = loadFaces(records, { signal, onProgress, cache });
  const isDone = loading.then(
    () => true,
    // Thrown where it is awaited below.
    () => true,
  );
  while (!(await Promise.race([isDone, delay(TELL_EVERY_MS, false)]))) yield told;
  const { faces } = await loading;
  yield told;
  return faces;
}

interface TestRecords {
  readonly records: readonly ImageRecord[];
  /** Of who is in the test of each dataset: test-set-hash.node.ts. */
  readonly testHashes: readonly string[];
}

/** The images of a model's test children, each dataset's checked to be those that it was tested on. */
async function testRecords(
  config: ModelConfig,
  training: CompleteTrainingJob,
  { keys, changed }: { readonly keys: SubjectKeys; readonly changed: (dataset: string) => FailureError },
): Promise<TestRecords> {
  const { split, tests } = config;
  const { records: all, folders } = await readRelabelled(training, 'emotion');
  const key = keyOf(config, keys);
  const tested = new Set(split.subjects.test);
  const records = key ? all.filter(({ group, subject }) => group === 'child' && tested.has(key.digest(subject))) : [];
  const testHashes: string[] = [];
  for (const { dir, name } of folders) {
    const images = records.filter((each) => each.dir === dir);
    const testHash = testSetHash(images.map(({ subject }) => subject));
    const test = tests.find(({ hash }) => hash === key?.seal(testHash));
    const isKnown = images.length === 0 ? tests.every(({ dataset }) => dataset !== name) : test !== undefined;
    if (tests.length > 0 && !isKnown) throw changed(name);
    if (test?.imagesHash && test.imagesHash !== (await imagesHash(images))) throw changed(name);
    if (images.length > 0) testHashes.push(testHash);
  }
  return { records, testHashes };
}

/** A model of an earlier version does not say which images it was tested on, but how many. */
function requireAsMany(
  { classes, test, tests, datasets }: ModelConfig,
  emotion: Int8Array,
  changed: (dataset: string) => FailureError,
): void {
  if (tests.length > 0 && tests.every(({ imagesHash: known }) => known !== undefined)) return;
  const found = emotion.filter((each) => classes.includes(EMOTIONS[each]!)).length;
  if (!test || test.images + test.leftOut !== found) throw changed(datasets.join(', '));
}
