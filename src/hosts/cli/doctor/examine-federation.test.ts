import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeSiteState } from '../../../jobs/federated/site-state.node.ts';
import { writeTinyDataset } from '../testing/tiny-dataset.ts';
import { examineFederation } from './examine-federation.ts';

let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-doctor-'));
  await writeTinyDataset(join(dir, 'ward'), { children: 2, adults: 1 });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const examined = async (file: string | null) =>
  (await examineFederation(dir, file, 'models')).map(({ name, state, text }) => `${name} ${state}: ${text}`);

it('says what stands in the way of a round, one thing after the other', async () => {
  expect(await examined(null)).toEqual(['file absent: this site takes part in no federation']);
  const file = join(dir, 'site.json');
  writeFileSync(file, JSON.stringify({ data: dir, dataset: ['ward'], steps: 'many' }));
  expect(await examined(file)).toEqual([expect.stringMatching(/^file failed: .*steps was expected to be otherwise/)]);

  writeFileSync(file, JSON.stringify({ data: dir, dataset: ['ward'] }));
  writeFileSync(join(dir, 'keys.json'), '{}');
  expect(await examined(file)).toEqual([
    `file ok: ${file}: 200 steps a round, shares encoder, images as count`,
    expect.stringMatching(/^confirmation failed: No administrator of this site has confirmed/),
  ]);

  rmSync(join(dir, 'keys.json'));
  expect((await examined(file)).slice(1)).toEqual([
    'confirmation ok: not asked for: the folder of data is no site',
    expect.stringMatching(/^dataset failed: Nobody says for which children on “ward”/),
    'key absent: made at the first round',
  ]);
});

it('goes by the file that was confirmed where none is named', async () => {
  const file = join(dir, 'gone.json');
  const confirmed = { file, fileSha256: '', to: 'Others', atIso: '2026-03-04T09:00:00.000Z' };
  writeSiteState(dir, { formatVersion: 1, confirmed, agreed: [], model: null });
  expect(await examined(null)).toEqual([expect.stringMatching(/^file failed: .*gone\.json cannot be read/)]);
});
