import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

/** What a reader takes in at a glance, tests included. */
const MOST_FILES_IN_A_FOLDER = 25;

/**
 * Shelves that may hold more: components that every screen uses, each found by its name; and the changes of the schema, one after the
 * other by number, none of which is ever moved.
 */
const SHELVES: readonly string[] = [join('renderer', 'ui'), join('core', 'store', 'migrations')];

const MOST_LINES = 300;

/** Begins the comment in which a longer file says why it is one. */
const REASON = /^(\/\*\*| \*|\/\/) Longer than 300 lines: \S/m;

const files = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => ({ folder: relative(import.meta.dirname, parentPath), name }));

it('no folder holds more files than a reader takes in', () => {
  const byFolder = Map.groupBy(files, ({ folder }) => folder);
  const full = [...byFolder].filter(
    ([folder, inIt]) => !SHELVES.includes(folder) && inIt.length > MOST_FILES_IN_A_FOLDER,
  );
  expect(full.map(([folder, inIt]) => `${folder}: ${inIt.length} files`)).toEqual([]);
});

it('a file that is longer than it should be says why', () => {
  const long = files.flatMap(({ folder, name }) => {
    const source = readFileSync(join(import.meta.dirname, folder, name), 'utf8');
    const lines = source.split('\n').length - 1;
    return lines > MOST_LINES && !REASON.test(source) ? [`${join(folder, name)}: ${lines} lines`] : [];
  });
  expect(long).toEqual([]);
});
