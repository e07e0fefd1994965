import { setImmediate as nextTurn } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Export, ReportFormat } from '../../contract/review/reports.ts';
import type { Session } from '../../contract/sessions.ts';
import { keepExportPiece } from '../../core/store/exports.node.ts';
import { withClosedStore } from '../testing/closed-store.ts';
import type { Call } from '../testing/test-site.ts';
import {
  ADMINISTRATOR,
  callAs,
  sample,
  setUp,
  signInAnother,
  startSession,
  type TestSite,
  testSite,
} from '../testing/test-site.ts';

const SECONDS = 3;

/** A session that has ended, of a child of its own. */
async function endedSession(call: Call, code: string): Promise<string> {
  const { session } = await startSession(call, code);
  return await end(call, session);
}

async function end(call: Call, session: Session): Promise<string> {
  const samples = Array.from({ length: 15 * SECONDS }, (_, index) => sample(index * 66));
  await call('sessions.append', { sessionId: session.id, batch: 0, samples, gaps: [], atMs: SECONDS * 1000 });
  await call('sessions.stop', { sessionId: session.id, durationMs: SECONDS * 1000 });
  return session.id;
}

async function siteWithSessions(site: TestSite, codes: readonly string[]) {
  const service = site.service();
  const caller = service.connect();
  const call = callAs(service, caller);
  await setUp(call);
  const sessionIds: string[] = [];
  for (const code of codes) sessionIds.push(await endedSession(call, code));
  const states: Export[] = [];
  service.listen(caller, 'exports.changed', ({ export: order }) => states.push(order));
  return { service, call, sessionIds, states };
}

async function untilEnded(call: Call, exportId: string): Promise<Export> {
  let found: Export | undefined;
  await expect
    .poll(
      async () => {
        found = (await call('exports.list', {})).find(({ id }) => id === exportId);
        return found?.state;
      },
      { timeout: 50_000 },
    )
    .not.toBe('running');
  if (!found) throw new Error(`export ${exportId} is not listed`);
  return found;
}

const ALL: ReportFormat[] = ['pdf', 'csv', 'json', 'bids', 'elan', 'fhir'];

test('two sessions in six formats become one zip, made in the background, with progress as events', async () => {
  await using site = await testSite();
  const { call, sessionIds, states } = await siteWithSessions(site, ['CH-1', 'CH-2']);
  const started = await call('exports.start', { sessionIds, formats: ALL });
  expect(started).toMatchObject({ state: 'running', filesDone: 0, filesWanted: 12, problems: [], isIdentified: false });
  expect(await untilEnded(call, started.id)).toMatchObject({ state: 'finished', filesDone: 12, problems: [] });
  expect(states.map(({ filesDone }) => filesDone)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12]);
  const { bytes, fileName, mediaType } = await call('exports.fetch', { exportId: started.id });
  expect([fileName.endsWith('.zip'), mediaType]).toEqual([true, 'application/zip']);
  const paths = Object.keys(unzipSync(bytes));
  for (const format of ['pdf', 'csv', 'json', 'elan', 'fhir']) {
    expect(
      paths.filter((path) => path.startsWith(`${format}/`)),
      format,
    ).toHaveLength(2);
  }
  expect(paths.filter((path) => path.endsWith('_physio.tsv.gz'))).toHaveLength(2);
  expect(paths.join()).not.toContain('CH-');
  await call('exports.remove', { exportId: started.id });
  expect(await call('exports.list', {})).toEqual([]);
});

test('an export that was stopped goes on with what is missing', async () => {
  await using site = await testSite();
  const { call, sessionIds } = await siteWithSessions(site, ['CH-1', 'CH-2', 'CH-3']);
  const { id: exportId } = await call('exports.start', { sessionIds, formats: ['json', 'fhir'] });
  const stopped = await call('exports.stop', { exportId });
  expect(stopped.state).toBe('stopped');
  expect(stopped.filesDone).toBeLessThan(6);
  await expect(call('exports.stop', { exportId })).rejects.toMatchObject({ code: 'conflict' });
  await call('exports.resume', { exportId });
  expect(await untilEnded(call, exportId)).toMatchObject({ state: 'finished', filesDone: 6 });
  const made = (await call('audit.list', { beforeSequence: null, limit: 100 })).entries.filter(({ action }) =>
    action.startsWith('sessions.report'),
  );
  expect(made).toHaveLength(6);
});

test('what a program left that ended is interrupted, and goes on in the next one', async () => {
  await using site = await testSite();
  const { service, call, sessionIds } = await siteWithSessions(site, ['CH-1', 'CH-2']);
  const { id: exportId } = await call('exports.start', { sessionIds, formats: ['json', 'fhir'] });
  await service.close();
  const next = callAs(site.service());
  await next('site.signIn', ADMINISTRATOR);
  expect((await next('exports.list', {}))[0]?.state).toBe('interrupted');
  await next('exports.resume', { exportId });
  expect(await untilEnded(next, exportId)).toMatchObject({ state: 'finished', filesDone: 4 });
});

