import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MOST_PIECE_BYTES } from '../../../contract/model-life/model-exchange.ts';
import type { ModelConfig } from '../../../core/registry/model-config.ts';
import { writeModel } from '../../../core/registry/model-folder.node.ts';
import { keyedBy } from '../../../core/registry/subjects/subject-digest.node.ts';
import { exampleModel } from '../../../core/registry/testing/example-model.ts';
import { modelIdOf } from '../../../jobs/train/model-config.ts';
import { handTrainer } from '../../testing/hand-trainer.ts';
import { ADMINISTRATOR, type Call, callAs, RESOURCES_DIR, signInAnother, testSite } from '../../testing/test-site.ts';

const STATEMENT = 'Their families agreed in writing; the forms are in the study’s own folder.';

/** A site of its own, with its administrator signed in. */
async function openSite(siteName: string) {
  const trainer = handTrainer();
  const site = await testSite({ launchTrainer: trainer.launch });
  const service = site.service();
  const call = callAs(service);
  await call('site.setUp', { siteName, administrator: ADMINISTRATOR.userName, password: ADMINISTRATOR.password });
  return { site, service, call, trainer, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() };
}

type Opened = Awaited<ReturnType<typeof openSite>>;

/** Trains and proposes a model of some children, in whichever split. */
async function candidate(
  { call, trainer }: Opened,
  name: string,
  trainedOn: string[],
  change: Partial<ModelConfig> = {},
) {
  const datasets = await call('datasets.list', {});
  const { id } = datasets[0] ?? (await call('datasets.add', { dir: join(RESOURCES_DIR, 'demo-cohort') }));
  const settings = { learner: 'supcon', regime: 'adults-as-augmentations', epochs: 2, seed: 7 } as const;
  const run = await call('runs.start', { ...settings, name, datasetIds: [id] });
  const key = keyedBy(trainer.jobs.at(-1)!.subjectSecret!);
  const subjects = { train: trainedOn.slice(0, 1).map(key.digest), val: [], test: trainedOn.slice(1).map(key.digest) };
  const split = { ...exampleModel().config.split, digests: key.name, subjects };
  const { config, tensors } = exampleModel({ id: modelIdOf(name), excluded: [], split, ...change });
  await writeModel(trainer.jobs.at(-1)!.outDir, config, tensors);
  trainer.end({ kind: 'finished' });
  await expect
    .poll(async () => (await call('runs.get', { runId: run.id })).run.state, { interval: 10 })
    .toBe('finished');
  return await call('models.propose', { runId: run.id });
}

async function child(call: Call, code: string) {
  const { id } = await call('children.add', { code, birthMonth: '2019-05' });
  return id;
}

async function consent(call: Call, childId: string, scopes: ('train' | 'share-weights')[]) {
  return await call('consents.grant', {
    childId,
    scopes,
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2026-12-31',
  });
}

async function handIn(call: Call, file: Uint8Array) {
  for (let at = 0; at < file.length; at += MOST_PIECE_BYTES) {
    await call('modelExchange.receive', { at, piece: new Uint8Array(file.subarray(at, at + MOST_PIECE_BYTES)) });
  }
}

const auditOf = async (call: Call) =>
  (await call('audit.list', { beforeSequence: null, limit: 50 })).entries
    .map(({ action, subject }) => `${action} ${subject}`)
    .join('\n');

