import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkBackup, readBackupList } from '../../../core/store/backup/backup-file.node.ts';
import { documents, startCli } from '../testing/run-cli.ts';
import { runHere } from '../testing/run-here.ts';
import { makeSiteWithSession, PASSWORD } from '../testing/site-with-session.ts';

let dir: string;
const at = (name: string) => join(dir, name);
const ofSite = () => ['--data', at('data')];
const BACKUP = 'one.faceward-backup';

beforeAll(async () => {
  process.env.FACEWARD_PASSWORD = PASSWORD;
  dir = await mkdtemp(join(tmpdir(), 'faceward-backup-'));
  await makeSiteWithSession(at('data'));
});

afterAll(async () => {
  delete process.env.FACEWARD_PASSWORD;
  await rm(dir, { recursive: true });
});

it('copies a site into one file, opened and checked, and never over one', async () => {
  const run = await runHere(['backup', ...ofSite(), '--out', at(BACKUP), '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const [made] = documents(run.stdout) as [{ rows: number; tables: number; entries: number }];
  expect(made.tables).toBeGreaterThan(20);
  expect(made.entries).toBeGreaterThan(5);
  const bytes = await readFile(at(BACKUP));
  expect(bytes.includes('C-17')).toBe(false);
  expect(await readdir(at('data'))).not.toContain('faceward.db.copy');
  expect(await runHere(['backup', ...ofSite(), '--out', at(BACKUP)])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is a file at'),
  });
  expect((await readFile(at(BACKUP))).equals(bytes)).toBe(true);
});

it('makes a new folder of it that opens with the same password, and says how much is missing since', async () => {
  // Something is done after the backup: a sign-in and a copy of the log.
  await runHere(['audit', 'export', ...ofSite(), '--out', at('later.jsonl')]);
  const run = await runHere(['restore', at(BACKUP), '--to', at('restored')]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(
    /^Restored to .*restored: the site as it was at .*\n\d+ entries are missing: the log is known/,
  );
  const verified = await runHere(['audit', 'verify', '--data', at('restored')]);
  // Nothing is in doubt: that it was put back stands in its log.
  expect(verified).toMatchObject({ code: 0, stderr: '' });
  const log = await runHere(['audit', 'export', '--data', at('restored'), '--out', at('restored.jsonl')]);
  expect(log.code).toBe(0);
  expect(await readFile(at('restored.jsonl'), 'utf8')).toContain('"site.restore"');
  const sessions = await runHere(['export', '--data', at('restored'), '--format', 'json', '--out', at('exported')]);
  expect(sessions).toMatchObject({ code: 0, stdout: expect.stringContaining('Wrote 1 to') });
});

it('restores never over a folder, nor with a wrong password, nor from a file that was changed', async () => {
  expect(await runHere(['restore', at(BACKUP), '--to', at('data')])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('a new or empty folder was expected'),
  });
  process.env.FACEWARD_PASSWORD = 'another long password';
  const refused = await runHere(['restore', at(BACKUP), '--to', at('nowhere')]);
  process.env.FACEWARD_PASSWORD = PASSWORD;
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('the name or the password is wrong') });
  const bytes = await readFile(at(BACKUP));
  bytes[5000] = bytes[5000]! ^ 1;
  await writeFile(at('changed.faceward-backup'), bytes);
  expect(await runHere(['restore', at('changed.faceward-backup'), '--to', at('nowhere')])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('faceward.db in it is not as it was written'),
  });
  await copyFile(at('later.jsonl'), at('letter.txt'));
  expect(await runHere(['restore', at('letter.txt'), '--to', at('nowhere')])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('was cut off'),
  });
  expect(existsSync(at('nowhere')) || existsSync(at('nowhere.unfinished'))).toBe(false);
});

it('offers the last backup by name where the store is damaged', async () => {
  const store = await readFile(at('data/faceward.db'));
  const damaged = Buffer.from(store);
  damaged.fill(3, 5 * 4096 + 100, 5 * 4096 + 200);
  await writeFile(at('data/faceward.db'), damaged);
  const run = await runHere(['audit', 'verify', ...ofSite()]);
  await writeFile(at('data/faceward.db'), store);
  expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining(`The last backup of it is ${at(BACKUP)}`) });
});

it('a kill in the middle of a backup leaves none of that name, and the site as it was', {
  timeout: 120_000,
}, async () => {
  const file = at('killed.faceward-backup');
  // Once while the store is copied, once while the copy goes into the file.
  for (const seen of [at('data/faceward.db.copy'), `${file}.unfinished`]) {
    // Where the machine was too busy to see the file in time, the backup is done: once more then.
    while (!(await killedWhile(['backup', ...ofSite(), '--out', file], seen))) await rm(file);
    expect(existsSync(file)).toBe(false);
  }
  const run = await runHere(['backup', ...ofSite(), '--out', file]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(() => checkBackup(file, readBackupList(file))).not.toThrow();
  expect(await readdir(at('data'))).not.toContain('faceward.db.copy');
});

it('a kill in the middle of a restore leaves no folder, and it can be done again', { timeout: 120_000 }, async () => {
  const to = at('killed-restore');
  for (const seen of ['faceward.db', 'keys.json']) {
    const isKilled = await killedWhile(['restore', at(BACKUP), '--to', to], join(`${to}.unfinished`, seen));
    expect(isKilled).toBe(true);
    expect(existsSync(to)).toBe(false);
  }
  expect(await runHere(['restore', at(BACKUP), '--to', to])).toMatchObject({ code: 0 });
  expect(await runHere(['audit', 'verify', '--data', to])).toMatchObject({ code: 0, stderr: '' });
});

/** Runs a command in a process of its own and kills it as soon as the file is there. @returns False if it ended before. */
async function killedWhile(args: readonly string[], file: string): Promise<boolean> {
  await rm(file, { force: true, recursive: true });
  const child = startCli(args);
  child.stdout.resume();
  child.stderr.resume();
  const exited = once(child, 'exit');
  const watch = setInterval(() => {
    if (existsSync(file)) child.kill('SIGKILL');
  }, 1);
  const [, signal] = await exited;
  clearInterval(watch);
  return signal === 'SIGKILL';
}
