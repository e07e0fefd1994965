import { expect, it } from 'vitest';
import { callAs, setUp, testSite } from '../../testing/test-site.ts';

it('keeps which form was signed, when, and who recorded it; a form is signed today at the latest', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  site.clock.now = new Date('2026-03-05T09:00:00');
  const { id: childId } = await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
  const given = {
    childId,
    scopes: ['monitor' as const],
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2026-12-31',
  };
  const form = { formVersion: ' 2.1 of May ', signedOn: '2026-03-05' };
  const consent = await call('consents.grant', { ...given, ...form });
  expect(consent).toMatchObject({ formVersion: '2.1 of May', signedOn: '2026-03-05', recordedBy: 'Ada' });
  const [child] = await call('children.list', {});
  expect(child?.consents).toEqual([consent]);

  expect(await call('consents.grant', given)).toMatchObject({ formVersion: '', signedOn: null, recordedBy: 'Ada' });
  await expect(call('consents.grant', { ...given, signedOn: '2026-03-06' })).rejects.toMatchObject({
    code: 'invalid-input',
    reason: 'children.signed-in-future',
  });
});
