import { basename, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type DatasetProblem,
  describeProblem,
  folderLabels,
  type ImageRecord,
  inFolder,
} from '../../core/dataset/dataset.ts';
import type { FaceCache } from '../../core/dataset/faces/face-cache.ts';
import { type FaceSet, joinFaces } from '../../core/dataset/faces/face-set.ts';
import { loadFaces } from '../../core/dataset/faces/load-faces.node.ts';
import { memoryFaceCache } from '../../core/dataset/faces/memory-face-cache.node.ts';
import { imagesHash } from '../../core/dataset/images-hash.node.ts';
import { labelledByPeople } from '../../core/dataset/labelled-by-people.node.ts';
import { findNearDuplicates } from '../../core/dataset/near-duplicates/near-duplicates.node.ts';
import { subjectPairs, subjectsToLeaveOut, tieNearDuplicates } from '../../core/dataset/near-duplicates/ties.ts';
import { readDataset } from '../../core/dataset/read-dataset.node.ts';
import { type Relabelled, relabel } from '../../core/dataset/relabel.ts';
import { splitBySubject } from '../../core/dataset/split-by-subject.node.ts';
import type { SplitName } from '../../core/dataset/split-name.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import type { SubjectKeys } from '../../core/registry/subjects/known-subjects.node.ts';
import { subjectDigests } from '../../core/registry/subjects/subject-digest.node.ts';
import { testSetHash } from '../../core/registry/subjects/test-set-hash.node.ts';
import { type LogRecord, stageRecord, warningRecord } from '../../core/training/log-record.ts';
import { REGIME_FACTS } from '../../core/training/regimes/regime-facts.ts';
import { saying } from '../../core/training/said.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { openKeptFaces } from '../dataset/kept-faces.node.ts';
import { keysFor } from '../dataset/subject-keys.node.ts';
import type { TestSet } from './model-tests.ts';
import { placesOf, type Start } from './start-from.node.ts';
import type { CompleteTrainingJob } from './training-job.ts';

/** The faces of one run. Val and test hold children only, since the model is not meant for adults. */
export interface RunData {
  readonly names: readonly string[];
  readonly train: FaceSet;
  readonly val: FaceSet;
  /** Labelled by what was truly shown, whatever column train and val are labelled by. */
  readonly test: FaceSet;
  /** The same by dataset; a dataset without test children has none. */
  readonly tests: readonly TestSet[];
  /** Its hash is the plain one, for this machine; the model's config has it sealed. */
  readonly split: ModelConfig['split'];
  /** The keys by which subjects are remembered. */
  readonly keys: SubjectKeys;
  /** The folder of the dataset that each row is of, as the job names it. */
  readonly dirs: Readonly<Record<SplitName, readonly string[]>>;
  /** Images that count as people label them, or are left out because of what people say. */
  readonly relabelled: Omit<Relabelled, 'records'>;
}

/** This many rows are named in the log; the rest is counted. */
const PROBLEMS_TOLD = 20;
const PROGRESS_EVERY_MS = 5_000;

interface PrepareOptions {
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** The keys by which subjects are remembered; those of the job when left out. */
  readonly keys?: SubjectKeys;
  /** The model that the run goes on from. */
  readonly start?: Start | null;
}

/**
 * From folders to faces: read, split by subject, load the faces that the run needs.
 *
 * @throws FailureError if a split would have no child or a folder cannot be read; AbortError when stopped.
 */
