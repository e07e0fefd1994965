import type { ImageRecord } from '../../core/dataset/dataset.ts';
import { loadFaces } from '../../core/dataset/faces/load-faces.node.ts';
import { imagesHash } from '../../core/dataset/images-hash.node.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { startWasm } from '../../core/engine/wasm.node.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { readModel } from '../../core/registry/model-folder.node.ts';
import { keyOf, type SubjectKeys } from '../../core/registry/subjects/known-subjects.node.ts';
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
import { type ComparisonJob, comparisonJobSchema, type NewComparison } from './comparison-job.ts';

export interface CompareOptions {
  readonly signal: AbortSignal;
  readonly now?: () => number;
  /** Images whose faces have been found, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Compares a model with another on the locked test images of its own training, after it was made. It counts as a look at
 * them. The images must be those that the model was tested on: others could be chosen to fit.
 *
 * @throws FailureError when they are gone or changed, or no comparison on them would be fair; ModelFolderError when a
 *   model is not what was entered; the signal's reason when aborted.
 */
export async function compareAgain(
  given: ComparisonJob,
  { signal, now = Date.now, onProgress }: CompareOptions,
): Promise<NewComparison> {
  const job = comparisonJobSchema.parse(given);
  const { training } = job;
  const model = await readModel(job.modelDir, job.modelDigest);
  const reference = await readModel(job.referenceDir, job.referenceDigest);
  const { config } = model;
  const keys = keysFor(training);
  const { records, testHashes } = await testRecords(config, training, keys);
  signal.throwIfAborted();

  await startWasm();
  using cache = openKeptFaces(training);
  const { faces } = await loadFaces(records, { signal, onProgress, cache });
  requireAsMany(config, faces.emotion);
  const looks = testHashes.map((testHash) =>
    training.dataDir === null ? 0 : countTestLook(training.dataDir, { testHash, modelId: config.id, atMs: now() }),
  );
  const probabilities = await predictFaces(model, faces);
  signal.throwIfAborted();
  const data = { test: faces, split: config.split };
  const comparing = compareOnTest(probabilities, config.classes, data, reference, { seed: config.seed, now, keys });
  let next = await comparing.next();
  while (!next.done) next = await comparing.next();
  if (!next.value) throw new FailureError(failure('models.no-fair-comparison', { reference: reference.config.id }));
  return { comparison: next.value, lookCount: Math.max(0, ...looks) || null };
}

interface TestRecords {
  readonly records: readonly ImageRecord[];
  /** Of who is in the test of each dataset: test-set-hash.node.ts. */
  readonly testHashes: readonly string[];
}

/** The images of the model's test children, each dataset's checked to be those that it was tested on. */
async function testRecords(
  config: ModelConfig,
  training: CompleteTrainingJob,
  keys: SubjectKeys,
): Promise<TestRecords> {
  const { split, tests, id } = config;
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
    if (tests.length > 0 && !isKnown) throw changed(id, name);
    if (test?.imagesHash && test.imagesHash !== (await imagesHash(images))) throw changed(id, name);
    if (images.length > 0) testHashes.push(testHash);
  }
  return { records, testHashes };
}

/** A model of an earlier version does not say which images it was tested on, but how many. */
function requireAsMany({ id, classes, test, tests, datasets }: ModelConfig, emotion: Int8Array): void {
  if (tests.length > 0 && tests.every(({ imagesHash: known }) => known !== undefined)) return;
  const found = emotion.filter((each) => classes.includes(EMOTIONS[each]!)).length;
  if (!test || test.images + test.leftOut !== found) throw changed(id, datasets.join(', '));
}

function changed(model: string, dataset: string): FailureError {
  return new FailureError(failure('models.test-images-changed', { model, dataset }));
}
