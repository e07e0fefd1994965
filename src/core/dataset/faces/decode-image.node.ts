import sharp from 'sharp';
import type { Frame } from '../../capture/frame.ts';
import { type Failure, failure } from '../../words/failure.ts';
import type { ImageSource } from '../dataset.ts';
import { readTextImage } from './text-image.node.ts';

/** Enough for any camera; a small file that claims more would fill the memory. */
const MOST_PIXELS = 60_000_000;
/** Formats that photographs come in. Drawings (SVG) and documents (PDF) are not opened: they can ask for other files. */
const FORMATS = ['jpeg', 'png', 'webp'];
const CHANNELS = 3;

export type Decoded =
  | { readonly kind: 'image'; readonly frame: Frame }
  | { readonly kind: 'fault'; readonly why: Failure };

/**
 * Decodes one image of a dataset, upright by its EXIF orientation, as RGB; transparent parts become black.
 *
 * @param bytes What is stored of it.
 */
export async function decodeImage(bytes: Uint8Array, source: ImageSource): Promise<Decoded> {
  switch (source.kind) {
    case 'file':
      return decodeFile(bytes);
    case 'packed':
    case 'crop':
      return { kind: 'image', frame: greyFrame(bytes, source) };
    case 'text': {
      const read = readTextImage(bytes, source);
      return read.kind === 'fault' ? read : { kind: 'image', frame: greyFrame(read.grey, source) };
    }
  }
}

function greyFrame(grey: Uint8Array, { widthPx, heightPx }: { widthPx: number; heightPx: number }): Frame {
  const data = new Uint8Array(grey.length * CHANNELS);
  for (const [pixel, level] of grey.entries()) data.fill(level, pixel * CHANNELS, (pixel + 1) * CHANNELS);
  return { widthPx, heightPx, channels: CHANNELS, data };
}

async function decodeFile(bytes: Uint8Array): Promise<Decoded> {
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { format } = await image.metadata();
    if (!FORMATS.includes(format)) {
      return { kind: 'fault', why: failure('image.format', { formats: FORMATS.join(', '), found: format }) };
    }
    const { data, info } = await image
      .autoOrient()
      .flatten()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== CHANNELS) {
      return { kind: 'fault', why: failure('image.channels', { found: info.channels }) };
    }
    return { kind: 'image', frame: { widthPx: info.width, heightPx: info.height, channels: CHANNELS, data } };
  } catch {
    // The library says in its own words, file by file, what it stumbled over; they are of no use to who mends the file.
    return { kind: 'fault', why: failure('image.undecodable') };
  }
}
