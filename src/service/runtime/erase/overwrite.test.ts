import { existsSync, linkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { expect, it } from 'vitest';
import { verifyAudit } from '../../../core/store/audit.node.ts';
import { closeStore, closeUnwritten } from '../../../core/store/store.node.ts';
import { withClosedStore } from '../../testing/closed-store.ts';
import {
  ADMINISTRATOR,
  callAs,
  sample,
  setUp,
  startSession,
  type TestSite,
  testSite,
} from '../../testing/test-site.ts';
import { isOverwriteDue } from './overwrite-due.ts';

const ORDER = { reason: 'It was asked for.', atOnce: true, password: ADMINISTRATOR.password };
/** Of a child's kept pictures, so many that its store is not a small one any more. */
const PICTURES = 4000;

/**
 * A site with a large store and two children, of whom each has a stopped session.
 *
 * @param close How its store was left.
 */
async function largeSite(site: TestSite, close: typeof closeUnwritten = closeStore) {
  const service = site.service({ host: 'browser' });
  const call = callAs(service);
  await setUp(call);
  const [oak, elm] = [await startSession(call, 'OAK-12'), await startSession(call, 'ELM-3')];
  for (const { session } of [oak, elm]) await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  await service.close();
  await withClosedStore(
    site,
    (db) =>
      db
        .prepare<[number, string]>(
          `WITH RECURSIVE each (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ?)
         INSERT INTO crops SELECT key, n, randomblob(3600) FROM sessions, each WHERE id = ?`,
        )
        .run(PICTURES, elm.session.id),
    close,
  );
  return { oak, elm };
}

const leftOf = (site: TestSite) =>
  withClosedStore(site, (db) => ({
    pages: (db as unknown as Database.Database).serialize(),
    pictures: db.prepare('SELECT count(*) FROM crops').pluck().get(),
    isDue: isOverwriteDue(db),
    chain: verifyAudit(db).kind,
  }));

it('a large store is written anew beside itself while people work on, and nothing of what was erased is left', async () => {
  await using site = await testSite();
  const { oak, elm } = await largeSite(site);
  const service = site.service({ host: 'browser' });
  const call = callAs(service);
  await call('site.signIn', ADMINISTRATOR);
  await call('erasures.erase', { target: { kind: 'child', childId: oak.child.id }, ...ORDER });
  expect((await call('erasures.list', {})).isOverwriteDue).toBe(true);
  await expect.poll(async () => (await call('erasures.list', {})).isOverwriteDue, { timeout: 30_000 }).toBe(false);
  // Also by the thread that reads, and by who writes.
  await call('sessions.timeline', { sessionId: elm.session.id });
  await call('sessions.setNotes', { sessionId: elm.session.id, notes: 'slept well' });
  await service.close();
  const { pages, pictures, isDue, chain } = await leftOf(site);
  expect([pages.includes('ELM-3'), pages.includes('slept well'), pages.includes('OAK-12')]).toEqual([
    true,
    true,
    false,
  ]);
  expect([pictures, isDue, chain]).toEqual([PICTURES, false, 'intact']);
  for (const suffix of ['rewritten', 'replaced'])
    expect(existsSync(join(site.dataDir, `faceward.db.${suffix}`))).toBe(false);
});

it('what is recorded meanwhile is kept, and it is tried again later', async () => {
  await using site = await testSite();
  // Its log was left, so that it is checked at the door and the try begins with the erasure.
  const { oak, elm } = await largeSite(site, closeUnwritten);
  const service = site.service({ host: 'browser' });
  const call = callAs(service);
  await call('site.signIn', ADMINISTRATOR);
  const tried = Promise.withResolvers<void>();
  let told = 0;
  const caller = service.connect();
  const other = callAs(service, caller);
  await other('site.signIn', ADMINISTRATOR);
  service.listen(caller, 'erasures.changed', () => {
    told += 1;
    // Once for the erasure, once for the try.
    if (told === 2) tried.resolve();
  });
  await call('erasures.erase', { target: { kind: 'child', childId: oak.child.id }, ...ORDER });
  const { id: sessionId } = await call('sessions.start', { childId: elm.child.id, source: 'webcam' });
  const sent = { sessionId, batch: 0, samples: [sample(100)], gaps: [], atMs: 500 };
  expect(await call('sessions.append', sent)).toMatchObject({ stored: 1 });
  await tried.promise;
  expect((await call('erasures.list', {})).isOverwriteDue).toBe(true);
  await call('sessions.stop', { sessionId, durationMs: 1000 });
  site.clock.now = new Date(site.clock.now.getTime() + 16 * 60_000);
  await callAs(service)('site.signIn', ADMINISTRATOR);
  await expect.poll(async () => (await call('erasures.list', {})).isOverwriteDue, { timeout: 30_000 }).toBe(false);
  expect(await call('sessions.list', {})).toMatchObject([{ id: sessionId, sampleCount: 1 }, { id: elm.session.id }]);
  await service.close();
  expect((await leftOf(site)).pages.includes('OAK-12')).toBe(false);
});

it('a second name of the store that a killed program has left is taken away, and the store stays', async () => {
  await using site = await testSite();
  const first = site.service();
  await setUp(callAs(first));
  await first.close();
  const [file, other] = ['faceward.db', 'faceward.db.replaced'].map((name) => join(site.dataDir, name));
  linkSync(file!, other!);
  const before = readFileSync(file!);
  const call = callAs(site.service());
  await call('site.signIn', ADMINISTRATOR);
  expect(existsSync(other!)).toBe(false);
  expect(await call('users.list', {})).toHaveLength(1);
  expect(readFileSync(file!).subarray(0, 16)).toEqual(before.subarray(0, 16));
});