test('a model leaves when every family agreed, and is a candidate where somebody compared the key', async () => {
  await using ours = await openSite('Ward 3');
  const [first, second] = [await child(ours.call, 'CH-1'), await child(ours.call, 'CH-2')];
  await consent(ours.call, first, ['train', 'share-weights']);
  await consent(ours.call, second, ['train']);
  const { id: modelId, digest } = await candidate(ours, 'Night shift', ['CH-1', 'CH-2']);

  // Only tested on, the second child counts as well.
  expect(await ours.call('modelExchange.sharing', { modelId })).toEqual({
    children: 2,
    without: ['CH-2'],
    needsStatement: false,
    named: [],
  });
  for (const form of ['model-file', 'onnx'] as const) {
    await expect(ours.call('modelExchange.export', { modelId, form, statement: STATEMENT })).rejects.toMatchObject({
      code: 'no-consent',
      message: expect.stringContaining('For 1 child whose pictures it was made from'),
    });
  }
  const agreed = await consent(ours.call, second, ['share-weights']);
  const file = await ours.call('modelExchange.export', { modelId, form: 'model-file' });
  expect(file.fileName).toBe('night-shift-1.0.0.faceward-model');
  expect(Buffer.from(file.bytes).includes('CH-2')).toBe(false);
  expect((await ours.call('modelExchange.export', { modelId, form: 'onnx' })).fileName).toBe('night-shift-1.0.0.onnx');
  expect(await auditOf(ours.call)).toContain('models.export night-shift as model-file, 2 children with consent');
  await ours.call('consents.withdraw', { consentId: agreed.id });
  await expect(ours.call('modelExchange.export', { modelId, form: 'model-file' })).rejects.toMatchObject({
    code: 'no-consent',
  });

  await using theirs = await openSite('Other hospital');
  await handIn(theirs.call, file.bytes);
  const received = await theirs.call('modelExchange.inspect', {});
  expect(received).toMatchObject({ modelId, siteName: 'Ward 3', standing: 'unknown', children: 2, nameTaken: false });
  expect(received.fingerprint).toBe((await ours.call('site.reportKey', {})).fingerprint);
  await expect(theirs.call('modelExchange.import', {})).rejects.toMatchObject({
    reason: 'exchange.unknown-site',
    message: expect.stringContaining(received.fingerprint),
  });
  const { fingerprint } = received;
  const imported = await theirs.call('modelExchange.import', { confirmedFingerprint: fingerprint });
  expect(imported).toMatchObject({ id: modelId, state: 'candidate', origin: 'imported', digest, comparison: null });
  expect(await theirs.call('modelExchange.importedFrom', { modelId })).toMatchObject({
    siteName: 'Ward 3',
    fingerprint,
  });
  expect(await auditOf(theirs.call)).toMatch(/models\.import night-shift of Ward 3[\s\S]*models\.confirmSite Ward 3/);
  expect(await theirs.call('modelExchange.knownSites', {})).toMatchObject([{ name: 'Ward 3', confirmedBy: 'Ada' }]);

  // It is in use nowhere before it was compared here.
  const unmet = (await theirs.call('models.conditions', { modelId })).flatMap(({ name, unmet }) =>
    unmet ? [name] : [],
  );
  expect(unmet).toContain('compared');

  // A second time the site is known, and the name taken.
  await handIn(theirs.call, file.bytes);
  expect(await theirs.call('modelExchange.inspect', {})).toMatchObject({ standing: 'known', nameTaken: true });
  await expect(theirs.call('modelExchange.import', {})).rejects.toMatchObject({ reason: 'models.name-taken' });
});

test('a changed file, and one by another key under a known name, are taken in by nobody', async () => {
  await using ours = await openSite('Ward 3');
  await candidate(ours, 'Night shift', []);
  const file = await ours.call('modelExchange.export', {
    modelId: 'night-shift',
    form: 'model-file',
    statement: STATEMENT,
  });
  await using theirs = await openSite('Other hospital');
  const { call } = theirs;

  const entries = unzipSync(file.bytes);
  const lenient = strToU8(strFromU8(entries['config.json']!).replace('"threshold": 0.4', '"threshold": 0.1'));
  await handIn(call, zipSync({ ...entries, 'config.json': lenient } as Zippable));
  const refusal = { reason: 'exchange.changed', message: expect.stringContaining('config.json') };
  await expect(call('modelExchange.inspect', {})).rejects.toMatchObject(refusal);
  await expect(call('modelExchange.import', {})).rejects.toMatchObject(refusal);

  await handIn(call, file.bytes);
  const { fingerprint } = await call('modelExchange.inspect', {});
  await call('modelExchange.import', { confirmedFingerprint: fingerprint });
  await using impostor = await openSite('ward 3 ');
  await candidate(impostor, 'Day shift', []);
  const forged = await impostor.call('modelExchange.export', {
    modelId: 'day-shift',
    form: 'model-file',
    statement: STATEMENT,
  });
  await handIn(call, forged.bytes);
  const found = await call('modelExchange.inspect', {});
  expect(found.standing).toBe('key-changed');
  await expect(call('modelExchange.import', { confirmedFingerprint: found.fingerprint })).rejects.toMatchObject({
    reason: 'exchange.key-changed',
  });

  // Once an administrator has removed the old key it is a site that nobody knows.
  await call('modelExchange.forgetSite', { fingerprint });
  expect(await call('modelExchange.inspect', {})).toMatchObject({ standing: 'unknown' });
  await expect(call('modelExchange.forgetSite', { fingerprint })).rejects.toMatchObject({ code: 'not-found' });
});

