import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { englishOf } from '../words/failure-sentence.ts';
import { describeProblem, describeRemark } from './dataset.ts';
import { readImageBytes } from './faces/image-bytes.node.ts';
import { fileFinder } from './find-file.node.ts';
import { readDataset } from './read-dataset.node.ts';
import { readImages } from './read-images.node.ts';
import { temporaryDataset } from './testing/temporary-dataset.node.ts';

const EMOTION = { labelColumn: 'emotion' };
const composed = (text: string) => text.normalize('NFC');
const decomposed = (text: string) => text.normalize('NFD');

/** Where a file system gives names back as it pleases, there is nothing to be told apart. */
function tellsApart(): boolean {
  using dataset = temporaryDataset({ [decomposed('ë')]: '', A: '', a: '' });
  return readdirSync(dataset.dir).length === 3 && readdirSync(dataset.dir).includes(decomposed('ë'));
}

describe.runIf(tellsApart())('names typed on one system and zipped on another', () => {
  it.each([
    ['composed in the table', composed, decomposed],
    ['decomposed in the table', decomposed, composed],
    ['capitals in the table', (text: string) => text.toUpperCase(), (text: string) => text],
    ['capitals on the disk', (text: string) => text, (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`],
  ])('%s: found, opened, and said in one line', async (_, inTable, onDisk) => {
    using dataset = temporaryDataset({
      'manifest.csv': `path,subject,group,emotion\n${inTable('zoë')}/${inTable('één.jpg')},c1,child,fear\n`,
      [`${onDisk('zoë')}/${onDisk('één.jpg')}`]: 'pixels',
    });
    const { records, problems, remarks } = await readDataset([dataset.dir], EMOTION);
    expect(problems).toEqual([]);
    // As it stands in the table, so that rows can be joined back.
    expect(records.map(({ path }) => path)).toEqual([`${inTable('zoë')}/${inTable('één.jpg')}`]);
    expect(await readImageBytes(records[0]!)).toEqual({ kind: 'bytes', bytes: Buffer.from('pixels') });
    expect(remarks.map((each) => describeRemark(each))).toEqual([
      expect.stringMatching(/^manifest.csv: 1 file was found under a name that is written otherwise/),
    ]);
    const { images } = await readImages([dataset.dir]);
    expect(await readImageBytes(images[0]!)).toMatchObject({ kind: 'bytes' });
  });

  it('the very name goes before one that is alike', () => {
    using dataset = temporaryDataset({ 'a.jpg': '', 'A.jpg': '', [decomposed('ë.jpg')]: '', [composed('ë.jpg')]: '' });
    const find = fileFinder(dataset.dir);
    for (const path of ['a.jpg', 'A.jpg', decomposed('ë.jpg'), composed('ë.jpg')]) {
      expect(find(path)).toEqual({ kind: 'file', path });
    }
    expect(find(decomposed('Ë.jpg'))).toMatchObject({ kind: 'fault' });
  });

  it('where several are alike none is guessed', () => {
    using dataset = temporaryDataset({ 'a.jpg': '', 'A.jpg': '' });
    const found = fileFinder(dataset.dir)('A.JPG');
    expect(found.kind === 'fault' && englishOf(found.why)).toMatch(/several are alike: A.jpg and a.jpg/);
  });

  it('one image under two spellings is named twice', async () => {
    using dataset = temporaryDataset({
      'manifest.csv': `path,subject,group,emotion\n${composed('ë.jpg')},c1,child,fear\n${decomposed('ë.jpg')},c1,child,fear\n`,
      [decomposed('ë.jpg')]: '',
    });
    const { records, problems } = await readDataset([dataset.dir], EMOTION);
    expect(records).toHaveLength(1);
    expect(problems.map((each) => describeProblem(each))).toEqual([
      expect.stringMatching(/row 3: the image was named before, in row 2/),
    ]);
  });

  it('another spelling leads no more out of the folder than the name itself', () => {
    using secret = temporaryDataset({ 'secret.jpg': '' });
    using dataset = temporaryDataset({ 'a.jpg': '' });
    symlinkSync(join(secret.dir, 'secret.jpg'), join(dataset.dir, 'LINK.jpg'));
    const found = fileFinder(dataset.dir)('link.jpg');
    expect(found.kind === 'fault' && englishOf(found.why)).toMatch(/leads out/);
    expect(fileFinder(dataset.dir)('gone.jpg')).toMatchObject({ kind: 'fault' });
    expect(fileFinder(dataset.dir)('a.jpg/b.jpg')).toMatchObject({ kind: 'fault' });
  });
});

describe('subjects that look alike', () => {
  it('are one person, also across folders; what differs in capitals is told', async () => {
    const table = (subject: string, group = 'child') => `path,subject,group,emotion\na.jpg,${subject},${group},fear\n`;
    using one = temporaryDataset({ 'manifest.csv': table(composed('Zoë')), 'a.jpg': '' });
    using other = temporaryDataset({ 'manifest.csv': table(decomposed('Zoë')), 'a.jpg': '' });
    using third = temporaryDataset({ 'manifest.csv': table('zoë'), 'a.jpg': '' });
    using adult = temporaryDataset({ 'manifest.csv': table('ZOË', 'adult'), 'a.jpg': '' });
    const dirs = [one, other, third, adult].map(({ dir }) => dir);
    const { records, problems, remarks } = await readDataset(dirs, EMOTION);
    expect(records.map(({ subject }) => subject)).toEqual([...Array(3).fill(composed('Zoë')), 'ZOË']);
    expect(problems).toEqual([]);
    expect(remarks.map((each) => describeRemark(each))).toEqual([
      'a.jpg: subject zoë was taken for Zoë, of whom it differs in capitals only',
    ]);
    expect((await readDataset(dirs, { ...EMOTION, exclude: [decomposed('Zoë')] })).records).toHaveLength(0);
  });
});
