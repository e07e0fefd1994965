import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeModel } from '../../core/registry/model-folder.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import {
  ADMINISTRATOR,
  type Call,
  callAs,
  sample,
  setUp,
  startSession,
  type TestSite,
  testSite,
} from '../testing/test-site.ts';

const MINUTE_MS = 60_000;
const NURSE = { userName: 'Bram', password: 'a quiet ward tonight' };

async function append(call: Call, sessionId: string, atMs: number, recorderId = '') {
  const samples = [sample(atMs - 400), sample(atMs - 200, 'sadness')];
  return await call('sessions.append', { sessionId, recorderId, batch: atMs, samples, gaps: [], atMs });
}

/** A session of two seconds whose program ended while it ran. */
async function killedSession(site: TestSite) {
  const first = site.service();
  const call = callAs(first);
  await setUp(call);
  const { session } = await startSession(call);
  await append(call, session.id, 2000);
  await first.close();
  return session;
}

describe('a session whose program was killed', () => {
  it('can be gone on with for a quarter of an hour, by whoever signs in', async () => {
    await using site = await testSite();
    const first = site.service();
    const call = callAs(first);
    await setUp(call);
    await call('users.add', { name: NURSE.userName, role: 'ward', password: NURSE.password });
    const { session } = await startSession(call);
    site.clock.now = new Date(site.clock.now.getTime() + 2000);
    await append(call, session.id, 2000);
    await first.close();

    site.clock.now = new Date(site.clock.now.getTime() + 10 * MINUTE_MS);
    const again = callAs(site.service());
    await again('site.signIn', NURSE);
    expect(await again('sessions.running', {})).toMatchObject([
      { session: { id: session.id, state: 'recovered' }, responsible: 'Ada', silentMs: 10 * MINUTE_MS },
    ]);
    await expect(again('sessions.start', { childId: session.childId, source: 'webcam' })).rejects.toMatchObject({
      reason: 'sessions.child-has-one',
    });
    // What is worked out of it as of an interrupted one must not outlive its going on.
    expect((await again('sessions.timeline', { sessionId: session.id })).summary.durationMs).toBe(2000);
    const goneOn = await again('sessions.goOn', { sessionId: session.id, recorderId: 'new' });
    expect(goneOn).toMatchObject({ session: { state: 'running' }, atMs: 2000 + 10 * MINUTE_MS, nextBatch: 2001 });
    expect(await append(again, session.id, 2500 + 10 * MINUTE_MS, 'new')).toEqual({ stored: 2 });
  });

  it('is known as interrupted at once, over a second restart as well, and is ended by whoever does not go on with it', async () => {
    await using site = await testSite();
    const session = await killedSession(site);
    const second = site.service();
    await callAs(second)('site.signIn', ADMINISTRATOR);
    await second.close();
    const again = callAs(site.service());
    await again('site.signIn', ADMINISTRATOR);
    const interrupted = [{ id: session.id, state: 'recovered', durationMs: 2000 }];
    expect(await again('sessions.list', {})).toMatchObject(interrupted);
    expect((await again('sessions.running', {})).map((each) => each.session)).toMatchObject(interrupted);
    const ended = await again('sessions.stop', { sessionId: session.id, durationMs: 2000 });
    expect(ended).toMatchObject({ state: 'stopped', durationMs: 2000 });
    expect(await again('sessions.running', {})).toEqual([]);
  });

  it('is offered no more once it is said not to be of the child', async () => {
    await using site = await testSite();
    const session = await killedSession(site);
    const again = callAs(site.service());
    await again('site.signIn', ADMINISTRATOR);
    await again('sessions.setAside', { sessionId: session.id, reason: 'the wrong child' });
    expect(await again('sessions.running', {})).toEqual([]);
    await expect(again('sessions.goOn', { sessionId: session.id })).rejects.toMatchObject({
      reason: 'sessions.set-aside',
    });
  });

  it('is ended as recovered once it was silent for longer', async () => {
    await using site = await testSite();
    await killedSession(site);
    site.clock.now = new Date(site.clock.now.getTime() + 16 * MINUTE_MS);
    const again = callAs(site.service());
    await again('site.signIn', ADMINISTRATOR);
    expect(await again('sessions.running', {})).toEqual([]);
    expect(await again('sessions.list', {})).toMatchObject([{ state: 'recovered', durationMs: 2000 }]);
  });
});

describe('one session a child and a camera', () => {
  it('refuses a second one of the child, and says whose it is', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { session, child } = await startSession(call);
    const second = () => call('sessions.start', { childId: child.id, source: 'webcam', camera: 'other' });
    await expect(second()).rejects.toMatchObject({
      code: 'conflict',
      reason: 'sessions.child-has-one',
      values: { code: 'CH-1', name: 'Ada' },
    });
    const recording = { fileName: 'film.mp4', liveSessionId: null };
    expect(await call('sessions.start', { childId: child.id, source: 'recording', recording })).toBeTruthy();
    await call('sessions.stop', { sessionId: session.id, durationMs: 0 });
    expect(await second()).toMatchObject({ state: 'running' });
  });

  it('refuses a second one of the camera, also when a session is gone on with', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { child, session } = await startSession(call, 'CH-1');
    await call('sessions.goOn', { sessionId: session.id, camera: 'front' });
    await call('sessions.goOn', { sessionId: session.id, camera: 'front' });
    const other = await call('children.add', { code: 'CH-2', birthMonth: '2019-05' });
    const scopes = ['monitor' as const];
    const consent = { childId: other.id, scopes, givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
    await call('consents.grant', consent);
    const start = (camera: string) => call('sessions.start', { childId: other.id, source: 'webcam', camera });
    await expect(start('front')).rejects.toMatchObject({
      reason: 'sessions.camera-has-one',
      values: { code: child.code },
    });
    const beside = await start('back');
    const move = call('sessions.goOn', { sessionId: beside.id, camera: 'front' });
    await expect(move).rejects.toMatchObject({ reason: 'sessions.camera-has-one' });
  });
});

