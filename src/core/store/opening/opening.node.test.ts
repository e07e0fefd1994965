import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addUser } from '../people/users.node.ts';
import { appendBatch } from '../sessions/samples.node.ts';
import { stopSession } from '../sessions/sessions.node.ts';
import { closeStore, closeUnwritten, createStore, inTransaction, openReader, openStoreAtOnce } from '../store.node.ts';
import { DamagedStoreError, WrongKeyError } from '../store-errors.ts';
import { PAGE_BYTES } from '../store-file.node.ts';
import { KEY, newFolder, newSession, newStore, sampleAt } from '../testing/new-store.node.ts';
import { checkPages } from './check-pages.node.ts';
import { inspectPages, judgePages, type PageCheck } from './inspect-pages.node.ts';

/** A store of a few hundred pages, closed. */
const whole = { folder: newFolder(), file: '' };

beforeAll(() => {
  whole.file = join(whole.folder.dir, 'site.db');
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const samples = Array.from({ length: 6000 }, (_, index) => sampleAt(index * 100));
  appendBatch(store.db, { sessionId, batch: 0, samples, gaps: [], atMs: 600_000 });
  stopSession(store.db, { sessionId, durationMs: 600_000 });
  closeStore(store.db);
  copyFileSync(store.file, whole.file);
});

afterAll(() => whole.folder[Symbol.dispose]());

