import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepForOwnerOnly } from './owner-only.ts';

it.skipIf(process.platform === 'win32')('takes others’ rights from old files and folders, and removes drafts', () => {
  const root = mkdtempSync(join(tmpdir(), 'faceward-owner-'));
  try {
    const dir = join(root, 'data');
    mkdirSync(join(dir, 'models', 'mine'), { recursive: true, mode: 0o755 });
    const elsewhere = join(root, 'elsewhere.txt');
    writeFileSync(elsewhere, 'x', { mode: 0o644 });
    symlinkSync(elsewhere, join(dir, 'link'));
    const files = ['keys.json', 'faceward.db', 'models/mine/weights.bin'].map((name) => join(dir, name));
    for (const file of [...files, join(dir, 'keys.json.4711.draft')]) writeFileSync(file, 'x', { mode: 0o644 });
    keepForOwnerOnly(dir);
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
    expect([dir, join(dir, 'models/mine')].map((each) => statSync(each).mode & 0o777)).toEqual([0o700, 0o700]);
    expect(statSync(elsewhere).mode & 0o777).toBe(0o644);
    expect(readdirSync(dir).filter((name) => name.endsWith('.draft'))).toEqual([]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
