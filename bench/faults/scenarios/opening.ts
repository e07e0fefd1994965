import { statfsSync } from 'node:fs';
import { sample } from '../../../src/service/testing/test-site.ts';
import type { Finding, Scenario } from '../scenario.ts';
import { ADA, type Call, makeSite, siteIn, withService } from './made-site.ts';
import { corrupt, missing } from './made-store.ts';

const BATCHES = 6;
const BATCH_MS = 500;
/** What was kept aside is taken in once there is so much. */
const ROOM_BYTES = 8_000_000;

/** A site is opened, a session recorded, and the site closed, over and over: also on a full disk people sign in, read and list. */
const opening: Scenario = {
  killWithinMs: 1500,
  async prepare(folder) {
    await makeSite(folder);
    await withService(folder, async (call) => {
      await call('site.signIn', ADA);
      const { id: childId } = await call('children.add', { code: 'KID-7', birthMonth: '2019-02' });
      const consent = { scopes: ['monitor' as const], givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
      await call('consents.grant', { childId, ...consent });
    });
  },

  async act(folder, { acknowledge }) {
    for (;;) await withService(folder, (call) => recordOne(call, acknowledge));
  },

  check: (folder, acknowledged) =>
    withService(folder, async (call) => {
      await call('site.signIn', ADA);
      const sessions = await call('sessions.list', {});
      const { chainIntact } = await call('audit.list', { beforeSequence: null, limit: 10 });
      const found: string[] = sessions.map(({ id }) => `session ${id}`);
      for (const { id: sessionId, sampleCount } of sessions) {
        const { atMs } = await call('sessions.window', { sessionId, fromMs: 0, toMs: 60_000, mostRows: 1000 });
        if (sampleCount !== atMs.length) return [corrupt(`${sampleCount} samples are counted; found ${atMs.length}`)];
        for (const each of atMs) found.push(`stored ${sessionId} ${each}`, `aside ${sessionId} ${each}`);
        if (sessions.find(({ id }) => id === sessionId)?.state === 'stopped') found.push(`stopped ${sessionId}`);
      }
      await call('site.signOut', {});
      const { bavail, bsize } = statfsSync(siteIn(folder).dir);
      const isFull = bavail * bsize < ROOM_BYTES;
      const wanted = acknowledged.filter((each) => !isFull || !each.startsWith('aside '));
      const findings: Finding[] = [
        ...missing(wanted, found),
        ...(chainIntact ? [] : [corrupt('the audit log does not link')]),
      ];
      return findings;
    }),
};

async function recordOne(call: Call, acknowledge: (text: string) => void): Promise<void> {
  await call('site.signIn', ADA);
  const [child] = await call('children.codes', {});
  const { id: sessionId } = await call('sessions.start', { childId: child!.id, source: 'webcam' });
  acknowledge(`session ${sessionId}`);
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const atMs = batch * BATCH_MS;
    const sent = { sessionId, batch, samples: [sample(atMs)], gaps: [], atMs };
    const { isKeptAside } = await call('sessions.append', sent);
    acknowledge(`${isKeptAside ? 'aside' : 'stored'} ${sessionId} ${atMs}`);
  }
  await call('sessions.stop', { sessionId, durationMs: BATCHES * BATCH_MS });
  acknowledge(`stopped ${sessionId}`);
  await call('site.signOut', {});
}

export default opening;