export async function* prepareRunData(
  job: CompleteTrainingJob,
  { signal, now, start = null, keys = keysFor(job) }: PrepareOptions,
): AsyncGenerator<LogRecord, RunData> {
  const tell = (text: Failure) => stageRecord('dataset', saying(text), now());
  yield tell(failure('runLog.reading', { count: job.datasetDirs.length }));
  const truth = await readRelabelled(job, 'emotion');
  const labelled = job.labelColumn === 'emotion' ? truth : await readRelabelled(job, job.labelColumn);
  const { added, changed, leftOut, disputed } = truth;
  if (added + changed + leftOut + disputed > 0) {
    yield tell(failure('runLog.relabelled', { added, changed, leftOut, disputed }));
  }
  const labels = folderLabels(truth.folders);
  for (const remark of truth.remarks) {
    const { path, how } = inFolder(remark, labels);
    yield stageRecord('dataset', { kind: 'remark', remark: { path, how } }, now());
  }
  yield* problemWarnings(distinct([...truth.problems, ...labelled.problems]), labels, now);

  using kept = openKeptFaces(job);
  // Faces are looked at twice: to find copies before the split is made, and to train on.
  const options = { signal, now, labels, cache: kept ?? memoryFaceCache(), told: new Set<string>() };
  const everybody = yield* loadWithProgress(truth.records, options);
  const copies = await findNearDuplicates(everybody, { withinSubjects: false, signal });
  const places = start && placesOf(start, keys, subjectsOf(truth.records.filter(isChild)));
  if (places?.isTestDividedAnew) {
    yield warningRecord(saying(failure('runLog.start-test-divided', { model: start!.model.id })), now());
  }
  const placed = truth.records.map((each) => ({ ...each, split: places?.placeOf(each.subject) ?? each.split }));
  const tied = tieNearDuplicates(placed, subjectPairs(everybody, copies));
  yield tell(failure('runLog.compared-faces', { faces: everybody.count, subjects: tied.tiedSubjects }));
  const split = splitBySubject(tied.records, { seed: job.splitSeed, shares: job.shares });
  const [trainSubjects, valSubjects] = [subjectsOf(split.train), subjectsOf(split.val)];
  const copied = subjectsToLeaveOut(tied.leaks, split);
  if (copied.size > 0) yield warningRecord(saying(failure('runLog.left-out-copies', { count: copied.size })), now());
  const train = labelled.records.filter(
    ({ subject, group }) =>
      trainSubjects.has(subject) && !copied.has(subject) && (group === 'child' || REGIME_FACTS[job.regime].adults),
  );
  const val = labelled.records.filter(
    (each) => valSubjects.has(each.subject) && !copied.has(each.subject) && isChild(each),
  );
  const test = split.test.filter(isChild);
  yield tell(failure('runLog.split', { train: train.length, val: val.length, test: test.length }));
  if (!truth.subjectsKnown) yield warningRecord(saying(failure('runLog.subjects-unknown')), now());

  const folders = truth.folders.map(({ dir }) => dir);
  const trained = yield* loadByFolder(train, folders, options);
  const chosenOn = yield* loadByFolder(val, folders, options);
  const tested = yield* loadByFolder(test, folders, options);
  const tests: TestSet[] = [];
  for (const { dir, name, description, subjectsKnown } of truth.folders) {
    const own = test.filter((each) => each.dir === dir);
    if (own.length === 0) continue;
    const hash = testSetHash(own.map((each) => each.subject));
    const rows = tested.dirs.flatMap((each, row) => (each === dir ? [row] : []));
    tests.push({ dataset: name, description, subjectsKnown, hash, imagesHash: await imagesHash(own), rows });
  }
  return {
    keys,
    names: job.datasetDirs.map((dir) => basename(resolve(dir))),
    train: trained.faces,
    val: chosenOn.faces,
    test: tested.faces,
    tests,
    dirs: { train: trained.dirs, val: chosenOn.dirs, test: tested.dirs },
    relabelled: { added, changed, leftOut, disputed },
    split: {
      seed: job.splitSeed,
      shares: job.shares,
      hash: split.hash,
      subjectsKnown: truth.subjectsKnown,
      digests: keys.own.name,
      subjects: {
        train: subjectDigests(keys.own, trainSubjects),
        val: subjectDigests(keys.own, valSubjects),
        test: subjectDigests(keys.own, subjectsOf(split.test)),
      },
    },
  };
}

