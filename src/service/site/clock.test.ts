import { describe, expect, it } from 'vitest';
import { failure } from '../../core/words/failure.ts';
import {
  ADMINISTRATOR,
  type Call,
  callAs,
  sample,
  setUp,
  signInAnother,
  type TestSite,
  testSite,
} from '../testing/test-site.ts';

const DAY_MS = 24 * 3_600_000;
const TODAY = new Date('2026-03-04T09:00:00');
const LAST_DAY = '2026-06-30';
const YEARS_AHEAD = new Date('2031-03-04T09:00:00');

/** The uptime of the machine, which no clock on a wall changes. */
function uptimeOf(site: TestSite) {
  let ownMs = 0;
  let wallMs = site.clock.now.getTime();
  return {
    uptimeMs: () => ownMs,
    /** Time goes by. */
    pass(ms: number) {
      ownMs += ms;
      wallMs += ms;
      site.clock.now = new Date(wallMs);
    },
    /** Somebody sets the clock. */
    set(to: Date) {
      wallMs = to.getTime();
      site.clock.now = to;
    },
  };
}

/** A child who may be watched and whose pictures are kept until June, with one picture and a session that runs. */
async function watchedChild(call: Call) {
  const { id: childId } = await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
  const consent = await call('consents.grant', {
    ...{ childId, scopes: ['monitor', 'keep-crops'], givenBy: 'mother', childAssented: true },
    untilDate: LAST_DAY,
  });
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  const crops = [{ atMs: 1000, grey: new Uint8Array(3600).fill(9) }];
  await call('sessions.append', { sessionId, batch: 0, samples: [sample(250)], gaps: [], crops, atMs: 15_000 });
  return { childId, sessionId, consentId: consent.id };
}

async function ward() {
  const site = await testSite();
  site.clock.now = TODAY;
  const time = uptimeOf(site);
  const service = site.service({ uptimeMs: time.uptimeMs });
  const call = callAs(service);
  await setUp(call);
  return { site, time, service, call };
}

const picture = (call: Call, sessionId: string) => call('sessions.crop', { sessionId, atMs: 1000 });
const actions = async (call: Call) =>
  (await call('audit.list', { beforeSequence: null, limit: 100 })).entries.map(({ action }) => action);
const confirm = (call: Call, saysDate: string, password = ADMINISTRATOR.password) =>
  call('clock.confirm', { saysDate, password });

describe('a clock that is set years ahead while the program runs', () => {
  it('ends and deletes nothing; it stops use, says what would go, and all is back when it is put right', async () => {
    const { site, time, call } = await ward();
    await using _ = site;
    const { childId, sessionId } = await watchedChild(call);
    time.set(YEARS_AHEAD);
    expect(await call('clock.doubt', {})).toEqual({
      kind: 'ahead',
      saysIso: YEARS_AHEAD.toISOString(),
      saysDate: '2031-03-04',
      knownIso: TODAY.toISOString(),
      due: { consents: 1, pictures: 1, videos: 0, baselines: 0, waiting: 0, byRule: 0 },
    });
    expect(await picture(call, sessionId)).toBeNull();
    expect(await call('children.list', {})).toMatchObject([{ consentedScopes: [], consents: [{ hasEnded: true }] }]);
    await call('sessions.stop', { sessionId, durationMs: 15_000 });
    await expect(call('sessions.start', { childId, source: 'webcam' })).rejects.toMatchObject({ code: 'no-consent' });
    time.set(new Date(TODAY.getTime() + 60_000));
    expect(await call('clock.doubt', {})).toBeNull();
    expect(await picture(call, sessionId)).not.toBeNull();
    await call('sessions.start', { childId, source: 'webcam' });
    const done = await actions(call);
    expect(done).toEqual(expect.arrayContaining(['clock.doubt', 'clock.right']));
    expect(done).not.toContain('consents.expire');
  });

  it('a session goes on until its last day is over by the uptime', async () => {
    const { site, time, call } = await ward();
    await using _ = site;
    const { sessionId } = await watchedChild(call);
    time.set(YEARS_AHEAD);
    const append = (batch: number) =>
      call('sessions.append', { sessionId, batch, samples: [], gaps: [], atMs: 15_000 + batch });
    expect(await append(1)).toEqual({ stored: 0 });
    time.pass(118 * DAY_MS);
    expect(await append(2)).toEqual({ stored: 0 });
    time.pass(DAY_MS);
    await expect(append(3)).rejects.toMatchObject({
      code: 'conflict',
      ...failure('sessions.consent-ended', { code: 'CH-1' }),
    });
  });

  it('is no matter where nothing is due by it, until something is', async () => {
    const { site, time, call } = await ward();
    await using _ = site;
    await watchedChild(call);
    time.set(new Date('2026-06-30T09:00:00'));
    expect(await call('clock.doubt', {})).toBeNull();
    time.pass(DAY_MS);
    expect(await call('clock.doubt', {})).toMatchObject({
      kind: 'ahead',
      saysDate: '2026-07-01',
      due: { consents: 1 },
    });
  });
});

