import { createHash } from 'node:crypto';
import { SPLITS, type SplitName } from '../../core/dataset/split-name.ts';
import { leaksIntoEvaluation } from '../../core/registry/leak.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { type ModelFolder, readModel } from '../../core/registry/model-folder.node.ts';
import { subjectDigest } from '../../core/registry/subject-digest.node.ts';
import { ENCODERS } from '../../core/training/net/encoder-spec.ts';
import type { ReadableNet } from '../../core/training/net/trained-net.ts';
import type { StartModel, TrainingChoice } from '../../core/training/training-config.ts';
import type { CompleteTrainingJob } from './training-job.ts';

/** A model that a run goes on from. */
export interface Start {
  readonly model: StartModel;
  readonly net: ReadableNet;
  readonly config: ModelConfig;
}

/** @returns Null where the run starts anew. @throws ModelFolderError when the folder holds no sound model. */
export async function readStart(dir: string | null, digest: string | null = null): Promise<Start | null> {
  if (dir === null) return null;
  const { config, weights, tensors }: ModelFolder = await readModel(dir, digest);
  const weightsSha256 = createHash('sha256').update(weights).digest('hex');
  const net = { encoder: config.architecture, classes: config.classes, tensors };
  return { model: { id: config.id, weightsSha256 }, net, config };
}

/**
 * Where the model that a run goes on from has its own subjects: they stay there. Whoever it was tested on trains no model
 * that goes on from it, so that the two can be compared on children whom neither has learned from.
 */
export function placesOf({ config }: Start): (subject: string) => SplitName | null {
  const places = new Map(
    // Whoever it was trained on counts as that, wherever else a careless split has them.
    SPLITS.toReversed().flatMap((split) =>
      config.split.subjects[split].map((digest): [string, SplitName] => [digest, split]),
    ),
  );
  return (subject) => places.get(subjectDigest(subject)) ?? null;
}

/**
 * The split of a run that goes on from a model. That model's own subjects stay in train and val, since it has seen them
 * already, so that no later figure counts them as new.
 *
 * @throws RangeError if the model was fitted on subjects that this run would test on.
 */
export function splitAfter({ config, model }: Start, split: ModelConfig['split']): ModelConfig['split'] {
  const { train, val, test } = split.subjects;
  const leaks = leaksIntoEvaluation(config, test);
  if (leaks.length > 0) {
    throw new RangeError(
      `${model.id} was fitted on ${leaks.length} of the subjects that this run would be tested on: start from another ` +
        'model, divide as it did (--split-seed, --shares), or leave them out (--exclude)',
    );
  }
  const before = config.split.subjects;
  const joined = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();
  const allTrain = joined(train, before.train);
  // A subject counts as trained on if either run trained on it.
  const allVal = joined(val, before.val).filter((each) => !allTrain.includes(each));
  return { ...split, subjects: { train: allTrain, val: allVal, test } };
}

/** A run that goes on from a model has its encoder, and its emotions where no others were asked for. */
export function choiceOf(
  { learner, regime, epochs, seed, size, settings }: CompleteTrainingJob,
  start: Start | null,
): TrainingChoice {
  const { encoder, ...others } = settings;
  if (start && encoder) {
    throw new RangeError(`the encoder is that of ${start.model.id}, from which the run starts: leave out ${encoder}`);
  }
  const given = start
    ? { startFrom: start.model, encoder: start.net.encoder, classes: start.net.classes }
    : { encoder: ENCODERS[encoder ?? 'standard'] };
  return { learner, regime, epochs, seed, size, ...given, ...others };
}
