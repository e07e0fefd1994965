import sharp, { type Sharp } from 'sharp';
import type { Frame } from '../../capture/frame.ts';
import { type Failure, failure } from '../../words/failure.ts';
import type { ImageSource } from '../dataset.ts';
import { MOST_MISSING_SHARE, missingShare, withEnd } from './cut-off-jpeg.node.ts';
import { decodeBmp, isBmp } from './decode-bmp.node.ts';
import { decodeHeic } from './decode-heic.node.ts';
import type { RawImage } from './raw-image.ts';
import { readTextImage } from './text-image.node.ts';

/** Phones take 200 million; a small file that claims more would fill the memory. */
const MOST_PIXELS = 250_000_000;
/** Of formats that are decoded in full before they can be shrunk. */
const MOST_PIXELS_AT_ONCE = 64_000_000;
/** What has more is shrunk to it while it is decoded: a face that is there to be read is still large in it. */
const MOST_PIXELS_KEPT = 24_000_000;
/** Formats that photographs come in. Drawings (SVG) and documents (PDF) are not opened: they can ask for other files. */
const FORMATS = ['tiff', 'heif', 'jpeg', 'png', 'webp'];
const FORMATS_TOLD = 'heic, avif, tiff, bmp, jpeg, png, webp';
const CHANNELS = 3;

export type Decoded =
  | {
      readonly kind: 'image';
      readonly frame: Frame;
      /** Pixels of the frame for one of the image: below 1 where it was shrunk. */
      readonly scale: number;
      /** How it was read, if not as it should be. */
      readonly remark: Failure | null;
    }
  | { readonly kind: 'fault'; readonly why: Failure };

/**
 * Decodes one image of a dataset, upright by its EXIF orientation, as RGB; transparent parts become black. Memory is bounded
 * however many pixels a phone has: a large one is shrunk on the way.
 *
 * @param bytes What is stored of it.
 */
export async function decodeImage(bytes: Uint8Array, source: ImageSource): Promise<Decoded> {
  switch (source.kind) {
    case 'file':
      return decodeFile(bytes);
    case 'packed':
    case 'crop':
      return wholeImage(greyFrame(bytes, source));
    case 'text': {
      const read = readTextImage(bytes, source);
      return read.kind === 'fault' ? read : wholeImage(greyFrame(read.grey, source));
    }
  }
}

function greyFrame(grey: Uint8Array, { widthPx, heightPx }: { widthPx: number; heightPx: number }): Frame {
  const data = new Uint8Array(grey.length * CHANNELS);
  for (const [pixel, level] of grey.entries()) data.fill(level, pixel * CHANNELS, (pixel + 1) * CHANNELS);
  return { widthPx, heightPx, channels: CHANNELS, data };
}

function wholeImage(frame: Frame): Decoded {
  return { kind: 'image', frame, scale: 1, remark: null };
}

function fault(why: Failure): Decoded {
  return { kind: 'fault', why };
}

let turn: Promise<unknown> = Promise.resolve();

/** One large image after the other: several at once, each progressive or turned, would need gigabytes. */
function inTurn(decode: () => Promise<Decoded>): Promise<Decoded> {
  const mine = turn.then(decode);
  turn = mine.catch(() => undefined);
  return mine;
}

async function decodeFile(bytes: Uint8Array): Promise<Decoded> {
  if (isBmp(bytes)) return decodeRaw(decodeBmp(bytes, MOST_PIXELS_AT_ONCE), failure('image.undecodable'));
  const header = await headerOf(bytes);
  if (!header) return fault(failure('image.undecodable'));
  const { format, widthPx, heightPx, compression } = header;
  if (!FORMATS.includes(format)) return fault(failure('image.format', { formats: FORMATS_TOLD, found: format }));
  if (widthPx * heightPx > MOST_PIXELS) {
    const millions = (pixels: number) => Math.ceil(pixels / 1e6);
    return fault(failure('image.too-large', { most: millions(MOST_PIXELS), found: millions(widthPx * heightPx) }));
  }
  if (format === 'heif' && compression !== 'av1') {
    return inTurn(async () => decodeRaw(await decodeHeic(bytes, MOST_PIXELS_AT_ONCE), failure('image.heic')));
  }
  const decode = async () =>
    (await decodeShrunk(bytes, header)) ?? (await decodeCutOff(bytes, header)) ?? fault(failure('image.undecodable'));
  return widthPx * heightPx > MOST_PIXELS_KEPT ? inTurn(decode) : decode();
}

interface ImageHeader {
  readonly format: string;
  readonly compression: string | undefined;
  /** Upright. */
  readonly widthPx: number;
  readonly heightPx: number;
}

async function headerOf(bytes: Uint8Array): Promise<ImageHeader | null> {
  try {
    // Its own bound is on what is claimed, which is told here in words.
    const { format, compression, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { format, compression, widthPx: autoOrient.width, heightPx: autoOrient.height };
  } catch {
    // The library says in its own words, file by file, what it stumbled over; they are of no use to who mends the file.
    return null;
  }
}

function decodeShrunk(bytes: Uint8Array, { widthPx, heightPx }: ImageHeader): Promise<Decoded | null> {
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient();
  return frameOf(image, widthPx, heightPx);
}

async function decodeRaw(raw: RawImage | null, why: Failure): Promise<Decoded> {
  if (!raw) return fault(why);
  const { widthPx: width, heightPx: height, data } = raw;
  return (await frameOf(sharp(data, { raw: { width, height, channels: 3 } }), width, height)) ?? fault(why);
}

/**
 * @param image Upright, of this size.
 * @returns Null when it cannot be decoded.
 */
async function frameOf(image: Sharp, widthPx: number, heightPx: number): Promise<Decoded | null> {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS_KEPT / (widthPx * heightPx)));
  const size = (px: number) => Math.max(1, Math.round(px * scale));
  if (scale < 1) image.resize(size(widthPx), size(heightPx), { fit: 'fill' });
  try {
    const { data, info } = await image.flatten().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    if (info.channels !== CHANNELS) return fault(failure('image.channels', { found: info.channels }));
    const frame: Frame = { widthPx: info.width, heightPx: info.height, channels: CHANNELS, data };
    return { kind: 'image', frame, scale, remark: null };
  } catch {
    return null;
  }
}

/** A JPEG that ends too early is read as far as it goes, if hardly anything of the picture is missing. */
async function decodeCutOff(bytes: Uint8Array, header: ImageHeader): Promise<Decoded | null> {
  const ended = header.format === 'jpeg' ? withEnd(bytes) : null;
  if (!ended) return null;
  const decoded = await decodeShrunk(ended, header);
  if (decoded?.kind !== 'image') return decoded;
  if ((await missingShare(ended)) > MOST_MISSING_SHARE) return fault(failure('image.cut-off'));
  return { ...decoded, remark: failure('readHow.cut-off') };
}
