import { expect, test } from 'vitest';
import { expectKind, NOW, newStore } from '../testing/new-store.node.ts';
import { addDataset, findDataset, listDatasets, removeDataset } from './datasets.node.ts';
import { addModel, approveModel, findApprovedModel, findModel, listModels } from './models.node.ts';
import { addRun, appendRunLog, findRun, interruptRuns, listRuns, readRunLog, updateRun } from './runs.node.ts';

const model = (id: string) =>
  ({
    id,
    version: '1',
    origin: 'trained-here',
    dir: `models/${id}`,
    createdAtIso: NOW.toISOString(),
    comparison: { images: 3 },
    digest: 'd'.repeat(64),
  }) as const;

test('one model at a time is in use', () => {
  using store = newStore();
  expect(findApprovedModel(store.db)).toBeNull();
  addModel(store.db, model('a'));
  addModel(store.db, model('b'));
  expect(addModel(store.db, model('b')).kind).toBe('id-taken');
  const approve = (modelId: string) => approveModel(store.db, { modelId, approvedBy: 'Ann', now: NOW });
  expect(expectKind(approve('a'), 'approved').retiredModelId).toBeNull();
  expect(expectKind(approve('b'), 'approved').retiredModelId).toBe('a');
  expect(findModel(store.db, 'a')).toMatchObject({
    state: 'retired',
    approvedBy: 'Ann',
    comparison: { images: 3 },
    digest: 'd'.repeat(64),
  });
  expect(expectKind(approve('a'), 'approved'), 'the way back').toMatchObject({
    retiredModelId: 'b',
    model: { state: 'approved' },
  });
  expect(expectKind(approve('a'), 'approved').retiredModelId, 'again').toBeNull();
  expect(findApprovedModel(store.db)?.id).toBe('a');
  expect(approve('nothing').kind).toBe('not-found');
  expect(listModels(store.db).map(({ id, state }) => [id, state])).toEqual([
    ['b', 'retired'],
    ['a', 'approved'],
  ]);
});

test('a dataset is known by its folder', () => {
  using store = newStore();
  const imagesByEmotion = { anger: 1, disgust: 2, fear: 3, happiness: 4, sadness: 5, surprise: 6, neutral: 7 };
  const counted = {
    name: 'faces',
    dir: '/data/faces',
    images: 28,
    children: 3,
    adults: 4,
    imagesByEmotion,
    subjectsKnown: true,
    problems: ['row 3: unknown emotion'],
    problemCount: 1,
  };
  const first = addDataset(store.db, counted);
  expect(findDataset(store.db, first.id)).toEqual({ ...counted, statement: null, kind: 'folder', id: first.id });
  expect(addDataset(store.db, { ...counted, images: 29, subjectsKnown: false })).toMatchObject({
    id: first.id,
    images: 29,
  });
  expect(listDatasets(store.db)).toHaveLength(1);
  expect(removeDataset(store.db, first.id).kind).toBe('removed');
  expect(removeDataset(store.db, first.id).kind).toBe('not-found');
});

test('a run keeps its log and what came of it', () => {
  using store = newStore();
  const start = {
    name: 'first',
    learner: 'supcon',
    regime: 'mixed',
    epochs: 5,
    seed: 0xffffffff,
    engine: 'wasm',
    datasetNames: ['faces'],
    job: { outDir: 'runs/1' },
    startedBy: store.userId,
    now: NOW,
  };
  const run = addRun(store.db, start);
  const other = addRun(store.db, { ...start, id: 'given' });
  expect(run).toMatchObject({
    state: 'running',
    seed: 0xffffffff,
    startedBy: 'Ann',
    job: { outDir: 'runs/1' },
    test: null,
  });
  appendRunLog(store.db, run.id, [
    { kind: 'stage', n: 1 },
    { kind: 'step', n: 2 },
  ]);
  appendRunLog(store.db, run.id, [{ kind: 'step', n: 3 }]);
  expect(readRunLog(store.db, run.id)).toEqual([
    { kind: 'stage', n: 1 },
    { kind: 'step', n: 2 },
    { kind: 'step', n: 3 },
  ]);
  addModel(store.db, model('made'));
  updateRun(store.db, run.id, { state: 'finished', test: { images: 3 } });
  updateRun(store.db, run.id, { modelId: 'made' });
  expect(findRun(store.db, run.id)).toMatchObject({ state: 'finished', test: { images: 3 }, modelId: 'made' });
  expect(interruptRuns(store.db)).toEqual([other.id]);
  expect(listRuns(store.db).map(({ id, state }) => [id, state])).toEqual([
    ['given', 'interrupted'],
    [run.id, 'finished'],
  ]);
  expect(updateRun(store.db, 'none', { state: 'failed' }).kind).toBe('not-found');
});

test('after a crash only the runs that were under way are interrupted, each once', () => {
  using store = newStore();
  const start = {
    learner: 'supcon',
    regime: 'mixed',
    epochs: 20,
    seed: 1,
    engine: 'wasm',
    datasetNames: [],
    job: {},
    startedBy: store.userId,
    now: NOW,
  };
  for (const state of ['running', 'finished', 'stopped', 'failed', 'interrupted'] as const) {
    addRun(store.db, { ...start, id: state, name: state });
    updateRun(store.db, state, { state });
  }
  expect(interruptRuns(store.db)).toEqual(['running']);
  expect(Object.fromEntries(listRuns(store.db).map(({ id, state }) => [id, state]))).toEqual({
    running: 'interrupted',
    finished: 'finished',
    stopped: 'stopped',
    failed: 'failed',
    interrupted: 'interrupted',
  });
  expect(interruptRuns(store.db)).toEqual([]);
});
