import { inflateSync } from 'node:zlib';
import { textOfJson } from './read-json.ts';

/** An attached document longer than this is not ours. */
const MOST_DATA_BYTES = 512 * 2 ** 20;

/** Begins the content of every report's data, as JSON. */
const MARK = '"faceward-report/';

/**
 * Reports that are attached to a PDF, in their order in the file, whichever program wrote it: a stream is always an object
 * of its own between these two words, and is left as it is or deflated. Those of a locked file are not found.
 *
 * Source: ISO 32000-2, 7.3.8 "Stream objects".
 */
export function attachedTexts(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const texts: string[] = [];
  for (let from = file.indexOf('stream'); from >= 0; from = file.indexOf('stream', from + 6)) {
    const isEnd = file.subarray(from - 3, from).toString('latin1') === 'end';
    const end = isEnd ? -1 : file.indexOf('endstream', from);
    if (end < 0) continue;
    const isCrLf = file[from + 6] === 0x0d;
    const text = textOf(file.subarray(from + (isCrLf ? 8 : 7), end));
    if (text.includes(MARK)) texts.push(text);
  }
  return texts;
}

function textOf(stream: Buffer): string {
  try {
    return textOfJson(inflateSync(stream, { maxOutputLength: MOST_DATA_BYTES }));
  } catch {
    // Not deflated, or no text at all: pictures and fonts are streams too.
    return textOfJson(stream);
  }
}
