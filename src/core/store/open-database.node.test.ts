import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from './open-database.node.ts';
import { closeStore, openReader, type ReadableDb, type WritableDb } from './store.node.ts';
import { KEY, newFolder, newStore } from './testing/new-store.node.ts';

/** About 60 MB to be sorted, several times what a connection's cache holds. */
const BIG_SORT = `
  WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 300000)
  SELECT n, hex(randomblob(80)) AS text FROM numbers ORDER BY text`;

/** SQLite's temporary files that this process has open in the middle of a sort, by the name that it gives them. */
function temporaryFilesWhileSorting(db: Pick<ReadableDb, 'prepare'>): string[] {
  const rows = db.prepare(BIG_SORT).iterate();
  try {
    rows.next();
    return readdirSync('/proc/self/fd').flatMap((descriptor) => {
      try {
        const name = readlinkSync(`/proc/self/fd/${descriptor}`);
        return /\/etilqs_/.test(name) ? [`${name}: ${statSync(`/proc/self/fd/${descriptor}`).size}`] : [];
      } catch {
        // The descriptor of the listing itself is closed by now.
        return [];
      }
    });
  } finally {
    rows.return?.();
  }
}

const here = process.platform === 'linux';

test.runIf(here)(
  'a big sort of the store leaves nothing in temporary files, nor does one of its reading thread',
  () => {
    using store = newStore();
    expect(temporaryFilesWhileSorting(store.db)).toEqual([]);
    const reader = openReader(store.file, KEY);
    try {
      expect(temporaryFilesWhileSorting(reader)).toEqual([]);
    } finally {
      closeStore(reader as WritableDb);
    }
  },
);

test.runIf(here)('nor does one of any other database of ours, such as the cache of faces', () => {
  using folder = newFolder();
  const db = openDatabase(join(folder.dir, 'crops.db'));
  try {
    expect(temporaryFilesWhileSorting(db)).toEqual([]);
  } finally {
    db.close();
  }
});

test('no other file of ours makes a connection, but for a lock, which holds nothing', () => {
  const root = join(import.meta.dirname, '../..');
  const making = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file, 'utf8').includes('new Database('))
    .map((file) => relative(root, file).replaceAll('\\', '/'));
  expect(making.sort()).toEqual(['core/store/open-database.node.ts', 'service/runtime/data-folder-lock.ts']);
});
