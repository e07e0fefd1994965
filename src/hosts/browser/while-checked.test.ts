import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Output } from '../../contract/contract.ts';
import { withClosedStore } from '../../service/testing/closed-store.ts';
import {
  ADMINISTRATOR,
  callAs,
  sample,
  setUp,
  startSession,
  type TestSite,
  testSite,
} from '../../service/testing/test-site.ts';
import { connectSocket } from '../testing/socket-client.ts';
import { kill, outputOf, SpawnedHosts } from '../testing/spawned-hosts.ts';

/** Of a child's kept pictures, so many that the check of its store takes a second or more, in pieces. */
const PICTURES = 18_000;
const PAGE_BYTES = 4096;
const ORDER = { reason: 'It was asked for.', atOnce: true, password: ADMINISTRATOR.password };

/** A site with a large store that was closed, in which one session was stopped; copied for each test. */
const made = { dir: mkdtempSync(join(tmpdir(), 'faceward-large-')), childId: '', sessionId: '' };

beforeAll(async () => {
  await using site = await testSite();
  const service = site.service({ host: 'browser' });
  const call = callAs(service);
  await setUp(call);
  const { child, session } = await startSession(call, 'OAK-12', '2099-12-31');
  await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  await service.close();
  await withClosedStore(site, (db) => {
    db.prepare<[number]>(
      `WITH RECURSIVE each (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ?)
       INSERT INTO crops SELECT key, n, randomblob(3600) FROM sessions, each`,
    ).run(PICTURES);
  });
  cpSync(site.dataDir, made.dir, { recursive: true });
  Object.assign(made, { childId: child.id, sessionId: session.id });
}, 90_000);

afterAll(() => rmSync(made.dir, { recursive: true, force: true }));

const storeOf = ({ dataDir }: Pick<TestSite, 'dataDir'>) => join(dataDir, 'faceward.db');
const logBytes = (site: TestSite) => statSync(`${storeOf(site)}-wal`, { throwIfNoEntry: false })?.size ?? 0;

async function largeSite(): Promise<TestSite> {
  const site = await testSite();
  cpSync(made.dir, site.dataDir, { recursive: true });
  site.clock.now = new Date();
  return site;
}

it('two sign in meanwhile; closed before its end it is left as it was, and at the next door all of it is checked before anything else', async () => {
  await using site = await largeSite();
  const before = readFileSync(storeOf(site));
  const first = site.service({ host: 'browser' });
  const [call, other] = [callAs(first), callAs(first)];
  await Promise.all([call, other].map((each) => each('site.signIn', ADMINISTRATOR)));
  await call('children.add', { code: 'ELM-3', birthMonth: '2019-05' });
  await call('site.signOut', {});
  await other('site.signOut', {});
  await first.close();
  expect(readFileSync(storeOf(site)).equals(before)).toBe(true);
  expect(logBytes(site)).toBeGreaterThan(0);

  const second = site.service({ host: 'browser' });
  const again = callAs(second);
  await again('site.signIn', ADMINISTRATOR);
  expect((await again('children.list', {})).map(({ code }) => code).sort()).toEqual(['ELM-3', 'OAK-12']);
  expect((await again('audit.list', { beforeSequence: null, limit: 3 })).chainIntact).toBe(true);
  await again('site.signOut', {});
  await second.close();
  expect(logBytes(site)).toBe(0);
}, 90_000);

it('a session is recorded meanwhile; killed, it has all that was said to be stored', async () => {
  await using site = await largeSite();
  await using hosts = new SpawnedHosts();
  const before = readFileSync(storeOf(site));
  const host = await hosts.start(site.dataDir);
  const window = await connectSocket(host.url);
  await outputOf(window, 'site.signIn', ADMINISTRATOR);
  const { id: sessionId } = await outputOf<Output<'sessions.start'>>(window, 'sessions.start', {
    childId: made.childId,
    source: 'webcam',
  });
  const sent = { sessionId, batch: 0, samples: [sample(100)], gaps: [], atMs: 500 };
  expect(await outputOf(window, 'sessions.append', sent)).toMatchObject({ stored: 1 });
  await kill(host.process);
  expect(readFileSync(storeOf(site)).equals(before)).toBe(true);

  const call = callAs(site.service({ host: 'browser' }));
  await call('site.signIn', ADMINISTRATOR);
  expect(await call('sessions.list', {})).toMatchObject([
    { id: sessionId, sampleCount: 1, state: 'recovered' },
    { id: made.sessionId },
  ]);
}, 90_000);

it('a backup is made beside it, and what would replace the store waits: the key is changed, what was erased goes', async () => {
  await using site = await largeSite();
  const service = site.service({ host: 'browser' });
  const call = callAs(service);
  await call('site.signIn', ADMINISTRATOR);
  await call('keys.change', { leavesOut: false });
  // Nobody waits at the door for the check.
  expect((await call('keys.state', {})).due).not.toBeNull();
  await call('erasures.erase', { target: { kind: 'session', sessionId: made.sessionId }, ...ORDER });
  const file = join(site.dataDir, '..', 'ward.faceward-backup');
  await call('backups.make', { file });
  expect(statSync(file).size).toBeGreaterThan(PAGE_BYTES);
  await expect.poll(async () => (await call('keys.state', {})).due, { timeout: 30_000 }).toBeNull();
  site.clock.now = new Date(site.clock.now.getTime() + 16 * 60_000);
  await callAs(service)('site.signIn', ADMINISTRATOR);
  await expect.poll(async () => (await call('erasures.list', {})).isOverwriteDue, { timeout: 30_000 }).toBe(false);
  expect(await call('site.status', {})).toMatchObject({ damage: null });
  expect((await call('audit.list', { beforeSequence: null, limit: 3 })).chainIntact).toBe(true);
}, 90_000);

it('one that is found damaged is not replaced, whatever was asked meanwhile, and no backup is passed off as one', async () => {
  await using site = await largeSite();
  const bytes = readFileSync(storeOf(site));
  bytes[Math.floor(bytes.length * 0.9)]! ^= 1;
  writeFileSync(storeOf(site), bytes);
  const service = site.service({ host: 'browser' });
  const call = callAs(service);
  await call('site.signIn', ADMINISTRATOR);
  await call('keys.change', { leavesOut: false });
  const file = join(site.dataDir, '..', 'ward.faceward-backup');
  await expect(call('backups.make', { file })).rejects.toMatchObject({ code: expect.any(String) });
  expect(existsSync(file)).toBe(false);
  await expect.poll(async () => (await call('site.status', {})).damage, { timeout: 30_000 }).not.toBeNull();
  await expect(call('children.list', {})).rejects.toMatchObject({ code: 'damaged-store' });
  await call('site.signOut', {});
  await service.close();
  expect(readFileSync(storeOf(site)).equals(bytes)).toBe(true);
  for (const name of ['rekeyed', 'rewritten', 'replaced']) {
    expect(existsSync(`${storeOf(site)}.${name}`), name).toBe(false);
  }
}, 90_000);
