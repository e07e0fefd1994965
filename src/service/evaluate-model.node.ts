import { type DatasetProblem, describeProblem, type ImageRecord } from '../core/dataset/dataset.ts';
import { loadFaces } from '../core/dataset/load-faces.node.ts';
import { readDataset } from '../core/dataset/read-dataset.node.ts';
import { splitBySubject } from '../core/dataset/split-by-subject.node.ts';
import type { Emotion } from '../core/emotion/emotion.ts';
import { chooseEngine } from '../core/engine/choose-engine.node.ts';
import { evaluate } from '../core/evaluation/evaluation.ts';
import type { Evaluation } from '../core/evaluation/evaluation-schema.ts';
import { classesNotShown } from '../core/evaluation/evaluation-table.ts';
import { scoredFaces } from '../core/evaluation/scored-faces.ts';
import { leaksIntoEvaluation } from '../core/registry/leak.ts';
import type { ModelConfig } from '../core/registry/model-config.ts';
import { readModel } from '../core/registry/model-folder.node.ts';
import { subjectDigests } from '../core/registry/subject-digest.node.ts';
import { predictFaces } from './predict-faces.node.ts';

export type EvaluatedSplit = 'all' | 'val' | 'test';

export interface EvaluationJob {
  readonly modelDir: string;
  readonly datasetDirs: readonly string[];
  /** Every child of the dataset, or those of one split of the model's own training. */
  readonly split: EvaluatedSplit;
  /** Null takes the model's. */
  readonly classes: readonly Emotion[] | null;
  readonly labelColumn: string;
}

export interface EvaluationResult {
  readonly modelId: string;
  readonly dataset: string;
  readonly split: EvaluatedSplit;
  readonly labelColumn: string;
  readonly evaluation: Evaluation;
  /** What must be known to read the figures rightly, most important first. */
  readonly cautions: readonly string[];
  /** Images that were left out because something was wrong with them, one sentence each. */
  readonly problems: readonly string[];
}

export interface EvaluationOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * A model on the children of a dataset: adults are not whom it is for, and are left out.
 *
 * @throws ModelFolderError, DatasetError, or RangeError when the split cannot be made again, no image is left, or a
 *   class is not the model's.
 */
export async function evaluateModel(
  { modelDir, datasetDirs, split, classes, labelColumn }: EvaluationJob,
  { signal, onProgress }: EvaluationOptions = {},
): Promise<EvaluationResult> {
  const model = await readModel(modelDir);
  const { config } = model;
  const dataset = await readDataset(datasetDirs, { labelColumn });
  const inSplit = split === 'all' ? dataset.records : await recordsOfSplit(config, datasetDirs, dataset.records, split);
  const children = inSplit.filter((each) => each.group === 'child');
  if (children.length === 0) {
    throw new RangeError(
      `images of children were expected in ${dataset.name}; found none among ${inSplit.length} images`,
    );
  }

  await chooseEngine();
  const { faces, problems } = await loadFaces(children, { signal, onProgress });
  const { images, leftOut } = scoredFaces(
    faces,
    await predictFaces(model, faces),
    config.classes,
    classes ?? config.classes,
  );
  if (images.truth.length === 0) {
    throw new RangeError(
      `no image of ${dataset.name} could be evaluated: ${children.length} were tried, ${leftOut} show another emotion`,
    );
  }
  const evaluation = evaluate(images, {
    threshold: config.threshold,
    seed: config.seed,
    subjectsKnown: dataset.subjectsKnown,
  });
  const adults = inSplit.length - children.length;
  return {
    modelId: config.id,
    dataset: dataset.name,
    split,
    labelColumn,
    evaluation,
    cautions: [
      ...leakCautions(config, images.subject),
      ...(dataset.subjectsKnown
        ? []
        : ['The images come without subjects: whether the model has seen these faces cannot be shown.']),
      ...absenceCautions(evaluation),
      ...(leftOut > 0 ? [`${leftOut} images show an emotion that was not asked for and were left out.`] : []),
      ...(adults > 0 ? [`${adults} images of adults were left out: the figures are of children.`] : []),
    ],
    problems: [...dataset.problems, ...problems].map((each: DatasetProblem) => describeProblem(each)),
  };
}

/**
 * The records of one split of the model's training, made again and checked by its hash.
 *
 * @throws RangeError when the dataset gives another split.
 */
async function recordsOfSplit(
  { id, split: own, excluded, datasets }: ModelConfig,
  datasetDirs: readonly string[],
  records: readonly ImageRecord[],
  split: 'val' | 'test',
): Promise<readonly ImageRecord[]> {
  // As in training: the split is made of the rows whose column emotion can be read, whatever they are scored by.
  const { records: truth } = await readDataset(datasetDirs, { labelColumn: 'emotion', exclude: excluded });
  const again = splitBySubject(truth, own);
  if (again.hash !== own.hash) {
    throw new RangeError(
      `the ${split} split of ${id} cannot be made again from this dataset, which gives another division of subjects: ` +
        `give the dataset it was trained on (${datasets.join(', ')}), unchanged, or take --split all`,
    );
  }
  const subjects = new Set(again[split].map((each) => each.subject));
  return records.filter((each) => subjects.has(each.subject));
}

function leakCautions(config: ModelConfig, subjects: readonly string[]): string[] {
  const leaks = leaksIntoEvaluation(config, subjectDigests(subjects));
  const count = (split: string) => leaks.filter(({ places }) => places[0] === split).length;
  const [trained, chosen] = [count('train'), count('val')];
  const of = new Set(subjects).size;
  return [
    ...(trained > 0
      ? [`WARNING: the model was trained on ${trained} of these ${of} subjects, so that the figures flatter it.`]
      : []),
    ...(chosen > 0 ? [`Temperature and threshold were chosen on ${chosen} of these ${of} subjects.`] : []),
  ];
}

function absenceCautions(evaluation: Evaluation): string[] {
  const absent = classesNotShown(evaluation);
  return absent.length > 0 ? [`No image shows ${absent.join(', ')}: no figure covers it.`] : [];
}
