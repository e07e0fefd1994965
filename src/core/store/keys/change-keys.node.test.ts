import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { unlockWithPassword } from '../../security/key-slots.node.ts';
import { readNewKeyFile, writeKeyFile } from '../../security/keys/key-file.node.ts';
import { listAudit } from '../audit.node.ts';
import { listUsers, removeUser } from '../people/users.node.ts';
import { closeStore, openStore } from '../store.node.ts';
import { BO, keyedSite } from '../testing/keyed-site.node.ts';
import { expectKind, NOW } from '../testing/new-store.node.ts';
import { changeKeys, putKeysRight } from './change-keys.node.ts';

const STEPS = ['draft', 'file', 'store', 'kept', 'end'] as const;
const nothingFound = {
  now: new Date('2026-03-04T09:00:00Z'),
  onForeign: () => {
    throw new Error('the keys were taken for foreign');
  },
  onHalfAdded: () => {
    throw new Error('a user was taken for half added');
  },
};

/** Runs the change in a program of its own, which is killed at the step. */
function killAt(site: { keyFile: string; storeFile: string; key: Uint8Array }, change: 'add' | 'remove', step: string) {
  const program = fileURLToPath(new URL('../testing/change-keys-until-killed.node.ts', import.meta.url));
  const keyHex = Buffer.from(site.key).toString('hex');
  const { signal, stderr } = spawnSync(
    process.execPath,
    [program, site.keyFile, site.storeFile, keyHex, change, step, 'bo'],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(signal).toBe('SIGKILL');
}

describe('a change of the keys that is killed', () => {
  it.for(STEPS)('while a user is added, at %s, is there whole or not at all', async (step) => {
    using site = await keyedSite();
    closeStore(site.db);
    killAt(site, 'add', step);
    const db = openStore(site.storeFile, site.key);
    putKeysRight({ keyFile: site.keyFile, db }, nothingFound);
    const isThere = step === 'kept' || step === 'end';
    expect(listUsers(db).map(({ name }) => name)).toEqual(isThere ? ['Ann', 'Bo'] : ['Ann']);
    expect(listAudit(db, { beforeSequence: null, limit: 9 })).toHaveLength(isThere ? 1 : 0);
    expect((await unlockWithPassword(site.keyFile, BO)).kind).toBe(isThere ? 'unlocked' : 'refused');
    expect(readNewKeyFile(site.keyFile).before).toBeNull();
    closeStore(db);
  });

  it.for(STEPS)('while a user is removed, at %s, is there whole or not at all', async (step) => {
    using site = await keyedSite();
    const { keyFile, key } = site;
    site.addBo();
    closeStore(site.db);
    killAt(site, 'remove', step);
    const db = openStore(site.storeFile, key);
    putKeysRight({ keyFile, db }, nothingFound);
    const isGone = step === 'kept' || step === 'end';
    expect(listUsers(db).map(({ name }) => name)).toEqual(isGone ? ['Ann'] : ['Ann', 'Bo']);
    expect(listAudit(db, { beforeSequence: null, limit: 9 })).toHaveLength(isGone ? 1 : 0);
    expect((await unlockWithPassword(keyFile, BO)).kind).toBe(isGone ? 'refused' : 'unlocked');
    closeStore(db);
  });
});

it('a change that the store refuses leaves the keys as they were', async () => {
  using site = await keyedSite();
  const { db, keyFile, withBo } = site;
  const before = readFileSync(keyFile, 'utf8');
  const refuse = () => {
    throw new Error('refused');
  };
  expect(() => changeKeys({ keyFile, db }, () => withBo, refuse)).toThrow('refused');
  expect(readFileSync(keyFile, 'utf8')).toBe(before);
  closeStore(db);
});

it('keys that the store does not know are told, and slots of people who cannot sign in go', async () => {
  using site = await keyedSite();
  const { db, keyFile, content, withBo } = site;
  site.addBo();
  changeKeys(
    { keyFile, db },
    () => content,
    () => expectKind(removeUser(db, { userId: 'bo', now: NOW }), 'removed'),
  );
  // The copy of before is put back, in which Bo had a slot.
  writeKeyFile(keyFile, { ...withBo, before: null, storeSalt: null });
  let times = 0;
  const count = { ...nothingFound, onForeign: () => (times += 1) };
  putKeysRight({ keyFile, db }, count);
  putKeysRight({ keyFile, db }, count);
  expect(times).toBe(1);
  expect((await unlockWithPassword(keyFile, BO)).kind).toBe('refused');
  closeStore(db);
});
