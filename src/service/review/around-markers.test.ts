import { describe, expect, it } from 'vitest';
import type { Input } from '../../contract/contract.ts';
import { type Call, callAs, sample, setUp, startSession, testSite } from '../testing/test-site.ts';

type Mark = Pick<Input<'sessions.mark'>, 'kind' | 'text' | 'atMs'>;

/** Two minutes, happy but for a minute that begins at `sadAtMs`, with markers; ended. */
async function session(call: Call, childId: string, sadAtMs: number, marks: readonly Mark[]) {
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  const samples = Array.from({ length: 600 }, (_, index) => {
    const atMs = index * 200;
    return sample(atMs, atMs >= sadAtMs && atMs < sadAtMs + 60_000 ? 'sadness' : 'happiness');
  });
  await call('sessions.append', { sessionId, batch: 0, samples, gaps: [], atMs: 120_000 });
  for (const mark of marks) await call('sessions.mark', { sessionId, id: crypto.randomUUID(), ...mark });
  await call('sessions.stop', { sessionId, durationMs: 120_000 });
  return sessionId;
}

const needle = (atMs: number): Mark => ({ kind: 'needle', text: '', atMs });

describe('before and after a marker', () => {
  it('is told over all markers of a child, with an interval over sessions, and what was left out', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { child, session: first } = await startSession(call);
    await call('sessions.stop', { sessionId: first.id, durationMs: 1000 });
    const childId = child.id;
    expect(await call('sessions.aroundMarkers', { childId })).toEqual([]);
    const clown: Mark = { kind: 'custom', text: 'Clown', atMs: 60_000 };
    await session(call, childId, 60_000, [needle(60_000), needle(1000), clown]);
    const [alone] = await call('sessions.aroundMarkers', { childId });
    expect(alone).toMatchObject({ kind: 'needle', markers: 1, sessions: 1, leftOut: 1 });
    expect(alone?.distress?.interval, 'a single marker has no interval').toBeNull();
    await session(call, childId, 60_000, [needle(60_000)]);
    await session(call, childId, 0, [needle(60_000)]);
    const [needles, clowns] = await call('sessions.aroundMarkers', { childId });
    expect(needles).toMatchObject({ kind: 'needle', name: '', markers: 3, sessions: 3, leftOut: 1 });
    // Happy is .15 of distress by the helper's probabilities, sad .85: it rose twice and fell once.
    expect(needles?.distress?.change).toBeCloseTo((0.65 + 0.65 - 0.65) / 3, 2);
    expect(needles?.distress?.interval).toMatchObject({ over: 'sessions' });
    expect(needles?.distress?.interval?.low).toBeLessThan(0);
    expect(needles?.distress?.interval?.high).toBeGreaterThan(0.5);
    expect(clowns).toMatchObject({ kind: 'custom', name: 'Clown', markers: 1, leftOut: 0 });
    const compared = await call('sessions.compare', { childId });
    expect(compared[0]?.trend.means).toBeNull();
    expect(compared[1]?.trend.markers).toEqual([
      { kind: 'needle', name: '', count: 2 },
      { kind: 'custom', name: 'Clown', count: 1 },
    ]);
    expect(compared[1]?.trend.means?.distress).toBeCloseTo(0.525, 2);
  });
});
