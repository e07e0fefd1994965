import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addChild } from '../people/children.node.ts';
import { addUser } from '../people/users.node.ts';
import { readSamples } from '../sessions/samples.node.ts';
import { closeStore, createStore, openStore, openStoreWithLoss } from '../store.node.ts';
import { DamagedLogError, DamagedStoreError, WrongKeyError } from '../store-errors.ts';
import { expectKind, KEY, NOW, newFolder, newSession } from '../testing/new-store.node.ts';
import { recordUntilKilled } from '../testing/record-until-killed.node.ts';
import { FRAME_BYTES, LOG_HEADER_BYTES } from './log-file.node.ts';

/** What a kill has left of a recording, and what can be read of it while nothing is damaged. */
const killed = { folder: newFolder(), file: '', sessionId: '', samples: 0 };

beforeAll(async () => {
  killed.file = join(killed.folder.dir, 'site.db');
  const db = createStore(killed.file, KEY);
  const { user } = expectKind(addUser(db, { name: 'Ann', role: 'ward' }), 'added');
  const { child } = expectKind(addChild(db, { code: 'KID-7', birthMonth: '2019-02', now: NOW }), 'added');
  killed.sessionId = newSession(db, child.id, user.id);
  closeStore(db);
  await recordUntilKilled({ file: killed.file, sessionId: killed.sessionId, samples: 150, pauseMs: 1 });
  using intact = copyOfKilled();
  killed.samples = samplesIn(intact.file);
  expect(killed.samples).toBeGreaterThan(100);
});

afterAll(() => killed.folder[Symbol.dispose]());

