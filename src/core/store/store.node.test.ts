import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { addUser, listUsers } from './people/users.node.ts';
import { readSite, writeSite } from './site.node.ts';
import { closeStore, createStore, inTransaction, openReader, openStore, type WritableDb } from './store.node.ts';
import { DamagedStoreError, NewerStoreError, StorePathError, WrongKeyError } from './store-errors.ts';
import { rawKeyPragma } from './store-file.node.ts';
import { KEY, newFolder, newStore } from './testing/new-store.node.ts';

const PAGE_BYTES = 4096;

/** A closed store that holds a site. */
function closedStore(dir: string): string {
  const file = join(dir, 'site.db');
  const db = createStore(file, KEY);
  writeSite(db, { name: 'Ward Seven', demo: false });
  closeStore(db);
  return file;
}

test('what was written is there after closing and opening', () => {
  using folder = newFolder();
  const db = openStore(closedStore(folder.dir), KEY);
  expect(readSite(db)).toEqual({ name: 'Ward Seven', demo: false });
  closeStore(db);
});

test('a closed store is in its file alone, though somebody who only reads it has it open still', () => {
  using folder = newFolder();
  const file = join(folder.dir, 'site.db');
  const db = createStore(file, KEY);
  const reader = openReader(file, KEY);
  writeSite(db, { name: 'Ward Seven', demo: false });
  expect(readSite(reader)).not.toBeNull();
  closeStore(db);
  closeStore(reader as WritableDb);
  const copy = join(folder.dir, 'copy.db');
  copyFileSync(file, copy);
  const copied = openStore(copy, KEY);
  expect(readSite(copied)).toEqual({ name: 'Ward Seven', demo: false });
  closeStore(copied);
});

test('neither the file nor the write-ahead log shows what is stored', () => {
  using store = newStore();
  writeSite(store.db, { name: 'Ward Seven', demo: false });
  const log = readFileSync(`${store.file}-wal`);
  expect(log.length).toBeGreaterThan(PAGE_BYTES);
  const bytes = Buffer.concat([readFileSync(store.file), log]);
  for (const secret of ['Ward Seven', 'KID-7', 'Ann', 'CREATE TABLE', 'SQLite format 3']) {
    expect(bytes.includes(secret), secret).toBe(false);
  }
  expect(bytes.includes(Buffer.from(KEY))).toBe(false);
});

test('a wrong key is refused as such and writes nothing', () => {
  using folder = newFolder();
  const file = closedStore(folder.dir);
  const before = readFileSync(file);
  expect(() =>
    openStore(
      file,
      KEY.map((byte) => byte ^ 1),
    ),
  ).toThrow(WrongKeyError);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test.for([
  ['its first bytes are lost', (bytes: Buffer) => bytes.fill(0, 0, 16)],
  ['its first page is changed', (bytes: Buffer) => bytes.fill(1, 1000, 1001)],
  ['a page in the middle is changed', (bytes: Buffer) => bytes.fill(1, 5 * PAGE_BYTES + 77, 5 * PAGE_BYTES + 79)],
  ['two pages changed places', swapPages],
  ['its end is lost', (bytes: Buffer) => bytes.subarray(0, 4 * PAGE_BYTES)],
  ['its end is lost within a page', (bytes: Buffer) => bytes.subarray(0, 4 * PAGE_BYTES + 100)],
] as const)('a store is refused as damaged, and left alone, when %s', ([, damage]) => {
  using folder = newFolder();
  const file = closedStore(folder.dir);
  const damaged = Buffer.from(damage(readFileSync(file)));
  writeFileSync(file, damaged);
  expect(() => openStore(file, KEY)).toThrow(DamagedStoreError);
  expect(readFileSync(file).equals(damaged)).toBe(true);
});

test('what waits in the write-ahead log is not moved into a damaged file', () => {
  using folder = newFolder();
  using store = newStore();
  writeSite(store.db, { name: 'Ward Seven', demo: false });
  const copy = join(folder.dir, 'copy.db');
  const log = readFileSync(`${store.file}-wal`);
  const damaged = readFileSync(store.file);
  // The last page is one that the log does not hold a newer copy of.
  damaged.fill(3, damaged.length - PAGE_BYTES + 900, damaged.length - PAGE_BYTES + 950);
  writeFileSync(copy, damaged);
  writeFileSync(`${copy}-wal`, log);
  expect(() => openStore(copy, KEY)).toThrow(DamagedStoreError);
  expect(readFileSync(copy).equals(damaged)).toBe(true);
  expect(readFileSync(`${copy}-wal`).equals(log)).toBe(true);
});

function swapPages(bytes: Buffer): Buffer {
  const third = Buffer.from(bytes.subarray(2 * PAGE_BYTES, 3 * PAGE_BYTES));
  bytes.copy(bytes, 2 * PAGE_BYTES, 3 * PAGE_BYTES, 4 * PAGE_BYTES);
  third.copy(bytes, 3 * PAGE_BYTES);
  return bytes;
}

test('a file that is no store at all cannot be told from a wrong key, and is left alone', () => {
  using folder = newFolder();
  const file = join(folder.dir, 'letter.txt');
  const text = 'Dear ward, '.repeat(2000);
  writeFileSync(file, text);
  expect(() => openStore(file, KEY)).toThrow(WrongKeyError);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('an empty file is damaged, not a new store', () => {
  using folder = newFolder();
  const file = join(folder.dir, 'empty.db');
  writeFileSync(file, '');
  expect(() => openStore(file, KEY)).toThrow(DamagedStoreError);
  expect(readFileSync(file).length).toBe(0);
});

test('a store of a later version is refused and left alone', () => {
  using folder = newFolder();
  const file = closedStore(folder.dir);
  const later = new Database(file);
  later.pragma("cipher = 'sqlcipher'");
  later.pragma('legacy = 4');
  later.pragma(rawKeyPragma(KEY));
  later.pragma('user_version = 999');
  later.close();
  const before = readFileSync(file);
  expect(() => openStore(file, KEY)).toThrow(NewerStoreError);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a new store is not made over a file, nor opened where there is none', () => {
  using folder = newFolder();
  const file = closedStore(folder.dir);
  expect(() => createStore(file, KEY)).toThrow(StorePathError);
  expect(() => openStore(join(folder.dir, 'nowhere.db'), KEY)).toThrow(StorePathError);
  expect(() => openStore(file, KEY.subarray(1))).toThrow(RangeError);
});

test('a transaction that throws leaves nothing behind', () => {
  using store = newStore();
  expect(() =>
    inTransaction(store.db, () => {
      addUser(store.db, { name: 'Bo', role: 'ward' });
      throw new Error('the power fails');
    }),
  ).toThrow('the power fails');
  expect(listUsers(store.db).map(({ name }) => name)).toEqual(['Ann']);
});
