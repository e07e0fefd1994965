import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  asNewContent,
  computerKeysNeeded,
  countKeyHolders,
  createKeyFile,
  hasRecoveryCode,
  makeRecoverySlot,
  makeUserSlot,
  RECOVERY_OWNER,
  unlockWithPassword,
  unlockWithRecoveryCode,
  withoutUserSlot,
  withUserSlot,
} from './key-slots.node.ts';
import { wrapKey } from './key-wrap.node.ts';
import { DamagedKeyFileError, type KeyContent, type KeyFile, readKeyFile, writeKeyFile } from './keys/key-file.node.ts';
import { resealSlot, type Slot } from './keys/slot.node.ts';
import { SCRYPT_N } from './scrypt-cost.ts';

const ANN = { userName: 'Ann', password: 'correct horse battery' };
const BO = { userName: 'Bo', password: 'another long password' };

let dir: string;
let file: string;
let made: { key: Uint8Array; recoveryCode: string; content: KeyContent };
let pristine: string;
let hadCode: boolean;

const whole = (content: KeyContent): KeyFile => ({ ...content, before: null, storeSalt: null });

// scrypt is slow on purpose, so the tests share one site with two users.
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-keys-'));
  file = join(dir, 'keys.json');
  const { key, content } = await createKeyFile(file, { userId: 'id-of-ann', ...ANN });
  hadCode = hasRecoveryCode(file);
  const { recovery, recoveryCode } = await makeRecoverySlot(key);
  made = { key, recoveryCode, content: { ...content, recovery } };
  const bo = await makeUserSlot(made.key, made.content.salt, { userId: 'id-of-bo', ...BO });
  writeKeyFile(file, whole(withUserSlot(made.content, bo)));
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
  return JSON.parse(pristine) as Omit<KeyContent, 'users' | 'recovery'> & {
    users: { userId: string; name: string; slot: Slot }[];
    recovery: Slot;
  };
}

test('a new file has no recovery code, until one is confirmed', () => {
  expect([hadCode, hasRecoveryCode(file)]).toEqual([false, true]);
});