test('of people whom the site does not know, an administrator states why; it goes with the file', async () => {
  await using ours = await openSite('Ward 3');
  const { id: modelId } = await candidate(ours, 'Night shift', ['web-0001', 'web-0002']);
  expect(await ours.call('modelExchange.sharing', { modelId })).toMatchObject({ children: 0, needsStatement: true });
  await expect(ours.call('modelExchange.export', { modelId, form: 'onnx' })).rejects.toMatchObject({
    reason: 'exchange.statement-missing',
  });
  const { bytes } = await ours.call('modelExchange.export', { modelId, form: 'model-file', statement: STATEMENT });
  expect(await auditOf(ours.call)).toContain(`models.exportStatement night-shift: ${STATEMENT}`);
  await using theirs = await openSite('Other hospital');
  await handIn(theirs.call, bytes);
  expect(await theirs.call('modelExchange.inspect', {})).toMatchObject({ children: 0, statement: STATEMENT });

  // Nobody real is on rendered faces, as their dataset says; the model that ships is public.
  const test = { dataset: 'cohort', shows: 'rendered', realChildren: false, hash: 'h', lookCount: null };
  const tests = [{ ...test, evaluation: exampleModel().config.test! }];
  const rendered = await candidate(ours, 'Rendered', ['c001'], { tests });
  expect(await ours.call('modelExchange.sharing', { modelId: rendered.id })).toMatchObject({ needsStatement: false });
  expect(await ours.call('modelExchange.sharing', { modelId: 'base-example' })).toMatchObject({
    needsStatement: false,
  });
});

test('children of the model that it goes on from count, and codes in its settings keep it here', async () => {
  await using ours = await openSite('Ward 3');
  await child(ours.call, 'CH-1');
  await candidate(ours, 'First', ['CH-1']);
  const startFrom = { id: 'first', weightsSha256: 'a'.repeat(64) };
  const second = await candidate(ours, 'Second', [], { training: { startFrom } });
  expect(await ours.call('modelExchange.sharing', { modelId: second.id })).toMatchObject({
    children: 1,
    without: ['CH-1'],
    needsStatement: false,
  });
  const gone = { id: 'gone', weightsSha256: 'a'.repeat(64) };
  const third = await candidate(ours, 'Third', [], { training: { startFrom: gone }, excluded: ['ch-1', 'a007'] });
  expect(await ours.call('modelExchange.sharing', { modelId: third.id })).toMatchObject({
    needsStatement: true,
    named: ['CH-1'],
  });
  await expect(
    ours.call('modelExchange.export', { modelId: third.id, form: 'onnx', statement: STATEMENT }),
  ).rejects.toMatchObject({ reason: 'exchange.names-children' });
  // The name of a run becomes that of the model and of its file.
  const named = await candidate(ours, 'Again without ch-1', []);
  expect(await ours.call('modelExchange.sharing', { modelId: named.id })).toMatchObject({ named: ['CH-1'] });
  const other = await candidate(ours, 'Batch-12', []);
  expect(await ours.call('modelExchange.sharing', { modelId: other.id })).toMatchObject({ named: [] });
});

test('only administrators hand models on and take them in, and a file comes in from its beginning', async () => {
  await using ours = await openSite('Ward 3');
  const rex = await signInAnother(ours.service, ours.call, { name: 'Rex', role: 'research' });
  await expect(rex('modelExchange.export', { modelId: 'base-example', form: 'onnx' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(rex('modelExchange.receive', { at: 0, piece: new Uint8Array(3) })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(ours.call('modelExchange.inspect', {})).rejects.toMatchObject({ reason: 'exchange.nothing-received' });
  await ours.call('modelExchange.receive', { at: 0, piece: new Uint8Array(3) });
  await expect(ours.call('modelExchange.receive', { at: 5, piece: new Uint8Array(3) })).rejects.toMatchObject({
    reason: 'exchange.piece-missing',
  });
  await expect(ours.call('modelExchange.inspect', {})).rejects.toMatchObject({ reason: 'exchange.not-a-model-file' });
});
