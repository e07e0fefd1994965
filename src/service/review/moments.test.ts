import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { momentsToTrainOn } from '../../core/store/lab/moments.node.ts';
import type { WritableDb } from '../../core/store/store.node.ts';
import { withClosedStore } from '../testing/closed-store.ts';
import { type Call, callAs, sample, setUp, testSite } from '../testing/test-site.ts';

const SCOPES = ['monitor', 'keep-crops', 'train'] as const;
const GIVEN = { givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
const EVEN = EMOTIONS.map(() => 1 / EMOTIONS.length);

/** A session of a minute in which the model doubts at these seconds, with a kept picture of each second's number as its grey. */
async function doubtfulSession(
  call: Call,
  code: string,
  doubts: readonly number[],
  scopes: readonly (typeof SCOPES)[number][] = SCOPES,
) {
  const { id: childId } = await call('children.add', { code, birthMonth: '2019-05' });
  const { id: monitorId } = await call('consents.grant', { childId, scopes: ['monitor', 'keep-crops'], ...GIVEN });
  const train = scopes.includes('train')
    ? await call('consents.grant', { childId, scopes: ['train'], ...GIVEN })
    : null;
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  const samples = Array.from({ length: 600 }, (_, index) => {
    const at = sample(index * 100);
    return doubts.some((second) => Math.abs(second * 1000 - at.atMs) <= 2000) ? { ...at, probabilities: EVEN } : at;
  });
  const crops = doubts.map((second) => ({ atMs: 1000 * second, grey: new Uint8Array(3600).fill(second) }));
  await call('sessions.append', { sessionId, batch: 0, samples, gaps: [], crops, atMs: 60_000 });
  await call('sessions.stop', { sessionId, durationMs: 60_000 });
  return { childId, sessionId, monitorId, trainId: train?.id ?? '' };
}

const subjects = (db: WritableDb) =>
  db
    .prepare<[], string>('SELECT subject FROM dataset_images JOIN dataset_faces ON image_key = key ORDER BY key')
    .pluck()
    .all();

describe('moments of doubt', () => {
  it('lie in the wall where consent covers them, every child in its turn, and more come after each session', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    await doubtfulSession(call, 'CH-1', [10, 50]);
    await doubtfulSession(call, 'CH-2', [30]);
    await doubtfulSession(call, 'CH-3', [20], ['monitor', 'keep-crops']);
    expect(await call('moments.dataset', {})).toBeNull();
    const { datasetId, images, noConsent } = await call('moments.bring', { name: 'Moments' });
    expect({ images, noConsent }).toEqual({ images: 3, noConsent: 1 });
    await doubtfulSession(call, 'CH-4', [40]);
    await expect.poll(() => call('moments.dataset', {})).toEqual({ datasetId, images: 4 });
    await service.close();
    const order = await withClosedStore(site, subjects);
    expect(new Set(order.slice(0, 3))).toEqual(new Set(['CH-1', 'CH-2', 'CH-4']));
    expect(order[3]).toBe('CH-1');
    const named = await withClosedStore(site, (db) => {
      const say = db.prepare(
        `INSERT INTO image_labels (image_key, user_id, label, at)
         SELECT key, (SELECT id FROM users), ?, '2026-01-01T00:00:00Z' FROM dataset_images WHERE subject = ?`,
      );
      say.run('anger', 'CH-2');
      say.run('fear', 'CH-2');
      say.run('not-usable', 'CH-4');
      return momentsToTrainOn(db, datasetId, () => 'covers');
    });
    expect(named).toMatchObject([{ atMs: 30_000, emotion: 'fear', source: 'webcam' }]);
  });

  it('are gone with their copies and labels when either consent ends', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    const first = await doubtfulSession(call, 'CH-1', [10]);
    const second = await doubtfulSession(call, 'CH-2', [30]);
    await doubtfulSession(call, 'CH-3', [20]);
    await call('moments.bring', { name: 'Moments' });
    await call('consents.withdraw', { consentId: first.monitorId });
    await call('consents.withdraw', { consentId: second.trainId });
    expect(await call('moments.dataset', {})).toMatchObject({ images: 1 });
    await service.close();
    expect(await withClosedStore(site, subjects)).toEqual(['CH-3']);
  });
});
