import { expect, it } from 'vitest';
import { callAs, setUp, signInAnother, startSession, testSite } from '../testing/test-site.ts';

const PORT = {
  id: null,
  name: 'Port needle',
  plannedMinutes: 30,
  flaccEveryMinutes: 5,
  markers: [
    { kind: 'needle' as const, name: '' },
    { kind: 'custom' as const, name: 'Clown' },
  ],
};

it('keeps with a session the protocol and the cautions as they stood when it began', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { child, session: before } = await startSession(call);
  expect(await call('sessions.plan', { sessionId: before.id })).toEqual({ protocol: null, cautions: [] });
  await call('sessions.stop', { sessionId: before.id, durationMs: 0 });

  const { id } = await call('protocols.save', PORT);
  const tube = await call('cautions.add', { childId: child.id, kind: 'tube', note: 'left cheek' });
  expect(await call('cautions.list', { childId: child.id })).toMatchObject([
    { kind: 'tube', note: 'left cheek', by: 'Ada' },
  ]);
  const session = await call('sessions.start', { childId: child.id, source: 'webcam', protocolId: id });
  await call('protocols.save', { ...PORT, id, name: 'Port needle, new', markers: [] });
  await call('cautions.end', { childId: child.id, cautionId: tube.id });
  expect(await call('cautions.list', { childId: child.id })).toEqual([]);
  const { id: _, ...protocol } = PORT;
  expect(await call('sessions.plan', { sessionId: session.id })).toEqual({
    protocol,
    cautions: [{ kind: 'tube', note: 'left cheek' }],
  });
});

it('says in words what it does not take', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const { child, session } = await startSession(call);
  await call('sessions.stop', { sessionId: session.id, durationMs: 0 });
  await call('protocols.save', PORT);
  await expect(call('protocols.save', { ...PORT, name: 'port NEEDLE' })).rejects.toMatchObject({
    reason: 'protocols.name-taken',
  });
  await expect(call('protocols.save', { ...PORT, id: 'gone', name: 'Other' })).rejects.toMatchObject({
    reason: 'protocols.not-there',
  });
  const nameless = { ...PORT, name: 'Other', markers: [{ kind: 'custom' as const, name: '' }] };
  await expect(call('protocols.save', nameless)).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(call('cautions.add', { childId: child.id, kind: 'other', note: ' ' })).rejects.toMatchObject({
    reason: 'input.caution-note',
  });
  await expect(call('cautions.end', { childId: child.id, cautionId: 'gone' })).rejects.toMatchObject({
    reason: 'protocols.caution-not-there',
  });
  const start = { childId: child.id, source: 'webcam' as const, protocolId: 'gone' };
  await expect(call('sessions.start', start)).rejects.toMatchObject({ reason: 'protocols.not-there' });
  // Refused as a whole: no session was begun.
  expect(await call('sessions.running', {})).toEqual([]);
  const reviewer = await signInAnother(service, call, { name: 'Rex', role: 'reviewer' });
  await expect(reviewer('protocols.save', PORT)).rejects.toMatchObject({ code: 'forbidden' });
});
