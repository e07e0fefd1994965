import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeDemoFolder } from './demo-folder.ts';

it('throws away what a killed demo left, and nothing that is in use, new or somebody else’s', () => {
  const parent = mkdtempSync(join(tmpdir(), 'faceward-parent-'));
  try {
    const holder = { host: 'cli', now: new Date() };
    const inUse = makeDemoFolder(holder, parent);
    const [abandoned, fresh, other] = ['faceward-demo-a', 'faceward-demo-b', 'other'].map((name) => join(parent, name));
    for (const dir of [abandoned!, fresh!, other!]) mkdirSync(dir);
    const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
    for (const dir of [inUse.folder.dir, abandoned!, other!]) utimesSync(dir, longAgo, longAgo);

    const made = makeDemoFolder(holder, parent);
    expect([inUse.folder.dir, abandoned!, fresh!, other!].map((dir) => existsSync(dir))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    made.discard();
    inUse.discard();
    expect(readdirSync(parent).sort()).toEqual(['faceward-demo-b', 'other']);
  } finally {
    rmSync(parent, { recursive: true });
  }
});
