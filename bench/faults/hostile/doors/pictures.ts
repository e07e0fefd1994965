import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { decodeImage } from '../../../../src/core/dataset/faces/decode-image.node.ts';
import { projectFolders } from '../../../../src/hosts/shared/project-folders.ts';
import type { Door } from '../door.ts';
import { refused, TAKEN } from '../said.ts';
import { pick, spoilBytes } from '../spoil.ts';

const SIDE_PX = 48;

/** Photographs of every format that is opened, spoilt. */
const pictures: Door = {
  inputs: 150,
  turns: 16,
  async open() {
    const levels = Uint8Array.from({ length: SIDE_PX * SIDE_PX * 3 }, (_, i) => (i * 37) % 251);
    const image = () => sharp(levels, { raw: { width: SIDE_PX, height: SIDE_PX, channels: 3 } });
    const good = [
      await image().jpeg().toBuffer(),
      await image().jpeg({ progressive: true }).withMetadata({ orientation: 6 }).toBuffer(),
      await image().png().toBuffer(),
      await image().webp().toBuffer(),
      await image().tiff().toBuffer(),
      await image().avif({ effort: 0 }).toBuffer(),
      await image().gif().toBuffer(),
      bitmap(levels),
      readFileSync(join(projectFolders().root, 'src/core/dataset/testing/face.heic')),
    ];
    return {
      async attack(random) {
        const decoded = await decodeImage(spoilBytes(pick(good, random), random), { kind: 'file' });
        if (decoded.kind === 'fault') return refused(decoded.why);
        const { widthPx, heightPx, channels, data } = decoded.frame;
        if (data.length !== widthPx * heightPx * channels) {
          throw new Error(`${widthPx} x ${heightPx} pixels were said; ${data.length} bytes were given`);
        }
        return TAKEN;
      },
      close: async () => [],
    };
  },
};

/** A Windows bitmap of 24 bits, which sharp does not write. */
function bitmap(levels: Uint8Array): Buffer {
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(head.length + levels.length, 2);
  for (const [at, value] of [
    [10, head.length],
    [14, 40],
    [18, SIDE_PX],
    [22, SIDE_PX],
    [34, levels.length],
  ] as const) {
    head.writeUInt32LE(value, at);
  }
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  return Buffer.concat([head, levels]);
}

export default pictures;
