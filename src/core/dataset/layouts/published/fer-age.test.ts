import { describe, expect, it } from 'vitest';
import { startWasm } from '../../../engine/wasm.node.ts';
import { DatasetError, describeProblem } from '../../dataset.ts';
import { loadFaces } from '../../faces/load-faces.node.ts';
import { readDataset } from '../../read-dataset.node.ts';
import { temporaryDataset } from '../../testing/temporary-dataset.node.ts';

const HEADER =
  'index,emotion,emotion_plus,plus_conf,v_neutral,v_happiness,v_surprise,v_sadness,v_anger,v_disgust,v_fear,' +
  'v_contempt,v_unknown,v_NF,age_faceapi,age_faceres,p_under13,group,split,dup_group,usage,file,file_index';
const LENGTH = 48 * 48;

/** Rows of labels.csv as group, split, group of duplicates, FER+ emotion, file, index; the votes are always the same. */
function labels(...rows: readonly string[][]): string {
  return [HEADER, ...rows.map(rowText)].join('\n');
}

function rowText([group, split, duplicates, emotion, file = 'images.bin', index = '0']: readonly string[]): string {
  return `0,fear,${emotion},0.60,6,0,0,2,0,0,0,1,1,0,9.2,8.9,0.6,${group},${split},${duplicates},Training,${file},${index}`;
}

/** Drawn pixels: image k is a ramp from k upwards. */
function images(count: number): Uint8Array {
  return Uint8Array.from({ length: count * LENGTH }, (_, i) => Math.floor(i / LENGTH) + (i % 200));
}

const read = (dir: string) => readDataset([dir], { labelColumn: 'label' });

describe('the layout fer-age', () => {
  it('reads emotion, votes, split and duplicates of a packed image, and no age', async () => {
    using dataset = temporaryDataset({
      'labels.csv': labels(['child', 'test', '17', 'neutral', 'images.bin', '1']),
      'images.bin': images(2),
    });
    const { records, folders, subjectsKnown } = await read(dataset.dir);
    expect(records).toEqual([
      {
        dir: folders[0]!.dir,
        path: 'images.bin#1',
        source: { kind: 'packed', file: 'images.bin', offset: LENGTH, widthPx: 48, heightPx: 48 },
        row: 2,
        subject: 'fer-age/17',
        group: 'child',
        ageYears: null,
        emotion: 'neutral',
        votes: [0, 0, 0, 0, 0.25, 0, 0.75],
        split: 'test',
        box: { xPx: 0, yPx: 0, widthPx: 48, heightPx: 48 },
      },
    ]);
    expect(folders[0]).toMatchObject({ layout: 'fer-age', description: { realChildren: true } });
    expect(subjectsKnown).toBe(false);
  });

  it('counts what it leaves out, one problem a reason', async () => {
    using dataset = temporaryDataset({
      'labels.csv': labels(
        ['child', 'train', '1', 'fear'],
        ['child', 'train', '2', ''],
        ['adult', 'val', '3', ''],
        ['unsure', 'train', '4', 'fear', 'images-1.bin'],
        ['child', 'train', '5', 'fear', 'images.bin', '1'],
        ['child', 'train', '6', 'fear', 'images.bin', '-1'],
        ['child', 'somewhere', '7', 'fear'],
        ['child', 'train', '8', 'joy'],
      ),
      'images.bin': images(1),
    });
    const { records, problems } = await read(dataset.dir);
    expect(records).toHaveLength(1);
    expect(problems.map((each) => describeProblem(each))).toEqual([
      'labels.csv: 2 rows were left out: no emotion has most of the votes',
      'labels.csv: 1 row was left out: their apparent age group is "unsure", not child or adult',
      'labels.csv: 2 rows were left out: they are not among the 1 images of images.bin',
      'labels.csv: 1 row was left out: "somewhere" is no split',
      expect.stringMatching(/"joy" is none of anger/),
    ]);
  });

  it('says what is missing of the table', async () => {
    using dataset = temporaryDataset({ 'labels.csv': 'file,group\n', 'images.bin': images(1) });
    await expect(read(dataset.dir)).rejects.toThrow(DatasetError);
    await expect(read(dataset.dir)).rejects.toThrow(/labels.csv row 1: column "file_index", "emotion_plus"/);
  });

  it('opens each image at its own place, and names one that ends too early', async () => {
    await startWasm();
    using dataset = temporaryDataset({
      'labels.csv': labels(...[0, 1].map((index) => ['child', 'train', '1', 'fear', 'images.bin', `${index}`])),
      'images.bin': images(2),
    });
    const { records } = await read(dataset.dir);
    const source = { kind: 'packed', file: 'images.bin', offset: LENGTH + 1, widthPx: 48, heightPx: 48 } as const;
    const cutShort = { ...records[1]!, path: 'images.bin#2', source };
    const { problems } = await loadFaces([...records, cutShort]);
    expect(describeProblem(problems.at(-1)!)).toMatch(/^images\.bin#2, row 3: .*found 2303 bytes$/);
  });
});
