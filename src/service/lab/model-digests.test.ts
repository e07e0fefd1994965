import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readModel, writeModel, writeSums } from '../../core/registry/model-folder.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import { ADMINISTRATOR, callAs, RESOURCES_DIR, setUp, startSession, testSite } from '../testing/test-site.ts';

/** Flips the lowest bit of one weight, and makes the folder's own listing fit. */
async function flipOneBit(dir: string) {
  const file = join(dir, 'model.safetensors');
  const bytes = readFileSync(file);
  bytes[bytes.length - 4]! ^= 1;
  writeFileSync(file, bytes);
  await writeSums(dir);
}

test('a model is in use as it was entered, by its digest, which its report names', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { digest } = await readModel(join(site.modelsDir, 'base-example'));
  expect(await call('models.list', {})).toMatchObject([{ id: 'base-example', digest }]);
  const { session } = await startSession(call);
  const report = await call('sessions.report', { sessionId: session.id, format: 'json' });
  expect(JSON.parse(Buffer.from(report.bytes).toString()).model).toMatchObject({ id: 'base-example', digest });
});

test('one flipped bit of a weight and the model is used for nothing more, and it is said why', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { session } = await startSession(call);
  const dir = join(site.modelsDir, 'base-example');
  await flipOneBit(dir);
  const refusal = {
    code: 'conflict',
    reason: 'models.not-as-registered',
    message: expect.stringContaining(`The files of the model in ${dir} are not those that were entered here`),
  };
  await expect(call('models.files', { modelId: 'base-example' })).rejects.toMatchObject(refusal);
  await expect(call('models.card', { modelId: 'base-example' })).rejects.toMatchObject(refusal);
  await expect(call('sessions.report', { sessionId: session.id, format: 'json' })).rejects.toMatchObject(refusal);
  expect(await call('models.list', {})).toEqual([]);
  expect(await call('models.faults', {})).toMatchObject([
    { id: 'base-example', state: 'approved', fault: { reason: 'models.not-as-registered' } },
  ]);
  // Who signs in again is let in, and finds the model still refused: it is not entered anew.
  await call('site.signOut', {});
  await call('site.signIn', ADMINISTRATOR);
  await expect(call('models.files', { modelId: 'base-example' })).rejects.toMatchObject(refusal);
});

test('a shipped model whose own listing it does not fit keeps nobody from signing in', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  await call('site.signOut', {});
  writeFileSync(join(site.modelsDir, 'base-example', 'README.md'), '# another card');
  await call('site.signIn', ADMINISTRATOR);
  expect(site.told.at(-1)).toMatch(/left out: README\.md in .* is not as it was written/);
  await expect(call('models.files', { modelId: 'base-example' })).rejects.toMatchObject({ code: 'conflict' });
});

test('whoever changes the model that ships and raises its version is not taken for a new version of the program', async () => {
  await using site = await testSite();
  const dir = join(site.modelsDir, 'base');
  cpSync(join(RESOURCES_DIR, '../models/base'), dir, { recursive: true });
  rmSync(join(site.modelsDir, 'base-example'), { recursive: true });
  const call = callAs(site.service());
  await setUp(call);
  const { digest } = await readModel(dir);
  await call('site.signOut', {});
  const config = join(dir, 'config.json');
  const { version } = JSON.parse(readFileSync(config, 'utf8'));
  writeFileSync(config, readFileSync(config, 'utf8').replace(`"version": "${version}"`, '"version": "99.0.0"'));
  await flipOneBit(dir);
  await call('site.signIn', ADMINISTRATOR);
  expect(site.told.at(-1)).toContain('are not those that were entered here');
  await expect(call('models.files', { modelId: 'base' })).rejects.toMatchObject({
    reason: 'models.not-as-registered',
    values: { registered: digest },
  });
  // Nor does a new site begin with it.
  await using other = await testSite();
  cpSync(dir, join(other.modelsDir, 'base'), { recursive: true });
  await expect(setUp(callAs(other.service()))).rejects.toMatchObject({ reason: 'models.not-as-registered' });
});

test('a new version of the program brings its own base model, under its own version', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { digest: first } = await readModel(join(site.modelsDir, 'base-example'));
  const { session } = await startSession(call);
  expect(session).toMatchObject({ modelVersion: '1.0.0', modelDigest: first });
  await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  await call('site.signOut', {});
  const { config, tensors } = exampleModel({ id: 'base-example', version: '2.0.0', threshold: 0.5 });
  await writeModel(join(site.modelsDir, 'base-example'), config, tensors);
  await call('site.signIn', ADMINISTRATOR);
  const { digest } = await readModel(join(site.modelsDir, 'base-example'));
  expect(await call('models.list', {})).toMatchObject([
    { id: 'base-example', version: '2.0.0', state: 'approved', digest },
  ]);
  const { entries } = await call('audit.list', { beforeSequence: null, limit: 10 });
  expect(entries).toContainEqual(expect.objectContaining({ action: 'models.update', subject: 'base-example 2.0.0' }));
  // What read the session was the first one: its figures are not those of the second.
  const reportOf = async (format: 'json' | 'pdf') => {
    const { bytes } = await call('sessions.report', { sessionId: session.id, format });
    return Buffer.from(bytes);
  };
  const { model } = JSON.parse((await reportOf('json')).toString());
  expect(model).toMatchObject({ version: '1.0.0', digest: first, isReplaced: true, test: null, onChildren: [] });
  expect((await reportOf('pdf')).length).toBeGreaterThan(1000);
});
