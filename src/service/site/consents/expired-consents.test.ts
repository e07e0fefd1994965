import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CONSENT_SCOPES, type ConsentScope } from '../../../core/store/people/consent-scope.ts';
import { failure } from '../../../core/words/failure.ts';
import { handTrainer } from '../../testing/hand-trainer.ts';
import { ADMINISTRATOR, type Call, callAs, sample, setUp, type TestSite, testSite } from '../../testing/test-site.ts';

afterEach(() => vi.useRealTimers());

/** By the ward's own clock. */
const EVENING = new Date('2026-03-05T23:50:00');
const LAST_SECOND = new Date('2026-03-05T23:59:59');
const MIDNIGHT = new Date('2026-03-06T00:00:00');
const LAST_DAY = '2026-03-05';

const grant = (call: Call, childId: string, scopes: readonly ConsentScope[], untilDate: string) =>
  call('consents.grant', { childId, scopes: [...scopes], givenBy: 'mother', childAssented: true, untilDate });

/** A child whose consents end as `until` says, with a session that runs, a picture and a baseline. */
async function watchedChild(call: Call, until: Partial<Record<ConsentScope, string>>) {
  const { id: childId } = await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
  for (const [scope, untilDate] of Object.entries(until))
    await grant(call, childId, [scope as ConsentScope], untilDate);
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  const samples = Array.from({ length: 60 }, (_, index) => sample(250 * (index + 1), 'neutral'));
  const crops = [{ atMs: 1000, grey: new Uint8Array(3600).fill(9) }];
  await call('sessions.append', { sessionId, batch: 0, samples, gaps: [], crops, atMs: 15_000 });
  const at = { sessionId, fromMs: 0, toMs: 15_000, note: '' };
  await call('baselines.record', { id: crypto.randomUUID(), ...at });
  return { childId, sessionId };
}

const ALL_UNTIL = (untilDate: string) => Object.fromEntries(CONSENT_SCOPES.map((scope) => [scope, untilDate]));

const append = (call: Call, sessionId: string, batch: number) =>
  call('sessions.append', { sessionId, batch, samples: [], gaps: [], atMs: 15_000 + batch });

async function actions(call: Call, by: string): Promise<string[]> {
  const { entries, chainIntact } = await call('audit.list', { beforeSequence: null, limit: 100 });
  expect(chainIntact).toBe(true);
  return entries.filter(({ userName }) => userName === by).map(({ action }) => action);
}

/** A site in the evening of a consent's last day. */
async function siteInTheEvening(options?: Parameters<typeof testSite>[0]): Promise<TestSite> {
  const site = await testSite(options);
  site.clock.now = EVENING;
  return site;
}

describe('a consent whose last day is over', () => {
  it('stops a session that runs at the ward’s midnight, with the reason', async () => {
    await using site = await siteInTheEvening();
    const call = callAs(site.service());
    await setUp(call);
    const { sessionId } = await watchedChild(call, ALL_UNTIL(LAST_DAY));
    site.clock.now = LAST_SECOND;
    expect(await append(call, sessionId, 1)).toEqual({ stored: 0 });
    site.clock.now = MIDNIGHT;
    await expect(append(call, sessionId, 2)).rejects.toMatchObject({
      code: 'conflict',
      ...failure('sessions.consent-ended', { code: 'CH-1' }),
    });
    expect(await call('sessions.list', {})).toMatchObject([{ state: 'stopped', durationMs: 15_001 }]);
    expect((await actions(call, 'Faceward')).toSorted()).toEqual([
      ...CONSENT_SCOPES.map(() => 'consents.expire'),
      'sessions.stop',
    ]);
  });

  it('takes pictures and baselines with it, for good', async () => {
    await using site = await siteInTheEvening();
    const call = callAs(site.service());
    await setUp(call);
    const { childId, sessionId } = await watchedChild(call, ALL_UNTIL(LAST_DAY));
    expect(await call('sessions.crop', { sessionId, atMs: 1000 })).not.toBeNull();
    site.clock.now = MIDNIGHT;
    expect(await call('sessions.crop', { sessionId, atMs: 1000 })).toBeNull();
    await grant(call, childId, CONSENT_SCOPES, '2026-12-31');
    // Not only hidden: a new consent does not bring them back.
    expect(await call('sessions.crop', { sessionId, atMs: 1000 })).toBeNull();
    expect(await call('baselines.list', { childId })).toEqual([]);
  });

  it('is acted on when the site is opened half a year later, and once', async () => {
    await using site = await siteInTheEvening();
    const first = site.service();
    const call = callAs(first);
    await setUp(call);
    const { sessionId } = await watchedChild(call, ALL_UNTIL(LAST_DAY));
    await call('sessions.stop', { sessionId, durationMs: 15_000 });
    await first.close();
    site.clock.now = new Date('2026-09-06T08:00:00');
    const second = site.service();
    const again = callAs(second);
    await again('site.signIn', ADMINISTRATOR);
    // After so long a silence somebody says first that the clock is right: clock.test.ts.
    await again('clock.confirm', { saysDate: '2026-09-06', password: ADMINISTRATOR.password });
    expect(await again('sessions.crop', { sessionId, atMs: 1000 })).toBeNull();
    await again('site.signOut', {});
    site.clock.now = new Date('2026-09-07T08:00:00');
    await again('site.signIn', ADMINISTRATOR);
    expect(await actions(again, 'Faceward')).toEqual([...CONSENT_SCOPES.map(() => 'consents.expire'), 'clock.doubt']);
  });

  it('is acted on without anybody’s call', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await using site = await siteInTheEvening();
    const service = site.service();
    const caller = service.connect();
    const call = callAs(service, caller);
    await setUp(call);
    const { sessionId } = await watchedChild(call, ALL_UNTIL(LAST_DAY));
    const told: string[] = [];
    service.listen(caller, 'sessions.changed', (session) => told.push(session.sessionId));
    site.clock.now = MIDNIGHT;
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([sessionId]);
  });

  it.each(CONSENT_SCOPES)('to %s ends what it alone allowed, and nothing else', async (ended) => {
    await using site = await siteInTheEvening();
    const call = callAs(site.service());
    await setUp(call);
    const { childId, sessionId } = await watchedChild(call, { ...ALL_UNTIL('2026-12-31'), [ended]: LAST_DAY });
    site.clock.now = MIDNIGHT;
    const [child] = await call('children.list', {});
    expect(child?.consentedScopes).toEqual(CONSENT_SCOPES.filter((scope) => scope !== ended));
    const [session] = await call('sessions.list', {});
    expect({
      monitor: session?.state === 'running',
      'keep-crops': (await call('sessions.crop', { sessionId, atMs: 1000 })) !== null,
      'keep-baseline': (await call('baselines.list', { childId })).length > 0,
    }).toEqual({
      monitor: ended !== 'monitor',
      'keep-crops': ended !== 'keep-crops',
      'keep-baseline': ended !== 'keep-baseline',
    });
  });
});

