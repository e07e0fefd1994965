import { closeSync, existsSync, linkSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../testing/new-store.node.ts';
import { shred } from './rewrite-store.node.ts';

test('what is shredded is overwritten and gone; a file with another name only loses this one', async () => {
  using folder = newFolder();
  const [file, watched, kept] = ['one', 'watched', 'kept'].map((name) => join(folder.dir, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, 'a child');
  linkSync(file, watched);
  await shred(file);
  expect([existsSync(file), readFileSync(watched, 'utf8')]).toEqual([false, 'a child']);
  writeFileSync(kept, 'a child');
  // Whoever had it open sees what is on the disk.
  const descriptor = openSync(kept, 'r');
  await shred(kept);
  const seen = Buffer.alloc(7);
  readSync(descriptor, seen, 0, 7, 0);
  closeSync(descriptor);
  expect([existsSync(kept), seen]).toEqual([false, Buffer.alloc(7)]);
});
