import { expect, it } from 'vitest';
import { describeProblem } from '../../dataset.ts';
import { readDataset } from '../../read-dataset.node.ts';
import { temporaryDataset } from '../../testing/temporary-dataset.node.ts';

/** As NumPy writes an array of no dimension. */
function npy(descr: string, data: Uint8Array): Uint8Array {
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (), }`;
  const header = Buffer.from(`${text.padEnd(117)}\n`, 'latin1');
  const magic = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length, 0]);
  return Buffer.concat([magic, header, data]);
}

const asText = (digits: string) =>
  npy(`<U${digits.length}`, Buffer.from([...digits].map((digit) => `${digit}\0`).join(''), 'utf16le'));
const asInt64 = (value: number) => npy('<i8', new Uint8Array(new BigInt64Array([BigInt(value)]).buffer));

const FILES = {
  'train_set/images/0.jpg': 'x',
  'train_set/annotations/0_exp.npy': asText('0'),
  'train_set/images/1.jpg': 'x',
  'train_set/annotations/1_exp.npy': asInt64(6),
  'train_set/images/2.jpg': 'x',
  'train_set/annotations/2_exp.npy': asText('7'),
  'train_set/images/3.jpg': 'x',
  'train_set/images/4.jpg': 'x',
  'train_set/annotations/4_exp.npy': npy('<f8', new Uint8Array(8)),
  'train_set/images/5.jpg': 'x',
  'train_set/annotations/5_exp.npy': asText('10'),
  'val_set/images/9.jpg': 'x',
  'val_set/annotations/9_exp.npy': npy('|u1', Uint8Array.of(4)),
};

it('reads the expression of each image from its annotation, and keeps the validation set for the test', async () => {
  using dataset = temporaryDataset(FILES);
  const { records, problems, folders } = await readDataset([dataset.dir], { labelColumn: 'emotion', group: 'adult' });
  expect(records.map(({ path, subject, emotion, group, split }) => [path, subject, emotion, group, split])).toEqual([
    ['train_set/images/0.jpg', 'affectnet/train_set/0', 'neutral', 'adult', null],
    ['train_set/images/1.jpg', 'affectnet/train_set/1', 'anger', 'adult', null],
    ['val_set/images/9.jpg', 'affectnet/val_set/9', 'fear', 'adult', 'test'],
  ]);
  expect(problems.map((each) => describeProblem(each))).toEqual([
    'annotations: 1 row was left out: they show contempt, which is none of the seven emotions',
    'annotations: 1 row was left out: they have no annotation',
    'annotations: 2 rows were left out: their annotation is no number from 0 to 7',
  ]);
  expect(folders[0]!.layout).toBe('affectnet');
});

it('asks whom the images show', async () => {
  using dataset = temporaryDataset(FILES);
  await expect(readDataset([dataset.dir], { labelColumn: 'emotion' })).rejects.toThrow(
    /does not tell children from adults/,
  );
});
