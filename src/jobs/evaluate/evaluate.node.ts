import {
  type DatasetProblem,
  describeProblem,
  describeRemark,
  folderLabels,
  inFolder,
} from '../../core/dataset/dataset.ts';
import { type FaceSet, type Group, selectFaces } from '../../core/dataset/faces/face-set.ts';
import { loadFaces } from '../../core/dataset/faces/load-faces.node.ts';
import { readDataset } from '../../core/dataset/read-dataset.node.ts';
import type { Emotion } from '../../core/emotion/emotion.ts';
import { compareModels } from '../../core/evaluation/compare-models.ts';
import { evaluate } from '../../core/evaluation/evaluation.ts';
import type { Comparison, Evaluation } from '../../core/evaluation/evaluation-schema.ts';
import { classesShown } from '../../core/evaluation/on-children/classes-shown.ts';
import type { ListedMistake } from '../../core/evaluation/page/page.ts';
import { type ScoredFaces, scoredFaces } from '../../core/evaluation/scored-faces.ts';
import { worstMistakes } from '../../core/evaluation/worst-mistakes.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { type ModelFolder, readModel } from '../../core/registry/model-folder.node.ts';
import { testSetHash } from '../../core/registry/subjects/test-set-hash.node.ts';
import { startEngine } from '../../core/training/start-engine/start-engine.node.ts';
import { type KeptData, openKeptFaces } from '../dataset/kept-faces.node.ts';
import { keysFor } from '../dataset/subject-keys.node.ts';
import { predictFaces } from '../predict/predict-faces.node.ts';
import { countTestLook } from '../train/test-looks.node.ts';
import { absenceCautions, leakCautions, restrictionCautions } from './cautions.node.ts';
import { facePicture } from './face-picture.node.ts';
import { type EvaluatedSplit, recordsOfSplit, testChildren } from './split-again.node.ts';

export interface EvaluationJob {
  readonly modelDir: string;
  readonly datasetDirs: readonly string[];
  /** Every child of the dataset, or those of one split of the model's own training. */
  readonly split: EvaluatedSplit;
  /** The model is asked about these only, and its probabilities are scaled to them. Null: all of the model's. */
  readonly classes: readonly Emotion[] | null;
  /** Only classes shown by at least this many images are counted; naming another is an error. 0 counts all. */
  readonly minImages: number;
  readonly labelColumn: string;
  /** Whom all images show, for layouts that do not tell. */
  readonly group: Group | null;
  /** Also measures adults, apart: the figures as a whole stay those of the children. */
  readonly adults: boolean;
  /** A second model to compare with on the same images; null for none. */
  readonly againstDir: string | null;
  /** Puts the crops of the worst mistakes into the result. */
  readonly withPictures: boolean;
}

export interface EvaluationResult {
  readonly modelId: string;
  readonly modelVersion: string;
  readonly temperature: number;
  readonly threshold: number;
  readonly dataset: string;
  readonly split: EvaluatedSplit;
  /** Of the model's training, when one of its splits was evaluated. */
  readonly splitHash: string | null;
  /**
   * How often the test children among the images have been looked at, this time included: all of them where the model
   * never had any, else those of its own test. Null where there are none, or nobody counts.
   */
  readonly lookCount: number | null;
  readonly labelColumn: string;
  readonly evaluation: Evaluation;
  /** The model minus the one it was held against. */
  readonly comparison: Comparison | null;
  /** Surest first. */
  readonly mistakes: readonly ListedMistake[];
  /** What must be known to read the figures rightly, most important first. */
  readonly cautions: readonly string[];
  /** Images that were left out because something was wrong with them, one sentence each. */
  readonly problems: readonly string[];
  /** What was read otherwise than it is described, one line each. */
  readonly remarks: readonly string[];
}

