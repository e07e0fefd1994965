import { join } from 'node:path';
import sharp from 'sharp';
import type { ImageRecord } from './dataset.ts';
import type { Decoded } from './decoded.ts';
import { fileFault } from './file-fault.node.ts';
import { readPackedImage } from './packed-image.node.ts';

/** Enough for any camera; a small file that claims more would fill the memory. */
const MOST_PIXELS = 60_000_000;
/** Formats that photographs come in. Drawings (SVG) and documents (PDF) are not opened: they can ask for other files. */
const FORMATS = ['jpeg', 'png', 'webp'];

/** Decodes one image of a dataset, upright by its EXIF orientation, as RGB; transparent parts become black. */
export function decodeImage({ dir, path, source }: Pick<ImageRecord, 'dir' | 'path' | 'source'>): Promise<Decoded> {
  return source.kind === 'packed' ? readPackedImage(dir, source) : decodeFile(dir, path);
}

async function decodeFile(dir: string, path: string): Promise<Decoded> {
  const fault = fileFault(dir, path);
  if (fault) return { kind: 'fault', reason: fault };
  try {
    const image = sharp(join(dir, path), { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { format } = await image.metadata();
    if (!FORMATS.includes(format)) {
      return { kind: 'fault', reason: `an image in ${FORMATS.join(', ')} was expected; found ${format}` };
    }
    const { data, info } = await image
      .autoOrient()
      .flatten()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3)
      return { kind: 'fault', reason: `a colour image was expected; found ${info.channels} channels` };
    return { kind: 'image', frame: { widthPx: info.width, heightPx: info.height, channels: 3, data } };
  } catch (error) {
    return { kind: 'fault', reason: `the image cannot be decoded: ${(error as Error).message.trim()}` };
  }
}
