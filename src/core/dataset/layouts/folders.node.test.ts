import { mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWords } from '../../words/words.ts';
import { describeProblem } from '../dataset.ts';
import { readDataset } from '../read-dataset.node.ts';
import { temporaryDataset } from '../testing/temporary-dataset.node.ts';

type Files = readonly string[];

async function read(paths: Files, group: 'child' | 'adult' | null = null) {
  using dataset = temporaryDataset(Object.fromEntries(paths.map((path) => [path, ''])));
  const { records, problems, subjectsKnown } = await readDataset([dataset.dir], { labelColumn: 'emotion', group });
  return {
    name: basename(dataset.dir),
    shown: records.map(({ path, group: of, emotion }) => [path, of, emotion]),
    subjects: records.map(({ subject }) => subject),
    splits: records.map(({ split }) => split),
    problems: problems.map((each) => describeProblem(each)),
    subjectsKnown,
  };
}

describe('folders as they are named in the wild', () => {
  it.each([
    ['angry', 'anger'],
    ['Happiness', 'happiness'],
    ['HAPPY', 'happiness'],
    ['joy', 'happiness'],
    ['0_sad', 'sadness'],
    ['3 - Surprised', 'surprise'],
    ['Fearful', 'fear'],
    ['disgusted', 'disgust'],
    ['Neutral', 'neutral'],
    ['boos', 'anger'],
    ['Angst', 'fear'],
    ['bang', 'fear'],
    ['blij', 'happiness'],
    ['Verdrietig', 'sadness'],
    ['verrast', 'surprise'],
    ['walging', 'disgust'],
    ['neutraal', 'neutral'],
  ])('%s is %s', async (folder, emotion) => {
    expect((await read([`child/${folder}/a.jpg`])).shown).toEqual([[`child/${folder}/a.jpg`, 'child', emotion]]);
  });

  it.each([
    ['Children/happy/a.jpg', 'child'],
    ['kinderen/blij/a.jpg', 'child'],
    ['Adults/Happy/a.jpg', 'adult'],
    ['volwassenen/blij/a.jpg', 'adult'],
    ['happy/child/a.jpg', 'child'],
    ['a set/of ours/child/happy/a.jpg', 'child'],
  ])('%s shows somebody of the group %s', async (path, group) => {
    expect((await read([path])).shown).toEqual([[path, group, 'happiness']]);
  });

  it('images are known by every usual ending', async () => {
    const names = ['a.jpg', 'b.JPEG', 'c.jpe', 'd.jfif', 'e.png', 'f.webp', 'g.tif', 'h.bmp'];
    const { shown, problems } = await read(names.map((name) => `child/happy/${name}`));
    expect(shown).toHaveLength(names.length);
    expect(problems).toEqual([]);
  });

  it('what systems put beside images is no fault', async () => {
    const { shown, problems } = await read([
      ...['child/happy/a.jpg', 'child/happy/Thumbs.db', 'child/happy/.DS_Store', 'child/happy/desktop.ini'],
      ...['__MACOSX/child/happy/._a.jpg', 'child/happy/@eaDir/a.jpg', 'child/ehthumbs.db'],
    ]);
    expect(shown).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});

describe('whom folders show', () => {
  it.each([
    ['within each emotion', ['child/happy/c1/a.jpg', 'child/happy/c2/a.jpg', 'child/sad/c1/a.jpg']],
    ['around the emotions', ['child/c1/happy/a.jpg', 'child/c2/happy/a.jpg', 'child/c1/sad/a.jpg']],
    ['one folder too high', ['set/child/c1/happy/a.jpg', 'set/child/c2/happy/a.jpg', 'set/child/c1/sad/a.jpg']],
    ['with a folder a session', ['child/c1/1/happy/a.jpg', 'child/c2/1/happy/a.jpg', 'child/c1/2/sad/a.jpg']],
  ])('a folder a child, %s, is the subject', async (_, paths) => {
    const { subjects, subjectsKnown } = await read(paths);
    expect(subjects.toSorted()).toEqual(['c1', 'c1', 'c2']);
    expect(subjectsKnown).toBe(true);
  });

  it('a child and an adult of one number are two people', async () => {
    const { subjects, problems } = await read(['child/happy/01/a.jpg', 'adult/happy/01/a.jpg', 'adult/happy/02/a.jpg']);
    expect(subjects).toEqual(['child/01', 'adult/01', '02']);
    expect(problems).toEqual([]);
  });

  it('a folder around everything says nothing of who is shown', async () => {
    const { name, subjects, subjectsKnown } = await read(['my set/happy/a.jpg', 'my set/sad/b.jpg'], 'child');
    expect(subjects).toEqual([`${name}/my set/happy/a.jpg`, `${name}/my set/sad/b.jpg`]);
    expect(subjectsKnown).toBe(false);
  });
});

describe('sets that bring their split', () => {
  it('train and test: what is for training is divided as usual', async () => {
    const { shown, splits } = await read(['train/happy/a.jpg', 'test/happy/b.jpg', 'Test/sad/c.jpg'], 'child');
    expect(shown.map(([path, , emotion]) => [path, emotion])).toEqual([
      ['Test/sad/c.jpg', 'sadness'],
      ['test/happy/b.jpg', 'happiness'],
      ['train/happy/a.jpg', 'happiness'],
    ]);
    expect(splits).toEqual(['test', 'test', null]);
  });

  it('train, validation and test as they are', async () => {
    const paths = ['Training/happy/a.jpg', 'valid/happy/b.jpg', 'testing/happy/c.jpg'];
    expect((await read(paths, 'child')).splits).toEqual(['train', 'test', 'val']);
  });

  it('ask whom they show, which no folder says', async () => {
    await expect(read(['train/happy/a.jpg'])).rejects.toThrow(/does not tell children from adults/);
  });
});

describe('what is not understood is named once', () => {
  it('a class, with the number of its images, wherever its folder is', async () => {
    const { shown, problems } = await read([
      ...['child/happy/c1/a.jpg', 'child/contempt/c1/a.jpg', 'child/contempt/c2/b.jpg', 'child/contempt/c2/c.jpg'],
    ]);
    expect(shown).toHaveLength(1);
    expect(problems).toEqual([
      expect.stringMatching(/^child\/contempt: 3 images were left out: a folder named after an/),
    ]);
  });

  it('a class within the folders of children, in each of them', async () => {
    const { problems } = await read(['child/c1/happy/a.jpg', 'child/c2/happy/a.jpg', 'child/c1/contempt/b.jpg']);
    expect(problems).toEqual([expect.stringMatching(/^child\/c1\/contempt: 1 image was left out/)]);
  });

  it('images that lie in no class, and a folder that names two', async () => {
    const { problems } = await read([
      'child/a.jpg',
      'child/b.jpg',
      'top.jpg',
      'child/happy/sad/c.jpg',
      'child/sad/d.jpg',
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/^\.: 1 image was left out/),
      expect.stringMatching(/^child: 2 images were left out/),
      expect.stringMatching(
        /^child\/happy\/sad\/c.jpg: a path that names one expression was expected; found happiness and/,
      ),
    ]);
  });

  it('images of nobody knows whom, beside others', async () => {
    const { shown, problems } = await read(['child/happy/a.jpg', 'extra/happy/b.jpg', 'extra/happy/c.jpg']);
    expect(shown).toHaveLength(1);
    expect(problems).toEqual([expect.stringMatching(/^extra\/happy: 2 images were left out: a folder child or adult/)]);
  });

  it('in Dutch too', async () => {
    using dataset = temporaryDataset({ 'kind/blij/a.jpg': '', 'kind/minachting/b.jpg': '' });
    const { problems } = await readDataset([dataset.dir], { labelColumn: 'emotion' });
    expect(describeProblem(problems[0]!, createWords('nl'))).toMatch(
      /^kind\/minachting: 1 beeld is weggelaten: een map/,
    );
  });
});

it('a link to an image of the folder is read, one that leads out is named, one to a folder is not followed', async () => {
  using secret = temporaryDataset({ 'secret.jpg': '', 'happy/d.jpg': '' });
  using dataset = temporaryDataset({ 'child/happy/a.jpg': '' });
  mkdirSync(join(dataset.dir, 'child/sad'));
  symlinkSync('../happy/a.jpg', join(dataset.dir, 'child/sad/b.jpg'));
  symlinkSync(join(secret.dir, 'secret.jpg'), join(dataset.dir, 'child/sad/c.jpg'));
  symlinkSync(join(secret.dir, 'happy'), join(dataset.dir, 'child/surprise'));
  const { records, problems } = await readDataset([dataset.dir], { labelColumn: 'emotion' });
  expect(records.map(({ path }) => path)).toEqual(['child/happy/a.jpg', 'child/sad/b.jpg']);
  expect(problems.map((each) => describeProblem(each))).toEqual([
    expect.stringMatching(/^child\/sad\/c.jpg: .*leads out/),
  ]);
});
