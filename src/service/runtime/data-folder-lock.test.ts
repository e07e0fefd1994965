import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failure } from '../../core/words/failure.ts';
import { DataFolderInUseError, lockDataFolder } from './data-folder-lock.ts';

const SINCE = '2026-03-05T12:00:00.000Z';
const HOLDER = { host: 'desktop', now: new Date(SINCE) };
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a folder is held by one at a time, and the other is told by whom', () => {
  const { letGo } = lockDataFolder(dir, HOLDER);
  expect(() => lockDataFolder(dir, { ...HOLDER, host: 'browser' })).toThrow(
    new DataFolderInUseError(failure('store.in-use', { dir, host: 'desktop', pid: process.pid, since: SINCE })),
  );
  letGo();
  const { letGo: letGoAgain } = lockDataFolder(dir, { ...HOLDER, host: 'browser' });
  const said = JSON.parse(readFileSync(join(dir, 'lock.json'), 'utf8'));
  expect(said).toEqual({ pid: process.pid, host: 'browser', sinceIso: SINCE });
  letGoAgain();
});

test.each([
  '',
  '{"pid": "one"}',
  '{"pid":1,"host":"moon","sinceIso":""}',
])('of a holder that says %j it is not said who it is', (text) => {
  const { letGo } = lockDataFolder(dir, HOLDER);
  writeFileSync(join(dir, 'lock.json'), text);
  expect(() => lockDataFolder(dir, HOLDER)).toThrow(new DataFolderInUseError(failure('store.in-use-unknown', { dir })));
  letGo();
});

test('what a holder that was killed has left behind holds nobody up', () => {
  writeFileSync(join(dir, 'lock'), '');
  writeFileSync(join(dir, 'lock.json'), '{"pid":1,"host":"desktop","sinceIso":"2020-01-01T00:00:00.000Z"}');
  lockDataFolder(dir, HOLDER).letGo();
});

test('whoever holds a folder whose lock was deleted holds it again, unless somebody else was quicker', () => {
  const held = lockDataFolder(dir, HOLDER);
  rmSync(join(dir, 'lock'));
  held.holdOn();
  expect(() => lockDataFolder(dir, HOLDER)).toThrow(DataFolderInUseError);
  rmSync(join(dir, 'lock'));
  const other = lockDataFolder(dir, { ...HOLDER, host: 'browser' });
  expect(() => held.holdOn()).toThrow(
    new DataFolderInUseError(failure('store.in-use', { dir, host: 'browser', pid: process.pid, since: SINCE })),
  );
  other.letGo();
  held.letGo();
});

test('another failure is not called a folder in use', () => {
  writeFileSync(join(dir, 'lock'), 'this is no database, and long enough to be taken for a damaged one. '.repeat(20));
  expect(() => lockDataFolder(dir, HOLDER)).toThrow(/not a database/);
});

const hasModes = process.platform !== 'win32';
if (!hasModes) console.warn('who may read lock.json is not tested: Windows has no file modes');

test.skipIf(!hasModes)('who holds it is for this user alone to read', () => {
  lockDataFolder(dir, HOLDER).letGo();
  expect(statSync(join(dir, 'lock.json')).mode & 0o777).toBe(0o600);
});
