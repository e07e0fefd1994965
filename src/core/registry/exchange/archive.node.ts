import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';
import { LARGEST, MANIFEST_FILE, MOST_ARCHIVE_BYTES, MOST_MANIFEST_BYTES, SIGNATURE_FILE } from './manifest.ts';

const LARGEST_OF = new Map<string, number>([
  ...Object.entries(LARGEST),
  [MANIFEST_FILE, MOST_MANIFEST_BYTES],
  [SIGNATURE_FILE, 256],
]);

export type Unpacked =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Buffer> }
  /** No zip, or one that is damaged. */
  | { readonly kind: 'no-archive' }
  /** It holds what no model file of this version holds: another name, one twice, or too much. */
  | { readonly kind: 'unwanted'; readonly name: string; readonly manifest: Buffer | null };

/** More than any version of the format will hold. */
const MOST_ENTRIES = 64;

/**
 * Unpacks what somebody may have made to do harm: by names, by number, by size. What an entry claims is looked at before
 * anything is unpacked, and unpacking ends where an entry holds more than it claims. Names are compared with a list, so that
 * none leads anywhere.
 */
export async function unpackArchive(archive: Uint8Array): Promise<Unpacked> {
  if (archive.length > MOST_ARCHIVE_BYTES) return { kind: 'no-archive' };
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    if (zip.entryCount > MOST_ENTRIES) return { kind: 'no-archive' };
    const entries = new Map<string, Entry>();
    let unwanted: string | null = null;
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize } = entry;
      const isWanted = uncompressedSize <= (LARGEST_OF.get(fileName) ?? -1) && !entries.has(fileName);
      if (isWanted) entries.set(fileName, entry);
      else unwanted ??= fileName.slice(0, 80);
    }
    const read = async (entry: Entry) => await buffer(await zip.openReadStreamPromise(entry));
    if (unwanted !== null) {
      const manifest = entries.get(MANIFEST_FILE);
      return { kind: 'unwanted', name: unwanted, manifest: manifest ? await read(manifest) : null };
    }
    const files = new Map<string, Buffer>();
    for (const [name, entry] of entries) files.set(name, await read(entry));
    return { kind: 'files', files };
  } catch {
    // The library throws at the first byte that is not as the format wants it: here that is one of the answers.
    return { kind: 'no-archive' };
  }
}
