import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { startWasm } from '../../engine/wasm.node.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import type { ImageRecord } from '../dataset.ts';
import { readDataset } from '../read-dataset.node.ts';
import { temporaryDataset } from '../testing/temporary-dataset.node.ts';
import { CROP_PX } from './face-set.ts';
import { loadFaces } from './load-faces.node.ts';

const COHORT = join(import.meta.dirname, '../../../../resources/demo-cohort');
const LENGTH = CROP_PX * CROP_PX;
/** Mean difference in grey levels between two crops of one face that were found in different ways. */
const CLOSE = 9;

let cohort: readonly ImageRecord[];

beforeAll(async () => {
  await startWasm();
  cohort = (await readDataset([COHORT], { labelColumn: 'emotion' })).records;
});

function copied(records: readonly ImageRecord[], dir: string): ImageRecord[] {
  return records.map((record) => {
    mkdirSync(dirname(join(dir, record.path)), { recursive: true });
    writeFileSync(join(dir, record.path), readFileSync(join(record.dir, record.path)));
    return { ...record, dir };
  });
}

function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, level, i) => sum + Math.abs(level - b[i]!), 0) / a.length;
}

describe('the demo cohort', () => {
  it('is what its README says', () => {
    const subjects = (group: string) =>
      new Set(cohort.filter((each) => each.group === group).map((each) => each.subject));
    expect([cohort.length, subjects('child').size, subjects('adult').size]).toEqual([1638, 37, 80]);
    expect(subjects('child').has('c021') || subjects('adult').has('a007')).toBe(false);
  });
});

describe('loadFaces', () => {
  it('keeps the order of the records whatever comes in first, counts up and frees its tensors', async () => {
    const records = cohort.filter((_, i) => i % 100 === 0);
    const tensors = tf.memory().numTensors;
    const counts: number[] = [];
    const [one, many] = [
      await loadFaces(records, { concurrency: 1 }),
      await loadFaces(records, { concurrency: 5, onProgress: (done) => counts.push(done) }),
    ];
    expect(many).toEqual(one);
    expect(many.problems).toEqual([]);
    expect(many.faces.path).toEqual(records.map(({ path }) => path));
    expect(counts).toEqual([0, ...records.map((_, i) => i + 1)]);
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it('carries the votes, or gives all of them to the one label', async () => {
    const [first, second] = [cohort[0]!, cohort[1]!];
    const { faces } = await loadFaces([{ ...first, votes: [0.5, 0, 0, 0, 0, 0.25, 0.25] }, second]);
    const label = EMOTIONS.map((emotion) => (emotion === second.emotion ? 1 : 0));
    expect([...faces.votes]).toEqual([0.5, 0, 0, 0, 0, 0.25, 0.25, ...label]);
  });

  it('finds without a box nearly the same crop as with one', async () => {
    const records = cohort.filter((_, i) => i % 120 === 5);
    const { faces } = await loadFaces(records);
    const searched = await loadFaces(records.map((record) => ({ ...record, box: null })));
    expect(searched.problems).toEqual([]);
    const differences = records.map((_, i) =>
      difference(
        faces.crops.subarray(i * LENGTH, (i + 1) * LENGTH),
        searched.faces.crops.subarray(i * LENGTH, (i + 1) * LENGTH),
      ),
    );
    expect(differences.filter((each) => each < CLOSE).length / records.length).toBeGreaterThan(0.85);
  });

  it('reads a picture that lies on its side by its EXIF orientation', async () => {
    using dataset = temporaryDataset({});
    const [record] = copied([cohort[20]!], dataset.dir);
    const upright = await loadFaces([record!]);
    const file = join(dataset.dir, record!.path);
    // Turned by a quarter, and marked "turn back when shown".
    const turned = await sharp(readFileSync(file))
      .rotate(270)
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 100 })
      .toBuffer();
    writeFileSync(file, turned);
    const read = await loadFaces([record!]);
    expect(difference(read.faces.crops, upright.faces.crops)).toBeLessThan(CLOSE);
  });

  it('names broken, foreign and faceless files and goes on with the rest', async () => {
    const noise = { create: { width: 128, height: 128, channels: 3 as const, background: '#765' } };
    using dataset = temporaryDataset({
      'broken.jpg': readFileSync(join(COHORT, cohort[0]!.path)).subarray(0, 900),
      'text.jpg': 'no image at all',
      'drawing.jpg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      'empty.png': await sharp(noise).png().toBuffer(),
      'two.png': await sharp({ create: { ...noise.create, width: 300 } })
        .composite([0, 14].map((i, k) => ({ input: join(COHORT, cohort[i]!.path), left: k * 150, top: 0 })))
        .png()
        .toBuffer(),
    });
    const strange = ['broken.jpg', 'text.jpg', 'drawing.jpg', 'empty.png', 'two.png', 'gone.jpg'].map((path, i) => ({
      ...cohort[0]!,
      dir: dataset.dir,
      path,
      row: i + 2,
      box: null,
    }));
    const outside = { ...cohort[3]!, box: { xPx: 500, yPx: 0, widthPx: 40, heightPx: 40 } };
    const { faces, problems } = await loadFaces([...strange.slice(0, 3), cohort[1]!, ...strange.slice(3), outside]);
    expect(faces.path).toEqual([cohort[1]!.path]);
    expect(problems.map(({ path, row, why }) => [path, row, englishOf(why)])).toEqual([
      ['broken.jpg', 2, expect.stringMatching(/cannot be decoded/)],
      ['text.jpg', 3, expect.stringMatching(/cannot be decoded/)],
      ['drawing.jpg', 4, expect.stringMatching(/jpeg, png, webp was expected; found svg/)],
      ['empty.png', 5, expect.stringMatching(/no face was found/)],
      ['two.png', 6, expect.stringMatching(/2 faces were found/)],
      ['gone.jpg', 7, 'there is no such file'],
      [cohort[3]!.path, cohort[3]!.row, expect.stringMatching(/outside of the image of 128 x 128/)],
    ]);
  });

  it('finds no face where there is only one shade, whatever the manifest says', async () => {
    const grey = { create: { width: 160, height: 160, channels: 3 as const, background: '#5a5a5a' } };
    using dataset = temporaryDataset({
      'grey.png': await sharp(grey).png().toBuffer(),
      'grey.jpg': await sharp(grey).jpeg().toBuffer(),
    });
    const box = { xPx: 30, yPx: 30, widthPx: 100, heightPx: 100 };
    const records = ['grey.png', 'grey.jpg'].map((path) => ({ ...cohort[0]!, dir: dataset.dir, path, box }));
    const { faces, problems } = await loadFaces([...records, cohort[1]!]);
    expect(faces.path).toEqual([cohort[1]!.path]);
    expect(problems.map(({ path, why }) => [path, englishOf(why)])).toEqual(
      records.map(({ path }) => [path, expect.stringMatching(/only one shade of grey/)]),
    );
  });

  it('stops when told to, with all tensors freed', async () => {
    const tensors = tf.memory().numTensors;
    const stop = new AbortController();
    const loading = loadFaces(cohort, {
      signal: stop.signal,
      onProgress: (done) => {
        if (done === 5) stop.abort();
      },
    });
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
    expect(tf.memory().numTensors).toBe(tensors);
  });
});
