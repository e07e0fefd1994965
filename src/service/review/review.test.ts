import { describe, expect, it } from 'vitest';
import type { Input } from '../../contract/contract.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { type Call, callAs, sample, setUp, testSite } from '../testing/test-site.ts';

const CROP = { atMs: 1000, grey: new Uint8Array(3600).fill(7) };
type Scopes = Input<'consents.grant'>['scopes'];

async function child(call: Call, scopes: Scopes) {
  const { id: childId } = await call('children.add', { code: `CH-${scopes.length}`, birthMonth: '2019-05' });
  const given = { givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
  const consent = await call('consents.grant', { childId, scopes, ...given });
  return { childId, consentId: consent.id };
}

/** Samples ten times a second; those of `doubtfulSeconds` are as good as even. */
async function record(call: Call, childId: string, seconds: number, doubtfulSeconds: readonly number[] = []) {
  const session = await call('sessions.start', { childId, source: 'webcam' });
  for (let second = 0; second < seconds; second += 1) {
    const samples = Array.from({ length: 10 }, (_, index) => {
      const sure = sample(second * 1000 + index * 100);
      if (!doubtfulSeconds.includes(second)) return sure;
      return { ...sure, emotion: null, probabilities: EMOTIONS.map(() => 1 / EMOTIONS.length) };
    });
    const batch = { sessionId: session.id, batch: second, samples, gaps: [], atMs: (second + 1) * 1000 };
    await call('sessions.append', batch);
  }
  return session;
}

const stop = (call: Call, sessionId: string, durationMs: number) => call('sessions.stop', { sessionId, durationMs });

describe('what people add to a session', () => {
  it('is stored once, can be taken back, and stays beside the readings', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { childId } = await child(call, ['monitor']);
    const { id: sessionId } = await record(call, childId, 3);
    const ids = { marker: crypto.randomUUID(), observation: crypto.randomUUID(), annotation: crypto.randomUUID() };
    for (let time = 0; time < 2; time += 1) {
      await call('sessions.mark', { sessionId, id: ids.marker, atMs: 500, kind: 'pain', text: '' });
      const observation = { kind: 'faces-scale', score: 4, note: '' } as const;
      await call('sessions.observe', { sessionId, id: ids.observation, atMs: 700, observation });
      const cry = { fromMs: 1000, toMs: 2000, label: 'crying', note: 'not anger' } as const;
      await call('annotations.add', { sessionId, id: ids.annotation, ...cry });
    }
    await expect(call('sessions.endMarker', { sessionId, markerId: ids.marker, toMs: 400 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await call('sessions.endMarker', { sessionId, markerId: ids.marker, toMs: 900 });
    const timeline = await call('sessions.timeline', { sessionId });
    expect(timeline).toMatchObject({
      markers: [{ id: ids.marker, atMs: 500, toMs: 900, by: 'Ada' }],
      observations: [{ id: ids.observation, observation: { score: 4 }, by: 'Ada' }],
      annotations: [{ id: ids.annotation, label: 'crying', by: 'Ada' }],
    });
    expect(timeline.summary.emotionMs.happiness).toBeGreaterThan(2900);
    const overlap = { fromMs: 1900, toMs: 2500, label: 'pain', note: '' } as const;
    await expect(call('annotations.add', { sessionId, id: crypto.randomUUID(), ...overlap })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Crying” from 1 s to 2 s'),
    });
    await call('sessions.unmark', { sessionId, markerId: ids.marker });
    await call('sessions.unobserve', { sessionId, observationId: ids.observation });
    await call('annotations.withdraw', { sessionId, annotationId: ids.annotation });
    const empty = { markers: [], observations: [], annotations: [] };
    expect(await call('sessions.timeline', { sessionId })).toMatchObject(empty);
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
    expect(entries.filter(({ action }) => action === 'annotations.add')).toHaveLength(1);
  });
});

describe('what consent allows to keep', () => {
  it('is refused without it and deleted when it is withdrawn', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const without = await child(call, ['monitor']);
    const plain = await record(call, without.childId, 12);
    const batch = { batch: 99, samples: [], gaps: [], crops: [CROP], atMs: 12_000 };
    await expect(call('sessions.append', { sessionId: plain.id, ...batch })).rejects.toMatchObject({
      code: 'no-consent',
    });
    const rest = { fromMs: 0, toMs: 12_000, note: '' };
    await expect(
      call('baselines.record', { id: crypto.randomUUID(), sessionId: plain.id, ...rest }),
    ).rejects.toMatchObject({ code: 'no-consent' });

    const { childId, consentId } = await child(call, ['monitor', 'keep-crops', 'keep-baseline']);
    const { id: sessionId, keepsCrops } = await record(call, childId, 12);
    expect(keepsCrops).toBe(true);
    await call('sessions.append', { sessionId, ...batch });
    expect((await call('sessions.crop', { sessionId, atMs: 2900 }))?.grey[5]).toBe(7);
    expect(await call('sessions.crop', { sessionId, atMs: 3100 })).toBeNull();
    await expect(
      call('baselines.record', { id: crypto.randomUUID(), sessionId, ...rest, toMs: 9000 }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const id = crypto.randomUUID();
    const baseline = await call('baselines.record', { id, sessionId, ...rest });
    expect(baseline).toMatchObject({ version: 1, sampleCount: 120, isActive: false, recordedBy: 'Ada' });
    expect(baseline.probabilities[EMOTIONS.indexOf('happiness')]).toBeCloseTo(0.7, 6);
    expect(await call('baselines.record', { id, sessionId, ...rest })).toEqual(baseline);
    await call('baselines.activate', { childId, baselineId: id });
    expect(await call('baselines.list', { childId })).toMatchObject([{ id, isActive: true }]);
    // A version that was removed is never given to another: sessions may have been shown beside it.
    await call('baselines.remove', { baselineId: id });
    const next = { id: crypto.randomUUID(), sessionId, ...rest };
    expect(await call('baselines.record', next)).toMatchObject({ version: 2 });

    await call('consents.withdraw', { consentId });
    expect(await call('sessions.crop', { sessionId, atMs: 1000 })).toBeNull();
    expect(await call('baselines.list', { childId })).toEqual([]);
  });

  it('keeps the readings of a session whose consent to pictures ended while it ran', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { childId } = await child(call, ['monitor']);
    const given = { childId, givenBy: 'father', childAssented: true, untilDate: '2026-12-31' };
    const { id: consentId } = await call('consents.grant', { ...given, scopes: ['keep-crops'] });
    const { id: sessionId } = await record(call, childId, 1);
    await call('consents.withdraw', { consentId });
    const batch = { sessionId, batch: 50, samples: [sample(1500)], gaps: [], crops: [CROP], atMs: 2000 };
    expect(await call('sessions.append', batch)).toEqual({ stored: 1 });
    expect(await call('sessions.crop', { sessionId, atMs: 1000 })).toBeNull();
  });
});

describe('reading sessions again', () => {
  it('asks for the moments in most doubt that nobody has judged', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { childId } = await child(call, ['monitor', 'keep-crops']);
    const { id: sessionId } = await record(call, childId, 60, [10, 11, 12, 30, 31, 32, 50, 51, 52]);
    const crops = [11, 51].map((second) => ({ ...CROP, atMs: second * 1000 }));
    await call('sessions.append', { sessionId, batch: 99, samples: [], gaps: [], crops, atMs: 60_000 });
    const ask = async () => (await call('review.queue', { childId, limit: 2 })).moments;
    expect(await ask(), 'a session that runs is not judged yet').toEqual([]);
    await stop(call, sessionId, 60_000);
    expect(await call('sessions.pictureTimes', { sessionId })).toEqual(Float64Array.from([11_000, 51_000]));
    const moments = await ask();
    expect(
      moments.map(({ fromMs }) => fromMs),
      'none of the thirtieth second is kept',
    ).toEqual([10_000, 50_000]);
    expect(moments[0]).toMatchObject({ sessionId, toMs: 13_000 });
    expect(moments[0]?.uncertainty).toBeCloseTo(1, 6);
    const judged = { fromMs: 9000, toMs: 20_000, label: 'talking', note: '' } as const;
    await call('annotations.add', { sessionId, id: crypto.randomUUID(), ...judged });
    expect((await ask())[0]?.fromMs).toBe(50_000);
    const other = await child(call, ['monitor']);
    const { id: plain } = await record(call, other.childId, 60, [10, 11, 12]);
    await stop(call, plain, 60_000);
    const queue = await call('review.queue', { childId: other.childId, limit: 2 });
    expect(queue.moments, 'without a picture nobody can answer').toEqual([]);
    expect(queue.children.map(({ id }) => id)).toEqual([childId]);
  });

  it('compares a recording with its live session, and sessions over weeks', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { childId } = await child(call, ['monitor']);
    const live = await record(call, childId, 20);
    await stop(call, live.id, 20_000);
    const film = { fileName: 'scene.mp4', liveSessionId: live.id };
    await expect(call('sessions.start', { childId, source: 'recording' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const recording = await call('sessions.start', { childId, source: 'recording', recording: film });
    expect(recording).toMatchObject({ recordingName: 'scene.mp4', liveSessionId: live.id });
    const samples = Array.from({ length: 100 }, (_, index) => sample(index * 100));
    await call('sessions.append', { sessionId: recording.id, batch: 0, samples, gaps: [], atMs: 10_000 });
    await stop(call, recording.id, 10_000);
    expect(await call('sessions.parity', { sessionId: recording.id })).toMatchObject({ seconds: 10, share: 1 });
    expect(await call('sessions.parity', { sessionId: live.id })).toBeNull();
    const compared = await call('sessions.compare', { childId });
    expect(compared.map(({ session, summary }) => [session.id, summary.durationMs])).toEqual([
      [live.id, 20_000],
      [recording.id, 10_000],
    ]);
    expect(await call('sessions.compare', { childId }), 'kept, and the same again').toEqual(compared);
  });

  it('marks with the standard buttons until others are set', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    expect((await call('site.markerButtons', {}))[0]).toMatchObject({ kind: 'needle', hotkey: '1' });
    const buttons = [{ kind: 'custom', name: 'Clown', hotkey: 'c', isInterval: true } as const];
    await call('site.setMarkerButtons', { buttons });
    expect(await call('site.markerButtons', {})).toEqual(buttons);
  });
});