test('each password and the recovery code open the same key, and the slot says whose it is', async () => {
  const unlocked = { kind: 'unlocked', key: Uint8Array.from(made.key), isInDoubt: false };
  const keyOf = <T>(opened: T) => ({ ...opened, key: Uint8Array.from((opened as { key: Uint8Array }).key) });
  expect(keyOf(await unlockWithPassword(file, ANN))).toEqual({ ...unlocked, userId: 'id-of-ann' });
  const bo = await unlockWithPassword(file, { ...BO, userName: 'BO' });
  expect(keyOf(bo)).toEqual({ ...unlocked, userId: 'id-of-bo' });
  const recovered = await unlockWithRecoveryCode(file, made.recoveryCode.toLowerCase());
  expect(keyOf(recovered)).toEqual({ ...unlocked, userId: null });
  expect(countKeyHolders(file)).toBe(2);
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

test('without a name the only one signs in, and nobody where there are more', async () => {
  const alone = join(dir, 'alone.json');
  writeKeyFile(alone, whole(made.content));
  const nameless = { userName: null, password: ANN.password };
  expect(await unlockWithPassword(alone, nameless)).toMatchObject({ kind: 'unlocked', userId: 'id-of-ann' });
  expect(await unlockWithPassword(file, nameless)).toEqual({ kind: 'refused' });
});

test('the file gives away neither names, key nor secrets, and only its owner may read it', () => {
  for (const secret of [Buffer.from(made.key).toString('hex'), 'Ann', 'Bo"', ANN.password, made.recoveryCode]) {
    expect(pristine.includes(secret)).toBe(false);
  }
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(dir).filter((name) => name.endsWith('.draft'))).toEqual([]);
});

test('each slot takes the work that a key file is made with, which for people is 2^17', async () => {
  const slots = [...parsed().users.map(({ slot }) => slot), parsed().recovery];
  expect(slots.map(({ secret }) => secret.scryptN)).toEqual([SCRYPT_N, SCRYPT_N, SCRYPT_N]);
  const real = await vi.importActual<typeof import('./scrypt-cost.ts')>('./scrypt-cost.ts');
  expect(real.SCRYPT_N).toBe(2 ** 17);
});

test('a slot in another one’s place opens for nobody', async () => {
  const swapped = changed('swapped.json', (content) => {
    const [ann, bo] = content.users;
    return {
      ...content,
      users: [
        { ...ann, slot: bo!.slot },
        { ...bo, slot: ann!.slot },
      ],
    };
  });
  expect((await unlockWithPassword(swapped, { ...ANN, password: BO.password })).kind).toBe('refused');
  expect((await unlockWithPassword(swapped, ANN)).kind).toBe('refused');
  const asRecovery = changed('recovery.json', (content) => ({ ...content, recovery: content.users[0]!.slot }));
  expect((await unlockWithRecoveryCode(asRecovery, made.recoveryCode)).kind).toBe('refused');
});

test.for([
  ['secret', 'salt'],
  ['secret', 'nonce'],
  ['secret', 'encryptedKey'],
  ['secret', 'tag'],
  ['sealed', 'dataKey'],
  ['sealed', 'by'],
  ['publicKey'],
])('a slot with one changed symbol in its %s %s does not open', async (path) => {
  const tampered = changed(`${path.join('-')}.json`, (content) => {
    let holder = content.users[0]!.slot as unknown as Record<string, never>;
    for (const step of path.slice(0, -1)) holder = holder[step]!;
    const last = path.at(-1)!;
    const text = String(holder[last]);
    holder[last] = ((text[5] === '1' ? text.slice(0, 5) + 2 : text.slice(0, 5) + 1) + text.slice(6)) as never;
    return content;
  });
  expect((await unlockWithPassword(tampered, ANN)).kind).toBe('refused');
});

test('slots are given another data key without anybody’s secret; copies of before do not open it', async () => {
  const rekeyed = join(dir, 'rekeyed.json');
  const other = Uint8Array.from({ length: 32 }, (_, index) => index);
  const { recovery, users, ...rest } = parsed();
  const seal = (slot: Slot, owner: string) => resealSlot(slot, other, owner);
  const content = {
    ...rest,
    users: users.map((user) => ({ ...user, slot: seal(user.slot, user.userId) })),
    recovery: seal(recovery, RECOVERY_OWNER),
  };
  writeKeyFile(rekeyed, whole(content));
  for (const opened of [
    await unlockWithPassword(rekeyed, ANN),
    await unlockWithPassword(rekeyed, BO),
    await unlockWithRecoveryCode(rekeyed, made.recoveryCode),
  ]) {
    expect(opened.kind === 'unlocked' && [...opened.key]).toEqual([...other]);
  }
  const before = await unlockWithPassword(file, ANN);
  expect(before.kind === 'unlocked' && [...before.key]).toEqual([...made.key]);
});

test('a damaged file is named with what is wrong, and not written over', async () => {
  const cut = join(dir, 'cut.json');
  writeFileSync(cut, pristine.slice(0, 200));
  await expect(unlockWithPassword(cut, ANN)).rejects.toThrow(DamagedKeyFileError);
  expect(readFileSync(cut, 'utf8')).toBe(pristine.slice(0, 200));
  const later = changed('later.json', (content) => ({ ...content, format: 3 }));
  expect(() => countKeyHolders(later)).toThrow('format');
  const shortSalt = changed('short-salt.json', (content) => ({ ...content, salt: '00' }));
  expect(() => countKeyHolders(shortSalt)).toThrow('salt');
  const costly = changed('costly.json', (content) => {
    content.users[0]!.slot.secret.scryptN = 2 ** 30;
    return content;
  });
  expect(() => countKeyHolders(costly)).toThrow('users.0.slot');
  await expect(createKeyFile(costly, { userId: 'id', ...ANN })).rejects.toThrow('there is a file already');
});

test('a password is changed by a new slot, and a slot is taken away', async () => {
  const own = join(dir, 'own.json');
  const password = 'a new long password';
  const slot = await makeUserSlot(made.key, made.content.salt, { userId: 'id-of-bo', userName: 'Bo', password });
  const content = withoutUserSlot(withUserSlot(parsed(), slot), 'id-of-ann');
  writeKeyFile(own, whole(content));
  expect((await unlockWithPassword(own, BO)).kind).toBe('refused');
  expect((await unlockWithPassword(own, { ...BO, password })).kind).toBe('unlocked');
  expect((await unlockWithPassword(own, ANN)).kind).toBe('refused');
});

test('a file of before opens as it did, and written anew still does, without its names', async () => {
  const old = join(dir, 'old.json');
  const key = Buffer.from(made.key);
  const users = [
    { name: 'Ann', key: await wrapKey(key, ANN.password, JSON.stringify([1, 'user', 'ann'])) },
    { name: 'Half', key: await wrapKey(key, 'password of half', JSON.stringify([1, 'user', 'half'])) },
  ];
  const recovery = await wrapKey(key, Buffer.alloc(15, 7), JSON.stringify([1, 'recovery']));
  writeFileSync(old, JSON.stringify({ format: 1, users, recovery }));
  const before = { kind: 'unlocked', userId: null };
  expect(await unlockWithPassword(old, { ...ANN, userName: 'ANN' })).toMatchObject(before);
  const read = readKeyFile(old);
  if (read.format !== 1) throw new Error('a file of format 1 was expected');
  const content = asNewContent(read, [{ id: 'id-of-ann', name: 'ann' }]);
  writeKeyFile(old, whole(content));
  expect(await unlockWithPassword(old, ANN)).toMatchObject({ kind: 'unlocked', userId: 'id-of-ann' });
  expect(await unlockWithPassword(old, { userName: 'Half', password: 'password of half' })).toEqual({
    kind: 'refused',
  });
  expect(readFileSync(old, 'utf8')).not.toMatch(/"ann"/i);
});

test('a slot that needs a computer opens by both secrets only, also under another data key', async () => {
  const [computer, another] = [1, 2].map((value) => ({
    id: crypto.randomUUID(),
    secret: new Uint8Array(32).fill(value),
  }));
  const { salt } = made.content;
  const bound = await makeUserSlot(made.key, salt, { userId: 'id-of-bo', ...BO }, computer);
  const content = withUserSlot(made.content, bound);
  const path = join(dir, 'bound.json');
  writeKeyFile(path, whole(content));
  expect([...computerKeysNeeded(readKeyFile(path))]).toEqual([computer!.id]);
  const find = (secret: Uint8Array) => async (id: string) => ({ id, secret });
  expect(await unlockWithPassword(path, BO, find(computer!.secret))).toMatchObject({ kind: 'unlocked', key: made.key });
  expect(await unlockWithPassword(path, BO, find(another!.secret))).toEqual({ kind: 'refused' });
  expect(await unlockWithPassword(path, BO)).toEqual({ kind: 'refused' });
  expect((await unlockWithPassword(path, ANN)).kind).toBe('unlocked');

  const slot = bound.slot as Slot;
  const under = { ...bound, slot: resealSlot(slot, new Uint8Array(32).fill(9), 'id-of-bo') };
  // The need is sealed into the slot: neither taken out nor exchanged does it open.
  const { alsoNeeds: _, ...without } = slot;
  const exchanged = { ...slot, alsoNeeds: another!.id };
  for (const [users, opened] of [
    [[under], new Uint8Array(32).fill(9)],
    [[{ ...bound, slot: without }], null],
    [[{ ...bound, slot: exchanged }], null],
  ] as const) {
    writeKeyFile(path, whole({ ...content, users: [...users] }));
    const unlocked = await unlockWithPassword(path, BO, find(computer!.secret));
    expect(unlocked.kind === 'unlocked' ? new Uint8Array(unlocked.key) : null).toEqual(opened);
  }
});
