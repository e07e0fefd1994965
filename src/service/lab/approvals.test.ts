import { expect, test } from 'vitest';
import { candidate, REASON, siteWithCandidate, unmetOf } from '../testing/candidates.ts';
import { handTrainer } from '../testing/hand-trainer.ts';
import { callAs, setUp, signInAnother, startSession, testSite } from '../testing/test-site.ts';

test('a model far below chance, tested on two children, is not approved without a written reason', async () => {
  const worthless = { low: -0.7, children: 2, balancedAccuracy: { value: 0.11, low: 0.02, high: 0.3 } };
  const { site, bo, model } = await siteWithCandidate(worthless);
  await using _ = site;
  expect(await unmetOf(bo, model.id)).toEqual(['enough-children', 'not-worse', 'above-trivial']);
  await expect(bo('models.approve', { modelId: model.id })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/Too few children to tell: .* 2 test children.* 20/),
  });
  await expect(bo('models.approve', { modelId: model.id, reason: 'because' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect((await bo('models.list', {})).find(({ state }) => state === 'approved')?.id).toBe('base-example');
});

test('a reason stands in the audit log, on the record and on the card, and stays when the model is gone back to', async () => {
  const { site, ada, bo, model } = await siteWithCandidate();
  await using _ = site;
  const approved = await bo('models.approve', { modelId: model.id, reason: REASON });
  const exception = {
    reason: REASON,
    by: 'Bo',
    atIso: site.clock.now.toISOString(),
    unmet: [{ reason: 'models.too-few-children', values: { found: 4, wanted: 20 } }],
  };
  expect(approved).toMatchObject({ state: 'approved', approvedBy: 'Bo', approvalException: exception });
  const { entries } = await ada('audit.list', { beforeSequence: null, limit: 50 });
  expect(entries.find(({ action }) => action === 'models.approveInSpite')).toMatchObject({
    userName: 'Bo',
    subject: expect.stringMatching(/^night-shift: Too few children to tell.* Reason: A pilot/),
  });
  const { markdown } = await ada('models.card', { modelId: model.id });
  expect(markdown).toMatch(
    /## Approved at this site although[\s\S]*Too few children[\s\S]*Bo approved it[\s\S]*> A pilot/,
  );

  // Ada may go back and forth: both models were approved before.
  await expect(ada('models.approve', { modelId: 'base-example' })).rejects.toMatchObject({
    reason: 'models.reason-missing',
  });
  await ada('models.approve', { modelId: 'base-example', reason: 'The new one is never sure.' });
  const again = await ada('models.approve', { modelId: model.id, reason: 'It was the light in the room.' });
  expect(again).toMatchObject({
    approvedBy: 'Ada',
    approvalException: exception,
    decisions: [{ kind: 'brought-back', reason: 'It was the light in the room.', by: 'Ada' }],
  });
  expect((await ada('models.card', { modelId: 'base-example' })).markdown).toMatch(
    /## Decided at this site\n\nAda brought it back into use on 2026-03-04[\s\S]*> The new one is never sure/,
  );
});

test('whoever trained a model does not approve it, whatever the reason', async () => {
  const { site, ada, model } = await siteWithCandidate({ children: 20 });
  await using _ = site;
  expect(await unmetOf(ada, model.id)).toEqual(['another-person']);
  await expect(ada('models.approve', { modelId: model.id, reason: REASON })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/^Ada trained or proposed it/),
  });
});

test('whoever proposed what another trained does not approve it either', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const service = site.service();
  const ada = callAs(service);
  await setUp(ada);
  const bo = await signInAnother(service, ada, { name: 'Bo', role: 'administrator' });
  const model = await candidate(ada, trainer, { children: 20 }, { proposer: bo });
  expect(await unmetOf(ada, model.id)).toEqual(['another-person']);
  expect(await unmetOf(bo, model.id)).toEqual(['another-person']);
});

