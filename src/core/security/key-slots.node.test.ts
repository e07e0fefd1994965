import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  createKeyFile,
  DamagedKeyFileError,
  listKeyHolders,
  removeKeySlot,
  setKeySlot,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from './key-slots.node.ts';
import { SCRYPT_N } from './scrypt-cost.ts';

const ANN = { userName: 'Ann', password: 'correct horse battery' };
const BO = { userName: 'Bo', password: 'another long password' };

let dir: string;
let file: string;
let made: { key: Uint8Array; recoveryCode: string };
let pristine: string;

// scrypt is slow on purpose, so the tests share one site with two users.
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-keys-'));
  file = join(dir, 'keys.json');
  made = await createKeyFile(file, ANN);
  await setKeySlot(file, made.key, BO);
  pristine = readFileSync(file, 'utf8');
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A file of its own with changed content. */
function changed(name: string, change: (content: ReturnType<typeof parsed>) => unknown): string {
  const path = join(dir, name);
  writeFileSync(path, JSON.stringify(change(parsed())));
  return path;
}

function parsed() {
  return JSON.parse(pristine) as {
    format: number;
    users: { name: string; key: Record<string, string | number> }[];
    recovery: Record<string, string | number>;
  };
}

test('each password and the recovery code open the same key', async () => {
  const unlocked = { kind: 'unlocked', key: made.key };
  expect(await unlockWithPassword(file, ANN)).toEqual(unlocked);
  expect(await unlockWithPassword(file, { ...BO, userName: 'BO' })).toEqual(unlocked);
  expect(await unlockWithRecoveryCode(file, made.recoveryCode.toLowerCase())).toEqual(unlocked);
  expect(listKeyHolders(file)).toEqual(['Ann', 'Bo']);
});

test('a wrong password, another one’s password and an unknown name get the same answer', async () => {
  const refused = { kind: 'refused' };
  expect(await unlockWithPassword(file, { ...ANN, password: 'correct horse batterY' })).toEqual(refused);
  expect(await unlockWithPassword(file, { ...ANN, password: BO.password })).toEqual(refused);
  expect(await unlockWithPassword(file, { ...ANN, password: '' })).toEqual(refused);
  expect(await unlockWithPassword(file, { ...ANN, userName: 'Nobody' })).toEqual(refused);
  expect(await unlockWithPassword(file, { ...ANN, userName: '__proto__' })).toEqual(refused);
  expect(await unlockWithRecoveryCode(file, '00000-00000-00000-00000-00011')).toEqual(refused);
  expect((await unlockWithRecoveryCode(file, made.recoveryCode.slice(1))).kind).toBe('mistyped');
});

test('the file gives away neither key nor secrets, and only its owner may read it', () => {
  for (const secret of [Buffer.from(made.key).toString('hex'), ANN.password, made.recoveryCode]) {
    expect(pristine.includes(secret)).toBe(false);
  }
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(dir).filter((name) => name.endsWith('.draft'))).toEqual([]);
});

test('each slot takes the work that a key file is made with, which for people is 2^17', async () => {
  const slots = [...parsed().users.map(({ key }) => key), parsed().recovery];
  expect(slots.map(({ scryptN }) => scryptN)).toEqual([SCRYPT_N, SCRYPT_N, SCRYPT_N]);
  const real = await vi.importActual<typeof import('./scrypt-cost.ts')>('./scrypt-cost.ts');
  expect(real.SCRYPT_N).toBe(2 ** 17);
});

test('a slot under another name opens for nobody', async () => {
  const swapped = changed('swapped.json', (content) => {
    const [ann, bo] = content.users;
    return {
      ...content,
      users: [
        { name: 'Ann', key: bo!.key },
        { name: 'Bo', key: ann!.key },
      ],
    };
  });
  expect((await unlockWithPassword(swapped, { ...ANN, password: BO.password })).kind).toBe('refused');
  expect((await unlockWithPassword(swapped, ANN)).kind).toBe('refused');
  const asRecovery = changed('recovery.json', (content) => ({ ...content, recovery: content.users[0]!.key }));
  expect((await unlockWithRecoveryCode(asRecovery, made.recoveryCode)).kind).toBe('refused');
});

test.for([
  'salt',
  'nonce',
  'encryptedKey',
  'tag',
])('a slot with one changed bit in its %s does not open', async (field) => {
  const tampered = changed(`${field}.json`, (content) => {
    const slot = content.users[0]!.key;
    const text = String(slot[field]);
    slot[field] = (Number.parseInt(text[0]!, 16) ^ 1).toString(16) + text.slice(1);
    return content;
  });
  expect((await unlockWithPassword(tampered, ANN)).kind).toBe('refused');
});

test('a damaged file is named with what is wrong, and not written over', async () => {
  const cut = join(dir, 'cut.json');
  writeFileSync(cut, pristine.slice(0, 200));
  await expect(unlockWithPassword(cut, ANN)).rejects.toThrow(DamagedKeyFileError);
  await expect(setKeySlot(cut, made.key, BO)).rejects.toThrow(DamagedKeyFileError);
  expect(readFileSync(cut, 'utf8')).toBe(pristine.slice(0, 200));
  const later = changed('later.json', (content) => ({ ...content, format: 2 }));
  expect(() => listKeyHolders(later)).toThrow('format');
  const costly = changed('costly.json', (content) => {
    content.users[0]!.key.scryptN = 2 ** 30;
    return content;
  });
  expect(() => listKeyHolders(costly)).toThrow('users.0.key.scryptN');
  const shortTag = changed('short-tag.json', (content) => {
    content.users[0]!.key.tag = '00000000';
    return content;
  });
  expect(() => listKeyHolders(shortTag)).toThrow('users.0.key.tag');
});

test('a password can be changed and a slot taken away, but not the last', async () => {
  const own = changed('own.json', (content) => content);
  await setKeySlot(own, made.key, { ...BO, password: 'a new long password' });
  expect((await unlockWithPassword(own, BO)).kind).toBe('refused');
  expect((await unlockWithPassword(own, { ...BO, password: 'a new long password' })).kind).toBe('unlocked');
  removeKeySlot(own, 'ann');
  expect((await unlockWithPassword(own, ANN)).kind).toBe('refused');
  expect(() => removeKeySlot(own, 'Ann')).toThrow('no key slot is named Ann');
  expect(() => removeKeySlot(own, 'Bo')).toThrow('the last one');
  await expect(createKeyFile(own, ANN)).rejects.toThrow('there is a file already');
});

test('two users added at the same time both get in', async () => {
  const own = changed('both.json', (content) => content);
  await Promise.all([
    setKeySlot(own, made.key, { userName: 'Cy', password: 'password of Cy' }),
    setKeySlot(own, made.key, { userName: 'Di', password: 'password of Di' }),
  ]);
  expect(listKeyHolders(own).toSorted()).toEqual(['Ann', 'Bo', 'Cy', 'Di']);
});
