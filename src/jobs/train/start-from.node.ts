import { createHash } from 'node:crypto';
import type { FaceSet } from '../../core/dataset/faces/face-set.ts';
import { SPLITS, type SplitName } from '../../core/dataset/split-name.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { type ModelFolder, readModel } from '../../core/registry/model-folder.node.ts';
import { fittedOn, type SubjectKeys } from '../../core/registry/subjects/known-subjects.node.ts';
import { PLAIN_DIGESTS } from '../../core/registry/subjects/subject-digest.node.ts';
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

/** Where a run puts subjects whom the model it goes on from knows. */
export interface PlacesOfStart {
  /** Null leaves it open. */
  readonly placeOf: (subject: string) => SplitName | null;
  /** Whether children whom that model was tested on are divided anew, since there are no others. */
  readonly isTestDividedAnew: boolean;
}

/**
 * Subjects of the model that a run goes on from stay where it has them. Whoever it was tested on then trains no model that
 * goes on from it, so that the two can be compared, again and again, on children whom neither has learned from.
 *
 * Where the images show no child but those, there would be none to learn from: they are divided anew.
 *
 * @param children Of the run's images.
 */
export function placesOf({ config }: Start, { all }: SubjectKeys, children: Iterable<string>): PlacesOfStart {
  const { split } = config;
  const lists = [
    { digests: split.digests, ...split.subjects },
    ...(split.before ?? []).map((each) => ({ ...each, test: [] })),
  ];
  const known = lists.flatMap(({ digests = PLAIN_DIGESTS.name, ...of }) => {
    const key = all.find(({ name }) => name === digests);
    // Whoever it was trained on counts as that, wherever else a careless split has them.
    const places = SPLITS.toReversed().flatMap((each) => of[each].map((digest): [string, SplitName] => [digest, each]));
    return key ? [{ key, places: new Map(places) }] : [];
  });
  const found = (subject: string) => {
    const places = known.flatMap(({ key, places: of }) => of.get(key.digest(subject)) ?? []);
    return SPLITS.find((each) => places.includes(each)) ?? null;
  };
  const isTestDividedAnew = [...new Set(children)].every((subject) => found(subject) === 'test');
  return {
    isTestDividedAnew,
    placeOf: (subject) => {
      const place = found(subject);
      return isTestDividedAnew && place === 'test' ? null : place;
    },
  };
}

/** What a run has divided so far. */
interface SplitRun {
  readonly split: ModelConfig['split'];
  /** The faces that it will be tested on. */
  readonly test: Pick<FaceSet, 'subject'>;
  readonly keys: SubjectKeys;
}

/**
 * The split of a run that goes on from a model. That model's own subjects stay in train and val, since it has seen them
 * already, so that no later figure counts them as new. Those that it remembers under another key are kept apart.
 *
 * @throws RangeError if the model was fitted on subjects that this run would test on.
 */
export function splitAfter({ config, model }: Start, { split, test, keys }: SplitRun): ModelConfig['split'] {
  const { own } = keys;
  const lists = listsOf(config.split);
  const ours = lists.flatMap(({ digests, ...list }) => {
    if (digests === own.name) return [list];
    return digests === PLAIN_DIGESTS.name
      ? [{ train: list.train.map(own.ofPlain), val: list.val.map(own.ofPlain) }]
      : [];
  });
  const theirs = lists.filter(({ digests }) => digests !== own.name && digests !== PLAIN_DIGESTS.name);
  const [beforeTrain, beforeVal] = [ours.flatMap(({ train }) => train), ours.flatMap(({ val }) => val)];
  const tested = new Set(split.subjects.test);
  // By its digests, for adults are in a test as well; by name, where its digests are under another key.
  const leaked = new Set([...beforeTrain, ...beforeVal].filter((each) => tested.has(each)));
  const known = fittedOn(config, test.subject, keys);
  for (const subject of [...known.train, ...known.val]) leaked.add(own.digest(subject));
  if (leaked.size > 0) {
    throw new RangeError(
      `${model.id} was fitted on ${leaked.size} of the subjects that this run would be tested on: start from another ` +
        'model, divide as it did (--split-seed, --shares), or leave them out (--exclude)',
    );
  }
  const joined = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();
  const allTrain = joined(split.subjects.train, beforeTrain);
  // A subject counts as trained on if either run trained on it.
  const allVal = joined(split.subjects.val, beforeVal).filter((each) => !allTrain.includes(each));
  const before = theirs.map((list) => ({
    ...list,
    checked: list.checked && keys.all.some(({ name }) => name === list.digests),
  }));
  const subjects = { train: allTrain, val: allVal, test: split.subjects.test };
  return { ...split, subjects, ...(before.length > 0 ? { before } : {}) };
}

/** Whom a model had, itself and as what it went on from, by the name of the key. */
function listsOf({ digests = PLAIN_DIGESTS.name, subjects: { train, val }, before = [] }: ModelConfig['split']) {
  return [{ digests, train, val, checked: true }, ...before];
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
