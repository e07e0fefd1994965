/** One entry of an edit list, in the clocks of the film and of its track. */
export interface WrittenEdit {
  /** Milliseconds. */
  readonly lengthMs: number;
  /** In the track's own clock; -1 shows nothing. */
  readonly mediaTime: number;
  readonly rate?: number;
}

/**
 * A film of one track with another edit list than it has. Its pictures stay where they are: the old index becomes unused
 * space, and the new one stands at the end.
 *
 * @param mp4 With a clock of 1000 a second, and an edit list, as ffmpeg writes it.
 */
export function withEdits(mp4: Uint8Array, edits: readonly WrittenEdit[]): Uint8Array<ArrayBuffer> {
  const moov = boxIn(mp4, 'moov');
  const index = replaced(mp4.subarray(moov.atByte, moov.atByte + moov.bytes), ['trak', 'edts', 'elst'], elst(edits));
  const film = new Uint8Array(mp4.length + index.length);
  film.set(mp4);
  film.set(new TextEncoder().encode('free'), moov.atByte + 4);
  film.set(index, mp4.length);
  return film;
}

/** The box with another box in place of the one that lies within it at this path. */
function replaced(box: Uint8Array, [first, ...rest]: readonly string[], by: Uint8Array): Uint8Array {
  if (first === undefined) return by;
  const inner = boxIn(box.subarray(8), first);
  const [fromByte, toByte] = [8 + inner.atByte, 8 + inner.atByte + inner.bytes];
  const now = replaced(box.subarray(fromByte, toByte), rest, by);
  const whole = new Uint8Array([...box.subarray(0, fromByte), ...now, ...box.subarray(toByte)]);
  new DataView(whole.buffer).setUint32(0, whole.length);
  return whole;
}

function boxIn(bytes: Uint8Array, type: string): { atByte: number; bytes: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let atByte = 0; atByte + 8 <= bytes.length; atByte += view.getUint32(atByte)) {
    const found = new TextDecoder().decode(bytes.subarray(atByte + 4, atByte + 8));
    if (found === type) return { atByte, bytes: view.getUint32(atByte) };
  }
  throw new Error(`a film with a box "${type}" was expected`);
}

function elst(edits: readonly WrittenEdit[]): Uint8Array {
  const box = new DataView(new ArrayBuffer(16 + 12 * edits.length));
  box.setUint32(0, box.byteLength);
  for (const [at, letter] of [...'elst'].entries()) box.setUint8(4 + at, letter.charCodeAt(0));
  box.setUint32(12, edits.length);
  for (const [entry, { lengthMs, mediaTime, rate = 1 }] of edits.entries()) {
    box.setUint32(16 + 12 * entry, lengthMs);
    box.setInt32(20 + 12 * entry, mediaTime);
    box.setInt32(24 + 12 * entry, rate * 65_536);
  }
  return new Uint8Array(box.buffer);
}