test('a sound model is approved by another administrator without a reason, as the site has it', async () => {
  const { site, ada, bo, model } = await siteWithCandidate({ children: 12, low: -0.02 });
  await using _ = site;
  expect(await unmetOf(bo, model.id)).toEqual(['enough-children']);
  await expect(ada('models.setApprovalRules', { fewestTestChildren: 9, margin: 0.05 })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await ada('models.setApprovalRules', { fewestTestChildren: 10, margin: 0.01 });
  expect(await ada('models.approvalRules', {})).toEqual({ fewestTestChildren: 10, margin: 0.01 });
  expect(await unmetOf(bo, model.id)).toEqual(['not-worse']);
  await ada('models.setApprovalRules', { fewestTestChildren: 10, margin: 0.05 });
  expect(await bo('models.approve', { modelId: model.id })).toMatchObject({
    state: 'approved',
    approvalException: null,
  });
  expect((await ada('models.card', { modelId: model.id })).markdown).not.toContain('Approved at this site');
});

test('a model that learnt from a child withdrawn since is used no more, and everybody concerned is told', async () => {
  const { site, ada, bo, model } = await siteWithCandidate({ children: 20, trainedOn: 'CH-1' });
  await using _ = site;
  const shown = async () => (await bo('models.list', {})).find(({ id }) => id === model.id)?.endedConsents;
  const { child, consent } = await startSession(ada, 'ch-1');
  await ada('consents.withdraw', { consentId: consent.id });
  expect(await unmetOf(bo, model.id), 'it was never agreed that it be trained on').toEqual([]);
  const agreed = { childId: child.id, scopes: ['monitor', 'train'], givenBy: 'mother', childAssented: true } as const;
  await ada('consents.grant', { ...agreed, scopes: [...agreed.scopes], untilDate: '2026-12-31' });

  // Its last day is over: a candidate is blocked as by a withdrawal, and a retired model comes back for a reason.
  site.clock.now = new Date('2027-01-15T09:00:00Z');
  const expired = { childId: child.id, code: 'ch-1', how: 'expired', onDate: '2026-12-31', through: null };
  expect(await shown()).toEqual([expired]);
  expect(await unmetOf(bo, model.id)).toEqual(['no-withdrawn-child']);
  await expect(bo('models.approve', { modelId: model.id, reason: REASON })).rejects.toMatchObject({
    reason: 'models.expired-children',
  });
  const { entries } = await ada('audit.list', { beforeSequence: null, limit: 20 });
  expect(entries).toContainEqual(
    expect.objectContaining({
      userName: 'Faceward',
      action: 'models.consentEnded',
      subject: `night-shift: ${child.id}`,
    }),
  );
  await ada('consents.grant', { ...agreed, scopes: [...agreed.scopes], untilDate: '2027-12-31' });
  expect(await shown(), 'agreed anew').toEqual([]);
  await bo('models.approve', { modelId: model.id });
  await bo('models.approve', { modelId: 'base-example', reason: REASON });

  for (const { id, withdrawnAtIso } of (await ada('children.list', {}))[0]!.consents) {
    if (withdrawnAtIso === null) await ada('consents.withdraw', { consentId: id });
  }
  expect(await shown()).toEqual([{ ...expired, how: 'withdrawn', onDate: '2027-01-15' }]);
  const { markdown } = await ada('models.card', { modelId: model.id });
  expect(markdown).toMatch(/## Made with children who may not[\s\S]*of this site: withdrawn on 2027-01-15/);
  expect(markdown).not.toMatch(/ch-1/i);
  await expect(bo('models.approve', { modelId: model.id, reason: REASON })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/^1 child whose pictures/),
  });
});

test('in a demo, where one person plays all parts, a reason is all that is asked for', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service());
  await call('site.openDemo', {});
  const model = await candidate(call, trainer);
  expect(await unmetOf(call, model.id)).toEqual(['enough-children']);
  await call('models.approve', { modelId: model.id, reason: REASON });
});

test('a candidate is rejected for a reason, and is used no more until it is taken up again', async () => {
  const { site, ada, bo, model } = await siteWithCandidate({ children: 20 });
  await using _ = site;
  await expect(ada('models.reject', { modelId: model.id, reason: 'no' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  const reason = 'It names fear wherever a nose is covered.';
  expect(await ada('models.reject', { modelId: model.id, reason })).toMatchObject({
    state: 'rejected',
    decisions: [{ kind: 'rejected', reason, by: 'Ada', atIso: site.clock.now.toISOString() }],
  });
  await expect(ada('models.reject', { modelId: model.id, reason })).rejects.toMatchObject({ code: 'conflict' });
  await expect(bo('models.approve', { modelId: model.id, reason })).rejects.toMatchObject({
    reason: 'models.rejected',
  });
  expect(await bo('models.conditions', { modelId: model.id })).toEqual([]);
  expect((await bo('models.card', { modelId: model.id })).markdown).toContain(`> ${reason}`);
  const { entries } = await ada('audit.list', { beforeSequence: null, limit: 5 });
  expect(entries).toContainEqual(
    expect.objectContaining({ action: 'models.reject', userName: 'Ada', subject: `night-shift. Reason: ${reason}` }),
  );
  const again = await bo('models.reconsider', { modelId: model.id, reason: 'That was another model.' });
  expect(again).toMatchObject({ state: 'candidate', decisions: [{ kind: 'reconsidered' }, { kind: 'rejected' }] });
  await expect(bo('models.reconsider', { modelId: model.id, reason })).rejects.toMatchObject({ code: 'conflict' });
  expect(await bo('models.approve', { modelId: model.id })).toMatchObject({ state: 'approved' });
  await expect(bo('models.reject', { modelId: model.id, reason })).rejects.toMatchObject({
    reason: 'models.not-a-candidate',
  });
});

test('a reason that was written for other conditions approves nothing: one may be unmet since', async () => {
  const { site, ada, bo, model } = await siteWithCandidate({ children: 4 });
  await using _ = site;
  const unmetShown = ['enough-children' as const];
  expect(await unmetOf(bo, model.id)).toEqual(unmetShown);
  await ada('models.setApprovalRules', { fewestTestChildren: 20, margin: 0 });
  await expect(bo('models.approve', { modelId: model.id, reason: REASON, unmetShown })).rejects.toMatchObject({
    code: 'conflict',
    reason: 'models.unmet-since',
  });
  const all = await unmetOf(bo, model.id);
  expect(await bo('models.approve', { modelId: model.id, reason: REASON, unmetShown: all })).toMatchObject({
    approvalException: { unmet: [{}, {}] },
  });
});

test('a child is withdrawn from a model however its dataset has capitalised its code', async () => {
  const { site, ada, bo, model } = await siteWithCandidate({ children: 20, trainedOn: 'Ward-a1' });
  await using _ = site;
  const child = await ada('children.add', { code: 'wARD-A1', birthMonth: '2019-05' });
  const agreed = { childId: child.id, givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
  const { id } = await ada('consents.grant', { ...agreed, scopes: ['train'] });
  await ada('consents.withdraw', { consentId: id });
  expect(await unmetOf(bo, model.id)).toEqual(['no-withdrawn-child']);
});
