import { afterEach, describe, expect, it, vi } from 'vitest';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { ADMINISTRATOR, type Call, callAs, sample, setUp, startSession, testSite } from '../testing/test-site.ts';

const MINUTE_MS = 60_000;

afterEach(() => vi.useRealTimers());

async function append(call: Call, sessionId: string, batch: number, atMs: number) {
  const samples = [sample(atMs - 400), sample(atMs - 200, 'sadness')];
  return await call('sessions.append', { sessionId, batch, samples, gaps: [], atMs });
}

describe('a session', () => {
  it('runs from start to report', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { session, child } = await startSession(call);
    expect(session).toMatchObject({ state: 'running', modelId: 'base-example', startedBy: 'Ada', childCode: 'CH-1' });
    for (let batch = 0; batch < 4; batch++) await append(call, session.id, batch, (batch + 1) * 500);
    expect(await append(call, session.id, 3, 2000)).toEqual({ stored: 0 });
    await call('sessions.mark', {
      id: crypto.randomUUID(),
      sessionId: session.id,
      atMs: 900,
      kind: 'needle',
      text: '',
    });
    const gaps = [{ fromMs: 2000, toMs: 4000, reason: 'covered' as const }];
    await call('sessions.append', { sessionId: session.id, batch: 9, samples: [], gaps, atMs: 4000 });
    const stopped = await call('sessions.stop', { sessionId: session.id, durationMs: 4100 });
    expect(stopped).toMatchObject({ state: 'stopped', durationMs: 4100, sampleCount: 8 });
    await call('sessions.setNotes', { sessionId: session.id, notes: 'slept badly' });

    const timeline = await call('sessions.timeline', { sessionId: session.id });
    expect(timeline.session.notes).toBe('slept badly');
    const all = { sessionId: session.id, fromMs: 0, toMs: 5000, mostRows: 100 };
    const window = await call('sessions.window', all);
    expect([...window.atMs]).toEqual([100, 300, 600, 800, 1100, 1300, 1600, 1800]);
    expect(window.emotion[1]).toBe(EMOTIONS.indexOf('sadness'));
    expect(timeline.markers).toMatchObject([{ kind: 'needle', by: 'Ada' }]);
    expect(timeline.summary.gapMsByReason.covered).toBe(2000);

    const pdf = await call('sessions.report', { sessionId: session.id, format: 'pdf' });
    expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const wanted = { sessionId: session.id, format: 'json', isIdentified: true } as const;
    const json = await call('sessions.report', wanted);
    expect(JSON.parse(Buffer.from(json.bytes).toString())).toMatchObject({
      child: { code: child.code },
      siteName: 'Ward 3',
      exportedBy: 'Ada',
      model: { id: 'base-example', version: '1.0.0' },
    });

    const { entries, chainIntact } = await call('audit.list', { beforeSequence: null, limit: 100 });
    expect(chainIntact).toBe(true);
    expect(entries.map((entry) => entry.action).reverse()).toEqual([
      'site.setUp',
      'site.signIn',
      'children.add',
      'consents.grant',
      'sessions.start',
      'sessions.mark',
      'sessions.stop',
      'sessions.setNotes',
      'sessions.timeline',
      'sessions.report pdf',
      'sessions.report json identified',
    ]);
  });

  it('does not start without a consent that covers monitoring today', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { consent, child, session } = await startSession(call);
    await call('consents.withdraw', { consentId: consent.id });
    // Withdrawing ends what runs as well.
    await expect(append(call, session.id, 0, 500)).rejects.toMatchObject({ code: 'conflict' });
    const start = () => call('sessions.start', { childId: child.id, source: 'webcam' });
    await expect(start()).rejects.toMatchObject({ code: 'no-consent', message: expect.stringContaining('CH-1') });
    await call('consents.grant', {
      childId: child.id,
      givenBy: 'father',
      childAssented: false,
      untilDate: '2026-03-10',
      scopes: ['train'],
    });
    await expect(start()).rejects.toMatchObject({ code: 'no-consent' });
    await call('consents.grant', {
      childId: child.id,
      givenBy: 'father',
      childAssented: false,
      untilDate: '2026-03-10',
      scopes: ['monitor'],
    });
    await start();
    site.clock.now = new Date('2026-03-12T09:00:00Z');
    await expect(start()).rejects.toMatchObject({ code: 'no-consent' });
  });

  it('can be gone on with after signing out and in again, and is ended when nobody comes back', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { session } = await startSession(call);
    await append(call, session.id, 0, 500);
    await call('site.signOut', {});
    site.clock.now = new Date(site.clock.now.getTime() + 10 * MINUTE_MS);
    await call('site.signIn', ADMINISTRATOR);
    expect(await append(call, session.id, 1, 10 * MINUTE_MS)).toEqual({ stored: 2 });

    await call('site.signOut', {});
    site.clock.now = new Date(site.clock.now.getTime() + 16 * MINUTE_MS);
    await call('site.signIn', ADMINISTRATOR);
    expect(await call('sessions.list', {})).toMatchObject([{ state: 'recovered', durationMs: 10 * MINUTE_MS }]);
    await expect(append(call, session.id, 2, 26 * MINUTE_MS)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is handed over from who signs out to who signs in, and the log names both', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const nurse = { userName: 'Bram', password: 'a quiet ward tonight' };
    await call('users.add', { name: nurse.userName, role: 'ward', password: nurse.password });
    const { session } = await startSession(call);
    await append(call, session.id, 0, 500);
    await call('site.signOut', {});
    await call('site.signIn', nurse);
    // The window that was left running records under nobody's name but who is responsible.
    await expect(append(call, session.id, 1, 1500)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'sessions.recorded-by-another',
      values: { name: 'Ada' },
    });
    site.clock.now = new Date(site.clock.now.getTime() + MINUTE_MS);
    expect(await call('sessions.running', {})).toMatchObject([{ responsible: 'Ada', silentMs: MINUTE_MS }]);
    expect(await call('sessions.goOn', { sessionId: session.id })).toMatchObject({
      nextBatch: 1,
      atMs: 500 + MINUTE_MS,
    });
    expect(await append(call, session.id, 1, 500 + MINUTE_MS)).toEqual({ stored: 2 });
    await call('sessions.stop', { sessionId: session.id, durationMs: 500 + MINUTE_MS });
    await call('site.signOut', {});
    await call('site.signIn', ADMINISTRATOR);
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
    const handing = entries.filter(({ action }) => /Over$/.test(action));
    expect(handing.map(({ userName, action, subject }) => [userName, action, subject]).reverse()).toEqual([
      ['Ada', 'sessions.handOver', session.id],
      ['Bram', 'sessions.takeOver', `${session.id} from Ada`],
    ]);
  });

  it('is recorded by one window at a time', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { session } = await startSession(call);
    await append(call, session.id, 4, 500);
    const again = await call('sessions.goOn', { sessionId: session.id, recorderId: 'the tab after its reload' });
    expect(again).toMatchObject({ nextBatch: 5, session: { id: session.id, durationMs: 500 } });
    await expect(append(call, session.id, 5, 1000)).rejects.toMatchObject({ reason: 'sessions.recorded-by-another' });
    await call('sessions.stop', { sessionId: session.id, durationMs: 900 });
    await expect(call('sessions.goOn', { sessionId: session.id })).rejects.toMatchObject({ code: 'conflict' });
    expect(await call('sessions.running', {})).toEqual([]);
  });

  it('is ended as recovered when its window is gone for long, though somebody is signed in', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { session } = await startSession(call);
    await append(call, session.id, 0, 500);
    const pass = (minutes: number) => {
      site.clock.now = new Date(site.clock.now.getTime() + minutes * MINUTE_MS);
      vi.advanceTimersByTime(MINUTE_MS);
    };
    // As after a sleep, or with a clock that was put right: who is there speaks up before the next look.
    pass(60);
    await append(call, session.id, 1, 1000);
    pass(1);
    expect(await call('sessions.list', {})).toMatchObject([{ state: 'running' }]);
    const { session: second } = await startSession(call, 'CH-2');
    pass(16);
    await append(call, second.id, 0, 500);
    pass(1);
    expect(await call('sessions.list', {})).toMatchObject([
      { id: second.id, state: 'running' },
      { id: session.id, state: 'recovered', durationMs: 1000 },
    ]);
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 1 });
    expect(entries).toMatchObject([{ userName: 'Faceward', action: 'sessions.recover', subject: session.id }]);
  });

  it('tells who keeps the screen awake when one runs', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    const told: boolean[] = [];
    service.onSessionRunning((running) => told.push(running));
    await setUp(call);
    const { session } = await startSession(call);
    const { session: second } = await startSession(call, 'CH-2');
    await call('sessions.stop', { sessionId: session.id, durationMs: 0 });
    expect(told).toEqual([true]);
    await call('sessions.stop', { sessionId: second.id, durationMs: 0 });
    expect(told).toEqual([true, false]);
  });

  it('refuses samples out of order in words', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { session } = await startSession(call);
    const batch = { sessionId: session.id, batch: 0, gaps: [], atMs: 500, samples: [sample(300), sample(200)] };
    await expect(call('sessions.append', batch)).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await call('sessions.timeline', { sessionId: session.id })).session.sampleCount).toBe(0);
  });
});
