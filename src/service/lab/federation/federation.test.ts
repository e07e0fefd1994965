import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderKey } from '../../../jobs/dataset/subject-keys.node.ts';
import { partOf } from '../../../jobs/federated/part-of-site.node.ts';
import { placeOfRound } from '../../../jobs/federated/place-of-round.node.ts';
import { enterRound } from '../../../jobs/federated/round-ledger.node.ts';
import { readSiteState } from '../../../jobs/federated/site-state.node.ts';
import { roundDigest } from '../../../jobs/federated/who-takes-part.node.ts';
import { ADMINISTRATOR, type Call, callAs, testSite } from '../../testing/test-site.ts';

async function openSite() {
  const site = await testSite();
  const call = callAs(site.service());
  await call('site.setUp', {
    siteName: 'Ward 3',
    administrator: ADMINISTRATOR.userName,
    password: ADMINISTRATOR.password,
  });
  const file = join(site.dataDir, 'federation.json');
  const write = (change: object = {}) =>
    writeFileSync(file, JSON.stringify({ data: site.dataDir, dataset: ['images'], steps: 10, ...change }));
  write();
  return { site, call, file, write, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() };
}

async function share(call: Call, code: string, untilDate = '2026-12-31') {
  const { id: childId } = await call('children.add', { code, birthMonth: '2019-05' });
  const given = { givenBy: 'mother', childAssented: true, untilDate } as const;
  return await call('consents.grant', { childId, scopes: ['train', 'share-weights'], ...given });
}

const actions = async (call: Call) =>
  (await call('audit.list', { beforeSequence: null, limit: 50 })).entries
    .filter(({ action }) => action.startsWith('federation.'))
    .map(({ action, subject }) => `${action} ${subject}`);

test('a round runs only by the very file that an administrator has confirmed, and no more once the site has left', async () => {
  await using opened = await openSite();
  const { call, file, write } = opened;
  const round = () => partOf(file, 'base');
  expect(round).toThrow(/No administrator of this site has confirmed/);

  const { sha256, plan } = await call('federation.look', { file });
  expect(plan).toMatchObject({ steps: 10, share: 'encoder', imageCountAs: 'count', learner: 'supcon' });
  write({ steps: 99 });
  await expect(call('federation.join', { file, sha256, to: 'Others' })).rejects.toMatchObject({
    reason: 'federation.changed-meanwhile',
  });
  write();
  await call('federation.join', { file, sha256, to: 'Children’s hospitals, coordinator A' });
  expect(round().file.steps).toBe(10);
  expect(await call('federation.state', {})).toMatchObject({
    joined: { to: 'Children’s hospitals, coordinator A', confirmedBy: 'Ada', isAsConfirmed: true, plan: { steps: 10 } },
  });

  write({ share: 'all' });
  expect(round).toThrow(/is not as an administrator has confirmed it/);
  expect(await call('federation.state', {})).toMatchObject({ joined: { isAsConfirmed: false } });
  write();
  await call('federation.leave', {});
  expect(round).toThrow(/No administrator of this site has confirmed/);
  expect(await call('federation.state', {})).toMatchObject({ joined: null });
  expect(await actions(call)).toEqual([
    'federation.leave Children’s hospitals, coordinator A',
    expect.stringMatching(
      /^federation\.join Children’s hospitals, coordinator A: encoder, images as count; SHA-256 [0-9a-f]{64}$/,
    ),
  ]);
});

test('consents reach the rounds as they are given and withdrawn, by digest and with their last day', async () => {
  await using opened = await openSite();
  const { site, call, file } = opened;
  await share(call, 'CH-1', '2026-06-30');
  const { sha256 } = await call('federation.look', { file });
  await call('federation.join', { file, sha256, to: 'Others' });
  const key = folderKey(site.dataDir);
  const agreed = () => readSiteState(site.dataDir)!.agreed;
  expect(agreed()).toEqual([{ digest: roundDigest(key, 'ch-1'), untilDate: '2026-06-30' }]);

  const second = await share(call, 'CH-2');
  expect(agreed()).toHaveLength(2);
  expect(await call('federation.state', {})).toMatchObject({ consents: { children: 2, agreed: 2 } });
  await call('consents.withdraw', { consentId: second.id });
  expect(agreed()).toHaveLength(1);
});

test('a round that ran stands in the audit log once', async () => {
  await using opened = await openSite();
  const { site, call } = opened;
  const place = placeOfRound('', { data: site.dataDir });
  mkdirSync(place.dir, { recursive: true });
  const sha = 'a'.repeat(64);
  const counted = { images: 70, children: 5, childrenLeftOut: 2, of: [] };
  const entry = { id: 'one', atIso: '2026-03-04T08:00:00.000Z', task: 'fit', round: 1, begins: true } as const;
  enterRound(place, { ...entry, trainedIn: sha, weightsIn: sha, weightsOut: sha, ...counted });
  expect(await call('federation.state', {})).toMatchObject({ rounds: [{ round: 1, images: 70, childrenLeftOut: 2 }] });
  await call('federation.state', {});
  expect(await actions(call)).toEqual([
    `federation.round fit of round 1, 2026-03-04T08:00:00.000Z: 70 images of 5 children, 2 left out for want of consent; SHA-256 ${sha}`,
  ]);
});

test('a file of another site, or with a list of its own, is not taken', async () => {
  await using opened = await openSite();
  const { call, file, write } = opened;
  write({ data: 'elsewhere' });
  await expect(call('federation.look', { file })).rejects.toMatchObject({ reason: 'federation.other-data' });
  write({ mayShare: 'list.txt' });
  await expect(call('federation.look', { file })).rejects.toMatchObject({ reason: 'federation.two-lists' });
});