/** The files that the kill has left, in a folder of their own. */
function copyOfKilled(): { dir: string; file: string } & Disposable {
  const folder = newFolder();
  const dir = join(folder.dir, 'data');
  mkdirSync(dir);
  for (const suffix of ['', '-wal', '-shm']) copyFileSync(killed.file + suffix, join(dir, `site.db${suffix}`));
  return { dir, file: join(dir, 'site.db'), [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

function flipBit(file: string, byte: number, bit = 3): void {
  const bytes = readFileSync(file);
  bytes[byte]! ^= 1 << bit;
  writeFileSync(file, bytes);
}

/** Opens and closes the store. */
function samplesIn(file: string, acceptedCopy: string | null = null): number {
  const { db } = openStoreWithLoss(file, KEY, acceptedCopy);
  try {
    return readSamples(db, killed.sessionId).count;
  } finally {
    closeStore(db);
  }
}

function refusalOf(file: string): DamagedLogError {
  try {
    closeStore(openStore(file, KEY));
  } catch (error) {
    if (error instanceof DamagedLogError) return error;
    throw error;
  }
  throw new Error('the store was opened');
}

/** As after a kill between copying all of the log into the file and beginning the log anew. */
function copyLogIntoFile(file: string): void {
  using other = copyOfKilled();
  samplesIn(other.file);
  copyFileSync(other.file, file);
  writeFramesInFile(file, readFileSync(`${file}-shm`).readUInt32LE(16));
}

/** Says in the log's index that so many of its frames are in the file. */
function writeFramesInFile(file: string, frames: number): void {
  const index = readFileSync(`${file}-shm`);
  index.writeUInt32LE(frames, 96);
  writeFileSync(`${file}-shm`, index);
}

/** Bytes by name, in a folder. */
function contentOf(dir: string): Record<string, string> {
  const names = readdirSync(dir).filter((name) => name.startsWith('site.db') && !name.includes('damaged'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(dir, name), 'hex')]));
}

const frameAt = (number: number, byte = 0) => LOG_HEADER_BYTES + (number - 1) * FRAME_BYTES + byte;

describe('one bit of the log that a kill has left', () => {
  test.for([
    0.003, 0.2, 0.5, 0.9,
  ])('in the middle of a page, %s on the way: nothing is opened, written or lost', (share) => {
    using copy = copyOfKilled();
    const frames = Math.floor((readFileSync(`${copy.file}-wal`).length - LOG_HEADER_BYTES) / FRAME_BYTES);
    flipBit(`${copy.file}-wal`, frameAt(1 + Math.floor(share * frames), 2000));
    const before = contentOf(copy.dir);
    const { copy: kept, damage } = refusalOf(copy.file);
    expect(contentOf(copy.dir)).toEqual(before);
    expect(contentOf(join(copy.dir, kept))).toEqual(before);
    expect(damage.lostCommits).toBeGreaterThan(0);
    // Once more: the same copy, not a second one.
    expect(refusalOf(copy.file).copy).toBe(kept);
    expect(readdirSync(copy.dir).filter((name) => name.includes('damaged'))).toEqual([kept]);
  });

  test('anywhere at all: the store is refused, or has every sample', () => {
    using copy = copyOfKilled();
    const log = readFileSync(`${copy.file}-wal`);
    const places = [
      ...Array.from({ length: LOG_HEADER_BYTES }, (_, byte) => byte),
      ...[1, 2, 20].flatMap((frame) => Array.from({ length: 25 }, (_, byte) => frameAt(frame, byte))),
      ...Array.from({ length: 40 }, (_, step) => Math.floor(((step + 0.5) / 40) * log.length)),
      log.length - FRAME_BYTES,
      log.length - FRAME_BYTES + 9,
      log.length - 1,
    ];
    const lost = places.filter((place) => {
      for (const suffix of ['', '-wal', '-shm']) copyFileSync(killed.file + suffix, copy.file + suffix);
      flipBit(`${copy.file}-wal`, place, place % 8);
      try {
        return samplesIn(copy.file) !== killed.samples;
      } catch (error) {
        if (error instanceof DamagedLogError) return false;
        throw error;
      }
    });
    expect(lost).toEqual([]);
  });

  test('is seen without the index too, unless it is in the last transaction', () => {
    using copy = copyOfKilled();
    rmSync(`${copy.file}-shm`);
    flipBit(`${copy.file}-wal`, frameAt(9, 300));
    expect(refusalOf(copy.file).damage).toMatchObject({ frame: 9 });
  });
});

describe('other damage', () => {
  test('a log that was cut short is told from a torn end by its index', () => {
    using copy = copyOfKilled();
    truncateSync(`${copy.file}-wal`, frameAt(12, 100));
    expect(refusalOf(copy.file).damage).toMatchObject({ frame: 12, left: 'up-to-the-damage' });
  });

  test('a log that is gone, or empty, is missed', () => {
    using copy = copyOfKilled();
    truncateSync(`${copy.file}-wal`, 0);
    expect(refusalOf(copy.file).damage).toMatchObject({ left: 'file-alone' });
    rmSync(`${copy.file}-wal`);
    expect(refusalOf(copy.file).damage).toMatchObject({ left: 'file-alone' });
  });

  test('a wrong key is still a wrong key, and copies nothing', () => {
    using copy = copyOfKilled();
    flipBit(`${copy.file}-wal`, frameAt(5, 300));
    expect(() => openStore(copy.file, new Uint8Array(32))).toThrow(WrongKeyError);
    expect(readdirSync(copy.dir)).toHaveLength(3);
  });
});

describe('what is no damage', () => {
  test.for([
    ['a torn end within the last frame', 1000],
    ['a torn end within its header', FRAME_BYTES - 10],
    ['a last transaction without its commit', FRAME_BYTES],
  ] as const)('%s goes on, where no index says otherwise', ([, cutBytes]) => {
    using copy = copyOfKilled();
    rmSync(`${copy.file}-shm`);
    truncateSync(`${copy.file}-wal`, readFileSync(`${copy.file}-wal`).length - cutBytes);
    const found = samplesIn(copy.file);
    expect(killed.samples - found).toBeLessThanOrEqual(7);
  });

  test('what a transaction that was given up has left behind the last commit', () => {
    using copy = copyOfKilled();
    const log = readFileSync(`${copy.file}-wal`);
    // Frames of this log that no commit follows: a larger transaction had written them before it was killed.
    const givenUp = Buffer.from(log.subarray(frameAt(1), frameAt(2)));
    givenUp.writeUInt32BE(0, 4);
    writeFileSync(`${copy.file}-wal`, Buffer.concat([log, givenUp, givenUp, givenUp]));
    expect(samplesIn(copy.file)).toBe(killed.samples);
  });

  test('a clean close leaves no log', () => {
    using copy = copyOfKilled();
    samplesIn(copy.file);
    expect(readdirSync(copy.dir)).toEqual(['site.db']);
  });
});

describe('going on without what is lost', () => {
  test('takes the name of the copy, opens up to the damage, and is asked no more', () => {
    using copy = copyOfKilled();
    const frames = Math.floor((readFileSync(`${copy.file}-wal`).length - LOG_HEADER_BYTES) / FRAME_BYTES);
    flipBit(`${copy.file}-wal`, frameAt(Math.floor(frames / 2), 2000));
    const { copy: kept } = refusalOf(copy.file);
    expect(() => samplesIn(copy.file, `${kept}x`)).toThrow(DamagedLogError);
    const left = samplesIn(copy.file, kept);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(killed.samples);
    expect(samplesIn(copy.file)).toBe(left);
    expect(existsSync(join(copy.dir, kept, `${basename(copy.file)}-wal`))).toBe(true);
  });

  test('opens the file alone where the header of the log is damaged', () => {
    using copy = copyOfKilled();
    flipBit(`${copy.file}-wal`, 2);
    const { copy: kept, damage } = refusalOf(copy.file);
    expect(damage).toMatchObject({ frame: 0, readableCommits: 0, left: 'file-alone' });
    expect(samplesIn(copy.file, kept)).toBe(0);
  });

  test('loses nothing where all of the log was in the file already', () => {
    using copy = copyOfKilled();
    copyLogIntoFile(copy.file);
    flipBit(`${copy.file}-wal`, frameAt(9, 2000));
    const { copy: kept, damage } = refusalOf(copy.file);
    expect(damage).toMatchObject({ lostCommits: 0, left: 'file-alone' });
    expect(samplesIn(copy.file, kept)).toBe(killed.samples);
  });

  test('is refused where the file holds later pages than the part of the log before the damage', () => {
    using copy = copyOfKilled();
    flipBit(`${copy.file}-wal`, frameAt(9, 2000));
    writeFramesInFile(copy.file, 20);
    expect(() => openStore(copy.file, KEY)).toThrow(DamagedStoreError);
  });
});