function copyOfWhole() {
  const folder = newFolder();
  const file = join(folder.dir, 'site.db');
  copyFileSync(whole.file, file);
  return { file, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

function damage(file: string, page: number, byte = 1000): Buffer {
  const bytes = readFileSync(file);
  bytes[(page - 1) * PAGE_BYTES + byte]! ^= 1;
  writeFileSync(file, bytes);
  return bytes;
}

/** Opens as the service does, and says what was asked of another thread. */
async function openHere(file: string, key = KEY) {
  const asked: PageCheck[] = [];
  const inspect = async (...order: Parameters<typeof inspectPages>) => {
    asked.push(order[2]);
    return inspectPages(...order);
  };
  return { asked, ...(await openStoreAtOnce(file, key, null, { inspect })) };
}

/**
 * @param smallPages 0 for the check of a large store.
 * @returns How the store was looked at in the end.
 */
async function checkOf(file: string, smallPages?: number): Promise<PageCheck[]> {
  const reader = openReader(file, KEY);
  const looks: PageCheck[] = [];
  const inspect = (...order: Parameters<typeof inspectPages>) => {
    looks.push(order[2]);
    return inspectPages(...order);
  };
  try {
    const how = { file, key: KEY, inTurn: async <Found>(step: () => Found) => step(), smallPages, inspect };
    judgePages(file, KEY, await checkPages(reader, how));
    return looks;
  } finally {
    closeStore(reader as never);
  }
}

const pagesOf = (file: string) => statSync(file).size / PAGE_BYTES;

describe('opening a store that was closed', () => {
  test('looks at no page in full, and leaves the file alone until that is done', async () => {
    using copy = copyOfWhole();
    const before = readFileSync(copy.file);
    const { db, asked, areCheckedPages } = await openHere(copy.file);
    expect([asked, areCheckedPages]).toEqual([[], false]);
    const sessionId = db.prepare<[], string>('SELECT id FROM sessions').pluck().get()!;
    db.prepare("UPDATE sessions SET state = 'running'").run();
    const samples = Array.from({ length: 30_000 }, (_, index) => sampleAt(700_000 + index));
    for (const batch of [1, 2, 3]) appendBatch(db, { sessionId, batch, samples, gaps: [], atMs: 800_000 });
    // Far more than SQLite leaves in a log by itself.
    expect(statSync(`${copy.file}-wal`).size).toBeGreaterThan(2 * 1000 * PAGE_BYTES);
    expect(readFileSync(copy.file).equals(before)).toBe(true);
    closeStore(db);
    expect(readFileSync(copy.file).equals(before)).toBe(false);
  });

  test('still refuses a wrong key, a first page that is changed, and an end that is lost', async () => {
    using copy = copyOfWhole();
    await expect(
      openHere(
        copy.file,
        KEY.map((byte) => byte ^ 1),
      ),
    ).rejects.toThrow(WrongKeyError);
    writeFileSync(copy.file, readFileSync(whole.file).subarray(0, -PAGE_BYTES));
    await expect(openHere(copy.file)).rejects.toThrow(DamagedStoreError);
    copyFileSync(whole.file, copy.file);
    damage(copy.file, 1);
    await expect(openHere(copy.file)).rejects.toThrow(DamagedStoreError);
  });

  test('is a clean end also where a reader was open longer', async () => {
    using copy = copyOfWhole();
    const first = await openHere(copy.file);
    addUser(first.db, { name: 'Bo', role: 'ward' });
    const reader = openReader(copy.file, KEY);
    reader.prepare('SELECT count(*) FROM users').get();
    closeStore(first.db);
    closeStore(reader as never);
    expect(existsSync(`${copy.file}-wal`) ? statSync(`${copy.file}-wal`).size : 0).toBe(0);
    const again = await openHere(copy.file);
    expect([again.asked, again.passedOver]).toEqual([[], null]);
    closeStore(again.db);
  });
});

test('after an unclean end every page is checked first, elsewhere', async () => {
  using copy = copyOfWhole();
  using killed = copyOfWhole();
  const { db } = await openHere(copy.file);
  addUser(db, { name: 'Bo', role: 'ward' });
  for (const suffix of ['', '-wal', '-shm']) copyFileSync(copy.file + suffix, killed.file + suffix);
  closeStore(db);
  const opened = await openHere(killed.file);
  expect([opened.asked, opened.areCheckedPages]).toEqual([['quick_check(1)'], true]);
  closeUnwritten(opened.db, killed.file, KEY);
  const bytes = damage(killed.file, pagesOf(killed.file));
  await expect(openHere(killed.file)).rejects.toThrow(DamagedStoreError);
  expect(readFileSync(killed.file).equals(bytes)).toBe(true);
});

describe('the check beside everything else', () => {
  test('finds a whole store whole, also one that holds a free page that was never written', async () => {
    expect(await checkOf(whole.file)).toEqual(['quick_check(1)']);
    expect(await checkOf(whole.file, 0)).toEqual(['glance']);
    using copy = copyOfWhole();
    const { db } = await openHere(copy.file);
    db.prepare('DELETE FROM samples').run();
    closeStore(db);
    const bytes = readFileSync(copy.file);
    // A page of the samples, all of which are free.
    bytes.fill(0, 140 * PAGE_BYTES, 141 * PAGE_BYTES);
    writeFileSync(copy.file, bytes);
    expect(await checkOf(copy.file)).toEqual(['quick_check(1)']);
    expect(await checkOf(copy.file, 0)).toEqual(['glance']);
  });

  test('finds one bit in any page, as the check at the door does', async () => {
    using copy = copyOfWhole();
    const pages = pagesOf(copy.file);
    expect(pages).toBeGreaterThan(150);
    for (const share of [0.02, 0.3, 0.5, 0.7, 0.99, 1]) {
      copyFileSync(whole.file, copy.file);
      damage(copy.file, Math.ceil(share * pages), Math.floor(share * 4000));
      await expect(checkOf(copy.file, 0), `page ${Math.ceil(share * pages)}`).rejects.toThrow(DamagedStoreError);
    }
  });

  test('finds pages that are where others belong, and a table whose pages are of another time', async () => {
    using copy = copyOfWhole();
    const bytes = readFileSync(copy.file);
    bytes.copyWithin(120 * PAGE_BYTES, 121 * PAGE_BYTES, 122 * PAGE_BYTES);
    writeFileSync(copy.file, bytes);
    await expect(checkOf(copy.file, 0)).rejects.toThrow(DamagedStoreError);

    // Sealed under the same key and in its place, and yet not what the pages beside it say: a write that a disk has lost.
    copyFileSync(whole.file, copy.file);
    const { db } = await openHere(copy.file);
    inTransaction(db, () => {
      for (let index = 0; index < 400; index += 1) addUser(db, { name: `User ${index}`, role: 'ward' });
    });
    closeStore(db);
    const [before, after] = [readFileSync(whole.file), readFileSync(copy.file)];
    const changed = Array.from({ length: pagesOf(whole.file) }, (_, page) => page).filter(
      (page) => page > 0 && !isSamePage(before, after, page),
    );
    const found = [];
    for (const page of changed) {
      const torn = Buffer.from(after);
      before.copy(torn, page * PAGE_BYTES, page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
      writeFileSync(copy.file, torn);
      const atDoor = inspectPages(copy.file, KEY, 'quick_check(1)');
      const isWhole = atDoor.kind === 'answered' && atDoor.pages === 'ok';
      const here = await checkOf(copy.file).then(
        () => true,
        () => false,
      );
      expect(here, `page ${page + 1}, as at the door`).toBe(isWhole);
      found.push(isWhole);
    }
    expect(found).toContain(false);
  });
});

function isSamePage(one: Buffer, other: Buffer, page: number): boolean {
  const [from, to] = [page * PAGE_BYTES, (page + 1) * PAGE_BYTES];
  return one.subarray(from, to).equals(other.subarray(from, to));
}

test('a store that was found damaged is closed as it was found, and what was written since lies beside it', async () => {
  using copy = copyOfWhole();
  const before = damage(copy.file, pagesOf(copy.file));
  const { db } = await openHere(copy.file);
  addUser(db, { name: 'Bo', role: 'ward' });
  closeUnwritten(db, copy.file, KEY);
  expect(readFileSync(copy.file).equals(before)).toBe(true);
  expect(statSync(`${copy.file}-wal`).size).toBeGreaterThan(PAGE_BYTES);
  await expect(openHere(copy.file)).rejects.toThrow(DamagedStoreError);
  expect(readFileSync(copy.file).equals(before)).toBe(true);
});

test('neither is its file written to where its first page cannot be read any more', async () => {
  using copy = copyOfWhole();
  const { db } = await openHere(copy.file);
  addUser(db, { name: 'Bo', role: 'ward' });
  const before = damage(copy.file, 1);
  closeUnwritten(db, copy.file, KEY);
  expect(readFileSync(copy.file).equals(before)).toBe(true);
  expect(statSync(`${copy.file}-wal`).size).toBeGreaterThan(PAGE_BYTES);
});

test('a new store is closed without a log', () => {
  using folder = newFolder();
  const file = join(folder.dir, 'site.db');
  closeStore(createStore(file, KEY));
  expect(existsSync(`${file}-wal`)).toBe(false);
});
