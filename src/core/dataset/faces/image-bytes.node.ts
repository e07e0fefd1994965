import { join } from 'node:path';
import { type Failure, failure } from '../../words/failure.ts';
import type { ImageRecord } from '../dataset.ts';
import { fileFault } from '../file-fault.node.ts';
import { readOpened, readOpenedPart } from '../laid-out/laid-out.node.ts';

/** Only the image's own bytes are read of a file of many, so that it may be large. */
const MOST_PACKED_FILE_BYTES = 2 ** 40;

export type ImageBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly why: Failure };

/** Reads what is stored of one image: the whole file, or its part of a file of many. */
export async function readImageBytes({
  dir,
  path,
  source,
}: Pick<ImageRecord, 'dir' | 'path' | 'source'>): Promise<ImageBytes> {
  if (source.kind === 'packed' || source.kind === 'crop') {
    const { file, offset, widthPx, heightPx } = source;
    return readPart(dir, file, offset, widthPx * heightPx);
  }
  if (source.kind === 'text') return readPart(dir, source.file, source.offset, source.bytes);
  const file = source.file ?? path;
  const fault = fileFault(dir, file);
  if (fault) return { kind: 'fault', why: fault };
  try {
    return { kind: 'bytes', bytes: await readOpened(join(dir, file)) };
  } catch (error) {
    return unreadable(error);
  }
}

async function readPart(dir: string, file: string, offset: number, length: number): Promise<ImageBytes> {
  const fault = fileFault(dir, file, MOST_PACKED_FILE_BYTES);
  if (fault) return { kind: 'fault', why: fault };
  try {
    const bytes = await readOpenedPart(join(dir, file), offset, length);
    if (bytes.length === length) return { kind: 'bytes', bytes };
    return { kind: 'fault', why: failure('image.cut-short', { wanted: length, offset, file, found: bytes.length }) };
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): ImageBytes {
  const { code = '' } = error as NodeJS.ErrnoException;
  return { kind: 'fault', why: failure('leftOut.file-unreadable', { code }) };
}
