import { describe, expect, it } from 'vitest';
import { englishOf } from '../../../words/failure-sentence.ts';
import type { ImageRecord } from '../../dataset.ts';
import { DatasetError, describeProblem } from '../../dataset.ts';
import { decodeImage } from '../../faces/decode-image.node.ts';
import { readImageBytes } from '../../faces/image-bytes.node.ts';
import { readDataset } from '../../read-dataset.node.ts';
import { temporaryDataset } from '../../testing/temporary-dataset.node.ts';

const LENGTH = 48 * 48;
/** Drawn pixels: image k is a ramp from k upwards. */
const levels = (k: number) => Array.from({ length: LENGTH }, (_, i) => (k + i) % 256);

/** Rows as label, usage and, where given, another text for the pixels. */
const table = (lineEnd: string, ...rows: readonly [string, string, string?][]) =>
  [
    'emotion,pixels,Usage',
    ...rows.map(([label, usage, pixels], k) => `${label},${pixels ?? levels(k).join(' ')},${usage}`),
  ].join(lineEnd);

const VOTES = 'Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF';
const ADULTS = 'shows: photographs of adults\nrealChildren: false\ngroup: adult\n';

async function decoded(record: ImageRecord) {
  const read = await readImageBytes(record);
  return read.kind === 'fault' ? read : decodeImage(read.bytes, record.source);
}

const read = (dir: string) => readDataset([dir], { labelColumn: 'emotion' });

describe('the layout fer2013', () => {
  it.each([['\n'], ['\r\n']])('finds label, split and pixels of each row, with line ends %j', async (lineEnd) => {
    const rows: [string, string][] = [
      ['0', 'Training'],
      ['3', 'PublicTest'],
      ['6', 'PrivateTest'],
    ];
    using dataset = temporaryDataset({ 'fer2013.csv': table(lineEnd, ...rows), 'dataset.yaml': ADULTS });
    const { records, problems, folders, subjectsKnown } = await read(dataset.dir);
    expect(problems).toEqual([]);
    expect(
      records.map(({ path, subject, emotion, group, split, votes }) => [path, subject, emotion, group, split, votes]),
    ).toEqual([
      ['fer2013.csv#0', 'fer2013/0', 'anger', 'adult', 'train', null],
      ['fer2013.csv#1', 'fer2013/1', 'happiness', 'adult', 'val', null],
      ['fer2013.csv#2', 'fer2013/2', 'neutral', 'adult', 'test', null],
    ]);
    expect(subjectsKnown).toBe(false);
    expect(folders[0]).toMatchObject({
      layout: 'fer2013',
      description: { shows: 'photographs of adults', group: 'adult' },
    });
    for (const [k, record] of records.entries()) {
      const image = await decoded(record);
      if (image.kind === 'fault') throw new Error(englishOf(image.why));
      const { data, widthPx, heightPx } = image.frame;
      expect([widthPx, heightPx]).toEqual([48, 48]);
      expect([...data].filter((_, i) => i % 3 === 1)).toEqual(levels(k));
    }
  });

  it('takes the votes of FER+ where they lie beside it, and counts rows without a majority', async () => {
    using dataset = temporaryDataset({
      'dataset.yaml': ADULTS,
      'fer2013.csv': table(
        '\n',
        ['0', 'Training'],
        ['0', 'Training'],
        ['0', 'Training'],
        ['0', 'Training'],
        ['0', 'Trial'],
      ),
      'fer2013new.csv': [
        VOTES,
        'Training,fer0000000.png,4,0,0,1,3,0,0,0,2,0',
        'Training,fer0000001.png,5,5,0,0,0,0,0,0,0,0',
        'Training,fer0000002.png,1,0,0,0,0,0,0,9,0,0',
        'Training,,,,,,,,,,,',
        'Training,fer0000004.png,9,0,0,0,0,0,0,0,0,0',
      ].join('\n'),
    });
    const { records, problems } = await read(dataset.dir);
    expect(records.map(({ emotion, votes }) => [emotion, votes])).toEqual([
      ['neutral', [3 / 8, 0, 0, 0, 1 / 8, 0, 4 / 8]],
    ]);
    expect(problems.map((each) => describeProblem(each))).toEqual([
      'fer2013.csv: 2 rows were left out: none of the seven emotions has most of the votes',
      'fer2013.csv: 1 row was left out: they have no votes',
      'fer2013.csv: 1 row was left out: "Trial" is no usage',
    ]);
  });

  it('names an image with other than 2,304 levels from 0 to 255 when it is opened', async () => {
    const rows = [levels(0).slice(1).join(' '), levels(0).with(7, 256).join(' '), 'none'].map(
      (pixels): [string, string, string] => ['1', 'Training', pixels],
    );
    using dataset = temporaryDataset({ 'fer2013.csv': table('\n', ...rows), 'dataset.yaml': ADULTS });
    const images = await Promise.all((await read(dataset.dir)).records.map(decoded));
    expect(images.map((each) => each.kind === 'fault' && englishOf(each.why).replace(/.*; /, ''))).toEqual([
      'found 2303',
      'found 2304',
      'found 0',
    ]);
  });

  it('asks whom the images show, and refuses a table that is not what it should be', async () => {
    using dataset = temporaryDataset({ 'fer2013.csv': table('\n', ['0', 'Training']) });
    await expect(read(dataset.dir)).rejects.toThrow(/does not tell children from adults: .*group: adult/);
    using other = temporaryDataset({ 'fer2013.csv': 'emotion,Usage\n', 'dataset.yaml': ADULTS });
    await expect(read(other.dir)).rejects.toThrow(DatasetError);
    using short = temporaryDataset({
      'fer2013.csv': table('\n', ['0', 'Training']),
      'fer2013new.csv': `${VOTES}\n`,
      'dataset.yaml': ADULTS,
    });
    await expect(read(short.dir)).rejects.toThrow(/expected to have the 1 rows of fer2013.csv; found 0 rows/);
  });
});
