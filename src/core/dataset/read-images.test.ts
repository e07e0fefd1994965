import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeProblem, describeRemark, folderLabels, inFolder } from './dataset.ts';
import { readImages } from './read-images.node.ts';
import { temporaryDataset } from './testing/temporary-dataset.node.ts';

async function read(files: Readonly<Record<string, string>>) {
  using dataset = temporaryDataset(files);
  const { images, problems, remarks } = await readImages([dataset.dir]);
  return {
    images: images.map(({ path, subject }) => [path, subject]),
    problems: problems.map((each) => describeProblem(each)),
    remarks: remarks.map((each) => describeRemark(each)),
  };
}

describe('images that nobody has labelled', () => {
  it('all photographs that lie in a folder and below it', async () => {
    const { images, problems } = await read({
      'a.jpg': '',
      'on the ward/B.JPEG': '',
      'notes.txt': '',
      'Thumbs.db': '',
    });
    expect(images).toEqual([
      ['a.jpg', null],
      ['on the ward/B.JPEG', null],
    ]);
    expect(problems).toEqual([]);
  });

  it('of a manifest only the path is needed', async () => {
    const { images, remarks } = await read({ 'manifest.csv': 'Path;Age\r\na.jpg;6,5\r\n', 'a.jpg': '', 'b.jpg': '' });
    expect(images).toEqual([['a.jpg', null]]);
    expect(remarks).toHaveLength(1);
  });

  it('what a manifest knows of a face is used, and what is wrong in it told', async () => {
    using dataset = temporaryDataset({
      'manifest.csv':
        'path,subject,group,emotion,x0,y0,x1,y1\na.jpg,c1,,,1,2,3,4\nb.jpg,,child,joy,,,,\n../c.jpg,c1,,,,,,\nd.jpg,c1,,,5,5,1,1\n',
      'a.jpg': '',
      'b.jpg': '',
      'd.jpg': '',
    });
    const { images, problems } = await readImages([dataset.dir]);
    expect(images.map(({ path, subject, row, box }) => [path, subject, row, box?.xPx ?? null])).toEqual([
      ['a.jpg', 'c1', 2, 1],
      ['b.jpg', null, 3, null],
    ]);
    expect(problems.map((each) => describeProblem(each))).toEqual([
      expect.stringMatching(/^..\/c.jpg, row 4: the path leads out/),
      expect.stringMatching(/^d.jpg, row 5: a face box/),
    ]);
  });

  it('whom folders show is known where they tell it, and no class is left out', async () => {
    const { images } = await read({
      'child/happy/c1/a.jpg': '',
      'child/sad/c2/b.jpg': '',
      'child/contempt/c1/c.jpg': '',
    });
    expect(images).toEqual([
      ['child/contempt/c1/c.jpg', null],
      ['child/happy/c1/a.jpg', 'c1'],
      ['child/sad/c2/b.jpg', 'c2'],
    ]);
  });

  it('no folder needs to say whether children or adults are shown', async () => {
    expect((await read({ 'train/happy/a.jpg': '' })).images).toEqual([['train/happy/a.jpg', null]]);
  });

  it('a folder without an image is no mistake that stays unsaid', async () => {
    await expect(read({ 'notes.txt': '' })).rejects.toThrow(/holds no image/);
  });
});

describe('several folders', () => {
  it('are told apart by name, and by the whole way where two are called the same', () => {
    const labels = folderLabels([
      { dir: '/a/photos' },
      { dir: '/b/photos' },
      { dir: '/b/films' },
      { dir: '/a/photos' },
    ]);
    expect([...labels]).toEqual([
      ['/a/photos', '/a/photos'],
      ['/b/photos', '/b/photos'],
      ['/b/films', 'films'],
    ]);
    expect(inFolder({ dir: '/b/films', path: 'x.jpg' }, labels).path).toBe('films/x.jpg');
    expect(inFolder({ dir: '/a', path: 'x.jpg' }, folderLabels([{ dir: '/a' }])).path).toBe('x.jpg');
  });

  it('come one after the other', async () => {
    using one = temporaryDataset({ 'a.jpg': '' });
    using other = temporaryDataset({ 'a.jpg': '' });
    const { images } = await readImages([one.dir, other.dir]);
    expect(images.map(({ dir }) => basename(dir))).toEqual([basename(one.dir), basename(other.dir)]);
  });
});
