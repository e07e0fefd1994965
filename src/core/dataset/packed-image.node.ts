import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageSource } from './dataset.ts';
import type { Decoded } from './decoded.ts';
import { fileFault } from './file-fault.node.ts';

/** Only the image's own bytes are read of it, so that it may be large. */
const MOST_PACKED_FILE_BYTES = 2 ** 40;
const CHANNELS = 3;

type PackedSource = Extract<ImageSource, { kind: 'packed' }>;

/** Reads one image of a file of many, as RGB of its grey. */
export async function readPackedImage(
  dir: string,
  { file, offset, widthPx, heightPx }: PackedSource,
): Promise<Decoded> {
  const fault = fileFault(dir, file, MOST_PACKED_FILE_BYTES);
  if (fault) return { kind: 'fault', reason: fault };
  const grey = new Uint8Array(widthPx * heightPx);
  const handle = await open(join(dir, file));
  try {
    const { bytesRead } = await handle.read(grey, 0, grey.length, offset);
    if (bytesRead < grey.length) {
      const reason = `an image of ${grey.length} bytes at ${offset} of ${file} was expected; found ${bytesRead} bytes`;
      return { kind: 'fault', reason };
    }
  } finally {
    await handle.close();
  }
  const data = new Uint8Array(grey.length * CHANNELS);
  for (const [pixel, level] of grey.entries()) data.fill(level, pixel * CHANNELS, (pixel + 1) * CHANNELS);
  return { kind: 'image', frame: { widthPx, heightPx, channels: CHANNELS, data } };
}
