import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../engine/wasm.node.ts';
import type { ImageRecord } from '../dataset.ts';
import type { FaceSet } from '../faces/face-set.ts';
import { loadFaces } from '../faces/load-faces.node.ts';
import { readDataset } from '../read-dataset.node.ts';
import { temporaryDataset } from '../testing/temporary-dataset.node.ts';
import { correlation, correlationVector } from './correlation.ts';
import { findNearDuplicates } from './near-duplicates.node.ts';

const COHORT = join(import.meta.dirname, '../../../../resources/demo-cohort');
const SIDE_PX = 128;

/** Every 40th image of the cohort. */
let originals: readonly ImageRecord[];
let faces: FaceSet;

beforeAll(async () => {
  await startWasm();
  const { records } = await readDataset([COHORT], { labelColumn: 'emotion' });
  originals = records.filter((_, i) => i % 40 === 0);
  faces = (await loadFaces(originals)).faces;
});

/** Both sets one after the other, the second as other subjects. */
function joined(one: FaceSet, other: FaceSet): Pick<FaceSet, 'count' | 'crops' | 'subject'> {
  const crops = new Uint8Array(one.crops.length + other.crops.length);
  crops.set(one.crops);
  crops.set(other.crops, one.crops.length);
  const subject = [...one.subject, ...other.subject.map((each) => `copy of ${each}`)];
  return { count: one.count + other.count, crops, subject };
}

const scaled = ({ xPx, yPx, widthPx, heightPx }: NonNullable<ImageRecord['box']>, by: number) => ({
  xPx: xPx * by,
  yPx: yPx * by,
  widthPx: widthPx * by,
  heightPx: heightPx * by,
});

type Alter = (image: Sharp) => Sharp;
const COPIES: [name: string, alter: Alter, box: (box: NonNullable<ImageRecord['box']>) => ImageRecord['box']][] = [
  ['compressed', (image) => image.jpeg({ quality: 40 }), (box) => box],
  ['enlarged', (image) => image.resize(2 * SIDE_PX), (box) => scaled(box, 2)],
  ['made brighter', (image) => image.linear(1.2, 10), (box) => box],
  ['mirrored', (image) => image.flop(), (box) => ({ ...box, xPx: SIDE_PX - box.xPx - box.widthPx })],
];

describe('findNearDuplicates', () => {
  it('finds none among different pictures, whether or not of one person', async () => {
    expect(await findNearDuplicates(faces, { withinSubjects: true })).toEqual([]);
  });

  it.each(COPIES)('finds four in five faces again that were %s, and nothing else', async (_, alter, boxOf) => {
    using dataset = temporaryDataset({});
    const copies = originals.map((record, i) => {
      return { ...record, dir: dataset.dir, path: `${i}.png`, box: boxOf(record.box!) };
    });
    for (const [i, { path }] of copies.entries()) {
      const { data } = await alter(sharp(join(COHORT, originals[i]!.path))).toBuffer({ resolveWithObject: true });
      await sharp(data).png().toFile(join(dataset.dir, path));
    }
    const altered = (await loadFaces(copies)).faces;
    expect(altered.count).toBe(faces.count);
    const found = await findNearDuplicates(joined(faces, altered), { withinSubjects: false });
    expect(found.filter(({ a, b }) => b !== a + faces.count)).toEqual([]);
    expect(found.length).toBeGreaterThan(0.8 * faces.count);
  });

  it('looks within a subject only when asked to, and is sure of the same pixels', async () => {
    const twice = { ...joined(faces, faces), subject: [...faces.subject, ...faces.subject] };
    expect(await findNearDuplicates(twice, { withinSubjects: false })).toEqual([]);
    const found = await findNearDuplicates(twice, { withinSubjects: true });
    expect(found.map(({ a, b }) => b - a)).toEqual(Array(faces.count).fill(faces.count));
    expect(Math.min(...found.map((each) => each.correlation))).toBeGreaterThan(1 - 1e-6);
  });

  it('takes nothing for a copy of a crop that shows nothing', async () => {
    const blank = { count: 2, crops: new Uint8Array(2 * 3600).fill(90), subject: ['a', 'b'] };
    expect(await findNearDuplicates(blank, { withinSubjects: true })).toEqual([]);
  });

  it('stops when told to, and counts up to the end otherwise', async () => {
    const reason = new Error('Stopped.');
    const stopped = findNearDuplicates(faces, { withinSubjects: true, signal: AbortSignal.abort(reason) });
    await expect(stopped).rejects.toBe(reason);
    const counts: number[] = [];
    await findNearDuplicates(faces, { withinSubjects: true, onProgress: (done) => counts.push(done) });
    expect(counts.at(-1)).toBe(faces.count);
  });
});

describe('correlationVector', () => {
  it('has mean 0 and length 1, and makes of a dot product the correlation of the pooled pixels', () => {
    const pooled = (crop: Uint8Array, flip: boolean) =>
      Array.from({ length: 576 }, (_, i) => {
        const [x, y] = [6 + 2 * (i % 24), 6 + 2 * Math.floor(i / 24)];
        const at = (dx: number, dy: number) => crop[(y + dy) * 60 + (flip ? 59 - x - dx : x + dx)]!;
        return (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4;
      });
    const pearson = (p: number[], q: number[]) => {
      const mean = (each: number[]) => each.reduce((sum, value) => sum + value, 0) / each.length;
      const [mp, mq] = [mean(p), mean(q)];
      const product = (u: number[], mu: number, v: number[], mv: number) =>
        u.reduce((sum, value, i) => sum + (value - mu) * (v[i]! - mv), 0);
      return product(p, mp, q, mq) / Math.sqrt(product(p, mp, p, mp) * product(q, mq, q, mq));
    };
    const [one, other] = [faces.crops.subarray(0, 3600), faces.crops.subarray(7200, 10800)];
    for (const flip of [false, true]) {
      const fast = correlation(correlationVector(one, false), correlationVector(other, flip));
      expect(fast).toBeCloseTo(pearson(pooled(one, false), pooled(other, flip)), 5);
    }
  });
});
