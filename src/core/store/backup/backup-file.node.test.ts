import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePrivateKey, readPrivateKey, signatureOf } from '../../security/signature.node.ts';
import { newFolder } from '../testing/new-store.node.ts';
import { BackupFileError, checkBackup, readBackupList, unpackBackup, writeBackup } from './backup-file.node.ts';

const key = readPrivateKey(makePrivateKey());
const about = { madeAtIso: '2026-03-05T12:00:00.000Z', version: '0.3.0', dataDir: '/data', head: null };

/** A backup of three files, one of them empty and one of more than a piece. */
function madeIn(dir: string) {
  const sources = [
    ['faceward.db', Buffer.alloc(1_500_000, 'store')],
    ['keys.json', Buffer.from('{}')],
    ['models/one/weights.bin', Buffer.alloc(0)],
  ] as const;
  const files = sources.map(([path, bytes], index) => {
    const from = join(dir, `source-${index}`);
    writeFileSync(from, bytes);
    return { path, from };
  });
  const file = join(dir, 'one.faceward-backup');
  writeBackup(file, files, about, key);
  return { file, sources };
}

test('what was put into a backup comes out of it', () => {
  using folder = newFolder();
  const { file, sources } = madeIn(folder.dir);
  expect(existsSync(`${file}.unfinished`)).toBe(false);
  const list = readBackupList(file);
  expect(list).toMatchObject({ ...about, publicKey: key.publicKey.text });
  const to = join(folder.dir, 'to');
  unpackBackup(file, list, to);
  for (const [path, bytes] of sources) expect(readFileSync(join(to, path)).equals(bytes), path).toBe(true);
});

test.for([
  ['its end is cut off', (bytes: Buffer) => bytes.subarray(0, -1), 'cut'],
  ['half of it is there', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), 'cut'],
  ['nothing of it is there', () => Buffer.alloc(0), 'cut'],
  ['a byte of a file is changed', (bytes: Buffer) => flipped(bytes, 700_000), 'changed'],
  ['its list is changed', (bytes: Buffer) => flipped(bytes, bytes.length - 100), 'changed'],
  ['its beginning is lost', (bytes: Buffer) => bytes.subarray(4096), 'changed'],
] as const)('a backup is refused when %s', ([, damage, fault]) => {
  using folder = newFolder();
  const { file } = madeIn(folder.dir);
  writeFileSync(file, damage(readFileSync(file)));
  expect(() => checkBackup(file, readBackupList(file))).toThrow(BackupFileError);
  expect(() => checkBackup(file, readBackupList(file))).toThrow(fault === 'cut' ? 'was cut off' : 'is no whole backup');
});

test('a path that leads out of the folder is refused', () => {
  using folder = newFolder();
  const { file } = madeIn(folder.dir);
  const { signature: _, ...body } = readBackupList(file);
  const files = body.files.map((each) => ({ ...each, path: '../outside' }));
  const leading = { ...body, files, signature: signatureOf(Buffer.from(JSON.stringify({ ...body, files })), key) };
  expect(() => unpackBackup(file, leading, join(folder.dir, 'to'))).toThrow('leads out of it');
  expect(existsSync(join(folder.dir, 'outside'))).toBe(false);
});

test('a file that cannot be read leaves no backup', () => {
  using folder = newFolder();
  const file = join(folder.dir, 'two.faceward-backup');
  const sources = [{ path: 'faceward.db', from: join(folder.dir, 'nowhere') }];
  expect(() => writeBackup(file, sources, about, key)).toThrow('ENOENT');
  expect(existsSync(file) || existsSync(`${file}.unfinished`)).toBe(false);
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = changed[at]! ^ 1;
  return changed;
}
