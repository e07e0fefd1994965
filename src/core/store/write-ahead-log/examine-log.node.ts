import { statSync } from 'node:fs';
import { type LogFrame, type LogHeader, readLog } from './log-file.node.ts';
import { type LogIndex, readLogIndex } from './log-index.node.ts';

/**
 * Whether the write-ahead log that an unclean end has left is whole. A kill or a power cut takes its last, unfinished
 * transaction and nothing else: what is missing before a later commit was on disk and has been damaged since. Frames of
 * the same log behind the last commit tell nothing: a transaction that was given up leaves such, and the next one writes
 * over the first of them only.
 */

/** What of a damaged log can still be had. */
export interface LogDamage {
  /** The first frame that cannot be read; 0 for the log's header. */
  readonly frame: number;
  /** Transactions before it, and after it: at the least, as far as the damage lets them be counted. */
  readonly readableCommits: number;
  readonly lostCommits: number;
  /**
   * What is left. `up-to-the-damage`: the file with the readable part of the log. `file-alone`: the log is of no use, or
   * nothing of it is needed any more. `nothing`: later parts of the log are in the file already, and would be mixed with earlier ones.
   */
  readonly left: 'up-to-the-damage' | 'file-alone' | 'nothing';
}

/**
 * Looks at the log beside a store that nobody has open, and writes nothing. To be asked before SQLite opens the store,
 * which makes the log's index anew.
 *
 * @returns Null for a log that is whole, or cut off within its last transaction, and where there is none.
 */
export function examineLog(storeFile: string): LogDamage | null {
  const size = statSync(`${storeFile}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const index = readLogIndex(`${storeFile}-shm`);
  const log = size > 0 ? readLog(`${storeFile}-wal`) : null;
  return log ? judge(log.header, log.frames, index) : judgeWithoutLog(index);
}

/** A log that is not there, or too short for a header, although the index knows of frames in it. */
function judgeWithoutLog(index: LogIndex | null): LogDamage | null {
  if (!index || index.framesInFile >= index.lastFrame) return null;
  return { frame: 0, readableCommits: 0, lostCommits: 1, left: index.framesInFile === 0 ? 'file-alone' : 'nothing' };
}

function judge(header: LogHeader, frames: readonly LogFrame[], index: LogIndex | null): LogDamage | null {
  const salt = header.isWhole ? header.salt : (index?.salt ?? saltOf(frames));
  const firstBad = header.isWhole ? frames.findIndex((frame) => frame.salt !== salt || !frame.follows) : 0;
  const readable = firstBad === -1 ? frames : frames.slice(0, firstBad);
  const lastReadableCommit = readable.findLast(({ isCommit }) => isCommit)?.number ?? 0;
  const committedBeyond = frames.slice(readable.length).filter((frame, place) => {
    // A frame whose checksum follows and whose salt does not has lost only its salt.
    if (!frame.isCommit || !(frame.salt === salt || frame.follows)) return false;
    // The first bad frame may be the torn end itself: only what comes after it shows that it had been written whole.
    return place > 0 || frame.follows || !header.isWhole;
  });
  const knownFrames = index?.salt === salt ? index.lastFrame : 0;
  if (committedBeyond.length === 0 && knownFrames <= lastReadableCommit) return null;

  const committedFrames = Math.max(knownFrames, committedBeyond.at(-1)?.number ?? 0);
  const inFile = framesInFile(salt, index);
  const isAllInFile = inFile >= committedFrames;
  return {
    frame: header.isWhole ? readable.length + 1 : 0,
    readableCommits: readable.filter(({ isCommit }) => isCommit).length,
    lostCommits: isAllInFile ? 0 : Math.max(1, committedBeyond.length),
    left: isAllInFile ? 'file-alone' : leftBeside(lastReadableCommit, inFile),
  };
}

function leftBeside(lastReadableCommit: number, inFile: number): LogDamage['left'] {
  if (inFile > lastReadableCommit) return 'nothing';
  return lastReadableCommit === 0 ? 'file-alone' : 'up-to-the-damage';
}

/** Where the header cannot say it: the first salt that two frames in a row carry, so that damage to one does not decide. */
function saltOf(frames: readonly LogFrame[]): string | null {
  return frames.find((frame, place) => frames[place + 1]?.salt === frame.salt)?.salt ?? frames[0]?.salt ?? null;
}

/** How many frames of the log of this salt are in the store's file already, as far as the index knows. */
function framesInFile(salt: string | null, index: LogIndex | null): number {
  if (!index || salt === null) return 0;
  if (index.salt === salt) return index.framesInFile;
  // Its first half counts how often the log was begun anew, which happens once all of it is in the file.
  const begun = (of: string) => Number.parseInt(of.slice(0, 8), 16);
  return begun(index.salt) === (begun(salt) + 1) % 2 ** 32 && index.lastFrame === 0 ? Number.POSITIVE_INFINITY : 0;
}
