import type { Comparison, Evaluation } from '../../core/evaluation/evaluation-schema.ts';
import { writeModel } from '../../core/registry/model-folder.node.ts';
import { keyedBy } from '../../core/registry/subjects/subject-digest.node.ts';
import { exampleEvaluation, exampleModel } from '../../core/registry/testing/example-model.ts';
import { modelIdOf } from '../../jobs/train/model-config.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';

export interface Left {
  /** The lower end of the difference from the model in use. */
  readonly low?: number;
  readonly children?: number;
  readonly balancedAccuracy?: Evaluation['balancedAccuracy'];
  /** The model that it was compared with. */
  readonly reference?: string;
  /** Whose pictures it was trained on. */
  readonly trainedOn?: string;
  /** The model that it went on from. */
  readonly startFrom?: string;
}

/** Writes what the trainer would have left in the run's folder. */
export async function leaveModel(
  job: TrainingJob,
  { low = 0, children = 4, balancedAccuracy, reference = 'base-example', trainedOn, startFrom }: Left = {},
) {
  const { config } = exampleModel();
  const test = { ...exampleEvaluation(children), ...(balancedAccuracy ? { balancedAccuracy } : {}) };
  const balancedAccuracyDifference = { value: low + 0.1, low, high: low + 0.2 };
  const comparison: Comparison = {
    referenceModelId: reference,
    images: test.images,
    subjects: children,
    reference: test,
    accuracyDifference: balancedAccuracyDifference,
    balancedAccuracyDifference,
  };
  const key = keyedBy(job.subjectSecret!);
  const subjects = trainedOn ? { ...config.split.subjects, train: [key.digest(trainedOn)] } : config.split.subjects;
  const made = exampleModel({
    id: modelIdOf(job.name),
    test,
    comparison,
    ...(startFrom
      ? { training: { ...config.training, startFrom: { id: startFrom, weightsSha256: 'ab'.repeat(32) } } }
      : {}),
    split: { ...config.split, digests: key.name, subjects },
  });
  await writeModel(job.outDir, made.config, made.tensors);
}