test('a session that cannot be exported is named, and the rest is there', async () => {
  await using site = await testSite();
  const { call, sessionIds } = await siteWithSessions(site, ['CH-1', 'CH-2']);
  // By a clock that was set back, the third child's session lies before its birth.
  const { id: childId } = await call('children.add', { code: 'CH-3', birthMonth: '2026-03' });
  const consent = { scopes: ['monitor' as const], givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
  site.clock.now = new Date('2026-02-20T09:00:00Z');
  await call('consents.grant', { childId, ...consent });
  sessionIds.push(await end(call, await call('sessions.start', { childId, source: 'webcam' })));
  const { id: exportId } = await call('exports.start', { sessionIds, formats: ['json', 'csv'] });
  const ended = await untilEnded(call, exportId);
  expect(ended).toMatchObject({ state: 'finished', filesDone: 4, filesWanted: 6 });
  const why = { reason: 'call.unexpected', values: { incident: expect.stringMatching(/^[0-9a-f]{8}$/) } };
  const problem = { childCode: 'CH-3', startedAtIso: '2026-02-20T09:00:00.000Z', why };
  expect(ended.problems).toEqual([
    { ...problem, format: 'json' },
    { ...problem, format: 'csv' },
  ]);
});

test('codes and dates are for a reviewer or an administrator: to order, to go on with and to fetch', async () => {
  await using site = await testSite();
  const { service, call, sessionIds } = await siteWithSessions(site, ['CH-1']);
  await call('users.add', { name: 'Wim', role: 'ward', password: 'a long enough one' });
  const ward = callAs(service);
  await ward('site.signIn', { userName: 'Wim', password: 'a long enough one' });
  const wanted = { sessionIds, formats: ['csv' as const], isIdentified: true };
  await expect(ward('exports.start', wanted)).rejects.toMatchObject({ code: 'forbidden' });
  const { id: exportId } = await call('exports.start', wanted);
  await untilEnded(call, exportId);
  await expect(ward('exports.fetch', { exportId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(ward('exports.resume', { exportId })).rejects.toMatchObject({ code: 'forbidden' });
  const { bytes } = await call('exports.fetch', { exportId });
  expect(Object.keys(unzipSync(bytes)).join()).toContain('CH-1');
});

test('an export belongs to who made it: others see nothing of it, and an administrator sees to all', async () => {
  await using site = await testSite();
  const { service, call, sessionIds } = await siteWithSessions(site, ['CH-1']);
  const wim = await signInAnother(service, call, { name: 'Wim', role: 'ward' });
  const caller = service.connect();
  const rea = callAs(service, caller);
  await call('users.add', { name: 'Rea', role: 'reviewer', password: ADMINISTRATOR.password });
  await rea('site.signIn', { userName: 'Rea', password: ADMINISTRATOR.password });
  const heard: string[] = [];
  service.listen(caller, 'exports.changed', ({ export: { id } }) => heard.push(id));
  const [ofAda, ofWim] = [
    await call('exports.start', { sessionIds, formats: ['json'], isIdentified: true }),
    await wim('exports.start', { sessionIds, formats: ['json'] }),
  ];
  for (const { id } of [ofAda, ofWim]) await untilEnded(call, id);
  for (const name of ['exports.fetch', 'exports.remove', 'exports.stop', 'exports.resume'] as const) {
    for (const [other, { id: exportId }] of [
      [wim, ofAda],
      [rea, ofAda],
      [rea, ofWim],
    ] as const) {
      await expect(other(name, { exportId }), name).rejects.toMatchObject({ reason: 'reports.export-of-another' });
    }
  }
  const idsFor = async (each: Call) => (await each('exports.list', {})).map(({ id }) => id).sort();
  expect(await idsFor(wim)).toEqual([ofWim.id]);
  expect(await idsFor(rea)).toEqual([]);
  expect(heard, 'nor hears of them').toEqual([]);
  expect(await idsFor(call)).toEqual([ofAda.id, ofWim.id].sort());
  await wim('exports.fetch', { exportId: ofWim.id });
  await call('exports.remove', { exportId: ofWim.id });
  expect(await idsFor(wim)).toEqual([]);
  const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
  const refused = entries.filter(({ action }) => action === 'refused.call');
  expect(refused.map(({ userName, subject }) => `${userName} ${subject}`)).toContain('Wim exports.remove');
});

test('an export of a session that is not there is refused, and so is a zip of nothing', async () => {
  await using site = await testSite();
  const { call } = await siteWithSessions(site, []);
  await expect(call('exports.start', { sessionIds: ['none'], formats: ['pdf'] })).rejects.toMatchObject({
    code: 'not-found',
  });
  for (const name of ['exports.stop', 'exports.resume', 'exports.fetch', 'exports.remove'] as const) {
    await expect(call(name, { exportId: 'none' }), name).rejects.toMatchObject({ code: 'not-found' });
  }
});

test('removing a long export comes to everything else between its pieces', async () => {
  await using site = await testSite();
  const { service, call, sessionIds } = await siteWithSessions(site, ['CH-1']);
  const { id: exportId } = await call('exports.start', { sessionIds, formats: ['csv'] });
  await untilEnded(call, exportId);
  await service.close();
  const pieces = 20;
  const kept = { sessionId: sessionIds[0]!, format: 'csv', fileName: 'r.csv', mediaType: 'text/csv' };
  await withClosedStore(site, (db) => {
    for (let number = 1; number <= pieces; number += 1) {
      keepExportPiece(db, exportId, { ...kept, bytes: new Uint8Array(1000) }, number);
    }
  });
  const again = callAs(site.service());
  await again('site.signIn', ADMINISTRATOR);
  let isRemoved = false;
  const removed = again('exports.remove', { exportId }).then(() => {
    isRemoved = true;
  });
  let turns = 0;
  while (!isRemoved) {
    await nextTurn();
    turns += 1;
  }
  await removed;
  expect(turns).toBeGreaterThanOrEqual(pieces);
  expect(await again('exports.list', {})).toEqual([]);
});
