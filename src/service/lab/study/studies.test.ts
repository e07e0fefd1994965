import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { StudyQuestion } from '../../../contract/study.ts';
import { failure } from '../../../core/words/failure.ts';
import { studySettingsSchema } from '../../../jobs/study/study-file.ts';
import { handLabJobs } from '../../testing/hand-lab-jobs.ts';
import { type Call, callAs, RESOURCES_DIR, setUp, startSession, testSite } from '../../testing/test-site.ts';

const SPEED = {
  engine: 'wasm',
  threads: 1,
  learners: [{ learner: 'supcon', stepMs: [10, 12, 20], endMs: 0, endMsAnImage: 1, testMsAnImage: 2 }],
};

async function question(call: Call): Promise<StudyQuestion> {
  const { id } = await call('datasets.add', { dir: join(RESOURCES_DIR, 'demo-cohort') });
  return {
    name: 'Do adults help?',
    datasetIds: [id],
    learners: ['supcon'],
    regimes: ['children', 'mixed'],
    sizes: [40, 80],
    repeats: 2,
    budgetSteps: 100,
    encoder: 'small',
  };
}

it('runs one study at a time, which yields to sessions, is stopped, gone on with and removed', {
  timeout: 60_000,
}, async () => {
  const { jobs, launch } = handLabJobs();
  await using site = await testSite();
  const service = site.service({ launchLabJob: launch });
  const call = callAs(service);
  await setUp(call);
  const asked = await question(call);
  const studies = () => jobs.filter(({ name }) => name === 'study');
  const state = async (studyId: string) => (await call('studies.get', { studyId })).study;

  const { id, cells, state: begun } = await call('studies.start', asked);
  expect({ begun, cells }).toEqual({ begun: 'running', cells: { all: 8, done: 0, failed: 0 } });
  expect(studies()[0]!.input).toMatchObject({ dir: join(site.dataDir, 'studies', id), dataDir: site.dataDir });
  await expect(call('studies.start', asked)).rejects.toMatchObject({ code: 'conflict' });
  const run = {
    name: 'x',
    datasetIds: asked.datasetIds,
    learner: 'supcon',
    regime: 'mixed',
    epochs: 1,
    seed: 1,
  } as const;
  const waiting = await call('runs.start', run);
  expect(waiting.state, 'a run waits until the study is done').toBe('queued');
  await call('runs.stop', { runId: waiting.id });
  await expect(call('studies.remove', { studyId: id })).rejects.toMatchObject({ code: 'conflict' });
  studies()[0]!.tell({ kind: 'step', cell: 3, step: 7 });
  await expect
    .poll(async () => (await call('studies.get', { studyId: id })).cells[3])
    .toMatchObject({ state: 'running', step: 7, size: 80, seed: 1 });

  const { session } = await startSession(call);
  await expect.poll(async () => (await state(id)).isWaiting).toBe(true);
  expect(await state(id)).toMatchObject({ state: 'running' });
  await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  await expect.poll(() => studies().length).toBe(2);

  await call('studies.stop', { studyId: id });
  await expect.poll(async () => (await state(id)).state).toBe('stopped');
  await call('studies.resume', { studyId: id });
  studies()[2]!.end({ kind: 'finished', output: { open: 0 } });
  await expect.poll(async () => (await state(id)).state).toBe('finished');
  await expect(call('studies.resume', { studyId: id })).rejects.toMatchObject({ code: 'conflict' });
  await call('studies.remove', { studyId: id });
  expect(await call('studies.list', {})).toEqual([]);
});

it('measures the machine before a study is asked for, and writes one as a file that the command line reads', {
  timeout: 60_000,
}, async () => {
  const { jobs, launch } = handLabJobs();
  await using site = await testSite();
  const call = callAs(site.service({ launchLabJob: launch }));
  await setUp(call);
  const asked = await question(call);
  expect(await call('studies.speed', { encoder: 'small' })).toBeNull();
  const measured = call('studies.measureSpeed', { encoder: 'small', learners: ['supcon'] });
  await expect.poll(() => jobs.some(({ name }) => name === 'speed')).toBe(true);
  const speed = jobs.find(({ name }) => name === 'speed')!;
  // By the looks at engines that the study will choose by.
  expect(speed.input).toMatchObject({ dataDir: site.dataDir });
  speed.end({ kind: 'finished', output: SPEED });
  await measured;
  expect(await call('studies.speed', { encoder: 'small' })).toMatchObject({ speed: SPEED });
  expect(await call('studies.speed', { encoder: 'wide' })).toBeNull();

  const { fileName, text } = await call('studies.plan', asked);
  expect(fileName).toBe('do-adults-help.study.json');
  expect(studySettingsSchema.parse(JSON.parse(text))).toMatchObject({ seeds: [1, 2], sizes: [40, 80], threads: 1 });
});

it('leaves out children without consent to training, and does not go on with one whose consent has ended', async () => {
  const { jobs, launch } = handLabJobs();
  await using site = await testSite();
  const call = callAs(site.service({ launchLabJob: launch }));
  await setUp(call);
  const child = await call('children.add', { code: 'c003', birthMonth: '2019-05' });
  const asked = await question(call);
  const studies = () => jobs.filter(({ name }) => name === 'study');
  const first = await call('studies.start', asked);
  expect(studies()[0]!.input).toMatchObject({ settings: { exclude: ['c003'] } });
  await call('studies.stop', { studyId: first.id });
  studies()[0]!.end({ kind: 'stopped' });
  await expect.poll(async () => (await call('studies.get', { studyId: first.id })).study.state).toBe('stopped');

  const consent = await call('consents.grant', {
    childId: child.id,
    scopes: ['train'],
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2026-12-31',
  });
  const second = await call('studies.start', asked);
  expect(studies()[1]!.input).toMatchObject({ settings: { exclude: [] } });
  // It ends with the consent, and says why.
  await call('consents.withdraw', { consentId: consent.id });
  await expect
    .poll(async () => (await call('studies.get', { studyId: second.id })).study)
    .toMatchObject({ state: 'stopped', failure: failure('lab.study-consent-ended', { count: 1 }) });
  const { entries } = await call('audit.list', { beforeSequence: null, limit: 5 });
  expect(entries).toContainEqual(
    expect.objectContaining({ action: 'studies.consentEnded', subject: `${second.id}: ${child.id}` }),
  );
  await expect(call('studies.resume', { studyId: second.id })).rejects.toMatchObject({
    code: 'no-consent',
    message: expect.stringContaining('1 child of this study'),
  });
});
