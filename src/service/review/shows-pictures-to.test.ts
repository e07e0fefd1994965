import { expect, it } from 'vitest';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { failure } from '../../core/words/failure.ts';
import { type Call, callAs, sample, setUp, signInAnother, testSite } from '../testing/test-site.ts';

const GIVEN = { givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };

/** A minute of doubt with pictures of a child whose family agreed to watching and to keeping pictures. */
async function picturedSession(call: Call, code: string) {
  const { id: childId } = await call('children.add', { code, birthMonth: '2019-05' });
  await call('consents.grant', { childId, scopes: ['monitor', 'keep-crops'], ...GIVEN });
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  const even = EMOTIONS.map(() => 1 / EMOTIONS.length);
  const samples = Array.from({ length: 60 }, (_, at) => ({
    ...sample(200 * at),
    emotion: null,
    probabilities: even,
  }));
  const crops = [1500, 6000].map((atMs) => ({ atMs, grey: new Uint8Array(3600).fill(9) }));
  await call('sessions.append', { sessionId, batch: 0, samples, gaps: [], crops, atMs: 12_000 });
  await call('sessions.stop', { sessionId, durationMs: 12_000 });
  return { childId, sessionId };
}

it('shows research staff no picture, birth month or giver of a child whose consent does not cover training', async () => {
  await using site = await testSite();
  const service = site.service();
  const ada = callAs(service);
  await setUp(ada);
  const { childId, sessionId } = await picturedSession(ada, 'CH-1');
  const rex = await signInAnother(service, ada, { name: 'Rex', role: 'research' });
  const rosa = await signInAnother(service, ada, { name: 'Rosa', role: 'reviewer' });
  const picture = (call: Call) => call('sessions.crop', { sessionId, atMs: 1500 });
  const queue = async (call: Call) => (await call('review.queue', { childId: null, limit: 9 })).moments.length;
  expect(await picture(rosa)).not.toBeNull();
  expect(await queue(rosa)).toBe(1);
  await expect(picture(rex)).rejects.toMatchObject({
    code: 'no-consent',
    ...failure('review.picture-not-for-research', { code: 'CH-1' }),
  });
  expect(await queue(rex)).toBe(0);
  for (const call of [rex, rosa]) {
    await expect(call('children.list', {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(call('children.page', {})).rejects.toMatchObject({ code: 'forbidden' });
    expect(await call('children.codes', {})).toEqual([{ id: childId, code: 'CH-1' }]);
  }

  const { id: consentId } = await ada('consents.grant', { childId, scopes: ['train'], ...GIVEN });
  expect(await picture(rex)).not.toBeNull();
  expect(await queue(rex)).toBe(1);
  await ada('consents.withdraw', { consentId });
  await expect(picture(rex)).rejects.toMatchObject({ code: 'no-consent' });
});

it('asks research staff in a blind rating about children only whose consent covers training', async () => {
  await using site = await testSite();
  const service = site.service();
  const ada = callAs(service);
  await setUp(ada);
  const { childId } = await picturedSession(ada, 'CH-1');
  await picturedSession(ada, 'CH-2');
  const rex = await signInAnother(service, ada, { name: 'Rex', role: 'research' });
  await signInAnother(service, ada, { name: 'Rosa', role: 'reviewer' });
  const people = await ada('ratings.people', {});
  const idOf = (name: string) => people.find((each) => each.name === name)!.id;
  const choice = { childIds: [], fromDay: null, untilDay: null, stretches: 9, lengthS: 3 };
  const make = (...names: string[]) =>
    ada('ratings.make', { ...choice, name: names.join(), raterIds: names.map(idOf) });
  await expect(make('Ada', 'Rex')).rejects.toMatchObject({ reason: 'ratings.no-stretches-for-research' });
  const { stretches: forAda } = await make('Ada', 'Rosa');
  const { id: consentId } = await ada('consents.grant', { childId, scopes: ['train'], ...GIVEN });
  const task = await make('Ada', 'Rex');
  expect(task).toMatchObject({ stretches: forAda / 2, children: 1 });
  expect((await rex('ratings.next', { taskId: task.id }))?.pictures).toHaveLength(1);

  await ada('consents.withdraw', { consentId });
  expect(await rex('ratings.next', { taskId: task.id })).toBeNull();
  const [left, own] = await ada('ratings.list', {});
  expect(left).toMatchObject({ stretches: 0, left: { stretches: forAda / 2, children: 1 } });
  expect(own).toMatchObject({ stretches: forAda, left: { stretches: 0 } });
});
