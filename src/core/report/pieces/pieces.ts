export type Bytes = Uint8Array<ArrayBuffer>;

/** Letters that are encoded at a time. */
const LETTERS_A_PIECE = 2 ** 18;

/** Texts one behind the other as UTF-8, in pieces of some hundred kilobytes, however short or long the texts are. */
export function* encoded(texts: Iterable<string>): Generator<Bytes> {
  const encoder = new TextEncoder();
  let waiting: string[] = [];
  let letters = 0;
  for (const text of texts) {
    waiting.push(text);
    letters += text.length;
    if (letters < LETTERS_A_PIECE) continue;
    yield encoder.encode(waiting.join(''));
    waiting = [];
    letters = 0;
  }
  if (letters > 0) yield encoder.encode(waiting.join(''));
}

/** Pieces one behind the other in pieces of one length, the last but shorter: what packs them then sees the same, however they came. */
export function* evenPieces(pieces: Iterable<Uint8Array>, bytesEach: number): Generator<Bytes> {
  let piece = new Uint8Array(bytesEach);
  let filled = 0;
  for (const each of pieces) {
    for (let from = 0; from < each.length; ) {
      const part = each.subarray(from, from + bytesEach - filled);
      piece.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled < bytesEach) continue;
      yield piece;
      piece = new Uint8Array(bytesEach);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.slice(0, filled);
}

/** All of it in memory: for what is short. */
export async function wholeOf(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Bytes> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    all.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of all) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
