import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AnnotationLabel } from '../../../core/emotion/annotation.ts';
import type { Emotion } from '../../../core/emotion/emotion.ts';
import { type Call, callAs, sample, setUp, signInAnother, testSite } from '../../testing/test-site.ts';

const CONSENT = { givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' } as const;

/** A child whose session shows each word for four seconds, two of them with a picture of one grey level. */
async function picturedSession(call: Call, code: string, words: readonly Emotion[]) {
  const { id: childId } = await call('children.add', { code, birthMonth: '2019-05' });
  const { id: consentId } = await call('consents.grant', { childId, scopes: ['monitor', 'keep-crops'], ...CONSENT });
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  const lengthMs = 4000 * words.length;
  const samples = Array.from({ length: lengthMs / 200 }, (_, at) => sample(200 * at, words[Math.floor(at / 20)]));
  const crops = words.flatMap((_, at) =>
    [500, 2500].map((ms) => ({ atMs: 4000 * at + ms, grey: new Uint8Array(3600).fill(at + 1) })),
  );
  await call('sessions.append', { sessionId, batch: 0, samples, gaps: [], crops, atMs: lengthMs });
  await call('sessions.stop', { sessionId, durationMs: lengthMs });
  return { childId, consentId, sessionId };
}

/** A site with two children, eight stretches, and Ada, who set it up, with Bo as raters. */
async function ratedSite() {
  const site = await testSite();
  const service = site.service();
  const ada = callAs(service);
  await setUp(ada);
  const first = await picturedSession(ada, 'CH-1', ['happiness', 'fear', 'happiness', 'neutral']);
  const second = await picturedSession(ada, 'CH-2', ['sadness', 'happiness', 'anger', 'neutral']);
  const bo = await signInAnother(service, ada, { name: 'Bo', role: 'ward' });
  const people = await ada('ratings.people', {});
  const raterIds = ['Ada', 'Bo'].map((name) => people.find((each) => each.name === name)!.id);
  const choice = { name: 'March', childIds: [], fromDay: null, untilDay: null, stretches: 20, lengthS: 4, raterIds };
  return { site, service, ada, bo, first, second, choice };
}

async function answerAll(call: Call, taskId: string, answer: (grey: number) => AnnotationLabel): Promise<number[]> {
  const seen: number[] = [];
  for (let next = await call('ratings.next', { taskId }); next; next = await call('ratings.next', { taskId })) {
    const grey = next.pictures[0]!.grey[0]!;
    seen.push(grey);
    await call('ratings.answer', { taskId, stretchId: next.id, answer: answer(grey) });
  }
  return seen;
}

test('two people rate, each in an order of their own, and are told the results when both have handed in', async () => {
  const { site, ada, bo, choice } = await ratedSite();
  await using _ = site;
  const { id: taskId, ...task } = await ada('ratings.make', choice);
  expect(task).toMatchObject({ stretches: 8, children: 2, left: { stretches: 0, children: 0 }, hasResults: false });
  expect(await bo('ratings.list', {})).toMatchObject([{ id: taskId, raters: [{ name: 'Ada' }, { name: 'Bo' }] }]);

  const seenByAda = await answerAll(ada, taskId, () => 'fear');
  await expect(ada('ratings.results', { taskId })).rejects.toMatchObject({ reason: 'ratings.not-told-yet' });
  await ada('ratings.handIn', { taskId });
  await expect(ada('ratings.results', { taskId })).rejects.toMatchObject({ code: 'conflict' });
  await expect(ada('ratings.export', { taskId })).rejects.toMatchObject({ code: 'conflict' });
  await expect(ada('ratings.undo', { taskId })).rejects.toMatchObject({ reason: 'ratings.handed-in' });

  const seenByBo = await answerAll(bo, taskId, (grey) => (grey === 2 ? 'fear' : 'unreadable'));
  expect(seenByBo.toSorted()).toEqual(seenByAda.toSorted());
  await bo('ratings.handIn', { taskId });
  const results = await bo('ratings.results', { taskId });
  expect(results).toMatchObject({ stretches: 8, children: 2, unanswered: 0, together: null });
  expect(results.cannotTell).toEqual([
    { name: 'Ada', stretches: 0 },
    { name: 'Bo', stretches: 6 },
  ]);
  expect(results.comparisons[0]).toMatchObject({ stretches: 2, observed: { value: 1 } });

  const { bytes } = await ada('ratings.export', { taskId });
  const [head, ...rows] = new TextDecoder().decode(bytes).trim().split('\r\n');
  expect(head).toContain('child,session,from_s,to_s,machine,rater_1,rater_2');
  expect(rows).toHaveLength(8);
  expect(rows.join()).toMatch(/^C-[0-9A-Z]{10},S-[0-9A-Z]{10},\d+,\d+,\w+,fear,/);
  expect(rows.join()).not.toMatch(/CH-|Ada|Bo\b/);
});

describe('while others have still to answer', () => {
  test('no answer of the rating tells of whom a stretch is, what the machine named, or what another said', async () => {
    const { site, ada, bo, choice, first, second } = await ratedSite();
    await using _ = site;
    const { id: taskId } = await ada('ratings.make', choice);
    await answerAll(ada, taskId, () => 'disgust');
    const next = await bo('ratings.next', { taskId });
    expect(Object.keys(next!)).toEqual(['id', 'lengthMs', 'pictures']);
    expect(next).toMatchObject({ lengthMs: 4000, pictures: [{ atMs: 500 }, { atMs: 2500 }] });
    const told = JSON.stringify([next, await bo('ratings.list', {})]);
    for (const hidden of [first.sessionId, second.childId, 'CH-', 'disgust', 'happiness', 'sadness', 'machine']) {
      expect(told).not.toContain(hidden);
    }
  });

  test('an answer is taken back and given anew, sent twice is kept once, and all have to be given', async () => {
    const { site, ada, choice } = await ratedSite();
    await using _ = site;
    const { id: taskId } = await ada('ratings.make', choice);
    const first = (await ada('ratings.next', { taskId }))!;
    const given = { taskId, stretchId: first.id };
    await ada('ratings.answer', { ...given, answer: 'pain' });
    await ada('ratings.answer', { ...given, answer: 'pain' });
    await expect(ada('ratings.answer', { ...given, answer: 'fear' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(ada('ratings.handIn', { taskId })).rejects.toMatchObject({ values: { count: 7 } });
    await ada('ratings.undo', { taskId });
    expect((await ada('ratings.next', { taskId }))!.id).toBe(first.id);
    await expect(ada('ratings.undo', { taskId })).rejects.toMatchObject({ reason: 'ratings.nothing-to-undo' });
    const elsewhere = { taskId, stretchId: randomUUID() };
    await expect(ada('ratings.answer', { ...elsewhere, answer: 'fear' })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('who is not asked is refused, and sees no such rating', async () => {
    const { site, service, ada, choice } = await ratedSite();
    await using _ = site;
    const { id: taskId } = await ada('ratings.make', choice);
    const cy = await signInAnother(service, ada, { name: 'Cy', role: 'research' });
    expect(await cy('ratings.list', {})).toEqual([]);
    for (const name of ['ratings.next', 'ratings.undo', 'ratings.results', 'ratings.export'] as const) {
      await expect(cy(name, { taskId }), name).rejects.toMatchObject({ reason: 'ratings.not-a-rater' });
    }
    await expect(cy('ratings.close', { taskId })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('it can be ended, and what all answered is told', async () => {
    const { site, ada, bo, choice } = await ratedSite();
    await using _ = site;
    const { id: taskId } = await ada('ratings.make', choice);
    await answerAll(ada, taskId, () => 'fear');
    const next = (await bo('ratings.next', { taskId }))!;
    await bo('ratings.answer', { taskId, stretchId: next.id, answer: 'fear' });
    await ada('ratings.close', { taskId });
    expect(await bo('ratings.results', { taskId })).toMatchObject({ stretches: 1, unanswered: 7 });
    await expect(bo('ratings.undo', { taskId })).rejects.toMatchObject({ reason: 'ratings.closed' });
    await ada('ratings.remove', { taskId });
    expect(await ada('ratings.list', {})).toEqual([]);
  });
});

test('a child whose consent has ended leaves with its stretches, and is counted; so does a session that is set aside', async () => {
  const { site, ada, bo, choice, first, second } = await ratedSite();
  await using _ = site;
  const { id: taskId } = await ada('ratings.make', choice);
  const next = (await bo('ratings.next', { taskId }))!;
  await answerAll(ada, taskId, () => 'fear');
  await ada('consents.withdraw', { consentId: first.consentId });
  const left = { stretches: 4, children: 1 };
  expect(await bo('ratings.list', {})).toMatchObject([
    { stretches: 4, children: 1, left, raters: [{ answered: 4 }, {}] },
  ]);
  await answerAll(bo, taskId, () => 'fear');
  await ada('ratings.handIn', { taskId });
  await bo('ratings.handIn', { taskId });
  expect(await ada('ratings.results', { taskId })).toMatchObject({ stretches: 4, children: 1, left });
  await expect(bo('ratings.answer', { taskId, stretchId: next.id, answer: 'fear' })).rejects.toThrow();

  await ada('sessions.setAside', { sessionId: second.sessionId, reason: 'another child' });
  expect(await ada('ratings.results', { taskId })).toMatchObject({ stretches: 0, left: { stretches: 8, children: 2 } });
});

test('what cannot be drawn is refused in words', async () => {
  const { site, ada, choice } = await ratedSite();
  await using _ = site;
  const { raterIds } = choice;
  const refused = (changes: object) => expect(ada('ratings.make', { ...choice, ...changes })).rejects;
  await refused({ fromDay: '2027-01-01' }).toMatchObject({ reason: 'ratings.no-stretches', values: { lengthS: 4 } });
  await refused({ lengthS: 30 }).toMatchObject({ code: 'conflict' });
  await refused({ raterIds: [raterIds[0], raterIds[0]] }).toMatchObject({ reason: 'ratings.rater-twice' });
  await refused({ raterIds: [raterIds[0], 'nobody'] }).toMatchObject({ reason: 'ratings.no-such-rater' });
  await refused({ raterIds: [raterIds[0]] }).toMatchObject({ code: 'invalid-input' });
  expect((await ada('ratings.make', { ...choice, untilDay: '2026-03-04', stretches: 3 })).stretches).toBe(3);
});
