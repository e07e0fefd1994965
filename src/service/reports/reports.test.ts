import { describe, expect, it } from 'vitest';
import { verifyReport } from '../../core/report/seal/verify-report.node.ts';
import { piecesIn, wordsOf } from '../../core/report/testing/pdf-text.ts';
import { ADMINISTRATOR, type Call, callAs, sample, setUp, startSession, testSite } from '../testing/test-site.ts';

const STAFF_PASSWORD = 'another long password';

async function json(call: Call, sessionId: string, isIdentified = false) {
  const { bytes } = await call('sessions.report', { sessionId, format: 'json', isIdentified });
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

/** A stopped session of two seconds. */
async function stoppedSession(call: Call, code: string): Promise<string> {
  const { session } = await startSession(call, code);
  const samples = [100, 800, 1500].map((atMs) => sample(atMs));
  await call('sessions.append', {
    sessionId: session.id,
    batch: 0,
    samples,
    gaps: [],
    atMs: 2000,
  });
  await call('sessions.stop', { sessionId: session.id, durationMs: 2000 });
  return session.id;
}

describe('reports', () => {
  it('say of a stretch that somebody judged what the screen says of it, the data like the page', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { session } = await startSession(call);
    const sessionId = session.id;
    const samples = Array.from({ length: 60 }, (_, row) => sample(row * 50, row < 12 ? 'happiness' : 'neutral'));
    const gaps = [{ fromMs: 3100, toMs: 4000, reason: 'covered' as const }];
    await call('sessions.append', { sessionId, batch: 0, samples, gaps, atMs: 4000 });
    await call('sessions.stop', { sessionId, durationMs: 4000 });
    const stretches = [
      { fromMs: 0, toMs: 500 },
      { fromMs: 600, toMs: 2400 },
      { fromMs: 2875, toMs: 3150 },
      { fromMs: 3500, toMs: 4000 },
    ];
    const onScreen = [];
    for (const stretch of stretches) {
      await call('annotations.add', { sessionId, id: crypto.randomUUID(), label: 'crying', note: '', ...stretch });
      onScreen.push(await call('sessions.readOver', { sessionId, ...stretch }));
    }
    expect(onScreen).toEqual([
      { emotion: 'happiness', share: 1, readMs: 500 },
      // By whole seconds it would be 67 %: most of the first is happiness.
      { emotion: 'neutral', share: 1, readMs: 1800 },
      // From the middle of a sample's time to the gap.
      { emotion: 'neutral', share: 1, readMs: 225 },
      null,
    ]);
    const { annotations } = await json(call, sessionId);
    expect(annotations.map(({ read }: { read: unknown }) => read)).toEqual(onScreen);
    const pdf = await call('sessions.report', { sessionId, format: 'pdf' });
    const words = (await piecesIn(pdf.bytes)).map(wordsOf).join(' ');
    expect(words).toContain('0:00 0:02 Crying Neutral (100%)');
    expect(words).toContain('0:03 0:04 Crying no reading');

    // One that is being drawn; and a long one, which another thread reads.
    const over = (toMs: number) => call('sessions.readOver', { sessionId, fromMs: 0, toMs });
    expect(await over(2000)).toEqual({ emotion: 'neutral', share: 0.7, readMs: 2000 });
    expect(await over(700_000)).toEqual({ emotion: 'neutral', share: 2500 / 3100, readMs: 3100 });
  });

  it('are de-identified for everybody, and identified only for those who may', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    const sessionId = await stoppedSession(call, 'CH-1');
    for (const role of ['ward', 'research', 'reviewer'] as const) {
      await call('users.add', { name: role, role, password: STAFF_PASSWORD });
      const staff = callAs(service);
      await staff('site.signIn', { userName: role, password: STAFF_PASSWORD });
      expect(JSON.stringify(await json(staff, sessionId)), role).not.toMatch(/CH-1|Ward 3|Ada|2026-/);
      const identified = json(staff, sessionId, true);
      if (role === 'reviewer')
        expect(await identified).toMatchObject({
          child: { code: 'CH-1' },
          exportedBy: 'reviewer',
        });
      else await expect(identified).rejects.toMatchObject({ code: 'forbidden' });
    }
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
    const reports = entries.filter(({ action }) => action.startsWith('sessions.report'));
    expect(reports.map(({ userName, action }) => `${userName}: ${action}`).reverse()).toEqual([
      'ward: sessions.report json',
      'research: sessions.report json',
      'reviewer: sessions.report json',
      'reviewer: sessions.report json identified',
    ]);
    const { exportId } = await json(call, sessionId);
    const [last] = (await call('audit.list', { beforeSequence: null, limit: 1 })).entries;
    expect(last?.subject).toBe(`${sessionId} as ${exportId}`);
  });

  it('carry one key and one pseudonym of a child for good, and those of another site differ', async () => {
    await using site = await testSite();
    let service = site.service();
    let call = callAs(service);
    await setUp(call);
    const first = await json(call, await stoppedSession(call, 'CH-1'));
    const other = await json(call, await stoppedSession(call, 'CH-2'));
    const key = await call('site.reportKey', {});
    await service.close();

    service = site.service();
    call = callAs(service);
    await call('site.signIn', ADMINISTRATOR);
    expect(await call('site.reportKey', {})).toEqual(key);
    const sessions = await call('sessions.list', {});
    const again = await json(call, sessions.find(({ childCode }) => childCode === 'CH-1')!.id);
    expect(again.child.code).toBe(first.child.code);
    expect(again.session.id).toBe(first.session.id);
    expect(other.child.code).not.toBe(first.child.code);

    await using elsewhere = await testSite();
    const there = callAs(elsewhere.service());
    await setUp(there);
    expect((await there('site.reportKey', {})).fingerprint).not.toBe(key.fingerprint);
  });

  it('are verified by the key that the site gives', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const sessionId = await stoppedSession(call, 'CH-1');
    const { publicKeyPem, fingerprint } = await call('site.reportKey', {});
    for (const format of ['pdf', 'json'] as const) {
      const { bytes } = await call('sessions.report', { sessionId, format });
      expect(verifyReport(bytes)).toMatchObject({
        kind: 'unchanged',
        key: { pem: publicKeyPem, fingerprint },
      });
    }
  });

  it('are checked for whoever holds one: as signed by this site or another, changed, or none', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const sessionId = await stoppedSession(call, 'CH-1');
    const { fingerprint } = await call('site.reportKey', {});
    const { bytes } = await call('sessions.report', { sessionId, format: 'json' });
    const pretty = Buffer.from(JSON.stringify(JSON.parse(Buffer.from(bytes).toString()), null, 2));
    const own = { kind: 'unchanged', fingerprint, isOwn: true };
    expect(await call('reports.verify', { bytes })).toEqual(own);
    expect(await call('reports.verify', { bytes: Uint8Array.from(pretty) })).toEqual(own);
    const forged = Uint8Array.from(Buffer.from(pretty.toString().replace('"durationMs": 2000', '"durationMs": 3000')));
    expect(await call('reports.verify', { bytes: forged })).toEqual({
      kind: 'changed',
      what: [{ part: 'field', name: 'session' }],
    });
    expect(await call('reports.verify', { bytes: new Uint8Array(3) })).toEqual({ kind: 'not-a-report' });
    const half = Math.ceil(bytes.length / 2);
    const begun = await call('reports.verify', { bytes: bytes.slice(0, half), isLast: false });
    if (begun.kind !== 'more') throw new Error(`a half file was expected to be waited for; found ${begun.kind}`);
    const rest = { file: begun.file, bytes: bytes.slice(half) };
    expect(await call('reports.verify', rest)).toEqual(own);
    await expect(call('reports.verify', rest)).rejects.toMatchObject({ reason: 'reports.pieces-lost' });
    await using elsewhere = await testSite();
    const there = callAs(elsewhere.service());
    await setUp(there);
    expect(await there('reports.verify', { bytes })).toEqual({ ...own, isOwn: false });
  });
});
