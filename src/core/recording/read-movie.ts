import { createFile, type ISOFile, MP4BoxBuffer } from 'mp4box';
import type { FileBytes } from './file-bytes.ts';
import type { Edit } from './shown-part.ts';

/** What an MP4 or QuickTime file says of itself beside its pictures. */
export interface Movie {
  /** Every box of the file ends within it; false of one that was not wholly copied. */
  readonly isWhole: boolean;
  /** Its index is there; false of a recording that was never finished. */
  readonly hasIndex: boolean;
  /** Its pictures come in fragments, each with a time of its own, as a browser or a broadcast writes them. */
  readonly isFragmented: boolean;
  /** The edit list of a track; empty when it has none. */
  editsOf(trackId: number): readonly Edit[];
}

type Index = NonNullable<ISOFile['moov']>;

/** The size of a box may take 16 bytes, its type included. */
const HEADER_BYTES = 16;

/** Longer indexes are no film's: one of eight hours takes some 10 MB. */
const MOST_INDEX_BYTES = 256 * 1024 * 1024;

/** @param file Of that format: its first box is whole. */
export async function readMovie(file: FileBytes): Promise<Movie> {
  let moov: Index | undefined;
  let isWhole = true;
  let atByte = 0;
  while (atByte < file.size) {
    const box = boxAt(await file.slice(atByte, atByte + HEADER_BYTES).arrayBuffer(), file.size - atByte);
    if (!box) break;
    const endByte = atByte + box.bytes;
    isWhole = endByte <= file.size;
    if (box.type === 'moov' && endByte <= file.size && box.bytes <= MOST_INDEX_BYTES) {
      moov = await parseIndex(file.slice(atByte, endByte));
    }
    atByte = endByte;
  }
  const scale = moov?.mvhd.timescale ?? 1;
  return {
    isWhole,
    hasIndex: moov !== undefined,
    isFragmented: moov?.mvex !== undefined,
    editsOf(trackId) {
      const track = moov?.traks.find(({ tkhd }) => tkhd.track_id === trackId);
      const mediaScale = track?.mdia.mdhd.timescale ?? 1;
      return (track?.edts?.elst?.entries ?? []).map((entry) => ({
        lengthSeconds: entry.segment_duration / scale,
        fromSeconds: entry.media_time === -1 ? null : entry.media_time / mediaScale,
        // The library takes the fraction for a number with a sign.
        rate: entry.media_rate_integer + (entry.media_rate_fraction & 0xffff) / 0x10000,
      }));
    },
  };
}

/** Some cameras write after the last box what is none. */
const TYPE = /^[\w ©-]{4}$/;

/** Type and length of the box whose header is given; null where none begins. */
function boxAt(header: ArrayBuffer, leftBytes: number): { type: string; bytes: number } | null {
  if (header.byteLength < 8) return null;
  const view = new DataView(header);
  const type = String.fromCharCode(...new Uint8Array(header, 4, 4));
  const short = view.getUint32(0);
  // 0: to the end of the file; 1: its length stands after its type.
  if (short === 0) return { type, bytes: leftBytes };
  const bytes = short === 1 && header.byteLength >= 16 ? Number(view.getBigUint64(8)) : short;
  return bytes >= 8 && TYPE.test(type) ? { type, bytes } : null;
}

async function parseIndex(box: FileBytes): Promise<Index | undefined> {
  const parsed = createFile();
  parsed.appendBuffer(MP4BoxBuffer.fromArrayBuffer(await box.arrayBuffer(), 0), true);
  return parsed.moov;
}
