import { describe, expect, it } from 'vitest';
import type { Output } from '../../contract/contract.ts';
import { ADMINISTRATOR, callAs, sample, setUp, testSite } from '../../service/testing/test-site.ts';
import { connectSocket } from '../testing/socket-client.ts';
import { kill, outputOf, SpawnedHosts } from '../testing/spawned-hosts.ts';

describe('a host that is killed in mid-session', () => {
  it('has kept all that it said was stored, and lets the session be gone on with', async () => {
    await using site = await testSite();
    await using hosts = new SpawnedHosts();
    site.clock.now = new Date();
    const service = site.service({ host: 'browser' });
    const call = callAs(service);
    await setUp(call);
    const child = await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
    await call('consents.grant', {
      childId: child.id,
      givenBy: 'mother',
      childAssented: true,
      scopes: ['monitor'],
      untilDate: `${site.clock.now.getFullYear() + 1}-12-31`,
    });
    await service.close();

    const first = await hosts.start(site.dataDir);
    const window = await connectSocket(first.url);
    await outputOf(window, 'site.signIn', ADMINISTRATOR);
    const { id } = await outputOf<Output<'sessions.start'>>(window, 'sessions.start', {
      childId: child.id,
      source: 'webcam',
    });
    let stored = 0;
    for (let batch = 0; batch < 20; batch++) {
      const atMs = (batch + 1) * 500;
      const samples = [sample(atMs - 300), sample(atMs - 100)];
      const answer = await outputOf<Output<'sessions.append'>>(window, 'sessions.append', {
        sessionId: id,
        batch,
        samples,
        atMs,
        gaps: [],
      });
      stored += answer.stored;
    }
    await kill(first.process);
    expect(await window.closed).toBe(1006);

    const second = await hosts.start(site.dataDir);
    const again = await connectSocket(second.url);
    await outputOf(again, 'site.signIn', ADMINISTRATOR);
    expect(await outputOf(again, 'sessions.list')).toMatchObject([
      { id, state: 'recovered', sampleCount: stored, durationMs: 10_000 },
    ]);
    const all = { sessionId: id, fromMs: 0, toMs: 10_000, mostRows: 100 };
    const samples = await outputOf<Output<'sessions.window'>>(again, 'sessions.window', all);
    expect(samples.count).toBe(40);
    expect(samples.atMs).toBeInstanceOf(Float64Array);
    expect(samples.atMs.at(-1)).toBe(9_900);
    const goneOn = await outputOf<Output<'sessions.goOn'>>(again, 'sessions.goOn', { sessionId: id });
    expect(goneOn).toMatchObject({ session: { id }, nextBatch: 20 });
  });
});
