import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { unlockWithPassword, unlockWithRecoveryCode } from '../../security/key-slots.node.ts';
import { readNewKeyFile, writeKeyFile } from '../../security/keys/key-file.node.ts';
import { appendAudit, listAudit } from '../audit.node.ts';
import { listUsers } from '../people/users.node.ts';
import { closeStore, openReader, openStore, type WritableDb } from '../store.node.ts';
import { WrongKeyError } from '../store-errors.ts';
import { isWrittenUnder } from '../store-file.node.ts';
import { ANN, BO, keyedSite } from '../testing/keyed-site.node.ts';
import { NOW } from '../testing/new-store.node.ts';
import { putKeysRight } from './change-keys.node.ts';
import { oldSlots, prepareRekeyed, settleRekey, takeRekeyed } from './rekey.node.ts';
import { addSealKeys, sealKeys } from './seal-keys.node.ts';

type KeyedSite = Awaited<ReturnType<typeof keyedSite>>;

const surprised = () => {
  throw new Error('the keys were not as the store knows them');
};

function rekey(site: KeyedSite, to: Uint8Array, note: (copy: WritableDb) => void = () => undefined): string[] {
  const steps: string[] = [];
  const content = prepareRekeyed(site.db, site, { from: site.key, to }, note, (step) => steps.push(step));
  closeStore(site.db);
  takeRekeyed(site, content, to);
  return steps;
}

describe('a change of the data key', () => {
  it('lets everybody in as before, and copies of the key file of before open nothing', async () => {
    using site = await keyedSite();
    site.addBo();
    const stolen = join(site.dir, 'stolen.json');
    copyFileSync(site.keyFile, stolen);
    const to = randomBytes(32);
    const note = (copy: WritableDb) =>
      appendAudit(copy, { userName: 'Ann', action: 'keys.change', subject: '', now: NOW });
    expect(rekey(site, to, note)).toEqual(['copy', 'rekey', 'check']);
    for (const opened of [
      await unlockWithPassword(site.keyFile, ANN),
      await unlockWithPassword(site.keyFile, BO),
      await unlockWithRecoveryCode(site.keyFile, site.recoveryCode),
    ]) {
      expect(opened.kind === 'unlocked' && Buffer.from(opened.key).equals(to)).toBe(true);
    }
    const thief = await unlockWithPassword(stolen, BO);
    if (thief.kind !== 'unlocked') throw new Error('the copy was expected to give the key of before');
    expect(() => openStore(site.storeFile, thief.key)).toThrow(WrongKeyError);
    expect(isWrittenUnder(site.storeFile, thief.key)).toBe(false);
    const db = openStore(site.storeFile, to);
    putKeysRight({ keyFile: site.keyFile, db }, { now: new Date(), onForeign: surprised, onHalfAdded: surprised });
    expect(listUsers(db).map(({ name }) => name)).toEqual(['Ann', 'Bo']);
    expect(listAudit(db, { beforeSequence: null, limit: 1 })[0]?.action).toBe('keys.change');
    expect(db.prepare('PRAGMA journal_mode').pluck().get()).toBe('wal');
    closeStore(db);
    expect(readdirSync(site.dir).toSorted()).toEqual(['keys.json', 'site.db', 'stolen.json']);
  });

  it('leaves out slots of before, which are told first', async () => {
    using site = await keyedSite();
    site.addBo();
    const content = readNewKeyFile(site.keyFile);
    const [ann, bo] = content.users;
    const slot = ann!.slot;
    if ('old' in slot) throw new Error('a new slot was expected');
    const withOld = {
      ...content,
      users: [ann!, { ...bo!, slot: { old: slot.secret } }],
      recovery: { old: slot.secret },
    };
    writeKeyFile(site.keyFile, withOld);
    expect(oldSlots(withOld)).toEqual({ userIds: ['bo'], recovery: true });
    const to = randomBytes(32);
    rekey(site, to);
    const after = readNewKeyFile(site.keyFile);
    expect([after.users.map(({ userId }) => userId), after.recovery]).toEqual([['ann'], null]);
    expect((await unlockWithPassword(site.keyFile, ANN)).kind).toBe('unlocked');
  });

  it('is not made while somebody has the store open, and the store is as it was', async () => {
    using site = await keyedSite();
    const to = randomBytes(32);
    const content = prepareRekeyed(
      site.db,
      site,
      { from: site.key, to },
      () => undefined,
      () => undefined,
    );
    const before = readFileSync(site.keyFile, 'utf8');
    expect(() => takeRekeyed(site, content, to)).toThrow('was expected to be closed');
    expect(readFileSync(site.keyFile, 'utf8')).toBe(before);
    settleRekey(site);
    expect(existsSync(site.rekeyedFile)).toBe(false);
    expect(listUsers(site.db)).toHaveLength(1);
    closeStore(site.db);
  });
});

it.for([
  'draft',
  'file',
  'swap',
  'swapped',
  'kept',
  'end',
])('a change of the data key that is killed at %s is finished or undone, without a password', async (step) => {
  using site = await keyedSite();
  closeStore(site.db);
  const to = randomBytes(32);
  const program = fileURLToPath(new URL('../testing/rekey-until-killed.node.ts', import.meta.url));
  const keys = [site.key, to].map((key) => Buffer.from(key).toString('hex'));
  const args = [program, site.keyFile, site.storeFile, site.rekeyedFile, ...keys, step];
  const { signal, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect([signal, stderr]).toEqual(['SIGKILL', '']);
  settleRekey(site);
  const isChanged = ['swapped', 'kept', 'end'].includes(step);
  const unlocked = await unlockWithPassword(site.keyFile, ANN);
  if (unlocked.kind !== 'unlocked') throw new Error('Ann was expected to get in');
  expect(Buffer.from(unlocked.key).equals(Buffer.from(isChanged ? to : site.key))).toBe(true);
  expect(unlocked.isInDoubt).toBe(false);
  const db = openStore(site.storeFile, unlocked.key);
  putKeysRight({ keyFile: site.keyFile, db }, { now: new Date(), onForeign: surprised, onHalfAdded: surprised });
  expect(listUsers(db).map(({ name }) => name)).toEqual(['Ann']);
  closeStore(db);
  expect(readdirSync(site.dir).filter((name) => !name.endsWith('.draft'))).toEqual(['keys.json', 'site.db']);
});

it('what is sealed beside the store keeps its keys, and gets a new one with each change', async () => {
  using site = await keyedSite();
  const [first] = sealKeys(site.db, 'videos', site.key);
  addSealKeys(site.db, site.key);
  const [second, ...older] = sealKeys(site.db, 'videos', randomBytes(32));
  expect(older).toEqual([Buffer.from(first)]);
  expect(Buffer.from(second).equals(first)).toBe(false);
  addSealKeys(site.db, randomBytes(32));
  const ring = sealKeys(site.db, 'videos', site.key);
  expect(ring.slice(1)).toEqual([second, ...older]);
  expect(sealKeys(site.db, 'datasets', site.key)[0]).not.toEqual(ring[0]);
  const reader = openReader(site.storeFile, site.key) as WritableDb;
  expect(sealKeys(reader, 'videos', site.key)).toEqual(ring);
  closeStore(reader);
  closeStore(site.db);
});