/** The datasets of a run, with what people say of their images in place of what the folders say. */
export async function readRelabelled(
  { datasetDirs, exclude, stated, relabelled }: CompleteTrainingJob,
  labelColumn: string,
) {
  const besides = await Promise.all(relabelled.filter(({ dir }) => datasetDirs.includes(dir)).map(labelledByPeople));
  const dataset = await readDataset(datasetDirs, { labelColumn, exclude, stated, besides: besides.flat() });
  // A folder's records name it with its links resolved.
  const realDir = new Map(datasetDirs.map((dir, index) => [dir, dataset.folders[index]?.dir ?? dir]));
  const named = relabelled.map(({ dir, images }) => ({ dir: realDir.get(dir) ?? dir, images }));
  return { ...dataset, ...relabel(dataset.records, named) };
}

interface LoadingOptions {
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly cache: FaceCache;
  /** What the datasets' folders are called. */
  readonly labels: ReadonlyMap<string, string>;
  /** Problems that have been named before. */
  readonly told: Set<string>;
}

/** The faces of some records, folder after folder, which is the order of the records, and the folder of each. */
async function* loadByFolder(
  records: readonly ImageRecord[],
  folders: readonly string[],
  options: LoadingOptions,
): AsyncGenerator<LogRecord, { readonly faces: FaceSet; readonly dirs: string[] }> {
  const sets: FaceSet[] = [];
  const dirs: string[] = [];
  for (const dir of folders) {
    const faces = yield* loadWithProgress(
      records.filter((each) => each.dir === dir),
      options,
    );
    sets.push(faces);
    for (let row = 0; row < faces.count; row += 1) dirs.push(dir);
  }
  return { faces: sets.length === 1 ? sets[0]! : joinFaces(sets), dirs };
}

/** Loads faces, and tells now and then how far it has come. */
async function* loadWithProgress(
  records: readonly ImageRecord[],
  { signal, now, cache, labels, told }: LoadingOptions,
): AsyncGenerator<LogRecord, FaceSet> {
  let done = 0;
  const loading = loadFaces(records, { signal, cache, onProgress: (count) => (done = count) });
  const finished = loading.then(() => true);
  // A failure is thrown where `loading` is awaited below.
  finished.catch(() => {});
  while (!(await Promise.race([finished.catch(() => true), delay(PROGRESS_EVERY_MS, false)]))) {
    yield stageRecord('faces', saying(failure('runLog.finding-faces', { done, images: records.length })), now());
  }
  const { faces, problems, remarks } = await loading;
  for (const remark of remarks.filter((each) => !told.has(JSON.stringify(each)))) {
    const { path, how } = inFolder(remark, labels);
    yield stageRecord('faces', { kind: 'remark', remark: { path, how } }, now());
  }
  for (const each of remarks) told.add(JSON.stringify(each));
  yield* problemWarnings(
    problems.filter((each) => !told.has(JSON.stringify(each))),
    labels,
    now,
  );
  for (const each of problems) told.add(JSON.stringify(each));
  return faces;
}

function* problemWarnings(
  problems: readonly DatasetProblem[],
  labels: ReadonlyMap<string, string>,
  now: () => number,
): Generator<LogRecord> {
  for (const each of problems.slice(0, PROBLEMS_TOLD)) {
    const { path, row, rows, why } = inFolder(each, labels);
    const problem = { path, row, ...(rows === undefined ? {} : { rows }), why };
    yield warningRecord({ kind: 'left-out', problem }, now());
  }
  if (problems.length > PROBLEMS_TOLD) {
    const text = failure('runLog.left-out-in-all', { images: problems.length, named: PROBLEMS_TOLD });
    yield warningRecord(saying(text), now());
  }
}

function subjectsOf(records: readonly ImageRecord[]): Set<string> {
  return new Set(records.map((each) => each.subject));
}

function isChild({ group }: ImageRecord): boolean {
  return group === 'child';
}

/** A row that is wrong by either column of labels is named only once. */
function distinct(problems: readonly DatasetProblem[]): DatasetProblem[] {
  return [...new Map(problems.map((each) => [`${each.dir} ${describeProblem(each)}`, each])).values()];
}
