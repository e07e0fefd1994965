import type { FileBytes } from './file-bytes.ts';

const PACKET_BYTES = 188;
const SYNC = 0x47;
/** The tables come some ten times a second. */
const SEARCHED_BYTES = 1024 * 1024;
const PROGRAMS_PID = 0;

/** MPEG-1, MPEG-2, MPEG-4 Visual, H.264, H.265, VC-1. */
const VIDEO_TYPES = [0x01, 0x02, 0x10, 0x1b, 0x24, 0xea];

/**
 * How the pictures of an MPEG transport stream are coded, as its tables say. mediabunny keeps back the streams that it
 * cannot take apart, so that a film of one of them looks as if it had only sound.
 *
 * Source: ISO/IEC 13818-1, 2.4.4 (program-specific information).
 *
 * @returns The stream type; null when the stream has no pictures.
 */
export async function videoStreamType(file: FileBytes): Promise<number | null> {
  const bytes = new Uint8Array(await file.slice(0, SEARCHED_BYTES).arrayBuffer());
  let tablePid: number | null = null;
  for (const packet of packets(bytes)) {
    const section = sectionIn(packet);
    if (!section) continue;
    if (section.pid === PROGRAMS_PID) tablePid ??= pidOfFirstProgram(section.bytes);
    else if (section.pid === tablePid) {
      const type = streamTypes(section.bytes).find((each) => VIDEO_TYPES.includes(each));
      return type ?? null;
    }
  }
  return null;
}

/** Camcorders put four bytes of time before each packet, broadcasts sixteen of check sums after it. */
function* packets(bytes: Uint8Array): Generator<Uint8Array> {
  const isSync = (atByte: number, step: number) => bytes[atByte] === SYNC && bytes[atByte + step] === SYNC;
  for (const step of [PACKET_BYTES, 192, 204]) {
    let atByte = 0;
    while (atByte < step && !isSync(atByte, step)) atByte++;
    if (atByte === step) continue;
    for (; bytes[atByte] === SYNC; atByte += step) yield bytes.subarray(atByte, atByte + PACKET_BYTES);
    return;
  }
}

/** The table that begins in a packet. */
function sectionIn(packet: Uint8Array): { pid: number; bytes: Uint8Array } | null {
  const [, second = 0, third = 0, fourth = 0] = packet;
  const [begins, hasField, hasContent] = [second & 0x40, fourth & 0x20, fourth & 0x10];
  if (!begins || !hasContent) return null;
  const contentByte = hasField ? 5 + packet[4]! : 4;
  const pointer = packet[contentByte] ?? 0;
  return { pid: ((second & 0x1f) << 8) | third, bytes: packet.subarray(contentByte + 1 + pointer) };
}

function pidOfFirstProgram(table: Uint8Array): number | null {
  for (let atByte = 8; atByte + 4 <= endOf(table); atByte += 4) {
    const program = (table[atByte]! << 8) | table[atByte + 1]!;
    if (program !== 0) return ((table[atByte + 2]! & 0x1f) << 8) | table[atByte + 3]!;
  }
  return null;
}

function streamTypes(table: Uint8Array): number[] {
  const types: number[] = [];
  let atByte = 12 + lengthAt(table, 10);
  while (atByte + 5 <= endOf(table)) {
    types.push(table[atByte]!);
    atByte += 5 + lengthAt(table, atByte + 3);
  }
  return types;
}

/** Where a table's check sum begins. */
const endOf = (table: Uint8Array) => Math.min(table.length, 3 + lengthAt(table, 1) - 4);

const lengthAt = (bytes: Uint8Array, atByte: number) => ((bytes[atByte]! & 0x0f) << 8) | bytes[atByte + 1]!;
