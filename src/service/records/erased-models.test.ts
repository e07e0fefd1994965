import { expect, it } from 'vitest';
import { candidate, siteWithCandidate, unmetOf } from '../testing/candidates.ts';
import { ADMINISTRATOR, type Call, startSession } from '../testing/test-site.ts';

const REASON = 'the family asked';
const { password } = ADMINISTRATOR;

async function stoppedSession(call: Call, code: string) {
  const { child, session } = await startSession(call, code);
  await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  return { child };
}

it('names the models that were made with an erased child, and they stay marked as that', async () => {
  const { site, ada, trainer, model } = await siteWithCandidate({ children: 20, trainedOn: 'CH-1' });
  await using _ = site;
  const { child, session } = await startSession(ada, 'CH-1');
  await ada('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  const target = { kind: 'child', childId: child.id } as const;
  const preview = await ada('erasures.preview', { target });
  expect(preview.models).toEqual([{ id: model.id, state: 'candidate', through: null }]);
  await ada('erasures.erase', { target, reason: REASON, atOnce: true, password });

  const { endedConsents } = (await ada('models.list', {})).find(({ id }) => id === model.id)!;
  expect(endedConsents).toEqual([
    { childId: child.id, code: preview.pseudonym, how: 'erased', onDate: '2026-03-04', through: null },
  ]);
  expect(await unmetOf(ada, model.id)).toContain('no-withdrawn-child');
  await ada('models.trainWithout', { modelId: model.id });
  trainer.end({ kind: 'stopped' });
});

it('a model that went on from one that saw the child is marked as that, whenever it was made', async () => {
  const { site, ada, trainer, model } = await siteWithCandidate({ children: 20, trainedOn: 'CH-1' });
  await using _ = site;
  const { child } = await stoppedSession(ada, 'CH-1');
  const before = await candidate(ada, trainer, { children: 20, startFrom: model.id }, { name: 'Second' });
  const target = { kind: 'child', childId: child.id } as const;
  const preview = await ada('erasures.preview', { target });
  const through = model.id;
  expect(preview.models).toEqual(
    expect.arrayContaining([
      { id: model.id, state: 'candidate', through: null },
      { id: before.id, state: 'candidate', through },
    ]),
  );
  const { id: erasureId } = await ada('erasures.erase', { target, reason: REASON, atOnce: true, password });
  const { bytes } = await ada('erasures.receipt', { erasureId });
  expect(JSON.parse(Buffer.from(bytes).toString()).models).toContainEqual({
    id: before.id,
    state: 'candidate',
    through,
  });

  const after = await candidate(ada, trainer, { children: 20, startFrom: before.id }, { name: 'Third' });
  const marks = async (modelId: string) =>
    (await ada('models.list', {})).find(({ id }) => id === modelId)!.endedConsents.map((mark) => mark.through);
  expect(await marks(before.id)).toEqual([through]);
  expect(await marks(after.id)).toEqual([through]);
  expect(await unmetOf(ada, after.id)).toContain('no-withdrawn-child');
  expect((await ada('models.card', { modelId: after.id })).markdown).toContain(
    `built on ${through}, which saw this child`,
  );
});