export interface EvaluationOptions extends KeptData {
  /** Clock of the looks at test sets, in milliseconds since 1970. */
  readonly now?: () => number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

const MISTAKES_LISTED = 50;

/**
 * A model on the children of a dataset; adults are not whom it is for, and are left out or measured apart.
 *
 * @throws ModelFolderError, DatasetError, or RangeError when the split cannot be made again, no image is left, or a
 *   class is not the model's.
 */
export async function evaluateModel(
  job: EvaluationJob,
  { signal, onProgress, now = Date.now, ...kept }: EvaluationOptions = {},
): Promise<EvaluationResult> {
  const { datasetDirs, split, labelColumn, group } = job;
  const model = await readModel(job.modelDir);
  const against = job.againstDir === null ? null : await readModel(job.againstDir);
  const { config } = model;
  const dataset = await readDataset(datasetDirs, { labelColumn, group });
  const labels = folderLabels(dataset.folders);
  const keys = keysFor(kept);
  const inSplit = split === 'all' ? dataset.records : await recordsOfSplit(config, job, dataset.records, split, keys);
  const isChild = (each: { readonly group: Group }) => each.group === 'child';
  const children = inSplit.filter(isChild);
  if (children.length === 0) {
    throw new RangeError(
      `images of children were expected in ${dataset.name}; found none among ${inSplit.length} images`,
    );
  }

  await startEngine({ dataDir: kept.dataDir ?? null });
  using cache = openKeptFaces(kept);
  const {
    faces: loaded,
    problems,
    remarks,
  } = await loadFaces(job.adults ? inSplit : children, {
    signal,
    onProgress,
    cache,
  });
  const faces = selectGroup(loaded, 'child');
  const classes = job.classes ?? config.classes;
  const scored = scoredFaces(faces, await predictFaces(model, faces), config.classes, classes);
  const { images, leftOut } = scored;
  if (images.truth.length === 0) {
    throw new RangeError(
      `no image of ${dataset.name} could be evaluated: ${children.length} were tried, ${leftOut} show another emotion`,
    );
  }
  const counted = job.minImages > 0 ? classesShown(images, job.minImages) : null;
  if (counted?.length === 0) {
    throw new RangeError(`a class with at least ${job.minImages} images was expected; no emotion has as many`);
  }
  const options = {
    threshold: config.threshold,
    distress: limitsFor(config, classes),
    seed: config.seed,
    subjectsKnown: dataset.subjectsKnown,
    ...(counted ? { classes: counted } : {}),
  };
  const evaluation = evaluate(images, options);
  const ofAdults = job.adults ? await scoreAdults(model, loaded, counted ?? classes, classes) : null;
  const adults = inSplit.length - children.length;
  return {
    modelId: config.id,
    modelVersion: config.version,
    temperature: config.temperature,
    threshold: config.threshold,
    dataset: dataset.name,
    split,
    splitHash: split === 'all' ? null : config.split.hash,
    lookCount: countLooks(config, testChildren(config, children, split, keys), { dataDir: kept.dataDir ?? null, now }),
    labelColumn,
    evaluation: ofAdults
      ? { ...evaluation, byGroup: [...evaluation.byGroup, ...evaluate(ofAdults.images, options).byGroup] }
      : evaluation,
    comparison: against && compareModels(images, await scoredByOther(against, faces, classes), options),
    mistakes: await listMistakes(scored, faces, evaluation.restrictedTo ?? classes, job.withPictures),
    cautions: [
      ...leakCautions(config, images.subject, keys),
      ...(against ? leakCautions(against.config, images.subject, keys) : []),
      ...(dataset.subjectsKnown
        ? []
        : ['The images come without subjects: whether the model has seen these faces cannot be shown.']),
      ...restrictionCautions(evaluation, job.minImages),
      ...absenceCautions(evaluation),
      ...(leftOut > 0 ? [`${leftOut} images show an emotion that was not asked for and were left out.`] : []),
      ...(adults > 0 && !job.adults ? [`${adults} images of adults were left out: the figures are of children.`] : []),
      ...(job.adults && !ofAdults ? ['No image shows an adult with a counted emotion.'] : []),
    ],
    problems: [...dataset.problems, ...problems].map((each: DatasetProblem) => describeProblem(inFolder(each, labels))),
    remarks: [...dataset.remarks, ...remarks].map((each) => describeRemark(inFolder(each, labels))),
  };
}

/** The number of this look at the test children of each dataset: the highest, null where nobody counts. */
function countLooks(
  { id: modelId }: ModelConfig,
  tests: readonly string[][],
  { dataDir, now }: { dataDir: string | null; now: () => number },
): number | null {
  if (dataDir === null || tests.length === 0) return null;
  const looks = tests.map((subjects) =>
    countTestLook(dataDir, { testHash: testSetHash(subjects), modelId, atMs: now() }),
  );
  return Math.max(...looks);
}

function selectGroup(faces: FaceSet, group: Group): FaceSet {
  return selectFaces(
    faces,
    faces.group.flatMap((each, row) => (each === group ? [row] : [])),
  );
}

/** @returns Null when no adult shows a class that is counted. */
async function scoreAdults(
  model: ModelFolder,
  loaded: FaceSet,
  counted: readonly Emotion[],
  classes: readonly Emotion[],
): Promise<ScoredFaces | null> {
  const faces = selectGroup(loaded, 'adult');
  if (faces.count === 0) return null;
  const scored = scoredFaces(faces, await predictFaces(model, faces), model.config.classes, classes);
  return scored.images.truth.some((each) => counted.includes(classes[each]!)) ? scored : null;
}

async function scoredByOther(other: ModelFolder, faces: FaceSet, classes: readonly Emotion[]) {
  const { images } = scoredFaces(faces, await predictFaces(other, faces), other.config.classes, classes);
  return { ...images, modelId: other.config.id, distress: limitsFor(other.config, classes) };
}

/** The limits of distress hold for the model's own probabilities, and not for such as are scaled to fewer emotions. */
function limitsFor(config: ModelConfig, classes: readonly Emotion[]) {
  return config.classes.every((each) => classes.includes(each)) ? config.distress : null;
}

async function listMistakes(
  { images, rows }: ScoredFaces,
  faces: FaceSet,
  counted: readonly Emotion[],
  withPictures: boolean,
): Promise<ListedMistake[]> {
  const listed = worstMistakes(images, images.truth.length)
    .filter(({ shown }) => counted.includes(shown))
    .slice(0, MISTAKES_LISTED);
  return Promise.all(
    listed.map(async ({ row, ...mistake }) => ({
      ...mistake,
      path: faces.path[rows[row]!]!,
      pictureUri: withPictures ? await facePicture(faces, rows[row]!) : null,
    })),
  );
}
