import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../engine/wasm.node.ts';
import type { ImageRecord } from '../dataset.ts';
import type { FaceSet } from '../faces/face-set.ts';
import { loadFaces } from '../faces/load-faces.node.ts';
import { readDataset } from '../read-dataset.node.ts';
import { temporaryDataset } from '../testing/temporary-dataset.node.ts';
import { cropOf, describeFace, faceColumns, mostCorrelation, vectorOf } from './columns.ts';
import { correlation, correlationVector } from './correlation.ts';
import { hammingDistance, nearDuplicateHash } from './hash.ts';
import type { NearDuplicate } from './near-duplicate.ts';
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

/** Every pair in full, both ways round: what the search must find, however it goes about it. */
function slowly({ count, crops }: Pick<FaceSet, 'count' | 'crops'>): NearDuplicate[] {
  const shifts = [-2, -1, 0, 1, 2].flatMap((yPx) => [-2, -1, 0, 1, 2].map((xPx) => ({ xPx, yPx })));
  const sides = [false, true].map((mirrored) =>
    Array.from({ length: count }, (_, row) => {
      const crop = cropOf(crops, row);
      return { crop, hash: nearDuplicateHash(crop, mirrored), vector: correlationVector(crop, mirrored) };
    }),
  );
  const found: NearDuplicate[] = [];
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const other = sides[0]![b]!;
      const passing = sides.flatMap((side) => {
        const { hash, vector } = side[a]!;
        if (hammingDistance(hash, other.hash) > 10 || correlation(vector, other.vector) < 0.88) return [];
        const shifted = shifts.map((shift) => correlation(vector, correlationVector(other.crop, false, shift)));
        return Math.max(...shifted) < 0.975 ? [] : [Math.min(1, Math.max(...shifted))];
      });
      if (passing[0] !== undefined) found.push({ a, b, correlation: passing[0] });
    }
  }
  return found;
}

/** Each face as it is, shifted by pixels, in a mirror, and mixed with the next in parts that are about as much as still passes. */
function alike(faces: FaceSet): Pick<FaceSet, 'count' | 'crops' | 'subject'> {
  const crops: Uint8Array[] = [];
  for (let row = 0; row < faces.count; row += 1) {
    const [crop, next] = [cropOf(faces.crops, row), cropOf(faces.crops, (row + 1) % faces.count)];
    const at = (i: number) => crop[Math.max(0, Math.min(i, crop.length - 1))]!;
    crops.push(
      crop,
      crop.map((_, i) => at(i + 1 + (row % 2))),
      crop.map((_, i) => at(i + 60 * (row % 3))),
    );
    crops.push(crop.map((_, i) => at(i + 59 - 2 * (i % 60))));
    for (const part of [0.15, 0.3, 0.45]) {
      crops.push(crop.map((grey, i) => (1 - part) * grey + part * next[i]!));
    }
  }
  const all = new Uint8Array(crops.length * 3600);
  for (const [row, crop] of crops.entries()) all.set(crop, row * 3600);
  return { count: crops.length, crops: all, subject: crops.map((_, row) => String(row)) };
}

describe('findNearDuplicates', () => {
  it('finds what looking at every pair in full finds, and in that order', async () => {
    const set = alike(faces);
    const slow = slowly(set);
    const found = await findNearDuplicates(set, { withinSubjects: false });
    expect(found.map(({ a, b }) => [a, b])).toEqual(slow.map(({ a, b }) => [a, b]));
    for (const [i, { correlation: each }] of found.entries()) expect(each).toBeCloseTo(slow[i]!.correlation, 6);
    expect(slow.length).toBeGreaterThan(3 * faces.count);
    expect(slow.length).toBeLessThan((set.count * 6) / 2);
  });

  it('leaves out no pair by a bound: it is never below what it bounds', () => {
    const { count, crops } = alike(faces);
    const columns = faceColumns(count);
    for (let row = 0; row < count; row += 1) describeFace(columns, row, cropOf(crops, row), row % 2 === 1);
    for (let a = 0; a < count; a += 1) {
      for (let b = 0; b < a; b += 1) {
        const exact = correlation(vectorOf(columns, a), vectorOf(columns, b));
        expect(mostCorrelation(columns, a, columns, b)).toBeGreaterThanOrEqual(exact);
      }
    }
  });

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