it('a withdrawal deletes nothing that a consent in doubt covers as well', async () => {
  const { site, time, call } = await ward();
  await using _ = site;
  const { childId, sessionId } = await watchedChild(call);
  const more = { childId, scopes: ['keep-crops' as const], givenBy: 'father', childAssented: true };
  const { id: consentId } = await call('consents.grant', { ...more, untilDate: '2039-12-31' });
  time.set(YEARS_AHEAD);
  expect(await picture(call, sessionId)).not.toBeNull();
  await call('consents.withdraw', { consentId });
  expect(await picture(call, sessionId)).toBeNull();
  time.set(TODAY);
  expect(await picture(call, sessionId)).not.toBeNull();
});

describe('a store that is opened after a long silence', () => {
  it('asks before anything ends, through restarts, and goes on when an administrator says that the date is right', async () => {
    const { site, service, call } = await ward();
    await using _ = site;
    const { sessionId } = await watchedChild(call);
    await call('sessions.stop', { sessionId, durationMs: 15_000 });
    await service.close();
    site.clock.now = YEARS_AHEAD;
    const second = site.service({ uptimeMs: () => 0 });
    await callAs(second)('site.signIn', ADMINISTRATOR);
    await second.close();
    // Signing in wrote entries of that date, which prove nothing.
    const third = site.service({ uptimeMs: () => 0 });
    const again = callAs(third);
    await again('site.signIn', ADMINISTRATOR);
    expect(await again('clock.doubt', {})).toMatchObject({ kind: 'ahead', knownIso: TODAY.toISOString() });
    expect(site.told.join()).toContain('Nothing is deleted by date');
    await expect(confirm(again, '2031-03-04', 'not the password')).rejects.toMatchObject({ code: 'wrong-password' });
    await expect(confirm(again, '2031-03-03')).rejects.toMatchObject({ code: 'conflict' });
    expect(await actions(again)).not.toContain('consents.expire');
    await confirm(again, '2031-03-04');
    expect(await again('clock.doubt', {})).toBeNull();
    const done = await actions(again);
    expect(done.filter((action) => action.startsWith('clock.') || action.startsWith('consents.'))).toEqual([
      'consents.expire',
      'clock.confirm',
      'clock.doubt',
      'consents.grant',
    ]);
    site.clock.now = TODAY;
    // Deleted, and not only hidden.
    expect(await picture(again, sessionId)).toBeNull();
  });

  it('does not ask within a month', async () => {
    const { site, time, service, call } = await ward();
    await using _ = site;
    const { sessionId } = await watchedChild(call);
    await call('sessions.stop', { sessionId, durationMs: 15_000 });
    await service.close();
    // Within the month the last day passes.
    time.pass(108 * DAY_MS);
    const between = site.service({ uptimeMs: time.uptimeMs });
    await callAs(between)('site.signIn', ADMINISTRATOR);
    await between.close();
    time.pass(29 * DAY_MS);
    const again = callAs(site.service({ uptimeMs: time.uptimeMs }));
    await again('site.signIn', ADMINISTRATOR);
    expect(await again('clock.doubt', {})).toBeNull();
    expect(await picture(again, sessionId)).toBeNull();
    expect(await actions(again)).toContain('consents.expire');
  });
});

describe('a clock that is set back', () => {
  it('brings back no consent that has ended, and says that it is behind', async () => {
    const { site, time, call } = await ward();
    await using _ = site;
    const { childId, sessionId } = await watchedChild(call);
    await call('sessions.stop', { sessionId, durationMs: 15_000 });
    time.pass(120 * DAY_MS);
    expect(await picture(call, sessionId)).toBeNull();
    time.set(TODAY);
    expect(await call('clock.doubt', {})).toMatchObject({ kind: 'behind' });
    await expect(call('sessions.start', { childId, source: 'webcam' })).rejects.toMatchObject({ code: 'no-consent' });
    expect((await call('children.today', {})).children).toEqual([]);
    await confirm(call, '2026-03-04');
    expect(await call('clock.doubt', {})).toBeNull();
    await expect(call('sessions.start', { childId, source: 'webcam' })).rejects.toMatchObject({ code: 'no-consent' });
  });
});

it('everybody is told, and only an administrator settles it', async () => {
  const { site, time, service, call } = await ward();
  await using _ = site;
  await watchedChild(call);
  const nurse = await signInAnother(service, call, { name: 'Bo', role: 'ward' });
  time.set(YEARS_AHEAD);
  expect(await nurse('clock.doubt', {})).toMatchObject({ kind: 'ahead' });
  await expect(confirm(nurse, '2031-03-04')).rejects.toMatchObject({ code: 'forbidden' });
});
