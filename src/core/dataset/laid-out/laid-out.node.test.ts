import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NoFileError } from '../unreadable.ts';
import {
  laidOutKey,
  openedLength,
  openedStream,
  readOpened,
  readOpenedPart,
  readOpenedSync,
  sealedToLayOut,
  takeLaidOutKey,
} from './laid-out.node.ts';

const CONTENT = 'subject,age\nKID-7,6\n'.repeat(9000);

let dir: string;
let plain: string;
let sealed: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-laid-out-'));
  [plain, sealed] = [join(dir, 'plain.csv'), join(dir, 'sealed.csv')];
  writeFileSync(plain, CONTENT);
  writeFileSync(sealed, sealedToLayOut(Buffer.from(CONTENT)));
});

it.skipIf(process.platform === 'win32')('refuses a pipe at once, which would be waited for', async () => {
  const pipe = join(dir, 'pipe.csv');
  execFileSync('mkfifo', [pipe]);
  expect(() => readOpenedSync(pipe)).toThrow(NoFileError);
  await expect(readOpened(pipe)).rejects.toThrow(NoFileError);
  await expect(openedLength(pipe)).rejects.toThrow(NoFileError);
  await expect(readOpenedPart(pipe, 0, 8)).rejects.toThrow(NoFileError);
  await expect(text(openedStream(pipe))).rejects.toThrow(NoFileError);
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

it.each(['plain', 'sealed'] as const)('reads a %s file whole, in part and as a stream', async (which) => {
  const file = { plain, sealed }[which];
  expect((await readOpened(file)).toString()).toBe(CONTENT);
  expect(readOpenedSync(file).toString()).toBe(CONTENT);
  expect(await text(openedStream(file))).toBe(CONTENT);
  expect(await openedLength(file)).toBe(CONTENT.length);
  const part = async (offset: number) => Buffer.from(await readOpenedPart(file, offset, 8)).toString();
  expect(await part(12)).toBe('KID-7,6\n');
  expect(await part(CONTENT.length - 3), 'fewer at the end').toBe(',6\n');
});

it('tells whoever finds it nothing, and a process that was not given the key as little', async () => {
  expect(readFileSync(sealed).includes('KID-7')).toBe(false);
  const mine = laidOutKey();
  takeLaidOutKey(randomBytes(32));
  await expect(readOpened(sealed)).rejects.toThrow(/authenticate/);
  takeLaidOutKey(mine);
  expect((await readOpened(sealed)).length).toBe(CONTENT.length);
});

it('reads another file under the same name anew', async () => {
  const file = join(dir, 'again.bin');
  writeFileSync(file, sealedToLayOut(Buffer.from('first')));
  expect(Buffer.from(await readOpenedPart(file, 0, 5)).toString()).toBe('first');
  writeFileSync(file, sealedToLayOut(Buffer.from('second')));
  expect(Buffer.from(await readOpenedPart(file, 0, 6)).toString()).toBe('second');
});

it('a file that is missing is told by the stream as any other', async () => {
  await expect(text(openedStream(join(dir, 'nowhere')))).rejects.toMatchObject({ code: 'ENOENT' });
});