describe('a training that reads a child’s pictures', () => {
  async function trainingSite(scopes: Partial<Record<ConsentScope, string>>) {
    const trainer = handTrainer();
    const site = await siteInTheEvening({ launchTrainer: trainer.launch });
    const call = callAs(site.service());
    await setUp(call);
    const { childId, sessionId } = await watchedChild(call, scopes);
    await call('sessions.stop', { sessionId, durationMs: 15_000 });
    const said = { label: 'fear', note: '', fromMs: 0, toMs: 2000 } as const;
    await call('annotations.add', { sessionId, id: crypto.randomUUID(), ...said });
    const { datasetId } = await call('review.makeDataset', { name: 'Named' });
    const settings = { name: 'Night', learner: 'cross-entropy', regime: 'children', epochs: 1, seed: 1 } as const;
    const run = await call('runs.start', { ...settings, datasetIds: [datasetId] });
    const endsWithItsReason = async (why = failure('training.consent-ended')) => {
      await expect
        .poll(async () => (await call('runs.get', { runId: run.id })).run, { interval: 10 })
        .toMatchObject({ state: 'failed', failure: why });
      expect(existsSync(trainer.jobs[0]!.datasetDirs[0]!)).toBe(false);
    };
    return { site, call, childId, sessionId, run, endsWithItsReason };
  }

  it('ends when a session of the child is set aside', async () => {
    const { site, call, sessionId, endsWithItsReason } = await trainingSite(ALL_UNTIL('2026-12-31'));
    await using _ = site;
    await call('sessions.setAside', { sessionId, reason: 'Another child' });
    await endsWithItsReason(failure('training.session-set-aside'));
  });

  it('ends when the consent is withdrawn', async () => {
    const { site, call, childId, run, endsWithItsReason } = await trainingSite(ALL_UNTIL('2026-12-31'));
    await using _ = site;
    const [child] = await call('children.list', {});
    const train = child!.consents.find(({ scopes }) => scopes.includes('train'))!;
    await call('consents.withdraw', { consentId: train.id });
    await endsWithItsReason();
    expect((await call('runs.get', { runId: run.id })).log).toMatchObject([
      { kind: 'warning', said: { text: failure('training.consent-ended') } },
    ]);
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 5 });
    expect(entries.map(({ action, subject }) => `${action} ${subject}`)).toContain(
      `runs.consentEnded ${run.id}: ${childId}`,
    );
  });

  it.each(['train', 'keep-crops'] as const)('ends when the last day of the consent to %s is over', async (ended) => {
    const { site, call, endsWithItsReason } = await trainingSite({ ...ALL_UNTIL('2026-12-31'), [ended]: LAST_DAY });
    await using _ = site;
    site.clock.now = MIDNIGHT;
    await call('site.status', {});
    await endsWithItsReason();
  });

  it('goes on when another consent covers the same, or another one ends', async () => {
    const { site, call, childId, run } = await trainingSite({ ...ALL_UNTIL('2026-12-31'), monitor: LAST_DAY });
    await using _ = site;
    const { id } = await grant(call, childId, ['train', 'keep-crops'], '2026-12-31');
    await call('consents.withdraw', { consentId: id });
    site.clock.now = MIDNIGHT;
    expect((await call('runs.get', { runId: run.id })).run.state).toBe('running');
  });
});
