import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unlockWithPassword } from '../../../core/security/key-slots.node.ts';
import { checkBackup, readBackupList } from '../../../core/store/backup/backup-file.node.ts';
import { MIGRATIONS, migrate } from '../../../core/store/migrations/migrations.node.ts';
import { openDatabase } from '../../../core/store/open-database.node.ts';
import { rawKeyPragma } from '../../../core/store/store-file.node.ts';
import { ADMINISTRATOR, callAs, setUp, type TestSite, testSite } from '../../testing/test-site.ts';

const OLDER = MIGRATIONS.length - 1;

/** A site whose store is of the version before this one. */
async function siteOfBefore(site: TestSite): Promise<void> {
  const service = site.service();
  await setUp(callAs(service));
  await service.close();
  const unlocked = await unlockWithPassword(join(site.dataDir, 'keys.json'), ADMINISTRATOR);
  if (unlocked.kind !== 'unlocked') throw new Error('the administrator was expected to get in');
  const file = join(site.dataDir, 'faceward.db');
  for (const gone of [file, join(site.dataDir, 'audit-head.json')]) rmSync(gone);
  const db = openDatabase(file);
  for (const pragma of ["cipher = 'sqlcipher'", 'legacy = 4', rawKeyPragma(unlocked.key)]) db.pragma(pragma);
  db.pragma('journal_mode = WAL');
  migrate(db, MIGRATIONS.slice(0, OLDER));
  db.prepare("INSERT INTO users (id, name, role) VALUES (?, 'Ada', 'administrator')").run(unlocked.userId);
  db.prepare("INSERT INTO site (id, name, demo) VALUES (1, 'Ward 3', 0)").run();
  db.close();
}

it('a store of a version before is backed up before it is changed; the backup of the update before goes', async () => {
  await using site = await testSite();
  await siteOfBefore(site);
  const dir = join(site.dataDir, 'before-update');
  mkdirSync(dir);
  writeFileSync(join(dir, 'faceward-schema-3-2020-01-01T000000Z.faceward-backup'), 'of the update before');
  await callAs(site.service())('site.signIn', ADMINISTRATOR);
  expect(readdirSync(dir)).toEqual([`faceward-schema-${OLDER}-2026-03-04T090000Z.faceward-backup`]);
  const backup = join(dir, readdirSync(dir)[0]!);
  const list = readBackupList(backup);
  checkBackup(backup, list);
  expect(list.files.map(({ path }) => path)).toEqual(expect.arrayContaining(['faceward.db', 'keys.json']));
});

it('where it cannot be made the store stays as it is, and whoever signs in is told why', async () => {
  await using site = await testSite();
  await siteOfBefore(site);
  const dir = join(site.dataDir, 'before-update');
  // A file in the folder's place: nothing can be written into it.
  writeFileSync(dir, '');
  const store = readFileSync(join(site.dataDir, 'faceward.db'));
  const call = callAs(site.service());
  await expect(call('site.signIn', ADMINISTRATOR)).rejects.toMatchObject({ reason: 'store.not-updated' });
  expect(readFileSync(join(site.dataDir, 'faceward.db')).equals(store)).toBe(true);
  expect(existsSync(join(site.dataDir, 'faceward.db.copy'))).toBe(false);
  rmSync(dir);
  await call('site.signIn', ADMINISTRATOR);
  expect((await call('users.list', {})).map(({ name }) => name)).toEqual(['Ada']);
});
