import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../capture/frame.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import { decodeImage } from './decode-image.node.ts';

const FACE = join(import.meta.dirname, '../../../../resources/demo-cohort/child/c003/happiness_1.jpg');
const HEIC = readFileSync(join(import.meta.dirname, '../testing/face.heic'));
/** Mean difference in grey levels between one picture in two lossy forms. */
const ALIKE = 4;

const decode = (bytes: Uint8Array) => decodeImage(bytes, { kind: 'file' });

async function imageOf(bytes: Uint8Array) {
  const decoded = await decode(bytes);
  if (decoded.kind === 'fault') throw new Error(englishOf(decoded.why));
  return decoded;
}

async function whyNot(bytes: Uint8Array): Promise<string> {
  const decoded = await decode(bytes);
  return decoded.kind === 'fault' ? englishOf(decoded.why) : 'it was decoded';
}

function difference(a: Frame, b: Frame): number {
  expect([a.widthPx, a.heightPx]).toEqual([b.widthPx, b.heightPx]);
  let sum = 0;
  for (const [i, level] of a.data.entries()) sum += Math.abs(level - b.data[i]!);
  return sum / a.data.length;
}

const photo = () => sharp(FACE).resize(256, 256);

/** @param palette Indices into it, in place of the colours. */
function bitmap(
  width: number,
  rows: readonly (readonly number[])[],
  { bits, palette }: { bits: 8 | 24; palette: number[] },
): Buffer {
  const stride = Math.ceil((width * bits) / 32) * 4;
  const offset = 54 + palette.length;
  const bytes = Buffer.alloc(offset + stride * rows.length);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(offset, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(rows.length, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(bits, 28);
  bytes.writeUInt32LE(palette.length / 4, 46);
  bytes.set(palette, 54);
  for (const [row, cells] of rows.toReversed().entries()) bytes.set(cells, offset + row * stride);
  return bytes;
}

describe('formats that phones, cameras and scanners write', () => {
  it('HEIC and AVIF are read as the JPEG of the same picture', async () => {
    const jpeg = await imageOf(await photo().jpeg({ quality: 95 }).toBuffer());
    const avif = await imageOf(await photo().avif({ quality: 90 }).toBuffer());
    const heic = await imageOf(HEIC);
    for (const { frame, remark, scale } of [avif, heic]) {
      expect(difference(frame, jpeg.frame)).toBeLessThan(ALIKE);
      expect([remark, scale]).toEqual([null, 1]);
    }
  });

  it('several HEIC at once are each read as they are', async () => {
    const frames = await Promise.all(Array.from({ length: 4 }, async () => (await imageOf(HEIC)).frame));
    for (const frame of frames) expect(difference(frame, frames[0]!)).toBe(0);
  });

  it('TIFF is read', async () => {
    const [tiff, png] = [
      await imageOf(await photo().tiff({ compression: 'lzw' }).toBuffer()),
      await imageOf(await photo().png().toBuffer()),
    ];
    expect(difference(tiff.frame, png.frame)).toBe(0);
  });

  it('BMP is read, with colours of its own and with a palette', async () => {
    const colours = bitmap(
      2,
      [
        [0, 0, 255, 0, 255, 0],
        [255, 0, 0, 9, 8, 7],
      ],
      { bits: 24, palette: [] },
    );
    expect([...(await imageOf(colours)).frame.data]).toEqual([255, 0, 0, 0, 255, 0, 0, 0, 255, 7, 8, 9]);
    const palette = [1, 2, 3, 0, 40, 50, 60, 0];
    expect([...(await imageOf(bitmap(3, [[0, 1, 0]], { bits: 8, palette }))).frame.data]).toEqual([
      3, 2, 1, 60, 50, 40, 3, 2, 1,
    ]);
  });

  it.each([
    ['HEIC that is cut off', HEIC.subarray(0, 3000), /HEIC image cannot be decoded.*save it as JPEG/],
    [
      'BMP that claims too much',
      (() => {
        const b = bitmap(2, [[0, 0, 0, 0, 0, 0]], { bits: 24, palette: [] });
        b.writeInt32LE(40_000, 18);
        b.writeInt32LE(40_000, 22);
        return b;
      })(),
      /cannot be decoded/,
    ],
    ['BMP that ends within its header', Buffer.from('BM'), /cannot be decoded/],
    [
      'a drawing',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      /heic, avif, tiff, bmp, jpeg, png, webp was expected; found svg/,
    ],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await whyNot(bytes)).toMatch(reason);
  });
});

describe('images of very many pixels', () => {
  it('108 and 200 megapixels are shrunk on the way, upright, and their boxes with them', async () => {
    for (const [width, height] of [
      [12_000, 9000],
      [16_320, 12_240],
    ] as const) {
      const bytes = await sharp({ create: { width, height, channels: 3, background: '#778' } })
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer();
      const { frame, scale } = await imageOf(bytes);
      expect(frame.widthPx).toBeLessThan(frame.heightPx);
      expect(frame.widthPx * frame.heightPx).toBeLessThan(24.1e6);
      expect(frame.widthPx / height).toBeCloseTo(scale, 3);
    }
  });

  it('what claims more than any camera is refused before it is decoded', async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#778' } })
      .jpeg()
      .toBuffer();
    const size = bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5;
    bytes.writeUInt16BE(30_000, size);
    bytes.writeUInt16BE(30_000, size + 2);
    expect(await whyNot(bytes)).toMatch(/at most 250 million pixels was expected; found 900 million; shrink it/);
  });
});

describe('a JPEG that ends too early', () => {
  it.each([
    ['its last two bytes', 2],
    ['a little of its last rows', 200],
  ])('without %s is read, with a remark', async (_, bytes) => {
    const whole = await photo().jpeg({ quality: 95 }).toBuffer();
    const cut = await imageOf(whole.subarray(0, whole.length - bytes));
    expect(difference(cut.frame, (await imageOf(whole)).frame)).toBeLessThan(ALIKE);
    expect(cut.remark && englishOf(cut.remark)).toMatch(/ends too early/);
  });

  it('is read also where its header holds a small picture with an end of its own', async () => {
    const small = await sharp(FACE).resize(16, 16).jpeg().toBuffer();
    const whole = await photo().jpeg({ quality: 95 }).toBuffer();
    const comment = Buffer.alloc(4 + small.length);
    comment.writeUInt16BE(0xffe9, 0);
    comment.writeUInt16BE(small.length + 2, 2);
    comment.set(small, 4);
    const withSmall = Buffer.concat([whole.subarray(0, 2), comment, whole.subarray(2)]);
    expect((await imageOf(withSmall)).remark).toBeNull();
    expect((await imageOf(withSmall.subarray(0, withSmall.length - 2))).remark).not.toBeNull();
  });

  it('with much of its picture missing is refused, and told what to do', async () => {
    const whole = await photo().jpeg({ quality: 95 }).toBuffer();
    expect(await whyNot(whole.subarray(0, Math.floor(whole.length / 2)))).toMatch(/ends too early; copy it again/);
  });
});
