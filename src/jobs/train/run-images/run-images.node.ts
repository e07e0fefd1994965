import type { FaceSet } from '../../../core/dataset/faces/face-set.ts';
import { selectFaces } from '../../../core/dataset/faces/face-set.ts';
import { SPLITS, type SplitName } from '../../../core/dataset/split-name.ts';
import { EMOTIONS, type Emotion } from '../../../core/emotion/emotion.ts';
import { softmaxAt } from '../../../core/evaluation/calibration/temperature.ts';
import { type ModelFolder, readModel } from '../../../core/registry/model-folder.node.ts';
import { keyOf } from '../../../core/registry/subjects/known-subjects.node.ts';
import { predictFeatures } from '../../../core/training/net/features.ts';
import { startEngine } from '../../../core/training/start-engine/start-engine.node.ts';
import { randomAt } from '../../../core/training/views/random.ts';
import { failure } from '../../../core/words/failure.ts';
import { FailureError } from '../../../core/words/failure-error.ts';
import { keysFor } from '../../dataset/subject-keys.node.ts';
import { readStart } from '../start-from.node.ts';
import { prepareRunData } from '../training-data.node.ts';
import { type TrainingJob, trainingJobSchema } from '../training-job.ts';

/** An image that a run trained on, chose by or was tested on, and what its model says of it. */
export interface RunImage {
  /** The dataset's folder, as the job names it. */
  readonly dir: string;
  /** Relative to it. */
  readonly path: string;
  readonly split: SplitName;
  /** By what it was judged. */
  readonly truth: Emotion;
  /** Seven, in the order of EMOTIONS, calibrated; 0 for emotions that the model does not tell. */
  readonly probabilities: Float32Array;
  /** The encoder's output. */
  readonly embedding: Float32Array;
}

/** Of the images that were trained on, so many are read: they only show where the others lie among them. */
const MOST_TRAIN_IMAGES = 4000;

/** Images told at once. */
const BATCH = 256;

/** Sets the choice of train images apart from all that training draws for the same seed. */
const PURPOSE = 103;

/**
 * Reads the images of a finished run with its own model: those of val and test, and some of train. The run's data are
 * made again from its job.
 *
 * @throws FailureError "lab.run-images-changed" when they do not come out as they were.
 */
export async function* readRunImages(
  given: TrainingJob,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<readonly RunImage[], { readonly images: number }> {
  const job = trainingJobSchema.parse(given);
  const model = await readModel(job.outDir);
  // Faces are looked for on another one, which comes after it.
  await startEngine({ requested: job.engine ?? undefined, dataDir: job.dataDir });
  const start = await readStart(job.startFromDir, job.startFromDigest);
  const keys = keysFor(job);
  const preparing = prepareRunData(job, { signal, now: Date.now, start, keys });
  let step = await preparing.next();
  while (!step.done) step = await preparing.next();
  const data = step.value;
  const hash = keyOf(model.config, keys)?.seal(data.split.hash);
  if (hash !== model.config.split.hash) throw new FailureError(failure('lab.run-images-changed'));

  let images = 0;
  for (const split of SPLITS) {
    const rows = split === 'train' ? someOf(data.train.count, job.seed) : [...Array(data[split].count).keys()];
    for (let from = 0; from < rows.length; from += BATCH) {
      signal.throwIfAborted();
      const batch = rows.slice(from, from + BATCH);
      const dirs = batch.map((row) => data.dirs[split][row]!);
      yield await readWith(model, selectFaces(data[split], batch), split, dirs);
      images += batch.length;
    }
  }
  return { images };
}

async function readWith(
  { config, tensors }: ModelFolder,
  faces: FaceSet,
  split: SplitName,
  dirs: readonly string[],
): Promise<RunImage[]> {
  const { classes, temperature, architecture: encoder } = config;
  const found = await predictFeatures({ encoder, tensors, classes }, faces);
  const k = classes.length;
  const calibrated = softmaxAt(found.logits, k, temperature);
  return dirs.map((dir, row): RunImage => {
    const probabilities = new Float32Array(EMOTIONS.length);
    for (const [column, emotion] of classes.entries()) {
      probabilities[EMOTIONS.indexOf(emotion)] = calibrated[row * k + column]!;
    }
    const embedding = found.features.slice(row * found.featureCount, (row + 1) * found.featureCount);
    return { dir, path: faces.path[row]!, split, truth: EMOTIONS[faces.emotion[row]!]!, probabilities, embedding };
  });
}

/** Row numbers, drawn evenly where there are many; ascending. */
function someOf(count: number, seed: number): number[] {
  const rows = [...Array(count).keys()];
  if (count <= MOST_TRAIN_IMAGES) return rows;
  const random = randomAt(seed, PURPOSE);
  for (let i = 0; i < MOST_TRAIN_IMAGES; i += 1) {
    const j = i + random.integer(count - i);
    [rows[i], rows[j]] = [rows[j]!, rows[i]!];
  }
  return rows.slice(0, MOST_TRAIN_IMAGES).sort((a, b) => a - b);
}