describe('a stop that is undone', () => {
  it('lets the session run again within a minute, with the time between missing', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { session } = await startSession(call);
    await append(call, session.id, 2000);
    await call('sessions.stop', { sessionId: session.id, durationMs: 2500 });
    // What was worked out of it as of an ended one must not outlive the undoing.
    expect((await call('sessions.timeline', { sessionId: session.id })).summary.durationMs).toBe(2500);
    site.clock.now = new Date(site.clock.now.getTime() + 20_000);
    expect(await call('sessions.justStopped', {})).toMatchObject([{ session: { id: session.id }, leftMs: 40_000 }]);
    const running = await call('sessions.undoStop', { sessionId: session.id });
    expect(running).toMatchObject({
      session: { state: 'running', durationMs: 2500 },
      responsible: 'Ada',
      silentMs: 20_000,
    });
    expect(await call('sessions.goOn', { sessionId: session.id, recorderId: 'b' })).toMatchObject({ atMs: 22_500 });
    await append(call, session.id, 24_000, 'b');
    expect(await call('sessions.justStopped', {})).toEqual([]);
    const stopped = await call('sessions.stop', { sessionId: session.id, durationMs: 25_000, recorderId: 'b' });
    expect(stopped).toMatchObject({ durationMs: 25_000, sampleCount: 4 });
    const timeline = await call('sessions.timeline', { sessionId: session.id });
    expect(timeline.summary.durationMs).toBe(25_000);
    expect(timeline.turns.map(({ kind }) => kind)).toEqual(['stop-undone', 'gone-on']);
  });

  it('comes too late after a minute, or once the child has another session', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { session, child } = await startSession(call);
    await call('sessions.stop', { sessionId: session.id, durationMs: 2500 });
    const second = await call('sessions.start', { childId: child.id, source: 'webcam' });
    const undo = () => call('sessions.undoStop', { sessionId: session.id });
    await expect(undo()).rejects.toMatchObject({ reason: 'sessions.child-has-one' });
    await call('sessions.stop', { sessionId: second.id, durationMs: 100 });
    site.clock.now = new Date(site.clock.now.getTime() + MINUTE_MS);
    await expect(undo()).rejects.toMatchObject({ code: 'conflict', reason: 'sessions.undo-too-late' });
    expect(await call('sessions.justStopped', {})).toEqual([]);
  });
});

describe('who answers for a session', () => {
  it('is kept with it: gone on with by the same person, taken over by another', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    const { session } = await startSession(call);
    await append(call, session.id, 2000);
    await call('users.add', { name: NURSE.userName, role: 'ward', password: NURSE.password });
    const nurse = callAs(service);
    await nurse('site.signIn', NURSE);
    await call('sessions.goOn', { sessionId: session.id, recorderId: 'a' });
    site.clock.now = new Date(site.clock.now.getTime() + 3000);
    await nurse('sessions.goOn', { sessionId: session.id, recorderId: 'b' });
    expect((await call('sessions.timeline', { sessionId: session.id })).turns).toEqual([
      { atMs: 2000, kind: 'gone-on', by: 'Ada' },
      { atMs: 5000, kind: 'taken-over', by: 'Bram' },
    ]);
    // The window that was left behind stops late: it ends nothing of the one that records by now.
    const late = call('sessions.stop', { sessionId: session.id, durationMs: 2500, recorderId: 'a' });
    await expect(late).rejects.toMatchObject({ code: 'conflict', reason: 'sessions.recorded-by-another' });
    expect(await append(nurse, session.id, 6000, 'b')).toEqual({ stored: 2 });
  });

  it('changes its camera by whoever records it, unless another session reads that one', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const first = await startSession(call, 'CH-1');
    const second = await startSession(call, 'CH-2');
    const change = (session: typeof first.session, camera: string, recorderId = 'a') =>
      call('sessions.changeCamera', { sessionId: session.id, recorderId, camera });
    for (const { session } of [first, second]) {
      await call('sessions.goOn', { sessionId: session.id, recorderId: 'a', camera: session.childCode });
    }
    await expect(change(first.session, 'CH-2')).rejects.toMatchObject({
      code: 'conflict',
      reason: 'sessions.camera-has-one',
      values: { code: 'CH-2', name: 'Ada' },
    });
    await expect(change(first.session, 'back', 'b')).rejects.toMatchObject({ reason: 'sessions.recorded-by-another' });
    await change(first.session, 'back');
    // The one that was given back is free, the one that was taken is not.
    await expect(change(second.session, 'back')).rejects.toMatchObject({ reason: 'sessions.camera-has-one' });
    await change(second.session, 'CH-1');
    await call('sessions.stop', { sessionId: first.session.id, durationMs: 100 });
    await expect(change(first.session, 'other')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('reads it by the version of the model with which it began, or not at all', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    const { session } = await startSession(call);
    await service.close();
    const { config, tensors } = exampleModel({ id: 'base-example', version: '1.0.1' });
    const folder = join(site.modelsDir, config.id);
    rmSync(folder, { recursive: true });
    await writeModel(folder, config, tensors);
    const again = callAs(site.service());
    await again('site.signIn', ADMINISTRATOR);
    await expect(again('sessions.goOn', { sessionId: session.id })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'sessions.other-model',
      values: { id: 'base-example', was: '1.0.0', is: '1.0.1' },
    });
    expect(await again('sessions.stop', { sessionId: session.id, durationMs: 0 })).toMatchObject({ state: 'stopped' });
  });
});
