import { constants, inflateSync } from 'node:zlib';
import { textOfJson } from './read-json.ts';

/** All data of a file together may be as long as this: more than any report has, and what a stranger can make us hold. */
const MOST_DATA_BYTES = 128 * 2 ** 20;

/** Of each stream so much is looked at first, coded: what does not begin as our data do is never unpacked as a whole. */
const LOOK_BYTES = 512;
const MOST_LOOK_BYTES = 2 ** 20;

/** Of what that gives: the mark stands in the first line. */
const BEGINNING_BYTES = 4096;

/** Begins the content of every report's data, as JSON. */
const MARK = '"faceward-report/';

/** Where a stream begins: the word after a dictionary, and the end of its line. */
const BEGIN = />>\s{0,8}stream(?:\r\n|\n)/g;

/**
 * Reports that are attached to a PDF, in their order in the file, whichever program wrote it: a stream is always an object
 * of its own between these two words, and is left as it is or deflated. Those of a locked file are not found.
 *
 * Each byte of the file is looked at a few times at the most, and what is unpacked is bounded, whatever a stranger wrote.
 *
 * Source: ISO 32000-2, 7.3.8 "Stream objects".
 */
export function attachedTexts(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const words = file.toString('latin1');
  const texts: string[] = [];
  let leftBytes = MOST_DATA_BYTES;
  BEGIN.lastIndex = 0;
  for (let begin = BEGIN.exec(words); begin; begin = BEGIN.exec(words)) {
    const from = begin.index + begin[0].length;
    const end = words.indexOf('endstream', from);
    if (end < 0) break;
    BEGIN.lastIndex = end;
    const text = textOf(file.subarray(from, end), leftBytes);
    if (!text?.includes(MARK)) continue;
    leftBytes -= text.length;
    texts.push(text);
  }
  return texts;
}

/** @returns Null of a stream that does not begin as our data do, or that is longer than it may be. */
function textOf(stream: Buffer, mostBytes: number): string | null {
  const isDeflated = beginningOf(stream);
  if (isDeflated === null) return null;
  try {
    if (!isDeflated) return stream.length > mostBytes ? null : textOfJson(stream);
    return textOfJson(inflateSync(stream, { maxOutputLength: Math.max(1, mostBytes) }));
  } catch {
    // Damaged behind its beginning, or longer than it may be.
    return null;
  }
}

/** Whether a stream that begins as our data do is deflated; null where it does not begin so. */
function beginningOf(stream: Buffer): boolean | null {
  if (textOfJson(stream.subarray(0, BEGINNING_BYTES)).includes(MARK)) return false;
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_LOOK_BYTES };
    const first = inflateSync(stream.subarray(0, LOOK_BYTES), options).subarray(0, BEGINNING_BYTES);
    return textOfJson(first).includes(MARK) ? true : null;
  } catch {
    // Not deflated, and no text of ours: pictures and fonts are streams too.
    return null;
  }
}
