import { expect, test } from 'vitest';
import { videoStreamType } from './transport-stream.ts';

const TABLE_PID = 0x100;

/** A packet that begins a table; what is left of it is stuffing. */
function packet(pid: number, table: readonly number[]): number[] {
  const head = [0x47, 0x40 | (pid >> 8), pid & 0xff, 0x10, 0];
  return [...head, ...table, ...Array<number>(188 - head.length - table.length).fill(0xff)];
}

/** A table with its length and a check sum that nobody looks at. */
function table(id: number, content: readonly number[]): number[] {
  const length = content.length + 4;
  return [id, 0xb0 | (length >> 8), length & 0xff, ...content, 0, 0, 0, 0];
}

const PROGRAMS = packet(
  0,
  table(0, [0, 1, 0xc1, 0, 0, 0, 0, 0xe0, 0x10, 0, 1, 0xe0 | (TABLE_PID >> 8), TABLE_PID & 0xff]),
);

/** The table of one program: each stream with so many bytes of description. */
function streams(...types: readonly (readonly [type: number, described: number])[]): number[] {
  const each = types.flatMap(([type, described]) => [
    type,
    0xe1,
    1,
    0xf0,
    described,
    ...Array<number>(described).fill(9),
  ]);
  return packet(TABLE_PID, table(2, [0, 1, 0xc1, 0, 0, 0xe1, 0, 0xf0, 3, 1, 2, 3, ...each]));
}

const film = (...all: readonly number[][]) => new Blob([Uint8Array.from(all.flat())]);

test('the pictures of a camcorder of before are MPEG-2, whatever stands before them', async () => {
  const other = packet(0x555, [1, 2, 3]);
  expect(await videoStreamType(film(other, PROGRAMS, other, streams([0x03, 4], [0x02, 6]), other))).toBe(0x02);
});

test('packets with a time before each, and with check sums after each', async () => {
  const all = [PROGRAMS, streams([0x1b, 0]), PROGRAMS];
  const timed = new Blob(all.flatMap((each) => [Uint8Array.from([1, 2, 3, 4]), Uint8Array.from(each)]));
  expect(await videoStreamType(timed)).toBe(0x1b);
  expect(await videoStreamType(new Blob(all.flatMap((each) => [Uint8Array.from(each), new Uint8Array(16)])))).toBe(
    0x1b,
  );
});

test('a packet within a table that is too long for one is none of its own', async () => {
  const goesOn = [0x47, TABLE_PID >> 8, TABLE_PID & 0xff, 0x10, ...streams([0x02, 0]).slice(4)];
  expect(await videoStreamType(film(PROGRAMS, goesOn, streams([0x1b, 0])))).toBe(0x1b);
});

test('a stream of sound has no pictures, and neither has what is no stream', async () => {
  expect(await videoStreamType(film(PROGRAMS, streams([0x0f, 2]), PROGRAMS))).toBeNull();
  expect(await videoStreamType(film(streams([0x02, 0]), streams([0x02, 0])))).toBeNull();
  expect(await videoStreamType(film(Array<number>(600).fill(1)))).toBeNull();
  expect(await videoStreamType(film([]))).toBeNull();
});
